//! A large room where everyone sits through every item.
//!
//! ## Why
//!
//! Thirty people for ten minutes is five hours of work. An item may have an audience of its own,
//! and information may be a notice.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"participants": 30, "items": [{"title": "Turplan"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"participants": 30, "items": [{"title": "Turplan", "audience_subset": true}]}
//! ```
//!
//! ```json
//! {"participants": 12}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("everyone_for_everything.rs"),
    ..Rule::new("INV-01", "everyone-for-everything", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let people = seen.draft.participants.filter(|it| seen.limits.audience_max < *it);
    let parted = seen.draft.items.iter().any(|it| it.audience_subset);
    let finding = |people: u32| RULE.on_plan().with("people", people);
    people.filter(|_| !parted).map(finding).into_iter().collect()
}
