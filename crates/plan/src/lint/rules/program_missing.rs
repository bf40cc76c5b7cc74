//! A meeting without a program.
//!
//! ## Why
//!
//! A program is the promise of how the time is spent.
//! Two items are little, but they are a program; one is not, when the meeting is long.
//!
//! ## Flawed
//!
//! ```json at plan
//! {}
//! ```
//!
//! ```json at plan
//! {"start": "14:00", "end": "16:00", "items": [{"title": "Lesing"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Rektor legger fram"}, {"title": "Diskusjon"}]}
//! ```
//!
//! ```json
//! {"start": "14:00", "end": "14:30", "items": [{"title": "Lesing"}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Lesing"}]}
//! ```

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("program_missing.rs"),
    ..Rule::new("PROG-01", "program-missing", Severity::Missing, Subject::Idea, "seed:559")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let long = seen.length.is_some_and(|it| i64::from(seen.limits.one_item_minutes_max) < it);
    if seen.rows.is_empty() || (long && seen.real().count() < 2) {
        return vec![RULE.on_plan().offer("start-program", Mend::StartProgram)];
    }
    vec![]
}
