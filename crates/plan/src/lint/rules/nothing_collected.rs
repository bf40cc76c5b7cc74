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

use kernel::step::Mode;

use crate::edit::mend::{Blank, Mend};
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("nothing_collected.rs"),
    ..Rule::new("DATA-01", "nothing-collected", Severity::Consider, Subject::Record, "seed:565")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter(|(_, row)| {
        let parts = &row.stretches;
        let only_input = !parts.is_empty() && parts.iter().all(|it| it.mode == Mode::Input);
        let kept = is_written(&row.item.capture) || parts.iter().any(|it| it.collects);
        !only_input && !kept && !is_written(&row.item.no_capture)
    });
    found
        .map(|(at, _)| {
            let finding = seen.on_row(&RULE, at);
            let finding = finding.offer("collect", Mend::Write(Blank::Capture(seen.id(at))));
            finding.offer("do-not-collect", Mend::Write(Blank::NoCapture(seen.id(at))))
        })
        .collect()
}
