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

use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("program_missing.rs"),
    ..Rule::new("PROG-01", "program-missing", Severity::Missing)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let long = seen.length.is_some_and(|it| i64::from(seen.limits.one_item_minutes_max) < it);
    if seen.draft.items.is_empty() || (long && seen.real().count() < 2) {
        return vec![RULE.on_plan().offer(Remedy::StartProgram)];
    }
    vec![]
}
