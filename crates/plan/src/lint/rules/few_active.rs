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

use crate::lint::remedies::Piece;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("few_active.rs"),
    ..Rule::new("AKT-01", "few-active", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if !seen.is_passive() {
        return vec![];
    }
    let at = seen.draft.items.len();
    let finding = RULE.on_plan();
    let finding = match &seen.activity {
        Some(activity) => finding.with("percent", activity.active_percent),
        None => finding.with("percent", "unknown"),
    };
    let finding = finding.offer(Remedy::Insert { at, piece: Piece::Igp });
    vec![finding.offer(Remedy::Insert { at, piece: Piece::SpeedDate })]
}
