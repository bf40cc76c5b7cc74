//! A program where some item has no minutes.
//!
//! ## Why
//!
//! What has no minutes takes them from what comes last, and what comes last is the way forward.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"items": [{"title": "Innledning", "minutes": 10}, {"title": "Samtale"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Innledning", "minutes": 10}]}
//! ```
//!
//! ```json
//! {}
//! ```

use crate::edit::Edit;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    of_administration: true,
    check,
    source: include_str!("item_without_minutes.rs"),
    ..Rule::new(
        "TID-01",
        "item-without-minutes",
        Severity::Missing,
        Subject::Time,
        "seed:319 seed:534",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let untimed = seen.rows.iter().filter(|it| it.minutes.is_none()).count();
    if untimed == 0 {
        return vec![];
    }
    let finding = RULE.on_plan().with("items", untimed);
    let share = seen.length.is_some();
    vec![if share { finding.press("share-minutes", Edit::Share) } else { finding }]
}
