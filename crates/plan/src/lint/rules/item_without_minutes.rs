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

use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    also_drift: true,
    source: include_str!("item_without_minutes.rs"),
    ..Rule::new("TID-01", "item-without-minutes", Severity::Missing)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let untimed = seen.draft.items.iter().filter(|it| it.minutes.is_none()).count();
    if untimed == 0 {
        return vec![];
    }
    let finding = RULE.on_plan().with("items", untimed);
    vec![if seen.length.is_some() { finding.offer(Remedy::ShareMinutes) } else { finding }]
}
