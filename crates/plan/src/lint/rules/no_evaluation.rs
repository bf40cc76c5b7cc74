//! Nobody asks how the meeting was.
//!
//! ## Why
//!
//! Two minutes make the next one better. It is said only when the usual evaluation has been
//! switched off.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"auto_eval": false}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"auto_eval": false, "items": [{"title": "Evaluering", "evaluation": true}]}
//! ```
//!
//! ```json
//! {}
//! ```

use crate::edit::mend::{Mend, Switch};
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("no_evaluation.rs"),
    ..Rule::new("EVAL-01", "no-evaluation", Severity::Tip, Subject::Idea, "seed:146")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.plan.evaluate || seen.rows.iter().any(|it| it.item.evaluation) {
        return vec![];
    }
    vec![RULE.on_plan().offer("evaluate", Mend::Turn(Switch::Evaluation))]
}
