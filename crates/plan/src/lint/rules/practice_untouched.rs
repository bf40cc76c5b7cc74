//! Nothing that is asked touches the working day of those who come.
//!
//! ## Why
//!
//! What people cannot see in their own room they leave in the meeting room. A focus area is a
//! link to it.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"items": [{"title": "Samtale", "questions": ["Hva mener forskerne?"]}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Samtale", "questions": ["Hvor ser vi dette hos oss?"]}]}
//! ```
//!
//! ```json
//! {"focus_area": "Lesing"}
//! ```

use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity, Subject, cues};
use crate::questions::bank::Bank;

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("practice_untouched.rs"),
    ..Rule::new("REL-01", "practice-untouched", Severity::Tip, Subject::Idea, "seed:251 seed:580")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let mut goals = seen.development().map(|(_, row)| row.item.goal.as_str());
    let mut asked = seen.asked.iter();
    let near = asked.any(|it| cues::any_in(&it.words, cues::PRACTICE))
        || goals.any(|it| cues::any(it, cues::PRACTICE));
    if near || is_written(&seen.around.awaited.focus_area) {
        return vec![];
    }
    let finding = RULE.on_plan();
    vec![match seen.development().next() {
        Some((at, _)) => finding.ask(seen, at, Bank::Practice),
        None => finding,
    }]
}
