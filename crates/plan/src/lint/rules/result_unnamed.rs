//! A meeting that does not know what it should leave behind.
//!
//! ## Why
//!
//! A named result steers the way of working: three common points need another hour than a plan
//! does.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"kind": "utvikling"}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"intended_result": "Tre felles punkter"}
//! ```

use crate::edit::mend::{Blank, Mend};
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    answered_in: Some("result"),
    check,
    source: include_str!("result_unnamed.rs"),
    ..Rule::new("RES-01", "result-unnamed", Severity::Missing, Subject::Idea, "seed:557")
};

const OUTCOMES: [&str; 5] =
    ["outcome-points", "outcome-plan", "outcome-understanding", "outcome-grounds", "outcome-trial"];

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if is_written(&seen.plan.result) {
        return vec![];
    }
    let name = |it: Finding, key| it.offer(key, Mend::Write(Blank::Result));
    vec![OUTCOMES.into_iter().fold(RULE.on_plan(), name)]
}
