//! An invitation that comes too late to prepare for.
//!
//! ## Why
//!
//! Those with shifts and few planning hours need the days most.
//! Days count from the day it was sent, or from today while it is not. With no dates known,
//! nothing is said.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"start": "2026-10-09T12:00", "today": "2026-10-05"}
//! ```
//!
//! ```json at plan
//! {"days_left": 10, "unit": "nettverk"}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"start": "2026-10-09T12:00", "sent": "2026-10-01"}
//! ```
//!
//! ```json
//! {"start": "12:00"}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    of_administration: true,
    check,
    source: include_str!("invitation_late.rs"),
    ..Rule::new(
        "INN-01",
        "invitation-late",
        Severity::Consider,
        Subject::Time,
        "seed:166-167 seed:548 own",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let late = seen.days_left().filter(|it| *it < seen.lead_days());
    let finding = |days| RULE.on_plan().with("days", days).with("agreed", seen.lead_days());
    late.map(finding).into_iter().collect()
}
