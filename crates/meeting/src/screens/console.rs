//! The facilitator's console: the run of show, and what the room needs now.

use kernel::ids::{ItemNo, SeatId, TableNumber};
use kernel::limits::ONE_WAY_MINUTES;
use kernel::step::Mode;
use kernel::time::{Minutes, Moment};
use serde::Serialize;

use super::board::Scene;
use super::wall::tables;
use super::{
    CommitmentCard, CountedCard, Live, NowCard, PhaseCard, ProgramRow, TableCard, commitments,
    now_card, phase_card, program, table_card,
};
use crate::goals;
use crate::pace::Pace;
use crate::state::{Clock, Lead, Moved, Parked, Phase, State};

/// What the leader, and a deputy with the lead, can see. Counts of the room, never of a person.
#[expect(clippy::struct_excessive_bools, reason = "a screen lists independent facts")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConsoleScreen {
    pub phase: PhaseCard,
    pub title: String,
    pub now: Option<NowCard>,
    pub program: Vec<ProgramRow>,
    pub pace: Option<Pace>,
    /// Where the next minute would be taken from; `None` when the meeting is ahead.
    pub next_minute_from: Option<ItemNo>,
    pub tables: Vec<TableCard>,
    pub groups: Vec<TableCard>,
    pub points: Vec<CountedCard>,
    pub people: Vec<PersonCard>,
    pub connected: u32,
    pub claims: Vec<ClaimCard>,
    pub hands: Vec<PersonCard>,
    pub help: Vec<TableNumber>,
    pub ready: usize,
    pub parked: Vec<Parked>,
    pub commitments: Vec<CommitmentCard>,
    pub deputy: Option<SeatId>,
    pub deputy_leads: bool,
    pub door_locked: bool,
    /// When the plan at hand was stored, while the newest one is unfinished and the lobby waits.
    pub uses_plan_of: Option<Moment>,
    /// What was agreed on last time, at the item that opens with it.
    pub opening: Vec<String>,
    /// The last move of a coming item, to be undone.
    pub moved: Option<MovedCard>,
    /// «Guru-alarm!» is on.
    pub nudge: bool,
    /// When a talk that runs now has gone on for as long as a room should listen.
    pub nudge_at: Option<Moment>,
    /// How many have answered about the goals, while they are asked; `None` for fewer than five.
    pub goals_asked: bool,
    pub goals_answered: Option<usize>,
    /// The meeting has ended, and that can still be undone.
    pub may_undo_end: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MovedCard {
    pub item: ItemNo,
    pub title: String,
    /// Where it goes if the move is undone.
    pub before: Option<ItemNo>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonCard {
    pub seat: SeatId,
    pub name: String,
    pub present: bool,
    pub without_device: bool,
    pub is_out: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimCard {
    pub claim: u32,
    pub name: String,
}

/// Returns what the console may show.
#[must_use]
pub fn console<'state>(
    scene: impl Into<Scene<'state>>,
    now: Moment,
    live: &Live,
) -> Option<ConsoleScreen> {
    let scene = scene.into();
    let state = scene.state;
    let plan = state.plan.as_ref()?;
    let people = state.seats.keys().filter_map(|seat| person(state, *seat));
    let groups = state.groups().map_or(vec![], |(seating, seated)| {
        let numbers = seated.tables.iter().map(|table| table.number);
        numbers.filter_map(|number| table_card(state, seating, number, None)).collect()
    });
    let open = state.claims.iter().filter(|(_, claim)| claim.granted.is_none());
    Some(ConsoleScreen {
        phase: phase_card(state),
        title: plan.title.clone(),
        now: now_card(state),
        program: program(state, now),
        pace: crate::pace::pace(state, now),
        next_minute_from: crate::pace::giver(state, now),
        tables: tables(state),
        groups,
        points: scene.points().to_vec(),
        people: people.collect(),
        connected: live.connected,
        claims: open
            .map(|(claim, it)| ClaimCard { claim: *claim, name: state.name(it.seat).to_owned() })
            .collect(),
        hands: state.hands.iter().filter_map(|seat| person(state, *seat)).collect(),
        help: state.help.clone(),
        ready: state.ready.len(),
        parked: state.parked.clone(),
        commitments: commitments(state),
        deputy: state.deputy,
        deputy_leads: matches!(state.lead, Lead::Deputy(_)),
        door_locked: state.door_locked,
        uses_plan_of: live.uses_plan_of.filter(|_| state.phase == Phase::Lobby),
        opening: super::opening(state),
        moved: moved(state),
        nudge: state.nudge,
        nudge_at: nudge_at(state),
        goals_asked: goals::are_asked(state) && !plan.goals.is_empty(),
        goals_answered: goals::answered(state),
        may_undo_end: crate::decide::program::may_undo_end(state, now),
    })
}

fn moved(state: &State) -> Option<MovedCard> {
    let Moved { item, stood_before } = state.moved?;
    let title = state.row(item)?.title.clone();
    Some(MovedCard { item, title, before: stood_before })
}

/// A talk is nudged at its end, or after the minutes a room listens, whichever comes first.
fn nudge_at(state: &State) -> Option<Moment> {
    let running = state.running().filter(|_| state.nudge)?;
    let step = state.step(running.place?).filter(|step| step.mode == Mode::Input)?;
    let Clock::Running { until, .. } = running.clock else { return None };
    let began = Moment(until.0 - i64::from(step.seconds.0) * 1000);
    Some(until.min(began + Minutes(ONE_WAY_MINUTES).seconds()))
}

fn person(state: &State, seat: SeatId) -> Option<PersonCard> {
    let it = state.seats.get(&seat)?;
    Some(PersonCard {
        seat,
        name: it.name.clone(),
        present: it.present,
        without_device: it.without_device,
        is_out: it.is_out,
    })
}
