//! Calendar files: the first meeting in them, its own fields, and an agenda in its description.
//!
//! What the lines mean is calcard's to say: which of them are the meeting's and which a reminder's
//! inside it, and what a zone is called by the program that wrote it. A line we have no field for
//! is kept as it stood (invariant `nothing-dropped`).

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarProperty, ICalendarValue};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::local::{Day, When};
use mail_parser::decoders::html::html_to_text;

use super::{NotRead, Read, guarded, read_text};

/// How every calendar file begins, in capitals or not.
const BEGIN: &[u8] = b"BEGIN:VCALENDAR";

/// Tags that part lines, and what stands for each so that the lines stay apart. The empty ones
/// part lines already, and tell like the others that a description is HTML.
const TAGS: [(&str, &str); 12] = [
    ("<li", "<br>• "),
    ("<ul", "<br>"),
    ("<ol", "<br>"),
    ("</ul", "<br>"),
    ("</ol", "<br>"),
    ("<div", "<br>"),
    ("<tr", "<br>"),
    ("<br", ""),
    ("<p", ""),
    ("<b", ""),
    ("<html", ""),
    ("<body", ""),
];

/// Tells whether this is a calendar file, whatever program marked its beginning.
pub(super) fn is_calendar(bytes: &[u8]) -> bool {
    let plain = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    plain.get(..BEGIN.len()).is_some_and(|it| it.eq_ignore_ascii_case(BEGIN))
}

/// Joins lines that were folded, before they are read as letters: some programs fold within one.
pub(super) fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut whole: Vec<u8> = vec![];
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let [b' ' | b'\t', rest @ ..] = line {
            let end = whole.strip_suffix(b"\n").unwrap_or(&whole);
            let end = end.strip_suffix(b"\r").unwrap_or(end);
            whole.truncate(end.len());
            whole.extend(rest);
        } else {
            whole.extend(line);
        }
    }
    whole
}

pub(super) fn read(text: &str, today: Option<Day>) -> Result<Read, NotRead> {
    let calendar = guarded(|| ICalendar::parse(text))?.map_err(|_| NotRead::Unreadable)?;
    let zones = calendar.build_tz_resolver();
    let mut read = match calendar.components.iter().find(|it| it.component_type.is_event()) {
        Some(event) => read_event(event, &zones, today)?,
        None => Read::default(),
    };
    read.sources.extend(text.lines().map(str::to_owned));
    Ok(read)
}

fn read_event(
    event: &ICalendarComponent,
    zones: &TzResolver<&str>,
    today: Option<Day>,
) -> Result<Read, NotRead> {
    let text = |property| {
        let text = event.property(&property)?.values.first()?.as_text()?;
        (!text.trim().is_empty()).then(|| text.to_owned())
    };
    let description = text(ICalendarProperty::Description).unwrap_or_default();
    let mut read = read_text(&as_seen(&description)?, today)?;
    let start = moment(event, &ICalendarProperty::Dtstart, zones);
    let end = moment(event, &ICalendarProperty::Dtend, zones)
        .or_else(|| Some(start?.later_by(length_minutes(event)?)));
    read.title = text(ICalendarProperty::Summary).or(read.title);
    read.start = start.or(read.start);
    read.end = end.filter(|it| it.minute.is_some()).or(read.end);
    read.place = text(ICalendarProperty::Location).or(read.place);
    Ok(read)
}

/// The length that some programs write instead of an end, in whole minutes.
fn length_minutes(event: &ICalendarComponent) -> Option<u32> {
    let length = event.property(&ICalendarProperty::Duration)?.values.first()?;
    let ICalendarValue::Duration(length) = length else { return None };
    u32::try_from(length.as_seconds() / 60).ok()
}

/// A time by the clock in Oslo. One whose zone nobody knows is taken as it is written.
fn moment(
    event: &ICalendarComponent,
    property: &ICalendarProperty,
    zones: &TzResolver<&str>,
) -> Option<When> {
    let entry = event.property(property)?;
    let written = entry.values.first()?.as_partial_date_time()?;
    let zone = entry.tz_id().and_then(|name| zones.resolve(name));
    if written.hour.is_none() || (zone.is_none() && written.tz_hour.is_none()) {
        return as_written(written);
    }
    in_oslo(written, zone.unwrap_or(Tz::Floating)).or_else(|| as_written(written))
}

fn in_oslo(written: &PartialDateTime, zone: Tz) -> Option<When> {
    let second = written.to_date_time_with_tz(zone)?.timestamp();
    let oslo = TimeZone::get("Europe/Oslo").ok()?;
    let at = oslo.to_datetime(Timestamp::from_second(second).ok()?);
    when(at.date(), Some((at.hour(), at.minute())))
}

fn as_written(written: &PartialDateTime) -> Option<When> {
    let narrow = |it: u8| i8::try_from(it).ok();
    let year = i16::try_from(written.year?).ok()?;
    let date = Date::new(year, narrow(written.month?)?, narrow(written.day?)?).ok()?;
    let hour = written.hour.and_then(narrow).filter(|hour| *hour < 24);
    let minute = written.minute.and_then(narrow).filter(|minute| *minute < 60);
    when(date, hour.zip(minute.or(Some(0))))
}

fn when(date: Date, clock: Option<(i8, i8)>) -> Option<When> {
    let minute =
        clock.map(|(hour, minute)| u32::try_from(i16::from(hour) * 60 + i16::from(minute)));
    Some(When { day: Some(Day(date)), minute: minute.transpose().ok()? })
}

/// A description as a person sees it. Some programs write HTML where text is due; a link in angle
/// brackets is no tag.
fn as_seen(description: &str) -> Result<String, NotRead> {
    let mut html = String::new();
    let mut is_html = false;
    for (at, sign) in description.char_indices() {
        if let Some(apart) = tag_at(&description.as_bytes()[at..]) {
            is_html = true;
            html.push_str(apart);
        }
        match sign {
            '\n' => html.push_str("<br>"),
            _ => html.push(sign),
        }
    }
    if !is_html {
        return Ok(description.to_owned());
    }
    Ok(guarded(|| html_to_text(&html))?.replace('\u{a0}', " "))
}

fn tag_at(rest: &[u8]) -> Option<&'static str> {
    let is_here = |tag: &str| {
        rest.get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag.as_bytes()))
            && rest.get(tag.len()).is_some_and(|it| [b'>', b' ', b'/'].contains(it))
    };
    TAGS.iter().find(|(tag, _)| is_here(tag)).map(|(_, apart)| *apart)
}
