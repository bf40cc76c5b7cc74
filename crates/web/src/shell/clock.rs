//! The one place that reads the clock.
//!
//! **Invariant `time-does-not-jump`:** the time of a room is the machine's time when the server
//! started, carried on by a clock that nobody can set. Where the machine's clock is set while people
//! work, what is left of their step stays what it was; the slow corrections that keep a clock right
//! are followed. Only [`today`] is read off the machine's clock as it stands.

use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::local::Day;
use kernel::time::Moment;

/// A difference of so little is followed at once: nobody sees it.
const STEP_MS: i64 = 1000;
/// A clock that is kept right goes at most one part in so many too fast or too slow.
const SLEW_ONE_IN: i64 = 2000;
/// Stored times that are further ahead than this were written by a clock that was wrong.
const AHEAD_MS_MAX: i64 = 24 * 60 * 60 * 1000;

static CLOCK: LazyLock<Mutex<Clock>> = LazyLock::new(|| Mutex::new(Clock::start(Shown::now())));

/// What the machine shows at one moment, in milliseconds.
#[derive(Clone, Copy, Debug)]
struct Shown {
    /// The time of day, which may be set.
    wall: i64,
    /// The time since some beginning, which may not.
    steady: i64,
}

#[derive(Debug)]
struct Clock {
    /// What the wall shows when the steady clock shows nothing.
    offset: i64,
    compared_at: i64,
    newest: i64,
    /// The log has said that the machine's clock was set.
    is_told: bool,
}

/// Returns the time by the server's clock.
#[must_use]
pub fn now() -> Moment {
    Moment(clock().now(Shown::now()))
}

/// Takes over the machine's time where that is later. Only for when no meeting is in memory, since
/// nobody is there to see a step grow shorter.
pub fn catch_up() {
    clock().catch_up(Shown::now());
}

/// Says when the newest thing happened in a meeting that goes on, so that its time does not go back
/// after a restart on a machine whose clock was set back.
pub fn not_before(happened: Moment) {
    clock().not_before(happened.0, Shown::now());
}

/// Returns the day in Oslo, as the advice counts days.
#[must_use]
pub fn today() -> Option<Day> {
    let zone = TimeZone::get("Europe/Oslo").ok()?;
    Some(Day(zone.to_datetime(Timestamp::now()).date()))
}

/// Returns a moment as a Norwegian clock shows it: `14.32`.
#[must_use]
pub fn as_clock(moment: Moment) -> String {
    let Ok(timestamp) = Timestamp::from_millisecond(moment.0) else { return String::new() };
    let zone = TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC);
    zone.to_datetime(timestamp).strftime("%H.%M").to_string()
}

impl Clock {
    fn start(shown: Shown) -> Clock {
        Clock {
            offset: shown.wall - shown.steady,
            compared_at: shown.steady,
            newest: shown.wall,
            is_told: false,
        }
    }

    fn now(&mut self, shown: Shown) -> i64 {
        let moved = shown.wall - (shown.steady + self.offset);
        let followed = STEP_MS + (shown.steady - self.compared_at) / SLEW_ONE_IN;
        self.compared_at = shown.steady;
        if moved.abs() <= followed {
            self.offset += moved;
            self.is_told = false;
        } else if !self.is_told {
            self.is_told = true;
            let moved_s = moved / 1000;
            tracing::warn!(moved_s, "the machine's clock was set; meetings keep their time");
        }
        self.newest = self.newest.max(shown.steady + self.offset);
        self.newest
    }

    fn catch_up(&mut self, shown: Shown) {
        let moved_s = (shown.wall - self.now(shown)) / 1000;
        if STEP_MS / 1000 <= moved_s {
            tracing::info!(moved_s, "the machine's time is taken over while no meeting is open");
            *self = Clock::start(shown);
        }
    }

    fn not_before(&mut self, happened: i64, shown: Shown) {
        let behind = happened - self.now(shown);
        if behind <= 0 {
            return;
        }
        let behind_s = behind / 1000;
        if AHEAD_MS_MAX < behind {
            tracing::warn!(behind_s, "what is stored is from a day that has not come yet");
            return;
        }
        tracing::warn!(behind_s, "the clock is behind what is stored; meetings go on from there");
        self.offset += behind;
        self.newest = happened;
        self.is_told = true;
    }
}

