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

use crate::lint::draft::Item;
use crate::lint::remedies::Bank;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("heading_for_a_question.rs"),
    ..Rule::new("SPM-00", "heading-for-a-question", Severity::Consider)
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
    let found = seen.development().filter(|(_, item)| {
        let title = item.title.trim_end_matches([' ', '.', ':']).to_lowercase();
        item.questions.is_empty() && !item.uses_prep && HEADINGS.contains(&title.as_str())
    });
    let finding = |(at, item): (usize, &Item)| {
        let finding = RULE.on_item(at).with("title", item.title.as_str());
        finding.offer(Remedy::Ask { item: at, from: Bank::Explore })
    };
    found.map(finding).collect()
}
