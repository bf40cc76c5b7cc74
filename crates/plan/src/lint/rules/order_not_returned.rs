//! Something is listened for, or carried on, and never asked for.
//!
//! ## Why
//!
//! A listening order that nobody returns to teaches the room not to listen for it.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Innlegg", "listening_order": true}]}
//! ```
//!
//! ```json at 1
//! {"items": [{"title": "Speed-date", "carry": true}, {"title": "Plenum"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Innlegg", "listening_order": true, "returned": true}]}
//! ```
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Speed-date", "carry": true},
//!     {"title": "Plenum", "uses_carry": true}
//!   ]
//! }
//! ```

use crate::lint::draft::Item;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("order_not_returned.rs"),
    ..Rule::new("PRO-03", "order-not-returned", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter(|(at, item)| {
        let later = &seen.draft.items[at + 1..];
        let dropped = item.carry && !later.iter().any(|it| it.uses_carry);
        dropped || (item.listening_order && !item.returned)
    });
    let finding = |(at, item): (usize, &Item)| {
        let finding = RULE.on_item(at).with("title", item.title.as_str());
        finding.offer(Remedy::Return { item: at })
    };
    found.map(finding).collect()
}
