//! Who leads: the leader, a deputy when the leader's line is gone, and two servers at once.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::json;
use web::before::meetings::Made;
use web::shell::limits::Limits;

use crate::helpers::{Person, Server, read};

/// Whoever is gone is away at once.
fn hasty() -> Limits {
    Limits { leader_away: Duration::ZERO, ..Limits::default() }
}

async fn deputy(server: &Server, made: &Made) -> Person {
    let people = server.people(made, 2).await;
    server.begin(made).await;
    let path = format!("/meetings/{}/deputy", made.meeting);
    let named = server.post(&made.leader, &path, &json!({ "seat": people[1].seat })).await;
    assert_eq!(named.status(), StatusCode::OK, "{}", named.text().await.unwrap());
    people[1].clone()
}

async fn take(server: &Server, made: &Made, who: &Person, take: bool) -> reqwest::Response {
    let path = format!("/meetings/{}/lead", made.meeting);
    server.post(&who.token, &path, &json!({ "take": take })).await
}

#[tokio::test]
async fn a_deputy_takes_the_lead_when_the_leader_is_gone_and_gives_it_back() {
    let server = Server::start_with(hasty()).await;
    let made = server.meeting().await;
    let deputy = deputy(&server, &made).await;
    let phone = server.screen(&deputy.token, &made, "seat").await;
    assert_eq!(phone["screen"]["may_take_lead"], true, "{phone}");
    let console = format!("/meetings/{}/console", made.meeting);
    let status = || async { server.get(&deputy.token, &console).send().await.unwrap().status() };
    assert_eq!(status().await, StatusCode::NOT_FOUND);

    let taken = take(&server, &made, &deputy, true).await;
    assert_eq!(taken.status(), StatusCode::OK, "{}", taken.text().await.unwrap());
    assert_eq!(status().await, StatusCode::OK);
    every_link_leads_somewhere(&server, &deputy, &console).await;
    let on = json!({ "from_item": 0, "from_step": 1, "to": "next" });
    let position = format!("/meetings/{}/position", made.meeting);
    let moved = server.post(&deputy.token, &position, &on).await;
    assert_eq!(moved.status(), StatusCode::OK);

    let given = take(&server, &made, &deputy, false).await;
    assert_eq!(given.status(), StatusCode::OK, "{}", given.text().await.unwrap());
    assert_eq!(status().await, StatusCode::NOT_FOUND);
}

async fn every_link_leads_somewhere(server: &Server, viewer: &Person, page: &str) {
    let html = server.get(&viewer.token, page).send().await.unwrap().text().await.unwrap();
    let meeting = page.trim_end_matches("console");
    let links: Vec<&str> = html
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| link.starts_with(meeting))
        .collect();
    assert!(links.iter().any(|link| link.ends_with("/wall")), "{links:?}");
    for link in links {
        let answer = server.get(&viewer.token, link).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{link}");
    }
}

#[tokio::test]
async fn a_deputy_waits_while_the_leader_is_here() {
    let server = Server::start_with(hasty()).await;
    let made = server.meeting().await;
    let deputy = deputy(&server, &made).await;
    let path = format!("/meetings/{}/live?as=console", made.meeting);
    let mut leader = server.get(&made.leader, &path).send().await.unwrap();
    assert!(leader.chunk().await.unwrap().is_some());
    let refused = take(&server, &made, &deputy, true).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(read(refused).await["error"]["code"], "leader-is-here");
}

#[tokio::test]
async fn nobody_but_the_deputy_takes_the_lead() {
    let server = Server::start_with(hasty()).await;
    let made = server.meeting().await;
    deputy(&server, &made).await;
    let other = server.people(&made, 1).await;
    let refused = take(&server, &made, &other[0], true).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(read(refused).await["error"]["code"], "not-deputy");
}

#[tokio::test]
async fn two_servers_on_one_meeting_decide_on_what_is_stored() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let other = server.beside().await;
    // The other server has read the meeting before anything is written on this one.
    let before = other.screen(&people[1].token, &made, "seat").await["seq"].as_i64().unwrap();
    let texts = format!("/meetings/{}/texts", made.meeting);
    let mine = server.note(&people[0], &made, "Skrevet her").await;
    assert_eq!(read(server.post(&people[0].token, &texts, &mine).await).await["ok"], true);

    let theirs = other.note(&people[1], &made, "Skrevet der").await;
    let answer = read(other.post(&people[1].token, &texts, &theirs).await).await;
    assert_eq!(answer["seq"], before + 2, "{answer}");
    let caught_up = other.screen(&people[0].token, &made, "seat").await;
    assert!(caught_up.to_string().contains("Skrevet her"), "{caught_up}");

    // A step that has been left cannot be left again, whichever server is asked.
    let on = json!({ "from_item": 0, "from_step": 1, "to": "next" });
    let position = format!("/meetings/{}/position", made.meeting);
    assert_eq!(other.post(&made.leader, &position, &on).await.status(), StatusCode::OK);
    let late = server.post(&made.leader, &position, &on).await;
    let place =
        server.screen(&made.leader, &made, "console").await["screen"]["now"]["place"].clone();
    assert_eq!(place["step"], 2, "{place} after {}", late.status());
}
