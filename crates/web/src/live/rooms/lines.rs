//! Open streams: who is here now. Never stored.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use kernel::ids::{PlanVersion, SeatId, TableNumber};
use kernel::time::Moment;
use meeting::screens::Live;
use plan::news::News;
use tokio::time::Instant;

use super::{Room, ScreenOwner};

pub(super) struct Lines {
    seats: BTreeMap<SeatId, u32>,
    consoles: u32,
    /// When the last line of the leader's was lost. A meeting that has just been read from the
    /// store has lost it then, so that a restart leaves no meeting without anybody to lead it.
    lost_at: Instant,
    pub(super) detours: Vec<TableNumber>,
    pub(super) followed: Followed,
}

/// What the lobby has been told of the newest plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// The newest version that has been looked at.
    pub version: PlanVersion,
    /// When the version at hand was stored, where the newest one is unfinished.
    pub uses_plan_of: Option<Moment>,
    /// What has changed since the invitation went out.
    pub news: Arc<[News]>,
}

impl Default for Lines {
    fn default() -> Lines {
        Lines {
            seats: BTreeMap::new(),
            consoles: 0,
            lost_at: Instant::now(),
            detours: vec![],
            followed: Followed::default(),
        }
    }
}

impl Lines {
    pub(super) fn live(&self, away_after: Duration) -> Live {
        Live {
            leader_is_away: self.consoles == 0 && self.lost_at.elapsed() >= away_after,
            connected: u32::try_from(self.seats.len()).unwrap_or(u32::MAX),
            detours: self.detours.clone(),
            uses_plan_of: self.followed.uses_plan_of,
            news: Arc::clone(&self.followed.news),
        }
    }

    pub(super) fn end_detour(&mut self, table: TableNumber) {
        if let Some(place) = self.detours.iter().position(|asked| *asked == table) {
            self.detours.remove(place);
        }
    }

    fn open(&mut self, viewer: ScreenOwner) {
        match viewer {
            ScreenOwner::Seat(seat) => *self.seats.entry(seat).or_default() += 1,
            ScreenOwner::Console { is_leader: true } => self.consoles += 1,
            ScreenOwner::Console { is_leader: false }
            | ScreenOwner::Wall
            | ScreenOwner::Claim(_) => (),
        }
    }

    fn close(&mut self, viewer: ScreenOwner) {
        match viewer {
            ScreenOwner::Seat(seat) => {
                let count = self.seats.get(&seat).copied().unwrap_or_default();
                if count > 1 {
                    self.seats.insert(seat, count - 1);
                } else {
                    self.seats.remove(&seat);
                }
            }
            ScreenOwner::Console { is_leader: true } => {
                self.consoles = self.consoles.saturating_sub(1);
                self.lost_at = Instant::now();
            }
            ScreenOwner::Console { is_leader: false }
            | ScreenOwner::Wall
            | ScreenOwner::Claim(_) => (),
        }
    }
}

/// A stream that is open as long as this lives.
pub struct OpenLine {
    room: Room,
    viewer: ScreenOwner,
}

impl OpenLine {
    pub(super) fn new(room: Room, viewer: ScreenOwner) -> OpenLine {
        room.with_lines(|lines| lines.open(viewer));
        room.tell_of(viewer);
        OpenLine { room, viewer }
    }
}

impl Drop for OpenLine {
    fn drop(&mut self) {
        self.room.with_lines(|lines| lines.close(self.viewer));
        self.room.tell_of(self.viewer);
        self.room.note_use();
        if self.viewer == (ScreenOwner::Console { is_leader: true }) {
            self.room.tell_when_away();
        }
    }
}

impl Room {
    /// Tells the deputy as soon as the leader's line has been gone for long.
    pub(super) fn tell_when_away(&self) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let wait = self.0.shell.config.limits.leader_away + Duration::from_millis(50);
        // Waiting keeps no meeting in memory.
        let room = Arc::downgrade(&self.0);
        runtime.spawn(async move {
            tokio::time::sleep(wait).await;
            if let Some(room) = room.upgrade() {
                Room(room).tell_of(ScreenOwner::Console { is_leader: true });
            }
        });
    }

    /// A person who comes or goes is counted on the console; the leader matters to the deputy.
    fn tell_of(&self, viewer: ScreenOwner) {
        let deputy = self.read(|at| at.state.deputy);
        match viewer {
            ScreenOwner::Seat(_) => self.ring(super::Marks::touch_room),
            ScreenOwner::Console { is_leader: true } => {
                self.ring(|marks| marks.touch_seats(deputy));
            }
            ScreenOwner::Console { is_leader: false }
            | ScreenOwner::Wall
            | ScreenOwner::Claim(_) => (),
        }
    }
}
