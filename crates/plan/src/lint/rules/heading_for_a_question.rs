//! A heading where a question should be.
//!
//! ## Why
//!
//! «Diskusjon» does not say what to find out, so the room finds out something else.
//!
//! ## Flawed
//!
//! ```json at 1 2
//! {"items": [{"title": "Diskusjon"}, {"title": "Ordet fritt."}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Diskusjon", "questions": ["Hva kjennetegner gode overganger?"]}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Diskusjon om overganger"}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Eventuelt", "kind": "forvaltning"}]}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};
use crate::questions::bank::Bank;

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("heading_for_a_question.rs"),
    ..Rule::new(
        "SPM-00",
        "heading-for-a-question",
        Severity::Consider,
        Subject::Question,
        "seed:185 seed:535",
    )
};

const HEADINGS: &[&str] = &[
    "diskusjon",
    "drøfting",
    "debatt",
    "samtale",
    "refleksjon",
    "eventuelt",
    "gjennomgang",
    "evaluering",
    "ordet fritt",
    "ymse",
    "gjennomgåing",
];

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter(|(_, row)| {
        let title = row.item.title.trim_end_matches([' ', '.', ':']).to_lowercase();
        row.item.questions.is_empty() && !row.uses_prep && HEADINGS.contains(&title.as_str())
    });
    found.map(|(at, _)| seen.on_row(&RULE, at).ask(seen, at, Bank::Explore)).collect()
}
