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
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("meetings_close.rs"),
    ..Rule::new("FREK-01", "meetings-close", Severity::Tip, Subject::Time, "seed:538 seed:148-152")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let days = seen.around.awaited.days_since_last;
    let close = days.filter(|it| *it < seen.limits.days_between_min);
    close.map(|days| RULE.on_plan().with("days", days)).into_iter().collect()
}
