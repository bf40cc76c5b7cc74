//! More questions than the minutes allow.
//!
//! ## Why
//!
//! A question needs about four minutes. Tasks, such as «Skriv ned tre», are not counted against
//! the minutes.
//!
//! ## Flawed
//!
//! ```json at 1
//! {
//!   "items": [
//!     {"title": "Samtale", "questions": ["Hva?", "Hvordan?", "Hvorfor?", "Hva om?"]}
//!   ]
//! }
//! ```
//!
//! ```json at 1
//! {
//!   "items": [
//!     {"title": "Samtale", "minutes": 6, "questions": ["Hva ser vi?", "Hvordan går vi videre?"]}
//!   ]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Samtale", "minutes": 20, "questions": ["Hva ser vi?", "Hvordan går vi videre?"]}
//!   ]
//! }
//! ```

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Spot, Subject};
use crate::questions::Class;

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("many_questions.rs"),
    ..Rule::new("SPM-06", "many-questions", Severity::Tip, Subject::Question, "seed:535")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let limits = seen.limits;
    let found = seen.development().filter_map(|(at, row)| {
        let asked = seen.asked.iter().filter(|it| it.place == Spot::Item(at));
        let questions = asked.filter(|it| !it.classes.contains(&Class::Task)).count();
        let room = row.minutes.map(|it| it / limits.minutes_per_question);
        let cramped = 1 < questions && room.is_some_and(|it| (it as usize) < questions);
        let written = row.item.questions.len();
        if written <= limits.questions_max && !cramped {
            return None;
        }
        let finding = RULE.on_item(at).with("questions", written);
        let room = room.unwrap_or(1).max(1) as usize;
        let most = room.min(limits.questions_max);
        Some(finding.offer("keep-questions", Mend::KeepQuestions { item: seen.id(at), most }))
    });
    found.collect()
}
