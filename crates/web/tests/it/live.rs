//! Open streams.

use std::time::Duration;

use reqwest::Response;
use serde_json::json;

use crate::helpers::{Person, Server, read};

async fn open(
    server: &Server,
    token: &str,
    made: &web::before::meetings::Made,
    last: &str,
) -> Response {
    let path = format!("/meetings/{}/live", made.meeting);
    let request = server.get(token, &path).header("last-event-id", last);
    request.send().await.unwrap()
}

/// Reads what comes within a while, until it holds the text.
async fn hears(stream: &mut Response, wanted: &str, within: Duration) -> (bool, String) {
    let mut heard = String::new();
    let reading = async {
        while let Ok(Some(bytes)) = stream.chunk().await {
            heard.push_str(&String::from_utf8_lossy(&bytes));
            if heard.contains(wanted) {
                return true;
            }
        }
        false
    };
    let found = tokio::time::timeout(within, reading).await.unwrap_or(false);
    (found, heard)
}

async fn write(server: &Server, person: &Person, made: &web::before::meetings::Made, text: &str) {
    let note = server.note(person, made, text).await;
    let texts = format!("/meetings/{}/texts", made.meeting);
    let answer = read(server.post(&person.token, &texts, &note).await).await;
    assert_eq!(answer["ok"], true, "{answer}");
}

#[tokio::test]
async fn a_stream_shows_the_screen_and_then_each_change_of_it() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let mut stream = open(&server, &people[0].token, &made, "").await;
    let type_is = stream.headers().get("content-type").unwrap().to_str().unwrap().to_owned();
    assert!(type_is.starts_with("text/event-stream"));
    assert_eq!(stream.headers().get("x-accel-buffering").unwrap(), "no");
    let (found, heard) = hears(&mut stream, "event: part", Duration::from_secs(5)).await;
    assert!(found, "{heard}");
    assert!(heard.contains("event: clock"), "{heard}");
    write(&server, &people[0], &made, "MITT ORD").await;
    let (found, heard) = hears(&mut stream, "MITT ORD", Duration::from_secs(5)).await;
    assert!(found, "{heard}");
}

#[tokio::test]
async fn a_private_note_wakes_no_other_phone() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let mut stream = open(&server, &people[1].token, &made, "").await;
    hears(&mut stream, "event: part", Duration::from_secs(5)).await;
    write(&server, &people[0], &made, "MITT ORD").await;
    let (found, heard) = hears(&mut stream, "event: part", Duration::from_millis(800)).await;
    assert!(!found, "{heard}");
}

#[tokio::test]
async fn a_promise_wakes_its_owner_and_no_other_phone() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let own = format!("/meetings/{}", made.meeting);
    loop {
        let screen = server.screen(&people[0].token, &made, "seat").await["screen"].clone();
        let forms = screen["forms"].as_array().unwrap();
        if forms.iter().any(|form| form["form"] == "commitments") {
            break;
        }
        let place = &screen["now"]["place"];
        let on = json!({ "from_item": place["item"], "from_step": place["step"], "to": "next" });
        let moved = server.post(&made.leader, &format!("{own}/position"), &on).await;
        assert_eq!(moved.status(), reqwest::StatusCode::OK, "at {place}");
    }
    let mut mine = open(&server, &people[0].token, &made, "").await;
    let mut other = open(&server, &people[1].token, &made, "").await;
    hears(&mut mine, "event: part", Duration::from_secs(5)).await;
    hears(&mut other, "event: part", Duration::from_secs(5)).await;
    let promise = json!({ "owner": people[0].seat, "what": "Prøve ringen", "due": "2026-12-01",
        "sign": "Alle har snakket" });
    let answer = server.post(&people[0].token, &format!("{own}/commitments"), &promise).await;
    assert_eq!(read(answer).await["ok"], true);
    let (found, heard) = hears(&mut mine, "Prøve ringen", Duration::from_secs(5)).await;
    assert!(found, "{heard}");
    let (found, heard) = hears(&mut other, "event: part", Duration::from_millis(800)).await;
    assert!(!found, "{heard}");
}

#[tokio::test]
async fn a_phone_that_has_everything_is_sent_nothing_again() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let screen = server.screen(&people[0].token, &made, "seat").await;
    let seq = screen["seq"].to_string();
    let mut stream = open(&server, &people[0].token, &made, &seq).await;
    let (found, heard) = hears(&mut stream, "event: part", Duration::from_millis(800)).await;
    assert!(!found, "{heard}");
    assert!(heard.contains(": nothing new"), "{heard}");
}

#[tokio::test]
async fn a_stream_ends_when_the_server_stops() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    let mut stream = open(&server, &people[0].token, &made, "").await;
    hears(&mut stream, "event: part", Duration::from_secs(5)).await;
    let stopping = tokio::time::timeout(Duration::from_secs(5), server.restart());
    let (restarted, ended) =
        tokio::join!(stopping, async { while let Ok(Some(_)) = stream.chunk().await {} });
    assert!(restarted.is_ok(), "the server waited for the stream");
    let () = ended;
}

#[tokio::test]
async fn the_console_counts_open_lines() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 2).await;
    let mut stream = open(&server, &people[0].token, &made, "").await;
    hears(&mut stream, "event: part", Duration::from_secs(5)).await;
    let console = server.screen(&made.leader, &made, "console").await;
    assert_eq!(console["screen"]["connected"], json!(1));
}
