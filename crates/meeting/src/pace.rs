//! Ahead or behind: where the meeting is against its fixed end, also while the room is in groups.

use kernel::ids::ItemNo;
use kernel::time::{Moment, Seconds};
use serde::Serialize;

use crate::state::{Clock, State};

/// How the meeting lies against the end that was promised when it started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// When it should end, fixed when it started.
    pub ends_at: Moment,
    /// When it is reckoned to end as things stand.
    pub reckoned_at: Moment,
    /// Seconds behind the plan; negative when ahead.
    pub behind: i64,
}

/// Returns the pace of a meeting that runs.
#[must_use]
pub fn pace(state: &State, now: Moment) -> Option<Pace> {
    let running = state.running()?;
    let planned = state.plan.as_ref()?.minutes();
    let ends_at = running.started_at + kernel::time::Minutes(planned).seconds();
    let reckoned_at = now + left_of_item(state, now) + left_of_program(state);
    let behind = (reckoned_at.0 - ends_at.0).div_euclid(1000);
    Some(Pace { ends_at, reckoned_at, behind })
}

/// Returns what is left of the item that runs: its current step as the clock says, the rest of
/// its steps in full, and the minutes of the item that no step has asked for.
#[must_use]
pub fn left_of_item(state: &State, now: Moment) -> Seconds {
    let Some(running) = state.running() else { return Seconds(0) };
    let Some(place) = running.place else { return Seconds(0) };
    let left = match running.clock {
        Clock::Waiting { total } => total,
        Clock::Running { until, .. } => until.left_at(now),
        Clock::Paused { left, .. } => left,
    };
    let item = &state.items[place.item.0];
    let rest: Seconds = item.steps.iter().skip(place.step + 1).map(|step| step.seconds).sum();
    let asked_for: Seconds = item.steps.iter().map(|step| step.seconds).sum();
    left + rest + (item.seconds - asked_for)
}

fn left_of_program(state: &State) -> Seconds {
    let coming = crate::order::after(state, state.place().map(|place| place.item));
    let coming = coming.filter_map(|item| state.item(item)).filter(|it| !it.skipped);
    coming.map(|it| it.seconds).sum()
}

/// Returns the coming item that gives when time is added: the longest that is not a break, since
/// it feels a minute least. `None` when the meeting is ahead and nobody need give, or when there
/// is nothing left to take from.
#[must_use]
pub fn giver(state: &State, now: Moment) -> Option<ItemNo> {
    if pace(state, now).is_none_or(|pace| pace.behind <= -60) {
        return None;
    }
    let place = state.place()?;
    let coming = crate::order::after(state, Some(place.item));
    let coming = coming.filter_map(|item| Some((item, state.row(item)?, state.item(item)?)));
    let can_give = coming.filter(|(_, row, progress)| {
        !progress.skipped && row.tool != "pause" && progress.seconds > Seconds(120)
    });
    can_give.max_by_key(|(_, _, progress)| progress.seconds).map(|(item, _, _)| item)
}
