use store::{Location, Store};

use crate::harness::{Home, MEETING, ORG, batch, on_both_engines};
use crate::postgres;

on_both_engines! {
    migrating_an_empty_database_and_again_is_harmless,
    two_nodes_may_migrate_at_once,
    a_migration_that_fails_leaves_nothing,
    a_database_from_a_newer_binary_is_refused_in_plain_words,
    a_store_is_ready_only_when_migrated,
    being_ready_writes_a_heartbeat,
}

async fn migrating_an_empty_database_and_again_is_harmless(home: Home) {
    let store = home.try_open().await.unwrap();
    let version = store.migrate().await.unwrap();
    assert!(0 < version);
    assert_eq!(store.migrate().await.unwrap(), version);
    store.close().await;
    let store = home.try_open().await.unwrap();
    assert_eq!(store.migrate().await.unwrap(), version);
}

async fn two_nodes_may_migrate_at_once(home: Home) {
    let here = home.try_open().await.unwrap();
    let there = home.try_open().await.unwrap();
    let (one, two) = tokio::join!(here.migrate(), there.migrate());
    assert_eq!(one.unwrap(), two.unwrap());
}

/// A table in the way makes the first migration fail near its end.
async fn a_migration_that_fails_leaves_nothing(home: Home) {
    let store = home.try_open().await.unwrap();
    home.run("create table heartbeat (id bigint)").await;
    assert!(store.migrate().await.is_err());
    assert_eq!(home.number("select count(*) from meeting").await, None);
    home.run("drop table heartbeat").await;
    assert!(0 < store.migrate().await.unwrap());
    assert_eq!(home.number("select count(*) from meeting").await, Some(0));
}

async fn a_database_from_a_newer_binary_is_refused_in_plain_words(home: Home) {
    let store = home.open().await;
    home.run("insert into schema_version (version) values (999)").await;
    let refused = store.migrate().await.unwrap_err().to_string();
    assert!(refused.contains("newer Sløyfe (version 999"), "{refused}");
    store.close().await;
    let refused = home.try_open().await.err().expect("it is refused").to_string();
    assert!(refused.contains("newer Sløyfe (version 999"), "{refused}");
}

async fn a_store_is_ready_only_when_migrated(home: Home) {
    let store = home.try_open().await.unwrap();
    let refused = store.ready().await.unwrap_err().to_string();
    assert!(refused.contains("run migrate"), "{refused}");
    store.migrate().await.unwrap();
    store.ready().await.unwrap();
}

async fn being_ready_writes_a_heartbeat(home: Home) {
    let store = home.open().await;
    store.ready().await.unwrap();
    store.ready().await.unwrap();
    assert_eq!(home.number("select beats from heartbeat").await, Some(2));
}

#[tokio::test]
async fn a_postgres_that_may_forget_is_refused() {
    let url = Location::Url(postgres::address().to_owned());
    let refused = Store::open(&url).await.err().expect("it is refused").to_string();
    assert!(refused.contains("fsync=off"), "{refused}");
}

#[tokio::test]
async fn a_postgres_that_may_tear_a_page_is_refused() {
    let place = postgres::address();
    postgres::run(place, "alter system set full_page_writes = off").await;
    postgres::run(place, "select pg_reload_conf()").await;
    let url = Location::Url(place.to_owned());
    let refused = async {
        loop {
            let refused = Store::open(&url).await.err().expect("it is refused").to_string();
            if refused.contains("full_page_writes=off") {
                return;
            }
        }
    };
    let refused = tokio::time::timeout(std::time::Duration::from_secs(20), refused).await;
    postgres::run(place, "alter system reset full_page_writes").await;
    postgres::run(place, "select pg_reload_conf()").await;
    refused.expect("it is refused");
}

#[tokio::test]
async fn a_message_about_postgres_holds_no_password() {
    let url = Location::Url("postgres://sloyfe:hemmelig@127.0.0.1:1/ingen".to_owned());
    let refused = Store::open(&url).await.err().expect("it is refused");
    assert!(!format!("{refused:?} {refused:#}").contains("hemmelig"));
}

#[tokio::test]
async fn a_place_is_a_folder_or_an_address() {
    assert!(Location::from("/var/lib/sloyfe") == Location::Directory("/var/lib/sloyfe".into()));
    let url = "postgres://sloyfe@localhost/sloyfe";
    assert!(Location::from(url) == Location::Url(url.to_owned()));
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_folder_is_closed_to_others() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::on_sqlite();
    let store = home.open().await;
    let Location::Directory(directory) = &home.location else { panic!("a folder was asked for") };
    assert_eq!(directory.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    store.close().await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_folder_that_was_open_to_others_is_closed_with_all_in_it() {
    let home = Home::on_sqlite();
    let Location::Directory(directory) = &home.location else { panic!("a folder was asked for") };
    std::fs::create_dir_all(directory).unwrap();
    open_to_others(directory, 0o755);
    let store = home.open_with_meeting().await;
    assert_eq!(others_see(directory), Vec::<String>::new());
    store.close().await;
    // As an earlier version left it.
    open_to_others(&directory.join("sloyfe.db"), 0o644);
    let store = home.open().await;
    store.org(&ORG).append(batch(0, "a")).await.unwrap();
    assert_eq!(others_see(directory), Vec::<String>::new());
    store.close().await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_folder_that_holds_more_stays_as_it_was_and_its_files_are_closed() {
    let home = Home::on_sqlite();
    let Location::Directory(directory) = &home.location else { panic!("a folder was asked for") };
    std::fs::create_dir_all(directory.join("others")).unwrap();
    open_to_others(&directory.join("others"), 0o755);
    open_to_others(directory, 0o755);
    let store = home.open_with_meeting().await;
    let (own, theirs) = (directory.display().to_string(), directory.join("others"));
    assert_eq!(others_see(directory), vec![own, theirs.display().to_string()]);
    store.close().await;
}

#[cfg(unix)]
fn open_to_others(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// The folder and what is in it, as far as others may look at it.
#[cfg(unix)]
fn others_see(directory: &std::path::Path) -> Vec<String> {
    use std::os::unix::fs::PermissionsExt as _;
    let inside = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let all = std::iter::once(directory.to_owned()).chain(inside);
    let seen = all.filter(|path| path.metadata().unwrap().permissions().mode() & 0o077 != 0);
    seen.map(|path| path.display().to_string()).collect()
}

#[tokio::test]
async fn closing_leaves_one_file_that_holds_everything() {
    let home = Home::on_sqlite();
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "a")).await.unwrap();
    store.close().await;
    let Location::Directory(directory) = &home.location else { panic!("a folder was asked for") };
    assert!(!directory.join("sloyfe.db-wal").exists());
    let store = home.open().await;
    assert_eq!(store.org(&ORG).last_seq(&MEETING).await.unwrap(), 1);
}
