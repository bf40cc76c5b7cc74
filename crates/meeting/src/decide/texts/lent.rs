//! «Lån en idé»: what another table or the room has said, kept as an own note with where it is
//! from. Only what the whole room may see is lent, so nothing leaves a table this way.

use kernel::ids::{ContributionId, Place, SeatId};
use kernel::limits::CONTRIBUTIONS_PER_SEAT_MAX;
use kernel::step::{Capture, Kind};

use super::{Decision, has_started, written_by, wrote};
use crate::field::field_of;
use crate::given::Given;
use crate::refusal::Refusal;
use crate::seen::{Viewer, loan_of, may_be_borrowed, may_see};
use crate::state::State;
use crate::written::FieldKey;

pub(super) fn borrow(
    state: &State,
    seat: SeatId,
    of: ContributionId,
    given: &Given<'_>,
) -> Decision {
    has_started(state)?;
    let place = state.place().ok_or(Refusal::NotStarted)?;
    let lent = state
        .written
        .get(of)
        .filter(|it| may_see(state, Viewer::Room, it.id) && may_be_borrowed(state, seat, it));
    let lent = lent.ok_or(Refusal::NoSuchText)?;
    if loan_of(state, seat, of).is_some() {
        return Ok(vec![]);
    }
    if written_by(state, seat) >= CONTRIBUTIONS_PER_SEAT_MAX {
        return Err(Refusal::TooMany);
    }
    let field = free_field(state, seat, place).ok_or(Refusal::TooMany)?;
    Ok(vec![wrote(state, seat, field, lent.text.clone(), [of].into(), given)])
}

/// The first free line after those that the step itself asks for.
fn free_field(state: &State, seat: SeatId, place: Place) -> Option<FieldKey> {
    let captures = state.step(place).map_or(&[][..], |step| &step.captures);
    let asked = captures.iter().flat_map(|capture| match capture {
        Capture::Notes(fields) | Capture::Found(fields) => fields.as_slice(),
        Capture::Carry
        | Capture::Pick { .. }
        | Capture::Points { .. }
        | Capture::TableText
        | Capture::Choice
        | Capture::Commitments => &[],
    });
    let first = asked.filter(|field| field.kind == Kind::Loan).map(|field| field.count).sum();
    let mut fields =
        (first..=u8::MAX).filter_map(|slot| field_of(state, seat, place, Kind::Loan, slot));
    fields.find(|field| state.written.in_field(*field).is_none())
}
