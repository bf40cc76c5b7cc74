//! A disk that fills, and has room again.

use std::time::Duration;

use store::health::Outage;
use store::log::AppendError;
use store::{Options, Store};

use crate::harness::{Home, MEETING, ORG, batch, forgetful};

const WRITES_AGAIN_WITHIN: Duration = Duration::from_secs(5);

/// SQLite says the same of a file that may not grow as of a disk that is full.
async fn nearly_full(home: &Home) -> Store {
    home.open_with_meeting().await.close().await;
    let pages = home.number("pragma page_count").await.unwrap();
    let sqlite_pages_max = Some(u32::try_from(pages).unwrap() + 20);
    let options = Options { sqlite_pages_max, ..forgetful() };
    Store::open_with(&home.location, &options).await.unwrap()
}

async fn fill(store: &Store) -> (i64, AppendError) {
    let mut seq = 0;
    loop {
        let mut big = batch(seq, &format!("f{seq}"));
        big.facts = vec![format!("\"{}\"", "a".repeat(2000))];
        match store.org(&ORG).append(big).await {
            Ok(appended) => seq = appended.seq,
            Err(why) => return (seq, why),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writing_comes_back_by_itself_after_a_full_disk() {
    let home = Home::on_sqlite();
    let store = nearly_full(&home).await;
    let (seq, why) = fill(&store).await;
    let AppendError::Failed(why) = why else { panic!("{why}") };
    assert!(Outage::is_in(&why), "{why:#}");
    assert_eq!(store.org(&ORG).last_seq(&MEETING).await.unwrap(), seq, "reading goes on");
    assert!(store.ready().await.is_err() || store.org(&ORG).append(batch(seq, "b")).await.is_err());

    // Room is made, as by an operator who deletes something.
    home.run("delete from fact where seq <= 4; delete from op where id like 'f%'").await;
    let works = async {
        while store.org(&ORG).append(batch(seq, "after")).await.is_err() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(WRITES_AGAIN_WITHIN, works).await.expect("writing comes back");
    store.ready().await.unwrap();
    assert_eq!(store.org(&ORG).last_seq(&MEETING).await.unwrap(), seq + 1);
    store.close().await;
}
