//! There is a next meeting, and nothing to try before it.
//!
//! ## Why
//!
//! The learning happens between the meetings, in the classroom and in the playroom.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"next_meeting": true}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"next_meeting": true, "trial_planned": true}
//! ```
//!
//! ```json
//! {}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("no_trial_between.rs"),
    ..Rule::new("ETT-02", "no-trial-between", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.draft.next_meeting && !seen.draft.trial_planned {
        vec![RULE.on_plan().offer(Remedy::PlanTrial)]
    } else {
        vec![]
    }
}
