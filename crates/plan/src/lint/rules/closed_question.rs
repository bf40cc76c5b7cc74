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

use crate::lint::seen::{Asked, Seen};
use crate::lint::{Finding, Place, Remedy, Rule, Severity};
use crate::questions::{Class, Frame};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("closed_question.rs"),
    ..Rule::new("SPM-01", "closed-question", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.asked.iter().filter(|it| !it.settled).filter_map(|it| {
        let closed = it.classes.iter().position(|class| *class == Class::Closed)?;
        let opened = it.classes[closed..].contains(&Class::Open);
        let severity = if opened { Severity::Tip } else { RULE.severity };
        Some(rewrites(it, &[Frame::What, Frame::How, Frame::WhatWay]).weighing(severity))
    });
    found.collect()
}

fn rewrites(asked: &Asked<'_>, frames: &[Frame]) -> Finding {
    let finding = asked.finding(&RULE);
    let Place::Item(item) = asked.place else { return finding };
    let question = asked.question;
    let offer =
        |it: Finding, frame: &Frame| it.offer(Remedy::Reframe { item, question, frame: *frame });
    frames.iter().fold(finding, offer)
}
