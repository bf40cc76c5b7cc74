//! Preparation that the program has no use for.
//!
//! ## Why
//!
//! Those who prepared and were never asked will not prepare again.
//!
//! ## Flawed
//!
//! ```json at prep 1
//! {"prep": [{"text": "Ta med en gjenstand"}], "items": [{"title": "Samtale"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "prep": [{"text": "Ta med en gjenstand"}],
//!   "items": [{"title": "Samtale", "uses_prep": true}]
//! }
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Place, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("preparation_unused.rs"),
    ..Rule::new("PREP-03", "preparation-unused", Severity::Missing)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.prep_is_used() {
        return vec![];
    }
    let tasks = 0..seen.draft.prep.len();
    let users: Vec<usize> = seen.development().map(|(at, _)| at).take(3).collect();
    let offer = |finding: Finding, item: &usize| finding.offer(Remedy::UsePrep { item: *item });
    tasks.map(|at| users.iter().fold(RULE.finding(Place::Prep(at)), offer)).collect()
}
