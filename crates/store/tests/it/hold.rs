use std::time::Duration;

use store::hold::{Hold, Served};
use store::{End, Options, Store};
use tokio::time::timeout;

use crate::harness::{Home, ORG, forgetful, new_meeting, on_both_engines};

const NOTICED_WITHIN: Duration = Duration::from_secs(20);
const END_SESSION: &str = "select pg_terminate_backend(pid) from pg_locks \
    where locktype = 'advisory' and objid = 736182951 and database = \
        (select oid from pg_database where datname = current_database())";

on_both_engines! {
    a_second_server_is_refused_until_the_first_is_gone,
    servers_that_all_say_so_share,
    a_visit_goes_beside_a_server,
    a_visit_changes_no_tables_under_a_server,
}

async fn open(home: &Home, hold: Hold) -> store::Result<Store> {
    Store::open_with(&home.location, &Options { hold, ..forgetful() }).await
}

async fn is_refused(home: &Home, hold: Hold) {
    let why = open(home, hold).await.err().expect("it is refused");
    assert!(Served::is_in(&why), "{why:#}");
    assert!(why.to_string().contains("served by"), "{why:#}");
}

async fn a_second_server_is_refused_until_the_first_is_gone(home: Home) {
    let first = open(&home, Hold::Alone).await.unwrap();
    is_refused(&home, Hold::Alone).await;
    is_refused(&home, Hold::Several).await;
    first.close().await;
    let second = open(&home, Hold::Alone).await.unwrap();
    second.close().await;
}

async fn servers_that_all_say_so_share(home: Home) {
    let first = open(&home, Hold::Several).await.unwrap();
    let second = open(&home, Hold::Several).await.unwrap();
    is_refused(&home, Hold::Alone).await;
    first.close().await;
    is_refused(&home, Hold::Alone).await;
    second.close().await;
    open(&home, Hold::Alone).await.unwrap().close().await;
}

async fn a_visit_goes_beside_a_server(home: Home) {
    let server = open(&home, Hold::Alone).await.unwrap();
    server.migrate().await.unwrap();
    let visit = Store::visit(&home.location, &forgetful()).await.unwrap();
    visit.org(&ORG).create_meeting(new_meeting("m2", "222222")).await.unwrap();
    visit.close().await;
    assert!(server.org(&ORG).meeting(&"m2".into()).await.unwrap().is_some());
    server.close().await;
    let visit = Store::visit(&home.location, &forgetful()).await.unwrap();
    // Nor does it stand in the way of one that starts.
    let server = open(&home, Hold::Alone).await.unwrap();
    server.close().await;
    visit.close().await;
}

async fn a_visit_changes_no_tables_under_a_server(home: Home) {
    let server = open(&home, Hold::Alone).await.unwrap();
    let why = Store::visit(&home.location, &forgetful()).await.err().expect("it is refused");
    assert!(why.to_string().contains("a server of another version"), "{why:#}");
    assert_eq!(home.number("select count(*) from meeting").await, None);
    server.close().await;
    Store::visit(&home.location, &forgetful()).await.unwrap().close().await;
    assert_eq!(home.number("select count(*) from meeting").await, Some(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hold_on_postgres_is_taken_again_when_its_session_is_lost() {
    let home = Home::on_postgres().await;
    let server = open(&home, Hold::Alone).await.unwrap();
    home.run(END_SESSION).await;
    tokio::time::sleep(Duration::from_secs(4)).await;
    is_refused(&home, Hold::Alone).await;
    server.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_whose_hold_another_has_taken_is_told_to_end() {
    let home = Home::on_postgres().await;
    let first = open(&home, Hold::Alone).await.unwrap();
    home.run(END_SESSION).await;
    let second = open(&home, Hold::Alone).await.unwrap();
    let end = timeout(NOTICED_WITHIN, first.end()).await.expect("it is told");
    assert_eq!(end, End::TakenOver);
    second.close().await;
}
