//! A goal that has the answer in it.
//!
//! ## Why
//!
//! «Forankre planen» leaves nothing to find out. Perhaps it is administration, and may be called
//! that.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"goals": ["Forankre den nye planen"]}
//! ```
//!
//! ```json at plan
//! {"purpose": "Orientere om budsjettet"}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"goals": ["Undersøke hva elevene trenger"]}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, cues};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("goal_already_decided.rs"),
    ..Rule::new("MAL-02", "goal-already-decided", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let aims = seen.draft.goals.iter().chain(&seen.draft.purpose);
    let decided = aims.filter(|it| cues::any(it, cues::DECIDED));
    decided.take(1).map(|it| RULE.on_plan().with("goal", it.as_str())).collect()
}
