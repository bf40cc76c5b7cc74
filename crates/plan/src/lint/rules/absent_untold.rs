//! Those who are not there will not hear of it.
//!
//! ## Why
//!
//! Someone is always with the children. A page, or five minutes at the next department meeting,
//! lets them in.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"absent_staff": true}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"absent_staff": true, "spread": "plakat"}
//! ```
//!
//! ```json
//! {}
//! ```

use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("absent_untold.rs"),
    ..Rule::new("ETT-03", "absent-untold", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.draft.absent_staff && !is_written(seen.draft.spread.as_ref()) {
        vec![RULE.on_plan().offer(Remedy::Spread)]
    } else {
        vec![]
    }
}
