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
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("same_way_again.rs"),
    ..Rule::new("VAR-01", "same-way-again", Severity::Tip, Subject::Idea, "seed:542")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let times = seen.around.awaited.tool_in_a_row;
    if times < seen.limits.same_tool_max {
        return vec![];
    }
    let finding = RULE.on_plan().with("times", times);
    let worked = seen.rows.iter().enumerate().filter(|(_, it)| !it.item.tool.is_empty());
    vec![match worked.max_by_key(|(_, it)| it.minutes) {
        Some((longest, _)) => finding.other_ways(seen, longest),
        None => finding,
    }]
}
