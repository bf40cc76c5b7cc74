//! What a remedy did to the rows of the draft, done to the rows of the plan.

use kernel::step::{Capture, Mode as Work};

use super::carry::{is_changed, text};
use super::reading::is_leader;
use crate::document::{Item, ItemKind, Part, Plan};
use crate::edit::Desk;
use crate::lint::Draft;
use crate::lint::draft::{self, Mode};
use crate::ways;

pub(super) fn carry(plan: &mut Plan, before: &Draft, after: &Draft, desk: &Desk<'_>) {
    if before.items == after.items {
        return;
    }
    let mut old = std::mem::take(&mut plan.items);
    // Ids must not be taken from rows that are out of the plan for a moment.
    plan.ids_used = old.iter().fold(plan.ids_used, |most, item| most.max(number_of(item)));
    plan.ids_used = plan.highest_id();
    let unused: Vec<String> = unused_preparation(plan, before, after);
    for made in &after.items {
        let known = made.id.as_ref().and_then(|id| old.iter().position(|it| it.id == *id));
        let mut item = match known {
            Some(at) => old.remove(at),
            None => Item { id: plan.take_id('i'), ..Item::default() },
        };
        let blank = draft::Item::default();
        let was = known.and_then(|_| before.items.iter().find(|it| it.id == made.id));
        let was = was.unwrap_or(&blank);
        let people = plan.participants;
        change(&mut item, was, made, people, desk);
        if was.presenter_is_leader && !made.presenter_is_leader {
            item.presenters.retain(|it| !is_leader(it, &plan.leader));
        }
        if let Some(way) = desk.way(&item.tool).filter(|_| known.is_none()) {
            item.minutes = ways::usual_minutes(way, plan.participants, &item);
        }
        if made.uses_prep && !was.uses_prep {
            for task in plan.preparation.iter_mut().filter(|task| unused.contains(&task.id)) {
                task.used_by.push(item.id.clone());
            }
        }
        plan.items.push(item);
    }
    take_up_again(plan, before, after);
}

fn number_of(item: &Item) -> u32 {
    item.id.trim_start_matches(char::is_alphabetic).parse().unwrap_or(0)
}

/// What a row that begins to use preparation uses: what the remedy was about, or what nobody uses.
fn unused_preparation(plan: &Plan, before: &Draft, after: &Draft) -> Vec<String> {
    let changed = after.prep.iter().filter(|task| is_changed(task, before));
    let changed: Vec<String> = changed.filter_map(|task| task.id.clone()).collect();
    if !changed.is_empty() {
        return changed;
    }
    let unused = plan.preparation.iter().filter(|task| task.used_by.is_empty());
    unused.map(|task| task.id.clone()).collect()
}

fn change(item: &mut Item, was: &draft::Item, made: &draft::Item, people: u32, desk: &Desk<'_>) {
    if was.title != made.title {
        item.title.clone_from(&made.title);
    }
    text(&mut item.goal, was.goal.as_ref(), made.goal.as_ref());
    text(&mut item.capture, was.capture.as_ref(), made.capture.as_ref());
    text(&mut item.no_capture, was.no_capture_reason.as_ref(), made.no_capture_reason.as_ref());
    if was.kind != made.kind {
        item.kind = kind(made.kind);
        item.kind_guessed = false;
    }
    let is_new_pause = was.kind != made.kind && item.kind == ItemKind::Pause;
    if is_new_pause && item.tool.is_empty() {
        ways::PAUSE.clone_into(&mut item.tool);
    }
    if was.tool != made.tool {
        item.tool = made.tool.clone().filter(|it| desk.way(it).is_some()).unwrap_or_default();
        item.parts.clear();
    }
    if was.steps != made.steps {
        steps(item, was, made, people, desk);
    }
    if was.minutes != made.minutes {
        item.minutes = made.minutes.unwrap_or(0);
    }
    if was.questions != made.questions {
        item.questions = made.questions.iter().map(|it| it.text.clone()).collect();
    }
    if was.reporter_min != made.reporter_min {
        item.reporter_minutes = made.reporter_min.unwrap_or(0);
    }
    item.links_previous |= made.links_prev && !was.links_prev;
    item.commitments |= made.commitments && !was.commitments;
    item.evaluation |= made.evaluation && !was.evaluation;
}

const fn kind(kind: draft::ItemKind) -> ItemKind {
    match kind {
        draft::ItemKind::Utvikling => ItemKind::Development,
        draft::ItemKind::Forvaltning => ItemKind::Administration,
        draft::ItemKind::Orientering => ItemKind::Notice,
        draft::ItemKind::Pause => ItemKind::Pause,
    }
}

/// Steps of a way of working that only got other minutes are still its steps; otherwise they
/// become the row's own.
fn steps(item: &mut Item, was: &draft::Item, made: &draft::Item, people: u32, desk: &Desk<'_>) {
    let way = desk.way(&item.tool);
    let is_new = was.steps.is_empty() && made.id.is_none();
    let same = was.steps.len() == made.steps.len()
        && was.steps.iter().zip(&made.steps).all(|(was, made)| {
            draft::Step { minutes: None, ..was.clone() }
                == draft::Step { minutes: None, ..made.clone() }
        });
    if item.parts.is_empty() && way.is_some() && (same || is_new) {
        return;
    }
    let old = match way {
        Some(way) if item.parts.is_empty() => ways::parts_of(way, people, item, desk.texts.words()),
        _ => std::mem::take(&mut item.parts),
    };
    item.parts = made.steps.iter().map(|step| part(step, &old)).collect();
}

fn part(step: &draft::Step, old: &[Part]) -> Part {
    let minutes = step.minutes.unwrap_or(0);
    if let Some(old) = step.from.and_then(|at| old.get(at)) {
        return Part { minutes, challenge: step.challenge, ..old.clone() };
    }
    Part {
        mode: work(step.mode),
        minutes,
        says: String::new(),
        captures: step.capture.iter().filter_map(|it| capture(it)).collect(),
        challenge: step.challenge,
    }
}

const fn work(mode: Mode) -> Work {
    match mode {
        Mode::Input => Work::Input,
        Mode::Alone => Work::Alone,
        Mode::Pair => Work::Pair,
        Mode::Trio => Work::Trio,
        Mode::Group => Work::Group,
        Mode::PlenaryDialogue | Mode::PlenarySharing => Work::Plenary,
        Mode::Break => Work::Break,
    }
}

fn capture(name: &str) -> Option<Capture> {
    match name {
        "points" => Some(Capture::Points { most: 3 }),
        "text" => Some(Capture::TableText),
        "carry" => Some(Capture::Carry),
        "commitment" => Some(Capture::Commitments),
        _ => None,
    }
}

/// A row whose orders, or what was carried, the remedy takes up again: in the next row that was
/// made for it or was given it.
fn take_up_again(plan: &mut Plan, before: &Draft, after: &Draft) {
    let was = |id: Option<&String>| before.items.iter().find(|it| it.id.as_ref() == id);
    for (at, made) in after.items.iter().enumerate() {
        let returned = made.returned && was(made.id.as_ref()).is_some_and(|it| !it.returned);
        if !returned {
            continue;
        }
        let takes = |it: &draft::Item| match was(it.id.as_ref()).filter(|_| it.id.is_some()) {
            Some(was) => it.uses_carry && !was.uses_carry,
            None => true,
        };
        let later = after.items.iter().enumerate().skip(at + 1).find(|(_, it)| takes(it));
        if let Some((to, _)) = later {
            plan.items[at].returns_at = plan.items[to].id.clone();
        }
    }
}
