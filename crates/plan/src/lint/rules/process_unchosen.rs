//! An item that has a subject and no way of working.
//!
//! ## Why
//!
//! There is always a process. If nobody chooses it, the loudest do.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Lesing", "mode": "G"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Lesing", "tool": "igp"}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Lesing", "steps": [{"mode": "A"}, {"mode": "G"}]}]}
//! ```

use crate::lint::draft::Item;
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("process_unchosen.rs"),
    ..Rule::new("PRO-01", "process-unchosen", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter(|(_, it)| !is_written(it.tool.as_ref()));
    let found = found.filter(|(_, it)| it.steps.is_empty());
    let finding = |(at, item): (usize, &Item)| {
        let finding = RULE.on_item(at).with("title", item.title.as_str());
        let tools = ["igp", "speed-date", "trio"];
        tools.iter().fold(finding, |it, tool| it.offer(Remedy::UseTool { item: at, tool }))
    };
    found.map(finding).collect()
}
