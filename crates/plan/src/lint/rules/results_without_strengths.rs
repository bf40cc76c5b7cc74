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

use crate::lint::remedies::Bank;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity, cues};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("results_without_strengths.rs"),
    ..Rule::new("ROA-04", "results-without-strengths", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let about = |text: &str| cues::any(text, cues::RESULTS);
    let item = seen.development().find(|(_, it)| about(&it.title)).map(|(at, _)| at);
    let titled = seen.draft.title.as_deref().is_some_and(about);
    let strengths = seen.asked.iter().any(|it| it.strength);
    if strengths || (item.is_none() && !titled) {
        return vec![];
    }
    let finding = RULE.on_plan();
    let first = item.or_else(|| seen.development().next().map(|(at, _)| at));
    let offer = first.map(|item| Remedy::Ask { item, from: Bank::Strengths });
    vec![offer.into_iter().fold(finding, Finding::offer)]
}
