//! Møteråd: what a meeting lacks, said before it meets, and what is already good, said first.
//!
//! A rule is a file in `rules/` with its own reasons and examples; the examples are run.
//! Words are never in a rule: a [`Finding`] carries a place and figures, [`texts`] has the words.
//!
//! **Invariant `mirror-not-gate`:** a finding never stops a meeting. Held by [`lint`] returning
//! findings and nothing else; whoever sends the invitation decides.
//!
//! **Invariant `unknown-is-not-bad`:** a rule that lacks the figures it needs says nothing.
//! Held by what is 0 or empty in a plan meaning *not said*, by [`around::Around`] being able to
//! say "not known", and by [`waiting`].

use std::collections::BTreeMap;

use kernel::role::Role;
use kernel::tool::Tool;

use crate::document::{MeetingKind, Plan};
use crate::edit::mend::Mend;

pub mod around;
pub mod checklist;
pub mod pages;
pub mod praise;
pub mod texts;
pub mod thresholds;
pub mod told;
pub mod waiting;

mod cues;
pub(crate) mod offered;
mod offers;
mod rules;
mod seen;

pub use thresholds::Thresholds;

use around::Around;
use checklist::Point;
use praise::Praise;
use seen::Seen;

/// What one look at a plan tells: what is good, what the rules find, and the checklist.
///
/// To look is to read every question, which is what costs; a screen that shows all three looks
/// once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub praise: Vec<Praise>,
    /// Gravest first, then in the order of the catalogue; also those whose rule has been dismissed.
    pub findings: Vec<Finding>,
    pub checklist: [Point; 10],
}

/// Looks at a plan once for everything. `ways` is the catalogue that its ways of working are in.
#[must_use]
pub fn look(plan: &Plan, around: &Around, ways: &[&Tool]) -> Look {
    let seen = Seen::of(plan, around, ways);
    let findings = found(&seen);
    let checklist = checklist::points(&seen, &findings);
    Look { praise: praise::in_place(&seen), findings, checklist }
}

/// Returns what the rules find, gravest first, then in the order of the catalogue.
///
/// Findings whose rule the planners have dismissed with a reason are left out.
#[must_use]
pub fn lint(plan: &Plan, around: &Around, ways: &[&Tool]) -> Vec<Finding> {
    let mut findings = found(&Seen::of(plan, around, ways));
    findings.retain(|it| !plan.dismissed.iter().any(|dismissed| dismissed.rule == it.rule));
    findings
}

fn found(seen: &Seen<'_>) -> Vec<Finding> {
    let only_administration = seen.plan.kind == MeetingKind::Administration;
    let rules = rules::ALL.iter().filter(|rule| rule.of_administration || !only_administration);
    let mut findings: Vec<Finding> = rules.flat_map(|rule| (rule.check)(seen)).collect();
    findings.sort_by_key(|it| it.severity);
    findings
}

/// Returns what a planner is shown at once, and what is folded away.
#[must_use]
pub fn shown<'all>(findings: &'all [Finding], thresholds: &Thresholds) -> Shown<'all> {
    let (tips, graver): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|it| it.severity == Severity::Tip);
    let open: Vec<&Finding> = graver.iter().copied().take(thresholds.shown_max).collect();
    let later = graver.into_iter().skip(thresholds.shown_max).collect();
    Shown { open, later, tips }
}

/// The findings on screen: `open` now, `later` when some of those are settled, `tips` folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'all> {
    pub open: Vec<&'all Finding>,
    pub later: Vec<&'all Finding>,
    pub tips: Vec<&'all Finding>,
}

/// Every rule of the catalogue, in its order.
#[must_use]
pub fn rules() -> &'static [Rule] {
    rules::ALL
}

/// Returns the rule of a catalogue name.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.id == id)
}

