//! What was read out of an old agenda, as the beginning of a plan.
//!
//! **Invariant `nothing-dropped`:** what finds no field in the plan is among its notes.

use kernel::lang::Lang;
use kernel::limits::{ITEM_MINUTES_MAX, ITEMS_MAX, LINE_GRAPHEMES_MAX};

use crate::Read;
use kernel::local::When;
use plan::document::{Item, ItemKind, MeetingKind, Plan, Preparation};
use plan::draft;
use plan::ways;

/// Returns the plan that a reading is the beginning of. What is administration and what is
/// development is guessed, and every row says so.
#[must_use]
pub fn plan(read: &Read, lang: Lang) -> Plan {
    let guessed = read.draft(None);
    let mut plan = Plan {
        lang,
        // Old invitations end their heading like a sentence.
        title: read.title.clone().unwrap_or_default().trim_end_matches('.').to_owned(),
        place: read.place.clone().unwrap_or_default(),
        kind: match read.kind() {
            draft::DraftKind::Development => MeetingKind::Development,
            draft::DraftKind::Mixed => MeetingKind::Mixed,
            draft::DraftKind::Administration => MeetingKind::Administration,
        },
        materials: read.attachments.clone(),
        evaluate: true,
        ..Plan::default()
    };
    set_times(&mut plan, read);
    for (row, guess) in read.items.iter().zip(&guessed.items) {
        if plan.items.len() < ITEMS_MAX {
            let made = item(row, guess, &mut plan.notes);
            plan.items.push(made);
        } else {
            plan.notes.push(row.source.clone());
        }
    }
    let asked: Vec<&String> = guessed.prep.iter().map(|task| &task.text).collect();
    plan.notes.extend(read.notes.iter().filter(|note| !asked.contains(note)).cloned());
    let task = |instruction: &&String| Preparation {
        instruction: (*instruction).clone(),
        ..Preparation::default()
    };
    plan.preparation = asked.iter().map(task).collect();
    let title = std::mem::take(&mut plan.title);
    plan.title = line(&title, &mut plan.notes);
    plan.with_ids()
}

/// A time is set when both its day and its clock time are known; otherwise it is a note.
fn set_times(plan: &mut Plan, read: &Read) {
    let day = read.start.and_then(|start| start.day);
    let end = read.end.map(|end| When { day: end.day.or(day), ..end });
    let whole = |when: &When| when.day.is_some() && when.minute.is_some();
    for (field, when) in [(&mut plan.starts_at, read.start), (&mut plan.ends_at, end)] {
        match when {
            Some(when) if whole(&when) => *field = when.to_string(),
            Some(when) if when != When::default() => plan.notes.push(when.to_string()),
            Some(_) | None => {}
        }
    }
}

/// A title is one line of bounded length; a longer one is kept whole among the notes.
fn line(text: &str, notes: &mut Vec<String>) -> String {
    if text.chars().count() <= LINE_GRAPHEMES_MAX {
        return text.to_owned();
    }
    notes.push(text.to_owned());
    let kept: String = text.chars().take(LINE_GRAPHEMES_MAX - 1).collect();
    format!("{kept}…")
}

fn item(row: &crate::ReadItem, guess: &draft::DraftItem, notes: &mut Vec<String>) -> Item {
    let mut item = Item {
        title: line(&guess.title, notes),
        goal: line(guess.goal.as_deref().unwrap_or_default(), notes),
        presenters: row.presenter.iter().map(|name| line(name, notes)).collect(),
        kind: match row.kind {
            crate::ReadKind::Utvikling => ItemKind::Development,
            crate::ReadKind::Drift => ItemKind::Administration,
            crate::ReadKind::Pause => ItemKind::Pause,
        },
        kind_guessed: row.kind_guessed,
        tool: tool(row, guess).to_owned(),
        commitments: guess.commitments,
        ..Item::default()
    };
    match row.minutes {
        Some(minutes) if minutes <= ITEM_MINUTES_MAX => item.minutes = minutes,
        Some(_) => notes.push(row.source.clone()),
        None => {}
    }
    let asked = guess.questions.iter().map(|it| it.text.as_str());
    let more = row.text.lines().map(str::trim).filter(|it| !it.is_empty() && *it != guess.title);
    let more = more.filter(|it| !it.starts_with("Mål: "));
    for text in asked.chain(more) {
        if text.ends_with('?') && text.chars().count() <= LINE_GRAPHEMES_MAX {
            item.questions.push(text.to_owned());
        } else {
            notes.push(format!("{}: {text}", item.title));
        }
    }
    item
}

/// A way of working is guessed only where there is no doubt: a break, and somebody who presents.
fn tool(row: &crate::ReadItem, guess: &draft::DraftItem) -> &'static str {
    match (row.kind, guess.mode) {
        (crate::ReadKind::Pause, _) => ways::PAUSE,
        (_, Some(draft::DraftMode::Input)) => ways::INPUT,
        _ => "",
    }
}

#[cfg(test)]
mod tests;
