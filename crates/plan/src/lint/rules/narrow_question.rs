//! A question that a word or a number answers.
//!
//! ## Why
//!
//! Who, when and how many are right where agreements are made. Elsewhere they end the talk.
//! Closing items are left alone, and so is a narrow question that an open one follows.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Samtale", "questions": ["I hvilken grad følger vi rutinen?"]}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Avtaler", "closing": true, "questions": ["Hvem tar ansvar for planen?"]}
//!   ]
//! }
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};
use crate::questions::{Class, Reframing};

pub(super) const RULE: Rule = Rule {
    reads_words: true,
    check,
    source: include_str!("narrow_question.rs"),
    ..Rule::new("SPM-03", "narrow-question", Severity::Tip, Subject::Question, "seed:561")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let narrow = seen.asked.iter().filter(|it| !it.settled && !it.closing);
    let narrow = narrow.filter(|it| {
        let at = it.classes.iter().position(|class| *class == Class::Narrow);
        at.is_some_and(|at| !it.classes[at..].contains(&Class::Open))
    });
    narrow.map(|it| seen.reframed(&RULE, it, &[Reframing::AndWhatLies])).collect()
}
