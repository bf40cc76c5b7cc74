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

use crate::edit::mend::{Blank, Mend};
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    answered_in: Some("result_channel"),
    check,
    source: include_str!("result_unshared.rs"),
    ..Rule::new("DATA-02", "result-unshared", Severity::Consider, Subject::Record, "seed:565-567")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if is_written(&seen.plan.result_channel) {
        vec![]
    } else {
        vec![RULE.on_plan().offer("channel", Mend::Write(Blank::ResultChannel))]
    }
}
