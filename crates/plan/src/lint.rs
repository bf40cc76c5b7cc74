//! Møteråd: what a meeting lacks, said before it meets, and what is already good, said first.
//!
//! A rule is a file in `rules/` with its own reasons and examples; the examples are run.
//! Words are never in a rule: a [`Finding`] carries a place and figures, [`texts`] has the words.
//!
//! **Invariant `mirror-not-gate`:** a finding never stops a meeting. Held by [`lint`] returning
//! findings and nothing else; whoever sends the invitation decides.
//!
//! **Invariant `unknown-is-not-bad`:** a rule that lacks the figures it needs says nothing.
//! Held by every field of [`Draft`] being able to say "not known".

use std::collections::BTreeMap;

use kernel::role::Role;

pub mod checklist;
pub mod draft;
pub mod pages;
pub mod praise;
pub mod remedies;
pub mod texts;
pub mod thresholds;

mod cues;
mod offered;
mod rules;
mod seen;

pub use draft::Draft;
pub use remedies::Remedy;
pub use thresholds::Thresholds;

use checklist::Point;
use praise::Praise;
use seen::Seen;

/// Returns what the rules find, gravest first, then in the order of the catalogue.
///
/// Findings whose rule the planner has dismissed with a reason are left out.
#[must_use]
pub fn lint(draft: &Draft, thresholds: &Thresholds) -> Vec<Finding> {
    let mut findings = found(&Seen::of(draft, thresholds));
    findings.retain(|it| !draft.dismissed.iter().any(|dismissed| dismissed.rule == it.rule));
    findings
}

/// What one look at a draft tells: what is good, all that the rules find, and the checklist.
///
/// To look is to read every question, which is what costs; a screen that shows all three looks
/// once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub praise: Vec<Praise>,
    /// Also those whose rule has been dismissed.
    pub findings: Vec<Finding>,
    pub checklist: [Point; 10],
}

/// Looks at a draft once for everything.
#[must_use]
pub fn look(draft: &Draft, thresholds: &Thresholds) -> Look {
    let seen = Seen::of(draft, thresholds);
    let findings = found(&seen);
    let checklist = checklist::points(&seen, &findings);
    Look { praise: praise::seen_in_place(&seen), findings, checklist }
}

fn found(seen: &Seen<'_>) -> Vec<Finding> {
    let only_administration = seen.draft.kind == Some(draft::Kind::Drift);
    let rules = rules::ALL.iter().filter(|rule| rule.also_drift || !only_administration);
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

/// A rule: its face to the world, and the one function that looks.
pub struct Rule {
    /// The catalogue's name, stable for outside readers: `FOR-01`.
    pub id: &'static str,
    /// The flaw. Reads well after "allow": `allow purpose-unwritten`.
    pub name: &'static str,
    pub since: &'static str,
    pub severity: Severity,
    /// Whether a meeting of pure administration is looked at too.
    pub also_drift: bool,
    check: fn(&Seen<'_>) -> Vec<Finding>,
    /// The rule's own file: its docs and examples are read from here.
    source: &'static str,
}

impl Rule {
    const fn new(id: &'static str, name: &'static str, severity: Severity) -> Self {
        Self { id, name, since: "0.1", severity, also_drift: false, check: |_| vec![], source: "" }
    }

    /// Where the rule comes from: keys of `docs/sources.md`, `seed:556` for lines of the deck, and
    /// `own` for what is our own.
    pub fn sources(&self) -> impl Iterator<Item = &'static str> {
        let lines = include_str!("lint/sources.tsv").lines();
        let mut own = lines.filter_map(|line| line.split_once('\t'));
        let found = own.find(|(id, _)| *id == self.id).map_or("", |(_, sources)| sources);
        found.split(' ').filter(|key| !key.is_empty())
    }

    fn finding(&self, place: Place) -> Finding {
        let (rule, name, severity) = (self.id, self.name, self.severity);
        Finding { rule, name, severity, place, figures: BTreeMap::new(), remedies: vec![] }
    }

    fn on_plan(&self) -> Finding {
        self.finding(Place::Plan)
    }

    fn on_item(&self, item: usize) -> Finding {
        self.finding(Place::Item(item))
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
pub enum Place {
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
    pub place: Place,
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
            Place::Item(item) => Some(item),
            Place::Plan | Place::Prep(_) => None,
        }
    }

    fn with(mut self, name: &'static str, figure: impl Into<Figure>) -> Self {
        self.figures.insert(name, figure.into());
        self
    }

    fn weighing(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    fn offer(mut self, remedy: Remedy) -> Self {
        self.remedies.push(remedy);
        self
    }
}

#[cfg(test)]
pub(crate) mod tests;
