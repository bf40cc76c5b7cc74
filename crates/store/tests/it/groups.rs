use kernel::ids::PlanVersion;
use store::groups::{ExpectedRow, GroupsEdit};
use store::versions::Saved;

use crate::harness::{Home, MEETING, ORG, on_both_engines, op};

on_both_engines! {
    groups_and_the_people_in_them_are_stored_together,
    groups_that_somebody_else_changed_are_not_overwritten,
    a_repeated_change_of_groups_gets_its_first_answer,
    a_list_of_people_is_deleted_with_its_groups,
    every_version_of_the_groups_can_be_read_again,
}

async fn groups_and_the_people_in_them_are_stored_together(home: Home) {
    let store = home.open_with_meeting().await;
    assert_eq!(store.org(&ORG).expected(&MEETING).await.unwrap(), vec![]);
    let people = vec![person(1, "Kari"), person(2, "Ola")];
    let first = GroupsEdit { people: Some(people.clone()), ..edit(0, "a") };
    assert_eq!(
        store.org(&ORG).save_groups(first).await.unwrap(),
        Saved::New { version: PlanVersion(1) }
    );
    assert_eq!(store.org(&ORG).expected(&MEETING).await.unwrap(), people);
    store.org(&ORG).save_groups(edit(1, "b")).await.unwrap();
    assert_eq!(store.org(&ORG).expected(&MEETING).await.unwrap(), people);
    let fewer = GroupsEdit { people: Some(vec![person(2, "Ola")]), ..edit(2, "c") };
    store.org(&ORG).save_groups(fewer).await.unwrap();
    assert_eq!(store.org(&ORG).expected(&MEETING).await.unwrap(), vec![person(2, "Ola")]);
}

async fn groups_that_somebody_else_changed_are_not_overwritten(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).save_groups(edit(0, "hennes")).await.unwrap();
    let late = GroupsEdit { people: Some(vec![person(1, "Kari")]), ..edit(0, "hans") };
    let moved = Saved::Moved { current_version: PlanVersion(1), body: "hennes".into() };
    assert_eq!(store.org(&ORG).save_groups(late).await.unwrap(), moved);
    assert_eq!(store.org(&ORG).expected(&MEETING).await.unwrap(), vec![]);
    assert_eq!(
        store.org(&ORG).groups(&MEETING).await.unwrap(),
        Some((PlanVersion(1), "hennes".into()))
    );
}

async fn a_repeated_change_of_groups_gets_its_first_answer(home: Home) {
    let store = home.open_with_meeting().await;
    let first = GroupsEdit { op: Some(op("o", "saved 1")), ..edit(0, "a") };
    store.org(&ORG).save_groups(first.clone()).await.unwrap();
    let again = GroupsEdit { op: Some(op("o", "saved 2")), ..first };
    let repeated = Saved::Repeated { answer: "saved 1".into() };
    assert_eq!(store.org(&ORG).save_groups(again).await.unwrap(), repeated);
}

async fn a_list_of_people_is_deleted_with_its_groups(home: Home) {
    let store = home.open_with_meeting().await;
    let first = GroupsEdit { people: Some(vec![person(1, "Kari")]), ..edit(0, "a") };
    store.org(&ORG).save_groups(first).await.unwrap();
    store.org(&ORG).forget_groups(&MEETING).await.unwrap();
    assert_eq!(store.org(&ORG).expected(&MEETING).await.unwrap(), vec![]);
    assert_eq!(store.org(&ORG).groups(&MEETING).await.unwrap(), None);
}

async fn every_version_of_the_groups_can_be_read_again(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).save_groups(edit(0, "a")).await.unwrap();
    store.org(&ORG).save_groups(edit(1, "b")).await.unwrap();
    assert_eq!(
        store.org(&ORG).groups_at(&MEETING, PlanVersion(1)).await.unwrap().as_deref(),
        Some("a")
    );
    assert_eq!(store.org(&ORG).groups_at(&MEETING, PlanVersion(3)).await.unwrap(), None);
}

fn person(number: i64, name: &str) -> ExpectedRow {
    ExpectedRow { number, name: name.into(), unit: "Trinn 1".into(), work: String::new() }
}

fn edit(expected_version: i64, body: &str) -> GroupsEdit {
    GroupsEdit {
        meeting: MEETING.clone(),
        expected_version: PlanVersion(expected_version),
        body: body.into(),
        people: None,
        at: 3000,
        op: None,
    }
}
