//! Talk that nobody has had time to think for.
//!
//! ## Why
//!
//! When talk starts cold, the quickest voices set the answer. Two minutes alone change who
//! speaks.
//! Preparation that an item uses is thinking alone too.
//!
//! ## Flawed
//!
//! ```json at 1 2
//! {"items": [{"title": "Gruppe", "mode": "G"}, {"title": "Plenum", "mode": "PLd"}]}
//! ```
//!
//! ## Sound
//!
//! ```json
//! {"items": [{"title": "Skriv", "mode": "A"}, {"title": "Gruppe", "mode": "G"}]}
//! ```
//!
//! ```json
//! {
//!   "prep": [{"text": "Ta med en gjenstand"}],
//!   "items": [{"title": "Gruppe", "mode": "G", "uses_prep": true}]
//! }
//! ```

use kernel::step::Mode;

use crate::edit::mend::Mend;
use crate::lint::seen::Seen;
use crate::lint::{Finding, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("nobody_thinks_alone.rs"),
    ..Rule::new("AKT-04", "nobody-thinks-alone", Severity::Tip, Subject::Talk, "seed:541 NGT")
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let mut has_thought = !seen.tasks.is_empty() && seen.prep_is_used();
    let mut findings = vec![];
    let is_talk = |it: Mode| matches!(it, Mode::Group | Mode::Trio | Mode::Plenary);
    for (at, row) in seen.development() {
        has_thought |= row.uses_mode(|it| it == Mode::Alone);
        if !has_thought && row.uses_mode(is_talk) {
            let finding = seen.on_row(&RULE, at);
            findings.push(finding.offer("think-first", Mend::ThinkFirst(seen.id(at))));
        }
    }
    findings
}
