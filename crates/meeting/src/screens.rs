//! What each screen may show, worked out for one viewer at a time.
//!
//! The structs are read by the views and sent as JSON; they are never stored. Everything written
//! by others that stands in them is a [`crate::seen::Seen`].

pub mod board;
pub mod console;
mod floor;
pub mod phone;
pub mod result;
pub mod wall;

use std::sync::Arc;

use kernel::ids::{ContributionId, ItemNo, Place, SeatId, SeatingNo, TableNumber};
use kernel::role::Role;
use kernel::seating::Seating;
use kernel::step::{Kind, Mode, Round, Source};
use kernel::time::{Moment, Seconds};
use plan::document::ItemKind;
use plan::news::News;
use serde::Serialize;

use crate::cafe;
use crate::seen::{Seen, Viewer, may_see_commitment};
use crate::state::{Clock, Commitment, Phase, State};
use crate::written::Owner;

/// What the shell knows of the room that is not a fact: lines that are open now.
#[derive(Clone, Debug, Default)]
pub struct Live {
    pub leader_is_away: bool,
    /// Seats with an open line.
    pub connected: u32,
    /// Tables whose focus keeper has just asked «Er vi på saken?». Nothing of it is kept.
    pub detours: Vec<TableNumber>,
    /// When the plan that the lobby uses was stored, while a newer one cannot run as it is.
    pub uses_plan_of: Option<Moment>,
    /// What has changed since the invitation went out.
    pub news: Arc<[News]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseCard {
    Lobby,
    Running,
    Ended,
}

/// The step that runs, alike for every screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NowCard {
    pub place: Place,
    /// The first of the item's steps, as `tool`–`step` text keys.
    pub tool: String,
    pub step: String,
    /// What the planner wrote that people do, where the step is the planner's own. It stands
    /// before the text of the key.
    pub says: String,
    pub item_title: String,
    pub item_goal: String,
    /// Which of the items it is, counted from 1 in the order they run.
    pub number: usize,
    pub items: usize,
    pub questions: Vec<String>,
    pub mode: Mode,
    pub seating: Seating,
    pub round: Option<Round>,
    pub clock: ClockCard,
    pub steps: Vec<StepCard>,
    /// In plenary by turns: which table presents now, counted from 0 among the tables.
    pub turn: Option<TurnCard>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepCard {
    pub step: String,
    pub mode: Mode,
    pub seconds: Seconds,
    pub is_done: bool,
    pub is_now: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ClockCard {
    pub state: ClockState,
    /// When the step's time is out, while the clock runs.
    pub until: Option<Moment>,
    /// What is left, while it does not run.
    pub left: Seconds,
    pub total: Seconds,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockState {
    Waiting,
    Running,
    Paused,
}

/// Whose turn it is in a plenary by turns or round a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurnCard {
    pub turn: u32,
    pub of: u32,
    pub each: Seconds,
    /// The table whose reporter has the floor.
    pub table: Option<TableNumber>,
    /// The person whose turn it is at the viewer's table, and those after.
    pub names: Vec<String>,
}

/// A text that somebody wrote, as far as the viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    pub id: ContributionId,
    pub kind: Kind,
    pub text: String,
    /// Whose it is: only shown at the table where people hear each other anyway.
    pub by: Option<String>,
    pub is_mine: bool,
    pub parents: Vec<ContributionId>,
}

/// A row of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProgramRow {
    pub item: ItemNo,
    pub title: String,
    pub goal: String,
    pub tool: String,
    pub seconds: Seconds,
    /// When it is reckoned to begin, from where the meeting is now.
    pub begins_at: Option<Moment>,
    pub is_now: bool,
    pub is_done: bool,
    pub is_skipped: bool,
    /// The moves there are for a coming item, one place each way.
    pub earlier: Option<MoveCard>,
    pub later: Option<MoveCard>,
}

/// A move of a coming item: before another, or last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MoveCard {
    pub before: Option<ItemNo>,
}

/// People at a table, with their roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableCard {
    pub number: TableNumber,
    pub members: Vec<MemberCard>,
    pub status: TableStatus,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberCard {
    pub seat: SeatId,
    pub name: String,
    pub roles: Vec<Role>,
    pub is_me: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableStatus {
    Finding,
    Ready,
    Talking,
    Writing,
    Delivered,
    AsksForHelp,
}

/// Something the viewer can see beside the step's sentence, under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceCard {
    pub source: Source,
    pub cards: Vec<CountedCard>,
    /// The listening order itself, when that is what is shown.
    pub order: Option<String>,
}

