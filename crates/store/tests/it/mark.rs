//! A database that has lost its newest writes says so.

use std::path::{Path, PathBuf};
use std::time::Duration;

use store::mark::TailLost;
use store::{Location, LostTail, Options, Store};

use crate::harness::{Home, MEETING, ORG, batch, forgetful};

const FILES: [&str; 3] = ["sloyfe.db", "sloyfe.db-wal", "sloyfe.mark"];
const WRITES: i64 = 40;
/// The mark is written once a second.
const MARKED_WITHIN: Duration = Duration::from_millis(1500);

fn folder(home: &Home) -> &Path {
    let Location::Directory(directory) = &home.location else { panic!("a folder was asked for") };
    directory
}

/// A folder as a crash leaves it: copied while the store is open and at rest.
async fn crashed(files: &[&str]) -> Home {
    let home = Home::on_sqlite();
    let store = home.open_with_meeting().await;
    for seq in 0..WRITES {
        store.org(&ORG).append(batch(seq, &format!("op{seq}"))).await.unwrap();
    }
    tokio::time::sleep(MARKED_WITHIN).await;
    let copy = Home::on_sqlite();
    std::fs::create_dir_all(folder(&copy)).unwrap();
    for name in files {
        std::fs::copy(folder(&home).join(name), folder(&copy).join(name)).unwrap();
    }
    store.close().await;
    copy
}

async fn refused(home: &Home) -> TailLost {
    let why = home.try_open().await.err().expect("it is refused");
    assert!(format!("{why:#}").contains("sloyfe.db-wal"), "{why:#}");
    why.downcast::<TailLost>().unwrap()
}

fn log(home: &Home) -> PathBuf {
    folder(home).join("sloyfe.db-wal")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_folder_after_a_crash_opens_with_all_in_it() {
    let home = crashed(&FILES).await;
    let store = home.open().await;
    assert_eq!(store.org(&ORG).last_seq(&MEETING).await.unwrap(), WRITES);
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_was_removed_is_missed_until_somebody_accepts_it() {
    let home = crashed(&FILES).await;
    std::fs::remove_file(log(&home)).unwrap();
    let TailLost::Missing(missing) = refused(&home).await else { panic!("it is known") };
    assert!(WRITES <= missing, "{missing}");
    assert_eq!(refused(&home).await, TailLost::Missing(missing), "looking changes nothing");

    let options = Options { lost_tail: LostTail::Accepted, ..forgetful() };
    let store = Store::open_with(&home.location, &options).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    home.open().await.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_was_cut_in_half_is_missed() {
    let home = crashed(&FILES).await;
    let file = std::fs::File::options().write(true).open(log(&home)).unwrap();
    file.set_len(file.metadata().unwrap().len() / 2).unwrap();
    let TailLost::Missing(missing) = refused(&home).await else { panic!("it is known") };
    assert!((1..=WRITES).contains(&missing), "{missing}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_the_file_alone_while_it_is_served_is_not_trusted() {
    let home = crashed(&["sloyfe.db"]).await;
    assert_eq!(refused(&home).await, TailLost::Unknown);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_of_the_file_alone_after_a_stop_is_whole() {
    let home = Home::on_sqlite();
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "a")).await.unwrap();
    store.close().await;
    let copy = Home::on_sqlite();
    std::fs::create_dir_all(folder(&copy)).unwrap();
    std::fs::copy(folder(&home).join("sloyfe.db"), folder(&copy).join("sloyfe.db")).unwrap();
    let store = copy.open().await;
    assert_eq!(store.org(&ORG).last_seq(&MEETING).await.unwrap(), 1);
    store.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mark_that_a_power_cut_spoilt_half_still_tells() {
    let home = crashed(&FILES).await;
    let mark = folder(&home).join("sloyfe.mark");
    let mut bytes = std::fs::read(&mark).unwrap();
    bytes[..24].fill(0);
    std::fs::write(&mark, bytes).unwrap();
    home.open().await.close().await;
    let home = crashed(&FILES).await;
    std::fs::remove_file(log(&home)).unwrap();
    std::fs::write(folder(&home).join("sloyfe.mark"), "").unwrap();
    assert_eq!(refused(&home).await, TailLost::Unknown, "nothing of it can be read");
}
