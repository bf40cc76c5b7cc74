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
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("idle_participants.rs"),
    ..Rule::new("ROLL-03", "idle-participants", Severity::Tip, Subject::Group, "seed:537 seed:549")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let idle = seen.around.awaited.idle_people;
    if 0 < idle && !seen.is_passive() { vec![RULE.on_plan().with("people", idle)] } else { vec![] }
}
