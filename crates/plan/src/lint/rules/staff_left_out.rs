//! A whole group of the staff that is not invited.
//!
//! ## Why
//!
//! The framework plan and the curriculum speak of all who work with the children, not only the
//! teachers.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"unit": "skole", "left_out": ["SFO"]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"unit": "skole"}
//! ```
//!
//! ```json
//! {"unit": "nettverk", "left_out": ["SFO"]}
//! ```

use crate::document::Unit;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("staff_left_out.rs"),
    ..Rule::new("INV-02", "staff-left-out", Severity::Tip, Subject::Group, "seed:37-39 seed:46-48")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let everyone = match seen.plan.unit {
        Some(Unit::School | Unit::Kindergarten) => true,
        Some(Unit::AfterSchool | Unit::Network) | None => false,
    };
    let left_out = &seen.around.awaited.left_out;
    if !everyone || left_out.is_empty() {
        return vec![];
    }
    vec![RULE.on_plan().with("groups", left_out.join(", ").as_str())]
}
