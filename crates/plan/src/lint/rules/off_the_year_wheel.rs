//! A meeting that hangs alone in the year.
//!
//! ## Why
//!
//! A slot in the year wheel, or a focus area, ties it to the others.
//!
//! ## Flawed
//!
//! ```json at plan
//! {}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"year_slot": "uke 17"}
//! ```
//!
//! ```json
//! {"focus_area": "Lesing"}
//! ```

use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("off_the_year_wheel.rs"),
    ..Rule::new("PLAN-01", "off-the-year-wheel", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if !is_written(seen.draft.year_slot.as_ref()) && !is_written(seen.draft.focus_area.as_ref()) {
        vec![RULE.on_plan()]
    } else {
        vec![]
    }
}
