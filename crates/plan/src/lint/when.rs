//! A moment as an invitation knows it: a day, a clock time, or both.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Written `2026-10-02T12:00`, `2026-10-02` or `12:00`. A bare number is minutes after midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    pub day: Option<Day>,
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
        Some(days * 24 * 60 + i64::from(end.minute?) - i64::from(self.minute?))
    }

    #[must_use]
    pub fn later_by(self, minutes: u32) -> Self {
        let total = self.minute.map(|minute| minute + minutes);
        let days = i64::from(total.unwrap_or(0) / (24 * 60));
        let day = self.day.map(|day| day.plus_days(days));
        Self { day, minute: total.map(|minute| minute % (24 * 60)) }
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

/// A day, written `2026-10-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl Day {
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }

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
