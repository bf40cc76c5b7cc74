//! Old agendas become plans.

use proptest::prelude::*;

use super::plan;
use crate::read_text;
use kernel::lang::Lang;
use plan::document::{ItemKind, MeetingKind, Plan};

fn of(text: &str) -> Plan {
    plan(&read_text(text, "2026-04-20".parse().ok()).unwrap(), Lang::Nb)
}

const AGENDA: &str = "Personalmøte mandag 4. mai kl. 14.00-15.30
Sted: Biblioteket

1. Ferielister (10 min)
2. Rektor legger fram resultatene av elevundersøkelsen (20 min)
3. Hvordan følger vi opp? (30 min)
4. Pause (10 min)

Les vedlagt artikkel før møtet.
";

#[test]
fn an_agenda_becomes_a_plan_with_what_it_said() {
    let plan = of(AGENDA);
    assert_eq!(
        (plan.starts_at.as_str(), plan.ends_at.as_str()),
        ("2026-05-04T14:00", "2026-05-04T15:30")
    );
    assert_eq!(plan.place, "Biblioteket");
    let rows: Vec<_> = plan.items.iter().map(|it| (it.minutes, it.tool.as_str())).collect();
    assert_eq!(rows, [(10, ""), (20, "input"), (30, ""), (10, "pause")]);
    assert_eq!(plan.items[2].questions, ["Hvordan følger vi opp?"]);
    assert_eq!(plan.kind, MeetingKind::Mixed);
    assert_eq!(plan.items[0].kind, ItemKind::Administration);
    assert!(plan.items.iter().all(|it| it.kind_guessed && !it.id.is_empty()));
    assert_eq!(plan.preparation[0].instruction, "Les vedlagt artikkel før møtet.");
}

#[test]
fn an_unfinished_plan_may_be_saved() {
    let plan = of(AGENDA);
    assert_eq!(plan.over_limits(), vec![]);
    assert_ne!(plan.problems(|tool| tools::named(tool).is_some()), vec![]);
}

#[test]
fn a_clock_time_without_a_day_is_a_note() {
    let plan = of("Møte kl. 12.00\n1. Ferielister\n");
    assert_eq!(plan.starts_at, "");
    assert!(plan.notes.contains(&"12:00".to_owned()));
}

#[test]
fn rows_past_the_limit_are_notes() {
    let rows: Vec<String> = (1..=45).map(|number| format!("{number}. Sak {number}")).collect();
    let plan = of(&rows.join("\n"));
    assert_eq!(plan.items.len(), 40);
    assert!(plan.notes.iter().any(|note| note.contains("Sak 45")));
}

proptest! {
    #[test]
    fn every_plan_that_is_read_may_be_saved(text in "(([0-9]{1,2}[.] )?[a-zæøå?:() -]{0,400}\n){0,6}") {
        prop_assert_eq!(of(&text).over_limits(), vec![]);
    }
}
