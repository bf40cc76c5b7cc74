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
use crate::lint::{Finding, Remedy, Rule, Severity, cues};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("vote_without_making.rs"),
    ..Rule::new("ROA-03", "vote-without-making", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter(|(_, item)| {
        let votes = |text: &str| cues::any(text, cues::VOTE);
        let asked = item.questions.iter().any(|it| votes(&it.text));
        item.tool.is_none() && (votes(&item.title) || asked)
    });
    let finding = |(at, _)| RULE.on_item(at).offer(Remedy::UseTool { item: at, tool: "trio" });
    found.take(1).map(finding).collect()
}
