//! A meeting that nobody knows the end of.
//!
//! ## Why
//!
//! People plan their way home, and the children they collect, by the end and not by the start.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"start": "12:00"}
//! ```
//!
//! ```json at plan
//! {"start": "14:00", "end": "13:00"}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"start": "14:00", "end": "16:00"}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    of_administration: true,
    answered_in: Some("ends_at"),
    check,
    source: include_str!("no_end_time.rs"),
    ..Rule::new("TID-02", "no-end-time", Severity::Missing, Subject::Time, "seed:319")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.length.is_some_and(|it| 0 < it) {
        return vec![];
    }
    let end = || Some(seen.start.filter(|it| it.minute.is_some())?.later_by(seen.total?));
    vec![RULE.on_plan().end_at(end())]
}
