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

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::seen::row::Task;
use crate::lint::{Finding, Rule, Severity, Spot, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("preparation_rushed.rs"),
    ..Rule::new(
        "PREP-05",
        "preparation-rushed",
        Severity::Tip,
        Subject::Preparation,
        "seed:166-169",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let limits = seen.limits;
    let rushed = |it: &Task<'_>| {
        it.due_hours_before.is_some_and(|it| it < limits.prep_hours_before_min)
            || it.workdays.is_some_and(|it| it < limits.prep_workdays_min)
    };
    let tasks = seen.tasks.iter().enumerate().filter(|(_, it)| rushed(it));
    let is_dated = seen.start.is_some_and(|it| it.day.is_some());
    let finding = |(at, it): (usize, &Task<'_>)| {
        let finding = RULE.finding(Spot::Prep(at));
        let moved = Mend::MoveDue(it.preparation.id.clone());
        if is_dated { finding.offer("move-due", moved) } else { finding }
    };
    tasks.map(finding).collect()
}
