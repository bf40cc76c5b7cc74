//! People are asked what is hard before they are asked what works.
//!
//! ## Why
//!
//! Those who have first seen what they manage have something to meet the rest with.
//!
//! ## Flawed
//!
//! ```json at plan
//! {
//!   "prep": [
//!     {"text": "Velg ut ett element som utfordrer praksisen.\nTrekk fram to som bekrefter den."}
//!   ]
//! }
//! ```
//!
//! ```json at plan
//! {"items": [{"title": "Samtale", "questions": ["Hva er den største utfordringen?"]}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "prep": [
//!     {"text": "Trekk fram to som bekrefter praksisen.\nVelg ut ett element som utfordrer den."}
//!   ]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Samtale", "questions": ["Hva ser vi?"]}]}
//! ```

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject, cues};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("challenge_before_strength.rs"),
    ..Rule::new(
        "ROA-01",
        "challenge-before-strength",
        Severity::Consider,
        Subject::Idea,
        "seed:237-238 seed:8-10 seed:202-209",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let cued = seen.asked.iter().filter(|it| it.strength || it.challenge);
    let prompts = cued.flat_map(|it| sentences(it.text).map(move |text| (it, text)));
    for (asked, prompt) in prompts {
        let words = cues::words(prompt);
        if cues::any_in(&words, cues::STRENGTH) {
            return vec![];
        }
        if cues::any_in(&words, cues::CHALLENGE) {
            let finding = RULE.on_plan().with("question", prompt);
            let first = Mend::StrengthFirst(asked.place.in_plan(seen.plan));
            return vec![finding.offer("strength-first", first)];
        }
    }
    vec![]
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['?', '!', '.', '\n']).map(str::trim).filter(|it| !it.is_empty())
}
