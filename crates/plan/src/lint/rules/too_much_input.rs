//! A network gathering where more than a third is talks.
//!
//! ## Why
//!
//! Networks that last tend to be one third new input, one third sharing and one third planning.
//!
//! ## Flawed
//!
//! ```json at plan
//! {
//!   "unit": "nettverk",
//!   "items": [
//!     {"title": "Innlegg", "minutes": 40, "mode": "I"},
//!     {"title": "Gruppe", "minutes": 60, "mode": "G"}
//!   ]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "unit": "nettverk",
//!   "items": [
//!     {"title": "Innlegg", "minutes": 30, "mode": "I"},
//!     {"title": "Gruppe", "minutes": 60, "mode": "G"}
//!   ]
//! }
//! ```
//!
//! ```json
//! {
//!   "unit": "skole",
//!   "items": [
//!     {"title": "Innlegg", "minutes": 40, "mode": "I"},
//!     {"title": "Gruppe", "minutes": 60, "mode": "G"}
//!   ]
//! }
//! ```

use crate::document::Unit;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("too_much_input.rs"),
    ..Rule::new("AKT-03", "too-much-input", Severity::Tip, Subject::Talk, "LN-ARENA")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let (Some(Unit::Network), Some(net)) = (seen.plan.unit, seen.net) else { return vec![] };
    let one_way = seen.activity.as_ref().map(|it| it.one_way);
    let much = one_way.filter(|it| net < it * seen.limits.one_way_part_max);
    let finding = |minutes: u32| RULE.on_plan().with("minutes", minutes);
    much.map(finding).into_iter().collect()
}
