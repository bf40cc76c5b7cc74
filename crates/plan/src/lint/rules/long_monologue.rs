//! A long stretch in which nobody but the speaker does anything.
//!
//! ## Why
//!
//! After a quarter of an hour people need to do something with what they have heard.
//! Up to half an hour it is a tip; beyond that it is worth considering. A break is no
//! participation.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Innlegg", "minutes": 35, "mode": "I"}]}
//! ```
//!
//! ```json at 2
//! {
//!   "items": [
//!     {"title": "Innlegg", "minutes": 10, "mode": "I"},
//!     {"title": "Mer", "minutes": 10, "mode": "I"}
//!   ]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Innlegg", "minutes": 15, "mode": "I"},
//!     {"title": "Nabosamtale", "minutes": 2, "mode": "P"},
//!     {"title": "Mer", "minutes": 15, "mode": "I"}
//!   ]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Innlegg", "mode": "I"}]}
//! ```

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    may_be_a_tip: true,
    check,
    source: include_str!("long_monologue.rs"),
    ..Rule::new(
        "AKT-02",
        "long-monologue",
        Severity::Consider,
        Subject::Talk,
        "seed:15 seed:83-85 RAVN-5 UDIR-DK",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let limits = seen.limits;
    let Some(activity) = &seen.activity else { return vec![] };
    let (longest, at) = (activity.longest_one_way, activity.longest_at);
    if longest <= limits.one_way_minutes_tip {
        return vec![];
    }
    let severity = if limits.one_way_minutes_max < longest { RULE.severity } else { Severity::Tip };
    let finding = RULE.on_item(at).with("minutes", longest).weighing(severity);
    let (item, most) = (seen.id(at), limits.one_way_minutes_tip);
    vec![finding.offer("break-talk", Mend::BreakTalk { item, most })]
}