/// A text with the number of times it was taken along; never by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountedCard {
    pub card: Card,
    pub times: u32,
    /// The table that stands behind it, for points.
    pub table: Option<TableNumber>,
    /// Whether the viewer may keep a copy of it, and the copy if it is kept.
    pub loan: Option<LoanCard>,
}

/// «Lån en idé»: what the viewer can do with somebody else's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LoanCard {
    /// The viewer's own note, once the idea is borrowed.
    pub kept_as: Option<ContributionId>,
}

/// A commitment: hvem-gjør-hva-når.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommitmentCard {
    pub number: u32,
    pub what: String,
    pub owner: SeatId,
    pub owner_name: String,
    pub due: String,
    pub sign: String,
    pub accepted: Option<bool>,
}

/// Returns the step that runs, or `None` in the lobby and after the end.
#[must_use]
pub fn now_card(state: &State) -> Option<NowCard> {
    let running = state.running()?;
    let place = running.place?;
    let step = state.step(place)?;
    let plan = state.plan.as_ref()?;
    let item = state.row(place.item)?;
    let steps = state.item(place.item)?.steps.iter().enumerate();
    Some(NowCard {
        place,
        tool: item.steps_are_of().to_owned(),
        step: step.name.clone(),
        says: item.own_steps.get(place.step).map_or(String::new(), |part| part.says.clone()),
        item_title: item.title.clone(),
        item_goal: item.goal.clone(),
        number: crate::order::position(state, place.item).map_or(0, |before| before + 1),
        items: plan.items.len(),
        questions: item.questions.clone(),
        mode: step.mode,
        seating: step.seating,
        round: step.round,
        clock: clock_card(running.clock),
        steps: steps
            .map(|(number, step)| StepCard {
                step: step.name.clone(),
                mode: step.mode,
                seconds: step.seconds,
                is_done: number < place.step,
                is_now: number == place.step,
            })
            .collect(),
        turn: floor::room_turn(state, step),
    })
}

/// Returns a clock as a screen needs it to draw its own ring.
#[must_use]
pub fn clock_card(clock: Clock) -> ClockCard {
    match clock {
        Clock::Waiting { total } => {
            ClockCard { state: ClockState::Waiting, until: None, left: total, total }
        }
        Clock::Running { until, total } => {
            ClockCard { state: ClockState::Running, until: Some(until), left: total, total }
        }
        Clock::Paused { left, total } => {
            ClockCard { state: ClockState::Paused, until: None, left, total }
        }
    }
}

/// Returns the program as it stands, with the moments the coming items are reckoned to begin.
#[must_use]
pub fn program(state: &State, now: Moment) -> Vec<ProgramRow> {
    let place = state.running().and_then(|running| running.place);
    let mut begins = now + crate::pace::left_of_item(state, now);
    let here = place.and_then(|place| crate::order::position(state, place.item));
    let movable = if place.is_some() { crate::order::movable(state) } else { vec![] };
    let in_order = state.order.iter().enumerate();
    let rows = in_order.filter_map(|(position, item)| {
        let item = *item;
        let (row, progress) = (state.row(item)?, state.item(item)?);
        let is_now = place.is_some_and(|place| place.item == item);
        let is_coming = here.is_some_and(|here| here < position) && !progress.skipped;
        let begins_at = is_coming.then_some(begins);
        if is_coming {
            begins = begins + progress.seconds;
        }
        let (earlier, later) = moves(&movable, item);
        Some(ProgramRow {
            item,
            title: row.title.clone(),
            goal: row.goal.clone(),
            tool: row.worked_with().to_owned(),
            seconds: progress.seconds,
            begins_at,
            is_now,
            is_done: progress.opened && !is_now,
            is_skipped: progress.skipped,
            earlier,
            later,
        })
    });
    rows.collect()
}

/// Returns the moves of an item among those that can be moved: one earlier and one later.
fn moves(movable: &[ItemNo], item: ItemNo) -> (Option<MoveCard>, Option<MoveCard>) {
    let Some(at) = movable.iter().position(|it| *it == item) else { return (None, None) };
    let before = at.checked_sub(1).and_then(|at| movable.get(at).copied());
    let is_last = at + 1 == movable.len();
    (
        before.map(|before| MoveCard { before: Some(before) }),
        (!is_last).then(|| MoveCard { before: movable.get(at + 2).copied() }),
    )
}

