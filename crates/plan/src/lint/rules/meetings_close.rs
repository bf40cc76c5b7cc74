//! Too few days since last time to have tried anything.
//!
//! ## Why
//!
//! Not every meeting needs to be a learning meeting.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"days_since_last": 7}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"days_since_last": 14}
//! ```
//!
//! ```json
//! {}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("meetings_close.rs"),
    ..Rule::new("FREK-01", "meetings-close", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let close = seen.draft.days_since_last.filter(|it| *it < seen.limits.days_between_min);
    close.map(|days| RULE.on_plan().with("days", days)).into_iter().collect()
}
