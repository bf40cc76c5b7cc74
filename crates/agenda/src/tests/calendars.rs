//! Calendar files as programs write them. Each changes one thing in the same meeting.

use crate::{Read, read_bytes};

const AGENDA: &str = "DESCRIPTION:Program\\n1. Velkommen 10 min\\n2. Lesing i alle fag 60 min";
const START: &str = "DTSTART;TZID=Europe/Oslo:20261208T140000";
const END: &str = "DTEND;TZID=Europe/Oslo:20261208T160000";
const TITLE: &str = "SUMMARY:Personalmøte";

fn file(event: &[&str]) -> Vec<u8> {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", "BEGIN:VEVENT", "UID:1"];
    let lines = head.iter().chain(event).chain(&["END:VEVENT", "END:VCALENDAR"]);
    lines.flat_map(|line| [line.as_bytes(), b"\r\n"].concat()).collect()
}

/// Reads the meeting, and tells the first thing that is not as in the meeting of these tests.
fn read(bytes: &[u8]) -> Read {
    let read = read_bytes(bytes, None).unwrap();
    let when = |it: Option<kernel::local::When>| it.map(|it| it.to_string()).unwrap_or_default();
    assert_eq!(read.title.as_deref(), Some("Personalmøte"));
    assert_eq!(when(read.start), "2026-12-08T14:00");
    assert_eq!(when(read.end), "2026-12-08T16:00");
    let items: Vec<_> = read.items.iter().map(|it| (it.text.as_str(), it.minutes)).collect();
    assert_eq!(items, [("Velkommen", Some(10)), ("Lesing i alle fag", Some(60))]);
    read
}

fn keeps(read: &Read, words: &str) -> bool {
    read.sources.iter().any(|line| line.contains(words))
}

#[test]
fn a_reminder_is_not_the_meeting() {
    let alarm = ["BEGIN:VALARM", "TRIGGER:-PT15M", "DESCRIPTION:Reminder", "SUMMARY:Varsel"];
    let alarm = [&alarm[..], &["END:VALARM"]].concat();
    let meeting = [TITLE, START, END, AGENDA];
    for event in [[&meeting[..], &alarm].concat(), [&alarm[..], &meeting].concat()] {
        let read = read(&file(&event));
        assert!(keeps(&read, "Reminder") && keeps(&read, "-PT15M"), "{:?}", read.sources);
    }
}

#[test]
fn a_length_gives_the_end() {
    for length in ["DURATION:PT2H", "DURATION:PT120M", "DURATION:P0DT2H0M0S"] {
        assert!(keeps(&read(&file(&[TITLE, START, length, AGENDA])), length));
    }
}

#[test]
fn a_colon_in_a_quoted_parameter_is_no_end_of_the_name() {
    let title = "SUMMARY;ALTREP=\"http://example.org:8080/x\":Personalmøte";
    assert!(keeps(&read(&file(&[title, START, END, AGENDA])), "http://example.org:8080/x"));
    let agenda = AGENDA.replacen(':', ";ALTREP=\"data:text/html,%3Cp%3E\":", 1);
    assert!(keeps(&read(&file(&[TITLE, START, END, &agenda])), "%3Cp%3E"));
}

#[test]
fn names_are_the_same_in_small_letters() {
    let small = String::from_utf8(file(&[TITLE, START, END, AGENDA])).unwrap();
    let small = small.replace("SUMMARY", "summary").replace("VEVENT", "vevent");
    let small = small.replace("DTSTART;TZID", "dtstart;tzid").replace("DESCRIPTION", "Description");
    read(small.as_bytes());
}

#[test]
fn every_clock_is_told_by_the_one_in_oslo() {
    for (start, end) in [
        ("DTSTART:20261208T130000Z", "DTEND:20261208T150000Z"),
        ("DTSTART;TZID=Europe/Helsinki:20261208T150000", "DTEND:20261208T150000Z"),
        ("DTSTART;TZID=\"GMT Standard Time\":20261208T130000", END),
        ("DTSTART;TZID=W. Europe Standard Time:20261208T140000", END),
        ("DTSTART:20261208T140000", "DTEND:20261208T160000"),
        ("DTSTART;TZID=Kari sin sone:20261208T140000", END),
    ] {
        assert!(keeps(&read(&file(&[TITLE, start, end, AGENDA])), start));
    }
}

#[test]
fn a_letter_may_be_cut_in_two_where_a_line_is_folded() {
    let whole = file(&[TITLE, START, END, AGENDA]);
    let at = whole.iter().position(|byte| *byte == 0xC3).unwrap() + 1;
    for fold in [&b"\r\n "[..], b"\n ", b"\r\n\t"] {
        let folded = [&whole[..at], fold, &whole[at..]].concat();
        read(&folded);
    }
}

#[test]
fn a_space_before_a_fold_is_the_texts_own() {
    let folded = AGENDA.replace("i alle", "i \r\n alle");
    read(&file(&[TITLE, START, END, &folded]));
}

#[test]
fn a_description_in_html_is_read_as_it_is_seen() {
    for agenda in [
        "<p>Program</p><ol><li>Velkommen 10 min</li><li>Lesing i alle&nbsp;fag 60 min</li></ol>",
        "<b>Program</b><br><ul><li>Velkommen 10 min<LI class=\"x\">Lesing i alle fag 60 min</ul>",
        "<html><body>Program<br/>1. Velkommen 10 min<br/>2. Lesing i alle fag 60 min</body></html>",
    ] {
        let agenda = format!("DESCRIPTION:{agenda}");
        assert!(keeps(&read(&file(&[TITLE, START, END, &agenda])), "<"));
    }
    let link = AGENDA.replace("Velkommen", "Velkommen <https://example.org/br>");
    let read = read_bytes(&file(&[TITLE, START, END, &link]), None).unwrap();
    assert_eq!(read.items[0].text, "Velkommen <https://example.org/br>");
}

#[test]
fn a_file_without_a_meeting_keeps_its_words() {
    let read = read_bytes(b"BEGIN:VCALENDAR\r\nX-NOTE:Husk kaffe\r\nuten kolon\r\n", None).unwrap();
    assert!(keeps(&read, "Husk kaffe") && keeps(&read, "uten kolon"));
}
