//! No time for who does what, and when.
//!
//! ## Why
//!
//! What is agreed in the corridor afterwards is agreed by those who were in the corridor.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"items": [{"title": "Lesing"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Veien videre", "commitments": true}]}
//! ```

use crate::lint::remedies::Piece;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("no_way_forward.rs"),
    ..Rule::new("ETT-01", "no-way-forward", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.draft.items.iter().any(|it| it.commitments) {
        vec![]
    } else {
        vec![
            RULE.on_plan()
                .offer(Remedy::Insert { at: seen.draft.items.len(), piece: Piece::WayForward }),
        ]
    }
}
