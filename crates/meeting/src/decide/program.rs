//! The program: start, next, re-open, skip, clock and end. Nothing moves by itself.

use kernel::ids::{ItemNo, Place, SeatId, SeatingNo};
use kernel::limits::END_UNDONE_WITHIN;
use kernel::step::Step;
use kernel::time::{Minutes, Moment, Seconds};
use plan::ways;

use super::{Decision, Draws, leads, tables};
use crate::event::Event;
use crate::given::{Actor, Given};
use crate::order;
use crate::refusal::Refusal;
use crate::state::{Clock, Phase, Running, State};

/// What is wished of the program by whoever leads.
#[derive(Clone, Debug, PartialEq)]
pub enum ProgramWish {
    Start,
    MoveOn {
        from: Place,
    },
    Reopen {
        from: Place,
    },
    SkipItem {
        item: ItemNo,
    },
    /// Puts a coming item before another, or last.
    MoveItem {
        item: ItemNo,
        before: Option<ItemNo>,
    },
    StartClock {
        place: Place,
    },
    PauseClock,
    AddTime {
        minutes: Minutes,
    },
    /// «Guru-alarm!»: whether the leader wants a nudge when a talk goes on for long.
    SetNudge {
        on: bool,
    },
    End,
    UndoEnd,
}

pub(super) fn decide(
    state: &State,
    actor: Actor,
    wish: &ProgramWish,
    given: &Given<'_>,
) -> Decision {
    leads(state, actor)?;
    match &state.phase {
        Phase::Lobby => match wish {
            ProgramWish::Start => start(state, given),
            ProgramWish::UndoEnd => Ok(vec![]),
            ProgramWish::MoveOn { .. }
            | ProgramWish::Reopen { .. }
            | ProgramWish::SkipItem { .. }
            | ProgramWish::MoveItem { .. }
            | ProgramWish::StartClock { .. }
            | ProgramWish::PauseClock
            | ProgramWish::AddTime { .. }
            | ProgramWish::SetNudge { .. }
            | ProgramWish::End => Err(Refusal::NotStarted),
        },
        Phase::Running(running) => run(state, running, wish, given),
        Phase::Ended { was, .. } => match wish {
            ProgramWish::UndoEnd if may_undo_end(state, given.now) => Ok(vec![Event::EndUndone]),
            ProgramWish::UndoEnd if was.is_some() => Err(Refusal::Over),
            ProgramWish::UndoEnd
            | ProgramWish::Start
            | ProgramWish::MoveOn { .. }
            | ProgramWish::End => Ok(vec![]),
            ProgramWish::Reopen { .. }
            | ProgramWish::SkipItem { .. }
            | ProgramWish::MoveItem { .. }
            | ProgramWish::StartClock { .. }
            | ProgramWish::PauseClock
            | ProgramWish::AddTime { .. }
            | ProgramWish::SetNudge { .. } => Err(Refusal::Over),
        },
    }
}

/// Tells whether a meeting has ended, and may go on where it was.
#[must_use]
pub fn may_undo_end(state: &State, now: Moment) -> bool {
    let Phase::Ended { at, was, .. } = &state.phase else { return false };
    was.is_some() && now <= *at + END_UNDONE_WITHIN
}

fn run(state: &State, running: &Running, wish: &ProgramWish, given: &Given<'_>) -> Decision {
    match wish {
        ProgramWish::Start | ProgramWish::UndoEnd => Ok(vec![]),
        ProgramWish::MoveOn { from } => Ok(move_on(state, running, *from, given)),
        ProgramWish::Reopen { from } => Ok(reopen(state, running, *from, given)),
        ProgramWish::SkipItem { item } => skip(state, running, *item, given),
        ProgramWish::MoveItem { item, before } => move_item(state, *item, *before),
        ProgramWish::StartClock { place } => Ok(start_clock(running, *place, given)),
        ProgramWish::PauseClock => Ok(pause(running, given)),
        ProgramWish::AddTime { minutes } => Ok(add_time(state, running, *minutes, given)),
        ProgramWish::SetNudge { on } => Ok(set_nudge(state, *on)),
        ProgramWish::End => Ok(vec![Event::Ended { at: given.now }]),
    }
}

