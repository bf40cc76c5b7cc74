use store::meetings::NewMeeting;
use store::outbox::OutboxRow;

use crate::harness::{Home, MEETING, ORG, new_meeting, on_both_engines};

on_both_engines! {
    due_work_is_taken_by_one_worker,
    work_that_is_done_stays_done,
    work_of_a_worker_that_died_falls_due_again,
    work_that_failed_comes_later,
    two_workers_never_take_the_same,
    what_is_not_done_is_counted_by_kind,
}

async fn due_work_is_taken_by_one_worker(home: Home) {
    let store = home.open().await;
    ask(&store, vec![mail("w1"), OutboxRow { due_at: 9000, ..mail("w2") }]).await;
    let claimed = store.claim("mail", 5000, 6000).await.unwrap();
    assert_eq!(claimed.len(), 1);
    let work = &claimed[0];
    assert_eq!((work.org.as_str(), work.id.as_str(), work.attempts), (ORG.as_str(), "w1", 1));
    assert_eq!((work.kind.as_str(), work.body.as_str(), work.created_at), ("mail", "{}", 4000));
    assert!(store.claim("mail", 5000, 6000).await.unwrap().is_empty());
    assert!(store.claim("file", 9999, 10_000).await.unwrap().is_empty());
}

async fn work_that_is_done_stays_done(home: Home) {
    let store = home.open().await;
    ask(&store, vec![mail("w1")]).await;
    store.claim("mail", 5000, 6000).await.unwrap();
    assert!(store.org(&ORG).mark_done("w1", 5500).await.unwrap());
    assert!(!store.org(&ORG).mark_done("w1", 5600).await.unwrap());
    assert!(store.claim("mail", 9000, 9999).await.unwrap().is_empty());
    let again = NewMeeting { outbox: vec![mail("w1")], ..new_meeting("m2", "222222") };
    store.org(&ORG).create_meeting(again).await.unwrap();
    assert!(store.claim("mail", 9000, 9999).await.unwrap().is_empty());
}

async fn work_of_a_worker_that_died_falls_due_again(home: Home) {
    let store = home.open().await;
    ask(&store, vec![mail("w1")]).await;
    store.claim("mail", 5000, 6000).await.unwrap();
    let claimed = store.claim("mail", 6000, 7000).await.unwrap();
    assert_eq!((claimed.len(), claimed[0].attempts), (1, 2));
}

async fn work_that_failed_comes_later(home: Home) {
    let store = home.open().await;
    ask(&store, vec![mail("w1")]).await;
    store.claim("mail", 5000, 6000).await.unwrap();
    store.org(&ORG).postpone("w1", 8000).await.unwrap();
    assert!(store.claim("mail", 7000, 7500).await.unwrap().is_empty());
    assert_eq!(store.claim("mail", 8000, 9000).await.unwrap().len(), 1);
}

async fn two_workers_never_take_the_same(home: Home) {
    let here = home.open().await;
    let there = home.open().await;
    ask(&here, (0..50).map(|number| mail(&format!("w{number}"))).collect()).await;
    let (one, two) = tokio::join!(here.claim("mail", 5000, 6000), there.claim("mail", 5000, 6000));
    assert_eq!(one.unwrap().len() + two.unwrap().len(), 50);
}

async fn what_is_not_done_is_counted_by_kind(home: Home) {
    let store = home.open().await;
    let file = OutboxRow { kind: "file".into(), ..mail("w3") };
    ask(&store, vec![mail("w1"), OutboxRow { due_at: 9000, ..mail("w2") }, file]).await;
    store.claim("mail", 5000, 6000).await.unwrap();
    assert!(
        store.org(&ORG).waits("w1").await.unwrap() && !store.org(&ORG).waits("w9").await.unwrap()
    );
    store.org(&ORG).mark_done("w3", 5500).await.unwrap();
    assert!(!store.org(&ORG).waits("w3").await.unwrap());
    assert_eq!(store.waiting().await.unwrap(), [("mail".to_owned(), 2)]);
}

pub fn mail(id: &str) -> OutboxRow {
    OutboxRow {
        id: id.into(),
        kind: "mail".into(),
        body: "{}".into(),
        created_at: 4000,
        due_at: 4000,
    }
}

async fn ask(store: &store::Store, outbox: Vec<OutboxRow>) {
    let new = NewMeeting { outbox, ..new_meeting(MEETING.as_str(), "123456") };
    store.org(&ORG).create_meeting(new).await.unwrap();
}
