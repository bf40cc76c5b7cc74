//! A way of working that does not suit so many people.
//!
//! ## Why
//!
//! A trio of seven is a meeting.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"groups": [7, 7], "items": [{"title": "Trio", "tool": "trio", "tool_sizes": [3, 3]}]}
//! ```
//!
//! ```json at 1
//! {"items": [{"title": "Trio", "tool": "trio", "tool_mismatch": true}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"groups": [4, 5], "items": [{"title": "IGP", "tool": "igp", "tool_sizes": [3, 6]}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Trio", "tool": "trio", "tool_sizes": [3, 3]}]}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("tool_unfit.rs"),
    ..Rule::new("PRO-02", "tool-unfit", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter_map(|(at, item)| {
        let misfit = item.tool_sizes.and_then(|(least, most)| {
            seen.draft.groups.iter().copied().find(|it| !(least..=most).contains(it))
        });
        let misfit = misfit.map(|people| (people, item.tool_sizes));
        let people = seen.draft.participants.zip(item.tool_people);
        let meeting = people.filter(|(it, (least, most))| !(least..=most).contains(&it));
        let misfit = misfit.or(meeting.map(|(people, range)| (people, Some(range))));
        if misfit.is_none() && !item.tool_mismatch {
            return None;
        }
        let (people, range) = misfit.unwrap_or((0, item.tool_sizes));
        let (least, most) = range.unwrap_or_default();
        let tool = item.tool.as_deref().unwrap_or(&item.title);
        let finding = RULE.on_item(at).with("tool", tool).with("least", least).with("most", most);
        Some(finding.with("people", people))
    });
    found.collect()
}
