//! Whole meetings over HTTP, small enough for every test run.

#![expect(clippy::expect_used, reason = "a test stops where something is missing")]

mod bin;

use sim::room::{Play, dir_beside, play};

#[tokio::test]
async fn five_people_keep_what_they_write() {
    holds(5, 11).await;
}

#[tokio::test]
async fn six_people_keep_what_they_write() {
    holds(6, 14).await;
}

#[tokio::test]
async fn seven_people_keep_what_they_write() {
    holds(7, 12).await;
}

#[tokio::test]
async fn eleven_people_keep_what_they_write() {
    holds(11, 15).await;
}

#[tokio::test]
async fn twenty_four_people_keep_what_they_write() {
    holds(24, 13).await;
}

async fn holds(people: usize, seed: u64) {
    let bin = bin::server();
    let dir = dir_beside(&bin).expect("a directory for data");
    for scenario in ["mentor-gathering", "learning-meetings-workshop"] {
        let it = Play {
            bin: bin.clone(),
            dir: dir.clone(),
            scenario: scenario.to_owned(),
            people,
            seed,
            lang: "nb".to_owned(),
        };
        let report = play(&it).await.expect("the meeting could be seeded");
        assert!(
            report.findings.is_empty(),
            "{scenario}, {people} people, seed {seed}:\n  {}\n{}\nagain: cargo run -p sim -- \
             --people {people} --scenario {scenario} --seed {seed} --bin {}",
            report.findings.join("\n  "),
            report.last_words,
            bin.display()
        );
        assert!(report.steps > 3 && report.restarts == 3, "{scenario} was hardly played");
    }
}
