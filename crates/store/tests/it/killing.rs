//! `kill -9` at any moment loses nothing that was confirmed.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use kernel::ids::MeetingId;
use store::Location;

use crate::harness::{Home, ORG, on_both_engines};

const KILLS: u64 = 6;
const MEETINGS: usize = 8;
const FIRST_WAIT: Duration = Duration::from_secs(30);

on_both_engines! {
    what_was_confirmed_survives_kill_9,
}

async fn what_was_confirmed_survives_kill_9(home: Home) {
    let acks_path =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("acks_{}", std::process::id()));
    let acks_path = acks_path.with_extension(if is_sqlite(&home) { "sqlite" } else { "postgres" });
    let _ = std::fs::remove_file(&acks_path);
    for kill in 0..KILLS {
        let before = acks(&acks_path).len();
        append_and_be_killed(&home, &acks_path, kill);
        let acks = acks(&acks_path);
        assert!(before < acks.len(), "run {kill} confirmed nothing, so it proves nothing");
        check(&home, &acks).await;
    }
    println!("{} confirmed facts, {KILLS} kills, none lost", acks(&acks_path).len());
    std::fs::remove_file(&acks_path).unwrap();
}

/// Waits until the run has confirmed something, then for a moment nobody can foresee.
fn append_and_be_killed(home: &Home, acks_path: &PathBuf, kill: u64) {
    let place = match &home.location {
        Location::Directory(directory) => directory.display().to_string(),
        Location::Url(url) => url.clone(),
    };
    let log = File::options().create(true).append(true).open(acks_path).unwrap();
    let size = log.metadata().unwrap().len();
    let mut child = Command::new(program())
        .args([place, format!("run{kill}")])
        .stdin(Stdio::null())
        .stdout(log)
        .spawn()
        .expect("the appender starts");
    let start = Instant::now();
    while acks_path.metadata().unwrap().len() == size {
        assert!(start.elapsed() < FIRST_WAIT, "the appender confirms nothing");
        std::thread::sleep(Duration::from_millis(1));
    }
    let nanos = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    std::thread::sleep(Duration::from_micros(u64::from(nanos.subsec_nanos() / 7 % 300_000)));
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success(), "it ended by itself");
}

async fn check(home: &Home, acks: &BTreeSet<String>) {
    let store = home.open().await;
    let mut found = BTreeSet::new();
    for number in 0..MEETINGS {
        let meeting = MeetingId::from(format!("m{number}"));
        let facts = store.org(&ORG).facts_after(&meeting, 0).await.unwrap();
        let ops = store.org(&ORG).ops(&meeting).await.unwrap();
        assert_eq!(facts.len(), ops.len(), "a fact and its op are one");
        for (fact, seq) in facts.iter().zip(1..) {
            assert_eq!(fact.seq, seq, "facts are numbered without gaps");
            let is_new = found.insert(format!("{meeting} {seq} {}", fact.body));
            assert!(is_new, "a fact is stored once");
        }
        let ids: BTreeSet<&str> = ops.iter().map(|op| op.id.as_str()).collect();
        assert!(facts.iter().all(|fact| ids.contains(fact.body.as_str())));
    }
    let lost: Vec<&String> = acks.difference(&found).collect();
    assert!(lost.is_empty(), "confirmed and lost: {lost:?}");
    store.ready().await.unwrap();
    store.close().await;
    if is_sqlite(home) {
        let sound = "select count(*) from pragma_integrity_check where integrity_check = 'ok'";
        assert_eq!(home.number(sound).await, Some(1));
    }
}

/// Whole lines only: the kill may have cut the last one.
fn acks(path: &PathBuf) -> BTreeSet<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.split_inclusive('\n')
        .filter_map(|line| line.strip_suffix('\n'))
        .map(str::to_owned)
        .collect()
}

fn is_sqlite(home: &Home) -> bool {
    matches!(home.location, Location::Directory(_))
}

/// Examples are built with the tests, beside the folder this program is in.
fn program() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let built = own.parent().and_then(|folder| folder.parent()).unwrap();
    let program = built.join("examples/append_forever");
    assert!(program.exists(), "run: cargo build --workspace --examples");
    program
}
