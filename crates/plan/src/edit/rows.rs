//! Rows of the program: moved, removed, copied, parted, joined and added.

use kernel::limits::ITEMS_MAX;
use kernel::tool::Tool;

use super::{Desk, NotEdited, Said};
use crate::document::fields::{Fielded, PlanField};
use crate::document::slot::{FieldLine, Slot};
use crate::document::{Item, ItemKind, Plan};
use crate::ways;

/// What an edit says, or what is in its way.
pub(super) type Outcome = Result<Said, NotEdited>;

pub(super) fn at(plan: &Plan, id: &str) -> Result<usize, NotEdited> {
    plan.item_at(id).ok_or(NotEdited::ItemGone)
}

pub(super) fn item<'a>(plan: &'a mut Plan, id: &str) -> Result<&'a mut Item, NotEdited> {
    plan.items.iter_mut().find(|item| item.id == id).ok_or(NotEdited::ItemGone)
}

pub(super) fn step(plan: &mut Plan, id: &str, by: isize) -> Outcome {
    let from = at(plan, id)?;
    move_to(plan, id, from.saturating_add_signed(by))
}

/// A place past the end is the last one.
pub(super) fn move_to(plan: &mut Plan, id: &str, to: usize) -> Outcome {
    let from = at(plan, id)?;
    let to = to.min(plan.items.len() - 1);
    let item = plan.items.remove(from);
    let title = item.title.clone();
    plan.items.insert(to, item);
    let (place, of) = (to + 1, plan.items.len());
    Ok(if from == to {
        Said::Unmoved { title, place, of }
    } else {
        Said::Moved { title, place, of }
    })
}

/// Listening orders that were to be taken up here have nowhere to be taken up.
pub(super) fn remove(plan: &mut Plan, id: &str) -> Outcome {
    let removed = plan.items.remove(at(plan, id)?);
    for item in plan.items.iter_mut().filter(|item| item.returns_at == id) {
        item.returns_at.clear();
    }
    for task in &mut plan.preparation {
        task.used_by.retain(|user| user != id);
    }
    Ok(Said::Removed { title: removed.title })
}

pub(super) fn duplicate(plan: &mut Plan, id: &str) -> Outcome {
    let from = at(plan, id)?;
    has_room(plan)?;
    let mut copy = plan.items[from].clone();
    copy.id = plan.take_id('i');
    copy.own_steps.iter_mut().for_each(|step| step.id.clear());
    // Two rows cannot begin at the same time.
    copy.starts_at.clear();
    let title = copy.title.clone();
    use_where(plan, id, &copy.id);
    plan.items.insert(from + 1, copy);
    Ok(Said::Duplicated { title, place: from + 2, of: plan.items.len() })
}

/// The second half has the same way of working, and own steps and questions stay with the first.
pub(super) fn split(plan: &mut Plan, id: &str) -> Outcome {
    let from = at(plan, id)?;
    has_room(plan)?;
    let minutes = plan.items[from].minutes;
    if minutes < 2 {
        return Err(NotEdited::TooShortToSplit);
    }
    let (first, second) = (minutes - minutes / 2, minutes / 2);
    let new = plan.take_id('i');
    let whole = &mut plan.items[from];
    let rest = Item {
        id: new.clone(),
        title: whole.title.clone(),
        goal: whole.goal.clone(),
        minutes: second,
        tool: whole.tool.clone(),
        kind: whole.kind,
        kind_guessed: whole.kind_guessed,
        presenters: whole.presenters.clone(),
        audience: whole.audience.clone(),
        // What ends a row ends its second half.
        capture: whole.capture.clone(),
        no_capture: whole.no_capture.clone(),
        commitments: whole.commitments,
        evaluation: whole.evaluation,
        ..Item::default()
    };
    whole.minutes = first;
    whole.commitments = false;
    whole.evaluation = false;
    let title = whole.title.clone();
    ways::fit_own_steps(whole);
    use_where(plan, id, &new);
    plan.items.insert(from + 1, rest);
    Ok(Said::Split { title, first, second })
}

fn use_where(plan: &mut Plan, id: &str, also: &str) {
    for task in plan.preparation.iter_mut().filter(|task| task.used_by.iter().any(|it| it == id)) {
        task.used_by.push(also.to_owned());
    }
}

/// Everything the next row says is kept; the first row decides on the way of working.
pub(super) fn join(plan: &mut Plan, id: &str) -> Outcome {
    let from = at(plan, id)?;
    if from + 1 == plan.items.len() {
        return Err(NotEdited::NothingToJoin);
    }
    let next = plan.items.remove(from + 1);
    let (next_id, with) = (next.id.clone(), next.title.clone());
    let first = &mut plan.items[from];
    let title = first.title.clone();
    take_in(first, next);
    let minutes = first.minutes;
    for item in plan.items.iter_mut().filter(|item| item.returns_at == next_id) {
        id.clone_into(&mut item.returns_at);
    }
    for task in &mut plan.preparation {
        let used_by_next = task.used_by.contains(&next_id);
        task.used_by.retain(|user| *user != next_id);
        if used_by_next && !task.used_by.iter().any(|user| user == id) {
            task.used_by.push(id.to_owned());
        }
    }
    Ok(Said::Joined { title, with, minutes })
}

