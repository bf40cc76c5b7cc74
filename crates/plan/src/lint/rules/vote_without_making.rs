//! People settle something and make nothing.
//!
//! ## Why
//!
//! To vote is to take part in deciding. To write the text together is to take part in making it.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Høring om ny plan"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Høring om ny plan", "tool": "trio"}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Godkjenne referat", "kind": "forvaltning"}]}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject, cues};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("vote_without_making.rs"),
    ..Rule::new("ROA-03", "vote-without-making", Severity::Tip, Subject::Idea, "seed:243-244")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter(|(_, row)| {
        let votes = |text: &str| cues::any(text, cues::VOTE);
        let asked = row.item.questions.iter().any(|it| votes(it));
        row.item.tool.is_empty() && (votes(&row.item.title) || asked)
    });
    let finding = |(at, _)| RULE.on_item(at).work_with(seen, at, "trio");
    found.take(1).map(finding).collect()
}
