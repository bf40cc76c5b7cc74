//! Which field a text stands in.
//!
//! Whoever writes a text, shows it or looks it up asks here, so that the three always mean the
//! same field.

use kernel::ids::{Place, SeatId};
use kernel::step::Kind;

use crate::cafe;
use crate::state::State;
use crate::written::{FieldKey, Owner};

/// Returns the field that a seat's text of a kind stands in, when it is written at a place. `None`
/// where a table would own the text and the seat has no table there.
///
/// The place of the field may be another than the one it is written at: a café table goes on with
/// its text through the rounds.
#[must_use]
pub fn field_of(
    state: &State,
    seat: SeatId,
    place: Place,
    kind: Kind,
    slot: u8,
) -> Option<FieldKey> {
    let (owner, place) = if kind.is_of_the_table() {
        cafe::owner(state, place, seat)?
    } else {
        (Owner::Seat(seat), place)
    };
    Some(FieldKey { owner, place, kind, slot })
}

#[cfg(test)]
mod tests;
