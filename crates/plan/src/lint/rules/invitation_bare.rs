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

use crate::lint::seen::Seen;
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("invitation_bare.rs"),
    ..Rule::new("INN-02", "invitation-bare", Severity::Missing)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let unprepared = seen.says_nothing_of_prep();
    if !seen.draft.goals.is_empty() && !unprepared {
        return vec![];
    }
    let finding = RULE.on_plan();
    let offers = unprepared && !seen.draft.goals.is_empty();
    vec![if offers { finding.offer(Remedy::SkipPrep) } else { finding }]
}
