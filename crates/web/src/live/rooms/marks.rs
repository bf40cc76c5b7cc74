//! Whose screen a fact may change, so that a private note wakes no phone but its author's.

use std::collections::{BTreeMap, BTreeSet};

use kernel::ids::{ContributionId, ItemNo, Place, SeatId, TableNumber};
use kernel::step::{Kind, Source};
use meeting::cafe;
use meeting::event::Event;
use meeting::seen::is_handed_on;
use meeting::state::State;

use super::Viewer;

/// Numbers that grow with each change that a viewer may see.
#[derive(Debug, Default)]
pub(super) struct Marks {
    everyone: u64,
    /// The console and the projector.
    room: u64,
    seats: BTreeMap<SeatId, u64>,
}

enum Reach {
    Everyone,
    Seats(BTreeSet<SeatId>),
}

impl Marks {
    pub(super) fn of(&self, viewer: Viewer) -> u64 {
        match viewer {
            Viewer::Seat(seat) => {
                self.everyone + self.seats.get(&seat).copied().unwrap_or_default()
            }
            Viewer::Console { .. } | Viewer::Wall => self.everyone + self.room,
            Viewer::Claim(_) => self.everyone,
        }
    }

    pub(super) fn touch_everyone(&mut self) {
        self.everyone += 1;
    }

    pub(super) fn touch_room(&mut self) {
        self.room += 1;
    }

    pub(super) fn touch_seats(&mut self, seats: impl IntoIterator<Item = SeatId>) {
        for seat in seats {
            *self.seats.entry(seat).or_default() += 1;
        }
    }

    /// Notes a fact that has just become a part of the state.
    pub(super) fn touch(&mut self, state: &State, event: &Event) {
        match reach(state, event) {
            Reach::Everyone => self.touch_everyone(),
            Reach::Seats(seats) => {
                self.touch_room();
                self.touch_seats(seats);
            }
        }
    }
}

fn reach(state: &State, event: &Event) -> Reach {
    match event {
        Event::Wrote { id, .. } | Event::Stood { point: id, .. } => text(state, *id),
        Event::Rewrote { id, .. } | Event::Withdrawn { id } | Event::Restored { id } => {
            // Whoever it was handed on to may see its words.
            if state.children.get(id).is_some_and(|children| !children.is_empty()) {
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
        Event::CommitmentProposed { owner, .. } => Reach::Seats([*owner].into()),
        Event::CommitmentAnswered { number, .. } => {
            let owner = state.commitments.get(number).map(|it| it.owner);
            Reach::Seats(owner.into_iter().collect())
        }
        Event::Delivered { item, table, .. } => delivered(state, *item, *table),
        Event::Parked { .. }
        | Event::DoorLocked
        | Event::DoorUnlocked
        | Event::NudgeSet { .. }
        | Event::SeatClaimed { .. } => Reach::Seats(BTreeSet::new()),
        Event::Opened { .. }
        | Event::Replanned { .. }
        | Event::Joined { .. }
        | Event::Renamed { .. }
        | Event::Left { .. }
        | Event::Returned { .. }
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
    let Some(it) = state.contributions.get(&id) else { return Reach::Everyone };
    if let Some((seating, table)) = it.table {
        let is_delivered = state.delivered.contains(&(it.place.item, table));
        let Some(seated) = state.seating(seating) else { return Reach::Everyone };
        let seats: BTreeSet<SeatId> = if cafe::keeps_texts(seated.seating) {
            cafe::all_at(state, seating, table).collect()
        } else {
            seated.table(table).iter().flat_map(|table| table.seats.iter().copied()).collect()
        };
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
