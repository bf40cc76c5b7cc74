//! Remedies that the rules cannot know of, because they do not know the catalogue.

use kernel::tool::Tool;

use crate::edit::Desk;
use crate::lint::{Draft, Figure, Finding, Place, Remedy};
use crate::ways;

/// How many other ways of working are offered.
const OFFERED: usize = 3;

/// Offers ways of working that suit the meeting, and takes away what the plan cannot settle.
pub(super) fn add(finding: &mut Finding, draft: &Draft, desk: &Desk<'_>) {
    // Groups that are set are changed where they were set.
    if !desk.around.groups.is_empty() {
        finding.remedies.retain(|it| *it != Remedy::MakeGroups);
    }
    let item = match (finding.rule, finding.place) {
        ("PRO-02", Place::Item(item)) => Some(item),
        ("VAR-01", _) => longest(draft),
        _ => None,
    };
    let Some(item) = item else { return };
    let tool = draft.items[item].tool.as_deref().and_then(|name| desk.way(name));
    if let Some(tool) = tool.filter(|_| finding.figures.contains_key("tool")) {
        finding.figures.insert("tool", Figure::Text(ways::title(tool, desk.texts.words())));
    }
    let now = draft.items[item].tool.as_deref().unwrap_or_default();
    let difficulty = tool.map_or(1, |way| way.difficulty);
    let people = draft.participants.unwrap_or(ways::PEOPLE_USUAL);
    let suits = |way: &&&Tool| {
        let (least, most) = way.people;
        let is_process = ![ways::PAUSE, ways::INPUT, ways::CLOSING].contains(&way.name);
        is_process && way.name != now && (least..=most).contains(&people)
    };
    let mut others: Vec<&&Tool> = desk.ways.iter().filter(suits).collect();
    others.sort_by_key(|way| way.difficulty.abs_diff(difficulty));
    let offers = others.into_iter().take(OFFERED);
    finding.remedies.extend(offers.map(|way| Remedy::UseTool { item, tool: way.name }));
}

fn longest(draft: &Draft) -> Option<usize> {
    let rows = draft.items.iter().enumerate().filter(|(_, item)| item.tool.is_some());
    rows.max_by_key(|(_, item)| item.minutes).map(|(at, _)| at)
}
