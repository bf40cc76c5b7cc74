//! A meeting that nobody has said the purpose of.
//!
//! ## Why
//!
//! Those who know why they meet can prepare, and can say when they are done.
//! Ten letters are not much of a purpose; fewer are none. The bare opening «Vi møtes for å»
//! counts as none.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"kind": "utvikling"}
//! ```
//!
//! ```json at plan
//! {"purpose": "Info"}
//! ```
//!
//! ```json at plan
//! {"purpose": "Vi møtes for å …"}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"purpose": "Vi møtes for å finne ut hva som gjør overgangene trygge"}
//! ```

use crate::edit::mend::Mend;
use crate::lint::offered;
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    answered_in: Some("purpose"),
    check,
    source: include_str!("purpose_unwritten.rs"),
    ..Rule::new("FOR-01", "purpose-unwritten", Severity::Missing, Subject::Idea, "seed:556")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let purpose = offered::without_dots(&seen.plan.purpose);
    let is_long = seen.limits.purpose_chars_min <= purpose.chars().count();
    if is_long && !offered::is_opening_of_purpose(purpose) {
        return vec![];
    }
    let finding = RULE.on_plan();
    // What somebody has begun is not written over.
    vec![if is_written(&seen.plan.purpose) {
        finding
    } else {
        finding.offer("start-purpose", Mend::StartPurpose)
    }]
}
