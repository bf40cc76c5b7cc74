//! The program: its items and steps, the clock, the beginning and the end.

use kernel::ids::{ItemNo, Place, PlanVersion, SeatingNo};
use kernel::step::Step;
use kernel::time::{Minutes, Moment, Seconds};
use plan::document::Plan;

use super::tables;
use crate::goals;
use crate::state::{Clock, ItemProgress, Phase, Running, State};

pub(super) fn open(state: &mut State, plan: &Plan, version: PlanVersion) {
    let items = plan.items.iter().map(|item| ItemProgress {
        seconds: Minutes(item.minutes_in_meeting()).seconds(),
        steps: vec![],
        opened: false,
        skipped: false,
    });
    state.items = items.collect();
    state.order = (0..state.items.len()).map(ItemNo).collect();
    state.plan = Some(plan.clone());
    state.plan_version = version;
}

pub(super) fn replan(state: &mut State, plan: &Plan, version: PlanVersion) {
    if state.phase == Phase::Lobby {
        open(state, plan, version);
    }
}

pub(super) fn start(state: &mut State, at: Moment) {
    if state.phase == Phase::Lobby {
        state.phase = Phase::Running(Running {
            started_at: at,
            place: None,
            seating: None,
            clock: Clock::Waiting { total: Seconds(0) },
        });
    }
}

pub(super) fn open_item(state: &mut State, item: ItemNo, steps: &[Step]) {
    state.moved = None;
    if let Some(progress) = state.items.get_mut(item.0) {
        progress.steps = steps.to_vec();
        progress.opened = true;
        progress.skipped = false;
    }
}

pub(super) fn skip_item(state: &mut State, item: ItemNo) {
    state.moved = None;
    if let Some(progress) = state.items.get_mut(item.0) {
        progress.skipped = true;
    }
}

pub(super) fn open_step(state: &mut State, place: Place, seating: Option<SeatingNo>) {
    state.opened.insert(place);
    if let Some(seating) = seating {
        state.seat_at(place, seating);
        tables::take_absent_from(state, seating);
    }
    let total = state.step(place).map_or(Seconds(0), |step| step.seconds);
    state.room_turn = 0;
    state.table_turns.clear();
    state.ready.clear();
    state.help.clear();
    if let Phase::Running(running) = &mut state.phase {
        running.place = Some(place);
        running.seating = seating;
        running.clock = Clock::Waiting { total };
    }
}

pub(super) fn start_clock(state: &mut State, until: Moment) {
    if let Phase::Running(running) = &mut state.phase {
        running.clock = Clock::Running { until, total: running.clock.total() };
    }
}

pub(super) fn pause_clock(state: &mut State, left: Seconds) {
    if let Phase::Running(running) = &mut state.phase {
        running.clock = Clock::Paused { left, total: running.clock.total() };
    }
}

pub(super) fn add_time(
    state: &mut State,
    seconds: Seconds,
    until: Option<Moment>,
    from_item: Option<ItemNo>,
) {
    lend_time(state, seconds, from_item);
    let Phase::Running(running) = &mut state.phase else { return };
    let total = running.clock.total() + seconds;
    running.clock = match running.clock {
        Clock::Running { until: before, .. } => {
            Clock::Running { until: until.unwrap_or(before + seconds), total }
        }
        Clock::Waiting { .. } => Clock::Waiting { total },
        Clock::Paused { left, .. } => Clock::Paused { left: left + seconds, total },
    };
}

/// Moves minutes in the program: the step and its item grow, and the item that gives shrinks.
fn lend_time(state: &mut State, seconds: Seconds, from_item: Option<ItemNo>) {
    if let Some(place) = state.place()
        && let Some(progress) = state.items.get_mut(place.item.0)
    {
        progress.seconds = progress.seconds + seconds;
        if let Some(step) = progress.steps.get_mut(place.step) {
            step.seconds = step.seconds + seconds;
        }
    }
    if let Some(giver) = from_item.and_then(|item| state.items.get_mut(item.0)) {
        giver.seconds = giver.seconds - seconds;
    }
}

pub(super) fn end(state: &mut State, at: Moment) {
    let was = state.running().cloned();
    let started_at = was.as_ref().map(|was| was.started_at);
    goals::count(state);
    state.phase = Phase::Ended { at, was, started_at };
}

pub(super) fn undo_end(state: &mut State) {
    if let Phase::Ended { was: Some(was), .. } = &state.phase {
        state.phase = Phase::Running(was.clone());
    }
}
