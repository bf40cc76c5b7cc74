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

use crate::edit::Edit;
use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Spot, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("preparation_unused.rs"),
    ..Rule::new(
        "PREP-03",
        "preparation-unused",
        Severity::Missing,
        Subject::Preparation,
        "seed:558",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if seen.prep_is_used() {
        return vec![];
    }
    let users: Vec<usize> = seen.development().map(|(at, _)| at).take(3).collect();
    let offer = |finding: Finding, at: &usize| finding.offer("use-prep", used_in(seen, *at));
    let tasks = 0..seen.tasks.len();
    tasks.map(|at| users.iter().fold(RULE.finding(Spot::Prep(at)), offer)).collect()
}

/// All that nobody uses is used there.
fn used_in(seen: &Seen<'_>, at: usize) -> Mend {
    let used = |prep: &String| Edit::PrepUse { prep: prep.clone(), item: seen.id(at) };
    Mend::Press(seen.tasks.iter().map(|it| used(&it.preparation.id)).collect())
}
