//! The fields of the editor by name: `title`, `item-i3-goal`, `item-i3-part-s4-says`,
//! `prep-p1-used-i3`.
//!
//! A name holds the id of a row or step and never its position, so that what was typed finds it
//! after others have moved it. The form, a single saved field and the page all read and write here.

use kernel::lang::Lang;
use kernel::step::Mode;
use plan::document::{Item, ItemKind, MeetingKind, OwnStep, Plan, Preparation, Unit};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Returns what a field holds, as its input shows it; nothing when the plan has no such field.
#[must_use]
pub fn read(plan: &Plan, name: &str) -> Option<String> {
    if let Some((item, part)) = of_item(plan, name) {
        return read_item(plan.items.get(item)?, part);
    }
    if let Some((task, part)) = of_task(plan, name) {
        return read_task(plan, plan.preparation.get(task)?, part);
    }
    read_whole(plan, name)
}

/// Writes a field. Returns whether the plan has it. A number that cannot be read becomes 0, and
/// a choice that is not among the choices is left as it was.
pub fn write(plan: &mut Plan, name: &str, value: &str) -> bool {
    let value = value.replace("\r\n", "\n");
    if let Some((item, part)) = of_item(plan, name) {
        let part = part.to_owned();
        return plan.items.get_mut(item).is_some_and(|item| write_item(item, &part, &value));
    }
    if let Some((task, part)) = of_task(plan, name) {
        let part = part.to_owned();
        return plan.preparation.get_mut(task).is_some_and(|it| write_task(it, &part, &value));
    }
    write_whole(plan, name, &value)
}

/// Tells whether a field is words, in which two may write at the same time and both be kept.
#[must_use]
pub fn is_words(name: &str) -> bool {
    const CHOICES: [&str; 26] = [
        "starts_at",
        "ends_at",
        "lang",
        "participants",
        "kind",
        "unit",
        "groups_wanted",
        "roles_wanted",
        "evaluate",
        "trial",
        "minutes",
        "tool",
        "prepared",
        "minutes_locked",
        "returns_at",
        "reporter_minutes",
        "links_previous",
        "commitments",
        "evaluation",
        "due_at",
        "mode",
        "kind_guessed",
        "challenge",
        "used",
        "version",
        "do",
    ];
    let last = name.rsplit('-').next().unwrap_or(name);
    let is_use = name.starts_with("prep-") && name.contains("-used-");
    !is_use && !CHOICES.contains(&last)
}

/// `item-i3-goal` is the row with the id `i3`, part `goal`.
fn of_item<'n>(plan: &Plan, name: &'n str) -> Option<(usize, &'n str)> {
    let rest = name.strip_prefix("item-")?;
    let ids = plan.items.iter().map(|item| item.id.as_str());
    with_id(ids, rest)
}

fn of_task<'n>(plan: &Plan, name: &'n str) -> Option<(usize, &'n str)> {
    let rest = name.strip_prefix("prep-")?;
    let ids = plan.preparation.iter().map(|task| task.id.as_str());
    with_id(ids, rest)
}

/// Ids may hold hyphens, so the plan's own ids say where the part begins.
fn with_id<'i, 'n>(ids: impl Iterator<Item = &'i str>, rest: &'n str) -> Option<(usize, &'n str)> {
    let part = |id: &str| {
        let part = rest.strip_prefix(id)?.strip_prefix('-')?;
        (!id.is_empty()).then_some(part)
    };
    let mut found = ids.enumerate().filter_map(|(at, id)| Some((at, part(id)?)));
    found.next()
}

