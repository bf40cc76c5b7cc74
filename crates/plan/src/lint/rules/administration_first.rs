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

use crate::lint::draft::{ItemKind, Kind};
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("administration_first.rs"),
    ..Rule::new("ROA-02", "administration-first", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.draft.kind != Some(Kind::Blandet) || seen.total.is_none() {
        return vec![];
    }
    let mut before = 0;
    for (at, item) in seen.real() {
        match item.kind {
            ItemKind::Forvaltning => before += item.minutes.unwrap_or(0),
            ItemKind::Utvikling if seen.limits.administration_minutes_max < before => {
                let finding = RULE.on_item(at).with("minutes", before);
                return vec![finding.offer(Remedy::DevelopmentFirst).offer(Remedy::MakeNotices)];
            }
            ItemKind::Utvikling | ItemKind::Orientering | ItemKind::Pause => (),
        }
    }
    vec![]
}
