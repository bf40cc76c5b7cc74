//! After the end: the code, the list, and an end that was a mistake.

use reqwest::StatusCode;
use serde_json::json;
use store::meetings::Settled;
use web::before::meetings::Made;
use web::shell::clock;

use crate::helpers::{Server, client};

async fn end(server: &Server, made: &Made, undo: bool) {
    let closure = format!("/meetings/{}/closure", made.meeting);
    let answer = server.post(&made.leader, &closure, &json!({ "undo": undo })).await;
    assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
}

async fn status(server: &Server, path: &str) -> StatusCode {
    client().get(format!("{}{path}", server.origin)).send().await.unwrap().status()
}

async fn list(server: &Server, organiser: &str) -> String {
    server.get(organiser, "/meetings").send().await.unwrap().text().await.unwrap()
}

#[tokio::test]
async fn an_ended_meeting_stands_in_the_list_with_its_result_and_without_its_code() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let organiser = server.organiser().await;
    server.people(&made, 1).await;
    let result = format!("/meetings/{}/result", made.meeting);
    let code = format!("{} {}", &made.code[..3], &made.code[3..]);
    server.begin(&made).await;
    let before = list(&server, &organiser).await;
    assert!(!before.contains(&result) && before.replace('\u{a0}', " ").contains(&code), "{before}");
    end(&server, &made, false).await;
    let after = list(&server, &organiser).await;
    assert!(after.contains(&result) && !after.replace('\u{a0}', " ").contains(&code), "{after}");
}

#[tokio::test]
async fn a_code_says_for_a_day_that_the_meeting_is_over_and_leads_back_those_who_were_in_it() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    server.begin(&made).await;
    end(&server, &made, false).await;
    let lobby = format!("/m/{}", made.code);
    assert_eq!(status(&server, &lobby).await, StatusCode::GONE);
    let back = server.get(&people[0].token, &lobby).send().await.unwrap();
    assert_eq!(back.status(), StatusCode::SEE_OTHER);

    // A day later the code is nobody's, and may be drawn again.
    let org = server.org();
    let day_ago = clock::now().0 - 25 * 60 * 60 * 1000;
    let seq = org.last_seq(&made.meeting).await.unwrap();
    let settled = org.settle_end(&made.meeting, seq, Some(day_ago)).await.unwrap();
    assert_eq!(settled, Settled::Done);
    assert_eq!(status(&server, &lobby).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&server, &format!("/j/{}", made.join)).await, StatusCode::GONE);
    let result = format!("/meetings/{}/result", made.meeting);
    let result = server.get(&people[0].token, &result).send().await.unwrap();
    assert_eq!(result.status(), StatusCode::OK);
}

#[tokio::test]
async fn an_end_that_is_undone_opens_the_meeting_with_the_code_it_had() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let organiser = server.organiser().await;
    server.people(&made, 1).await;
    server.begin(&made).await;
    end(&server, &made, false).await;
    end(&server, &made, true).await;
    assert_eq!(status(&server, &format!("/m/{}", made.code)).await, StatusCode::OK);
    let result = format!("/meetings/{}/result", made.meeting);
    assert!(!list(&server, &organiser).await.contains(&result));
}

#[tokio::test]
async fn an_end_that_a_crash_kept_from_the_list_is_written_by_the_next_server() {
    let server = Server::start().await;
    let made = server.meeting().await;
    server.people(&made, 1).await;
    server.begin(&made).await;
    end(&server, &made, false).await;
    let server = server.after_a_crash_at_the_end_of(&made).await;
    assert_eq!(status(&server, &format!("/m/{}", made.code)).await, StatusCode::GONE);
    let row = server.org().meeting(&made.meeting).await.unwrap().unwrap();
    assert!(row.ended_at.is_some());
}
