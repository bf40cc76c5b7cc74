//! Who does what when, and what is parked.

use kernel::ids::TableNumber;

use crate::event::Proposed;
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
