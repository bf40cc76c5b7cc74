//! A whole staff on open streams: how long one step takes to reach everybody.
//!
//! Each phone holds the lines that a browser does, so that all the server's lines are open at once.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use futures::StreamExt;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use reqwest::header::{ACCEPT, AUTHORIZATION};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::server::{Seeded, Server, Stop};
use crate::stream::Events;

const POLLS: &str = "sloyfe_requests_total{method=\"GET\",route=\"/meetings/{id}/state\"";
const SCENARIO: &str = "mentor-gathering";
/// Lines of a phone beside its stream.
const IDLE_LINES: usize = 3;
const ASKED: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: sloyfe\r\n\r\n";
/// When the first screens should have come, and when a step should have reached everybody.
const OPEN_WITHIN: Duration = Duration::from_mins(2);
const REACH_WITHIN: Duration = Duration::from_secs(30);

/// How one step came out to everybody.
#[derive(Clone, Debug)]
pub struct Reach {
    pub people: usize,
    /// From the first stream that was asked for to the last first screen.
    pub opening: Duration,
    /// From the leader's press to the new screen on half of the phones, and on all.
    pub median: Duration,
    pub last: Duration,
    /// Bytes in a phone's screen, with what surrounds it.
    pub bytes: usize,
    /// Requests for `GET /meetings/{id}/state` that the server counted.
    pub polls: f64,
    /// Streams that the server held when everybody was there.
    pub streams: f64,
    /// Lines that were answered on and left open beside the streams.
    pub idle_lines: usize,
}

/// A screen that has come to a phone.
struct Came {
    phone: usize,
    seq: i64,
    at: Instant,
    bytes: usize,
}

/// Opens a stream for each of many people, moves the meeting on once, and waits until it has come
/// to each. Nobody asks for the state.
pub async fn reach(bin: &Path, dir: &Path, people: usize, seed: u64) -> Result<Reach> {
    let data = dir.join(format!("crowd-{people}-{seed}"));
    let (mut server, seeded) = Server::seed(bin, &data, SCENARIO, people, seed, "nb").await?;
    server.start().await?;
    let reached = through(&server, &seeded).await;
    server.stop(Stop::Term).await?;
    let reached = reached.with_context(|| server.last_words())?;
    server.clean_up();
    Ok(reached)
}

async fn through(server: &Server, seeded: &Seeded) -> Result<Reach> {
    let people = seeded.participants.len();
    may_open_as_many_as_the_server()?;
    let client = reqwest::Client::new();
    let own = format!("{}/meetings/{}", server.base(), seeded.meeting);
    let (tell, mut came) = mpsc::unbounded_channel();
    let began = Instant::now();
    let mut tasks = vec![];
    for (phone, person) in seeded.participants.iter().enumerate() {
        let asked = client.get(format!("{own}/live?as=seat")).header(ACCEPT, "text/event-stream");
        let asked = asked.header(AUTHORIZATION, format!("Bearer {}", person.token));
        tasks.push(tokio::spawn(listen(asked, phone, tell.clone())));
    }
    drop(tell);
    let first = wait_for(&mut came, people, 0, OPEN_WITHIN).await.context("first screens")?;
    let opening = first.iter().map(|it| it.at).max().unwrap_or(began) - began;
    let lines = (0..people * IDLE_LINES).map(|_| idle_line(server.base()));
    let idle = futures::future::try_join_all(lines);
    let idle = timeout(REACH_WITHIN, idle).await.context("lines beside the streams")??;
    let lead = |path: &str, body: Value| {
        let asked = client.post(format!("{own}/{path}")).header(ACCEPT, "application/json");
        asked.header(AUTHORIZATION, format!("Bearer {}", seeded.tokens.leader)).json(&body)
    };
    let started = answer(lead("start", json!({}))).await?;
    wait_for(&mut came, people, started, REACH_WITHIN).await.context("the start")?;
    let streams = server.figure("sloyfe_streams ").await?;
    let pressed = Instant::now();
    let on = json!({ "from_item": 0, "from_step": 0, "to": "next" });
    let moved = answer(lead("position", on)).await?;
    let reached = wait_for(&mut came, people, moved, REACH_WITHIN).await.context("the step")?;
    let mut waits: Vec<Duration> = reached.iter().map(|it| it.at - pressed).collect();
    waits.sort_unstable();
    let idle_lines = idle.len();
    drop(idle);
    let polls = server.figure(POLLS).await?;
    // A figure that never moves proves nothing, so it is seen to move.
    let state = client.get(format!("{own}/state?as=console"));
    let state = state.header(AUTHORIZATION, format!("Bearer {}", seeded.tokens.leader));
    state.send().await?.error_for_status()?;
    let moved_by = server.figure(POLLS).await? - polls;
    ensure!(moved_by > 0.0, "the server does not count requests for the state");
    for task in tasks {
        task.abort();
    }
    Ok(Reach {
        people,
        opening,
        median: waits[waits.len() / 2],
        last: waits[waits.len() - 1],
        bytes: reached.iter().map(|it| it.bytes).max().unwrap_or_default(),
        polls,
        streams,
        idle_lines,
    })
}

/// Opens a line, is answered on it, and leaves it open.
async fn idle_line(base: String) -> Result<TcpStream> {
    let address = base.trim_start_matches("http://");
    let mut line = TcpStream::connect(address).await?;
    line.write_all(ASKED).await?;
    let mut said = vec![];
    while !said.ends_with(b"ok\n") {
        ensure!(line.read_buf(&mut said).await? > 0, "a line was closed without an answer");
    }
    Ok(line)
}

/// The phones of the crowd are all in this process.
fn may_open_as_many_as_the_server() -> Result<()> {
    let (_, hard) = getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, hard, hard)?;
    Ok(())
}

/// Sends a wish and returns the number of the fact that it made.
async fn answer(asked: reqwest::RequestBuilder) -> Result<i64> {
    let answer: Value = asked.send().await?.error_for_status()?.json().await?;
    answer["seq"].as_i64().context("an answer without a number")
}

/// Waits until every phone has a screen with a fact in it, and returns the first such of each.
async fn wait_for(
    came: &mut mpsc::UnboundedReceiver<Came>,
    people: usize,
    seq: i64,
    within: Duration,
) -> Result<Vec<Came>> {
    let mut phones: Vec<Option<Came>> = (0..people).map(|_| None).collect();
    let mut count = 0;
    let hearing = async {
        while count < people {
            let Some(it) = came.recv().await else { break };
            let place = &mut phones[it.phone];
            if it.seq >= seq && place.is_none() {
                *place = Some(it);
                count += 1;
            }
        }
    };
    // What is missing is counted below.
    let _ = timeout(within, hearing).await;
    ensure!(count == people, "{count} of {people} phones were reached in {within:?}");
    Ok(phones.into_iter().flatten().collect())
}

async fn listen(
    asked: reqwest::RequestBuilder,
    phone: usize,
    tell: mpsc::UnboundedSender<Came>,
) -> Result<()> {
    let mut chunks = asked.send().await?.error_for_status()?.bytes_stream();
    let mut events = Events::default();
    let mut bytes = 0;
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk?;
        bytes += chunk.len();
        for seq in events.take(&chunk) {
            tell.send(Came { phone, seq, at: Instant::now(), bytes })?;
            bytes = 0;
        }
    }
    Ok(())
}
