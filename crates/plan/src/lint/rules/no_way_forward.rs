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

use crate::edit::mend::Inset;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("no_way_forward.rs"),
    ..Rule::new(
        "ETT-01",
        "no-way-forward",
        Severity::Consider,
        Subject::Thread,
        "seed:564 seed:373-375",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.rows.iter().any(|it| it.commits) {
        vec![]
    } else {
        vec![RULE.on_plan().insert(seen.rows.len(), Inset::WayForward)]
    }
}
