//! Who sits where, with which roles, and what a table asks for.

use std::collections::BTreeSet;

use kernel::ids::{ItemNo, SeatId, SeatingNo, TableNumber};
use kernel::role::Role;
use kernel::seating::Seating;

use crate::event::Table;
use crate::state::{Seated, State};

pub(super) fn set(state: &mut State, seating: Seating, item: ItemNo, tables: &[Table]) {
    let tables = tables.to_vec();
    state.seatings.push(Seated { seating, item, tables, roles: BTreeSet::new() });
}

pub(super) fn place(state: &mut State, seating: SeatingNo, seat: SeatId, number: TableNumber) {
    let Some(seated) = state.seatings.get_mut(seating.0) else { return };
    for table in &mut seated.tables {
        table.seats.retain(|it| *it != seat);
    }
    seated.roles.retain(|(it, _)| *it != seat);
    if let Some(table) = seated.tables.iter_mut().find(|table| table.number == number) {
        table.seats.push(seat);
    }
}

pub(super) fn give_role(state: &mut State, seating: SeatingNo, seat: SeatId, role: Role) {
    let Some(seated) = state.seatings.get_mut(seating.0) else { return };
    let Some(table) = seated.table_of(seat).cloned() else { return };
    seated.roles.retain(|(it, held)| *held != role || !table.seats.contains(it));
    seated.roles.insert((seat, role));
}

/// Takes someone who left from the tables that stand now and from the meeting's groups. Earlier
/// tables keep them: they tell who met.
pub(super) fn take_from(state: &mut State, seat: SeatId) {
    let now = state.tables_now().map(|(seating, _)| seating);
    let groups = state.groups().map(|(seating, _)| seating);
    for seating in [now, groups].into_iter().flatten() {
        if let Some(seated) = state.seatings.get_mut(seating.0) {
            for table in &mut seated.tables {
                table.seats.retain(|it| *it != seat);
            }
            seated.roles.retain(|(it, _)| *it != seat);
        }
    }
}

/// Tables that are used again no longer wait for those who have left since they were set.
pub(super) fn take_absent_from(state: &mut State, seating: SeatingNo) {
    let Some(seated) = state.seatings.get_mut(seating.0) else { return };
    let seats = &state.seats;
    let is_here = |seat: &SeatId| seats.get(seat).is_some_and(|seat| seat.present);
    for table in &mut seated.tables {
        table.seats.retain(is_here);
    }
    seated.roles.retain(|(seat, _)| is_here(seat));
}

pub(super) fn turn(state: &mut State, table: Option<TableNumber>, turn: u32) {
    match table {
        Some(table) => {
            state.table_turns.insert(table, turn);
        }
        None => state.room_turn = turn,
    }
}

pub(super) fn raise_hand(state: &mut State, seat: SeatId) {
    if !state.hands.contains(&seat) {
        state.hands.push(seat);
    }
}

pub(super) fn ask_help(state: &mut State, table: TableNumber) {
    if !state.help.contains(&table) {
        state.help.push(table);
    }
}

pub(super) fn be_ready(state: &mut State, table: TableNumber) {
    state.ready.insert(table);
}

pub(super) fn change_question(state: &mut State, table: TableNumber, text: &str) {
    if let Some(place) = state.place() {
        state.questions.insert((place.item, table), text.to_owned());
    }
}
