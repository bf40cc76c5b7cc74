use std::path::Path;

use seating::anneal::step_budget;
use seating::problem::{Plan, Problem};
use seating::score::evaluate;
use seating::solve::{Source, solve};

/// An instance in `fixtures/`.
pub fn read(name: &str) -> Problem {
    serde_json::from_str(&text(name)).unwrap()
}

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    #[expect(clippy::disallowed_methods, reason = "a test reads its fixtures")]
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_best_known_plans_are_as_good_as_they_are_said_to_be() {
    for (name, total) in [("o09-real-40-5x3.json", 435), ("o15-dense-120-4x10.json", 929)] {
        let whole: serde_json::Value = serde_json::from_str(&text(name)).unwrap();
        let best = &whole["best_known"];
        let plan: Plan = serde_json::from_value(best["plan"].clone()).unwrap();
        let score = evaluate(&read(name), &plan).unwrap();
        assert_eq!((score.violations, score.total), (0, total), "{name}");
        assert_eq!(best["total"], total, "{name}");
    }
}

#[test]
fn repeat_free_instances_are_proved() {
    for name in [
        "o01-sgp-8-4-9",
        "o02-sgp-8-4-10",
        "o03-sgp-5-3-7",
        "o04-sgp-7-4-7",
        "o05-sgp-6-5-6",
        "o07-pairs-24x12",
    ] {
        let solution = solve(&read(&format!("{name}.json")), 1, &mut step_budget(0)).unwrap();
        assert!(
            solution.proved && solution.score.total == 0 && solution.source == Source::Construction,
            "{name}"
        );
    }
}

#[test]
fn rules_are_kept_on_every_instance() {
    for (name, steps) in [
        ("o08-pairs-25-trio-x10", 200_000),
        ("o09-real-40-5x3", 100_000),
        ("o10-real-120-4x4", 200_000),
        ("o11-real-500-5x3", 200_000),
        ("o13-uneven-43-constrained", 200_000),
        ("o14-uneven-118-constrained", 300_000),
        ("o15-dense-120-4x10", 100_000),
        ("o16-real-40-5x3-repair-a5l2w1", 100_000),
        ("o17-uneven-118-constrained-repair-a11l4w3", 300_000),
    ] {
        let solution = solve(&read(&format!("{name}.json")), 3, &mut step_budget(steps)).unwrap();
        assert_eq!(solution.score.violations, 0, "{name}");
        assert!(solution.score.total >= solution.bound.total, "{name}");
    }
}

#[test]
fn the_schema_names_every_field_of_the_instances_and_of_a_problem() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../../docs/schemas/seating.schema.json")).unwrap();
    let properties = schema["$defs"]["problem"]["properties"].as_object().unwrap();
    let mut full = read("o17-uneven-118-constrained-repair-a11l4w3.json");
    full.leaders = vec![seating::problem::Leader::default()];
    full.rooms = vec![seating::problem::Room::default()];
    full.closed = vec![vec![0]];
    full.trios = Some(seating::problem::Trios::default());
    full.role_history = vec![[0; 4]];
    full.roles = vec!["chair".to_owned()];
    full.plan = vec![vec![]];
    for problem in [full, read("o18-uneven-118-constrained-roles.json")] {
        let fields = serde_json::to_value(problem).unwrap();
        for field in fields.as_object().unwrap().keys() {
            assert!(properties.contains_key(field), "{field}");
        }
    }
}
