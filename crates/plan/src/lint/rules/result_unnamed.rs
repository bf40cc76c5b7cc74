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

use crate::lint::remedies::Outcome;
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("result_unnamed.rs"),
    ..Rule::new("RES-01", "result-unnamed", Severity::Missing)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if is_written(seen.draft.intended_result.as_ref()) {
        return vec![];
    }
    let finding = RULE.on_plan();
    vec![Outcome::ALL.iter().fold(finding, |it, outcome| it.offer(Remedy::NameResult(*outcome)))]
}
