//! More than an hour and a quarter without a break.
//!
//! ## Why
//!
//! The end of a long sitting is where the agreements are made, by tired people.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"items": [{"title": "Lesing", "minutes": 50}, {"title": "Skriving", "minutes": 40}]}
//! ```
//!
//! ```json at plan
//! {
//!   "items": [
//!     {"title": "Lesing", "minutes": 95},
//!     {"title": "Pause", "minutes": 10, "kind": "pause"},
//!     {"title": "Avtaler", "minutes": 10}
//!   ]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "Lesing", "minutes": 50},
//!     {"title": "Pause", "minutes": 10, "kind": "pause"},
//!     {"title": "Skriving", "minutes": 40}
//!   ]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Lesing", "minutes": 75}]}
//! ```

use crate::lint::draft::{Item, ItemKind};
use crate::lint::remedies::Piece;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    also_drift: true,
    source: include_str!("no_break.rs"),
    ..Rule::new("TID-05", "no-break", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let Some(net) = seen.net else { return vec![] };
    let items = &seen.draft.items;
    let runs = items.split(|it| it.kind == ItemKind::Pause);
    let longest = runs.map(|run| run.iter().filter_map(|it| it.minutes).sum()).max().unwrap_or(0);
    let unbroken = items.iter().all(|it| it.kind != ItemKind::Pause);
    let too_long = unbroken && seen.limits.net_minutes_max_without_break < net;
    if !too_long && longest <= seen.limits.run_minutes_max_without_break {
        return vec![];
    }
    let finding = RULE.on_plan().with("minutes", longest);
    vec![match middle_of_longest_run(items) {
        Some(at) => finding.offer(Remedy::Insert { at, piece: Piece::Break }),
        None => finding,
    }]
}

/// The seam between two items that is nearest the middle of the longest run.
fn middle_of_longest_run(items: &[Item]) -> Option<usize> {
    let minutes = |run: &[Item]| run.iter().filter_map(|it| it.minutes).sum::<u32>();
    let mut start = 0;
    let runs = items.split(|it| it.kind == ItemKind::Pause).map(|run| {
        let from = start;
        start += run.len() + 1;
        (from, run)
    });
    let (from, run) = runs.max_by_key(|(_, run)| minutes(run))?;
    let middle = |seam: &usize| minutes(&run[..*seam]).abs_diff(minutes(&run[*seam..]));
    (1..run.len()).min_by_key(middle).map(|seam| from + seam)
}
