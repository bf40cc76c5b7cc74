//! How fast one seat may write: faster than anybody types, and slower than a program that fills a
//! disk. Whoever is asked to wait has lost nothing: the same operation is taken later.

use std::time::Duration;

use crate::shell::limits::SeatRate;

/// What a seat has used of its rate, as the moments at which it would have used nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rate {
    writes_free_at: Duration,
    bytes_free_at: Duration,
}

impl Rate {
    /// Counts a write at a moment of a clock that never goes back, or returns the seconds to wait
    /// before it may be sent again; then nothing is counted.
    pub fn take(&mut self, bytes: usize, at: Duration, limits: SeatRate) -> Result<(), u32> {
        let one = Duration::from_secs(1) / limits.writes_a_second.max(1);
        let writes_free_at = self.writes_free_at.max(at) + one;
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX).min(limits.bytes_a_minute);
        let micros = bytes.saturating_mul(60_000_000) / limits.bytes_a_minute.max(1);
        let bytes_free_at = self.bytes_free_at.max(at) + Duration::from_micros(micros);
        let wait_writes = writes_free_at.saturating_sub(at + one * limits.writes_at_once);
        let wait_bytes = bytes_free_at.saturating_sub(at + Duration::from_mins(1));
        let wait = wait_writes.max(wait_bytes);
        if !wait.is_zero() {
            let whole = u32::try_from(wait.as_secs()).unwrap_or(u32::MAX);
            return Err(whole.saturating_add(1));
        }
        *self = Rate { writes_free_at, bytes_free_at };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: SeatRate =
        SeatRate { writes_at_once: 200, writes_a_second: 5, bytes_a_minute: 1_000_000 };

    /// Writes every so often for so long, and returns how many were taken and how many were not.
    fn writes(every: Duration, for_so_long: Duration, bytes: usize) -> (u32, u32) {
        let (mut rate, mut taken, mut waited) = (Rate::default(), 0, 0);
        let mut at = Duration::ZERO;
        while at < for_so_long {
            match rate.take(bytes, at, LIMITS) {
                Ok(()) => taken += 1,
                Err(_) => waited += 1,
            }
            at += every;
        }
        (taken, waited)
    }

    #[test]
    fn somebody_who_types_for_an_hour_is_never_asked_to_wait() {
        // Two fields that save themselves each second, with a full text in each.
        let (taken, waited) = writes(Duration::from_millis(500), Duration::from_hours(1), 4000);
        assert_eq!((taken, waited), (7200, 0));
    }

    #[test]
    fn a_program_gets_its_burst_and_then_five_a_second() {
        let (taken, _) = writes(Duration::from_millis(1), Duration::from_mins(1), 10);
        assert!((495..=505).contains(&taken), "{taken}");
    }

    #[test]
    fn long_texts_are_bounded_by_their_bytes() {
        let (taken, _) = writes(Duration::from_millis(250), Duration::from_mins(10), 50_000);
        assert!((218..=222).contains(&taken), "11 MB in ten minutes: {taken}");
    }

    #[test]
    fn whoever_waits_as_long_as_asked_is_let_through() {
        let mut rate = Rate::default();
        let at = Duration::from_secs(7);
        for _ in 0..200 {
            rate.take(10, at, LIMITS).unwrap();
        }
        let wait = rate.take(10, at, LIMITS).unwrap_err();
        assert_eq!(wait, 1);
        rate.take(10, at + Duration::from_secs(u64::from(wait)), LIMITS).unwrap();
    }
}
