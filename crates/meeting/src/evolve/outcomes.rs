//! Who does what when, what is parked, and what people think of the goals.

use kernel::ids::{SeatId, TableNumber};

use crate::event::{GoalAnswer, Proposed};
use crate::state::{Commitment, Parked, State};

pub(super) fn park(state: &mut State, text: &str, table: Option<TableNumber>) {
    state.parked.push(Parked { text: text.to_owned(), table });
}

pub(super) fn propose(state: &mut State, fact: &Proposed) {
    let Proposed { number, what, owner, due, sign } = fact.clone();
    state.commitments.insert(number, Commitment { what, owner, due, sign, accepted: None });
}

pub(super) fn answer_commitment(state: &mut State, number: u32, accepted: bool) {
    if let Some(commitment) = state.commitments.get_mut(&number) {
        commitment.accepted = Some(accepted);
    }
}

pub(super) fn answer_goal(state: &mut State, seat: SeatId, goal: usize, answer: GoalAnswer) {
    state.goal_answers.insert((goal, seat), answer);
}
