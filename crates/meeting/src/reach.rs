//! Whose screen a fact may change, so that a private note wakes no phone but its author's.
//!
//! The other side of [`crate::seen`]: a fact reaches everybody who may see what it tells, and
//! perhaps some more.

use std::collections::BTreeSet;

use kernel::ids::{ContributionId, ItemNo, Place, SeatId, TableNumber};
use kernel::step::{Kind, Source};

use crate::event::{Event, Proposed, Wrote};
use crate::seen::{is_handed_on, seats_of};
use crate::state::State;

/// Whose screens a fact may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    Everyone,
    /// The phones of these, the console and the wall.
    Seats(BTreeSet<SeatId>),
}

/// Returns whom a fact reaches that has just become a part of the state.
#[must_use]
pub fn reach(state: &State, event: &Event) -> Reach {
    match event {
        Event::Wrote(Wrote { id, .. }) | Event::Stood { point: id, .. } => text(state, *id),
        Event::Rewrote { id, .. } | Event::Withdrawn { id } | Event::Restored { id } => {
            // Whoever it was handed on to may see its words.
            if state.written.grown_from(*id).next().is_some() {
                Reach::Everyone
            } else {
                text(state, *id)
            }
        }
        Event::Chosen { seat, .. } => Reach::Seats(mates(state, state.place(), *seat)),
        Event::HandRaised { seat } | Event::GoalAnswered { seat, .. } => {
            Reach::Seats([*seat].into())
        }
        Event::HandLowered { seat } => {
            Reach::Seats(state.hands.iter().copied().chain([*seat]).collect())
        }
        Event::HelpAsked { table }
        | Event::HelpGiven { table }
        | Event::TableReady { table }
        | Event::QuestionChanged { table, .. }
        | Event::TurnMoved { table: Some(table), .. } => Reach::Seats(table_now(state, *table)),
        // A phone shows what its owner is asked for and has taken on, and the room the rest.
        Event::CommitmentProposed(Proposed { owner, .. }) => Reach::Seats([*owner].into()),
        Event::CommitmentAnswered { number, .. } => {
            let owner = state.commitments.get(number).map(|it| it.owner);
            Reach::Seats(owner.into_iter().collect())
        }
        Event::Delivered { item, table, .. } => delivered(state, *item, *table),
        Event::Parked { .. }
        | Event::DoorLocked
        | Event::DoorUnlocked
        | Event::NudgeSet { .. }
        | Event::GoalsCounted { .. }
        | Event::GoalAnswerDropped
        | Event::SeatClaimed { .. } => Reach::Seats(BTreeSet::new()),
        Event::Opened { .. }
        | Event::Replanned { .. }
        | Event::Joined { .. }
        | Event::Renamed { .. }
        | Event::Left { .. }
        | Event::Returned { .. }
        | Event::PutOut { .. }
        | Event::LetBackIn { .. }
        | Event::ClaimAnswered { .. }
        | Event::TablesSet { .. }
        | Event::SeatPlaced { .. }
        | Event::RoleGiven { .. }
        | Event::Started { .. }
        | Event::ItemOpened { .. }
        | Event::StepOpened { .. }
        | Event::ClockStarted { .. }
        | Event::ClockPaused { .. }
        | Event::TimeAdded { .. }
        | Event::ItemSkipped { .. }
        | Event::ItemMoved { .. }
        | Event::Ended { .. }
        | Event::EndUndone
        | Event::TurnMoved { table: None, .. }
        | Event::DeputyNamed { .. }
        | Event::LeadTaken { .. }
        | Event::LeadReturned => Reach::Everyone,
    }
}

/// What a table delivers is on the phones of its own, and of all where the step shows the room's.
fn delivered(state: &State, item: ItemNo, table: TableNumber) -> Reach {
    let Some(place) = state.place() else { return Reach::Everyone };
    let step = state.step(place);
    let shows_room = step.is_none_or(|step| {
        let of_room = |source: &Source| matches!(source, Source::RoomPoints | Source::RoomCarried);
        step.shows.iter().any(of_room)
    });
    if shows_room || place.item != item {
        return Reach::Everyone;
    }
    let mut seats = table_now(state, table);
    let group = state.groups().and_then(|(_, seated)| seated.table(table));
    seats.extend(group.into_iter().flat_map(|group| group.seats.iter().copied()));
    if seats.is_empty() { Reach::Everyone } else { Reach::Seats(seats) }
}

/// A note is its author's; what is taken along reaches the author's tables, and a table's text
/// reaches the table. Where the room sits together, the room.
fn text(state: &State, id: ContributionId) -> Reach {
    let Some(it) = state.written.get(id) else { return Reach::Everyone };
    if let Some((seating, table)) = it.table {
        let is_delivered = state.delivered.contains(&(it.place.item, table));
        let seats: BTreeSet<SeatId> = seats_of(state, seating, table).collect();
        let is_known = !is_delivered && !seats.is_empty();
        return if is_known { Reach::Seats(seats) } else { Reach::Everyone };
    }
    if !is_handed_on(it.kind) {
        return Reach::Seats([it.by].into());
    }
    let is_in_room = state.table_at(it.place, it.by).is_none();
    if is_in_room && matches!(it.kind, Kind::Carried | Kind::Picked) {
        return Reach::Everyone;
    }
    let mut seats = mates(state, Some(it.place), it.by);
    seats.extend(mates(state, state.place(), it.by));
    Reach::Seats(seats)
}

fn mates(state: &State, place: Option<Place>, seat: SeatId) -> BTreeSet<SeatId> {
    let at = place.and_then(|place| state.table_at(place, seat));
    let mut seats: BTreeSet<SeatId> =
        at.map_or_else(BTreeSet::new, |(_, table)| table.seats.iter().copied().collect());
    seats.insert(seat);
    seats
}

fn table_now(state: &State, number: TableNumber) -> BTreeSet<SeatId> {
    let tables = state.tables_now();
    let table = tables.and_then(|(_, seated)| seated.table(number));
    table.map_or_else(BTreeSet::new, |table| table.seats.iter().copied().collect())
}
