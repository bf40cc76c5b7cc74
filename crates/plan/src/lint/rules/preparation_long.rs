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

use crate::document::Unit;
use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Spot, Subject};

pub(super) const RULE: Rule = Rule {
    may_be_a_tip: true,
    check,
    source: include_str!("preparation_long.rs"),
    ..Rule::new(
        "PREP-04",
        "preparation-long",
        Severity::Consider,
        Subject::Preparation,
        "PLANTID VIRKE",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let (awaited, limits) = (&seen.around.awaited, seen.limits);
    let usual = match seen.plan.unit {
        _ if awaited.no_planning_time => limits.prep_minutes_max_without_planning_time,
        Some(Unit::Kindergarten) => limits.prep_minutes_max_kindergarten,
        Some(Unit::School | Unit::AfterSchool | Unit::Network) | None => {
            limits.prep_minutes_max_school
        }
    };
    let most = awaited.preparation_minutes.unwrap_or(usual);
    let found = seen.tasks.iter().enumerate().filter_map(|(at, it)| {
        let finding = RULE.finding(Spot::Prep(at)).with("most", most);
        match it.minutes {
            None => Some(finding.with("minutes", 0_u32).weighing(Severity::Tip)),
            Some(minutes) if most < minutes => {
                let finding = finding.with("minutes", minutes);
                let moved = Mend::PrepareInMeeting { prep: it.preparation.id.clone(), most };
                Some(finding.offer("prepare-in-meeting", moved))
            }
            Some(_) => None,
        }
    });
    found.collect()
}