/// Returns what was agreed on last time while the room is at the item that opens with it: the one
/// the plan points out, or else the first.
#[must_use]
pub fn opening(state: &State) -> Vec<String> {
    let (Some(plan), Some(place)) = (&state.plan, state.running().and_then(|it| it.place)) else {
        return vec![];
    };
    let pointed_out = plan.items.iter().position(|item| item.links_previous).map(ItemNo);
    let opens = pointed_out.or_else(|| {
        let mut order = state.order.iter().copied();
        order.find(|item| state.row(*item).is_some_and(|row| row.kind != ItemKind::Notice))
    });
    if opens == Some(place.item) { plan.previous.clone() } else { vec![] }
}

fn phase_card(state: &State) -> PhaseCard {
    match state.phase {
        Phase::Lobby => PhaseCard::Lobby,
        Phase::Running(_) => PhaseCard::Running,
        Phase::Ended { .. } => PhaseCard::Ended,
    }
}

/// Returns a text as a card; the name stands on it only for the viewer's own table.
fn card(state: &State, seen: Seen<'_>) -> Card {
    let it = seen.text();
    let (is_mine, named) = match seen.by() {
        Viewer::Room => (false, false),
        Viewer::Seat(me) => (it.by == me && it.table.is_none(), it.by != me && it.table.is_none()),
    };
    Card {
        id: it.id,
        kind: it.kind,
        text: it.text.clone(),
        by: named.then(|| state.name(it.by).to_owned()),
        is_mine,
        parents: it.parents.clone(),
    }
}

/// Returns a table with the roles its members hold in a seating.
#[must_use]
pub fn table_card(
    state: &State,
    seating: SeatingNo,
    number: TableNumber,
    me: Option<SeatId>,
) -> Option<TableCard> {
    let seated = state.seating(seating)?;
    let table = seated.table(number)?;
    let members = table.seats.iter().map(|seat| MemberCard {
        seat: *seat,
        name: state.name(*seat).to_owned(),
        roles: seated.roles_of(*seat),
        is_me: me == Some(*seat),
    });
    Some(TableCard {
        number,
        members: members.collect(),
        status: table_status(state, seating, number),
    })
}

fn table_status(state: &State, seating: SeatingNo, number: TableNumber) -> TableStatus {
    let Some(running) = state.running() else { return TableStatus::Talking };
    let item = running.place.map_or(ItemNo(0), |place| place.item);
    let texts =
        |seating| state.written.of(Owner::Table(seating, number)).any(|it| it.place.item == item);
    // Where a text stays with the number on the sign, it is the first round's; another seating has
    // other tables of the same numbers.
    let is_cafe = state.seating(seating).is_some_and(|it| cafe::keeps_texts(it.seating));
    let first = cafe::rounds(state, item).next().filter(|_| is_cafe);
    let writes = texts(seating) || first.is_some_and(|(first, _)| texts(first));
    if state.help.contains(&number) {
        TableStatus::AsksForHelp
    } else if state.delivered.contains(&(item, number)) {
        TableStatus::Delivered
    } else if matches!(running.clock, Clock::Waiting { .. }) {
        if state.ready.contains(&number) { TableStatus::Ready } else { TableStatus::Finding }
    } else if writes {
        TableStatus::Writing
    } else {
        TableStatus::Talking
    }
}

/// Returns every commitment, for the leader alone.
#[must_use]
pub fn commitments(state: &State) -> Vec<CommitmentCard> {
    commitment_cards(state, |_| true)
}

/// Returns the commitments that a viewer may see.
#[must_use]
pub fn commitments_for(state: &State, viewer: Viewer) -> Vec<CommitmentCard> {
    commitment_cards(state, |it| may_see_commitment(it, viewer))
}

fn commitment_cards(state: &State, is_seen: impl Fn(&Commitment) -> bool) -> Vec<CommitmentCard> {
    let seen = state.commitments.iter().filter(|(_, it)| is_seen(it));
    let all = seen.map(|(number, it)| CommitmentCard {
        number: *number,
        what: it.what.clone(),
        owner: it.owner,
        owner_name: state.name(it.owner).to_owned(),
        due: it.due.clone(),
        sign: it.sign.clone(),
        accepted: it.accepted,
    });
    all.collect()
}
