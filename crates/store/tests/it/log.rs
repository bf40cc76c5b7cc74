use std::time::Duration;

use store::log::{Append, AppendError, Appended, Op};

use crate::harness::{
    Home, MEETING, ORG, access_row, batch, bodies, forgetful, new_meeting, on_both_engines, op,
};

on_both_engines! {
    facts_are_numbered_in_the_order_they_came,
    facts_and_answers_survive_a_reopening,
    an_op_that_is_repeated_gets_its_first_answer,
    an_op_repeated_in_the_same_group_gets_its_first_answer,
    a_repeated_op_is_told_its_answer_even_when_the_meeting_has_moved_on,
    a_batch_made_on_old_facts_hears_where_the_meeting_is,
    a_batch_made_on_facts_to_come_is_refused,
    a_batch_of_a_missing_meeting_is_refused,
    a_refused_batch_leaves_nothing,
    of_two_racing_for_a_number_exactly_one_wins,
    of_two_stores_racing_for_a_number_exactly_one_wins,
    many_hosts_at_two_stores_lose_nothing,
    a_failing_batch_in_the_middle_of_a_group_leaves_the_others,
    one_meeting_never_sees_the_facts_of_another,
    a_batch_without_facts_keeps_its_answer,
    a_batch_that_names_an_op_twice_is_refused,
    access_and_outbox_come_with_the_facts,
    a_large_batch_is_kept_whole,
    strange_letters_come_back_as_they_were,
    the_letter_nul_is_refused_and_nothing_is_stored,
    a_full_queue_says_so_at_once,
    closing_answers_what_is_waiting,
    a_closed_store_takes_nothing,
    an_asker_that_goes_away_loses_nothing,
}

async fn facts_are_numbered_in_the_order_they_came(home: Home) {
    let store = home.open_with_meeting().await;
    assert_eq!(store.org(&ORG).last_seq(&MEETING).await.unwrap(), 0);
    let two = Append { facts: vec!["1".into(), "2".into()], ..batch(0, "a") };
    assert_eq!(store.org(&ORG).append(two).await.unwrap(), Appended { seq: 2 });
    assert_eq!(store.org(&ORG).append(batch(2, "b")).await.unwrap(), Appended { seq: 3 });
    assert_eq!(bodies(&store).await, ["1", "2", "\"b\""]);
    assert_eq!(store.org(&ORG).last_seq(&MEETING).await.unwrap(), 3);
    let late = store.org(&ORG).facts_after(&MEETING, 2).await.unwrap();
    assert_eq!((late.len(), late[0].seq, late[0].at), (1, 3, 2000));
}

async fn facts_and_answers_survive_a_reopening(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "a")).await.unwrap();
    store.close().await;
    let store = home.open().await;
    assert_eq!(bodies(&store).await, ["\"a\""]);
    assert_eq!(store.org(&ORG).ops(&MEETING).await.unwrap(), [op("a", "answer to a")]);
    assert_eq!(store.org(&ORG).append(batch(1, "b")).await.unwrap(), Appended { seq: 2 });
}

async fn an_op_that_is_repeated_gets_its_first_answer(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "a")).await.unwrap();
    let again = Append { ops: vec![op("a", "another answer")], ..batch(1, "a") };
    expect_repeated(store.org(&ORG).append(again).await, "a", "answer to a");
    assert_eq!(bodies(&store).await, ["\"a\""]);
    assert_eq!(
        store.org(&ORG).answer(&MEETING, &"a".into()).await.unwrap().as_deref(),
        Some("answer to a")
    );
    assert_eq!(store.org(&ORG).answer(&MEETING, &"b".into()).await.unwrap(), None);
}

async fn an_op_repeated_in_the_same_group_gets_its_first_answer(home: Home) {
    let store = home.open_with_meeting().await;
    let org = store.org(&ORG);
    let again = Append { ops: vec![op("a", "another answer")], ..batch(1, "again") };
    let (first, second, third) =
        tokio::join!(org.append(batch(0, "a")), org.append(again), org.append(batch(1, "b")));
    first.unwrap();
    expect_repeated(second, "a", "answer to a");
    third.unwrap();
    assert_eq!(bodies(&store).await, ["\"a\"", "\"b\""]);
}

async fn a_repeated_op_is_told_its_answer_even_when_the_meeting_has_moved_on(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "a")).await.unwrap();
    store.org(&ORG).append(batch(1, "b")).await.unwrap();
    expect_repeated(store.org(&ORG).append(batch(0, "a")).await, "a", "answer to a");
}

