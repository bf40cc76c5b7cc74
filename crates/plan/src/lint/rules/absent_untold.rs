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

use crate::edit::mend::{Blank, Mend};
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    answered_in: Some("spread"),
    check,
    source: include_str!("absent_untold.rs"),
    ..Rule::new("ETT-03", "absent-untold", Severity::Tip, Subject::Thread, "seed:471-472 FAFO-IBSM")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.around.awaited.absent_staff && !is_written(&seen.plan.spread) {
        vec![RULE.on_plan().offer("spread", Mend::Write(Blank::Spread))]
    } else {
        vec![]
    }
}
