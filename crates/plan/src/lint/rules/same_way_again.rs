//! The same way of working three times running.
//!
//! ## Why
//!
//! A form that always works works a little less each time.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"tool_in_a_row": 3}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"tool_in_a_row": 2}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("same_way_again.rs"),
    ..Rule::new("VAR-01", "same-way-again", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let times = seen.draft.tool_in_a_row;
    if times < seen.limits.same_tool_max {
        return vec![];
    }
    vec![RULE.on_plan().with("times", times)]
}
