//! A press of a button of the editor: an edit of the plan, or something done with its advice.

use std::fmt;
use std::str::FromStr;

use kernel::limits::ITEMS_MAX;

use super::{Found, placed};
use crate::document::{Dismissed, Plan};
use crate::edit::mend::mend;
use crate::edit::{At, Desk, Edit, NotEdited, Said, edit};
use crate::lint::around::Around;
use crate::lint::{self, Remedy};

/// What is asked for. Written as an edit is, or as `remedy:FOR-01:plan:0`, `dismiss:FOR-01` and
/// `recall:FOR-01`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tap {
    Edit(Edit),
    /// The `nth` remedy of what a rule finds at a place. It is looked for anew, so that what
    /// somebody else has mended meanwhile is not mended twice.
    Remedy {
        rule: String,
        at: At,
        nth: usize,
    },
    /// Sets a rule aside, with a reason.
    Dismiss(String),
    Recall(String),
}

/// The plan after a press, and what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tapped {
    pub plan: Plan,
    pub done: Done,
}

/// What a press did. The words are the screen's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    Edited(Said),
    /// `remedy` is its key in the texts of the advice.
    Remedied {
        rule: String,
        remedy: &'static str,
    },
    Dismissed {
        rule: String,
    },
    Recalled {
        rule: String,
    },
}

/// Does what a button asks for.
///
/// # Errors
///
/// What is in the way.
pub fn tap(
    plan: &Plan,
    wished: &Tap,
    around: &Around,
    desk: &Desk<'_>,
) -> Result<Tapped, NotEdited> {
    match wished {
        Tap::Edit(asked) => {
            let edited = edit(plan, asked, desk)?;
            Ok(Tapped { plan: edited.plan, done: Done::Edited(edited.said) })
        }
        Tap::Remedy { rule, at, nth } => remedy(plan, rule, at, *nth, around, desk),
        Tap::Dismiss(rule) => dismiss(plan, rule, desk),
        Tap::Recall(rule) => recall(plan, rule),
    }
}

fn remedy(
    plan: &Plan,
    rule: &str,
    at: &At,
    nth: usize,
    around: &Around,
    desk: &Desk<'_>,
) -> Result<Tapped, NotEdited> {
    let found: Vec<Found> = placed(lint::lint(plan, around, desk.ways), plan);
    let here = found.iter().filter(|it| it.finding.rule == rule && it.at == *at);
    let remedy = here.flat_map(|it| &it.finding.remedies).nth(nth).ok_or(NotEdited::FindingGone)?;
    let Remedy { key, mend: asked } = remedy;
    let plan = mend(plan, asked, key, desk)?;
    if ITEMS_MAX < plan.items.len() {
        return Err(NotEdited::TooManyItems { most: ITEMS_MAX });
    }
    Ok(Tapped { plan, done: Done::Remedied { rule: rule.to_owned(), remedy: key } })
}

fn dismiss(plan: &Plan, rule: &str, desk: &Desk<'_>) -> Result<Tapped, NotEdited> {
    lint::rule(rule).ok_or(NotEdited::RuleUnknown)?;
    let (rule, reason) = (rule.to_owned(), desk.reason()?);
    let mut plan = plan.clone();
    plan.dismissed.retain(|it| it.rule != rule);
    plan.dismissed.push(Dismissed { rule: rule.clone(), reason });
    Ok(Tapped { plan, done: Done::Dismissed { rule } })
}

fn recall(plan: &Plan, rule: &str) -> Result<Tapped, NotEdited> {
    let mut plan = plan.clone();
    let before = plan.dismissed.len();
    plan.dismissed.retain(|it| it.rule != rule);
    if plan.dismissed.len() == before {
        return Err(NotEdited::RuleUnknown);
    }
    Ok(Tapped { plan, done: Done::Recalled { rule: rule.to_owned() } })
}

impl FromStr for Tap {
    type Err = NotEdited;

    fn from_str(text: &str) -> Result<Self, NotEdited> {
        let parts: Vec<&str> = text.split(':').collect();
        let unreadable = || NotEdited::Unreadable { edit: text.to_owned() };
        match parts[..] {
            ["dismiss", rule] if !rule.is_empty() => Ok(Tap::Dismiss(rule.to_owned())),
            ["recall", rule] if !rule.is_empty() => Ok(Tap::Recall(rule.to_owned())),
            ["remedy", rule, at, nth] if !rule.is_empty() => {
                let at = at.parse().map_err(|_| unreadable())?;
                let nth = nth.parse().map_err(|_| unreadable())?;
                Ok(Tap::Remedy { rule: rule.to_owned(), at, nth })
            }
            _ => text.parse().map(Tap::Edit),
        }
    }
}

impl fmt::Display for Tap {
    /// Writes the press as a button carries it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Tap::Edit(edit) => edit.fmt(f),
            Tap::Remedy { rule, at, nth } => write!(f, "remedy:{rule}:{at}:{nth}"),
            Tap::Dismiss(rule) => write!(f, "dismiss:{rule}"),
            Tap::Recall(rule) => write!(f, "recall:{rule}"),
        }
    }
}
