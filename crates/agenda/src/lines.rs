//! Lines as a person sees them: what marks them, how far in they stand, and their columns.

use kernel::cells;

#[derive(Clone, Debug)]
pub(super) struct Line {
    /// As it stood, without the space around it.
    pub raw: String,
    /// Without its marker and its ornaments.
    pub text: String,
    pub marker: Marker,
    pub indent: usize,
    pub cells: Vec<String>,
    pub after_blank: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    None,
    Heading,
    Number,
    Bullet,
    /// `a)`: always below something else.
    Letter,
}

pub(super) fn of(text: &str) -> Vec<Line> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}'], "\n");
    let mut lines: Vec<Line> = vec![];
    let mut blank = false;
    for written in text.lines() {
        if written.trim().is_empty() {
            blank = true;
            continue;
        }
        for part in unfolded(written) {
            lines.push(line(&part, blank));
            blank = false;
        }
    }
    lines
}

/// One paragraph that holds a whole list, «Saksliste: 1. … 2. …», becomes lines.
fn unfolded(written: &str) -> Vec<String> {
    let mut parts = vec![];
    let mut rest = written;
    let mut number = 1;
    while let Some(at) = next_number(rest, number) {
        parts.push(rest[..at].to_owned());
        rest = &rest[at..];
        number += 1;
    }
    parts.push(rest.to_owned());
    // One number alone is a date or a sentence.
    if number < 3 {
        return vec![written.to_owned()];
    }
    parts.retain(|it| !it.trim().is_empty());
    parts
}

fn next_number(text: &str, number: u32) -> Option<usize> {
    let marks = [format!("{number}. "), format!("{number}) ")];
    let found = marks.iter().filter_map(|mark| {
        let starts = text.match_indices(mark.as_str()).map(|(at, _)| at);
        starts.into_iter().find(|at| *at == 0 || text[..*at].ends_with(' '))
    });
    found.min()
}

fn line(written: &str, after_blank: bool) -> Line {
    let indent = written.len() - written.trim_start().len();
    let raw = written.trim().to_owned();
    let cells = cells_of(&raw);
    let (marker, rest) = marked(&raw);
    let text = plain(rest);
    Line { raw, text, marker, indent, cells, after_blank }
}

/// Columns parted by tabs, or by bars as in Markdown.
fn cells_of(raw: &str) -> Vec<String> {
    let has_bars = raw.starts_with('|') && raw.len() > 1;
    let cells = if has_bars {
        raw.trim_matches('|').split('|').collect()
    } else {
        cells::of(raw, cells::PASTED)
    };
    if !has_bars && cells.len() == 1 {
        return vec![];
    }
    cells.into_iter().map(|it| plain(it.trim())).collect()
}

fn plain(text: &str) -> String {
    text.replace("**", "").replace("__", "").trim().to_owned()
}

fn marked(raw: &str) -> (Marker, &str) {
    if let Some(rest) = raw.strip_prefix('#') {
        return (Marker::Heading, rest.trim_start_matches('#').trim_start());
    }
    let quoted = raw.strip_prefix("> ").unwrap_or(raw);
    if quoted.len() != raw.len() {
        return (Marker::None, quoted);
    }
    for bullet in [
        "- [ ] ",
        "- [x] ",
        "- ",
        "– ",
        "— ",
        "• ",
        "* ",
        "· ",
        "o ",
        "▪ ",
        "\u{f0b7} ",
        "◦ ",
        "● ",
    ] {
        if let Some(rest) = raw.strip_prefix(bullet) {
            return (Marker::Bullet, rest.trim_start());
        }
    }
    if let Some(rest) = raw.strip_prefix('•') {
        return (Marker::Bullet, rest.trim_start());
    }
    case_number(raw).or_else(|| numbered(raw)).unwrap_or((Marker::None, raw))
}

/// «Sak 14/26», «PS 3/26:», «Sak 4.»
fn case_number(raw: &str) -> Option<(Marker, &str)> {
    let rest =
        ["Sak ", "SAK ", "PS ", "RS ", "Sak nr. "].iter().find_map(|it| raw.strip_prefix(it))?;
    let digits = rest.trim_start_matches(|it: char| it.is_ascii_digit() || it == '/');
    if digits.len() == rest.len() {
        return None;
    }
    Some((Marker::Number, digits.trim_start_matches([':', '.', ')', '–', '-', ' ', '\t'])))
}

fn numbered(raw: &str) -> Option<(Marker, &str)> {
    let digits = raw.chars().take_while(char::is_ascii_digit).count();
    let after = &raw[digits..];
    if (1..=2).contains(&digits) {
        for mark in [". ", ") ", ".\t", ")\t"] {
            if let Some(rest) = after.strip_prefix(mark) {
                return (!is_date(rest)).then(|| (Marker::Number, rest.trim_start()));
            }
        }
        let bare = after.strip_prefix(' ').filter(|it| it.starts_with(char::is_uppercase));
        return bare.map(|rest| (Marker::Number, rest));
    }
    let roman = raw.chars().take_while(|it| "IVX".contains(*it)).count();
    if (1..=4).contains(&roman) {
        return raw[roman..].strip_prefix(". ").map(|rest| (Marker::Number, rest));
    }
    let mut letters = raw.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let lettered = first.is_ascii_lowercase() && second == ')';
    lettered.then_some((Marker::Letter, raw))
}

/// «3. november» is no item.
fn is_date(rest: &str) -> bool {
    let word = rest.split([' ', '.', ',']).next().unwrap_or_default().to_lowercase();
    super::dates::month(&word).is_some()
}
