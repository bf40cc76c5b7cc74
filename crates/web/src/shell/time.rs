//! Clock times and days as they are said in the three languages, by the clock in Oslo.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use kernel::lang::Lang;
use kernel::local::{Day, LocalTime, When};
use kernel::time::{Moment, Seconds};
use plan::timetable::Row;

fn in_oslo(moment: Moment) -> Option<ZonedDateTime> {
    let zone = TimeZone::get("Europe/Oslo").ok()?;
    Some(Timestamp::from_millisecond(moment.0).ok()?.to_zoned_datetime(zone))
}

/// Returns when that is which an invitation says: a day without a clock time begins at midnight, and
/// what has no day is at no time.
pub(crate) fn moment_of(when: When) -> Option<Moment> {
    let When { day, minute } = when.later_by(0);
    let (day, minute) = (day?, minute.unwrap_or(0));
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    let at =
        day.0.at(hour, minute, 0, 0).to_zoned_datetime(TimeZone::get("Europe/Oslo").ok()?).ok()?;
    Some(Moment(at.timestamp().as_millisecond()))
}

/// Returns the midnight that ends the day of a moment.
pub(crate) fn end_of_day(moment: Moment) -> Option<Moment> {
    let tomorrow = in_oslo(moment)?.date().tomorrow().ok()?;
    moment_of(When { day: Some(Day(tomorrow)), minute: None })
}

/// Returns a clock time with a full stop: `13.05`. Only countdowns have a colon.
pub(crate) fn clock(moment: Moment) -> String {
    let Some(at) = in_oslo(moment) else { return String::new() };
    format!("{:02}.{:02}", at.hour(), at.minute())
}

/// Returns a day in words: `fredag 26. april 2027`.
pub(crate) fn day(lang: Lang, moment: Moment) -> String {
    in_oslo(moment).map_or(String::new(), |at| day_of(lang, at.date()))
}

/// Returns a date such as `2027-04-26` in words, or the text as it stands.
pub(crate) fn date_in_words(lang: Lang, text: &str) -> String {
    text.parse::<Date>().map_or_else(|_| text.to_owned(), |date| day_of(lang, date))
}

/// Returns a local time such as `2026-04-26T14:00` in words, or the text as it stands.
pub(crate) fn start_in_words(lang: Lang, text: &str) -> String {
    let Ok(LocalTime { day, minute }) = text.parse() else { return text.to_owned() };
    let (day, time) = (day_of(lang, day.0), clock_of_day(minute));
    match lang {
        Lang::Nb | Lang::Nn => format!("{day} kl. {time}"),
        Lang::En => format!("{day} at {time}"),
    }
}

/// Returns the day of a local time in words, or the text as it stands.
pub(crate) fn day_in_words(lang: Lang, text: &str) -> String {
    let day = text.parse::<When>().ok().and_then(|when| when.day);
    day.map_or_else(|| text.to_owned(), |day| day_of(lang, day.0))
}

/// Returns the clock time of a local time: `14.00`.
pub(crate) fn clock_in_words(text: &str) -> Option<String> {
    text.parse::<LocalTime>().ok().map(|time| clock_of_day(time.minute))
}

/// Returns `fredag 26. april 2027 kl. 12.00–14.00`; without an end that is not said.
pub(crate) fn span_in_words(lang: Lang, starts_at: &str, ends_at: &str) -> String {
    let start = start_in_words(lang, starts_at);
    let (from, to) = (starts_at.parse::<LocalTime>(), ends_at.parse::<LocalTime>());
    match (from, to) {
        (Ok(from), Ok(to)) if from.day == to.day => format!("{start}–{}", clock_of_day(to.minute)),
        (_, Ok(_)) => format!("{start} – {}", start_in_words(lang, ends_at)),
        (_, Err(_)) => start,
    }
}

/// Returns when a row of a program is, as far as the clock is known: `14.00–14.20`, and without an
/// end for a row without minutes.
pub(crate) fn row_on_clock(row: &Row) -> Option<String> {
    let start = clock_of_day(row.clock?);
    let end = (row.start < row.end).then(|| format!("–{}", clock_of_day(row.end)));
    Some(start + &end.unwrap_or_default())
}

/// Returns minutes since midnight as a clock time.
pub(crate) fn clock_of_day(minutes: u32) -> String {
    format!("{:02}.{:02}", minutes / 60 % 24, minutes % 60)
}

/// Returns a length as a countdown shows it: `4:05`.
pub(crate) fn countdown(left: Seconds) -> String {
    let Seconds(left) = left;
    if left >= 3600 {
        format!("{}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60)
    } else {
        format!("{}:{:02}", left / 60, left % 60)
    }
}

fn day_of(lang: Lang, date: Date) -> String {
    let weekday = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
    let month = usize::try_from(date.month() - 1).unwrap_or(0);
    let (weekdays, months) = words(lang);
    let weekday = weekdays.get(weekday).copied().unwrap_or_default();
    let month = months.get(month).copied().unwrap_or_default();
    match lang {
        Lang::Nb | Lang::Nn => format!("{weekday} {}. {month} {}", date.day(), date.year()),
        Lang::En => format!("{weekday} {} {month} {}", date.day(), date.year()),
    }
}

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn words(lang: Lang) -> ([&'static str; 7], [&'static str; 12]) {
    lang.pick([
        (["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"], MONTHS),
        (["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"], MONTHS),
        (["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], MONTHS_EN),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 26 April 2027 at 11.05 UTC: summer time in Oslo.
    const SPRING: Moment = Moment(1_808_737_500_000);

    #[test]
    fn clock_times_have_a_full_stop_and_follow_oslo() {
        assert_eq!(clock(SPRING), "13.05");
        assert_eq!(clock(Moment(0)), "01.00");
    }

    #[test]
    fn days_are_said_in_each_language() {
        assert_eq!(day(Lang::Nb, SPRING), "mandag 26. april 2027");
        assert_eq!(day(Lang::Nn, SPRING), "måndag 26. april 2027");
        assert_eq!(date_in_words(Lang::En, "2026-05-05"), "Tuesday 5 May 2026");
        assert_eq!(date_in_words(Lang::Nb, "før påske"), "før påske");
        assert_eq!(start_in_words(Lang::Nb, "2026-04-26T14:00"), "søndag 26. april 2026 kl. 14.00");
    }

    #[test]
    fn a_day_on_paper_begins_and_ends_by_the_clock_in_oslo() {
        let at = |text: &str| moment_of(text.parse().unwrap());
        assert_eq!(at("2027-04-26T13:05"), Some(SPRING));
        assert_eq!(at("2027-04-26"), Some(Moment(1_808_690_400_000)));
        assert_eq!(at("13:05"), None);
        assert_eq!(end_of_day(SPRING), at("2027-04-27"));
        assert_eq!(end_of_day(at("2027-04-27").unwrap()), at("2027-04-28"));
        // The clock goes back at three: a day of 25 hours.
        let long = at("2026-10-25").unwrap();
        assert_eq!(end_of_day(long).unwrap().0 - long.0, 25 * 60 * 60 * 1000);
    }

    #[test]
    fn countdowns_have_a_colon() {
        assert_eq!(countdown(Seconds(245)), "4:05");
        assert_eq!(countdown(Seconds(3900)), "1:05:00");
    }
}
