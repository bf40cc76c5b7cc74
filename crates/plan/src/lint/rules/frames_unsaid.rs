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
//! ## Sound
//!
//! ```json
//! {"frames": {"open": "Hvordan vi organiserer tida"}}
//! ```

use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    also_drift: true,
    source: include_str!("frames_unsaid.rs"),
    ..Rule::new("RAM-01", "frames-unsaid", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let frames = &seen.draft.frames;
    let said = is_written(frames.decided.as_ref()) || is_written(frames.open.as_ref());
    if said { vec![] } else { vec![RULE.on_plan()] }
}
