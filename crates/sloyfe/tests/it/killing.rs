//! `kill -9` between the end of a meeting and what follows from it.

use std::time::Duration;

use futures::future::join_all;
use reqwest::{Client, StatusCode};
use serde_json::json;
use tokio::time::{sleep, timeout};

use crate::server::{Meeting, Server, fresh, seed};

const MEETINGS: usize = 8;
const KILLS_MAX: u32 = 30;
/// Work that a dead worker had taken falls due again after half a minute.
const SETTLED_WITHIN: Duration = Duration::from_mins(1);

async fn end(server: &Server, client: &Client, meeting: &Meeting) -> reqwest::Result<StatusCode> {
    let address = format!("{}{}/closure", server.origin, meeting.path);
    let request = client.post(address).bearer_auth(&meeting.leader);
    let request = request.header("content-type", "application/json");
    Ok(request.body(json!({}).to_string()).send().await?.status())
}

async fn has_ended(server: &Server, client: &Client, meeting: &Meeting) -> bool {
    server.console(client, meeting).await["screen"]["phase"] == "ended"
}

/// Tells whether the rows say so too, which free the code.
async fn is_settled(server: &Server, client: &Client, meeting: &Meeting) -> bool {
    let address = format!("{}/m/{}", server.origin, meeting.code);
    client.get(address).send().await.unwrap().status() == StatusCode::GONE
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_follows_from_an_end_survives_kill_9() {
    let data = fresh("kill");
    let meetings: Vec<Meeting> = (0..MEETINGS).map(|_| seed(&data)).collect();
    let server = Server::start(&data).await;
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    for meeting in &meetings {
        let start = format!("{}{}/start", server.origin, meeting.path);
        let started = client.post(start).bearer_auth(&meeting.leader).send().await.unwrap();
        assert!(started.status().is_redirection() || started.status().is_success());
    }
    let (mut server, mut open, mut kills) = (server, meetings.iter().collect::<Vec<_>>(), 0);
    while !open.is_empty() {
        kills += 1;
        assert!(kills <= KILLS_MAX, "no meeting gets to its end");
        let ends = join_all(open.iter().map(|meeting| end(&server, &client, meeting)));
        // Nobody can foresee the moment, and each one leaves more time than the one before.
        let _ = timeout(moment(kills), ends).await;
        let data = server.kill();
        server = Server::start(&data).await;
        let mut not_ended = vec![];
        for meeting in open {
            if !has_ended(&server, &client, meeting).await {
                not_ended.push(meeting);
            }
        }
        open = not_ended;
    }
    let settled = meetings.iter().map(async |meeting| {
        while !is_settled(&server, &client, meeting).await {
            sleep(Duration::from_millis(200)).await;
        }
    });
    let settled = join_all(settled);
    timeout(SETTLED_WITHIN, settled).await.expect("what follows is done");
    let data = server.kill();
    std::fs::remove_dir_all(data).unwrap();
    println!("{MEETINGS} meetings ended over {kills} kills, and all were settled");
}

fn moment(kills: u32) -> Duration {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    Duration::from_micros(u64::from(now.subsec_nanos() / 7) % (20_000 * u64::from(kills)))
}
