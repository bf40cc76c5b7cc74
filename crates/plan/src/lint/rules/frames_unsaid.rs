//! A plan that does not say what is settled and what is open.
//!
//! ## Why
//!
//! Those who are asked for ideas on something already decided will remember it next time.
//!
//! ## Flawed
//!
//! ```json at plan
//! {}
//! ```
//!
//! ```json at plan
//! {"frames": {"expected": "Alle bidrar"}}
//! ```
//!
//! ```json at plan
//! {"frames": {"decided": "Dette er bestemt: …", "open": "Dette kan vi påvirke: …"}}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"frames": {"open": "Hvordan vi organiserer tida"}}
//! ```

use crate::edit::mend::Mend;
use crate::lint::seen::{Seen, is_framed, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    of_administration: true,
    answered_in: Some("decided"),
    check,
    source: include_str!("frames_unsaid.rs"),
    ..Rule::new(
        "RAM-01",
        "frames-unsaid",
        Severity::Consider,
        Subject::Idea,
        "seed:163-164 seed:559",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let frames = &seen.plan.frames;
    if is_framed(&frames.decided) || is_framed(&frames.open) {
        return vec![];
    }
    let begun = is_written(&frames.decided) && is_written(&frames.open);
    let finding = RULE.on_plan();
    vec![if begun { finding } else { finding.offer("start-frames", Mend::StartFrames) }]
}