async fn a_batch_made_on_old_facts_hears_where_the_meeting_is(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "a")).await.unwrap();
    store.org(&ORG).append(batch(1, "b")).await.unwrap();
    expect_moved(store.org(&ORG).append(batch(1, "c")).await, 2);
}

async fn a_batch_made_on_facts_to_come_is_refused(home: Home) {
    let store = home.open_with_meeting().await;
    expect_moved(store.org(&ORG).append(batch(7, "a")).await, 0);
    expect_moved(store.org(&ORG).append(batch(-1, "a")).await, 0);
    assert!(bodies(&store).await.is_empty());
}

async fn a_batch_of_a_missing_meeting_is_refused(home: Home) {
    let store = home.open_with_meeting().await;
    let lost = Append { meeting: "m9".into(), ..batch(0, "a") };
    assert!(matches!(store.org(&ORG).append(lost).await, Err(AppendError::Missing)));
    let annen = store.org(&"annen".into());
    assert!(matches!(annen.append(batch(0, "a")).await, Err(AppendError::Missing)));
}

async fn a_refused_batch_leaves_nothing(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "a")).await.unwrap();
    let late =
        Append { access: vec![access_row("t", Some(MEETING.as_str()), "guest")], ..batch(0, "b") };
    expect_moved(store.org(&ORG).append(late).await, 1);
    assert_eq!(bodies(&store).await, ["\"a\""]);
    assert_eq!(store.org(&ORG).answer(&MEETING, &"b".into()).await.unwrap(), None);
    assert!(store.access(&"t".into()).await.unwrap().is_empty());
}

async fn of_two_racing_for_a_number_exactly_one_wins(home: Home) {
    let store = home.open_with_meeting().await;
    let org = store.org(&ORG);
    for seq in 0..20 {
        let (one, two) = tokio::join!(
            org.append(batch(seq, &format!("one {seq}"))),
            org.append(batch(seq, &format!("two {seq}")))
        );
        expect_one_winner(one, two, seq + 1);
    }
    assert_eq!(bodies(&store).await.len(), 20);
}

async fn of_two_stores_racing_for_a_number_exactly_one_wins(home: Home) {
    let here = home.open_with_meeting().await;
    let here_org = here.org(&ORG);
    let there = home.open().await;
    let there_org = there.org(&ORG);
    for seq in 0..20 {
        let one = here_org.append(batch(seq, &format!("one {seq}")));
        let two = there_org.append(batch(seq, &format!("two {seq}")));
        let (one, two) = tokio::join!(one, two);
        expect_one_winner(one, two, seq + 1);
    }
    assert_eq!(bodies(&here).await.len(), 20);
}

/// Each of eight hosts retries until its ten facts are in, over two meetings and two stores.
async fn many_hosts_at_two_stores_lose_nothing(home: Home) {
    let here = home.open_with_meeting().await;
    here.org(&ORG).create_meeting(new_meeting("m2", "222222")).await.unwrap();
    let there = home.open().await;
    let mut hosts = tokio::task::JoinSet::new();
    for host in 0..8 {
        let store = if host % 2 == 0 { here.clone() } else { there.clone() };
        hosts.spawn(async move {
            for fact in 0..10 {
                let meeting = if fact % 2 == 0 { MEETING.as_str() } else { "m2" };
                let mut seq = 0;
                loop {
                    let name = format!("{host} {fact}");
                    let next = Append { meeting: meeting.into(), ..batch(seq, &name) };
                    match store.org(&ORG).append(next).await {
                        Ok(_) => break,
                        Err(AppendError::Moved { seq: newest }) => seq = newest,
                        Err(other) => panic!("{other}"),
                    }
                }
            }
        });
    }
    while let Some(host) = hosts.join_next().await {
        host.unwrap();
    }
    let mut found = bodies(&here).await;
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 40);
    assert_eq!(here.org(&ORG).last_seq(&"m2".into()).await.unwrap(), 40);
    assert_eq!(there.org(&ORG).ops(&"m2".into()).await.unwrap().len(), 40);
}

