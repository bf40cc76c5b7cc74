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

use crate::lint::draft::Mode;
use crate::lint::seen::{Seen, uses_mode};
use crate::lint::{Finding, Remedy, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    check,
    source: include_str!("nobody_thinks_alone.rs"),
    ..Rule::new("AKT-04", "nobody-thinks-alone", Severity::Tip)
};

fn check(seen: &Seen<'_>) -> Vec<Finding> {
    let mut has_thought = !seen.draft.prep.is_empty() && seen.prep_is_used();
    let mut findings = vec![];
    for (at, item) in seen.development() {
        has_thought |= uses_mode(item, |it| it == Mode::Alone);
        if !has_thought && uses_mode(item, Mode::is_talk) {
            let finding = RULE.on_item(at).with("title", item.title.as_str());
            findings.push(finding.offer(Remedy::ThinkFirst { item: at }));
        }
    }
    findings
}
