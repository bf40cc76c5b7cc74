//! After the end: the code, the list, and an end that was a mistake.

use std::time::Duration;

use plan::document::Plan;
use reqwest::StatusCode;
use serde_json::json;
use store::meetings::Settled;
use web::before::meetings::Made;
use web::shell::clock;

use crate::helpers::{Server, client, plan};
use crate::place;

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

/// Everybody answers the only goal: all but the last the same.
async fn answered(server: &Server, people: u32) -> Made {
    let plan = Plan { goals: vec!["Alle blir hørt".to_owned()], ..plan() };
    let made = server.meeting_of(&plan).await;
    let people = server.people(&made, people).await;
    server.begin(&made).await;
    let over = format!("/meetings/{}/items/0/skip", made.meeting);
    let answer = server.post(&made.leader, &over, &json!({})).await;
    assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
    for (number, person) in people.iter().enumerate() {
        let answer = if number + 1 < people.len() { "reached" } else { "partly" };
        let goal = format!("/meetings/{}/goals/0?seat={}", made.meeting, person.seat);
        let answer = server.post(&person.token, &goal, &json!({ "answer": answer })).await;
        assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
    }
    made
}

async fn log(server: &Server, made: &Made) -> String {
    let facts = server.org().facts_after(&made.meeting, 0).await.unwrap();
    facts.into_iter().map(|fact| fact.body + "\n").collect()
}

#[tokio::test]
async fn answers_about_the_goals_are_counted_and_gone_from_the_disk_when_the_meeting_ends() {
    let server = Server::start().await;
    let made = answered(&server, 6).await;
    assert!(place::is_on_disk(&server.location, "goal-answered").await);
    end(&server, &made, false).await;
    server.has_worked().await;
    let counts = json!({ "reached": 5, "partly": 1, "not_yet": 0 });
    let before = server.screen(&made.leader, &made, "result").await;
    assert_eq!(before["screen"]["goal_results"][0]["count"], counts, "{before}");
    let log = log(&server, &made).await;
    assert!(log.contains("goals-counted") && !log.contains("goal-answered"), "{log}");
    assert!(!place::is_on_disk(&server.location, "goal-answered").await);
    assert_eq!(server.app.store.damage().await.unwrap(), vec![]);
    let server = server.restart().await;
    let after = server.screen(&made.leader, &made, "result").await;
    assert_eq!(after["screen"]["goal_results"], before["screen"]["goal_results"]);
}

#[tokio::test]
async fn answers_too_few_to_count_wait_for_an_end_that_stands() {
    let server = Server::start().await;
    let made = answered(&server, 4).await;
    end(&server, &made, false).await;
    server.has_worked().await;
    assert!(log(&server, &made).await.contains("goal-answered"));
    // As an earlier version left it: the end is old, and nothing asked for the answers to be dropped.
    let two_days_ago = clock::now().0 - 2 * 24 * 60 * 60 * 1000;
    let old = format!(
        "update fact set sum = null, body = '{{\"fact\":\"ended\",\"at\":{two_days_ago}}}' \
         where body like '%\"ended\"%'"
    );
    place::run(&server.location, &old).await;
    let server = server.restart().await;
    let dropped = async {
        while log(&server, &made).await.contains("goal-answered") {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), dropped).await.unwrap();
    let result = server.screen(&made.leader, &made, "result").await;
    assert_eq!(result["screen"]["goal_results"], json!([]));
    let console = server.screen(&made.leader, &made, "console").await;
    assert_eq!(console["screen"]["may_undo_end"], json!(false), "{console}");
    let undo = format!("/meetings/{}/closure", made.meeting);
    let undone = server.post(&made.leader, &undo, &json!({ "undo": true })).await;
    assert_eq!(undone.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn several_people_on_one_device_count_as_one_whatever_the_device_says() {
    let server = Server::start().await;
    let plan = Plan { goals: vec!["Alle blir hørt".to_owned()], ..plan() };
    let made = server.meeting_of(&plan).await;
    let one = server.people(&made, 1).await.remove(0);
    for name in ["Ola", "Amina", "Mats", "Ingrid"] {
        let seats = format!("/meetings/{}/seats?seat={}", made.meeting, one.seat);
        let joined =
            server.post(&one.token, &seats, &json!({ "name": name, "shared": true })).await;
        assert_eq!(joined.status(), StatusCode::OK, "{}", joined.text().await.unwrap());
    }
    let other = server.join(&made, "Jonas").await;
    server.begin(&made).await;
    let over = format!("/meetings/{}/items/0/skip", made.meeting);
    server.post(&made.leader, &over, &json!({})).await;
    for seat in 1..=5 {
        let goal = format!("/meetings/{}/goals/0?seat={seat}", made.meeting);
        let answer = json!({ "answer": "reached", "device.seat": seat, "path.n": 0 });
        let answer = server.post(&one.token, &goal, &answer).await;
        assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
    }
    let goal = format!("/meetings/{}/goals/0?seat={}", made.meeting, other.seat);
    server.post(&other.token, &goal, &json!({ "answer": "not-yet" })).await;
    end(&server, &made, false).await;
    let result = server.screen(&made.leader, &made, "result").await;
    assert_eq!(result["screen"]["goal_results"], json!([]));
}
