//! Files that people already have, read: an old invitation becomes the beginning of a plan. And the
//! one file they get from us, the meeting for their calendar.
//!
//! What reads strangers' files is heavy to build and stands at the edge: nothing but the pages and
//! the command line depends on this crate, and a plan knows nothing of files.
//!
//! **Invariant `nothing-dropped`:** every word of what was pasted is somewhere in [`Read`]: in a
//! field, in a note, or in `sources`, the lines that a field was taken from. A property holds it.
//!
//! **Invariant `guesses-are-marked`:** what is administration and what is development is guessed,
//! and every item says so.

mod calendar;
mod dates;
pub mod import;
pub mod invitation;
mod items;
mod lines;
mod office;
mod pdf;
mod places;
mod reader;
pub mod refusal;

use std::panic::{self, UnwindSafe};

use kernel::local::{Day, When};
use plan::draft::{self, Draft};
use serde::Serialize;

use crate::refusal::NotRead;

/// Bytes of a file we are willing to open.
pub const FILE_BYTES_MAX: usize = 10 * 1024 * 1024;
/// Characters of text we are willing to read.
pub const TEXT_CHARS_MAX: usize = 200_000;

/// What was read out of an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Read {
    pub title: Option<String>,
    pub start: Option<When>,
    pub end: Option<When>,
    pub place: Option<String>,
    pub items: Vec<ReadItem>,
    pub attachments: Vec<String>,
    /// Lines that were not understood, in their order.
    pub notes: Vec<String>,
    /// Lines that a title, a time, a place or a heading was taken from; of a calendar file all.
    pub sources: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadItem {
    pub text: String,
    pub minutes: Option<u32>,
    pub presenter: Option<String>,
    pub kind: ReadKind,
    /// The kind is a guess and is shown as one.
    pub kind_guessed: bool,
    /// The line as it stood.
    pub source: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ReadKind {
    Utvikling,
    Drift,
    Pause,
}

/// Reads pasted text. Relative days are counted from `today`.
pub fn read_text(text: &str, today: Option<Day>) -> Result<Read, NotRead> {
    if text.chars().nth(TEXT_CHARS_MAX).is_some() {
        return Err(NotRead::TooLong);
    }
    Ok(reader::read(text, today))
}

/// Reads a file of any of the known formats; its first bytes say which.
pub fn read_bytes(bytes: &[u8], today: Option<Day>) -> Result<Read, NotRead> {
    if FILE_BYTES_MAX < bytes.len() {
        return Err(NotRead::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return read_text(&office::text_in(bytes)?, today);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(NotRead::OldOrEncrypted);
    }
    if bytes
        .iter()
        .take(1024)
        .collect::<Vec<_>>()
        .windows(5)
        .any(|it| it == [&b'%', &b'P', &b'D', &b'F', &b'-'])
    {
        return read_text(&pdf::text_in(bytes)?, today);
    }
    let text = if calendar::is_calendar(bytes) {
        decoded(&calendar::unfolded(bytes))?
    } else {
        decoded(bytes)?
    };
    if calendar::is_calendar(text.as_bytes()) {
        return calendar::read(&text, today);
    }
    read_text(&text, today)
}

/// Runs a parser that is not ours. Should it fail on an odd file, that is a refusal and no crash.
fn guarded<T>(parse: impl FnOnce() -> T + UnwindSafe) -> Result<T, NotRead> {
    panic::catch_unwind(parse).map_err(|_| NotRead::Unreadable)
}

/// UTF-8 or UTF-16 by its mark, or the Latin-1 of older mail programs.
fn decoded(bytes: &[u8]) -> Result<String, NotRead> {
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|it| from([it[0], it[1]])).collect();
        String::from_utf16(&units).map_err(|_| NotRead::NotText)
    };
    let text = match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes)?,
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => bytes.iter().map(|it| char::from(*it)).collect(),
        },
    };
    let odd = |it: char| it.is_control() && !['\n', '\r', '\t', '\u{c}', '\u{b}'].contains(&it);
    if text.chars().any(odd) { Err(NotRead::NotText) } else { Ok(text) }
}

impl Read {
    /// Returns the reading as a draft for the lint. What is not known stays not known.
    #[must_use]
    pub fn draft(&self, today: Option<Day>) -> Draft {
        let items = self.items.iter().map(ReadItem::draft).collect();
        Draft {
            kind: Some(self.kind()),
            title: self.title.clone(),
            start: self.start,
            end: self.end,
            place: self.place.clone(),
            today: today.filter(|_| self.start.is_some_and(|it| it.day.is_some())),
            items,
            prep: self.preparation(),
            materials: self.attachments.clone(),
            ..Draft::default()
        }
    }

    /// Guessed: all administration is drift, some of each is mixed.
    #[must_use]
    pub fn kind(&self) -> draft::DraftKind {
        let has = |kind| self.items.iter().any(|it| it.kind == kind);
        match (has(ReadKind::Drift), has(ReadKind::Utvikling)) {
            (true, false) => draft::DraftKind::Administration,
            (true, true) => draft::DraftKind::Mixed,
            (false, _) => draft::DraftKind::Development,
        }
    }

    /// Notes that ask for preparation.
    fn preparation(&self) -> Vec<draft::Prep> {
        let asks = |it: &&String| {
            let note = it.to_lowercase();
            ["forbered", "førebu", "ta med", "les ", "husk å lese", "hugs å lese", "fyll ut"]
                .iter()
                .any(|cue| note.starts_with(cue) || note.contains(&format!(" {cue}")))
        };
        let notes = self.notes.iter().filter(asks);
        notes.map(|it| draft::Prep { text: it.clone(), ..draft::Prep::default() }).collect()
    }
}

impl ReadItem {
    fn draft(&self) -> draft::DraftItem {
        let kind = match self.kind {
            ReadKind::Utvikling => draft::DraftItemKind::Development,
            ReadKind::Drift => draft::DraftItemKind::Administration,
            ReadKind::Pause => draft::DraftItemKind::Pause,
        };
        let title = self.text.lines().next().unwrap_or_default().to_owned();
        let goal = self.text.lines().find_map(|it| it.strip_prefix("Mål: ")).map(str::to_owned);
        let lower = title.to_lowercase();
        let has = |cues: &[&str]| cues.iter().any(|it| lower.contains(it));
        let input = has(&[
            "legger frem",
            "legger fram",
            "legg fram",
            "presenterer",
            "innlegg",
            "foredrag",
            "forelesning",
            "orienter",
            "informerer",
        ]);
        let forward = has(&[
            "veien videre",
            "vegen vidare",
            "hvem gjør hva",
            "kven gjer kva",
            "avtaler",
            "avtalar",
        ]);
        let leads = |it: &str| {
            ["rektor", "styrer", "styrar"].iter().any(|head| it.to_lowercase().starts_with(head))
        };
        let question = title
            .ends_with('?')
            .then(|| draft::Question { text: title.clone(), open_enough: false });
        draft::DraftItem {
            goal,
            minutes: self.minutes,
            kind,
            mode: input.then_some(draft::DraftMode::Input),
            presenter_is_leader: leads(&title) || self.presenter.as_deref().is_some_and(leads),
            presenter: self.presenter.clone().map(draft::Names::One),
            questions: question
                .into_iter()
                .filter(|_| kind == draft::DraftItemKind::Development)
                .collect(),
            commitments: forward,
            closing: forward,
            title,
            ..draft::DraftItem::default()
        }
    }
}

#[cfg(test)]
mod tests;
