//! More groups than the plenary has minutes for.
//!
//! ## Why
//!
//! The last group reports to people who are putting their coats on.
//!
//! ## Flawed
//!
//! ```json at 1
//! {
//!   "groups": [4, 4, 4],
//!   "items": [{"title": "Plenum", "minutes": 10, "reporter_min": 5, "mode": "PLr"}]
//! }
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "groups": [4, 4],
//!   "items": [{"title": "Plenum", "minutes": 10, "reporter_min": 5, "mode": "PLr"}]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Plenum", "minutes": 10, "reporter_min": 5, "mode": "PLr"}]}
//! ```

use kernel::step::Mode;

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::seen::number;
use crate::lint::seen::row::Row;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("plenary_too_short.rs"),
    ..Rule::new("PLE-01", "plenary-too-short", Severity::Consider, Subject::Plenary, "seed:369-371")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let groups = u32::try_from(seen.groups.len()).unwrap_or(u32::MAX);
    let found = seen.development().filter_map(|(at, row)| {
        let each = number(row.item.reporter_minutes)?;
        let room = plenary_minutes(row)?;
        let needed = groups.saturating_mul(each);
        if needed <= room {
            return None;
        }
        let finding = RULE.on_item(at).with("groups", groups).with("each", each);
        let finding = finding.with("needed", needed).with("minutes", room);
        let (item, each) = (seen.id(at), room / groups.max(1));
        Some(finding.offer("reporter-minutes", Mend::ReporterMinutes { item, each }))
    });
    found.collect()
}

/// Given, or the minutes of the plenary steps, or of the whole row.
fn plenary_minutes(row: &Row<'_>) -> Option<u32> {
    let steps = row.stretches.iter().filter(|it| row.has_steps && it.mode == Mode::Plenary);
    let stepped: u32 = steps.filter_map(|it| it.minutes).sum();
    row.plenary_minutes.or(number(stepped)).or(row.minutes)
}
