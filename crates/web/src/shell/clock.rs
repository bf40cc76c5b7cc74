//! The one place that reads the clock.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::local::Day;
use kernel::time::Moment;

/// Returns the time by the server's clock.
#[must_use]
pub fn now() -> Moment {
    Moment(Timestamp::now().as_millisecond())
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