/// The second batch breaks a rule of the database itself, which aborts the whole transaction.
async fn a_failing_batch_in_the_middle_of_a_group_leaves_the_others(home: Home) {
    let store = home.open_with_meeting().await;
    let org = store.org(&ORG);
    let bad =
        Append { access: vec![access_row("t", Some(MEETING.as_str()), "")], ..batch(1, "bad") };
    let (first, second, third) =
        tokio::join!(org.append(batch(0, "a")), org.append(bad), org.append(batch(1, "b")));
    assert_eq!(first.unwrap(), Appended { seq: 1 });
    assert!(matches!(second, Err(AppendError::Failed(_))), "{second:?}");
    match third {
        Ok(appended) => assert_eq!(appended, Appended { seq: 2 }),
        // Judged in the group that the second spoiled, it may have been told to look again.
        Err(other) => expect_moved(Err(other), 1),
    }
    store.ready().await.unwrap();
    assert_eq!(bodies(&store).await, ["\"a\"", "\"b\""]);
}

async fn one_meeting_never_sees_the_facts_of_another(home: Home) {
    let store = home.open_with_meeting().await;
    let org = store.org(&ORG);
    org.create_meeting(new_meeting("m2", "222222")).await.unwrap();
    let other = Append { meeting: "m2".into(), ..batch(0, "a") };
    let (one, two) = tokio::join!(org.append(batch(0, "a")), org.append(other));
    assert_eq!((one.unwrap().seq, two.unwrap().seq), (1, 1));
    assert_eq!(bodies(&store).await.len(), 1);
    assert!(store.org(&"annen".into()).facts_after(&MEETING, 0).await.unwrap().is_empty());
}

async fn a_batch_without_facts_keeps_its_answer(home: Home) {
    let store = home.open_with_meeting().await;
    let quiet = Append { facts: vec![], ..batch(0, "a") };
    assert_eq!(store.org(&ORG).append(quiet).await.unwrap(), Appended { seq: 0 });
    expect_repeated(store.org(&ORG).append(batch(0, "a")).await, "a", "answer to a");
}

async fn a_batch_that_names_an_op_twice_is_refused(home: Home) {
    let store = home.open_with_meeting().await;
    let twice = Append { ops: vec![op("a", "1"), op("a", "2")], ..batch(0, "a") };
    assert!(matches!(store.org(&ORG).append(twice).await, Err(AppendError::Failed(_))));
    assert!(bodies(&store).await.is_empty());
}

async fn access_and_outbox_come_with_the_facts(home: Home) {
    let store = home.open_with_meeting().await;
    let row = access_row("t", Some(MEETING.as_str()), "guest");
    let mail = crate::outbox::mail("w1");
    let join = Append { access: vec![row.clone()], outbox: vec![mail], ..batch(0, "a") };
    store.org(&ORG).append(join).await.unwrap();
    assert_eq!(store.access(&"t".into()).await.unwrap()[0].grant, row);
    assert_eq!(store.claim("mail", 5000, 6000).await.unwrap()[0].id, "w1");
}

async fn a_large_batch_is_kept_whole(home: Home) {
    let store = home.open_with_meeting().await;
    let facts: Vec<String> = (0..777).map(|fact| fact.to_string()).collect();
    let ops: Vec<Op> = (0..777).map(|id| op(&id.to_string(), "ok")).collect();
    let large = Append { facts: facts.clone(), ops, ..batch(0, "a") };
    assert_eq!(store.org(&ORG).append(large).await.unwrap(), Appended { seq: 777 });
    assert_eq!(bodies(&store).await, facts);
    assert_eq!(store.org(&ORG).ops(&MEETING).await.unwrap().len(), 777);
    expect_repeated(store.org(&ORG).append(batch(777, "776")).await, "776", "ok");
}

async fn strange_letters_come_back_as_they_were(home: Home) {
    let store = home.open_with_meeting().await;
    let strange = [
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "שלום \u{202e}abc\u{2066}",
        "a\u{30a}ngstro\u{308}m",
        "ŋ đ ŧ Č",
        "'; drop table fact; -- \\ \" $1 ?",
        "\\u0000 as JSON writes it",
        "\u{feff}\u{fffd}\u{10ffff}",
        "",
        "linje\r\nlinje\t",
    ];
    let facts: Vec<String> = strange.iter().map(|&text| text.to_owned()).collect();
    store.org(&ORG).append(Append { facts: facts.clone(), ..batch(0, "a") }).await.unwrap();
    assert_eq!(bodies(&store).await, facts);
}

