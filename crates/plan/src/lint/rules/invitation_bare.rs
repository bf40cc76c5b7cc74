//! An invitation without a goal, or without a word on preparing.
//!
//! ## Why
//!
//! People come as prepared as the invitation asks them to. «No preparation this time, because …»
//! is an answer too.
//!
//! ## Flawed
//!
//! ```json at plan
//! {"goals": ["Dele erfaringer"]}
//! ```
//!
//! ```json at plan
//! {"prep": [{"text": "Les artikkelen"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"goals": ["Dele erfaringer"], "no_prep_reason": "vi skriver i møtet"}
//! ```

use crate::edit::mend::{Blank, Mend};
use crate::lint::seen::{Seen, written};
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    answered_in: Some("goals"),
    check,
    source: include_str!("invitation_bare.rs"),
    ..Rule::new("INN-02", "invitation-bare", Severity::Missing, Subject::Time, "seed:166-167")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let unprepared = seen.says_nothing_of_prep();
    let has_goals = written(&seen.plan.goals).next().is_some();
    if has_goals && !unprepared {
        return vec![];
    }
    let finding = RULE.on_plan();
    let skip = Mend::Write(Blank::NoPreparation);
    vec![if has_goals { finding.offer("skip-prep", skip) } else { finding }]
}
