//! A participant's phone: one sentence, one action.

mod forms;
mod mine;

use std::collections::BTreeMap;

use kernel::ids::{ContributionId, ItemNo, Place, SeatId, SeatingNo, TableNumber};
use kernel::role::Role;
use kernel::step::{Kind, Source, Step, TurnOrder};
use plan::news::News;
use serde::Serialize;

use super::board::Scene;
use super::floor::floor;
use super::{
    Card, CommitmentCard, CountedCard, Live, NowCard, PhaseCard, SourceCard, TableCard, TurnCard,
    card, commitments_for, now_card, phase_card, table_card,
};
use crate::cafe;
use crate::goals::{self, GoalCard};
use crate::order;
use crate::seen::{Viewer, see};
use crate::state::{Lead, Phase, State};
use crate::written::{Contribution, Owner};

/// The table that somebody speaks for, and its turn, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Speaker {
    pub table: TableNumber,
    pub turn: u32,
}

/// What one seat's phone shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a screen lists independent facts")]
pub struct PhoneScreen {
    pub me: SeatId,
    pub name: String,
    pub present: bool,
    pub phase: PhaseCard,
    pub title: String,
    pub goals: Vec<String>,
    /// What has changed since the invitation went out, while people are in the lobby.
    pub news: Vec<News>,
    pub here: u32,
    pub now: Option<NowCard>,
    /// Where to sit in this step, and with whom.
    pub table: Option<TableCard>,
    /// In the group of the meeting, also while the room is together.
    pub group: Option<TableCard>,
    pub roles: Vec<Role>,
    /// The question of the table, when it has changed its own.
    pub question: Option<String>,
    pub sources: Vec<SourceCard>,
    pub forms: Vec<Form>,
    pub table_turn: Option<TurnCard>,
    /// The table that I speak for in this plenary.
    pub speaks_for: Option<Speaker>,
    /// The focus keeper has just asked whether the table is on the matter.
    pub detour: bool,
    pub hand: Option<usize>,
    pub help_asked: bool,
    pub table_ready: bool,
    pub commitments: Vec<CommitmentCard>,
    /// Where I go, while people are finding new tables.
    pub change: Option<ChangeCard>,
    /// What I have handed on to others, and what I have taken back.
    pub shared: Vec<SharedCard>,
    /// What was agreed on last time, at the item that opens with it.
    pub opening: Vec<String>,
    /// «Nådde vi målene?», while it is asked.
    pub goal_cards: Vec<GoalCard>,
    /// The deputy may take over, because the leader's line is gone.
    pub may_take_lead: bool,
    pub has_lead: bool,
}

/// A change of place: from where, to where, among how many tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeCard {
    pub from: Option<TableNumber>,
    pub to: TableNumber,
    pub tables: usize,
}

/// Something of mine that others see, until I take it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SharedCard {
    pub id: ContributionId,
    pub kind: Kind,
    pub text: String,
    pub is_withdrawn: bool,
}

