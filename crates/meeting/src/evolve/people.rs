//! Who is here, and who is known again.

use kernel::ids::SeatId;

use super::tables;
use crate::state::{Claim, Lead, Seat, State};

pub(super) fn join(state: &mut State, seat: SeatId, name: &str, without_device: bool) {
    state
        .seats
        .insert(seat, Seat { name: name.to_owned(), present: true, without_device, is_out: false });
}

pub(super) fn rename(state: &mut State, seat: SeatId, name: &str) {
    if let Some(it) = state.seats.get_mut(&seat) {
        name.clone_into(&mut it.name);
    }
}

pub(super) fn leave(state: &mut State, seat: SeatId) {
    set_present(state, seat, false);
    state.hands.retain(|hand| *hand != seat);
    tables::take_from(state, seat);
}

pub(super) fn come_back(state: &mut State, seat: SeatId) {
    set_present(state, seat, true);
}

pub(super) fn put_out(state: &mut State, seat: SeatId, is_out: bool) {
    if let Some(it) = state.seats.get_mut(&seat) {
        it.is_out = is_out;
    }
    if state.deputy == Some(seat) {
        state.deputy = None;
    }
    if is_out && state.lead == Lead::Deputy(seat) {
        state.lead = Lead::Leader;
    }
}

fn set_present(state: &mut State, seat: SeatId, present: bool) {
    if let Some(it) = state.seats.get_mut(&seat) {
        it.present = present;
    }
}

pub(super) fn claim(state: &mut State, claim: u32, seat: SeatId) {
    state.claims.insert(claim, Claim { seat, granted: None });
}

pub(super) fn answer_claim(state: &mut State, claim: u32, granted: bool) {
    if let Some(it) = state.claims.get_mut(&claim) {
        it.granted = Some(granted);
    }
}
