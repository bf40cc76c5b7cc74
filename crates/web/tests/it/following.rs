//! The lobby follows the plan until the meeting starts, and never after.

use std::time::Duration;

use serde_json::{Value, json};
use web::before::meetings::Made;

use crate::helpers::{Server, read};

async fn writes(server: &Server, made: &Made, field: &str, text: &str) {
    writes_over(server, made, field, "", text).await;
}

async fn writes_over(server: &Server, made: &Made, field: &str, before: &str, text: &str) {
    let path = format!("/meetings/{}/plan/words", made.meeting);
    let body = json!({ "field": field, "before": before, "text": text });
    let answer = read(server.post(&made.leader, &path, &body).await).await;
    assert_eq!(answer["ok"], true, "{answer}");
}

async fn page(server: &Server, token: &str, path: &str) -> String {
    server.get(token, path).send().await.unwrap().text().await.unwrap()
}

async fn console(server: &Server, made: &Made) -> Value {
    server.screen(&made.leader, made, "console").await["screen"].clone()
}

async fn starts(server: &Server, made: &Made) {
    let path = format!("/meetings/{}/start", made.meeting);
    let answer = read(server.post(&made.leader, &path, &json!({})).await).await;
    assert_eq!(answer["ok"], true, "{answer}");
}

#[tokio::test]
async fn what_is_mended_in_the_lobby_is_what_is_run() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    assert_eq!(console(&server, &made).await["program"][0]["seconds"], 1800);
    writes(&server, &made, "item-i1-minutes", "20").await;
    writes(&server, &made, "goals", "Alle blir hørt").await;
    assert_eq!(console(&server, &made).await["program"][0]["seconds"], 1200);
    let phone = server.screen(&people[0].token, &made, "seat").await;
    assert_eq!(phone["screen"]["goals"][0], "Alle blir hørt");
    starts(&server, &made).await;
    let running = console(&server, &made).await;
    assert_eq!(running["program"][0]["seconds"], 1200);
    assert_eq!(running["phase"], "running");

    writes(&server, &made, "item-i1-minutes", "45").await;
    assert_eq!(console(&server, &made).await["program"][0]["seconds"], 1200);
    let editor = page(&server, &made.leader, &format!("/meetings/{}/plan", made.meeting)).await;
    assert!(editor.contains("id=\"ed-stage\""), "the editor says that the meeting runs");
    let server = server.restart().await;
    assert_eq!(console(&server, &made).await["program"][0]["seconds"], 1200);
}

#[tokio::test]
async fn a_phone_that_is_open_in_the_lobby_hears_of_the_new_plan() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    let path = format!("/meetings/{}/live", made.meeting);
    let mut stream = server.get(&people[0].token, &path).send().await.unwrap();
    assert!(stream.chunk().await.unwrap().is_some());
    writes(&server, &made, "goals", "Alle blir hørt").await;
    let heard = async {
        let mut heard = String::new();
        while !heard.contains("Alle blir hørt") {
            let bytes = stream.chunk().await.unwrap().expect("the stream goes on");
            heard.push_str(&String::from_utf8_lossy(&bytes));
        }
    };
    tokio::time::timeout(Duration::from_secs(5), heard).await.expect("the phone is told");
}

#[tokio::test]
async fn an_unfinished_plan_is_said_and_the_one_before_is_used() {
    let server = Server::start().await;
    let made = server.meeting().await;
    server.people(&made, 2).await;
    writes_over(&server, &made, "item-i1-title", "Tenk, snakk, hør", "").await;
    let path = format!("/meetings/{}/console", made.meeting);
    let shown = page(&server, &made.leader, &path).await;
    assert!(shown.contains("id=\"older-plan\""), "{shown}");
    assert_eq!(console(&server, &made).await["program"][0]["title"], "Tenk, snakk, hør");
    // Another server finds the same when it reads the meeting.
    let other = server.beside().await;
    assert!(page(&other, &made.leader, &path).await.contains("id=\"older-plan\""));

    writes(&server, &made, "item-i1-title", "Tenk først").await;
    assert!(!page(&server, &made.leader, &path).await.contains("id=\"older-plan\""));
    assert_eq!(console(&server, &made).await["program"][0]["title"], "Tenk først");
    assert_eq!(console(&other, &made).await["program"][0]["title"], "Tenk først");
}

#[tokio::test]
async fn the_phone_says_what_has_changed_since_the_invitation() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    let news =
        async || server.screen(&people[0].token, &made, "seat").await["screen"]["news"].clone();
    writes(&server, &made, "place", "Rom 3").await;
    assert_eq!(news().await, json!([]), "nobody has been invited yet");
    let send = format!("/meetings/{}/invitation", made.meeting);
    let body = json!({ "do": "send", "reason": "Tida settes i morgen" });
    for _ in 0..2 {
        assert_eq!(read(server.post(&made.leader, &send, &body).await).await["ok"], true);
    }
    let plan = format!("/meetings/{}/plan", made.meeting);
    let shown = server.get(&made.leader, &plan).header("accept", "application/json");
    let shown = read(shown.send().await.unwrap()).await;
    assert_eq!((&shown["version"], &shown["plan"]["standing"]["version"]), (&json!(3), &json!(3)));
    assert_eq!(news().await, json!([]));

    writes_over(&server, &made, "place", "Rom 3", "Biblioteket").await;
    writes(&server, &made, "purpose", "Lære av hverandre").await;
    let place = json!({ "is": "place", "place": "Biblioteket" });
    assert_eq!(news().await, json!([place]));
    let path = format!("/meetings/{}", made.meeting);
    assert!(page(&server, &people[0].token, &path).await.contains("id=\"since-sent\""));
    read(server.post(&made.leader, &plan, &json!({ "version": 5, "do": "remove:i2" })).await).await;
    let gone = json!({ "is": "removed", "title": "Veien videre" });
    assert_eq!(news().await, json!([place, gone]));
    starts(&server, &made).await;
    assert_eq!(news().await, json!([]), "who is in the meeting sees what it is");
}
