//! What people arrive at is not kept.
//!
//! ## Why
//!
//! What is not collected is lost by Monday. Pure input has nothing to collect, and a planner may
//! say why not.
//!
//! ## Flawed
//!
//! ```json at 1 2
//! {"items": [{"title": "Diskusjon"}, {"title": "Gruppe", "mode": "G"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Innlegg", "mode": "I"}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Gruppe", "steps": [{"mode": "G", "capture": "points"}]}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Gruppe", "no_capture_reason": "fortrolig"}]}
//! ```

use crate::lint::draft::{Item, Mode};
use crate::lint::seen::{Seen, is_written, stretches};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("nothing_collected.rs"),
    ..Rule::new("DATA-01", "nothing-collected", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter(|(_, item)| {
        let parts = stretches(item);
        let only_input = !parts.is_empty() && parts.iter().all(|it| it.mode == Mode::Input);
        let kept = item.capture.is_some() || parts.iter().any(|it| it.collects);
        !only_input && !kept && !is_written(item.no_capture_reason.as_ref())
    });
    let finding = |(at, item): (usize, &Item)| {
        let finding = RULE.on_item(at).with("title", item.title.as_str());
        finding.offer(Remedy::Collect { item: at }).offer(Remedy::DoNotCollect { item: at })
    };
    found.map(finding).collect()
}
