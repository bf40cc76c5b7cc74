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

use crate::edit::mend::{Blank, Mend};
use crate::lint::seen::{Seen, is_written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("item_without_goal.rs"),
    ..Rule::new("PROG-02", "item-without-goal", Severity::Consider, Subject::Idea, "seed:325-383")
};

const AIMS: [&str; 3] = ["aim-share", "aim-understand", "aim-choose"];

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let bare = seen.development().filter(|(_, row)| !is_written(&row.item.goal));
    bare.map(|(at, row)| {
        let goal = |it: Finding, key| it.offer(key, Mend::Write(Blank::Goal(row.item.id.clone())));
        AIMS.into_iter().fold(seen.on_row(&RULE, at), goal)
    })
    .collect()
}
