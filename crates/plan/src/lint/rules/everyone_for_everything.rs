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
//! ```json at plan
//! {
//!   "participants": 30,
//!   "items": [
//!     {"title": "Lesing", "mode": "G"},
//!     {"title": "Informasjon om ferieturnus"},
//!     {"title": "Budsjett", "kind": "forvaltning", "mode": "I"}
//!   ]
//! }
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

use crate::lint::seen::{Seen, informs};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("everyone_for_everything.rs"),
    ..Rule::new("INV-01", "everyone-for-everything", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let people = seen.draft.participants.filter(|it| seen.limits.audience_max < *it);
    let items = &seen.draft.items;
    let told = items.iter().any(informs);
    let parted = items.iter().any(|it| it.audience_subset);
    let finding = |people: u32| {
        let finding = RULE.on_plan().with("people", people);
        if told { finding.offer(Remedy::InformBefore) } else { finding }
    };
    people.filter(|_| !parted).map(finding).into_iter().collect()
}
