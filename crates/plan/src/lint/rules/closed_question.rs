//! A question that yes or no answers.
//!
//! ## Why
//!
//! Closed questions end talk. When an open question follows at once, it is only a tip; what the
//! planner has called open enough is left alone.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Samtale", "questions": ["Fungerer garderoberutinen?"]}]}
//! ```
//!
//! ```json at prep 1
//! {"prep": [{"text": "Skal vi innføre leksefri skole?"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Samtale", "questions": ["Hvordan fungerer garderoberutinen?"]}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Ferie", "kind": "forvaltning", "questions": ["Er lista klar?"]}]}
//! ```
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Samtale", "questions": [{"text": "Har alle sett filmen?", "open_enough": true}]}
//!   ]
//! }
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};
use crate::questions::{Class, Reframing};

pub(super) const RULE: Rule = Rule {
    reads_words: true,
    check,
    source: include_str!("closed_question.rs"),
    ..Rule::new(
        "SPM-01",
        "closed-question",
        Severity::Consider,
        Subject::Question,
        "seed:561 seed:575",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.asked.iter().filter(|it| !it.settled).filter_map(|it| {
        let closed = it.classes.iter().position(|class| *class == Class::Closed)?;
        let opened = it.classes[closed..].contains(&Class::Open);
        let severity = if opened { Severity::Tip } else { RULE.severity };
        let frames = [Reframing::What, Reframing::How, Reframing::WhatWay];
        Some(seen.reframed(&RULE, it, &frames).weighing(severity))
    });
    found.collect()
}
