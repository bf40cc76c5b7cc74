//! No goal, or more goals than one meeting can reach.
//!
//! ## Why
//!
//! A goal tells what to leave out. With five goals nothing is left out.
//!
//! ## Flawed
//!
//! ```json at plan
//! {}
//! ```
//!
//! ```json at plan
//! {"goals": ["a", "b", "c", "d"]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"goals": ["Dele erfaringer", "Finne tre felles punkter"]}
//! ```

use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("goals_not_one_to_three.rs"),
    ..Rule::new("MAL-01", "goals-not-one-to-three", Severity::Consider)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let goals = seen.draft.goals.len();
    if (1..=seen.limits.goals_max).contains(&goals) {
        return vec![];
    }
    let most = seen.limits.goals_max;
    let finding = RULE.on_plan().with("goals", goals).with("most", most);
    vec![if goals == 0 { finding } else { finding.offer(Remedy::KeepGoals { most }) }]
}
