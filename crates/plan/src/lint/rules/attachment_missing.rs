//! A task that points at something which is not attached.
//!
//! ## Why
//!
//! Those who open the task on the bus cannot go looking for the article.
//!
//! ## Flawed
//!
//! ```json at prep 1
//! {"prep": [{"text": "Fyll ut vedlagt skjema"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"prep": [{"text": "Fyll ut vedlagt skjema"}], "materials": ["Skjema"]}
//! ```
//!
//! ```json
//! {"prep": [{"text": "Ta med en gjenstand"}]}
//! ```

use crate::lint::seen::{Seen, written};
use crate::lint::{Finding, Rule, Severity, Spot, Subject, cues};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("attachment_missing.rs"),
    ..Rule::new(
        "PREP-02",
        "attachment-missing",
        Severity::Consider,
        Subject::Preparation,
        "seed:193-196 seed:385",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if written(&seen.plan.materials).next().is_some() {
        return vec![];
    }
    let tasks = seen.tasks.iter().enumerate();
    let pointing = tasks.filter(|(_, it)| cues::any(&it.preparation.instruction, cues::ATTACHED));
    pointing.map(|(at, _)| RULE.finding(Spot::Prep(at))).collect()
}
