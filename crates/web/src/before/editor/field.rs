//! The fields of the editor by name: `title`, `item-i3-goal`, `item-i3-part-s4-says`,
//! `prep-p1-used-i3`.
//!
//! A name holds the id of a row or step and never its position, so that what was typed finds it
//! after others have moved it. The form, a single saved field and the page all read and write here.
//! What there is to write in is told by the table of the plan's fields.

use plan::document::fields::{Fielded, PlanField};
use plan::document::slot::FieldLine;
use plan::document::{Item, OwnStep, Plan, Preparation};
use serde::Serialize;

/// A name of the form, found in a plan: a field of something, or whether a task is used in an item.
enum Found<'n> {
    Plan(&'static FieldLine<Plan>),
    /// Of the item at a place.
    Item(usize, &'static FieldLine<Item>),
    /// Of an own step of the item at a place.
    Step(usize, usize, &'static FieldLine<OwnStep>),
    Task(usize, &'static FieldLine<Preparation>),
    /// Whether the item with an id uses the task at a place.
    Use(usize, &'n str),
}

/// Returns what a field holds, as its input shows it; nothing when the plan has no such field.
#[must_use]
pub fn read(plan: &Plan, name: &str) -> Option<String> {
    Some(match find(plan, name)? {
        Found::Plan(entry) => entry.read(plan),
        Found::Item(item, entry) => entry.read(plan.items.get(item)?),
        Found::Step(item, step, entry) => entry.read(plan.items.get(item)?.own_steps.get(step)?),
        Found::Task(task, entry) => entry.read(plan.preparation.get(task)?),
        Found::Use(task, item) => {
            plan.preparation.get(task)?.used_by.iter().any(|id| id == item).to_string()
        }
    })
}

/// Writes a field. Returns whether the plan has it. A number that cannot be read becomes 0, and
/// a choice that is not among the choices is left as it was.
pub fn write(plan: &mut Plan, name: &str, value: &str) -> bool {
    write_found(plan, name, &value.replace("\r\n", "\n")).is_some()
}

fn write_found(plan: &mut Plan, name: &str, value: &str) -> Option<()> {
    match find(plan, name)? {
        Found::Plan(entry) => entry.write(plan, value),
        Found::Item(item, entry) => {
            let item = plan.items.get_mut(item)?;
            entry.write(item, value);
            if entry.field == PlanField::ItemKind {
                // A person has looked at it now.
                item.kind_guessed = false;
            }
        }
        Found::Step(item, step, entry) => {
            entry.write(plan.items.get_mut(item)?.own_steps.get_mut(step)?, value);
        }
        Found::Task(task, entry) => entry.write(plan.preparation.get_mut(task)?, value),
        Found::Use(task, item) => {
            let users = &mut plan.preparation.get_mut(task)?.used_by;
            users.retain(|id| id != item);
            if matches!(value, "true" | "on" | "1") {
                users.push(item.to_owned());
            }
        }
    }
    Some(())
}

/// Tells whether a field is words, in which two may write at the same time and both be kept.
#[must_use]
pub fn is_words(plan: &Plan, name: &str) -> bool {
    match find(plan, name) {
        Some(Found::Plan(entry)) => entry.is_words(),
        Some(Found::Item(_, entry)) => entry.is_words(),
        Some(Found::Step(_, _, entry)) => entry.is_words(),
        Some(Found::Task(_, entry)) => entry.is_words(),
        Some(Found::Use(..)) | None => false,
    }
}

/// `item-i3-goal` is the row with the id `i3`, field `goal`; `item-i3-part-s4-says` its own step
/// with the id `s4`, field `says`.
fn find<'n>(plan: &Plan, name: &'n str) -> Option<Found<'n>> {
    if let Some(rest) = name.strip_prefix("item-") {
        let (at, name) = with_id(plan.items.iter().map(|item| &item.id), rest)?;
        let Some(rest) = name.strip_prefix("part-") else {
            return Some(Found::Item(at, named(name)?));
        };
        let (step, name) = with_id(plan.items[at].own_steps.iter().map(|step| &step.id), rest)?;
        return Some(Found::Step(at, step, named(name)?));
    }
    if let Some(rest) = name.strip_prefix("prep-") {
        let (at, name) = with_id(plan.preparation.iter().map(|task| &task.id), rest)?;
        let Some(item) = name.strip_prefix("used-") else {
            return Some(Found::Task(at, named(name)?));
        };
        return plan.item_at(item).map(|_| Found::Use(at, item));
    }
    Some(Found::Plan(named(name)?))
}

/// Ids may hold hyphens, so the plan's own ids say where the name of the field begins.
fn with_id<'i, 'n>(
    ids: impl Iterator<Item = &'i String>,
    rest: &'n str,
) -> Option<(usize, &'n str)> {
    let name = |id: &str| {
        let name = rest.strip_prefix(id)?.strip_prefix('-')?;
        (!id.is_empty()).then_some(name)
    };
    let mut found = ids.enumerate().filter_map(|(at, id)| Some((at, name(id)?)));
    found.next()
}

fn named<T: Fielded>(name: &str) -> Option<&'static FieldLine<T>> {
    T::FIELDS.iter().find(|entry| entry.name == name && entry.is_in_form())
}

/// The name of a choice, as the document stores it.
#[must_use]
pub fn word(choice: &impl Serialize) -> String {
    let value = serde_json::to_value(choice).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use kernel::step::Mode;

    use super::*;

    fn plan() -> Plan {
        let row = |id: &str| Item {
            id: id.to_owned(),
            own_steps: vec![OwnStep { id: format!("s-{id}"), ..OwnStep::new(Mode::Pair, 5) }],
            ..Item::default()
        };
        let task = Preparation { id: "p1".to_owned(), ..Preparation::default() };
        Plan { items: vec![row("i1"), row("i10")], preparation: vec![task], ..Plan::default() }
    }

    #[test]
    fn what_is_written_in_a_field_is_read_from_it() {
        for (name, value) in [
            ("title", "Bedre møter "),
            ("goals", "En\nTo"),
            ("kind", "mixed"),
            ("unit", "after-school"),
            ("participants", "24"),
            ("evaluate", "true"),
            ("expected", "Les artikkelen"),
            ("item-i1-title", "A"),
            ("item-i10-title", "B"),
            ("item-i10-minutes", "45"),
            ("item-i1-kind", "pause"),
            ("item-i1-prepared", "true"),
            ("item-i1-part-s-i1-mode", "group"),
            ("item-i1-part-s-i1-says", "Snakk sammen"),
            ("prep-p1-instruction", "Les"),
            ("prep-p1-used-i10", "true"),
        ] {
            let mut plan = plan();
            assert!(write(&mut plan, name, value), "{name}");
            assert_eq!(read(&plan, name).as_deref(), Some(value), "{name}");
        }
    }

    #[test]
    fn hostile_names_and_values_change_nothing() {
        let mut plan = plan();
        for name in
            ["item-99-title", "item--title", "item-i1-part-s-i10-says", "prep-x-minutes", "", "id"]
        {
            assert!(!write(&mut plan, name, "X"), "{name}");
        }
        write(&mut plan, "kind", "coup");
        write(&mut plan, "item-i1-part-s-i1-mode", "\"");
        write(&mut plan, "item-i1-minutes", "-4e9");
        assert_eq!(plan, self::plan());
    }

    #[test]
    fn words_are_merged_and_choices_replaced() {
        let plan = plan();
        for name in ["title", "item-i1-questions", "prep-p1-instruction", "item-i1-part-s-i1-says"]
        {
            assert!(is_words(&plan, name), "{name}");
        }
        for name in ["starts_at", "item-i1-tool", "item-i1-minutes", "prep-p1-used-i1"] {
            assert!(!is_words(&plan, name), "{name}");
        }
    }
}
