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

use crate::edit::mend::Mend;
use crate::lint::seen::{Seen, written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    answered_in: Some("goals"),
    check,
    source: include_str!("goals_not_one_to_three.rs"),
    ..Rule::new(
        "MAL-01",
        "goals-not-one-to-three",
        Severity::Consider,
        Subject::Idea,
        "seed:144 seed:21-32",
    )
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let goals = written(&seen.plan.goals).count();
    let most = seen.limits.goals_max;
    if (1..=most).contains(&goals) {
        return vec![];
    }
    let finding = RULE.on_plan().with("goals", goals).with("most", most);
    vec![if goals == 0 { finding } else { finding.offer("keep-goals", Mend::KeepGoals(most)) }]
}
