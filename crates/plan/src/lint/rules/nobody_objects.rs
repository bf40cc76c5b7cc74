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

use crate::lint::draft::{Item, Mode};
use crate::lint::seen::{Seen, Stretch, stretches, uses_mode};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("nobody_objects.rs"),
    ..Rule::new("DIA-01", "nobody-objects", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let steps: Vec<Stretch> = seen.development().flat_map(|(_, it)| stretches(it)).collect();
    let challenged = steps.iter().any(|it| it.challenge);
    let plenary = [Mode::Group, Mode::PlenaryDialogue, Mode::PlenarySharing];
    let mut rounds = steps.iter().filter(|it| plenary.contains(&it.mode)).peekable();
    let some = rounds.peek().is_some();
    if challenged || !some || !rounds.all(|it| it.comment_free == Some(true)) {
        return vec![];
    }
    let talking = |(_, item): &(usize, &Item)| uses_mode(item, |it| plenary.contains(&it));
    let last = seen.development().filter(talking).last();
    let offer = last.map(|(item, _)| Remedy::Challenge { item });
    vec![offer.into_iter().fold(RULE.on_plan(), Finding::offer)]
}
