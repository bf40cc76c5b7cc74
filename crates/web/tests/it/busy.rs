//! More than a server can take: it says so, and when to come again.

use std::time::Duration;

use futures::StreamExt as _;
use futures::stream::FuturesUnordered;
use reqwest::StatusCode;
use serde_json::json;
use sqlx::Connection as _;
use store::Location;
use web::shell::limits::Limits;

use crate::helpers::{Server, client, read};

/// A batch, a wish that waits, and some more.
const AT_ONCE: u32 = 64 + 1 + 5;

#[tokio::test]
async fn a_wish_that_finds_the_queue_full_is_asked_to_come_again() {
    let limits = Limits { wishes_waiting_max: 1, ..Limits::default() };
    let server = Server::start_with(limits).await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    let hand = format!("/meetings/{}/parked", made.meeting);

    // Somebody else holds the disk, so nothing is stored and everything waits.
    let Location::Directory(directory) = &server.location else { panic!("this is a folder") };
    let url = format!("sqlite://{}", directory.join("sloyfe.db").display());
    let mut other = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let held = other.begin_with("begin immediate").await.unwrap();
    let mut waiting: FuturesUnordered<_> = (0..AT_ONCE)
        .map(|number| {
            let (server, hand, token) = (&server, &hand, &people[0].token);
            let body = json!({ "text": format!("Sak {number}") });
            async move { server.post(token, hand, &body).await }
        })
        .collect();
    let first = tokio::time::timeout(Duration::from_secs(4), waiting.next()).await;
    let busy = first.expect("an answer while the disk is held").unwrap();
    assert_eq!(busy.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(busy.headers().get("retry-after").unwrap(), "1");
    let error = read(busy).await["error"].clone();
    assert_eq!(error["code"], "busy");
    assert!(!error["text"].as_str().unwrap().is_empty());

    held.rollback().await.unwrap();
    let rest: Vec<StatusCode> = waiting.map(|answer| answer.status()).collect().await;
    assert!(rest.contains(&StatusCode::OK), "{rest:?}");
    let again = server.post(&people[0].token, &hand, &json!({ "text": "Igjen" })).await;
    assert_eq!(again.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_disk_that_needs_seconds_is_a_disk_that_works() {
    let server = Server::start().await;
    let Location::Directory(directory) = &server.location else { panic!("this is a folder") };
    let url = format!("sqlite://{}", directory.join("sloyfe.db").display());
    let mut other = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let held = other.begin_with("begin immediate").await.unwrap();
    let address = format!("{}/readyz", server.origin);
    let asked = tokio::spawn(async move { client().get(address).send().await.unwrap() });
    tokio::time::sleep(Duration::from_secs(3)).await;
    held.rollback().await.unwrap();
    assert_eq!(asked.await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn a_server_that_cannot_write_is_not_ready() {
    let server = Server::start().await;
    server.app.store.clone().close().await;
    let answer = client().get(format!("{}/readyz", server.origin)).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers().get("retry-after").unwrap(), "2");
}

#[tokio::test]
async fn whoever_guesses_codes_is_slowed_down_and_a_right_code_is_not() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let wrong = if made.code == "000000" { "000001" } else { "000000" };
    let client = client();
    let guess = |code: &str| {
        client
            .post(format!("{}/join", server.origin))
            .header("accept", "application/json")
            .body(format!("code={code}"))
            .send()
    };
    for _ in 0..1000 {
        assert_eq!(guess(wrong).await.unwrap().status(), StatusCode::NOT_FOUND);
    }
    let mut guesses: FuturesUnordered<_> = (0..80).map(|_| guess(wrong)).collect();
    let mut refused = None;
    while let Some(answer) = guesses.next().await {
        let answer = answer.unwrap();
        if answer.status() == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("some guesses are turned away");
    assert_eq!(refused.headers().get("retry-after").unwrap(), "30");
    assert_eq!(read(refused).await["error"]["code"], "too-many-tries");
    assert_eq!(guess(&made.code).await.unwrap().status(), StatusCode::OK);
}
