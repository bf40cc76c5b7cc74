//! A goal that has the answer in it.
//!
//! ## Why
//!
//! «Forankre planen» leaves nothing to find out. Perhaps it is administration, and may be called
//! that.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"goals": ["Forankre den nye planen"]}
//! ```
//!
//! ```json at plan
//! {"purpose": "Orientere om budsjettet"}
//! ```
//!
//! ```json at plan
//! {
//!   "goals": ["Orientere om budsjettet"],
//!   "items": [{"title": "Lesing"}, {"title": "Budsjett"}]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"goals": ["Undersøke hva elevene trenger"]}
//! ```

use crate::document::{Item, ItemKind};
use crate::edit::Edit;
use crate::lint::seen::{Seen, is_written, written};
use crate::lint::{Finding, Rule, Severity, Subject, cues};

pub(super) const RULE: Rule = Rule {
    answered_in: Some("goals"),
    check,
    source: include_str!("goal_already_decided.rs"),
    ..Rule::new(
        "MAL-02",
        "goal-already-decided",
        Severity::Tip,
        Subject::Idea,
        "seed:94-96 seed:240-241",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let purpose = Some(seen.plan.purpose.as_str()).filter(|it| is_written(it));
    let mut decided =
        written(&seen.plan.goals).chain(purpose).filter(|it| cues::any(it, cues::DECIDED));
    let Some(goal) = decided.next() else { return vec![] };
    let finding = RULE.on_plan().with("goal", goal);
    let Some((_, row)) = seen.development().find(|(_, it)| takes_up(it.item, goal)) else {
        return vec![finding];
    };
    let (item, kind) = (row.item.id.clone(), ItemKind::Administration);
    vec![finding.press("call-administration", Edit::Kind { item, kind })]
}

/// The title of the item is about a thing that the goal names.
fn takes_up(item: &Item, goal: &str) -> bool {
    let named: Vec<String> = stems(goal).collect();
    stems(&item.title).any(|it| named.contains(&it))
}

/// The things a text names, without their endings. Short words name nothing.
fn stems(text: &str) -> impl Iterator<Item = String> {
    const SMALL: &[&str] = &["denne", "dette", "disse", "våre", "hele", "heile", "alle", "etter"];
    const LEAST: usize = 4;
    let words = cues::words(text).into_iter();
    let named = words.filter(|it| {
        LEAST <= it.chars().count() && !SMALL.contains(&it.as_str()) && !is_decided(it)
    });
    named.map(|word| {
        let endings = ["ene", "ane", "en", "et", "er", "ar", "a", "e"];
        let rest = endings.iter().filter_map(|it| word.strip_suffix(it));
        let mut rest = rest.filter(|it| LEAST <= it.chars().count());
        rest.next().map_or(word.clone(), str::to_owned)
    })
}

fn is_decided(word: &str) -> bool {
    cues::DECIDED.iter().any(|cue| cue.split(' ').any(|it| it == word))
}
