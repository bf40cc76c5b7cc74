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

use crate::document::ItemKind;
use crate::edit::mend::Inset;
use crate::lint::seen::Seen;
use crate::lint::seen::row::Row;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    of_administration: true,
    check,
    source: include_str!("no_break.rs"),
    ..Rule::new("TID-05", "no-break", Severity::Consider, Subject::Time, "seed:354")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let Some(net) = seen.net else { return vec![] };
    let rows = &seen.rows;
    let longest = rows.split(is_pause).map(minutes).max().unwrap_or(0);
    let too_long = !rows.iter().any(is_pause) && seen.limits.net_minutes_max_without_break < net;
    if !too_long && longest <= seen.limits.run_minutes_max_without_break {
        return vec![];
    }
    let finding = RULE.on_plan().with("minutes", longest);
    vec![match middle_of_longest_run(rows) {
        Some(at) => finding.insert(at, Inset::Break),
        None => finding,
    }]
}

fn is_pause(row: &Row<'_>) -> bool {
    row.item.kind == ItemKind::Pause
}

fn minutes(run: &[Row<'_>]) -> u32 {
    run.iter().filter_map(|it| it.minutes).sum()
}

/// The seam between two rows that is nearest the middle of the longest run.
fn middle_of_longest_run(rows: &[Row<'_>]) -> Option<usize> {
    let mut start = 0;
    let runs = rows.split(is_pause).map(|run| {
        let from = start;
        start += run.len() + 1;
        (from, run)
    });
    let (from, run) = runs.max_by_key(|(_, run)| minutes(run))?;
    let middle = |seam: &usize| minutes(&run[..*seam]).abs_diff(minutes(&run[*seam..]));
    (1..run.len()).min_by_key(middle).map(|seam| from + seam)
}
