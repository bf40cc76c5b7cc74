//! Numbers that tell a stream whether its viewer's screen may have changed.

use std::collections::BTreeMap;

use kernel::ids::SeatId;
use meeting::event::Event;
use meeting::reach::{Reach, reach};
use meeting::state::State;

use super::ScreenOwner;

/// Numbers that grow with each change that a viewer may see.
#[derive(Debug, Default)]
pub(super) struct Marks {
    everyone: u64,
    /// The console and the projector.
    room: u64,
    seats: BTreeMap<SeatId, u64>,
}

impl Marks {
    pub(super) fn of(&self, viewer: ScreenOwner) -> u64 {
        match viewer {
            ScreenOwner::Seat(seat) => {
                self.everyone + self.seats.get(&seat).copied().unwrap_or_default()
            }
            ScreenOwner::Console { .. } | ScreenOwner::Wall => self.everyone + self.room,
            ScreenOwner::Claim(_) => self.everyone,
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
