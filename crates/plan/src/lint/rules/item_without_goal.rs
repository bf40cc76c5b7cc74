//! An item of development that does not say what it is for.
//!
//! ## Why
//!
//! The third column is where a program stops being a list of headings.
//!
//! ## Flawed
//!
//! ```json at 1
//! {"items": [{"title": "Diskusjon"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "IGP", "goal": "Finne tre felles punkter"}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Ferieliste", "kind": "forvaltning"}]}
//! ```

use crate::lint::draft::Item;
use crate::lint::remedies::ItemAim;
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("item_without_goal.rs"),
    ..Rule::new("PROG-02", "item-without-goal", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let bare = seen.development().filter(|(_, item)| !is_written(item.goal.as_ref()));
    let finding = |(at, item): (usize, &Item)| {
        let goals = ItemAim::ALL.iter();
        let finding = RULE.on_item(at).with("title", item.title.as_str());
        goals.fold(finding, |it, aim| it.offer(Remedy::SetGoal { item: at, aim: *aim }))
    };
    bare.map(finding).collect()
}