/// What can be written now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "form")]
pub enum Form {
    /// Own notes, seen by nobody else.
    Notes {
        fields: Vec<FieldCard>,
    },
    /// One thing to take along, with what there is to choose from.
    Carry {
        field: FieldCard,
        choices: Vec<Card>,
    },
    Pick {
        fields: Vec<FieldCard>,
        choices: Vec<Card>,
    },
    Points {
        fields: Vec<FieldCard>,
        disagreement: FieldCard,
        cards: Vec<Card>,
        members: usize,
        may_deliver: bool,
        delivered: bool,
    },
    TableText {
        field: FieldCard,
    },
    Found {
        fields: Vec<FieldCard>,
    },
    Choice {
        notes: Vec<ChoiceCard>,
    },
    Commitments,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldCard {
    pub place: Place,
    pub kind: Kind,
    pub slot: u8,
    pub id: Option<ContributionId>,
    pub text: String,
    /// How many times it has been written; sent back with a change.
    pub version: u32,
    pub parents: Vec<ContributionId>,
    pub i_stand: bool,
    pub stands: usize,
    /// A short own note: «Kan du gi et eksempel?» It is asked, and never demanded.
    pub asks_for_example: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChoiceCard {
    pub card: Card,
    pub votes: usize,
    pub is_my_choice: bool,
}

/// Returns what a seat's phone may show, or `None` for a seat that does not exist.
#[must_use]
pub fn phone<'state>(
    scene: impl Into<Scene<'state>>,
    me: SeatId,
    live: &Live,
) -> Option<PhoneScreen> {
    let scene = scene.into();
    let state = scene.state;
    let seat = state.seats.get(&me)?;
    let plan = state.plan.as_ref()?;
    let now = now_card(state);
    let place = now.as_ref().map(|now| now.place);
    let step = place.and_then(|place| state.step(place));
    let at = place.and_then(|place| state.table_at(place, me));
    // Who sat where, and as what, is no part of what a meeting came to.
    let is_over = matches!(state.phase, Phase::Ended { .. });
    let group = state.groups().filter(|_| !is_over).and_then(|(seating, seated)| {
        table_card(state, seating, seated.table_of(me)?.number, Some(me))
    });
    let number = at.map(|(_, table)| table.number);
    Some(PhoneScreen {
        me,
        name: seat.name.clone(),
        present: seat.present,
        phase: phase_card(state),
        title: plan.title.clone(),
        goals: plan.goals.clone(),
        news: if state.phase == Phase::Lobby { live.news.to_vec() } else { vec![] },
        here: u32::try_from(state.present().len()).unwrap_or(u32::MAX),
        table: at.and_then(|(seating, table)| table_card(state, seating, table.number, Some(me))),
        group,
        roles: if is_over { vec![] } else { roles_now(state, me, at.map(|(seating, _)| seating)) },
        question: place
            .zip(number)
            .and_then(|(place, number)| state.questions.get(&(place.item, number)).cloned()),
        sources: place.zip(step).map_or(vec![], |(place, step)| sources(&scene, place, step, me)),
        forms: place.zip(step).map_or(vec![], |(place, step)| forms::forms(state, place, step, me)),
        table_turn: step.and_then(|step| table_turn(state, step, me)),
        speaks_for: step.and_then(|step| speaks_for(state, step, me)),
        detour: number.is_some_and(|number| live.detours.contains(&number)),
        hand: state.hands.iter().position(|hand| *hand == me && !is_over).map(|place| place + 1),
        help_asked: number.is_some_and(|number| state.help.contains(&number)),
        table_ready: number.is_some_and(|number| state.ready.contains(&number)),
        commitments: commitments_for(state, Viewer::Seat(me)),
        change: place.and_then(|place| mine::change(state, place, me)),
        shared: mine::shared(state, me),
        opening: super::opening(state),
        goal_cards: goals::cards(state, me),
        may_take_lead: state.deputy == Some(me)
            && live.leader_is_away
            && state.lead == Lead::Leader,
        has_lead: state.lead == Lead::Deputy(me),
        now,
    })
}

/// Roles hold in the meeting's groups and in tables that drew their own; in pairs nobody has one.
fn roles_now(state: &State, me: SeatId, seating: Option<SeatingNo>) -> Vec<Role> {
    let seating = seating.or_else(|| state.groups().map(|(seating, _)| seating));
    let seated = seating.and_then(|seating| state.seating(seating));
    seated.map_or(vec![], |seated| seated.roles_of(me))
}

/// The reporter of a group and the host of a café table speak in plenary.
fn speaks_for(state: &State, step: &Step, me: SeatId) -> Option<Speaker> {
    let seated = floor(state, step)?;
    let place = seated.tables.iter().position(|table| table.seats.contains(&me))?;
    let table = &seated.tables[place];
    let is_speaker = |role| seated.holder(table, role) == Some(me);
    let turn = u32::try_from(place).ok()?;
    [Role::Reporter, Role::CafeHost]
        .into_iter()
        .any(is_speaker)
        .then_some(Speaker { table: table.number, turn })
}

fn table_turn(state: &State, step: &Step, me: SeatId) -> Option<TurnCard> {
    let turns = step.turns.filter(|turns| turns.order == TurnOrder::Members)?;
    let (_, seated) = state.tables_now()?;
    let table = seated.table_of(me)?;
    let turn = state.table_turns.get(&table.number).copied().unwrap_or(0);
    let order = crate::tables::turn_order(seated, table);
    let names = order.iter().map(|seat| state.name(*seat).to_owned());
    Some(TurnCard {
        turn,
        of: u32::try_from(order.len()).unwrap_or(u32::MAX),
        each: turns.each,
        table: Some(table.number),
        names: names.collect(),
    })
}

fn sources(scene: &Scene<'_>, place: Place, step: &Step, me: SeatId) -> Vec<SourceCard> {
    let of = |source: &Source| source_card(scene, place, *source, me);
    step.shows.iter().map(of).collect()
}

fn source_card(scene: &Scene<'_>, place: Place, source: Source, me: SeatId) -> SourceCard {
    let state = scene.state;
    let order = match source {
        Source::ListeningOrder => order_of(state, place.item, me),
        Source::OwnNotes
        | Source::OwnCarried
        | Source::TableCarried
        | Source::TablePicked
        | Source::RoomCarried
        | Source::RoomPoints
        | Source::TablePoints
        | Source::TableText => None,
    };
    let cards = match source {
        Source::OwnNotes => own(state, me, is_note),
        Source::OwnCarried => newest(own(state, me, |kind| kind == Kind::Carried)),
        Source::TableCarried => at_table(state, place, me, Kind::Carried),
        Source::TablePicked => at_table(state, place, me, Kind::Picked),
        Source::RoomCarried => return counted(source, mine::lent(state, scene.carried(), me)),
        Source::RoomPoints => return counted(source, mine::lent(state, scene.points(), me)),
        Source::TablePoints => table_points(state, place, me),
        Source::TableText => table_texts(state, place, me),
        Source::ListeningOrder => vec![],
    };
    let single = |card: Card| CountedCard {
        table: mine::borrowed_from(state, &card),
        card,
        times: 1,
        loan: None,
    };
    SourceCard { source, cards: cards.into_iter().map(single).collect(), order }
}

fn counted(source: Source, cards: Vec<CountedCard>) -> SourceCard {
    SourceCard { source, cards, order: None }
}

/// Deals the item's listening orders round the room by seat number.
#[must_use]
pub fn order_of(state: &State, item: ItemNo, me: SeatId) -> Option<String> {
    let orders = &state.row(item)?.orders;
    let number = usize::try_from(me.0).ok()?;
    orders.get(number.checked_sub(1)? % orders.len().max(1)).cloned()
}

fn is_note(kind: Kind) -> bool {
    !kind.is_of_the_table() && kind != Kind::Carried && kind != Kind::Picked
}

fn own(state: &State, me: SeatId, wanted: impl Fn(Kind) -> bool) -> Vec<Card> {
    let mine = state.written.of(Owner::Seat(me)).filter(|it| wanted(it.kind));
    seen_cards(state, me, mine).collect()
}

fn newest(mut cards: Vec<Card>) -> Vec<Card> {
    cards.pop().into_iter().collect()
}

/// What the others at the viewer's table took along or picked in this item. Where someone has
/// taken along more than once, the last counts: that is what the change of round asks for.
fn at_table(state: &State, place: Place, me: SeatId, kind: Kind) -> Vec<Card> {
    let Some((_, table)) = state.table_at(place, me) else { return vec![] };
    let mut cards = BTreeMap::new();
    for it in table.seats.iter().flat_map(|seat| state.written.of(Owner::Seat(*seat))) {
        let counts = it.kind == kind && it.place.item == place.item;
        let is_theirs = it.by != me || kind == Kind::Picked;
        if counts
            && is_theirs
            && let Some(seen) = see(state, Viewer::Seat(me), it.id)
        {
            let key = if kind == Kind::Carried { (it.by, 0) } else { (it.by, it.id.0) };
            cards.insert(key, card(state, seen));
        }
    }
    cards.into_values().collect()
}

fn table_points(state: &State, place: Place, me: SeatId) -> Vec<Card> {
    let Some((seating, table)) = state.table_at(place, me) else { return vec![] };
    let points = state
        .written
        .of(Owner::Table(seating, table.number))
        .filter(|it| it.place.item == place.item && it.kind == Kind::Point);
    seen_cards(state, me, points).collect()
}

/// What the table that a seat sits at, or sat at last, has written in this item. A text of the step
/// itself stands in its form.
fn table_texts(state: &State, place: Place, me: SeatId) -> Vec<Card> {
    let before = order::places_before(state, place).filter(|it| it.item == place.item);
    let mut places = std::iter::once(place).chain(before);
    let Some((seating, table)) = places.find_map(|it| state.table_at(it, me)) else {
        return vec![];
    };
    let first = cafe::rounds(state, place.item).next().map(|(first, _)| first);
    let seatings = first.filter(|first| *first != seating).into_iter().chain([seating]);
    let texts = seatings
        .flat_map(|seating| state.written.of(Owner::Table(seating, table.number)))
        .filter(|it| it.kind == Kind::TableText && it.place.item == place.item && it.place < place);
    seen_cards(state, me, texts).collect()
}

/// The cards of those texts that the viewer may see.
fn seen_cards<'state>(
    state: &'state State,
    me: SeatId,
    texts: impl Iterator<Item = &'state Contribution>,
) -> impl Iterator<Item = Card> {
    let seen = texts.filter_map(move |it| see(state, Viewer::Seat(me), it.id));
    seen.map(|seen| card(state, seen))
}
