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
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("off_the_year_wheel.rs"),
    ..Rule::new(
        "PLAN-01",
        "off-the-year-wheel",
        Severity::Tip,
        Subject::Idea,
        "seed:171-172 UDIR-NETT",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let awaited = &seen.around.awaited;
    if is_written(&awaited.year_slot) || is_written(&awaited.focus_area) {
        vec![]
    } else {
        vec![RULE.on_plan()]
    }
}
