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
use crate::lint::{Figure, Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("tool_unfit.rs"),
    ..Rule::new("PRO-02", "tool-unfit", Severity::Tip, Subject::Idea, "seed:294-299")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.development().filter_map(|(at, row)| {
        let misfit = row.way_groups.and_then(|(least, most)| {
            seen.groups.iter().copied().find(|it| !(least..=most).contains(it))
        });
        let misfit = misfit.map(|people| (people, row.way_groups));
        let people = seen.people.zip(row.way_people);
        let meeting = people.filter(|(it, (least, most))| !(least..=most).contains(&it));
        let misfit = misfit.or(meeting.map(|(people, range)| (people, Some(range))));
        if misfit.is_none() && !row.is_unfit {
            return None;
        }
        let (people, range) = misfit.unwrap_or((0, row.way_groups));
        let (least, most) = range.unwrap_or_default();
        let finding = RULE.on_item(at).with("tool", tool(seen, at));
        let finding = finding.with("least", least).with("most", most).with("people", people);
        Some(finding.other_ways(seen, at))
    });
    found.collect()
}

/// By its name in the catalogue, or as the row or the file calls it.
fn tool(seen: &Seen<'_>, at: usize) -> Figure {
    let item = seen.rows[at].item;
    match seen.way(at) {
        Some(way) => Figure::Tool(way.name),
        None if item.tool.is_empty() => Figure::Text(item.title.clone()),
        None => Figure::Text(item.tool.clone()),
    }
}