impl ProgramWish {
    /// Tells whether a move through the program sets tables, places somebody, or opens an item
    /// whose time may hang on how many groups are planned.
    pub(super) fn draws(&self, state: &State) -> Draws {
        let is_here =
            |from: Place| state.running().is_some_and(|running| running.place == Some(from));
        let opens_after = |item: ItemNo| coming(state, item).is_some_and(|it| draws_in(state, it));
        let at = |place: Place| {
            state.step(place).is_some_and(|step| tables::draws_at(state, place, step))
        };
        Draws::when(match self {
            ProgramWish::Start => first(state).is_some_and(|item| draws_in(state, item)),
            ProgramWish::MoveOn { from } => {
                let next = Place { item: from.item, step: from.step + 1 };
                let has_next = state.step(next).is_some();
                is_here(*from) && if has_next { at(next) } else { opens_after(from.item) }
            }
            ProgramWish::Reopen { from } => {
                is_here(*from) && order::places_before(state, *from).next().is_some_and(at)
            }
            ProgramWish::SkipItem { item } => {
                state.place().is_some_and(|place| place.item == *item) && opens_after(*item)
            }
            ProgramWish::MoveItem { .. }
            | ProgramWish::StartClock { .. }
            | ProgramWish::PauseClock
            | ProgramWish::AddTime { .. }
            | ProgramWish::SetNudge { .. }
            | ProgramWish::End
            | ProgramWish::UndoEnd => return Draws::Never,
        })
    }
}

fn draws_in(state: &State, item: ItemNo) -> bool {
    let Some(progress) = state.item(item) else { return false };
    let has_parts = || {
        let row = state.row(item);
        row.is_some_and(|row| !row.own_steps.is_empty())
    };
    match progress.steps.first() {
        Some(step) if progress.opened => tables::draws_at(state, Place { item, step: 0 }, step),
        Some(_) | None if state.groups().is_none() && !has_parts() => true,
        Some(_) | None => {
            let steps = steps_of(state, item, &[]);
            let step = steps.first();
            step.is_some_and(|it| tables::draws_at(state, Place { item, step: 0 }, it))
        }
    }
}

fn first(state: &State) -> Option<ItemNo> {
    state.order.iter().copied().find(|item| order::is_run(state, *item))
}

/// The next item that is not skipped.
fn coming(state: &State, from: ItemNo) -> Option<ItemNo> {
    order::after(state, Some(from)).find(|item| order::is_run(state, *item))
}

fn start(state: &State, given: &Given<'_>) -> Decision {
    if state.plan.is_none() {
        return Err(Refusal::NotOpen);
    }
    if state.present().is_empty() {
        return Err(Refusal::TooFewPeople);
    }
    let mut facts = vec![Event::Started { at: given.now }];
    facts.extend(first(state).map(|item| open_item(state, item, given)).unwrap_or_default());
    Ok(facts)
}

fn move_on(state: &State, running: &Running, from: Place, given: &Given<'_>) -> Vec<Event> {
    if running.place != Some(from) {
        return vec![];
    }
    let next = Place { item: from.item, step: from.step + 1 };
    if let Some(step) = state.step(next) {
        return open_step(state, next, step, running.seating, given);
    }
    open_coming(state, from.item, given)
}

/// Opens the next item that is not skipped, or ends the meeting.
fn open_coming(state: &State, from: ItemNo, given: &Given<'_>) -> Vec<Event> {
    match coming(state, from) {
        Some(item) => open_item(state, item, given),
        None => vec![Event::Ended { at: given.now }],
    }
}

/// Goes back to the step before. Everything that has been written since is kept.
fn reopen(state: &State, running: &Running, from: Place, given: &Given<'_>) -> Vec<Event> {
    if running.place != Some(from) {
        return vec![];
    }
    let Some(place) = order::places_before(state, from).next() else { return vec![] };
    state.step(place).map_or(vec![], |step| open_step(state, place, step, running.seating, given))
}

fn skip(state: &State, running: &Running, item: ItemNo, given: &Given<'_>) -> Decision {
    let Some(progress) = state.item(item) else { return Err(Refusal::NothingToSkip) };
    let here = running.place.and_then(|place| order::position(state, place.item));
    if order::position(state, item) < here {
        return Err(Refusal::NothingToSkip);
    }
    if progress.skipped {
        return Ok(vec![]);
    }
    let mut facts = vec![Event::ItemSkipped { item }];
    if running.place.is_some_and(|place| place.item == item) {
        facts.extend(open_coming(state, item, given));
    }
    Ok(facts)
}

/// Puts an item that has not begun before another that has not, or last.
fn move_item(state: &State, item: ItemNo, before: Option<ItemNo>) -> Decision {
    let movable = order::movable(state);
    let is_known = |item: &ItemNo| movable.contains(item);
    if !is_known(&item) || !before.iter().all(is_known) {
        return Err(Refusal::NothingToMove);
    }
    let is_there = order::with_move(state, item, before) == state.order;
    Ok(if is_there { vec![] } else { vec![Event::ItemMoved { item, before }] })
}

