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

use crate::edit::mend::{Mend, Switch};
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("no_trial_between.rs"),
    ..Rule::new(
        "ETT-02",
        "no-trial-between",
        Severity::Tip,
        Subject::Thread,
        "seed:536 seed:148-154",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.around.awaited.next_meeting && !seen.plan.trial {
        vec![RULE.on_plan().offer("plan-trial", Mend::Turn(Switch::Trial))]
    } else {
        vec![]
    }
}
