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

use crate::lint::remedies::Bank;
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Remedy, Rule, Severity, cues};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("practice_untouched.rs"),
    ..Rule::new("REL-01", "practice-untouched", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let mut goals = seen.development().filter_map(|(_, it)| it.goal.as_deref());
    let mut asked = seen.asked.iter();
    let near = asked.any(|it| cues::any_in(&it.words, cues::PRACTICE))
        || goals.any(|it| cues::any(it, cues::PRACTICE));
    if near || is_written(seen.draft.focus_area.as_ref()) {
        return vec![];
    }
    let finding = RULE.on_plan();
    let first = seen.development().next().map(|(at, _)| at);
    let offer = first.map(|item| Remedy::Ask { item, from: Bank::Practice });
    vec![offer.into_iter().fold(finding, Finding::offer)]
}
