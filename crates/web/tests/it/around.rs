//! What Møteråd knows of a meeting besides its plan: each row that it rests on, turned.

use jiff::ToSpan as _;
use reqwest::StatusCode;
use serde_json::{Value, json};
use web::before::meetings::Made;
use web::shell::clock;

use crate::helpers::Server;

async fn post(server: &Server, token: &str, path: &str, body: Value) {
    let answer = server.post(token, path, &body).await;
    assert_eq!(answer.status(), StatusCode::OK, "{path}: {}", answer.text().await.unwrap());
}

async fn write(server: &Server, made: &Made, field: &str, text: &str) {
    let path = format!("/meetings/{}/plan/words", made.meeting);
    post(server, &made.leader, &path, json!({ "field": field, "before": "", "text": text })).await;
}

/// Puts so many on the list of those expected.
async fn expect(server: &Server, made: &Made, people: u32) {
    let list: Vec<String> = (1..=people).map(|number| format!("Person {number}")).collect();
    let path = format!("/meetings/{}/expected", made.meeting);
    post(server, &made.leader, &path, json!({ "version": 0, "people": list.join("\n") })).await;
}

/// The rules that speak on the page of the plan.
async fn rules(server: &Server, made: &Made) -> Vec<String> {
    let path = format!("/meetings/{}/plan", made.meeting);
    let page = server.get(&made.leader, &path).send().await.unwrap().text().await.unwrap();
    let cards = page.split("data-rule=\"").skip(1);
    let mut rules: Vec<String> =
        cards.map(|card| card.split('"').next().unwrap().to_owned()).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

async fn says(server: &Server, made: &Made, rule: &str) -> bool {
    rules(server, made).await.iter().any(|said| said == rule)
}

/// A meeting whose plan has so little amiss that no rule waits for room on the page.
async fn planned(server: &Server) -> Made {
    let made = server.meeting().await;
    for (field, text) in [
        ("purpose", "Dele erfaringer om gode overganger"),
        ("goals", "Dele erfaringer"),
        ("result", "Tre felles punkter"),
        ("decided", "Vi prøver i høst"),
        ("result_channel", "Referat"),
        ("no_preparation", "Kort varsel"),
        ("item-i1-goal", "Dele"),
        ("item-i2-goal", "Velge"),
    ] {
        write(server, &made, field, text).await;
    }
    made
}

#[tokio::test]
async fn groups_that_are_drawn_are_not_asked_for() {
    let server = Server::start().await;
    let made = planned(&server).await;
    write(&server, &made, "participants", "20").await;
    assert!(says(&server, &made, "GRP-01").await, "{:?}", rules(&server, &made).await);
    expect(&server, &made, 20).await;
    let path = format!("/meetings/{}/group-plan", made.meeting);
    post(&server, &made.leader, &path, json!({ "version": 1, "meet_new": true })).await;
    assert!(!says(&server, &made, "GRP-01").await, "four tables of five stand");
}

#[tokio::test]
async fn those_on_the_list_are_counted_where_the_plan_has_no_number() {
    let server = Server::start().await;
    let made = server.meeting().await;
    assert!(!says(&server, &made, "INV-01").await);
    expect(&server, &made, 30).await;
    assert!(says(&server, &made, "INV-01").await);
    write(&server, &made, "participants", "20").await;
    assert!(
        !says(&server, &made, "INV-01").await,
        "the planner's own number is the one that counts"
    );
}

#[tokio::test]
async fn roles_that_are_given_are_not_asked_for() {
    let server = Server::start().await;
    let made = planned(&server).await;
    server.people(&made, 10).await;
    assert!(says(&server, &made, "ROLL-01").await, "{:?}", rules(&server, &made).await);
    server.begin(&made).await;
    let path = format!("/meetings/{}/position", made.meeting);
    let on = json!({ "from_item": 0, "from_step": 1, "to": "next" });
    post(&server, &made.leader, &path, on).await;
    assert!(!says(&server, &made, "ROLL-01").await, "all four sit at the tables");
}

#[tokio::test]
async fn a_thread_is_cut_once_another_meeting_is_over() {
    let server = Server::start().await;
    let made = planned(&server).await;
    let other = server.meeting().await;
    server.people(&other, 2).await;
    server.begin(&other).await;
    assert!(!says(&server, &made, "RT-01").await);
    let path = format!("/meetings/{}/closure", other.meeting);
    post(&server, &other.leader, &path, json!({})).await;
    assert!(says(&server, &made, "RT-01").await, "{:?}", rules(&server, &made).await);
    write(&server, &made, "previous", "Prøve stille start").await;
    assert!(!says(&server, &made, "RT-01").await);
}

#[tokio::test]
async fn notice_is_counted_from_today_by_the_organisations_own_number() {
    let server = Server::start().await;
    let made = planned(&server).await;
    let today = clock::today().unwrap().0;
    let on = today.checked_add(10.days()).unwrap();
    write(&server, &made, "starts_at", &format!("{on}T14:00")).await;
    write(&server, &made, "ends_at", &format!("{on}T14:45")).await;
    assert!(!says(&server, &made, "INN-01").await, "{:?}", rules(&server, &made).await);
    let organiser = server.organiser().await;
    post(&server, &organiser, "/settings/advice", json!({ "lead_days_min": 14 })).await;
    assert!(says(&server, &made, "INN-01").await, "{:?}", rules(&server, &made).await);
}
