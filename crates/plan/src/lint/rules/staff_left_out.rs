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

use crate::lint::draft::Unit;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("staff_left_out.rs"),
    ..Rule::new("INV-02", "staff-left-out", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let everyone = match seen.draft.unit {
        Some(Unit::Skole | Unit::Barnehage) => true,
        Some(Unit::Sfo | Unit::Nettverk) | None => false,
    };
    if !everyone || seen.draft.left_out.is_empty() {
        return vec![];
    }
    vec![RULE.on_plan().with("groups", seen.draft.left_out.join(", ").as_str())]
}
