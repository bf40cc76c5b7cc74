use kernel::ids::MeetingId;
use store::Store;

use crate::harness::{Home, ORG, new_meeting, on_both_engines};

const SECRET: &str = "secret";

on_both_engines! {
    pairs_are_kept_from_one_meeting_to_the_next,
    a_meeting_that_ends_again_replaces_its_own_pairs,
    only_the_newest_meetings_count,
    what_counts_no_more_is_deleted,
    the_whole_history_can_be_deleted,
    what_is_deleted_while_it_is_written_stays_deleted,
    the_first_secret_wins,
    another_organisation_sees_nothing_of_it,
}

async fn pairs_are_kept_from_one_meeting_to_the_next(home: Home) {
    let store = with_meetings(&home, 2).await;
    keep(&store, 1, &[("a", "b"), ("a", "c")]).await;
    assert!(before(&store, "m1").await.is_empty());
    let found = before(&store, "m2").await;
    assert_eq!(found, ["m1 a b", "m1 a c"]);
}

async fn a_meeting_that_ends_again_replaces_its_own_pairs(home: Home) {
    let store = with_meetings(&home, 2).await;
    keep(&store, 1, &[("a", "b")]).await;
    keep(&store, 1, &[("a", "c")]).await;
    assert_eq!(before(&store, "m2").await, ["m1 a c"]);
    assert_eq!(home.number("select count(*) from encounter where meeting = 'm1'").await, Some(1));
    assert_eq!(home.number("select count(*) from encounter where meeting = 'm2'").await, Some(0));
}

async fn only_the_newest_meetings_count(home: Home) {
    let store = with_meetings(&home, 7).await;
    for number in 1..=6 {
        keep(&store, number, &[("a", "b")]).await;
    }
    let found = before(&store, "m7").await;
    assert_eq!(found, ["m6 a b", "m5 a b", "m4 a b", "m3 a b", "m2 a b"]);
    assert_eq!(store.org(&ORG).meetings_remembered().await.unwrap(), 6);
}

async fn what_counts_no_more_is_deleted(home: Home) {
    let store = with_meetings(&home, 9).await;
    for number in (1..=8).rev() {
        keep(&store, number, &[("a", "b")]).await;
    }
    assert_eq!(store.org(&ORG).meetings_remembered().await.unwrap(), 6);
    assert_eq!(home.number("select count(*) from encounter where meeting = 'm2'").await, Some(0));
    assert_eq!(home.number("select count(*) from encounter where meeting = 'm3'").await, Some(1));
}

async fn the_whole_history_can_be_deleted(home: Home) {
    let store = with_meetings(&home, 2).await;
    keep(&store, 1, &[("a", "b")]).await;
    store.org(&ORG).forget_encounters(5000, "another").await.unwrap();
    assert!(before(&store, "m2").await.is_empty());
    assert_eq!(store.org(&ORG).meetings_remembered().await.unwrap(), 0);
    assert_eq!(store.org(&ORG).encounters_deleted_at().await.unwrap(), Some(5000));
    assert_eq!(store.org(&"naboskole".into()).encounters_deleted_at().await.unwrap(), None);
}

async fn what_is_deleted_while_it_is_written_stays_deleted(home: Home) {
    let store = with_meetings(&home, 2).await;
    let secret = store.org(&ORG).encounter_secret(SECRET).await.unwrap();
    store.org(&ORG).forget_encounters(5000, "another").await.unwrap();
    let pairs = [("a".to_owned(), "b".to_owned())];
    assert!(!store.org(&ORG).keep_encounters(&"m1".into(), &pairs, 4000, &secret).await.unwrap());
    assert_eq!(store.org(&ORG).meetings_remembered().await.unwrap(), 0);
    assert!(store.org(&ORG).keep_encounters(&"m1".into(), &pairs, 6000, "another").await.unwrap());
    assert_eq!(store.org(&ORG).meetings_remembered().await.unwrap(), 1);
}

async fn the_first_secret_wins(home: Home) {
    let store = home.open().await;
    assert_eq!(store.org(&ORG).encounter_secret("first").await.unwrap(), "first");
    assert_eq!(store.org(&ORG).encounter_secret("second").await.unwrap(), "first");
    assert_eq!(store.org(&"naboskole".into()).encounter_secret("second").await.unwrap(), "second");
}

async fn another_organisation_sees_nothing_of_it(home: Home) {
    let store = with_meetings(&home, 1).await;
    keep(&store, 1, &[("a", "b")]).await;
    assert_eq!(
        store.org(&"naboskole".into()).encounters_before(&"x".into()).await.unwrap(),
        vec![]
    );
}

async fn with_meetings(home: &Home, count: i64) -> Store {
    let store = home.open().await;
    for number in 1..=count {
        let new = new_meeting(&format!("m{number}"), &format!("10000{number}"));
        store.org(&ORG).create_meeting(new).await.unwrap();
    }
    store
}

async fn keep(store: &Store, meeting: i64, pairs: &[(&str, &str)]) {
    let pairs: Vec<(String, String)> =
        pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
    let secret = store.org(&ORG).encounter_secret(SECRET).await.unwrap();
    let meeting_id = MeetingId::from(format!("m{meeting}"));
    assert!(store.org(&ORG).keep_encounters(&meeting_id, &pairs, meeting, &secret).await.unwrap());
}

async fn before(store: &Store, meeting: &str) -> Vec<String> {
    let found = store.org(&ORG).encounters_before(&meeting.into()).await.unwrap();
    let line =
        |it: &store::encounters::Encounter| format!("{} {} {}", it.meeting, it.one, it.other);
    found.iter().map(line).collect()
}
