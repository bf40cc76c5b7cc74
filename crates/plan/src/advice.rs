//! Møteråd for a plan: what is in place, what is worth a look, and edits that answer it.
//!
//! The rules read a [`Draft`]; [`draft`] makes one of a plan, and [`carry_back`] brings what a
//! remedy did to the draft back into the plan, row by row and by id.

use crate::document::Plan;
use crate::edit::{At, Desk, Edit};
use crate::lint::checklist::Point;
use crate::lint::praise::Praise;
use crate::lint::{self, Draft, Finding, Look, Place, Remedy, Severity};
use crate::ways;

mod alternatives;
mod carry;
mod items;
mod reading;

#[cfg(test)]
mod tests;

pub use carry::carry_back;
pub use reading::draft;
pub(crate) use reading::is_sharing;

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
    /// Returns the edits that answer the finding, each with the remedy that has its words.
    pub fn edits(&self) -> impl Iterator<Item = (&Remedy, Edit)> {
        let edit = |(nth, remedy): (usize, _)| {
            let rule = self.finding.rule.to_owned();
            (remedy, Edit::Remedy { rule, at: self.at.clone(), nth })
        };
        (self.before..).zip(&self.finding.remedies).map(edit)
    }

    /// Returns the edit that calls the question of this finding open enough, where it is about one.
    #[must_use]
    pub fn open_enough(&self, plan: &Plan) -> Option<Edit> {
        let Some(lint::Figure::Text(text)) = self.finding.figures.get("question") else {
            return None;
        };
        match &self.at {
            At::Plan => None,
            At::Prep(id) => Some(Edit::OpenEnough { at: id.clone(), question: 0 }),
            At::Item(id) => {
                let questions = &plan.items[plan.item_at(id)?].questions;
                let question = questions.iter().position(|question| question == text)?;
                Some(Edit::OpenEnough { at: id.clone(), question })
            }
        }
    }
}

/// Returns the advice for a plan.
#[must_use]
pub fn advise(plan: &Plan, desk: &Desk<'_>) -> Advice {
    let draft = draft(plan, desk);
    let Look { praise, findings, checklist } = lint::look(&draft, desk.thresholds);
    let mut advice =
        Advice { praise, open: vec![], later: vec![], tips: vec![], dismissed: vec![], checklist };
    for dismissed in &plan.dismissed {
        let (rule, reason) = (dismissed.rule.clone(), dismissed.reason.clone());
        advice.dismissed.push(SetAside { rule, reason, found: vec![] });
    }
    for found in placed(findings, &draft, desk) {
        let aside = advice.dismissed.iter_mut().find(|it| it.rule == found.finding.rule);
        match aside {
            Some(aside) => aside.found.push(found),
            None if found.finding.severity == Severity::Tip => advice.tips.push(found),
            None if advice.open.len() < desk.thresholds.shown_max => advice.open.push(found),
            None => advice.later.push(found),
        }
    }
    advice
}

fn placed(findings: Vec<Finding>, draft: &Draft, desk: &Desk<'_>) -> Vec<Found> {
    let mut all: Vec<Found> = vec![];
    for mut finding in findings {
        alternatives::add(&mut finding, draft, desk);
        let at = at(draft, finding.place);
        let same = all.iter().filter(|it| it.finding.rule == finding.rule && it.at == at);
        let before = same.map(|it| it.finding.remedies.len()).sum();
        all.push(Found { finding, at, before });
    }
    all
}

fn at(draft: &Draft, place: Place) -> At {
    let id = match place {
        Place::Plan => None,
        Place::Item(at) => draft.items.get(at).and_then(|it| it.id.clone()).map(At::Item),
        Place::Prep(at) => draft.prep.get(at).and_then(|it| it.id.clone()).map(At::Prep),
    };
    id.unwrap_or(At::Plan)
}

/// Makes the edit that the `nth` remedy of a rule asks for at a place, and says which it was.
#[must_use]
pub fn remedied(
    plan: &Plan,
    rule: &str,
    at: &At,
    nth: usize,
    desk: &Desk<'_>,
) -> Option<(Plan, Remedy)> {
    let draft = draft(plan, desk);
    let findings = lint::lint(&draft, desk.thresholds);
    let found = placed(findings, &draft, desk);
    let here = found.iter().filter(|it| it.finding.rule == rule && it.at == *at);
    let remedy = *here.flat_map(|it| &it.finding.remedies).nth(nth)?;
    let after = lint::remedies::apply(&draft, &remedy, desk.texts);
    Some((carry_back(plan, &draft, &after, desk), remedy))
}

/// Returns the words of a remedy's button. Those that are offered for more than one row or way of
/// working name it.
#[expect(clippy::wildcard_enum_match_arm, reason = "the others say what they do by themselves")]
#[must_use]
pub fn label(plan: &Plan, remedy: &Remedy, desk: &Desk<'_>) -> String {
    let named = match remedy {
        Remedy::UseTool { tool, .. } => desk
            .way(tool)
            .map(|way| ("remedy-use-tool-named", ways::title(way, desk.texts.words()))),
        Remedy::UsePrep { item } => {
            plan.items.get(*item).map(|row| ("remedy-use-prep-in", row.title.clone()))
        }
        Remedy::CallAdministration { item } => {
            plan.items.get(*item).map(|row| ("remedy-call-administration-named", row.title.clone()))
        }
        Remedy::GiveAway { item } => {
            plan.items.get(*item).map(|row| ("remedy-give-away-named", row.title.clone()))
        }
        _ => None,
    };
    match named {
        Some((key, name)) => desk.texts.named(key, &name),
        None => desk.texts.label(remedy),
    }
}
