//! The calendar file of a meeting (iCalendar, RFC 5545): one event, in Norwegian time.
//!
//! Three things go wrong in such files: a text with commas, semicolons, backslashes or line breaks;
//! a line longer than 75 bytes; and a clock that does not say where it stands. calcard escapes and
//! folds, and `FRAME` says where the clock stands.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarParameter, ICalendarProperty,
    ICalendarStatus, Uri,
};
use kernel::local::{LocalTime, When};
use kernel::time::Moment;

/// The file around the event. Without the zone, Outlook on a machine in another one moves the
/// meeting.
const FRAME: &str = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Sloyfe//Sloyfe//NO
CALSCALE:GREGORIAN
BEGIN:VTIMEZONE
TZID:Europe/Oslo
X-LIC-LOCATION:Europe/Oslo
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
END:VCALENDAR";

/// What a calendar is told of a meeting.
#[derive(Clone, Debug)]
pub struct CalendarEvent<'a> {
    /// The same for every edition, so that a new one replaces the old.
    pub uid: &'a str,
    /// Higher in every new edition.
    pub sequence: i64,
    /// When the file was made.
    pub stamp: Moment,
    pub starts: When,
    pub ends: When,
    pub title: &'a str,
    pub description: &'a str,
    pub place: &'a str,
    pub url: &'a str,
    pub called_off: bool,
}

/// Returns the file; nothing while the day or a clock time is not known.
#[must_use]
pub fn calendar_file(event: &CalendarEvent<'_>) -> Option<String> {
    let mut calendar = ICalendar::parse(FRAME).ok()?;
    let meeting = meeting(event, event.starts.whole()?, event.ends.whole()?);
    let id = u32::try_from(calendar.components.len()).ok()?;
    calendar.components.first_mut()?.component_ids.push(id);
    calendar.components.push(meeting);
    Some(calendar.to_string())
}

fn meeting(event: &CalendarEvent<'_>, starts: LocalTime, ends: LocalTime) -> ICalendarComponent {
    let mut meeting = ICalendarComponent::new(ICalendarComponentType::VEvent);
    meeting.add_uid(event.uid);
    meeting.add_sequence(event.sequence);
    meeting.add_dtstamp(PartialDateTime::from_utc_timestamp(event.stamp.0.div_euclid(1000)));
    for (property, time) in [(ICalendarProperty::Dtstart, starts), (ICalendarProperty::Dtend, ends)]
    {
        let zone = [ICalendarParameter::tzid("Europe/Oslo".to_owned())];
        meeting.add_property_with_params(property, zone, local(time));
    }
    for (property, text) in [
        (ICalendarProperty::Summary, event.title),
        (ICalendarProperty::Description, event.description),
        (ICalendarProperty::Location, event.place),
    ] {
        if !text.is_empty() {
            meeting.add_property(property, allowed(text));
        }
    }
    meeting.add_property(ICalendarProperty::Url, Uri::Location(event.url.to_owned()));
    let status =
        if event.called_off { ICalendarStatus::Cancelled } else { ICalendarStatus::Confirmed };
    meeting.add_property(ICalendarProperty::Status, status);
    meeting
}

fn local(time: LocalTime) -> PartialDateTime {
    let date = time.day.0;
    let narrow = |it: u32| u8::try_from(it).ok();
    PartialDateTime {
        year: u16::try_from(date.year()).ok(),
        month: u8::try_from(date.month()).ok(),
        day: u8::try_from(date.day()).ok(),
        hour: narrow(time.minute / 60),
        minute: narrow(time.minute % 60),
        second: Some(0),
        ..PartialDateTime::default()
    }
}

/// Returns a text with what a calendar file may hold: its line breaks as one, its tabs, and no
/// other control character.
fn allowed(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|sign| !sign.is_control() || ['\n', '\t'].contains(sign)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn event<'a>(title: &'a str, description: &'a str) -> CalendarEvent<'a> {
        CalendarEvent {
            uid: "mote-7f3a9c@nordvika.example",
            sequence: 3,
            stamp: Moment(1_793_520_000_000),
            starts: "2026-11-12T14:00".parse().unwrap(),
            ends: "2026-11-12T16:00".parse().unwrap(),
            title,
            description,
            place: "Personalrommet, 2. etasje",
            url: "https://nordvika.example/m/123456",
            called_off: false,
        }
    }

    #[test]
    fn our_own_reader_finds_the_meeting_again() {
        let file = calendar_file(&event("Trivsel; og læring, hos oss", "Mål: én ting\nto ting"));
        let read = crate::read_bytes(file.unwrap().as_bytes(), None).unwrap();
        assert_eq!(read.title.as_deref(), Some("Trivsel; og læring, hos oss"));
        assert_eq!(read.start, Some("2026-11-12T14:00".parse().unwrap()));
        assert_eq!(read.end, Some("2026-11-12T16:00".parse().unwrap()));
        assert_eq!(read.place.as_deref(), Some("Personalrommet, 2. etasje"));
    }

    #[test]
    fn the_three_traps_are_avoided() {
        let file = calendar_file(&event("A,B;C\\D", "en\r\nto")).unwrap();
        assert!(file.contains("SUMMARY:A\\,B\\;C\\\\D\r\n"), "{file}");
        assert!(file.contains("DESCRIPTION:en\\nto\r\n"), "{file}");
        assert!(file.contains("DTSTART;TZID=Europe/Oslo:20261112T140000\r\n"), "{file}");
        assert!(file.contains("BEGIN:VTIMEZONE\r\n"), "{file}");
        assert!(file.contains("DTSTAMP:20261101T080000Z\r\n"), "{file}");
    }

    #[test]
    fn a_meeting_without_a_clock_time_has_no_file() {
        let starts = "2026-11-12".parse().unwrap();
        assert_eq!(calendar_file(&CalendarEvent { starts, ..event("T", "") }), None);
    }

    #[test]
    fn a_meeting_that_is_called_off_says_so() {
        let file = calendar_file(&CalendarEvent { called_off: true, ..event("T", "") }).unwrap();
        assert!(file.contains("STATUS:CANCELLED\r\n"), "{file}");
    }

    proptest! {
        #[test]
        fn any_title_comes_back_whole(title in "[ -~æøåÆØÅ🎈]{1,120}") {
            let file = calendar_file(&event(&title, "")).unwrap();
            let lines: Vec<&str> = file.split("\r\n").collect();
            prop_assert!(lines.iter().all(|line| line.len() <= 75));
            let read = crate::read_bytes(file.as_bytes(), None).unwrap();
            let back = read.title.unwrap_or_default();
            prop_assert_eq!(back.trim(), title.trim());
        }
    }
}
