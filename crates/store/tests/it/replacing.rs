//! Facts that others take the place of.

use store::meetings::Settled;

use crate::harness::{Home, MEETING, ORG, batch, bodies, on_both_engines};

on_both_engines! {
    a_fact_is_read_in_the_place_of_another,
    a_meeting_that_is_over_is_found_by_a_text_in_its_facts,
}

async fn a_fact_is_read_in_the_place_of_another(home: Home) {
    let store = home.open_with_meeting().await;
    let org = store.org(&ORG);
    for (seq, name) in [(0, "a"), (1, "b"), (2, "c")] {
        org.append(batch(seq, name)).await.unwrap();
    }
    let before = org.facts_after(&MEETING, 0).await.unwrap();
    let instead = [(2, "\"told no more\"".to_owned()), (9, "\"is not there\"".to_owned())];
    org.replace_facts(&MEETING, &instead).await.unwrap();
    store.org(&"another".into()).replace_facts(&MEETING, &[(1, "\"x\"".to_owned())]).await.unwrap();
    let after = bodies(&store).await;
    assert_eq!(after.len(), 3);
    assert_eq!(after[1], "\"told no more\"");
    assert_eq!([&after[0], &after[2]], [&before[0].body, &before[2].body]);
    assert_eq!(org.facts_after(&MEETING, 0).await.unwrap()[1].at, before[1].at);
    assert_eq!(store.damage().await.unwrap(), vec![]);
    org.append(batch(3, "d")).await.unwrap();
}

async fn a_meeting_that_is_over_is_found_by_a_text_in_its_facts(home: Home) {
    let store = home.open_with_meeting().await;
    let org = store.org(&ORG);
    let mut told = batch(0, "a");
    told.facts = vec!["{\"fact\":\"told\"}".to_owned()];
    let seq = org.append(told).await.unwrap().seq;
    assert_eq!(store.over_with("\"told\"").await.unwrap(), vec![]);
    assert_eq!(org.settle_end(&MEETING, seq, Some(1)).await.unwrap(), Settled::Done);
    assert_eq!(store.over_with("\"told\"").await.unwrap(), vec![(ORG.clone(), MEETING.clone())]);
    assert_eq!(store.over_with("\"untold\"").await.unwrap(), vec![]);
}