fn take_in(first: &mut Item, mut next: Item) {
    if !first.own_steps.is_empty() && !next.own_steps.is_empty() {
        first.own_steps.append(&mut next.own_steps);
    } else if first.own_steps.is_empty() && first.tool.is_empty() {
        first.own_steps = std::mem::take(&mut next.own_steps);
        first.tool = std::mem::take(&mut next.tool);
    }
    if first.returns_at.is_empty() && next.returns_at != first.id {
        first.returns_at = std::mem::take(&mut next.returns_at);
    }
    for entry in Item::FIELDS {
        take_field_in(entry, first, &next);
    }
}

fn take_field_in(entry: &FieldLine<Item>, first: &mut Item, next: &Item) {
    match &entry.slot {
        Slot::Line(at) | Slot::Text(at) => {
            both((at.put)(first), (at.get)(next), between(entry.field));
        }
        Slot::Lines(at) | Slot::Ids(at) => {
            let list = (at.put)(first);
            let more = (at.get)(next).iter().filter(|it| !list.contains(it)).cloned();
            let more: Vec<String> = more.collect();
            list.extend(more);
        }
        Slot::Count(at, _) if entry.field == PlanField::Minutes => {
            *(at.put)(first) += (at.get)(next);
        }
        Slot::Count(at, _) => *(at.put)(first) = *(at.get)(first).max((at.get)(next)),
        Slot::Switch(at) => *(at.put)(first) |= (at.get)(next),
        Slot::Choice(_)
        | Slot::Time(_)
        | Slot::Clock(_)
        | Slot::SetAside(_)
        | Slot::OwnSteps(_) => {}
    }
}

/// What stands between two texts that become one.
fn between(field: PlanField) -> &'static str {
    if field == PlanField::ItemTitle {
        " – "
    } else if field == PlanField::Audience {
        ", "
    } else {
        " "
    }
}

fn both(one: &mut String, other: &str, between: &str) {
    if one.trim().is_empty() {
        one.clear();
        one.push_str(other);
    } else if !other.trim().is_empty() && *one != other {
        one.push_str(between);
        one.push_str(other);
    }
}

pub(super) fn add(plan: &mut Plan, tool: &str, after: Option<&str>, desk: &Desk<'_>) -> Outcome {
    has_room(plan)?;
    let to = match after {
        Some(id) => at(plan, id)? + 1,
        None => plan.items.len(),
    };
    let mut item = Item::default();
    if !tool.is_empty() {
        let way = way(tool, desk)?;
        item.title = ways::title(way, desk.texts.words());
        set_tool(&mut item, way, plan.participants);
    }
    item.id = plan.take_id('i');
    let title = item.title.clone();
    plan.items.insert(to, item);
    Ok(Said::Added { title, place: to + 1, of: plan.items.len() })
}

pub(super) fn kind(plan: &mut Plan, id: &str, kind: ItemKind) -> Outcome {
    let item = item(plan, id)?;
    item.kind = kind;
    item.kind_guessed = false;
    if kind == ItemKind::Pause && item.tool.is_empty() {
        ways::PAUSE.clone_into(&mut item.tool);
    }
    Ok(Said::KindSet { title: item.title.clone(), kind })
}

pub(super) fn use_tool(plan: &mut Plan, id: &str, tool: &str, desk: &Desk<'_>) -> Outcome {
    let way = way(tool, desk)?;
    let people = plan.participants;
    let item = item(plan, id)?;
    set_tool(item, way, people);
    Ok(Said::ToolUsed { title: item.title.clone(), tool: tool.to_owned() })
}

/// The steps of another way of working do not belong to this one.
pub(super) fn set_tool(item: &mut Item, way: &Tool, people: u32) {
    way.name.clone_into(&mut item.tool);
    item.own_steps.clear();
    if item.minutes == 0 {
        item.minutes = ways::usual_minutes(way, people, item);
    }
    if way.name == ways::PAUSE {
        item.kind = ItemKind::Pause;
    } else if item.kind == ItemKind::Pause {
        item.kind = ItemKind::Development;
    }
    item.commitments |= way.name == ways::CLOSING;
}

pub(super) fn way<'a>(name: &str, desk: &Desk<'a>) -> Result<&'a Tool, NotEdited> {
    desk.way(name).ok_or_else(|| NotEdited::ToolUnknown { tool: name.to_owned() })
}

pub(super) fn has_room(plan: &Plan) -> Result<(), NotEdited> {
    if ITEMS_MAX <= plan.items.len() {
        return Err(NotEdited::TooManyItems { most: ITEMS_MAX });
    }
    Ok(())
}
