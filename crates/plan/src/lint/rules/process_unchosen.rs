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

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("process_unchosen.rs"),
    ..Rule::new(
        "PRO-01",
        "process-unchosen",
        Severity::Consider,
        Subject::Idea,
        "seed:285-292 seed:563",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let is_unchosen = |tool: &str| tool.trim().is_empty();
    let found = seen.development().filter(|(_, it)| is_unchosen(&it.item.tool) && !it.has_steps);
    let tools = ["igp", "speed-date", "trio"];
    let offers =
        |at| tools.iter().fold(seen.on_row(&RULE, at), |it, tool| it.work_with(seen, at, tool));
    found.map(|(at, _)| offers(at)).collect()
}