fn set_nudge(state: &State, on: bool) -> Vec<Event> {
    if on == state.nudge { vec![] } else { vec![Event::NudgeSet { on }] }
}

fn start_clock(running: &Running, place: Place, given: &Given<'_>) -> Vec<Event> {
    if running.place != Some(place) {
        return vec![];
    }
    match running.clock {
        Clock::Waiting { total } => vec![Event::ClockStarted { until: given.now + total }],
        Clock::Paused { left, .. } => vec![Event::ClockStarted { until: given.now + left }],
        Clock::Running { .. } => vec![],
    }
}

fn pause(running: &Running, given: &Given<'_>) -> Vec<Event> {
    match running.clock {
        Clock::Running { until, .. } => {
            vec![Event::ClockPaused { left: until.left_at(given.now) }]
        }
        Clock::Waiting { .. } | Clock::Paused { .. } => vec![],
    }
}

/// Adds minutes and says where they are taken from. A clock that has run out starts anew from
/// now, so that «ett minutt til» is a whole minute.
fn add_time(state: &State, running: &Running, minutes: Minutes, given: &Given<'_>) -> Vec<Event> {
    let seconds = minutes.seconds();
    if seconds == Seconds(0) {
        return vec![];
    }
    let until = match running.clock {
        Clock::Running { until, .. } => Some(until.max(given.now) + seconds),
        Clock::Waiting { .. } | Clock::Paused { .. } => None,
    };
    let from_item = crate::pace::giver(state, given.now);
    vec![Event::TimeAdded { seconds, until, from_item }]
}

/// Opens an item at its first step, with steps worked out from its minutes and the room as it is
/// now. An item that has been open before keeps the steps it had.
fn open_item(state: &State, item: ItemNo, given: &Given<'_>) -> Vec<Event> {
    let progress = &state.items[item.0];
    let first = Place { item, step: 0 };
    if progress.opened && !progress.steps.is_empty() {
        return open_step(state, first, &progress.steps[0], None, given);
    }
    let steps = steps_of(state, item, &given.known.groups);
    let opened = Event::ItemOpened { item, steps: steps.clone(), at: given.now };
    let mut facts = vec![opened];
    if let Some(step) = steps.first() {
        facts.extend(open_step(state, first, step, None, given));
    }
    facts
}

fn steps_of(state: &State, item: ItemNo, planned: &[Vec<SeatId>]) -> Vec<Step> {
    let row = state.row(item);
    let Some(row) = row else { return vec![] };
    let minutes = state.items[item.0].seconds.minutes_up();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let people = match state.present().len() {
        0 => state.plan.as_ref().map_or(0, |plan| plan.participants),
        here => count(here),
    };
    let groups: Vec<u32> = match state.groups() {
        Some((_, seated)) => seated.tables.iter().map(|table| count(table.seats.len())).collect(),
        None => planned.iter().map(|group| count(group.len())).filter(|size| *size > 0).collect(),
    };
    ways::steps_run(row, &ways::room(people, &groups, row), minutes, tools::ALL)
}

/// Opens a step: sets its tables when they are new, and starts the clock at once unless people
/// have to find new tables first.
fn open_step(
    state: &State,
    place: Place,
    step: &Step,
    seating_now: Option<SeatingNo>,
    given: &Given<'_>,
) -> Vec<Event> {
    let mut facts = vec![];
    let seating = if step.seating.has_tables() {
        let (seating, set) = tables::for_step(state, place, step, given);
        facts.extend(set);
        Some(seating)
    } else {
        None
    };
    facts.push(Event::StepOpened { place, seating, at: given.now });
    let people_move = seating.is_some() && seating != seating_now;
    if !people_move {
        facts.push(Event::ClockStarted { until: given.now + step.seconds });
    }
    facts
}

#[cfg(test)]
mod tests {
    use kernel::seating::Seating;
    use plan::document::Item;

    use super::*;
    use crate::drawing::sizes;

    #[test]
    fn the_room_that_is_planned_for_is_the_one_that_is_seated() {
        for people in 1..=300 {
            let room = ways::room(people, &[], &Item::default());
            let tables = |seating| sizes(seating, people.try_into().unwrap());
            let groups = tables(Seating::Groups);
            let planned = [room.groups, room.group_size, room.trios];
            let seated = [groups.len(), groups[0], tables(Seating::Trios).len()];
            assert_eq!(planned, seated.map(|it| u32::try_from(it).unwrap()), "{people}");
        }
    }
}