fn read_whole(plan: &Plan, name: &str) -> Option<String> {
    let mut copy = plan.clone();
    if let Some(text) = text_of_plan(&mut copy, name) {
        return Some(std::mem::take(text));
    }
    Some(match name {
        "goals" => plan.goals.join("\n"),
        "materials" => plan.materials.join("\n"),
        "notes" => plan.notes.join("\n"),
        "previous" => plan.previous.join("\n"),
        "lang" => plan.lang.tag().to_owned(),
        "participants" => number(plan.participants),
        "kind" => word(&plan.kind),
        "unit" => plan.unit.map_or(String::new(), |unit| word(&unit)),
        "groups_wanted" => plan.groups_wanted.to_string(),
        "roles_wanted" => plan.roles_wanted.to_string(),
        "evaluate" => plan.evaluate.to_string(),
        "trial" => plan.trial.to_string(),
        _ => return None,
    })
}

fn write_whole(plan: &mut Plan, name: &str, value: &str) -> bool {
    if let Some(text) = text_of_plan(plan, name) {
        value.clone_into(text);
        return true;
    }
    match name {
        "goals" => plan.goals = lines(value),
        "materials" => plan.materials = lines(value),
        "notes" => plan.notes = lines(value),
        "previous" => plan.previous = lines(value),
        "lang" => plan.lang = Lang::from_tag(value).unwrap_or(plan.lang),
        "participants" => plan.participants = count(value),
        "kind" => plan.kind = choice::<MeetingKind>(value).unwrap_or(plan.kind),
        "unit" => plan.unit = choice::<Unit>(value),
        "groups_wanted" => plan.groups_wanted = is_yes(value),
        "roles_wanted" => plan.roles_wanted = is_yes(value),
        "evaluate" => plan.evaluate = is_yes(value),
        "trial" => plan.trial = is_yes(value),
        _ => return false,
    }
    true
}

fn text_of_plan<'p>(plan: &'p mut Plan, name: &str) -> Option<&'p mut String> {
    Some(match name {
        "title" => &mut plan.title,
        "purpose" => &mut plan.purpose,
        "result" => &mut plan.result,
        "starts_at" => &mut plan.starts_at,
        "ends_at" => &mut plan.ends_at,
        "place" => &mut plan.place,
        "leader" => &mut plan.leader,
        "decided" => &mut plan.frames.decided,
        "open" => &mut plan.frames.open,
        "expected" => &mut plan.frames.expected,
        "no_preparation" => &mut plan.no_preparation,
        "spread" => &mut plan.spread,
        "result_channel" => &mut plan.result_channel,
        "stage" => &mut plan.stage,
        _ => return None,
    })
}

fn read_item(item: &Item, part: &str) -> Option<String> {
    if let Some((at, of)) = of_step(item, part) {
        let step = item.own_steps.get(at)?;
        return Some(match of {
            "mode" => word(&step.mode),
            "minutes" => number(step.minutes),
            "says" => step.says.clone(),
            "challenge" => step.challenge.to_string(),
            _ => return None,
        });
    }
    Some(match part {
        "title" => item.title.clone(),
        "goal" => item.goal.clone(),
        "audience" => item.audience.clone(),
        "capture" => item.capture.clone(),
        "no_capture" => item.no_capture.clone(),
        "tool" => item.tool.clone(),
        "starts_at" => item.starts_at.clone(),
        "returns_at" => item.returns_at.clone(),
        "minutes" => number(item.minutes),
        "reporter_minutes" => number(item.reporter_minutes),
        "questions" => item.questions.join("\n"),
        "orders" => item.orders.join("\n"),
        "presenters" => item.presenters.join("\n"),
        "kind" => word(&item.kind),
        "prepared" => item.prepared.to_string(),
        "minutes_locked" => item.minutes_locked.to_string(),
        "links_previous" => item.links_previous.to_string(),
        "commitments" => item.commitments.to_string(),
        "evaluation" => item.evaluation.to_string(),
        _ => return None,
    })
}

