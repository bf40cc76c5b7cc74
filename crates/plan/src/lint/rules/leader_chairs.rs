//! The head of the house leads the talk in their own group.
//!
//! ## Why
//!
//! Others speak otherwise when the head does not hold the floor, and the head gets to listen.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"leader_chairs_group": true}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("leader_chairs.rs"),
    ..Rule::new("ROLL-02", "leader-chairs", Severity::Tip, Subject::Group, "seed:543 KS-IGP")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.around.awaited.leader_chairs_group { vec![RULE.on_plan()] } else { vec![] }
}
