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

use crate::edit::mend::{Blank, Mend};
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("no_preparation.rs"),
    ..Rule::new(
        "PREP-01",
        "no-preparation",
        Severity::Consider,
        Subject::Preparation,
        "seed:558 seed:169",
    )
};

const IDEAS: [&str; 4] = ["prep-two-and-one", "prep-moments", "prep-object", "prep-story"];

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if !seen.says_nothing_of_prep() {
        return vec![];
    }
    let prepare = |it: Finding, key| it.offer(key, Mend::Prepare);
    let finding = IDEAS.into_iter().fold(RULE.on_plan(), prepare);
    vec![finding.offer("skip-prep", Mend::Write(Blank::NoPreparation))]
}
