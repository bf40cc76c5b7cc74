//! What an earlier meeting came to is the first card of the next.

use reqwest::StatusCode;
use serde_json::{Value, json};
use web::before::meetings::Made;

use crate::helpers::{Server, read};

/// A meeting that is over, in which somebody has promised something.
async fn held(server: &Server, promise: &str) -> Made {
    let made = server.meeting().await;
    let people = server.people(&made, 2).await;
    server.begin(&made).await;
    let path = format!("/meetings/{}/commitments", made.meeting);
    let body = json!({ "what": promise, "due": "2027-05-05" });
    assert_eq!(read(server.post(&people[0].token, &path, &body).await).await["ok"], true);
    let path = format!("/meetings/{}/closure", made.meeting);
    assert_eq!(read(server.post(&made.leader, &path, &json!({})).await).await["ok"], true);
    made
}

async fn previous(server: &Server, made: &Made) -> Value {
    let request = server.get(&made.leader, &format!("/meetings/{}/plan", made.meeting));
    let plan = read(request.header("accept", "application/json").send().await.unwrap()).await;
    plan["plan"]["previous"].clone()
}

#[tokio::test]
async fn what_was_promised_is_fetched_without_the_name_and_below_what_stands() {
    let server = Server::start().await;
    let organiser = server.organiser().await;
    let earlier = held(&server, "Prøve stille start").await;
    let made = server.meeting().await;
    let words = format!("/meetings/{}/plan/words", made.meeting);
    let typed = json!({ "field": "previous", "before": "", "text": "Møtes til tida" });
    server.post(&made.leader, &words, &typed).await;
    let path = format!("/meetings/{}/plan/previous", made.meeting);
    let page = server.get(&organiser, &path).send().await.unwrap().text().await.unwrap();
    assert!(page.contains(earlier.meeting.as_str()), "{page}");
    for _ in 0..2 {
        let answer = server.post(&organiser, &path, &json!({ "from": earlier.meeting })).await;
        assert_eq!(answer.status(), StatusCode::OK);
    }
    assert_eq!(previous(&server, &made).await, json!(["Møtes til tida", "Prøve stille start"]));
}

#[tokio::test]
async fn a_meeting_of_somebody_elses_and_one_that_is_not_over_give_nothing() {
    let server = Server::start().await;
    let organiser = server.organiser().await;
    let earlier = held(&server, "Prøve stille start").await;
    let (made, open) = (server.meeting().await, server.meeting().await);
    let path = format!("/meetings/{}/plan/previous", made.meeting);
    let from = json!({ "from": earlier.meeting });
    assert_eq!(server.post(&made.leader, &path, &from).await.status(), StatusCode::NOT_FOUND);
    let page = server.get(&made.leader, &path).send().await.unwrap().text().await.unwrap();
    assert!(!page.contains(earlier.meeting.as_str()), "{page}");
    for from in [&open.meeting, &made.meeting] {
        let refused = server.post(&organiser, &path, &json!({ "from": from })).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(previous(&server, &made).await, json!([]));
}

#[tokio::test]
async fn a_thread_that_is_cut_is_said_once_a_meeting_is_over() {
    let server = Server::start().await;
    let made = server.meeting().await;
    assert!(!server.app.around(&server.org(), &made.meeting).await.unwrap().earlier_is_over);
    held(&server, "Prøve stille start").await;
    assert!(server.app.around(&server.org(), &made.meeting).await.unwrap().earlier_is_over);
}
