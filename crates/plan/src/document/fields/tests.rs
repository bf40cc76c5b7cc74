//! Every field in turn: merged, told, and kept or left behind.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{Fielded, PlanField};
use crate::diff::{What, diff};
use crate::document::slot::{FieldLine, Slot};
use crate::document::{Item, OwnStep, Plan, Preparation};
use crate::merge::plans;

/// The names in a stored document that are neither ids nor rows.
fn stored(of: &impl Serialize, rows: &[&str]) -> Vec<String> {
    let document = serde_json::to_value(of).unwrap();
    let fields = document.as_object().unwrap().iter();
    let fields = fields.filter(|(name, _)| !rows.contains(&name.as_str()));
    let all = fields.flat_map(|(name, value)| match (name.as_str(), value) {
        ("frames", Value::Object(frames)) => frames.keys().cloned().collect(),
        _ => vec![name.clone()],
    });
    all.collect()
}

fn is_whole<T: Fielded + Serialize>(rows: &[&str]) {
    let mut table: Vec<&str> = T::FIELDS.iter().map(|entry| entry.name).collect();
    let mut document = stored(&T::blank(), rows);
    table.sort_unstable();
    document.sort_unstable();
    assert_eq!(table, document, "a field stands in the document or the table, not in both");
}

#[test]
fn every_field_of_a_document_stands_in_the_table() {
    is_whole::<Plan>(&["items", "preparation", "ids_used"]);
    is_whole::<Item>(&["id"]);
    is_whole::<OwnStep>(&["id"]);
    is_whole::<Preparation>(&["id", "used_in"]);
}

#[test]
fn another_meeting_begins_without_the_days_and_words_of_this_one() {
    let plan: Plan = serde_json::from_value(json!({
        "title": "Overgang", "place": "Rom 3", "starts_at": "2026-04-26T14:00",
        "ends_at": "2026-04-26T16:00", "standing": { "is": "notice" },
        "previous": ["Vi deler"], "notes": ["Ta med kaffe"], "participants": 12,
        "items": [{ "title": "Samtale", "starts_at": "14:30", "minutes": 20 }],
        "preparation": [{ "instruction": "Les", "due_at": "2026-04-25T08:00" }],
    }))
    .unwrap();
    let other = plan.for_another_meeting();
    let wanted: Plan = serde_json::from_value(json!({
        "title": "Overgang", "participants": 12,
        "items": [{ "title": "Samtale", "minutes": 20 }],
        "preparation": [{ "instruction": "Les" }],
    }))
    .unwrap();
    assert_eq!(other, wanted);
}

fn base() -> Plan {
    let plan = json!({
        "items": [{ "id": "i1", "parts": [{ "id": "s2", "mode": "pair", "minutes": 5 }] }],
        "preparation": [{ "id": "p3" }],
    });
    serde_json::from_value(plan).unwrap()
}

/// Something else than nothing, for a field.
fn something<T>(entry: &FieldLine<T>) -> Value {
    match &entry.slot {
        Slot::Line(_) | Slot::Text(_) => json!("Noe nytt"),
        Slot::Lines(_) | Slot::Ids(_) => json!(["En", "To"]),
        Slot::Count(..) => json!(7),
        Slot::Switch(_) => json!(true),
        Slot::Time(_) => json!("2027-05-03T12:00"),
        Slot::Clock(_) => json!("14:30"),
        Slot::SetAside(_) => json!([{ "rule": "FOR-01", "reason": "avtalt" }]),
        Slot::OwnSteps(_) => json!([{ "id": "s4", "mode": "trio", "minutes": 4 }]),
        Slot::Choice(_) => match entry.field.key().as_str() {
            "kind" => json!("mixed"),
            "unit" => json!("school"),
            "lang" => json!("nn"),
            "standing" => json!({ "is": "notice" }),
            "item-kind" => json!("administration"),
            "kind-guessed" => json!(true),
            "mode" => json!("trio"),
            "captures" => json!(["choice"]),
            _ => json!("i1"),
        },
    }
}

/// Returns it with something in a field.
fn with<T: Serialize + DeserializeOwned>(of: &T, entry: &FieldLine<T>) -> T {
    let mut document = serde_json::to_value(of).unwrap();
    let frames = document.get_mut("frames").filter(|it| it.get(entry.name).is_some());
    match frames {
        Some(frames) => frames[entry.name] = something(entry),
        None => document[entry.name] = something(entry),
    }
    serde_json::from_value(document).unwrap()
}

