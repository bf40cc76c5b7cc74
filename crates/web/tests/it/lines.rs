//! Lines that ask for nothing, or too slowly, and those that last for hours.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use web::shell::limits::Limits;

use crate::helpers::Server;

const QUIET: Duration = Duration::from_millis(300);
const WHOLE: Duration = Duration::from_millis(900);
/// A busy machine is slow; a line that is never closed is slower.
const CLOSED_WITHIN: Duration = Duration::from_secs(8);

fn short() -> Limits {
    Limits { request_within: QUIET, byte_within: QUIET, body_within: WHOLE, ..Limits::default() }
}

async fn line(server: &Server, said: &str) -> TcpStream {
    let mut line = TcpStream::connect(server.origin.trim_start_matches("http://")).await.unwrap();
    line.write_all(said.as_bytes()).await.unwrap();
    line
}

/// Reads to the end of the line.
async fn heard(line: &mut TcpStream) -> String {
    let mut said = vec![];
    let read = timeout(CLOSED_WITHIN, line.read_to_end(&mut said)).await;
    // A reset is an end too.
    let _ = read.expect("the line is closed");
    String::from_utf8(said).unwrap()
}

#[tokio::test]
async fn a_line_that_sends_no_whole_request_is_closed() {
    let server = Server::start_with(short()).await;
    for said in ["", "GET /", "GET / HTTP/1.1\r\nhost: sloyfe\r\nx-slow: "] {
        let mut half_open = line(&server, said).await;
        let answer = heard(&mut half_open).await;
        assert!(!answer.contains("200 OK"), "{said}: {answer}");
    }
}

#[tokio::test]
async fn a_line_that_was_answered_and_asks_no_more_is_closed() {
    let server = Server::start_with(short()).await;
    let mut idle = line(&server, "GET /healthz HTTP/1.1\r\nhost: sloyfe\r\n\r\n").await;
    let answer = heard(&mut idle).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("ok\n"), "{answer}");
}

#[tokio::test]
async fn a_body_that_stands_still_or_trickles_is_answered_and_the_line_closed() {
    let server = Server::start_with(short()).await;
    let head = "POST /join HTTP/1.1\r\nhost: sloyfe\r\naccept: application/json\r\n\
        content-length: 10000\r\n\r\ncode=";
    let mut still = line(&server, head).await;
    let answer = heard(&mut still).await;
    assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("too-slow"), "{answer}");

    let (mut hears, mut says) = line(&server, head).await.into_split();
    let trickle = tokio::spawn(async move {
        while says.write_all(b"1").await.is_ok() {
            sleep(QUIET / 3).await;
        }
    });
    let mut said = vec![];
    let _ = timeout(CLOSED_WITHIN, hears.read_to_end(&mut said)).await.expect("it is closed");
    let answer = String::from_utf8(said).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    timeout(CLOSED_WITHIN, trickle).await.expect("nobody hears").unwrap();
}

#[tokio::test]
async fn a_large_body_on_a_slow_line_has_the_time_it_needs() {
    const PART: usize = 20_000;
    let server = Server::start_with(short()).await;
    let parts = 10;
    let head = format!(
        "POST /join HTTP/1.1\r\nhost: sloyfe\r\naccept: application/json\r\nconnection: close\r\n\
        content-length: {}\r\n\r\n",
        PART * parts
    );
    let mut large = line(&server, &head).await;
    for _ in 0..parts {
        large.write_all("a".repeat(PART).as_bytes()).await.unwrap();
        sleep(WHOLE / 6).await;
    }
    let answer = heard(&mut large).await;
    assert!(answer.contains("no-such-code"), "{answer}");
}

#[tokio::test]
async fn a_live_stream_outlives_every_limit() {
    let server = Server::start_with(short()).await;
    let made = server.meeting().await;
    let path = format!("/meetings/{}/live?as=console", made.meeting);
    let mut stream = server.get(&made.leader, &path).send().await.unwrap();
    sleep(WHOLE * 3).await;
    let parked = format!("/meetings/{}/parked", made.meeting);
    let said = server.post(&made.leader, &parked, &json!({ "text": "Fortsatt her" })).await;
    assert_eq!(said.status(), StatusCode::OK);
    let comes = async {
        let mut seen = String::new();
        while !seen.contains("Fortsatt her") {
            let chunk = stream.chunk().await.unwrap().expect("the stream is open");
            seen.push_str(&String::from_utf8_lossy(&chunk));
        }
    };
    timeout(CLOSED_WITHIN, comes).await.expect("what is new comes");
}

#[tokio::test]
async fn where_there_is_no_room_idle_lines_go_and_streams_stay() {
    let limits = Limits { lines_max: 3, ..Limits::default() };
    let server = Server::start_with(limits).await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    let path = format!("/meetings/{}/live", made.meeting);
    let mut stream = server.get(&people[0].token, &path).send().await.unwrap();
    stream.chunk().await.unwrap().expect("a first screen");
    let asked = "GET /healthz HTTP/1.1\r\nhost: sloyfe\r\n\r\n";
    let idle = [line(&server, asked).await, line(&server, asked).await];
    let mut late = line(&server, &asked.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n")).await;
    // Sooner than an idle line goes by itself.
    let answer = heard(&mut late).await;
    assert!(answer.ends_with("ok\n"), "{answer}");
    drop(idle);
    let beat = timeout(Duration::from_secs(30), stream.chunk()).await.expect("it is carried");
    assert!(beat.unwrap().is_some());
}
