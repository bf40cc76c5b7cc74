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
use crate::lint::{Finding, Place, Remedy, Rule, Severity, cues};
use crate::questions::{Class, Frame};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("accusing_why.rs"),
    ..Rule::new("SPM-04", "accusing-why", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.asked.iter().filter(|it| !it.settled).filter(|it| {
        let words = &it.words;
        let why = matches!(words.first().map(String::as_str), Some("hvorfor" | "kvifor"));
        why && cues::any_in(words, cues::NEGATIVE) && !it.classes.contains(&Class::Leading)
    });
    found
        .map(|it| {
            let finding = it.finding(&RULE);
            let Place::Item(item) = it.place else { return finding };
            let question = it.question;
            let links = Remedy::Reframe { item, question, frame: Frame::Links };
            finding.offer(Remedy::Reframe { item, question, frame: Frame::WhatMakes }).offer(links)
        })
        .collect()
}
