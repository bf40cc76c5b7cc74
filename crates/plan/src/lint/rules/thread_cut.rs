//! The last meeting left something behind, and this one does not pick it up.
//!
//! ## Why
//!
//! Five minutes of «last time we agreed» make two meetings one piece of work.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"prev_closed": true, "items": [{"title": "Lesing"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"prev_closed": true, "items": [{"title": "Sist", "links_prev": true}]}
//! ```
//!
//! ```json
//! {"prev_closed": true, "previous": ["Vi prøver stille start"], "items": [{"title": "Lesing"}]}
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
    source: include_str!("thread_cut.rs"),
    ..Rule::new("RT-01", "thread-cut", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let draft = seen.draft;
    let is_picked_up = !draft.previous.is_empty() || draft.items.iter().any(|it| it.links_prev);
    if draft.prev_closed && !is_picked_up {
        vec![RULE.on_plan().offer(Remedy::Insert { at: 0, piece: Piece::Opening })]
    } else {
        vec![]
    }
}
