//! A question that carries its answer.
//!
//! ## Why
//!
//! «Bør vi ikke …» tells the room what it should say, and the room says it.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Samtale", "questions": ["Bør vi ikke følge planen?"]}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Samtale", "questions": ["Hva taler for og mot å følge planen?"]}]}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Place, Remedy, Rule, Severity};
use crate::questions::{self, Class, Frame};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("leading_question.rs"),
    ..Rule::new("SPM-02", "leading-question", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let leading = seen.asked.iter().filter(|it| !it.settled);
    let leading = leading.filter(|it| it.classes.contains(&Class::Leading));
    leading
        .map(|it| {
            let finding = it.finding(&RULE);
            let Place::Item(item) = it.place else { return finding };
            let question = it.question;
            let lighter = questions::unload(it.text);
            if lighter != it.text && !questions::classify(&lighter).iter().any(is_leading) {
                return finding.offer(Remedy::Unload { item, question });
            }
            finding.offer(Remedy::Reframe { item, question, frame: Frame::ForAndAgainst })
        })
        .collect()
}

fn is_leading(reading: &questions::Reading) -> bool {
    reading.class == Class::Leading
}
