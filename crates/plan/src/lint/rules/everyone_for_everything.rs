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

use crate::document::ItemKind;
use crate::edit::Edit;
use crate::edit::mend::Mend;
use crate::lint::seen::{Seen, informs, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("everyone_for_everything.rs"),
    ..Rule::new(
        "INV-01",
        "everyone-for-everything",
        Severity::Tip,
        Subject::Group,
        "SL-MOTER LEACH",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let people = seen.people.filter(|it| seen.limits.audience_max < *it);
    let parted = seen.rows.iter().any(|it| is_written(&it.item.audience));
    let read_before = seen
        .rows
        .iter()
        .filter(|it| informs(it))
        .map(|it| Edit::Kind { item: it.item.id.clone(), kind: ItemKind::Notice });
    let finding = |people: u32| {
        let finding = RULE.on_plan().with("people", people);
        let edits: Vec<Edit> = read_before.collect();
        if edits.is_empty() { finding } else { finding.offer("inform-before", Mend::Press(edits)) }
    };
    people.filter(|_| !parted).map(finding).into_iter().collect()
}
