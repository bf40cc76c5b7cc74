//! «Nådde vi målene?»: each answers for oneself, and the room sees counts of many or nothing.
//!
//! **Invariant `counted-once`:** the counts are made when the meeting ends, from five devices and
//! up, ten where all say the same, and never again. Counts that moved with each answer would tell whose answer it was.
//!
//! **Invariant `answers-are-dropped`:** once an end cannot be undone, or the answers have been
//! counted, no stored fact says what a seat answered. Held by [`without_answers`].

use std::collections::BTreeSet;

use kernel::ids::SeatId;
use kernel::limits::{COUNTED_MIN, END_UNDONE_WITHIN, UNANIMOUS_MIN};
use kernel::time::Moment;
use serde::Serialize;

use crate::event::{Event, GoalAnswer, GoalCount};
use crate::state::{Phase, State};

/// A goal with the counts of its answers, where there are enough of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalResult {
    pub goal: String,
    pub count: GoalCount,
}

/// A goal as one person is asked about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalCard {
    pub goal: String,
    pub mine: Option<GoalAnswer>,
}

/// Tells whether people are asked now: in the items that close or evaluate the meeting, in its
/// last item whatever that is, and only until the answers have been counted.
#[must_use]
pub fn are_asked(state: &State) -> bool {
    let Phase::Running(running) = &state.phase else { return false };
    let Some(place) = running.place else { return false };
    let Some(row) = state.row(place.item) else { return false };
    let mut rest = crate::order::after(state, Some(place.item));
    let is_last = rest.all(|item| !crate::order::is_run(state, item));
    state.goals_counted.is_none() && (row.tool == "closing" || row.evaluation || is_last)
}

/// Returns the goals with one person's own answers, while people are asked.
#[must_use]
pub fn cards(state: &State, me: SeatId) -> Vec<GoalCard> {
    let goals = state.plan.as_ref().filter(|_| are_asked(state)).map(|plan| &plan.goals);
    let cards = goals.into_iter().flatten().enumerate().map(|(number, goal)| GoalCard {
        goal: goal.clone(),
        mine: state.goal_answers.get(&(number, me)).map(|given| given.answer),
    });
    cards.collect()
}

/// Returns the counts that the room may see: after the end, and only goals with enough answers.
#[must_use]
pub fn results(state: &State) -> Vec<GoalResult> {
    if !matches!(state.phase, Phase::Ended { .. }) {
        return vec![];
    }
    let goals = state.plan.iter().flat_map(|plan| &plan.goals);
    let counted = goals.zip(state.goals_counted.iter().flatten());
    let results = counted
        .filter_map(|(goal, count)| Some(GoalResult { goal: goal.clone(), count: (*count)? }));
    results.collect()
}

/// Returns how many have answered for every goal, once they are enough to be a number.
#[must_use]
pub fn answered(state: &State) -> Option<usize> {
    let goals = state.plan.as_ref()?.goals.len();
    let has_answered =
        |seat: &&SeatId| (0..goals).all(|goal| state.goal_answers.contains_key(&(goal, **seat)));
    Some(state.seats.keys().filter(has_answered).count()).filter(|many| *many >= COUNTED_MIN)
}

/// Counts the answers, unless they were counted before or no goal has enough.
pub(crate) fn count(state: &mut State) {
    if state.goals_counted.is_some() {
        return;
    }
    let goals = state.plan.as_ref().map_or(0, |plan| plan.goals.len());
    let counts: Vec<Option<GoalCount>> = (0..goals).map(|goal| count_of(state, goal)).collect();
    state.goals_counted = counts.iter().any(Option::is_some).then_some(counts);
}

/// Counts the answers for one goal. Devices must be enough, since who has several seats knows what
/// each of them answered, and an answer that all of few gave is everybody's.
fn count_of(state: &State, goal: usize) -> Option<GoalCount> {
    let mut count = GoalCount::default();
    let mut devices = BTreeSet::new();
    for (_, given) in state.goal_answers.iter().filter(|((of, _), _)| *of == goal) {
        devices.insert(given.device);
        match given.answer {
            GoalAnswer::Reached => count.reached += 1,
            GoalAnswer::Partly => count.partly += 1,
            GoalAnswer::NotYet => count.not_yet += 1,
        }
    }
    let counts = [count.reached, count.partly, count.not_yet];
    let is_unanimous = counts.iter().filter(|count| **count > 0).count() == 1;
    let enough = if is_unanimous { UNANIMOUS_MIN } else { COUNTED_MIN };
    (devices.len() >= enough).then_some(count)
}

/// Returns what to store in the place of facts that say what a seat answered, by their numbers.
/// `state` is what the facts add up to; nothing changes while the answers may still be wanted.
#[must_use]
pub fn without_answers(state: &State, facts: &[(i64, Event)], now: Moment) -> Vec<(i64, Event)> {
    let Phase::Ended { at, .. } = state.phase else { return vec![] };
    if state.goals_counted.is_none() && now <= at + END_UNDONE_WITHIN {
        return vec![];
    }
    let answers = facts.iter().filter(|(_, fact)| matches!(fact, Event::GoalAnswered { .. }));
    let mut instead: Vec<(i64, Event)> =
        answers.map(|(seq, _)| (*seq, Event::GoalAnswerDropped)).collect();
    let is_told = facts.iter().any(|(_, fact)| matches!(fact, Event::GoalsCounted { .. }));
    if let (Some(counts), Some((_, last)), false) =
        (&state.goals_counted, instead.last_mut(), is_told)
    {
        *last = Event::GoalsCounted { counts: counts.clone() };
    }
    instead
}
