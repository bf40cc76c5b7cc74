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

use crate::lint::draft::{Item, Mode};
use crate::lint::seen::{Seen, uses_mode};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("roles_unfilled.rs"),
    ..Rule::new("ROLL-01", "roles-unfilled", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let grouped = |(_, it): (usize, &Item)| uses_mode(it, |mode| mode == Mode::Group);
    if !seen.development().any(grouped) {
        return vec![];
    }
    let is_missing = |role: &Role| !seen.draft.roles.contains(role);
    let missing: Vec<Role> = Role::ALL.into_iter().filter(is_missing).collect();
    let largest = seen.draft.groups.iter().copied().max();
    let spare = usize::from(largest.is_some_and(|it| it <= 3));
    if missing.len() <= spare {
        return vec![];
    }
    vec![RULE.on_plan().with("roles", missing).offer(Remedy::DrawRoles)]
}
