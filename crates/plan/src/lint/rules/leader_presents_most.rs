//! The leader has more than half the program.
//!
//! ## Why
//!
//! A leader who gives items away gives others room to grow.
//!
//! ## Flawed
//!
//! ```json at plan
//! {
//!   "items": [
//!     {"title": "Innlegg", "minutes": 30, "presenter_is_leader": true},
//!     {"title": "Gruppe", "minutes": 20}
//!   ]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Innlegg", "minutes": 10, "presenter_is_leader": true},
//!     {"title": "Gruppe", "minutes": 20}
//!   ]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Innlegg", "presenter_is_leader": true}]}
//! ```

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::seen::row::Row;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("leader_presents_most.rs"),
    ..Rule::new("LED-02", "leader-presents-most", Severity::Tip, Subject::Leader, "seed:543")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.total.is_none() {
        return vec![];
    }
    let minutes = |it: &Row<'_>| it.minutes.unwrap_or(0);
    let all: u32 = seen.development().map(|(_, it)| minutes(it)).sum();
    let led = || seen.development().filter(|(_, it)| it.leader_presents);
    let own: u32 = led().map(|(_, it)| minutes(it)).sum();
    if own * 100 <= all * seen.limits.leader_percent_max {
        return vec![];
    }
    let finding = RULE.on_plan().with("minutes", own);
    let longest = led().max_by_key(|(_, it)| minutes(it));
    vec![match longest {
        Some((_, row)) => finding.offer("give-away", Mend::GiveAway(row.item.id.clone())),
        None => finding,
    }]
}
