//! Days and clock times as people write them, in bokmål and nynorsk.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use kernel::local::Day;

/// What a line says of when, and where in the line it says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub day: Option<Day>,
    pub start: Option<u32>,
    pub end: Option<u32>,
    /// From the first to the last letter that was understood.
    pub span: Option<Range<usize>>,
}

/// A word or number of a line and where it stands.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    at: usize,
}

pub(super) fn find(line: &str, today: Option<Day>) -> Found {
    let tokens = tokens(line);
    let mut found = Found::default();
    let mut taken = vec![false; tokens.len()];
    find_day(&tokens, today, &mut found, &mut taken);
    find_clock(&tokens, &mut found, &mut taken);
    let used = || tokens.iter().zip(&taken).filter(|(_, taken)| **taken).map(|(it, _)| it);
    if let (Some(first), Some(last)) = (used().next(), used().next_back()) {
        found.span = Some(first.at..last.at + last.text.len());
    }
    found
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = vec![];
    for piece in line.split_whitespace() {
        let at = piece.as_ptr() as usize - line.as_ptr() as usize;
        let mut from = 0;
        // «kl.12» and «14–16» are several tokens; «08.10.2026» is one.
        for (index, letter) in piece.char_indices() {
            if ['–', '—', ',', '('].contains(&letter) || (letter == '-' && !is_iso(piece)) {
                if from < index {
                    tokens.push(Token { text: &piece[from..index], at: at + from });
                }
                let next = index + letter.len_utf8();
                tokens.push(Token { text: &piece[index..next], at: at + index });
                from = next;
            }
        }
        let rest = &piece[from..];
        let glued =
            ["kl.", "Kl.", "KL."].iter().find(|it| rest.starts_with(**it) && rest.len() > 3);
        if glued.is_some() {
            tokens.push(Token { text: &rest[..3], at: at + from });
            from += 3;
        }
        if from < piece.len() {
            tokens.push(Token { text: &piece[from..], at: at + from });
        }
    }
    tokens
}

fn is_iso(piece: &str) -> bool {
    piece.len() >= 10 && piece.get(..10).is_some_and(|it| it.parse::<Date>().is_ok())
}

fn bare(text: &str) -> String {
    text.trim_matches(['.', ':', ';', ')', '(', '!']).to_lowercase()
}

pub(super) fn month(word: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["januar", "jan"],
        &["februar", "feb", "febr"],
        &["mars"],
        &["april", "apr"],
        &["mai"],
        &["juni"],
        &["juli"],
        &["august", "aug"],
        &["september", "sep", "sept"],
        &["oktober", "okt"],
        &["november", "nov"],
        &["desember", "des"],
    ];
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(at + 1).ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mandag" | "man" | "måndag" | "mån" => Weekday::Monday,
        "tirsdag" | "tirs" | "tir" | "tysdag" | "tys" => Weekday::Tuesday,
        "onsdag" | "ons" => Weekday::Wednesday,
        "torsdag" | "tors" | "tor" => Weekday::Thursday,
        "fredag" | "fre" => Weekday::Friday,
        "lørdag" | "lør" | "laurdag" | "lau" => Weekday::Saturday,
        "søndag" | "søn" | "sundag" => Weekday::Sunday,
        _ => return None,
    })
}

