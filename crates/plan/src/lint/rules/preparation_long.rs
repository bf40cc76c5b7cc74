//! Preparation that takes more time than people have, or nobody knows how much.
//!
//! ## Why
//!
//! Staff without planning time prepare on their own time, or not at all. A task without an
//! estimate is only a tip.
//!
//! ## Flawed
//!
//! ```json at prep 1
//! {"unit": "barnehage", "prep": [{"text": "Les kapittel 3", "estimate": 15}]}
//! ```
//!
//! ```json at prep 1
//! {"prep": [{"text": "Les kapittel 3"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"unit": "skole", "prep": [{"text": "Les kapittel 3", "estimate": 20}]}
//! ```

use crate::lint::draft::Unit;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Place, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("preparation_long.rs"),
    ..Rule::new("PREP-04", "preparation-long", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let (draft, limits) = (seen.draft, seen.limits);
    let usual = match draft.unit {
        _ if draft.no_planning_time => limits.prep_minutes_max_without_planning_time,
        Some(Unit::Barnehage) => limits.prep_minutes_max_kindergarten,
        Some(Unit::Skole | Unit::Sfo | Unit::Nettverk) | None => limits.prep_minutes_max_school,
    };
    let most = draft.prep_budget.unwrap_or(usual);
    let found = draft.prep.iter().enumerate().filter_map(|(at, task)| {
        let finding = RULE.finding(Place::Prep(at)).with("most", most);
        match task.estimate {
            None => Some(finding.with("minutes", 0_u32).weighing(Severity::Tip)),
            Some(minutes) if most < minutes => {
                let finding = finding.with("minutes", minutes);
                Some(finding.offer(Remedy::PrepareInMeeting { task: at, most }))
            }
            Some(_) => None,
        }
    });
    found.collect()
}
