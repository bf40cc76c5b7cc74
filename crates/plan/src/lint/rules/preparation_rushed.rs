//! Too little time between the task and its use.
//!
//! ## Why
//!
//! A task that is due the evening before is read the evening before, and one with two working
//! days is missed by all who are off.
//!
//! ## Flawed
//!
//! ```json at prep 1
//! {"prep": [{"text": "Les kapittel 3", "due_hours_before": 12}]}
//! ```
//!
//! ```json at prep 1
//! {"prep": [{"text": "Les kapittel 3", "window_workdays": 2}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"prep": [{"text": "Les kapittel 3", "due_hours_before": 48, "window_workdays": 5}]}
//! ```
//!
//! ```json
//! {"prep": [{"text": "Les kapittel 3"}]}
//! ```

use crate::lint::draft::Prep;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Place, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("preparation_rushed.rs"),
    ..Rule::new("PREP-05", "preparation-rushed", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let limits = seen.limits;
    let rushed = |task: &Prep| {
        task.due_hours_before.is_some_and(|it| it < limits.prep_hours_before_min)
            || task.window_workdays.is_some_and(|it| it < limits.prep_workdays_min)
    };
    let tasks = seen.draft.prep.iter().enumerate().filter(|(_, task)| rushed(task));
    let finding = |(at, _)| RULE.finding(Place::Prep(at)).offer(Remedy::MoveDue { task: at });
    tasks.map(finding).collect()
}