/// Tells which fields people are told of between two plans.
fn told(before: &Plan, after: &Plan) -> Vec<PlanField> {
    let field = |what: What| match what {
        What::Text { field, .. }
        | What::Number { field, .. }
        | What::Choice { field, .. }
        | What::Turned { field, .. } => Some(field),
        What::OwnSteps { .. } => Some(PlanField::OwnSteps),
        What::Added { .. } | What::Removed { .. } | What::Moved { .. } => None,
    };
    diff(before, after).into_iter().filter_map(|change| field(change.what)).collect()
}

/// `put` puts a thing in the place of the one in the plan, and `get` takes it out.
fn each_in_turn<T: Fielded + Serialize + DeserializeOwned>(
    get: fn(&Plan) -> &T,
    put: fn(&mut Plan) -> &mut T,
    told_as: Option<PlanField>,
) {
    let base = base();
    for entry in T::FIELDS {
        let name = entry.field.key();
        let mut mine = base.clone();
        *put(&mut mine) = with(get(&base), entry);
        assert!(!entry.is_same(get(&base), get(&mine)), "{name} is not changed");

        let mut theirs = base.clone();
        theirs.participants += 3;
        theirs.items[0].evaluation = true;
        let merged = plans(&base, &mine, &theirs);
        assert!(entry.is_same(get(&mine), get(&merged)), "{name} is not merged");
        assert!(merged.participants != 0 && merged.items[0].evaluation, "{name}");

        let told = told(&base, &mine);
        let is_told = told.contains(&told_as.unwrap_or(entry.field));
        assert_eq!(is_told, entry.is_told() || told_as.is_some(), "{name}: {told:?}");

        let other = mine.clone().for_another_meeting();
        let is_left = entry.is_same(get(&other), &T::blank());
        assert_eq!(is_left, entry.is_of_the_meeting(), "{name}");
        let text = entry.read(get(&mine));
        if entry.is_in_form() {
            let mut typed = base.clone();
            entry.write(put(&mut typed), &text);
            assert!(entry.is_same(get(&typed), get(&mine)), "{name} is written as {text}");
        }
    }
}

#[test]
fn every_field_is_merged_told_written_and_kept_or_left_behind() {
    each_in_turn(|plan| plan, |plan| plan, None);
    each_in_turn(|plan| &plan.items[0], |plan| &mut plan.items[0], None);
    each_in_turn(|plan| &plan.preparation[0], |plan| &mut plan.preparation[0], None);
    each_in_turn(
        |plan| &plan.items[0].own_steps[0],
        |plan| &mut plan.items[0].own_steps[0],
        Some(PlanField::OwnSteps),
    );
}

fn is_held<T: Fielded>(of: &mut T) -> usize {
    let counts = T::FIELDS.iter().filter(|line| matches!(line.slot, Slot::Count(..)));
    for line in counts.clone() {
        line.write(of, "91234567");
        let number: u32 = line.read(of).parse().unwrap();
        assert!((1_000..20_000).contains(&number), "{}: {number}", line.name);
    }
    counts.count()
}

#[test]
fn a_phone_number_in_a_number_field_is_held_to_what_the_field_may_be() {
    let mut plan = base();
    let (item, step) = (&mut Item::default(), &mut OwnStep::blank());
    let held = is_held(&mut plan) + is_held(item) + is_held(step);
    assert_eq!(held + is_held(&mut Preparation::default()), 5);

    let huge = json!({
        "participants": u32::MAX,
        "items": [{ "minutes": u32::MAX, "reporter_minutes": u32::MAX,
            "parts": [{ "mode": "pair", "minutes": u32::MAX }] }],
        "preparation": [{ "minutes": u32::MAX }],
    });
    let stored: Plan = serde_json::from_value(huge).unwrap();
    let plan = stored.with_ids();
    let item = &plan.items[0];
    let rows = [item.minutes, item.reporter_minutes, item.own_steps[0].minutes];
    assert!(rows.iter().all(|minutes| *minutes < 20_000) && plan.participants == 2_000);
    assert!(plan.preparation[0].minutes < 20_000 && plan.minutes() < 20_000);
}
