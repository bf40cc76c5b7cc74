//! Calendar files: one event, its own fields, and an agenda in its description.

use jiff::civil::Date;

use super::{Read, Refusal, read_text};
use kernel::local::{Day, When};

pub(super) fn read(text: &str, today: Option<Day>) -> Result<Read, Refusal> {
    let text = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let mut event = Event::default();
    let mut inside = false;
    for line in text.lines() {
        match line.trim_end() {
            "BEGIN:VEVENT" => inside = true,
            "END:VEVENT" => break,
            _ if inside => event.take(line),
            line => event.other.push(line.to_owned()),
        }
    }
    let mut read = read_text(&event.description, today)?;
    read.title = event.title.or(read.title);
    read.start = event.start.or(read.start);
    read.end = event.end.filter(|it| it.minute.is_some()).or(read.end);
    read.place = event.place.or(read.place);
    read.sources.extend(event.other);
    Ok(read)
}

#[derive(Default)]
struct Event {
    title: Option<String>,
    start: Option<When>,
    end: Option<When>,
    place: Option<String>,
    description: String,
    other: Vec<String>,
}

impl Event {
    fn take(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else {
            self.other.push(line.to_owned());
            return;
        };
        let plain = unescaped(value);
        match name.split(';').next().unwrap_or_default() {
            "SUMMARY" => self.title = Some(plain),
            "LOCATION" if !plain.is_empty() => self.place = Some(plain),
            "DESCRIPTION" => self.description = plain,
            "DTSTART" => {
                self.start = moment(value);
                self.other.push(line.to_owned());
            }
            "DTEND" => {
                self.end = moment(value);
                self.other.push(line.to_owned());
            }
            _ => self.other.push(line.to_owned()),
        }
    }
}

/// One pass, so that a backslash of the text's own does not begin something new.
fn unescaped(value: &str) -> String {
    let mut plain = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        plain.push(match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => '\n',
                Some(other) => other,
                None => sign,
            },
            _ => sign,
        });
    }
    plain
}

/// `20261020T140000`; a `Z` at the end is world time, moved to Norway.
fn moment(value: &str) -> Option<When> {
    let digits = |from: usize, to: usize| value.get(from..to)?.parse::<i16>().ok();
    let narrow = |it: i16| i8::try_from(it).ok();
    let date = Date::new(digits(0, 4)?, narrow(digits(4, 6)?)?, narrow(digits(6, 8)?)?).ok()?;
    let day = Some(Day(date));
    let Some(hour) = digits(9, 11) else { return Some(When { day, minute: None }) };
    let minute = u32::try_from(hour * 60 + digits(11, 13)?).ok()?;
    let when = When { day, minute: Some(minute) };
    Some(if value.ends_with('Z') { when.later_by(norway_ahead(date) * 60) } else { when })
}

/// Hours ahead of world time: two from the last Sunday of March to the last of October.
fn norway_ahead(date: Date) -> u32 {
    let last_sunday = |month| {
        let last = Date::new(date.year(), month, 31).ok()?;
        let back = i64::from(last.weekday().to_sunday_zero_offset());
        Some(Day(last).plus_days(-back).0)
    };
    let summer = last_sunday(3).zip(last_sunday(10));
    if summer.is_some_and(|(from, to)| from <= date && date < to) { 2 } else { 1 }
}
