//! Nobody is asked to prepare, and nobody says why not.
//!
//! ## Why
//!
//! A few minutes of one's own before the meeting give everyone something to bring.
//!
//! ## Flawed
//!
//! ```json at plan
//! {}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"prep": [{"text": "Ta med en praksisfortelling"}]}
//! ```
//!
//! ```json
//! {"no_prep_reason": "vi skriver i møtet"}
//! ```

use crate::lint::remedies::PrepIdea;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("no_preparation.rs"),
    ..Rule::new("PREP-01", "no-preparation", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if !seen.says_nothing_of_prep() {
        return vec![];
    }
    let finding = RULE.on_plan();
    let finding = PrepIdea::ALL.iter().fold(finding, |it, idea| it.offer(Remedy::AddPrep(*idea)));
    vec![finding.offer(Remedy::SkipPrep)]
}
