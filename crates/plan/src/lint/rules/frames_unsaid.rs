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

use crate::lint::seen::{Seen, is_framed, is_written};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    also_drift: true,
    source: include_str!("frames_unsaid.rs"),
    ..Rule::new("RAM-01", "frames-unsaid", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let frames = &seen.draft.frames;
    let (decided, open) = (frames.decided.as_ref(), frames.open.as_ref());
    if is_framed(decided) || is_framed(open) {
        return vec![];
    }
    let begun = is_written(decided) && is_written(open);
    let finding = RULE.on_plan();
    vec![if begun { finding } else { finding.offer(Remedy::StartFrames) }]
}
