//! Time as a fact: moments and lengths are handed in, never read.

use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since 1970-01-01T00:00Z, by the server's clock.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A length of time on a screen's clock.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Seconds(pub u32);

/// A length of time a leader would say aloud.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Minutes(pub u32);

impl Minutes {
    #[must_use]
    pub fn seconds(self) -> Seconds {
        Seconds(self.0.saturating_mul(60))
    }
}

impl Seconds {
    /// Returns whole minutes, rounded up: a step of 90 seconds takes two minutes of a program.
    #[must_use]
    pub fn minutes_up(self) -> Minutes {
        Minutes(self.0.div_ceil(60))
    }
}

impl Moment {
    /// Returns the time left until this moment, and none once it has passed.
    #[must_use]
    pub fn left_at(self, now: Moment) -> Seconds {
        let left = (self.0 - now.0).max(0).div_euclid(1000);
        Seconds(u32::try_from(left).unwrap_or(u32::MAX))
    }
}

impl Add<Seconds> for Moment {
    type Output = Moment;
    fn add(self, length: Seconds) -> Moment {
        let millis = i64::from(length.0).saturating_mul(1000);
        Moment(self.0.saturating_add(millis))
    }
}

impl Add for Seconds {
    type Output = Seconds;
    fn add(self, more: Seconds) -> Seconds {
        Seconds(self.0.saturating_add(more.0))
    }
}

impl Sub for Seconds {
    type Output = Seconds;
    /// Never below zero.
    fn sub(self, less: Seconds) -> Seconds {
        Seconds(self.0.saturating_sub(less.0))
    }
}

impl std::iter::Sum for Seconds {
    fn sum<I: Iterator<Item = Seconds>>(lengths: I) -> Seconds {
        lengths.fold(Seconds(0), Add::add)
    }
}
