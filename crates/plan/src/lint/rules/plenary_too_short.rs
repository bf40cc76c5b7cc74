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

use crate::lint::draft::{Item, Mode};
use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("plenary_too_short.rs"),
    ..Rule::new("PLE-01", "plenary-too-short", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let groups = u32::try_from(seen.draft.groups.len()).unwrap_or(u32::MAX);
    let found = seen.development().filter_map(|(at, item)| {
        let each = item.reporter_min?;
        let room = plenary_minutes(item)?;
        let needed = groups.saturating_mul(each);
        if needed <= room {
            return None;
        }
        let finding = RULE.on_item(at).with("groups", groups).with("each", each);
        let finding = finding.with("needed", needed).with("minutes", room);
        let share = room / groups.max(1);
        Some(finding.offer(Remedy::ReporterMinutes { item: at, each: share }))
    });
    found.collect()
}

/// Given, or the minutes of the plenary steps, or of the whole item.
fn plenary_minutes(item: &Item) -> Option<u32> {
    let plenary = [Mode::PlenaryDialogue, Mode::PlenarySharing];
    let steps = item.steps.iter().filter(|it| plenary.contains(&it.mode));
    let stepped: u32 = steps.filter_map(|it| it.minutes).sum();
    let stepped = Some(stepped).filter(|it| 0 < *it);
    item.plenary_min.or(stepped).or(item.minutes)
}
