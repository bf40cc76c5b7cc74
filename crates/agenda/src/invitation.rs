//! The calendar file of a meeting (iCalendar, RFC 5545): one event, in Norwegian time.
//!
//! Three things go wrong in such files, and each has its own function: a text with commas,
//! semicolons, backslashes or line breaks ([`escaped`]), a line longer than 75 bytes ([`folded`]),
//! and a clock that does not say where it stands (`ZONE`).

use kernel::local::{LocalTime, When};

/// Bytes in one line, its end not counted.
const LINE_BYTES_MAX: usize = 75;

/// Without it, Outlook on a machine in another zone moves the meeting.
const ZONE: &str = "BEGIN:VTIMEZONE
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
END:VTIMEZONE";

/// What a calendar is told of a meeting.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// The same for every edition, so that a new one replaces the old.
    pub uid: &'a str,
    /// Higher in every new edition.
    pub sequence: i64,
    /// When the file was made, in world time: `20261101T080000Z`.
    pub stamp: &'a str,
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
pub fn calendar_file(event: &Event<'_>) -> Option<String> {
    let (starts, ends) = (local(event.starts)?, local(event.ends)?);
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sloyfe//Sloyfe//NO"];
    let mut lines: Vec<String> = head.map(str::to_owned).to_vec();
    lines.push("CALSCALE:GREGORIAN".to_owned());
    lines.extend(ZONE.lines().map(str::to_owned));
    lines.extend(["BEGIN:VEVENT".to_owned(), format!("UID:{}", event.uid)]);
    lines.push(format!("SEQUENCE:{}", event.sequence));
    lines.push(format!("DTSTAMP:{}", event.stamp));
    lines.push(format!("DTSTART;TZID=Europe/Oslo:{starts}"));
    lines.push(format!("DTEND;TZID=Europe/Oslo:{ends}"));
    for (name, text) in
        [("SUMMARY", event.title), ("DESCRIPTION", event.description), ("LOCATION", event.place)]
    {
        if !text.is_empty() {
            lines.push(format!("{name}:{}", escaped(text)));
        }
    }
    lines.push(format!("URL:{}", event.url));
    let status = if event.called_off { "CANCELLED" } else { "CONFIRMED" };
    lines.push(format!("STATUS:{status}"));
    lines.extend(["END:VEVENT", "END:VCALENDAR"].map(str::to_owned));
    Some(lines.iter().map(|line| folded(line)).collect())
}

/// `20261112T140000`.
fn local(when: When) -> Option<String> {
    let LocalTime { day, minute } = when.whole()?;
    let date = day.to_string().replace('-', "");
    Some(format!("{date}T{:02}{:02}00", minute / 60, minute % 60))
}

/// Returns a text as it stands in a calendar file.
fn escaped(text: &str) -> String {
    let mut line = String::new();
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => line.extend(['\\', sign]),
            '\n' | '\r' => line.push_str("\\n"),
            // Other control characters are not allowed in the file at all.
            _ if sign.is_control() && sign != '\t' => (),
            _ => line.push(sign),
        }
    }
    line
}

/// Returns a line with its end, broken so that no part is too long and no letter is cut in two.
fn folded(line: &str) -> String {
    let mut text = String::new();
    let mut room = LINE_BYTES_MAX;
    for sign in line.chars() {
        if sign.len_utf8() > room {
            text.push_str("\r\n ");
            room = LINE_BYTES_MAX - 1;
        }
        room -= sign.len_utf8();
        text.push(sign);
    }
    text + "\r\n"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn event<'a>(title: &'a str, description: &'a str) -> Event<'a> {
        Event {
            uid: "mote-7f3a9c@nordvika.example",
            sequence: 3,
            stamp: "20261101T080000Z",
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
    }

    #[test]
    fn a_meeting_without_a_clock_time_has_no_file() {
        let starts = "2026-11-12".parse().unwrap();
        assert_eq!(calendar_file(&Event { starts, ..event("T", "") }), None);
    }

    #[test]
    fn a_meeting_that_is_called_off_says_so() {
        let file = calendar_file(&Event { called_off: true, ..event("T", "") }).unwrap();
        assert!(file.contains("STATUS:CANCELLED\r\n"), "{file}");
    }

    proptest! {
        #[test]
        fn any_title_comes_back_whole(title in "[ -~æøåÆØÅ🎈]{1,120}") {
            let file = calendar_file(&event(&title, "")).unwrap();
            let lines: Vec<&str> = file.split("\r\n").collect();
            prop_assert!(lines.iter().all(|line| line.len() <= LINE_BYTES_MAX));
            let read = crate::read_bytes(file.as_bytes(), None).unwrap();
            let back = read.title.unwrap_or_default();
            prop_assert_eq!(back.trim(), title.trim());
        }
    }
}
