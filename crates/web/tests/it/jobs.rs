//! What follows from the end of a meeting is done once, whatever happens on the way.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::json;
use tokio::net::TcpListener;
use web::before::meetings::Made;
use web::shell::doorbell::Topic;

use crate::helpers::{Server, client};
use crate::place;

const AGAIN: &str = "update outbox set done_at = null, due_at = 0";

/// A meeting that has sat together at tables.
async fn seated(server: &Server) -> Made {
    let made = server.meeting().await;
    server.people(&made, 6).await;
    server.begin(&made).await;
    let on = json!({ "from_item": 0, "from_step": 1, "to": "next" });
    post(server, &made, "position", json!(on)).await;
    made
}

async fn post(server: &Server, made: &Made, what: &str, body: serde_json::Value) {
    let path = format!("/meetings/{}/{what}", made.meeting);
    let answer = server.post(&made.leader, &path, &body).await;
    assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
}

async fn end(server: &Server, made: &Made, undo: bool) {
    post(server, made, "closure", json!({ "undo": undo })).await;
}

/// When the list says that the meeting ended, and how many pairs are kept of it.
async fn kept(server: &Server, made: &Made) -> (Option<i64>, usize) {
    let row = server.org().meeting(&made.meeting).await.unwrap().unwrap();
    let pairs = server.org().encounters_before(&"another".into()).await.unwrap();
    let own = pairs.iter().filter(|pair| pair.meeting == made.meeting);
    (row.ended_at, own.count())
}

/// Does all work that was ever asked for once more, the last first.
async fn again(server: &Server) {
    let named = "update outbox set body = '{\"meeting\":\"' || substr(id, 15, 16) || '\"}'";
    place::run(&server.location, &format!("{named}; {AGAIN} - created_at")).await;
    server.app.shell.doorbell.ring(&Topic::Jobs);
    server.has_worked().await;
}

async fn figures(server: &Server) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/metrics", listener.local_addr().unwrap());
    let serving = tokio::spawn(web::live::metrics::serve(listener, server.app.clone()));
    let text = client().get(address).send().await.unwrap().text().await.unwrap();
    serving.abort();
    text
}

async fn figure(server: &Server, begins: &str) -> u64 {
    let text = figures(server).await;
    let line = text.lines().find_map(|line| line.strip_prefix(begins));
    line.map_or(0, |count| count.trim().parse().unwrap())
}

#[tokio::test]
async fn what_is_done_twice_is_done_once() {
    let server = Server::start().await;
    let made = seated(&server).await;
    assert_eq!(kept(&server, &made).await, (None, 0));
    end(&server, &made, false).await;
    let once = kept(&server, &made).await;
    assert!(once.0.is_some() && once.1 > 0, "{once:?}");
    again(&server).await;
    assert_eq!(kept(&server, &made).await, once);
}

#[tokio::test]
async fn an_end_and_its_undoing_may_be_worked_on_in_any_order() {
    let server = Server::start().await;
    let made = seated(&server).await;
    end(&server, &made, false).await;
    end(&server, &made, true).await;
    assert_eq!(kept(&server, &made).await.0, None);
    again(&server).await;
    assert_eq!(kept(&server, &made).await.0, None);
    end(&server, &made, false).await;
    let ended = kept(&server, &made).await;
    assert!(ended.0.is_some());
    again(&server).await;
    assert_eq!(kept(&server, &made).await, ended);
}

#[tokio::test]
async fn what_was_deleted_since_the_end_stays_deleted() {
    let server = Server::start().await;
    let made = seated(&server).await;
    end(&server, &made, false).await;
    let removal = format!("/meetings/{}/encounters/removal", made.meeting);
    let answer = server.post(&server.organiser().await, &removal, &json!({})).await;
    assert_eq!(answer.status(), StatusCode::OK);
    again(&server).await;
    let (ended_at, pairs) = kept(&server, &made).await;
    assert!(ended_at.is_some() && pairs == 0);
}

#[tokio::test]
async fn work_that_fails_is_put_off_and_told_of_and_done_at_last() {
    let server = Server::start().await;
    let made = seated(&server).await;
    place::run(&server.location, "alter table encounter rename to elsewhere").await;
    end(&server, &made, false).await;
    let failed = "sloyfe_jobs_total{kind=\"meeting-ended\",outcome=\"failed\"}";
    let waiting = "sloyfe_jobs_waiting{kind=\"meeting-ended\"}";
    assert_eq!((figure(&server, failed).await, figure(&server, waiting).await), (1, 1));
    // Nobody takes it before it is due again.
    server.app.shell.doorbell.ring(&Topic::Jobs);
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(figure(&server, failed).await, 1);
    place::run(&server.location, "alter table elsewhere rename to encounter").await;
    server.has_worked().await;
    let (ended_at, pairs) = kept(&server, &made).await;
    assert!(ended_at.is_some() && pairs > 0);
    assert_eq!(figure(&server, waiting).await, 0);
}

#[tokio::test]
async fn of_two_servers_on_the_same_rows_one_does_it() {
    let here = Server::start().await;
    let there = here.beside().await;
    let mut made = vec![];
    for _ in 0..4 {
        made.push(seated(&here).await);
    }
    for it in &made {
        end(&here, it, false).await;
        there.app.shell.doorbell.ring(&Topic::Jobs);
    }
    here.has_worked().await;
    let done = "sloyfe_jobs_total{kind=\"meeting-ended\",outcome=\"done\"}";
    assert_eq!(figure(&here, done).await + figure(&there, done).await, 4);
    for it in &made {
        let (ended_at, pairs) = kept(&there, it).await;
        assert!(ended_at.is_some() && pairs > 0);
    }
}
