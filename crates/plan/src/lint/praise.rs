//! What is already good, said before anything else: «Dette er på plass».
//!
//! Only what is known to be good is praised; an empty field earns nothing.

use kernel::role::Role;

use super::Thresholds;
use super::draft::{Draft, ItemKind};
use super::seen::{Seen, is_framed, is_written};
use crate::questions::Class;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Praise {
    /// Its key in the text files, after `praise-`.
    pub name: &'static str,
    pub percent: u32,
}

/// Returns what is in place, in the order a planner works.
#[must_use]
pub fn in_place(draft: &Draft, thresholds: &Thresholds) -> Vec<Praise> {
    seen_in_place(&Seen::of(draft, thresholds))
}

pub(super) fn seen_in_place(seen: &Seen<'_>) -> Vec<Praise> {
    let (draft, thresholds) = (seen.draft, seen.limits);
    let share = seen.activity.as_ref().map_or(0, |it| it.active_percent);
    let all: [(&'static str, bool); 16] = [
        (
            "purpose",
            draft
                .purpose
                .as_ref()
                .is_some_and(|it| 10 < it.trim_end_matches(['…', ' ']).len() && !it.ends_with('…')),
        ),
        ("result", is_written(draft.intended_result.as_ref())),
        ("goals", (1..=thresholds.goals_max).contains(&draft.goals.len())),
        ("notice", seen.days_left().is_some_and(|it| seen.lead_days() <= it)),
        (
            "frames",
            is_framed(draft.frames.decided.as_ref()) || is_framed(draft.frames.open.as_ref()),
        ),
        ("preparation-attached", !draft.prep.is_empty() && !draft.materials.is_empty()),
        ("preparation-used", !draft.prep.is_empty() && seen.prep_is_used()),
        ("program", fits_the_time(seen)),
        ("break", draft.items.iter().any(|it| it.kind == ItemKind::Pause)),
        ("active", thresholds.active_percent_min <= share && 0 < share),
        ("questions", has_open_questions_only(seen)),
        ("strengths", begins_with_strengths(seen)),
        ("groups", !draft.groups.is_empty()),
        ("roles", Role::ALL.iter().all(|role| draft.roles.contains(role))),
        ("thread", !draft.previous.is_empty() || draft.items.iter().any(|it| it.links_prev)),
        ("forward", draft.items.iter().any(|it| it.commitments)),
    ];
    let praised = all.into_iter().filter(|(_, holds)| *holds);
    praised.map(|(name, _)| Praise { name, percent: share }).collect()
}

fn fits_the_time(seen: &Seen<'_>) -> bool {
    let fits = |(total, length): (u32, i64)| i64::from(total) <= length;
    seen.total.zip(seen.length).is_some_and(fits)
}

pub(super) fn has_open_questions_only(seen: &Seen<'_>) -> bool {
    let open = |class: &Class| match class {
        Class::Open | Class::Task => true,
        Class::Closed | Class::Leading | Class::Narrow | Class::Unknown => false,
    };
    let classes = || seen.asked.iter().flat_map(|it| &it.classes);
    let heavy = [Class::Closed, Class::Leading];
    classes().any(open) && !classes().any(|it| heavy.contains(it))
}

fn begins_with_strengths(seen: &Seen<'_>) -> bool {
    let first = seen.asked.iter().find(|it| it.strength || it.challenge).map(|it| it.strength);
    first == Some(true)
}
