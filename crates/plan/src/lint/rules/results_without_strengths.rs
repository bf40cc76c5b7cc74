//! Results are on the table, and nobody is asked what is good in them.
//!
//! ## Why
//!
//! The good results tell what to do more of.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"items": [{"title": "Rektor legger fram resultatene av elevundersøkelsen"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Elevundersøkelsen", "questions": ["Hva lykkes vi med, og hva gjør vi der?"]}
//!   ]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Lesing"}]}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject, cues};
use crate::questions::bank::Bank;

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("results_without_strengths.rs"),
    ..Rule::new(
        "ROA-04",
        "results-without-strengths",
        Severity::Tip,
        Subject::Idea,
        "seed:246-247 ROALD-PHD",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let about = |text: &str| cues::any(text, cues::RESULTS);
    let row = seen.development().find(|(_, it)| about(&it.item.title)).map(|(at, _)| at);
    let strengths = seen.asked.iter().any(|it| it.strength);
    if strengths || (row.is_none() && !about(&seen.plan.title)) {
        return vec![];
    }
    let finding = RULE.on_plan();
    let first = row.or_else(|| seen.development().next().map(|(at, _)| at));
    vec![match first {
        Some(at) => finding.ask(seen, at, Bank::Strengths),
        None => finding,
    }]
}
