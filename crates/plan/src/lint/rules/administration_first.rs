//! Development waits behind administration.
//!
//! ## Why
//!
//! Administration fills the time it is given, and development gets what is left.
//! Twenty minutes of it before the first item of development, or between two, is enough to
//! notice.
//!
//! ## Flawed
//!
//! ```json at 2
//! {
//!   "kind": "blandet",
//!   "items": [
//!     {"title": "Budsjett", "minutes": 25, "kind": "forvaltning"},
//!     {"title": "Lesing", "minutes": 30}
//!   ]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "kind": "blandet",
//!   "items": [
//!     {"title": "Lesing", "minutes": 30},
//!     {"title": "Budsjett", "minutes": 25, "kind": "forvaltning"}
//!   ]
//! }
//! ```
//!
//! ```json
//! {
//!   "kind": "utvikling",
//!   "items": [
//!     {"title": "Budsjett", "minutes": 25, "kind": "forvaltning"},
//!     {"title": "Lesing", "minutes": 30}
//!   ]
//! }
//! ```

use crate::document::{ItemKind, MeetingKind};
use crate::edit::Edit;
use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("administration_first.rs"),
    ..Rule::new(
        "ROA-02",
        "administration-first",
        Severity::Consider,
        Subject::Idea,
        "seed:240-241 seed:544",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.plan.kind != MeetingKind::Mixed || seen.total.is_none() {
        return vec![];
    }
    let mut before = 0;
    for (at, row) in seen.real() {
        match row.item.kind {
            ItemKind::Administration => before += row.minutes.unwrap_or(0),
            ItemKind::Development if seen.limits.administration_minutes_max < before => {
                let finding = RULE.on_item(at).with("minutes", before);
                let finding = finding.offer("development-first", of_administration(seen, last));
                return vec![finding.offer("make-notices", of_administration(seen, notice))];
            }
            ItemKind::Development | ItemKind::Notice | ItemKind::Pause => (),
        }
    }
    vec![]
}

/// The same press for each row of administration; nothing is dropped.
fn of_administration(seen: &Seen<'_>, press: fn(String) -> Edit) -> Mend {
    let rows = seen.real().filter(|(_, row)| row.item.kind == ItemKind::Administration);
    Mend::Press(rows.map(|(_, row)| press(row.item.id.clone())).collect())
}

fn last(item: String) -> Edit {
    Edit::Move { item, to: usize::MAX }
}

fn notice(item: String) -> Edit {
    Edit::Kind { item, kind: ItemKind::Notice }
}
