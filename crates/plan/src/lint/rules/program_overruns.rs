//! A program longer than its meeting.
//!
//! ## Why
//!
//! Something will be cut. It is better to choose what, and to choose it now.
//!
//! ## Flawed
//!
//! ```json at plan
//! {
//!   "start": "14:00",
//!   "end": "15:00",
//!   "items": [{"title": "Lesing", "minutes": 40}, {"title": "Skriving", "minutes": 32}]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"start": "14:00", "end": "15:00", "items": [{"title": "Lesing", "minutes": 60}]}
//! ```
//!
//! ```json
//! {"start": "14:00", "end": "15:00", "items": [{"title": "Lesing"}]}
//! ```

use crate::edit::Edit;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    of_administration: true,
    check,
    source: include_str!("program_overruns.rs"),
    ..Rule::new("TID-03", "program-overruns", Severity::Missing, Subject::Time, "seed:534")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let (Some(total), Some(length)) = (seen.total, seen.length.filter(|it| 0 < *it)) else {
        return vec![];
    };
    let over = i64::from(total) - length;
    if over <= 0 {
        return vec![];
    }
    vec![RULE.on_plan().with("minutes", over).press("shorten", Edit::Shorten)]
}