/// A rule: its face to the world, and the one function that looks.
///
/// A new one is a file in `rules/`, a line in `rules.rs`, and its words in the three text files:
/// `NAME` with `.why` and `.do`, and `remedy-KEY` (with `.text` where it writes something) for a
/// remedy that no other rule has. Everything else that is told of a rule is here, and the tests
/// demand it.
pub struct Rule {
    /// The catalogue's name, stable for outside readers: `FOR-01`.
    pub id: &'static str,
    /// The flaw. Reads well after "allow": `allow purpose-unwritten`.
    pub name: &'static str,
    pub since: &'static str,
    pub severity: Severity,
    /// It may speak more softly than by its severity.
    pub may_be_a_tip: bool,
    pub about: Subject,
    /// Whether a meeting of pure administration is looked at too.
    pub of_administration: bool,
    /// It reads somebody's words by simple rules of language, and may err.
    pub reads_words: bool,
    /// The field of the editor that answers it, where the planner has to write something.
    pub answered_in: Option<&'static str>,
    /// Where it comes from: keys of `docs/sources.md`, `seed:556` for lines of the deck, and `own`
    /// for what is our own; a space between.
    sources: &'static str,
    check: fn(&Seen<'_>) -> Vec<Finding>,
    /// The rule's own file: its docs and examples are read from here.
    source: &'static str,
}

/// What a rule is about; the screen has an icon for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The meeting as a whole: what it is for, and how.
    Idea,
    Question,
    Time,
    Talk,
    Preparation,
    Group,
    Leader,
    Plenary,
    Record,
    /// What comes after, and what came before.
    Thread,
}

impl Rule {
    const fn new(
        id: &'static str,
        name: &'static str,
        severity: Severity,
        about: Subject,
        sources: &'static str,
    ) -> Rule {
        Rule {
            id,
            name,
            since: "0.1",
            severity,
            may_be_a_tip: false,
            about,
            of_administration: false,
            reads_words: false,
            answered_in: None,
            sources,
            check: |_| vec![],
            source: "",
        }
    }

    /// Where the rule comes from, a key each.
    pub fn sources(&self) -> impl Iterator<Item = &'static str> {
        self.sources.split(' ').filter(|key| !key.is_empty())
    }

    fn finding(&self, place: Spot) -> Finding {
        let (rule, name, severity) = (self.id, self.name, self.severity);
        Finding { rule, name, severity, place, figures: BTreeMap::new(), remedies: vec![] }
    }

    fn on_plan(&self) -> Finding {
        self.finding(Spot::Plan)
    }

    fn on_item(&self, item: usize) -> Finding {
        self.finding(Spot::Item(item))
    }
}

/// How much a finding weighs. Never red, never a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Missing,
    Consider,
    Tip,
}

impl Severity {
    /// The letter of the catalogue.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Missing => "M",
            Self::Consider => "V",
            Self::Tip => "T",
        }
    }
}

/// Where in the plan a finding sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    Plan,
    Item(usize),
    Prep(usize),
}

/// A flaw. Its words (what, why, what to do) are in the text files, by rule name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: &'static str,
    pub name: &'static str,
    pub severity: Severity,
    pub place: Spot,
    /// What the words are filled in with.
    pub figures: BTreeMap<&'static str, Figure>,
    /// Edits of the plan that answer the finding; none where only a person can.
    pub remedies: Vec<Remedy>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    Number(i64),
    Text(String),
    /// Named in the language of the reader.
    Roles(Vec<Role>),
    /// A way of working of the catalogue, named in the language of the reader.
    Tool(&'static str),
}

impl From<u32> for Figure {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<i64> for Figure {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Figure {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Vec<Role>> for Figure {
    fn from(roles: Vec<Role>) -> Self {
        Self::Roles(roles)
    }
}

impl From<&str> for Figure {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Finding {
    /// The program item it sits on, from 0.
    #[must_use]
    pub const fn item(&self) -> Option<usize> {
        match self.place {
            Spot::Item(item) => Some(item),
            Spot::Plan | Spot::Prep(_) => None,
        }
    }

    fn with(mut self, name: &'static str, figure: impl Into<Figure>) -> Self {
        self.figures.insert(name, figure.into());
        self
    }

    fn weighing(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    fn offer(mut self, key: &'static str, mend: Mend) -> Self {
        self.remedies.push(Remedy { key, mend });
        self
    }
}

/// An edit of the plan that answers a finding. The key is that of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    pub key: &'static str,
    pub mend: Mend,
}

#[cfg(test)]
pub(crate) mod tests;
