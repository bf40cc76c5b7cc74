//! What is already good, said before anything else: «Dette er på plass».
//!
//! Only what is known to be good is praised; an empty field earns nothing.

use kernel::role::Role;

use super::seen::{Seen, is_framed, is_written, written};
use crate::document::ItemKind;
use crate::questions::Class;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Praise {
    /// Its key in the text files, after `praise-`.
    pub name: &'static str,
    pub percent: u32,
}

/// Returns what is in place, in the order a planner works.
pub(super) fn in_place(seen: &Seen<'_>) -> Vec<Praise> {
    let (plan, limits) = (seen.plan, seen.limits);
    let share = seen.activity.as_ref().map_or(0, |it| it.active_percent);
    let goals = written(&plan.goals).count();
    let has_materials = written(&plan.materials).next().is_some();
    let all: [(&'static str, bool); 16] = [
        ("purpose", is_purpose(&plan.purpose)),
        ("result", is_written(&plan.result)),
        ("goals", (1..=limits.goals_max).contains(&goals)),
        ("notice", seen.days_left().is_some_and(|it| seen.lead_days() <= it)),
        ("frames", is_framed(&plan.frames.decided) || is_framed(&plan.frames.open)),
        ("preparation-attached", !seen.tasks.is_empty() && has_materials),
        ("preparation-used", !seen.tasks.is_empty() && seen.prep_is_used()),
        ("program", fits_the_time(seen)),
        ("break", seen.rows.iter().any(|it| it.item.kind == ItemKind::Pause)),
        ("active", limits.active_percent_min <= share && 0 < share),
        ("questions", has_open_questions_only(seen)),
        ("strengths", begins_with_strengths(seen)),
        ("groups", !seen.groups.is_empty()),
        ("roles", Role::ALL.into_iter().all(|role| seen.is_filled(role))),
        ("thread", picks_up_the_thread(seen)),
        ("forward", seen.rows.iter().any(|it| it.commits)),
    ];
    let praised = all.into_iter().filter(|(_, holds)| *holds);
    praised.map(|(name, _)| Praise { name, percent: share }).collect()
}

fn is_purpose(text: &str) -> bool {
    10 < text.trim_end_matches(['…', ' ']).len() && !text.ends_with('…')
}

/// What was agreed on last time stands in the plan, or a row opens with it.
pub(super) fn picks_up_the_thread(seen: &Seen<'_>) -> bool {
    written(&seen.plan.previous).next().is_some()
        || seen.rows.iter().any(|it| it.item.links_previous)
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
