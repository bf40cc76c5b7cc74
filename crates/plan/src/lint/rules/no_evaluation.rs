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

use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("no_evaluation.rs"),
    ..Rule::new("EVAL-01", "no-evaluation", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.draft.auto_eval == Some(false) && !seen.draft.items.iter().any(|it| it.evaluation) {
        vec![RULE.on_plan().offer(Remedy::Evaluate)]
    } else {
        vec![]
    }
}