async fn the_letter_nul_is_refused_and_nothing_is_stored(home: Home) {
    let store = home.open_with_meeting().await;
    let bad = Append { facts: vec!["a\0b".into()], ..batch(0, "a") };
    assert!(matches!(store.org(&ORG).append(bad).await, Err(AppendError::NulInText)));
    let bad = Append { ops: vec![op("a", "\0")], ..batch(0, "a") };
    assert!(matches!(store.org(&ORG).append(bad).await, Err(AppendError::NulInText)));
    let bad = Append { access: vec![access_row("\0", None, "guest")], ..batch(0, "a") };
    assert!(matches!(store.org(&ORG).append(bad).await, Err(AppendError::NulInText)));
    assert!(bodies(&store).await.is_empty());
    assert_eq!(store.org(&ORG).append(batch(0, "a")).await.unwrap(), Appended { seq: 1 });
}

async fn a_full_queue_says_so_at_once(home: Home) {
    let store = home.open_with_meeting().await;
    let mut waiting = tokio::task::JoinSet::new();
    let (mut busy, mut kept) = (0, 0);
    for number in 0..3 * store::QUEUE_MAX {
        let store = store.clone();
        let quiet = Append { facts: vec![], ..batch(0, &number.to_string()) };
        waiting.spawn(async move { store.org(&ORG).append(quiet).await });
    }
    while let Some(verdict) = waiting.join_next().await {
        match verdict.unwrap() {
            Ok(_) => kept += 1,
            Err(AppendError::Busy) => busy += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(0 < busy, "three queues of batches never filled one");
    assert_eq!(store.org(&ORG).ops(&MEETING).await.unwrap().len(), kept);
}

async fn closing_answers_what_is_waiting(home: Home) {
    let store = home.open_with_meeting().await;
    let mut waiting = tokio::task::JoinSet::new();
    for number in 0..200 {
        let store = store.clone();
        let quiet = Append { facts: vec![], ..batch(0, &number.to_string()) };
        waiting.spawn(async move { store.org(&ORG).append(quiet).await.is_ok() });
    }
    tokio::time::sleep(Duration::from_millis(1)).await;
    store.close().await;
    let mut kept = 0;
    while let Some(is_kept) = waiting.join_next().await {
        kept += usize::from(is_kept.unwrap());
    }
    let store = home.open().await;
    assert_eq!(store.org(&ORG).ops(&MEETING).await.unwrap().len(), kept);
}

async fn a_closed_store_takes_nothing(home: Home) {
    let store = home.open_with_meeting().await;
    store.clone().close().await;
    assert!(matches!(store.org(&ORG).append(batch(0, "a")).await, Err(AppendError::Failed(_))));
    assert!(store.ready().await.is_err());
}

async fn an_asker_that_goes_away_loses_nothing(home: Home) {
    let store = home.open_with_meeting().await;
    let org = store.org(&ORG);
    let gone = tokio::time::timeout(Duration::ZERO, org.append(batch(0, "a"))).await;
    drop(gone);
    store.ready().await.unwrap();
    assert_eq!(bodies(&store).await, ["\"a\""]);
}

#[tokio::test]
async fn a_writer_that_takes_one_batch_at_a_time_keeps_the_same_contract() {
    let home = Home::on_sqlite();
    let options = store::Options { group_batches_max: 1, ..forgetful() };
    let store = store::Store::open_with(&home.location, &options).await.unwrap();
    let org = store.org(&ORG);
    store.migrate().await.unwrap();
    org.create_meeting(new_meeting(MEETING.as_str(), "123456")).await.unwrap();
    let (one, two) = tokio::join!(org.append(batch(0, "one")), org.append(batch(0, "two")));
    expect_one_winner(one, two, 1);
}

fn expect_repeated(verdict: Result<Appended, AppendError>, op_wanted: &str, answer_wanted: &str) {
    match verdict {
        Err(AppendError::Repeated { op, answer }) => {
            assert_eq!((op.as_str(), answer.as_str()), (op_wanted, answer_wanted));
        }
        other => panic!("wanted a repetition, got {other:?}"),
    }
}

fn expect_moved(verdict: Result<Appended, AppendError>, seq_wanted: i64) {
    match verdict {
        Err(AppendError::Moved { seq }) => assert_eq!(seq, seq_wanted),
        other => panic!("wanted to hear of a move, got {other:?}"),
    }
}

fn expect_one_winner(
    one: Result<Appended, AppendError>,
    two: Result<Appended, AppendError>,
    seq: i64,
) {
    let (winner, loser) = if one.is_ok() { (one, two) } else { (two, one) };
    assert_eq!(winner.unwrap(), Appended { seq });
    expect_moved(loser, seq);
}
