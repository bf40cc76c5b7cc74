use store::Store;

use crate::harness::{Home, ORG, new_meeting, on_both_engines};

on_both_engines! {
    pairs_are_kept_from_one_meeting_to_the_next,
    a_meeting_that_ends_again_replaces_its_own_pairs,
    only_the_newest_meetings_count,
    the_whole_history_can_be_deleted,
    another_organisation_sees_nothing_of_it,
}

async fn pairs_are_kept_from_one_meeting_to_the_next(home: Home) {
    let store = with_meetings(&home, 2).await;
    keep(&store, 1, &[("a", "b", 2), ("a", "c", 1)]).await;
    assert!(before(&store, "m1").await.is_empty());
    let found = before(&store, "m2").await;
    assert_eq!(found, ["m1 a b 2", "m1 a c 1"]);
}

async fn a_meeting_that_ends_again_replaces_its_own_pairs(home: Home) {
    let store = with_meetings(&home, 2).await;
    keep(&store, 1, &[("a", "b", 1)]).await;
    keep(&store, 1, &[("a", "c", 1)]).await;
    assert_eq!(before(&store, "m2").await, ["m1 a c 1"]);
}

async fn only_the_newest_meetings_count(home: Home) {
    let store = with_meetings(&home, 7).await;
    for number in 1..=6 {
        keep(&store, number, &[("a", "b", 1)]).await;
    }
    let found = before(&store, "m7").await;
    assert_eq!(found, ["m6 a b 1", "m5 a b 1", "m4 a b 1", "m3 a b 1", "m2 a b 1"]);
    assert_eq!(store.meetings_remembered(ORG).await.unwrap(), 6);
}

async fn the_whole_history_can_be_deleted(home: Home) {
    let store = with_meetings(&home, 2).await;
    keep(&store, 1, &[("a", "b", 1)]).await;
    store.forget_encounters(ORG).await.unwrap();
    assert!(before(&store, "m2").await.is_empty());
    assert_eq!(store.meetings_remembered(ORG).await.unwrap(), 0);
}

async fn another_organisation_sees_nothing_of_it(home: Home) {
    let store = with_meetings(&home, 1).await;
    keep(&store, 1, &[("a", "b", 1)]).await;
    assert_eq!(store.encounters_before("naboskole", "x").await.unwrap(), vec![]);
}

async fn with_meetings(home: &Home, count: i64) -> Store {
    let store = home.open().await;
    for number in 1..=count {
        let new = new_meeting(&format!("m{number}"), &format!("10000{number}"));
        store.create_meeting(new).await.unwrap();
    }
    store
}

async fn keep(store: &Store, meeting: i64, pairs: &[(&str, &str, i64)]) {
    let pairs: Vec<(String, String, i64)> = pairs
        .iter()
        .map(|(one, other, times)| ((*one).to_owned(), (*other).to_owned(), *times))
        .collect();
    store.keep_encounters(ORG, &format!("m{meeting}"), &pairs, meeting).await.unwrap();
}

async fn before(store: &Store, meeting: &str) -> Vec<String> {
    let found = store.encounters_before(ORG, meeting).await.unwrap();
    let line = |it: &store::encounters::Encounter| {
        format!("{} {} {} {}", it.meeting, it.one, it.other, it.times)
    };
    found.iter().map(line).collect()
}
