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

use crate::edit::mend::{Blank, Mend};
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    answered_in: Some("stage"),
    check,
    source: include_str!("nothing_to_look_at.rs"),
    ..Rule::new("VIS-01", "nothing-to-look-at", Severity::Tip, Subject::Idea, "seed:546")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let many = seen.people.filter(|it| seen.limits.unaided_eyes_max < *it);
    let blind = many.filter(|_| !is_written(&seen.plan.stage));
    let show = Mend::Write(Blank::Stage);
    let finding = |people: u32| RULE.on_plan().with("people", people).offer("show", show);
    blind.map(finding).into_iter().collect()
}
