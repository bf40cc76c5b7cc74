//! What a remedy did to the draft, done to the plan.
//!
//! Only what the remedy changed is touched, so that everything the draft does not know of a plan
//! stays as it was.

use crate::document::{Plan, Preparation};
use crate::edit::Desk;
use crate::lint::Draft;
use crate::lint::draft::{self, Prep};
use kernel::local::When;

use super::items;

/// Returns the plan with the difference between two drafts, the first of which was read from it.
#[must_use]
pub fn carry_back(plan: &Plan, before: &Draft, after: &Draft, desk: &Desk<'_>) -> Plan {
    let mut carried = plan.clone();
    texts(&mut carried, before, after);
    choices(&mut carried, before, after);
    preparation(&mut carried, before, after);
    items::carry(&mut carried, before, after, desk);
    carried
}

/// Writes what has changed; what is no longer said is emptied.
pub(super) fn text(text: &mut String, before: Option<&String>, after: Option<&String>) {
    if before != after {
        *text = after.cloned().unwrap_or_default();
    }
}

fn texts(plan: &mut Plan, before: &Draft, after: &Draft) {
    let carry = |field: &mut String, of: fn(&Draft) -> &Option<String>| {
        text(field, of(before).as_ref(), of(after).as_ref());
    };
    carry(&mut plan.title, |it| &it.title);
    carry(&mut plan.purpose, |it| &it.purpose);
    carry(&mut plan.result, |it| &it.intended_result);
    carry(&mut plan.frames.decided, |it| &it.frames.decided);
    carry(&mut plan.frames.open, |it| &it.frames.open);
    carry(&mut plan.frames.expected, |it| &it.frames.expected);
    carry(&mut plan.place, |it| &it.place);
    carry(&mut plan.no_preparation, |it| &it.no_prep_reason);
    carry(&mut plan.spread, |it| &it.spread);
    carry(&mut plan.result_channel, |it| &it.result_channel);
    carry(&mut plan.stage, |it| &it.stage);
    if before.goals != after.goals {
        plan.goals.clone_from(&after.goals);
    }
    if before.notes != after.notes {
        plan.notes.clone_from(&after.notes);
    }
    if before.materials != after.materials {
        plan.materials.clone_from(&after.materials);
    }
}

fn choices(plan: &mut Plan, before: &Draft, after: &Draft) {
    if before.end != after.end {
        plan.ends_at = after.end.map_or(String::new(), |end| {
            let day = end.day.or(after.start.and_then(|start| start.day));
            When { day, ..end }.to_string()
        });
    }
    plan.groups_wanted |= before.groups != after.groups;
    plan.roles_wanted |= before.roles != after.roles;
    if before.trial_planned != after.trial_planned {
        plan.trial = after.trial_planned;
    }
    if before.auto_eval != after.auto_eval {
        plan.evaluate = after.auto_eval == Some(true);
    }
}

fn preparation(plan: &mut Plan, before: &Draft, after: &Draft) {
    for task in &after.prep {
        let Some(id) = &task.id else {
            let id = plan.take_id('p');
            let (instruction, minutes) = (task.text.clone(), task.estimate.unwrap_or(0));
            plan.preparation.push(Preparation {
                instruction,
                minutes,
                id,
                ..Preparation::default()
            });
            continue;
        };
        let was = before.prep.iter().find(|it| it.id.as_ref() == Some(id));
        let is = plan.preparation.iter_mut().find(|it| it.id == *id);
        if let (Some(was), Some(is)) = (was, is) {
            change(is, was, task, after.start);
        }
    }
}

fn change(is: &mut Preparation, was: &Prep, task: &Prep, start: Option<When>) {
    if was.text != task.text {
        is.instruction.clone_from(&task.text);
    }
    if was.estimate != task.estimate {
        is.minutes = task.estimate.unwrap_or(0);
    }
    let moved = was.due_hours_before != task.due_hours_before
        || was.window_workdays != task.window_workdays;
    // A day before is the latest that leaves time to use it, and so the most time to do it.
    if let Some((start, day)) = start.and_then(|it| Some((it, it.day?))).filter(|_| moved) {
        is.due_at = When { day: Some(day.plus_days(-1)), ..start }.to_string();
    }
}

/// Whether a task was changed by the remedy.
pub(super) fn is_changed(task: &Prep, before: &Draft) -> bool {
    let was: Option<&draft::Prep> = before.prep.iter().find(|it| it.id == task.id);
    was.is_none_or(|was| was != task)
}
