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

use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("long_item_untimed.rs"),
    ..Rule::new("TID-04", "long-item-untimed", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let most = seen.limits.untimed_item_minutes_max;
    let found = seen.development().filter_map(|(at, item)| {
        let minutes = item.minutes.filter(|it| 0 < *it)?;
        let timed = !item.steps.is_empty() && item.steps.iter().all(|it| it.minutes.is_some());
        let needed = item.tool_minutes.unwrap_or(0);
        if (minutes <= most || timed) && needed <= minutes {
            return None;
        }
        let finding = RULE.on_item(at).with("title", item.title.as_str());
        let finding = finding.with("minutes", minutes).with("needed", needed);
        let splits = needed <= minutes;
        let give = Remedy::GiveMinutes { item: at, minutes: needed };
        Some(finding.offer(if splits { Remedy::TimeSteps { item: at } } else { give }))
    });
    found.collect()
}
