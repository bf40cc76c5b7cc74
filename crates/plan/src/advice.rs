//! Møteråd for a plan: what is in place, what is worth a look, and edits that answer it.
//!
//! ```text
//! plan, around ─▶ lint ─▶ findings with remedies ─▶ advice ─▶ a press ─▶ edit ─▶ plan
//! ```
//!
//! The rules read the plan itself, and a remedy is an edit of it. Rules that wait for what no row
//! can tell yet are left out here, and nowhere else.

use kernel::tool::Tool;

use crate::document::Plan;
use crate::edit::mend::Mend;
use crate::edit::{At, Desk, Edit};
use crate::lint::around::Around;
use crate::lint::checklist::Point;
use crate::lint::praise::Praise;
use crate::lint::{self, Finding, Look, Remedy, Severity, waiting};
use crate::ways;

pub mod tap;

#[cfg(test)]
mod tests;

use tap::Tap;

/// What a planner is shown: praise first, at most seven findings open, tips folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub praise: Vec<Praise>,
    pub open: Vec<Found>,
    /// Shown when some of those are settled.
    pub later: Vec<Found>,
    pub tips: Vec<Found>,
    /// Set aside by the planners, with the reason.
    pub dismissed: Vec<SetAside>,
    /// How far the plan has come by the ten points of the checklist.
    pub checklist: [Point; 10],
}

/// A finding, and where it sits by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub finding: Finding,
    pub at: At,
    /// How many remedies earlier findings of the same rule have at the same place.
    before: usize,
}

/// A rule that the planners have set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The rule's catalogue name: `FOR-01`.
    pub rule: String,
    pub reason: String,
    /// What it would have said; empty when it has nothing to say any more.
    pub found: Vec<Found>,
}

impl Found {
    /// Returns the presses that answer the finding, each with the remedy that has its words.
    pub fn presses(&self) -> impl Iterator<Item = (&Remedy, Tap)> {
        let press = |(nth, remedy): (usize, _)| {
            let rule = self.finding.rule.to_owned();
            (remedy, Tap::Remedy { rule, at: self.at.clone(), nth })
        };
        (self.before..).zip(&self.finding.remedies).map(press)
    }

    /// Returns the edit that calls the question of this finding open enough, where it is about one.
    #[must_use]
    pub fn open_enough(&self, plan: &Plan) -> Option<Edit> {
        let Some(lint::Figure::Text(text)) = self.finding.figures.get("question") else {
            return None;
        };
        let question = text.clone();
        match &self.at {
            At::Plan => None,
            At::Prep(id) => Some(Edit::OpenEnough { at: id.clone(), question }),
            At::Item(id) => {
                let is_asked = plan.items[plan.item_at(id)?].questions.contains(text);
                is_asked.then(|| Edit::OpenEnough { at: id.clone(), question })
            }
        }
    }
}

/// Returns the advice for a plan whose ways of working are in the catalogue `ways`.
#[must_use]
pub fn advise(plan: &Plan, around: &Around, ways: &[&Tool]) -> Advice {
    let Look { praise, findings, checklist } = lint::look(plan, around, ways);
    let mut advice =
        Advice { praise, open: vec![], later: vec![], tips: vec![], dismissed: vec![], checklist };
    for dismissed in &plan.dismissed {
        let (rule, reason) = (dismissed.rule.clone(), dismissed.reason.clone());
        advice.dismissed.push(SetAside { rule, reason, found: vec![] });
    }
    for found in placed(findings, plan) {
        let aside = advice.dismissed.iter_mut().find(|it| it.rule == found.finding.rule);
        match aside {
            Some(aside) => aside.found.push(found),
            None if found.finding.severity == Severity::Tip => advice.tips.push(found),
            None if advice.open.len() < around.thresholds.shown_max => advice.open.push(found),
            None => advice.later.push(found),
        }
    }
    advice
}

/// Findings of rules that can be answered, each with its place by id.
fn placed(findings: Vec<Finding>, plan: &Plan) -> Vec<Found> {
    let mut all: Vec<Found> = vec![];
    for finding in findings.into_iter().filter(|it| waiting::for_what(it.rule).is_none()) {
        let at = finding.place.in_plan(plan);
        let same = all.iter().filter(|it| it.finding.rule == finding.rule && it.at == at);
        let before = same.map(|it| it.finding.remedies.len()).sum();
        all.push(Found { finding, at, before });
    }
    all
}

/// Returns the words of a remedy's button. Those that are offered for more than one row or way of
/// working name it.
#[must_use]
pub fn label(plan: &Plan, remedy: &Remedy, desk: &Desk<'_>) -> String {
    let of_row = |id: &str| plan.item_at(id).map(|at| plan.items[at].title.clone());
    let named = if let Mend::GiveAway(item) = &remedy.mend {
        of_row(item)
    } else if let Mend::Press(edits) = &remedy.mend {
        match (remedy.key, edits.first()) {
            ("use-tool", Some(Edit::Use { tool, .. })) => {
                desk.way(tool).map(|way| ways::title(way, desk.texts.words()))
            }
            ("use-prep", Some(Edit::PrepUse { item, .. }))
            | ("call-administration", Some(Edit::Kind { item, .. })) => of_row(item),
            _ => None,
        }
    } else {
        None
    };
    match named {
        Some(name) => desk.texts.named(&format!("remedy-{}-named", remedy.key), &name),
        None => desk.texts.label(remedy.key),
    }
}
