//! The projector: what the whole room may see, and never a private thing.

use std::collections::BTreeMap;

use kernel::ids::{ItemNo, SeatId, TableNumber};
use kernel::seating::Stands;
use kernel::step::{Kind, Source, Step, TurnOrder};
use kernel::time::Moment;
use serde::Serialize;

use super::phone::{card, phase_card};
use super::{
    CommitmentCard, CountedCard, Live, NowCard, PhaseCard, ProgramRow, TableCard, TurnCard,
    commitments, now_card, program, table_card,
};
use crate::goals::{self, GoalResult};
use crate::seen::{Viewer, may_see};
use crate::state::{Board, Seated, State};

/// What the projector shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WallScreen {
    pub phase: PhaseCard,
    pub title: String,
    pub goals: Vec<String>,
    pub result: String,
    pub door_locked: bool,
    pub here: u32,
    /// Names of those who have come, shown in the lobby only. Nobody who is missing is named.
    pub names: Vec<String>,
    pub now: Option<NowCard>,
    pub tables: Vec<TableCard>,
    pub cards: Vec<CountedCard>,
    /// The points of the table whose reporter has the floor.
    pub presented: Vec<CountedCard>,
    pub program: Vec<ProgramRow>,
    pub commitments: Vec<CommitmentCard>,
    /// What was agreed on last time, at the item that opens with it.
    pub opening: Vec<String>,
    /// How the goals were answered, after the end.
    pub goal_results: Vec<GoalResult>,
}

/// Returns what the projector may show.
#[must_use]
pub fn wall(state: &State, now: Moment, _live: &Live) -> Option<WallScreen> {
    let plan = state.plan.as_ref()?;
    let phase = phase_card(state);
    let here = state.present();
    let card = now_card(state);
    let step = card.as_ref().and_then(|now| state.step(now.place));
    let presented = match card.as_ref().and_then(|now| now.turn.as_ref()) {
        Some(turn) => {
            let points = board(state).points.iter();
            points.filter(|point| point.table == turn.table).cloned().collect()
        }
        None => vec![],
    };
    Some(WallScreen {
        phase,
        title: plan.title.clone(),
        goals: plan.goals.clone(),
        result: plan.result.clone(),
        door_locked: state.door_locked,
        here: u32::try_from(here.len()).unwrap_or(u32::MAX),
        names: match phase {
            PhaseCard::Lobby => here.iter().map(|seat| state.name(*seat).to_owned()).collect(),
            PhaseCard::Running | PhaseCard::Ended => vec![],
        },
        tables: tables(state),
        cards: step.map_or(vec![], |step| room_cards(state, step)),
        presented,
        program: program(state, now),
        commitments: commitments(state),
        opening: super::opening(state),
        goal_results: goals::results(state),
        now: card,
    })
}

/// Returns the tables that stand now, with roles and status.
#[must_use]
pub fn tables(state: &State) -> Vec<TableCard> {
    let Some((seating, seated)) = state.tables_now() else { return vec![] };
    let cards =
        seated.tables.iter().filter_map(|table| table_card(state, seating, table.number, None));
    cards.collect()
}

fn room_cards(state: &State, step: &Step) -> Vec<CountedCard> {
    let item = state.place().map_or(ItemNo(0), |place| place.item);
    if step.shows.contains(&Source::RoomPoints) {
        board(state).points.clone()
    } else if step.shows.contains(&Source::RoomCarried) {
        board(state).carried.clone()
    } else {
        points_of(state, item)
    }
}

/// Returns what the whole room may read of the item that runs. It is the same for every screen,
/// so it is worked out once between two facts.
#[must_use]
pub fn board(state: &State) -> &Board {
    state.board.get_or_init(|| {
        let item = state.place().map_or(ItemNo(0), |place| place.item);
        Board { carried: carried(state, item), points: points(state, item) }
    })
}

