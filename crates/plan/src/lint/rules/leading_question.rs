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

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::seen::asked::Asked;
use crate::lint::{Finding, Rule, Severity, Spot, Subject};
use crate::questions::{self, Class, Reframing};

pub(super) const RULE: Rule = Rule {
    reads_words: true,
    check,
    source: include_str!("leading_question.rs"),
    ..Rule::new(
        "SPM-02",
        "leading-question",
        Severity::Consider,
        Subject::Question,
        "seed:561 SPM-NDLA",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let leading = seen.asked.iter().filter(|it| !it.settled);
    let leading = leading.filter(|it| it.classes.contains(&Class::Leading));
    leading.map(|it| finding(seen, it)).collect()
}

fn finding(seen: &Seen<'_>, asked: &Asked<'_>) -> Finding {
    let lighter = questions::unload(asked.text);
    let is_lighter = lighter != asked.text && !questions::classify(&lighter).iter().any(is_leading);
    match asked.place {
        Spot::Item(at) if is_lighter => {
            let (item, question) = (seen.id(at), asked.question);
            asked.finding(&RULE).offer("unload", Mend::Unload { item, question })
        }
        Spot::Item(_) | Spot::Plan | Spot::Prep(_) => {
            seen.reframed(&RULE, asked, &[Reframing::ForAndAgainst])
        }
    }
}

fn is_leading(reading: &questions::Reading) -> bool {
    reading.class == Class::Leading
}
