//! From the plan's form back to a plan.

use kernel::lang::Lang;
use plan::document::{Item, Plan};

/// Reads the fields of the plan's form into `base`, and does what the pressed button asked for:
/// `add`, `up-2`, `down-2`, `remove-2`, or just `save`. Fields that are missing keep what `base`
/// has; what cannot be read is left for [`Plan::problems`] to name.
#[must_use]
pub fn plan_from_form(fields: &[(String, String)], base: &Plan) -> Plan {
    let mut plan = base.clone();
    for (name, value) in fields {
        whole(&mut plan, name, value);
    }
    let rows = fields.iter().filter_map(|(name, _)| number_and_part(name)).map(|(row, _)| row);
    if let Some(last) = rows.max() {
        plan.items.resize(last.saturating_add(1).min(items_max()), Item::default());
        for item in &mut plan.items {
            item.prepared = false;
        }
    }
    for (name, value) in fields {
        let Some((row, part)) = number_and_part(name) else { continue };
        if let Some(item) = plan.items.get_mut(row) {
            one(item, part, value);
        }
    }
    if let Some((_, pressed)) = fields.iter().rfind(|(name, _)| name == "do") {
        press(&mut plan.items, pressed);
    }
    plan
}

/// One more than may be kept, so that too many is named as a problem.
fn items_max() -> usize {
    kernel::limits::ITEMS_MAX + 1
}

fn whole(plan: &mut Plan, name: &str, value: &str) {
    let text = match name {
        "title" => &mut plan.title,
        "purpose" => &mut plan.purpose,
        "result" => &mut plan.result,
        "starts_at" => &mut plan.starts_at,
        "place" => &mut plan.place,
        "leader" => &mut plan.leader,
        "decided" => &mut plan.frames.decided,
        "open" => &mut plan.frames.open,
        "expected" => &mut plan.frames.expected,
        "goals" => {
            plan.goals = lines(value);
            return;
        }
        "lang" => {
            plan.lang = Lang::from_tag(value).unwrap_or(plan.lang);
            return;
        }
        _ => return,
    };
    value.trim().clone_into(text);
}

/// `item-2-goal` is row 2, part `goal`.
fn number_and_part(name: &str) -> Option<(usize, &str)> {
    let (row, part) = name.strip_prefix("item-")?.split_once('-')?;
    Some((row.parse().ok()?, part))
}

fn one(item: &mut Item, part: &str, value: &str) {
    match part {
        "title" => value.trim().clone_into(&mut item.title),
        "goal" => value.trim().clone_into(&mut item.goal),
        "minutes" => item.minutes = value.trim().parse().unwrap_or(0),
        "tool" => value.clone_into(&mut item.tool),
        "questions" => item.questions = lines(value),
        "orders" => item.orders = lines(value),
        "presenters" => item.presenters = lines(value),
        "prepared" => item.prepared = value == "true",
        _ => (),
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn press(items: &mut Vec<Item>, pressed: &str) {
    if pressed == "add" {
        items.push(Item { minutes: 10, tool: "igp".to_owned(), ..Item::default() });
        return;
    }
    let Some((act, row)) = pressed.split_once('-') else { return };
    let Ok(row) = row.parse::<usize>() else { return };
    match act {
        "up" if row > 0 && row < items.len() => items.swap(row, row - 1),
        "down" if row + 1 < items.len() => items.swap(row, row + 1),
        "remove" if row < items.len() => {
            items.remove(row);
        }
        _ => (),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_becomes_a_plan_and_its_buttons_move_rows() {
        let sent = fields(&[
            ("title", " Bedre møter "),
            ("goals", "En\r\n\r\nTo"),
            ("item-0-title", "A"),
            ("item-0-minutes", "20"),
            ("item-1-title", "B"),
            ("item-1-prepared", "true"),
            ("do", "up-1"),
        ]);
        let plan = plan_from_form(&sent, &Plan::default());
        assert_eq!(plan.title, "Bedre møter");
        assert_eq!(plan.goals, ["En", "To"]);
        let titles: Vec<&str> = plan.items.iter().map(|item| item.title.as_str()).collect();
        assert_eq!(titles, ["B", "A"]);
        assert!(plan.items[0].prepared);
        assert_eq!(plan.items[1].minutes, 20);
    }

    #[test]
    fn a_hostile_row_number_makes_no_endless_program() {
        let sent = fields(&[("item-999999999-title", "A")]);
        let plan = plan_from_form(&sent, &Plan::default());
        assert!(plan.items.len() <= kernel::limits::ITEMS_MAX + 1);
    }
}