/// Returns what was taken along in an item and found in common, without names; alike texts are
/// counted together, and those that came most often stand first.
fn carried(state: &State, item: ItemNo) -> Vec<CountedCard> {
    let mut alike: BTreeMap<String, CountedCard> = BTreeMap::new();
    let mut newest: BTreeMap<SeatId, &crate::state::Contribution> = BTreeMap::new();
    let mut found = vec![];
    for it in state.contributions.values().filter(|it| it.place.item == item && !it.withdrawn) {
        match it.kind {
            Kind::Carried => {
                newest.insert(it.by, it);
            }
            Kind::FoundStrength | Kind::FoundChallenge => found.push(it),
            Kind::Note
            | Kind::Strength
            | Kind::Challenge
            | Kind::Moment
            | Kind::Heard
            | Kind::Story
            | Kind::Question
            | Kind::Trial
            | Kind::Loan
            | Kind::Picked
            | Kind::Point
            | Kind::Disagreement
            | Kind::TableText => (),
        }
    }
    for it in newest.into_values().chain(found) {
        if !may_see(state, Viewer::Room, it.id) {
            continue;
        }
        let key = it.text.trim().to_lowercase();
        let counted = alike.entry(key).or_insert_with(|| CountedCard {
            card: card(state, it.id, None),
            times: 0,
            table: None,
            loan: None,
        });
        counted.times += 1;
    }
    let mut cards: Vec<CountedCard> = alike.into_values().collect();
    cards.sort_by_key(|counted| (std::cmp::Reverse(counted.times), counted.card.id));
    cards
}

/// Returns the points and disagreements that tables have delivered in an item, or in the last
/// item before it that has any: a plenary of its own shows the group work it follows.
fn points(state: &State, item: ItemNo) -> Vec<CountedCard> {
    let mut until_now = std::iter::once(item).chain(crate::order::before(state, item));
    let Some(item) = until_now.find(|it| {
        state
            .delivered
            .range((*it, TableNumber(0))..)
            .next()
            .is_some_and(|(delivered, _)| delivered == it)
    }) else {
        return vec![];
    };
    points_of(state, item)
}

fn points_of(state: &State, item: ItemNo) -> Vec<CountedCard> {
    let mut cards: Vec<CountedCard> = vec![];
    for it in state.contributions.values().filter(|it| it.place.item == item && !it.withdrawn) {
        let is_result = matches!(it.kind, Kind::Point | Kind::Disagreement);
        if is_result && may_see(state, Viewer::Room, it.id) {
            let table = it.table.map(|(_, table)| table);
            cards.push(CountedCard { card: card(state, it.id, None), times: 1, table, loan: None });
        }
    }
    cards.sort_by_key(|counted| (counted.table, counted.card.kind, counted.card.id));
    cards
}

/// Returns the tables that have the floor in turn in a plenary by tables: those of the item's own
/// seating, or else the meeting's groups.
pub(super) fn floor<'state>(state: &'state State, step: &Step) -> Option<&'state Seated> {
    step.turns.filter(|turns| turns.order == TurnOrder::Tables)?;
    let item = state.place()?.item;
    let of_item = state.seatings.iter().rfind(|seated| {
        seated.item == item
            && match seated.seating.kind().stands {
                Stands::Item | Stands::Round => true,
                Stands::Step | Stands::Meeting => false,
            }
    });
    of_item.or_else(|| state.groups().map(|(_, seated)| seated))
}

/// Returns whose turn it is in a plenary by tables.
pub(super) fn room_turn(state: &State, step: &Step) -> Option<TurnCard> {
    let seated = floor(state, step)?;
    let turn = state.room_turn;
    let table = seated.tables.get(usize::try_from(turn).ok()?).map(|table| table.number);
    Some(TurnCard {
        turn,
        of: u32::try_from(seated.tables.len()).unwrap_or(u32::MAX),
        each: step.turns?.each,
        table,
        names: vec![],
    })
}
