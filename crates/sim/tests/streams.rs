//! A staff of 300 on open streams, which is the largest that a meeting is made for.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod bin;

use std::time::Duration;

use sim::crowd::reach;
use sim::room::dir_beside;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_reaches_three_hundred_phones_and_none_of_them_asks() {
    let bin = bin::server();
    let dir = dir_beside(&bin).expect("a directory for data");
    let reach = reach(&bin, &dir, 300, 1).await.expect("everybody was reached");
    println!("{reach:?}");
    assert_eq!(reach.idle_lines, 900, "on a soft limit of 1024 files");
    assert!((reach.streams - 300.0).abs() < 0.5, "{reach:?}");
    assert!(reach.polls.abs() < 0.5, "a phone asked for the state: {reach:?}");
    // A built-for-tests server on a busy machine takes longer than the one that schools meet.
    assert!(reach.last < Duration::from_secs(10), "{reach:?}");
}
