use kernel::ids::MeetingId;
use store::sums::Damaged;
use store::{Location, Store};

use crate::harness::{Home, MEETING, ORG, batch, bodies, new_meeting, on_both_engines};

on_both_engines! {
    what_is_as_it_was_stored_is_no_damage,
    a_fact_that_was_changed_is_named_and_not_read,
    a_fact_that_is_gone_is_named,
    facts_from_before_are_read_as_they_are,
}

async fn with_facts(home: &Home) -> Store {
    let store = home.open_with_meeting().await;
    for (seq, name) in [(0, "a"), (1, "b"), (2, "c")] {
        store.org(&ORG).append(batch(seq, name)).await.unwrap();
    }
    store
}

fn damaged(seq: i64) -> Damaged {
    Damaged { org: ORG.clone(), meeting: MEETING.clone(), seq }
}

async fn what_is_as_it_was_stored_is_no_damage(home: Home) {
    let store = with_facts(&home).await;
    // More than are read at once.
    let other = MeetingId::from("m2");
    store.org(&ORG).create_meeting(new_meeting("m2", "222222")).await.unwrap();
    let mut many = batch(0, "many");
    many.meeting = other.clone();
    many.facts = (0..1200).map(|number| format!("\"{number}\"")).collect();
    store.org(&ORG).append(many).await.unwrap();
    assert_eq!(store.damage().await.unwrap(), vec![]);
    assert_eq!(store.org(&ORG).facts_after(&other, 0).await.unwrap().len(), 1200);
    home.run("update fact set at = at + 1 where meeting = 'm2' and seq = 1100").await;
    assert_eq!(store.damage().await.unwrap(), vec![Damaged { meeting: other, ..damaged(1100) }]);
}

async fn a_fact_that_was_changed_is_named_and_not_read(home: Home) {
    let store = with_facts(&home).await;
    home.run("update fact set body = '\"B\"' where seq = 2").await;
    assert_eq!(store.damage().await.unwrap(), vec![damaged(2)]);
    let why = store.org(&ORG).facts_after(&MEETING, 0).await.unwrap_err().to_string();
    assert!(why.contains("fact 2 of the meeting m1 is not what was stored"), "{why}");
    assert_eq!(store.org(&ORG).facts_after(&MEETING, 2).await.unwrap().len(), 1);
}

async fn a_fact_that_is_gone_is_named(home: Home) {
    let store = with_facts(&home).await;
    home.run("delete from fact where seq = 3").await;
    assert_eq!(store.damage().await.unwrap(), vec![damaged(3)]);
    home.run("delete from fact where seq = 1").await;
    assert_eq!(store.damage().await.unwrap()[0], damaged(1));
    assert!(store.org(&ORG).facts_after(&MEETING, 0).await.is_err());
}

async fn facts_from_before_are_read_as_they_are(home: Home) {
    let store = with_facts(&home).await;
    home.run("update fact set sum = null").await;
    assert_eq!(store.damage().await.unwrap(), vec![]);
    assert_eq!(bodies(&store).await, ["\"a\"", "\"b\"", "\"c\""]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bit_that_turned_in_the_file_is_noticed() {
    let home = Home::on_sqlite();
    let store = home.open_with_meeting().await;
    let mut told = batch(0, "a");
    told.facts = vec!["\"Vi lytter til hverandre\"".to_owned()];
    store.org(&ORG).append(told).await.unwrap();
    store.close().await;
    let Location::Directory(directory) = &home.location else { panic!("a folder was asked for") };
    let file = directory.join("sloyfe.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let text = b"Vi lytter";
    let at = bytes.windows(text.len()).position(|window| window == text).unwrap();
    bytes[at] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let store = home.open().await;
    assert_eq!(store.damage().await.unwrap(), vec![damaged(1)]);
}
