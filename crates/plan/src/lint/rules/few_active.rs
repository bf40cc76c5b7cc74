//! A meeting most people listen to.
//!
//! ## Why
//!
//! People learn from what they do with what they hear.
//! The share is counted when every step has minutes. Otherwise the rule asks whether participants
//! work at all, and says nothing of a program with no items.
//!
//! ## Flawed
//!
//! ```json at plan
//! {
//!   "items": [
//!     {"title": "Innlegg", "minutes": 40, "mode": "I"},
//!     {"title": "Gruppe", "minutes": 20, "mode": "G"}
//!   ]
//! }
//! ```
//!
//! ```json at plan
//! {"items": [{"title": "Rektor legger fram", "mode": "I"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Innlegg", "minutes": 20, "mode": "I"},
//!     {"title": "Gruppe", "minutes": 20, "mode": "G"}
//!   ]
//! }
//! ```
//!
//! ```json
//! {}
//! ```

use crate::edit::mend::Inset;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("few_active.rs"),
    ..Rule::new(
        "AKT-01",
        "few-active",
        Severity::Consider,
        Subject::Talk,
        "seed:560 seed:549 seed:83-85",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if !seen.is_passive() {
        return vec![];
    }
    let at = seen.rows.len();
    let finding = RULE.on_plan();
    let finding = match &seen.activity {
        Some(activity) => finding.with("percent", activity.active_percent),
        None => finding.with("percent", "unknown"),
    };
    vec![finding.insert(at, Inset::Igp).insert(at, Inset::SpeedDate)]
}
