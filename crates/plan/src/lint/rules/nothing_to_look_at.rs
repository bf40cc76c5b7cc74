//! Many people, and nothing they can all see.
//!
//! ## Why
//!
//! Those who can see where they are in the program do not need to ask.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"participants": 20}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"participants": 20, "stage": "storskjerm"}
//! ```
//!
//! ```json
//! {"participants": 8}
//! ```
//!
//! ```json
//! {}
//! ```

use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("nothing_to_look_at.rs"),
    ..Rule::new("VIS-01", "nothing-to-look-at", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let many = seen.draft.participants.filter(|it| seen.limits.unaided_eyes_max < *it);
    let blind = many.filter(|_| !is_written(seen.draft.stage.as_ref()));
    let finding = |people: u32| RULE.on_plan().with("people", people).offer(Remedy::Show);
    blind.map(finding).into_iter().collect()
}
