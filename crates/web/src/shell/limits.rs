//! What a server gives to one device or one meeting, and for how long.

use std::time::Duration;

/// A line on which the other side acknowledges nothing is given up after this.
pub const SILENT_LINE: Duration = Duration::from_secs(30);

/// How long the last requests may take when the server stops.
pub const STOP_WITHIN: Duration = Duration::from_secs(10);

/// How long the code of an ended meeting says that it is over, before it may be given to another.
pub const CODE_KEPT: Duration = Duration::from_hours(24);

/// How long a lobby stays open after somebody who leads has opened the console or the wall.
pub const LOBBY_HELD: Duration = Duration::from_hours(24);

/// How long a device that has scanned the square may come in by it.
pub const SCAN_KEPT: Duration = Duration::from_hours(24);

/// Lines that a server has memory for; the files that a process may open can be fewer.
pub const LINES_MAX: usize = 16_384;

/// Limits that a test may choose for itself.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Open streams of one device: a browser has no more lines to one server at a time.
    pub streams_per_device_max: u32,
    /// A meeting without a stream or a request for so long leaves memory.
    pub room_idle: Duration,
    /// How long the leader's line may be gone before the deputy is asked.
    pub leader_away: Duration,
    /// How often an open stream is asked again whether it may be open. What is taken back is gone
    /// from every screen within a minute, also from one that is just being sent.
    pub access_again: Duration,
    /// Wishes that may wait for one meeting; the next one is asked to come again.
    pub wishes_waiting_max: usize,
    pub seat_rate: SeatRate,
    /// Lines that may be open; the next one waits, and idle ones are closed for it.
    pub lines_max: usize,
    /// How long a line may be open without a whole request: before the first, and between two.
    pub request_within: Duration,
    /// How long a body may stand still.
    pub byte_within: Duration,
    /// How long a body may take in all; a large one has more, as its bytes come.
    pub body_within: Duration,
}

/// How fast one seat may write.
#[derive(Clone, Copy, Debug)]
pub struct SeatRate {
    /// Writes that may come at once, when none have come for a while.
    pub writes_at_once: u32,
    pub writes_a_second: u32,
    pub bytes_a_minute: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            streams_per_device_max: 6,
            room_idle: Duration::from_mins(30),
            leader_away: Duration::from_secs(20),
            access_again: Duration::from_secs(50),
            wishes_waiting_max: 1024,
            seat_rate: SeatRate {
                writes_at_once: 200,
                writes_a_second: 5,
                bytes_a_minute: 1_000_000,
            },
            lines_max: LINES_MAX,
            request_within: Duration::from_secs(10),
            byte_within: Duration::from_secs(10),
            body_within: Duration::from_mins(1),
        }
    }
}
