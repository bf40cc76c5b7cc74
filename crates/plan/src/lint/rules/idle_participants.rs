//! Someone with no part in the whole meeting.
//!
//! ## Why
//!
//! Everyone is responsible, so everyone has something to do. When few are active at all, that is
//! said first and this is not.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"idle_participants": 3, "items": [{"title": "Gruppe", "mode": "G"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"idle_participants": 3, "items": [{"title": "Innlegg", "mode": "I"}]}
//! ```
//!
//! ```json
//! {}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("idle_participants.rs"),
    ..Rule::new("ROLL-03", "idle-participants", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    if 0 < seen.draft.idle_participants && !seen.is_passive() {
        vec![RULE.on_plan().with("people", seen.draft.idle_participants)]
    } else {
        vec![]
    }
}
