use kernel::ids::PlanVersion;
use store::plans::PlanEdit;
use store::text::NulInText;
use store::versions::{Saved, Version};

use crate::harness::{Home, MEETING, ORG, batch, on_both_engines, op};

on_both_engines! {
    every_version_of_a_plan_is_kept,
    a_lost_update_is_refused_with_the_current_text,
    of_two_who_save_at_once_exactly_one_does,
    an_edit_that_is_repeated_gets_its_first_answer,
    a_refused_edit_leaves_its_op_free,
    an_op_is_one_in_the_plan_and_in_the_log,
    a_plan_needs_its_meeting,
    a_plan_with_nul_is_refused,
}

async fn every_version_of_a_plan_is_kept(home: Home) {
    let store = home.open_with_meeting().await;
    assert_eq!(
        store.org(&ORG).save_plan(edit(1, "to")).await.unwrap(),
        Saved::New { version: PlanVersion(2) }
    );
    assert_eq!(
        store.org(&ORG).save_plan(edit(2, "tre 🎈")).await.unwrap(),
        Saved::New { version: PlanVersion(3) }
    );
    assert_eq!(
        store.org(&ORG).plan(&MEETING).await.unwrap(),
        Some((PlanVersion(3), "tre 🎈".into()))
    );
    assert_eq!(
        store.org(&ORG).plan_at(&MEETING, PlanVersion(2)).await.unwrap().as_deref(),
        Some("to")
    );
    assert_eq!(store.org(&ORG).plan_at(&MEETING, PlanVersion(4)).await.unwrap(), None);
    let versions = store.org(&ORG).plan_versions(&MEETING).await.unwrap();
    let wanted = [(1, 1000), (2, 3000), (3, 3000)];
    assert_eq!(versions, wanted.map(|(version, at)| Version { version: PlanVersion(version), at }));
}

async fn a_lost_update_is_refused_with_the_current_text(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).save_plan(edit(1, "hennes")).await.unwrap();
    let moved = Saved::Moved { current_version: PlanVersion(2), body: "hennes".into() };
    assert_eq!(store.org(&ORG).save_plan(edit(1, "hans")).await.unwrap(), moved);
    assert_eq!(store.org(&ORG).save_plan(edit(5, "hans")).await.unwrap(), moved);
    assert_eq!(store.org(&ORG).save_plan(edit(0, "hans")).await.unwrap(), moved);
    assert_eq!(store.org(&ORG).plan_versions(&MEETING).await.unwrap().len(), 2);
}

async fn of_two_who_save_at_once_exactly_one_does(home: Home) {
    let here = home.open_with_meeting().await;
    let here_org = here.org(&ORG);
    let there = home.open().await;
    let there_org = there.org(&ORG);
    for version in 1..20 {
        let (one, two) = tokio::join!(
            here_org.save_plan(edit(version, "one")),
            there_org.save_plan(edit(version, "two"))
        );
        let (one, two) = (one.unwrap(), two.unwrap());
        let new = Saved::New { version: PlanVersion(version + 1) };
        let (loser, text) = if one == new { (two, "one") } else { (one, "two") };
        let moved = Saved::Moved { current_version: PlanVersion(version + 1), body: text.into() };
        assert_eq!(loser, moved);
    }
}

async fn an_edit_that_is_repeated_gets_its_first_answer(home: Home) {
    let store = home.open_with_meeting().await;
    let first = PlanEdit { op: Some(op("o", "saved 2")), ..edit(1, "to") };
    assert_eq!(
        store.org(&ORG).save_plan(first.clone()).await.unwrap(),
        Saved::New { version: PlanVersion(2) }
    );
    let again = PlanEdit { op: Some(op("o", "saved 3")), ..first };
    let repeated = Saved::Repeated { answer: "saved 2".into() };
    assert_eq!(store.org(&ORG).save_plan(again).await.unwrap(), repeated);
    assert_eq!(store.org(&ORG).plan_versions(&MEETING).await.unwrap().len(), 2);
}

async fn a_refused_edit_leaves_its_op_free(home: Home) {
    let store = home.open_with_meeting().await;
    let late = PlanEdit { op: Some(op("o", "x")), ..edit(7, "to") };
    assert!(matches!(store.org(&ORG).save_plan(late.clone()).await.unwrap(), Saved::Moved { .. }));
    let now = PlanEdit { expected_version: PlanVersion(1), ..late };
    assert_eq!(
        store.org(&ORG).save_plan(now).await.unwrap(),
        Saved::New { version: PlanVersion(2) }
    );
}

async fn an_op_is_one_in_the_plan_and_in_the_log(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "o")).await.unwrap();
    let same = PlanEdit { op: Some(op("o", "x")), ..edit(1, "to") };
    let repeated = Saved::Repeated { answer: "answer to o".into() };
    assert_eq!(store.org(&ORG).save_plan(same).await.unwrap(), repeated);
}

async fn a_plan_needs_its_meeting(home: Home) {
    let store = home.open().await;
    assert!(store.org(&ORG).save_plan(edit(0, "x")).await.is_err());
    assert_eq!(store.org(&ORG).plan(&MEETING).await.unwrap(), None);
    store.ready().await.unwrap();
}

async fn a_plan_with_nul_is_refused(home: Home) {
    let store = home.open_with_meeting().await;
    let refused = store.org(&ORG).save_plan(edit(1, "a\0b")).await.unwrap_err();
    assert!(NulInText::is_in(&refused), "{refused:?}");
    assert_eq!(store.org(&ORG).plan(&MEETING).await.unwrap(), Some((PlanVersion(1), "{}".into())));
}

fn edit(expected_version: i64, body: &str) -> PlanEdit {
    PlanEdit {
        meeting: MEETING.clone(),
        expected_version: PlanVersion(expected_version),
        body: body.into(),
        at: 3000,
        op: None,
        outbox: vec![],
    }
}
