//! A long item whose parts have no minutes, or that holds more than it has room for.
//!
//! ## Why
//!
//! Fifty minutes of «group work» are ten minutes of starting and ten of waiting, unless the steps
//! have minutes.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Gruppearbeid", "minutes": 50, "mode": "G"}]}
//! ```
//!
//! ```json at 1
//! {"items": [{"title": "IGP", "minutes": 20, "tool_minutes": 30}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [
//!     {"title": "IGP", "minutes": 45, "steps": [
//!       {"mode": "A", "minutes": 5},
//!       {"mode": "G", "minutes": 40}
//!     ]}
//!   ]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Gruppearbeid", "minutes": 40, "mode": "G"}]}
//! ```

use crate::edit::Edit;
use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("long_item_untimed.rs"),
    ..Rule::new(
        "TID-04",
        "long-item-untimed",
        Severity::Tip,
        Subject::Time,
        "seed:338-348 seed:534",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let most = seen.limits.untimed_item_minutes_max;
    let found = seen.development().filter_map(|(at, row)| {
        let minutes = row.minutes.filter(|it| 0 < *it)?;
        let timed = row.has_steps && row.stretches.iter().all(|it| it.minutes.is_some());
        let needed = row.way_minutes.unwrap_or(0);
        if (minutes <= most || timed) && needed <= minutes {
            return None;
        }
        let finding = seen.on_row(&RULE, at);
        let finding = finding.with("minutes", minutes).with("needed", needed);
        let item = seen.id(at);
        Some(if needed <= minutes {
            finding.offer("time-steps", Mend::LayOut(item))
        } else {
            let minutes = needed - minutes;
            finding.press("give-minutes", Edit::Longer { item, minutes })
        })
    });
    found.collect()
}
