//! The same leader for the third time, where others could.
//!
//! ## Why
//!
//! Leading is learnt by leading. It needs at least four to take turns.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"leader_in_a_row": 3, "eligible_leaders": 4}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"leader_in_a_row": 3, "eligible_leaders": 2}
//! ```
//!
//! ```json
//! {"leader_in_a_row": 2, "eligible_leaders": 9}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("same_leader.rs"),
    ..Rule::new("LED-01", "same-leader", Severity::Tip, Subject::Leader, "seed:545")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let (awaited, limits) = (&seen.around.awaited, seen.limits);
    let again = limits.same_leader_max <= awaited.leader_in_a_row;
    if !again || awaited.eligible_leaders < limits.eligible_leaders_min {
        return vec![];
    }
    vec![RULE.on_plan().with("times", awaited.leader_in_a_row)]
}
