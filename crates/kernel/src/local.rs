//! Days and clock times as people in Norway write them, without a zone: what an invitation says.
//!
//! A [`Moment`](crate::time::Moment) is a point in time; what stands here is words on paper. Which
//! moment they are depends on the zone, and that is the shell's to say.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Minutes in a day of words on paper; the two days of the year that are not so are the zone's.
const MINUTES_A_DAY: u32 = 24 * 60;

/// What is known of a time: a day, a clock time, both or neither.
///
/// Written `2026-10-02T12:00`, `2026-10-02` or `12:00`. A bare number is minutes after midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    pub day: Option<Day>,
    /// Minutes after midnight.
    pub minute: Option<u32>,
}

impl When {
    /// Minutes from here to `end`; nothing when one of them has no clock time.
    #[must_use]
    pub fn minutes_until(self, end: Self) -> Option<i64> {
        let days = match (self.day, end.day) {
            (Some(from), Some(to)) => from.days_until(to),
            (None | Some(_), None) | (None, Some(_)) => 0,
        };
        Some(days * i64::from(MINUTES_A_DAY) + i64::from(end.minute?) - i64::from(self.minute?))
    }

    /// Returns the time so many minutes later, past midnight on the next day.
    #[must_use]
    pub fn later_by(self, minutes: u32) -> Self {
        let total = self.minute.map(|minute| minute.saturating_add(minutes));
        let days = i64::from(total.unwrap_or(0) / MINUTES_A_DAY);
        let day = self.day.map(|day| day.plus_days(days));
        Self { day, minute: total.map(|minute| minute % MINUTES_A_DAY) }
    }

    /// Returns day and clock time, where both are known. `24:00` is midnight of the next day.
    #[must_use]
    pub fn whole(self) -> Option<LocalTime> {
        let When { day, minute } = self.later_by(0);
        Some(LocalTime { day: day?, minute: minute? })
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(day) = self.day {
            write!(f, "{day}")?;
        }
        if let Some(minute) = self.minute {
            let between = if self.day.is_some() { "T" } else { "" };
            write!(f, "{between}{:02}:{:02}", minute / 60, minute % 60)?;
        }
        Ok(())
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (day, clock) = match text.split_once(['T', ' ']) {
            Some((day, clock)) => (Some(day), Some(clock)),
            None if text.contains('-') => (Some(text), None),
            None => (None, Some(text)),
        };
        let day = day.map(str::parse).transpose()?;
        let minute = clock.map(parse_clock).transpose()?;
        Ok(Self { day, minute })
    }
}

fn parse_clock(clock: &str) -> Result<u32, String> {
    let refusal = || format!("«{clock}» is not a clock time; write 14:30");
    let mut parts = clock.split([':', '.']);
    let mut number = || parts.next().unwrap_or("0").parse::<u32>().map_err(|_| refusal());
    let (hour, minute) = (number()?, number()?);
    if hour > 24 || minute > 59 {
        return Err(refusal());
    }
    Ok(hour * 60 + minute)
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Minute(u32),
            Text(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Minute(minute) => Ok(Self { day: None, minute: Some(minute) }),
            Written::Text(text) => text.parse().map_err(serde::de::Error::custom),
        }
    }
}

/// A day with its clock time, written `2026-10-02T14:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    pub day: Day,
    /// Minutes after midnight, below 24 hours.
    pub minute: u32,
}

impl From<LocalTime> for When {
    fn from(time: LocalTime) -> Self {
        Self { day: Some(time.day), minute: Some(time.minute) }
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        When::from(*self).fmt(f)
    }
}

impl FromStr for LocalTime {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let when = text.parse::<When>()?;
        let refusal = || format!("«{text}» is not a day with a clock time; write 2026-10-02T14:00");
        when.whole().ok_or_else(refusal)
    }
}

impl Serialize for LocalTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LocalTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A day, written `2026-10-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl Day {
    /// Returns the days from this one to `other`; below zero where that comes before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }

    /// Returns the day so many days later; the last one of the calendar where there is none.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let span = jiff::SignedDuration::from_hours(days * 24);
        Self(self.0.saturating_add(span))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let day = text.parse::<Date>();
        day.map(Self).map_err(|_| format!("«{text}» is not a day; write 2026-10-02"))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(text: &str) -> When {
        text.parse().unwrap()
    }

    #[test]
    fn a_time_is_written_as_it_is_read() {
        for text in ["2026-10-02T12:00", "2026-10-02", "07:05"] {
            assert_eq!(when(text).to_string(), text);
        }
        assert_eq!(when("2026-10-02 9.30"), when("2026-10-02T09:30"));
        assert_eq!(serde_json::from_str::<When>("870").unwrap(), when("14:30"));
    }

    #[test]
    fn what_is_no_time_is_refused_with_an_example() {
        for text in ["", "i morgen", "25:00", "14:75", "2026-02-30", "2026-10-02T"] {
            assert!(text.parse::<When>().is_err(), "{text}");
        }
        assert!("14:75".parse::<When>().unwrap_err().contains("14:30"));
        assert!("2026-02-30".parse::<Day>().unwrap_err().contains("2026-10-02"));
    }

    #[test]
    fn a_local_time_has_both_its_day_and_its_clock_time() {
        let text = "2026-10-02T14:00";
        assert_eq!(text.parse::<LocalTime>().unwrap().to_string(), text);
        assert_eq!(serde_json::from_str::<LocalTime>("\"2026-10-02T14:00\"").unwrap().minute, 840);
        for text in ["", "2026-10-02", "14:00"] {
            assert!(text.parse::<LocalTime>().is_err(), "{text}");
        }
        let midnight = "2026-10-02T24:00".parse::<LocalTime>().unwrap();
        assert_eq!(midnight.to_string(), "2026-10-03T00:00");
    }

    #[test]
    fn an_evening_goes_on_past_midnight() {
        let (from, to) = (when("2026-12-31T22:00"), when("2027-01-01T00:30"));
        assert_eq!(from.minutes_until(to), Some(150));
        assert_eq!(from.later_by(150), to);
        assert_eq!(when("22:00").minutes_until(when("2027-01-01")), None);
    }
}