fn find_day(tokens: &[Token<'_>], today: Option<Day>, found: &mut Found, taken: &mut [bool]) {
    let words: Vec<String> = tokens.iter().map(|it| bare(it.text)).collect();
    let named = words.iter().position(|it| weekday(it).is_some());
    for at in 0..tokens.len() {
        let day = written_day(&words, at, today);
        if let Some((day, used)) = day {
            found.day = Some(day);
            taken[at..at + used].fill(true);
            for before in (0..at).rev().take(2) {
                if weekday(&words[before]).is_some() || words[before] == "den" {
                    taken[before] = true;
                }
            }
            return;
        }
    }
    if let Some(at) = words.iter().position(|it| ["uke", "veke"].contains(&it.as_str())) {
        let week = words.get(at + 1).and_then(|it| it.parse::<i8>().ok());
        let day =
            week.and_then(|week| in_week(week, named.and_then(|it| weekday(&words[it])), today?));
        if let (Some(day), Some(named)) = (day, named) {
            found.day = Some(day);
            taken[named] = true;
            taken[at..at + 2].fill(true);
            return;
        }
    }
    find_relative_day(&words, named, today, found, taken);
}

fn find_relative_day(
    words: &[String],
    named: Option<usize>,
    today: Option<Day>,
    found: &mut Found,
    taken: &mut [bool],
) {
    let Some(today) = today else {
        if let Some(at) = named {
            taken[at] = true;
        }
        return;
    };
    for (at, pair) in words.windows(2).enumerate() {
        let days = match (pair[0].as_str(), pair[1].as_str()) {
            ("i", "dag") => 0,
            ("i", "morgen" | "morgon") => 1,
            ("i", "overmorgen" | "overmorgon") => 2,
            _ => continue,
        };
        found.day = Some(today.plus_days(days));
        taken[at..at + 2].fill(true);
        return;
    }
    let Some(at) = named else { return };
    let Some(weekday) = weekday(&words[at]) else { return };
    let ahead = i64::from(today.0.weekday().until(weekday));
    let later = at > 0 && words[at - 1] == "neste" && ahead == 0;
    found.day = Some(today.plus_days(ahead + if later { 7 } else { 0 }));
    taken[at] = true;
}

/// A day at this place, and how many tokens it took.
fn written_day(words: &[String], at: usize, today: Option<Day>) -> Option<(Day, usize)> {
    let word = words[at].as_str();
    if is_iso(word) {
        return Some((Day(word[..10].parse().ok()?), 1));
    }
    // «26. april 2027», «26.april»
    let (number, joined) = word.split_once('.').unwrap_or((word, ""));
    if let Ok(day) = number.parse::<i8>() {
        let (name, used) = match joined {
            "" => (words.get(at + 1).map_or("", String::as_str), 2),
            joined => (joined, 1),
        };
        if let Some(month) = month(name) {
            let year = words.get(at + used).and_then(|it| it.parse::<i16>().ok());
            let year = year.filter(|it| (2000..2100).contains(it));
            let used = used + usize::from(year.is_some());
            return Some((dated(day, month, year, today)?, used));
        }
    }
    numeric_day(words, at, today)
}

/// «3/11», «08.10.2026», «7.10.», and «19.11» when the line also tells the hour with «kl».
fn numeric_day(words: &[String], at: usize, today: Option<Day>) -> Option<(Day, usize)> {
    let word = words[at].as_str();
    let clock = |it: &String| ["kl", "klokka", "klokken"].contains(&it.as_str());
    let after_clock = at > 0 && clock(&words[at - 1]);
    let parts: Vec<&str> = word.split(['.', '/']).collect();
    let numbers: Option<Vec<i16>> = parts.iter().map(|it| it.parse().ok()).collect();
    let numbers = numbers?;
    let slashed = word.contains('/');
    match numbers.as_slice() {
        [day, month, year] => {
            let year = if *year < 100 { 2000 + year } else { *year };
            Some((
                dated(i8::try_from(*day).ok()?, i8::try_from(*month).ok()?, Some(year), today)?,
                1,
            ))
        }
        [day, month] if !after_clock => {
            let named = at > 0 && weekday(&words[at - 1]).is_some();
            let hour_told = words[at + 1..].iter().any(clock);
            let sure = slashed || named || hour_told;
            let day = dated(i8::try_from(*day).ok()?, i8::try_from(*month).ok()?, None, today)?;
            sure.then_some((day, 1))
        }
        _ => None,
    }
}

/// Without a year: the next such day from today. With neither, nothing is known.
fn dated(day: i8, month: i8, year: Option<i16>, today: Option<Day>) -> Option<Day> {
    if let Some(year) = year {
        return Date::new(year, month, day).ok().map(Day);
    }
    let today = today?;
    let this = Date::new(today.0.year(), month, day).ok().map(Day);
    let next = Date::new(today.0.year() + 1, month, day).ok().map(Day);
    this.filter(|it| today <= *it).or(next)
}

fn in_week(week: i8, weekday: Option<Weekday>, today: Day) -> Option<Day> {
    let year = today.0.iso_week_date().year();
    let in_year = |year| {
        let date =
            jiff::civil::ISOWeekDate::new(year, week, weekday.unwrap_or(Weekday::Monday)).ok()?;
        Some(Day(date.date()))
    };
    in_year(year).filter(|it| today <= *it).or_else(|| in_year(year + 1))
}

fn find_clock(tokens: &[Token<'_>], found: &mut Found, taken: &mut [bool]) {
    let words: Vec<String> = tokens.iter().map(|it| bare(it.text)).collect();
    for at in 0..tokens.len() {
        let told = ["kl", "klokka", "klokken"].contains(&words[at].as_str());
        let first = at + usize::from(told);
        if taken[at] || words.get(first).is_none() || taken.get(first) == Some(&true) {
            continue;
        }
        let half = words.get(first + 1).filter(|_| told && words[first] == "halv");
        if let Some(start) = half.and_then(|it| half_before(it)) {
            found.start = Some(start);
            taken[at..=first + 1].fill(true);
            return;
        }
        let Some(start) = clock(&words[first], told) else { continue };
        let until =
            words.get(first + 1).is_some_and(|it| ["–", "—", "-", "til"].contains(&it.as_str()));
        let skip = first + 2 + usize::from(words.get(first + 2).is_some_and(|it| it == "kl"));
        let end = words.get(skip).filter(|_| until).and_then(|it| clock(it, true));
        let exact = words[first].contains([':', '.']) && words[first].len() >= 4;
        if !told && !(exact && (end.is_some() || words[first].contains(':'))) {
            continue;
        }
        found.start = Some(start);
        found.end = end.filter(|it| start < *it);
        let last = if end.is_some() { skip } else { first };
        taken[at..=last].fill(true);
        return;
    }
}

/// `12`, `12.30`, `12:30`, `1230`, as minutes after midnight. An hour alone needs «kl» before it.
pub(super) fn clock(word: &str, told: bool) -> Option<u32> {
    let (hour, minute) = match word.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if told && word.len() == 4 => word.split_at_checked(2)?,
        None if told => (word, "0"),
        Some(_) | None => return None,
    };
    let (hour, minute) = (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// «Halv tre» is half past two, in the afternoon when the house is open.
fn half_before(hour: &str) -> Option<u32> {
    const HOURS: [&str; 12] =
        ["ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"];
    let at = HOURS.iter().position(|it| *it == hour || *it == "ett" && hour == "eitt")?;
    let hour = u32::try_from(at).ok()?;
    let afternoon = if hour < 7 { 12 } else { 0 };
    Some((hour + afternoon) * 60 + 30)
}

/// A clock time or span that begins a line, and what follows it.
pub(super) fn leading_clock(line: &str) -> Option<(u32, Option<u32>, &str)> {
    let (told, rest) = ["kl. ", "kl.", "kl ", "Kl. ", "Kl.", "Kl "]
        .iter()
        .find_map(|it| line.strip_prefix(it))
        .map_or((false, line), |rest| (true, rest));
    let (start, rest) = clock_prefix(rest, told)?;
    let trimmed = rest.trim_start();
    let spanned = ["–", "—", "-", "til "].iter().find_map(|it| trimmed.strip_prefix(it));
    let end = spanned.and_then(|it| clock_prefix(it.trim_start(), true));
    let (end, rest) = match end {
        Some((end, rest)) => (Some(end), rest),
        None => (None, rest),
    };
    Some((start, end, rest.trim_start_matches([':', ' ', '\t', '–', '-', '.'])))
}

fn clock_prefix(text: &str, told: bool) -> Option<(u32, &str)> {
    let length =
        text.find(|it: char| !it.is_ascii_digit() && it != '.' && it != ':').unwrap_or(text.len());
    let word = text[..length].trim_end_matches(['.', ':']);
    let minutes = clock(word, told)?;
    Some((minutes, &text[word.len()..]))
}
