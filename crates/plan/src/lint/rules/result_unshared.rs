//! Nobody knows where the result goes.
//!
//! ## Why
//!
//! A result that is shared with no one is work nobody can build on.
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
//! {"result_channel": "e-post til alle"}
//! ```

use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("result_unshared.rs"),
    ..Rule::new("DATA-02", "result-unshared", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if is_written(seen.draft.result_channel.as_ref()) {
        vec![]
    } else {
        vec![RULE.on_plan().offer(Remedy::Channel)]
    }
}
