//! Versions as people read them.

use super::{Piece, What, diff, words};
use crate::document::fields::PlanField;
use crate::document::{Item, MeetingKind, OwnStep, Plan, Standing};
use crate::edit::At;

fn plan(titles: &[&str]) -> Plan {
    let item = |title: &&str| Item { title: (*title).to_owned(), minutes: 10, ..Item::default() };
    Plan { items: titles.iter().map(item).collect(), ..Plan::default() }.with_ids()
}

fn changes(before: &Plan, after: &Plan) -> Vec<(String, What)> {
    diff(before, after).into_iter().map(|it| (it.at.to_string(), it.what)).collect()
}

#[test]
fn the_same_plan_has_no_changes() {
    assert_eq!(diff(&plan(&["A"]), &plan(&["A"])), vec![]);
}

#[test]
fn words_that_went_and_came_are_seen_in_their_sentence() {
    assert_eq!(
        words("Vi møtes for å lære", "Vi møtes for å prøve"),
        [
            Piece::Kept("Vi møtes for å ".to_owned()),
            Piece::Removed("lære".to_owned()),
            Piece::Added("prøve".to_owned())
        ]
    );
}

#[test]
fn rows_are_added_removed_and_moved() {
    let before = plan(&["A", "B", "C"]);
    let mut after = before.clone();
    after.items.rotate_right(1);
    assert_eq!(changes(&before, &after), [("i3".to_owned(), What::Moved { from: 3, to: 1 })]);
    after.items.remove(1);
    after.items.push(Item { id: "i4".to_owned(), title: "D".to_owned(), ..Item::default() });
    assert_eq!(
        changes(&before, &after),
        [
            ("i3".to_owned(), What::Moved { from: 3, to: 1 }),
            ("i4".to_owned(), What::Added { place: 3 }),
            ("i1".to_owned(), What::Removed { place: 1 }),
        ]
    );
}

#[test]
fn numbers_choices_and_switches_say_from_and_to() {
    let before = plan(&["A"]);
    let mut after = before.clone();
    after.kind = MeetingKind::Mixed;
    after.roles_wanted = true;
    after.standing = Standing::Notice;
    after.items[0].minutes = 25;
    let choice = |field, from: &str, to: &str| {
        let (from, to) = (from.to_owned(), to.to_owned());
        ("plan".to_owned(), What::Choice { field, from, to })
    };
    assert_eq!(
        changes(&before, &after),
        [
            choice(PlanField::Kind, "development", "mixed"),
            ("plan".to_owned(), What::Turned { field: PlanField::RolesWanted, on: true }),
            choice(PlanField::Standing, "draft", "notice"),
            ("i1".to_owned(), What::Number { field: PlanField::Minutes, from: 10, to: 25 }),
        ]
    );
}

#[test]
fn own_steps_stand_as_steps_not_as_words() {
    let before = plan(&["A"]);
    let mut after = before.clone();
    let says = "Del én ting".to_owned();
    let step = OwnStep { says, ..OwnStep::new(kernel::step::Mode::Pair, 4) };
    after.items[0].own_steps = vec![step.clone()];
    let what = What::OwnSteps { from: vec![], to: vec![step] };
    assert_eq!(changes(&before, &after), [("i1".to_owned(), what)]);
}

#[test]
fn a_change_names_its_row() {
    let before = plan(&["Samtale"]);
    let mut after = before.clone();
    after.items[0].questions.push("Hva?".to_owned());
    let change = diff(&before, &after).remove(0);
    assert_eq!((change.title.as_str(), change.at), ("Samtale", At::Item("i1".to_owned())));
    assert_eq!(PlanField::NoPreparation.key(), "no-preparation");
}
