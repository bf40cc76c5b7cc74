//! Two questions in one.
//!
//! ## Why
//!
//! The room answers the last one, or the easy one. A closing item may ask two things; an open
//! question right after a closed one is its opening, not a second.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Samtale", "questions": ["Hva ser vi og hvordan går vi videre?"]}]}
//! ```
//!
//! ```json at 1
//! {"items": [{"title": "Samtale", "questions": ["Hva ser dere? Hvordan går vi videre?"]}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Avtaler", "closing": true, "questions": ["Hva tar vi med oss, og hvordan går vi videre?"]}
//!   ]
//! }
//! ```
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Samtale", "questions": ["Fungerer rutinen? Hvordan merker dere det?"]}
//!   ]
//! }
//! ```

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::seen::asked::Asked;
use crate::lint::{Finding, Rule, Severity, Spot, Subject, cues};
use crate::questions::Class;

pub(super) const RULE: Rule = Rule {
    reads_words: true,
    check,
    source: include_str!("double_question.rs"),
    ..Rule::new("SPM-05", "double-question", Severity::Tip, Subject::Question, "own seed:374-375")
};

const AND: &[&str] = &[
    "og hva",
    "og hvordan",
    "og hvorfor",
    "og hvem",
    "og når",
    "og kva",
    "og korleis",
    "og kvifor",
    "og kven",
    "samt hva",
    "samt hvordan",
    "samt hvorfor",
    "samt kva",
    "samt korleis",
];

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.asked.iter().filter(|it| !it.settled && !it.closing);
    found.filter(|it| is_double(it)).map(|it| finding(seen, it)).collect()
}

fn is_double(asked: &Asked<'_>) -> bool {
    match asked.text.matches('?').count() {
        0 => false,
        1 => cues::any_in(&asked.words, AND),
        _ => asked.classes.iter().filter(|it| **it == Class::Open).count() > 1,
    }
}

fn finding(seen: &Seen<'_>, asked: &Asked<'_>) -> Finding {
    let finding = asked.finding(&RULE);
    let Spot::Item(at) = asked.place else { return finding };
    let (item, question) = (seen.id(at), asked.question);
    finding.offer("split-question", Mend::SplitQuestion { item, question })
}
