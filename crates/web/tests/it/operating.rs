//! What an operator relies on: figures, limits, and memory that is given back.

use std::time::Duration;

use reqwest::{Response, StatusCode};
use serde_json::json;
use tokio::net::TcpListener;
use web::before::meetings::Made;
use web::shell::Config;
use web::shell::limits::Limits;

use crate::helpers::{Server, client, read};

const OP: &str = "00112233445566778899aabbccddeeff";

async fn stream(server: &Server, token: &str, made: &Made) -> Response {
    let path = format!("/meetings/{}/live", made.meeting);
    server.get(token, &path).header("accept", "application/json").send().await.unwrap()
}

#[tokio::test]
async fn figures_have_a_door_of_their_own_and_know_nobody() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 2).await;
    let _open = stream(&server, &people[0].token, &made).await;
    server.get(&people[0].token, "/meetings/none").send().await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let figures = format!("http://{}/metrics", listener.local_addr().unwrap());
    tokio::spawn(web::live::metrics::serve(listener, server.app.clone()));
    let answer = client().get(figures).send().await.unwrap();
    let kind = answer.headers().get("content-type").unwrap().to_str().unwrap().to_owned();
    assert!(kind.starts_with("application/openmetrics-text"), "{kind}");
    let text = answer.text().await.unwrap();
    for line in [
        "sloyfe_streams 1",
        "sloyfe_rooms 1",
        "sloyfe_facts_total 3",
        "sloyfe_commit_seconds_count 3",
        "sloyfe_screens_total 1",
        "sloyfe_requests_total{method=\"GET\",route=\"/meetings/{id}/live\"} 1",
        "sloyfe_refusals_total{code=\"missing\"} 1",
    ] {
        assert!(text.lines().any(|is| is == line), "{line} is not in\n{text}");
    }
    for secret in [made.meeting.as_str(), &made.code, &people[0].token, "Person"] {
        assert!(!text.contains(secret), "{secret} is in\n{text}");
    }
    let outside = client().get(format!("{}/metrics", server.origin)).send().await.unwrap();
    assert_eq!(outside.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_meeting_that_takes_long_to_read_keeps_nobody_from_another() {
    let server = Server::start().await;
    let (long, short) = (server.meeting().await, server.meeting().await);
    let facts = 60_000;
    let sql = format!(
        "with recursive number(n) as (select 1 union all select n + 1 from number where n < {facts}) \
        insert into fact (org, meeting, seq, at, body) \
        select meeting.org, meeting.id, n, 0, '{{\"fact\":\"nudge-set\",\"on\":true}}' \
        from meeting, number where id = '{id}'; \
        update log_head set seq = {facts} where meeting = '{id}';",
        id = long.meeting
    );
    crate::place::run(&server.location, &sql).await;
    let address = format!("{}/meetings/{}/state?as=console", server.origin, long.meeting);
    let asked = client().get(address).bearer_auth(&long.leader).send();
    let reading = tokio::spawn(asked);
    tokio::time::sleep(Duration::from_millis(50)).await;
    server.screen(&short.leader, &short, "console").await;
    assert!(!reading.is_finished(), "the other meeting was shown first");
    assert_eq!(reading.await.unwrap().unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn search_engines_are_sent_away_and_a_contact_is_told_when_there_is_one() {
    let server = Server::start().await;
    let get = async |path: &str| client().get(format!("{}{path}", server.origin)).send().await;
    let robots = get("/robots.txt").await.unwrap();
    assert!(robots.headers()["content-type"].to_str().unwrap().starts_with("text/plain"));
    assert_eq!(robots.text().await.unwrap(), "User-agent: *\nDisallow: /\n");
    let nobody = get("/.well-known/security.txt").await.unwrap();
    assert_eq!(nobody.status(), StatusCode::NOT_FOUND);

    let contact = Some("mailto:it@skole.no".to_owned());
    let config = Config { security_contact: contact, ..Config::default() };
    let server = Server::start_as(config).await;
    let address = format!("{}/.well-known/security.txt", server.origin);
    let told = client().get(address).send().await.unwrap().text().await.unwrap();
    assert!(told.starts_with("Contact: mailto:it@skole.no\nExpires: 2"), "{told}");
    let expires = told.lines().nth(1).unwrap();
    assert!(
        expires.ends_with('Z') && expires.len() == "Expires: 2027-04-26T12:00:00Z".len(),
        "{told}"
    );
}

#[tokio::test]
async fn the_streams_of_a_plan_take_places_as_those_of_a_meeting_do() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let path = format!("/meetings/{}/plan/live", made.meeting);
    let plan = async || server.get(&made.leader, &path).send().await.unwrap();
    let mut open = vec![];
    for number in 0..6 {
        let it = if number < 4 { plan().await } else { stream(&server, &made.leader, &made).await };
        assert_eq!(it.status(), StatusCode::OK);
        open.push(it);
    }
    for refused in [plan().await, stream(&server, &made.leader, &made).await] {
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.headers().get("retry-after").is_some());
    }
    open.remove(0);
    let freed = async {
        while plan().await.status() != StatusCode::OK {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), freed).await.expect("a place is given back");
}

#[tokio::test]
async fn a_device_has_six_streams_and_the_seventh_is_told_to_wait() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 2).await;
    let mut open = vec![];
    for _ in 0..6 {
        let stream = stream(&server, &people[0].token, &made).await;
        assert_eq!(stream.status(), StatusCode::OK);
        open.push(stream);
    }
    let refused = stream(&server, &people[0].token, &made).await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.headers().get("retry-after").unwrap(), "10");
    let error = read(refused).await["error"].clone();
    assert_eq!(error["code"], "too-many-streams");
    assert!(error["text"].as_str().unwrap().contains("vinduer"), "{error}");
    let other = stream(&server, &people[1].token, &made).await;
    assert_eq!(other.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_meeting_that_nobody_follows_leaves_memory_and_comes_back_as_it_was() {
    let limits = Limits { room_idle: Duration::ZERO, ..Limits::default() };
    let server = Server::start_with(limits).await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let mut note = server.note(&people[0], &made, "Dette står.").await;
    note["op"] = json!(OP);
    let texts = format!("/meetings/{}/texts", made.meeting);
    let first = read(server.post(&people[0].token, &texts, &note).await).await;
    let before = server.screen(&people[0].token, &made, "seat").await;

    let open = stream(&server, &people[0].token, &made).await;
    server.app.rooms.unload_idle().await;
    assert_eq!(server.app.rooms.count().await, 1, "somebody follows it");
    drop(open);
    // A server notices on its own time that a phone is gone.
    let emptied = async {
        while server.app.rooms.count().await > 0 {
            server.app.rooms.unload_idle().await;
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), emptied).await.expect("the meeting leaves");

    let after = server.screen(&people[0].token, &made, "seat").await;
    assert_eq!((&before["seq"], &before["screen"]), (&after["seq"], &after["screen"]));
    let again = read(server.post(&people[0].token, &texts, &note).await).await;
    assert_eq!(first, again);
}

#[tokio::test]
async fn a_meeting_that_was_asked_for_lately_stays_in_memory() {
    let server = Server::start().await;
    let made = server.meeting().await;
    server.people(&made, 1).await;
    server.app.rooms.unload_idle().await;
    assert_eq!(server.app.rooms.count().await, 1);
}
