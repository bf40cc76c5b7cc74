//! Group work where nobody has the roles.
//!
//! ## Why
//!
//! Without a chair, a timekeeper, a reporter and a focus keeper the group spends its first
//! minutes finding out who they are.
//! Three people or fewer share: three of the four are enough.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"items": [{"title": "Gruppe", "mode": "G"}], "roles": ["Ordstyrer"]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {
//!   "items": [{"title": "Gruppe", "mode": "G"}],
//!   "roles": ["Ordstyrer", "Tidtaker", "Reporter", "Viddevakt"]
//! }
//! ```
//!
//! ```json
//! {"items": [{"title": "Trio", "mode": "T"}]}
//! ```

use kernel::role::Role;
use kernel::step::Mode;

use crate::edit::mend::{Mend, Switch};
use crate::lint::seen::Seen;
use crate::lint::seen::row::Row;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("roles_unfilled.rs"),
    ..Rule::new(
        "ROLL-01",
        "roles-unfilled",
        Severity::Consider,
        Subject::Group,
        "seed:305-313 seed:550 KS-IGP",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let grouped = |(_, it): (usize, &Row<'_>)| it.uses_mode(|mode| mode == Mode::Group);
    if !seen.development().any(grouped) {
        return vec![];
    }
    let is_missing = |role: &Role| !seen.is_filled(*role);
    let missing: Vec<Role> = Role::ALL.into_iter().filter(is_missing).collect();
    let largest = seen.groups.iter().copied().max();
    let spare = usize::from(largest.is_some_and(|it| it <= 3));
    if missing.len() <= spare {
        return vec![];
    }
    let drawn = Mend::Turn(Switch::Roles);
    vec![RULE.on_plan().with("roles", missing).offer("draw-roles", drawn)]
}
