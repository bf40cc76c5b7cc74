//! Open streams: who is here now. Never stored.

use std::collections::BTreeMap;
use std::time::Duration;

use kernel::ids::{SeatId, TableNumber};
use kernel::time::{Moment, Seconds};
use meeting::screens::Live;

use super::{Room, Viewer};
use crate::clock;

/// How long the leader's line may be gone before the deputy is asked.
const AWAY_AFTER: Seconds = Seconds(20);

#[derive(Default)]
pub(super) struct Lines {
    seats: BTreeMap<SeatId, u32>,
    consoles: u32,
    /// When the last line of the leader's was lost.
    lost_at: Option<Moment>,
    pub(super) detours: Vec<TableNumber>,
}

impl Lines {
    pub(super) fn live(&self, now: Moment) -> Live {
        let is_gone = self.consoles == 0;
        Live {
            leader_is_away: is_gone && self.lost_at.is_some_and(|at| at + AWAY_AFTER <= now),
            connected: u32::try_from(self.seats.len()).unwrap_or(u32::MAX),
            detours: self.detours.clone(),
        }
    }

    pub(super) fn end_detour(&mut self, table: TableNumber) {
        if let Some(place) = self.detours.iter().position(|asked| *asked == table) {
            self.detours.remove(place);
        }
    }

    fn open(&mut self, viewer: Viewer) {
        match viewer {
            Viewer::Seat(seat) => *self.seats.entry(seat).or_default() += 1,
            Viewer::Console { is_leader: true } => self.consoles += 1,
            Viewer::Console { is_leader: false } | Viewer::Wall => (),
        }
    }

    fn close(&mut self, viewer: Viewer, now: Moment) {
        match viewer {
            Viewer::Seat(seat) => {
                let count = self.seats.get(&seat).copied().unwrap_or_default();
                if count > 1 {
                    self.seats.insert(seat, count - 1);
                } else {
                    self.seats.remove(&seat);
                }
            }
            Viewer::Console { is_leader: true } => {
                self.consoles = self.consoles.saturating_sub(1);
                self.lost_at = (self.consoles == 0).then_some(now);
            }
            Viewer::Console { is_leader: false } | Viewer::Wall => (),
        }
    }
}

/// A stream that is open as long as this lives.
pub struct OpenLine {
    room: Room,
    viewer: Viewer,
}

impl OpenLine {
    pub(super) fn new(room: Room, viewer: Viewer) -> OpenLine {
        room.with_lines(|lines| lines.open(viewer));
        room.tell_of(viewer);
        OpenLine { room, viewer }
    }
}

impl Drop for OpenLine {
    fn drop(&mut self) {
        self.room.with_lines(|lines| lines.close(self.viewer, clock::now()));
        self.room.tell_of(self.viewer);
        if self.viewer == (Viewer::Console { is_leader: true })
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            let room = self.room.clone();
            runtime.spawn(async move {
                let wait = Duration::from_secs(u64::from(AWAY_AFTER.0)) + Duration::from_millis(50);
                tokio::time::sleep(wait).await;
                room.tell_of(Viewer::Console { is_leader: true });
            });
        }
    }
}

impl Room {
    /// A person who comes or goes is counted on the console; the leader matters to the deputy.
    fn tell_of(&self, viewer: Viewer) {
        let deputy = self.read(|at| at.state.deputy);
        match viewer {
            Viewer::Seat(_) => self.ring(super::Marks::touch_room),
            Viewer::Console { is_leader: true } => {
                self.ring(|marks| marks.touch_seats(deputy));
            }
            Viewer::Console { is_leader: false } | Viewer::Wall => (),
        }
    }
}
