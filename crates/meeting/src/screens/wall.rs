//! The projector: what the whole room may see, and never a private thing.

use kernel::ids::ItemNo;
use kernel::step::{Source, Step};
use kernel::time::Moment;
use serde::Serialize;

use super::board::{Scene, points_of};
use super::{
    CommitmentCard, CountedCard, Live, NowCard, PhaseCard, ProgramRow, TableCard, commitments_for,
    now_card, phase_card, program, table_card,
};
use crate::goals::{self, GoalResult};
use crate::seen::Viewer;
use crate::state::State;

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
pub fn wall<'state>(
    scene: impl Into<Scene<'state>>,
    now: Moment,
    _live: &Live,
) -> Option<WallScreen> {
    let scene = scene.into();
    let state = scene.state;
    let plan = state.plan.as_ref()?;
    let phase = phase_card(state);
    let here = state.present();
    let card = now_card(state);
    let step = card.as_ref().and_then(|now| state.step(now.place));
    let presented = match card.as_ref().and_then(|now| now.turn.as_ref()) {
        Some(turn) => {
            let points = scene.points().iter();
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
        cards: step.map_or(vec![], |step| room_cards(&scene, step)),
        presented,
        program: program(state, now),
        commitments: commitments_for(state, Viewer::Room),
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

fn room_cards(scene: &Scene<'_>, step: &Step) -> Vec<CountedCard> {
    let item = scene.state.place().map_or(ItemNo(0), |place| place.item);
    if step.shows.contains(&Source::RoomPoints) {
        scene.points().to_vec()
    } else if step.shows.contains(&Source::RoomCarried) {
        scene.carried().to_vec()
    } else {
        points_of(scene.state, item)
    }
}
