//! Group work without groups.
//!
//! ## Why
//!
//! Dividing the room by hand takes ten minutes from those who should talk.
//! A day or more before the meeting there is still time, and nothing is said. With no date known,
//! the plan is read as it stands.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"items": [{"title": "Gruppe", "mode": "G"}]}
//! ```
//!
//! ```json at plan
//! {"days_left": 1, "items": [{"title": "Trio", "mode": "T"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Gruppe", "mode": "G"}], "groups": [4, 4]}
//! ```
//!
//! ```json
//! {"days_left": 6, "items": [{"title": "Gruppe", "mode": "G"}]}
//! ```
//!
//! ```json
//! {"items": [{"title": "Innlegg", "mode": "I"}]}
//! ```

use kernel::step::Mode;

use crate::edit::mend::{Mend, Switch};
use crate::lint::seen::Seen;
use crate::lint::seen::row::Row;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("groups_unset.rs"),
    ..Rule::new("GRP-01", "groups-unset", Severity::Consider, Subject::Group, "seed:315")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let grouped =
        |(_, it): (usize, &Row<'_>)| it.uses_mode(|mode| matches!(mode, Mode::Group | Mode::Trio));
    let soon = seen.days_left().is_none_or(|it| it <= seen.limits.groups_set_days_before);
    if !seen.groups.is_empty() || !soon || !seen.development().any(grouped) {
        return vec![];
    }
    let finding = RULE.on_plan();
    let wanted = Mend::Turn(Switch::Groups);
    vec![if seen.people.is_some() { finding.offer("make-groups", wanted) } else { finding }]
}
