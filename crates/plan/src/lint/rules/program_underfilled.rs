//! A meeting booked for longer than its program.
//!
//! ## Why
//!
//! Work grows to fill the time. Let people have the half hour.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"start": "14:00", "end": "16:00", "items": [{"title": "Lesing", "minutes": 60}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"start": "14:00", "end": "16:00", "items": [{"title": "Lesing", "minutes": 90}]}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("program_underfilled.rs"),
    ..Rule::new("TID-06", "program-underfilled", Severity::Tip, Subject::Time, "SL-MOTER")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let (Some(total), Some(length)) = (seen.total, seen.length.filter(|it| 0 < *it)) else {
        return vec![];
    };
    let percent = i64::from(total) * 100 / length;
    if i64::from(seen.limits.filled_percent_min) * length <= i64::from(total) * 100 {
        return vec![];
    }
    let end = seen.start.map(|it| it.later_by(total));
    vec![RULE.on_plan().with("percent", percent).end_at(end)]
}
