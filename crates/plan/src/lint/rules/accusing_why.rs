//! A «why» about something that went badly.
//!
//! ## Why
//!
//! It is heard as blame, and it looks for one cause where there are several. Why something works
//! is a good question.
//!
//! ## Flawed
//!
//! ```json at 1
//! {
//!   "items": [
//!     {"title": "Samtale", "questions": ["Hvorfor er resultatene så dårlige i år?"]}
//!   ]
//! }
//! ```
//!
//! ```json at 1
//! {"items": [{"title": "Samtale", "questions": ["Kvifor får vi det ikkje til?"]}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Samtale", "questions": ["Hvorfor lykkes vi så godt med overgangene?"]}
//!   ]
//! }
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject, cues};
use crate::questions::{Class, Reframing};

pub(super) const RULE: Rule = Rule {
    reads_words: true,
    check,
    source: include_str!("accusing_why.rs"),
    ..Rule::new(
        "SPM-04",
        "accusing-why",
        Severity::Tip,
        Subject::Question,
        "seed:249 SPM-NDLA SPM-EST",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.asked.iter().filter(|it| !it.settled).filter(|it| {
        let words = &it.words;
        let why = matches!(words.first().map(String::as_str), Some("hvorfor" | "kvifor"));
        why && cues::any_in(words, cues::NEGATIVE) && !it.classes.contains(&Class::Leading)
    });
    found.map(|it| seen.reframed(&RULE, it, &[Reframing::WhatMakes, Reframing::Links])).collect()
}