impl Shown {
    fn now() -> Shown {
        Shown { wall: Timestamp::now().as_millisecond(), steady: steady_ms() }
    }
}

/// Counts also while the machine sleeps, as the people in the room do.
#[cfg(target_os = "linux")]
fn steady_ms() -> i64 {
    use nix::time::{ClockId, clock_gettime};

    clock_gettime(ClockId::CLOCK_BOOTTIME)
        .map_or_else(|_| since_start_ms(), |time| time.tv_sec() * 1000 + time.tv_nsec() / 1_000_000)
}

#[cfg(not(target_os = "linux"))]
fn steady_ms() -> i64 {
    since_start_ms()
}

fn since_start_ms() -> i64 {
    static START: LazyLock<std::time::Instant> = LazyLock::new(std::time::Instant::now);
    i64::try_from(START.elapsed().as_millis()).unwrap_or(i64::MAX)
}

fn clock() -> MutexGuard<'static, Clock> {
    CLOCK.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{AHEAD_MS_MAX, Clock, Shown};

    const NOON: i64 = 1_800_000_000_000;
    const HOUR: i64 = 3_600_000;

    /// What a machine shows that started at noon, when its clock was moved since.
    fn shown(steady: i64, moved: i64) -> Shown {
        Shown { wall: NOON + steady + moved, steady }
    }

    #[test]
    fn a_clock_that_is_set_moves_no_room_by_a_second() {
        for moved in [HOUR, -HOUR, 24 * HOUR, -NOON, 1500, -1500] {
            let mut clock = Clock::start(shown(0, 0));
            assert_eq!(clock.now(shown(10_000, 0)), NOON + 10_000);
            let after = clock.now(shown(20_000, moved));
            assert_eq!(after, NOON + 20_000, "moved {moved}");
            for minute in 1..=480 {
                let at = 20_000 + minute * 60_000;
                assert_eq!(clock.now(shown(at, moved)), NOON + at, "moved {moved}");
            }
            // Set right again, it is followed as before.
            assert_eq!(clock.now(shown(9 * HOUR, 40)), NOON + 9 * HOUR + 40);
        }
    }

    #[test]
    fn slow_corrections_are_followed_also_when_nobody_asked_for_long() {
        let mut clock = Clock::start(shown(0, 0));
        let mut corrected = 0;
        for minute in 1..=600 {
            corrected += 30;
            let at = minute * 60_000;
            assert_eq!(clock.now(shown(at, corrected)), NOON + at + corrected);
        }
        let late = 30 * HOUR;
        let corrected = corrected + 20 * HOUR / 2000;
        assert_eq!(clock.now(shown(late, corrected)), NOON + late + corrected);
    }

    #[test]
    fn time_never_goes_back() {
        let mut clock = Clock::start(shown(0, 0));
        assert_eq!(clock.now(shown(10_000, 0)), NOON + 10_000);
        assert_eq!(clock.now(shown(10_100, -800)), NOON + 10_000);
        assert_eq!(clock.now(shown(12_000, -800)), NOON + 11_200);
    }

    #[test]
    fn after_a_restart_the_room_goes_on_from_its_newest_fact() {
        let mut clock = Clock::start(shown(0, -HOUR));
        clock.not_before(NOON, shown(0, -HOUR));
        assert_eq!(clock.now(shown(5000, -HOUR)), NOON + 5000);
        let mut clock = Clock::start(shown(0, 0));
        clock.not_before(NOON + AHEAD_MS_MAX + 1, shown(0, 0));
        clock.not_before(NOON - HOUR, shown(0, 0));
        assert_eq!(clock.now(shown(0, 0)), NOON);
    }

    #[test]
    fn a_machine_that_learns_the_time_is_believed_when_no_meeting_is_open() {
        let mut clock = Clock::start(shown(0, -NOON));
        assert_eq!(clock.now(shown(1000, 0)), 1000);
        clock.catch_up(shown(2000, 0));
        assert_eq!(clock.now(shown(3000, 0)), NOON + 3000);
        clock.catch_up(shown(4000, -HOUR));
        assert_eq!(clock.now(shown(5000, -HOUR)), NOON + 5000);
    }
}
