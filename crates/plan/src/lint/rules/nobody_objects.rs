//! Every round holds its comments back.
//!
//! ## Why
//!
//! Rounds without comments let all be heard. If there is nothing else, nobody tests an idea
//! before it is agreed on.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"items": [{"title": "Runde", "steps": [{"mode": "G", "comment_free": true}]}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Runde", "steps": [
//!       {"mode": "G", "comment_free": true},
//!       {"mode": "G", "challenge": true}
//!     ]}
//!   ]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Samtale", "steps": [{"mode": "G"}]}]}
//! ```

use kernel::step::Mode;

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::seen::row::Row;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("nobody_objects.rs"),
    ..Rule::new(
        "DIA-01",
        "nobody-objects",
        Severity::Tip,
        Subject::Idea,
        "seed:413-425 seed:577-578 NN-IGP",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let in_common = |mode: Mode| matches!(mode, Mode::Group | Mode::Plenary);
    let mut stretches = seen.development().flat_map(|(_, it)| &it.stretches);
    if stretches.any(|it| it.asks_for_objections) {
        return vec![];
    }
    let stretches = seen.development().flat_map(|(_, it)| &it.stretches);
    let mut rounds = stretches.filter(|it| in_common(it.mode)).peekable();
    if rounds.peek().is_none() || !rounds.all(|it| it.without_comments) {
        return vec![];
    }
    let talking = |(_, row): &(usize, &Row<'_>)| row.uses_mode(in_common);
    vec![match seen.development().filter(talking).last() {
        Some((at, _)) => RULE.on_plan().offer("challenge", Mend::Challenge(seen.id(at))),
        None => RULE.on_plan(),
    }]
}
