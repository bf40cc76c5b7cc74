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
    let filled: Vec<String> = seen.draft.roles.iter().map(|it| it.to_lowercase()).collect();
    let missing = ROLES.iter().filter(|(nb, nn)| !filled.iter().any(|it| it == nb || it == nn));
    let missing: Vec<&str> = missing.map(|(nb, _)| *nb).collect();
    let largest = seen.draft.groups.iter().copied().max();
    let spare = usize::from(largest.is_some_and(|it| it <= 3));
    if missing.len() <= spare {
        return vec![];
    }
    vec![RULE.on_plan().with("roles", missing.join(", ").as_str()).offer(Remedy::DrawRoles)]
}

/// In bokmål and nynorsk.
const ROLES: &[(&str, &str)] = &[
    ("ordstyrer", "ordstyrar"),
    ("tidtaker", "tidtakar"),
    ("reporter", "reporter"),
    ("viddevakt", "viddevakt"),
];
