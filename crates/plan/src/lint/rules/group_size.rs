//! A group too large for everyone to speak in, or too small to meet another view.
//!
//! ## Why
//!
//! Four or five is enough to differ and few enough to be heard.
//! One, two, three, six, seven or eleven people cannot be divided so, and a way of working may
//! ask for another size.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"participants": 20, "groups": [7, 7, 6]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"participants": 20, "groups": [5, 5, 5, 5]}
//! ```
//!
//! ```json
//! {"participants": 7, "groups": [4, 3]}
//! ```
//!
//! ```json
//! {
//!   "participants": 12,
//!   "groups": [3, 3, 3, 3],
//!   "items": [{"title": "Trio", "tool_sizes": [3, 3]}]
//! }
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("group_size.rs"),
    ..Rule::new("GRP-02", "group-size", Severity::Tip, Subject::Group, "seed:315 HACKMAN")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let usual = seen.limits.group_size_min..=seen.limits.group_size_max;
    let asked_for = |size: u32| {
        let mut sizes = seen.rows.iter().filter_map(|it| it.way_groups);
        sizes.any(|(least, most)| (least..=most).contains(&size))
    };
    let odd = |size: &&u32| !usual.contains(*size) && !asked_for(**size);
    let divisible = |people: &u32| can_be_divided(*people, &usual);
    let (Some(_), Some(size)) = (seen.people.filter(divisible), seen.groups.iter().find(odd))
    else {
        return vec![];
    };
    // Groups that are set are changed where they were set.
    vec![RULE.on_plan().with("people", *size)]
}

fn can_be_divided(people: u32, size: &std::ops::RangeInclusive<u32>) -> bool {
    (1..=people).any(|groups| (groups * size.start()..=groups * size.end()).contains(&people))
}
