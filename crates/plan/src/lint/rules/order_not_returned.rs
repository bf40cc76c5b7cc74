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

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("order_not_returned.rs"),
    ..Rule::new(
        "PRO-03",
        "order-not-returned",
        Severity::Consider,
        Subject::Idea,
        "seed:510 seed:63-64",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter(|(at, row)| {
        let dropped = row.carries && !seen.rows[at + 1..].iter().any(|it| it.uses_carried);
        dropped || (row.has_orders && !row.is_taken_up_again)
    });
    found
        .map(|(at, row)| {
            let again = Mend::Return { item: seen.id(at), carries: row.carries };
            seen.on_row(&RULE, at).offer("return", again)
        })
        .collect()
}