fn write_item(item: &mut Item, part: &str, value: &str) -> bool {
    if let Some((at, of)) = of_step(item, part) {
        return item.own_steps.get_mut(at).is_some_and(|step| write_step(step, of, value));
    }
    match part {
        "title" => value.clone_into(&mut item.title),
        "goal" => value.clone_into(&mut item.goal),
        "audience" => value.clone_into(&mut item.audience),
        "capture" => value.clone_into(&mut item.capture),
        "no_capture" => value.clone_into(&mut item.no_capture),
        "tool" => value.clone_into(&mut item.tool),
        "starts_at" => value.clone_into(&mut item.starts_at),
        "returns_at" => value.clone_into(&mut item.returns_at),
        "minutes" => item.minutes = count(value),
        "reporter_minutes" => item.reporter_minutes = count(value),
        "questions" => item.questions = lines(value),
        "orders" => item.orders = lines(value),
        "presenters" => item.presenters = lines(value),
        "kind" => {
            item.kind = choice::<ItemKind>(value).unwrap_or(item.kind);
            // A person has looked at it now.
            item.kind_guessed = false;
        }
        "prepared" => item.prepared = is_yes(value),
        "minutes_locked" => item.minutes_locked = is_yes(value),
        "links_previous" => item.links_previous = is_yes(value),
        "commitments" => item.commitments = is_yes(value),
        "evaluation" => item.evaluation = is_yes(value),
        _ => return false,
    }
    true
}

/// `part-s4-says` is the item's own step with the id `s4`, field `says`.
fn of_step<'n>(item: &Item, part: &'n str) -> Option<(usize, &'n str)> {
    let ids = item.own_steps.iter().map(|step| step.id.as_str());
    with_id(ids, part.strip_prefix("part-")?)
}

fn write_step(step: &mut OwnStep, of: &str, value: &str) -> bool {
    match of {
        "mode" => step.mode = choice::<Mode>(value).unwrap_or(step.mode),
        "minutes" => step.minutes = count(value),
        "says" => value.clone_into(&mut step.says),
        "challenge" => step.challenge = is_yes(value),
        _ => return false,
    }
    true
}

fn read_task(plan: &Plan, task: &Preparation, part: &str) -> Option<String> {
    if let Some(item) = part.strip_prefix("used-") {
        let is_there = plan.items.iter().any(|it| it.id == item);
        return is_there.then(|| task.used_by.iter().any(|id| id == item).to_string());
    }
    Some(match part {
        "instruction" => task.instruction.clone(),
        "minutes" => number(task.minutes),
        "starters" => task.starters.join("\n"),
        "due_at" => task.due_at.clone(),
        _ => return None,
    })
}

fn write_task(task: &mut Preparation, part: &str, value: &str) -> bool {
    if let Some(item) = part.strip_prefix("used-") {
        task.used_by.retain(|id| id != item);
        if is_yes(value) {
            task.used_by.push(item.to_owned());
        }
        return true;
    }
    match part {
        "instruction" => value.clone_into(&mut task.instruction),
        "minutes" => task.minutes = count(value),
        "starters" => task.starters = lines(value),
        "due_at" => value.clone_into(&mut task.due_at),
        _ => return false,
    }
    true
}

fn number(number: u32) -> String {
    if number == 0 { String::new() } else { number.to_string() }
}

/// A number as people type it: `45`, `45 min`. What is no number is 0, *not said*.
fn count(text: &str) -> u32 {
    let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn is_yes(value: &str) -> bool {
    matches!(value, "true" | "on" | "1")
}

/// The name of a choice, as the document stores it.
#[must_use]
pub fn word(choice: &impl Serialize) -> String {
    let value = serde_json::to_value(choice).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

fn choice<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}

#[cfg(test)]
mod tests {
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
        for name in ["title", "item-i1-questions", "prep-p1-instruction", "item-i1-part-s-i1-says"]
        {
            assert!(is_words(name), "{name}");
        }
        for name in ["starts_at", "item-i1-tool", "item-i1-minutes", "prep-p1-used-i1"] {
            assert!(!is_words(name), "{name}");
        }
    }
}
