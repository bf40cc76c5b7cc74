//! `kill -9` between the end of a meeting and what follows from it.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use futures::future::join_all;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

const MEETINGS: usize = 8;
const KILLS_MAX: u32 = 30;
const READY_WITHIN: Duration = Duration::from_secs(30);
/// Work that a dead worker had taken falls due again after half a minute.
const SETTLED_WITHIN: Duration = Duration::from_mins(1);

struct Meeting {
    path: String,
    code: String,
    leader: String,
}

/// A folder of rows and the process that serves them.
struct Server {
    data: PathBuf,
    origin: String,
    process: Child,
}

impl Server {
    async fn start(data: &Path) -> Server {
        let free = free_address();
        let process = sloyfe(data)
            .args(["serve", "--listen", &free.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let server = Server { data: data.to_owned(), origin: format!("http://{free}"), process };
        let ready = async {
            while reqwest::get(format!("{}/readyz", server.origin)).await.is_err() {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(READY_WITHIN, ready).await.expect("the server is ready");
        server
    }

    async fn end(&self, client: &Client, meeting: &Meeting) -> reqwest::Result<StatusCode> {
        let address = format!("{}{}/closure", self.origin, meeting.path);
        let request = client.post(address).bearer_auth(&meeting.leader);
        let request = request.header("content-type", "application/json");
        Ok(request.body(json!({}).to_string()).send().await?.status())
    }

    async fn has_ended(&self, client: &Client, meeting: &Meeting) -> bool {
        let address = format!("{}{}/state?as=console", self.origin, meeting.path);
        let answer = client.get(address).bearer_auth(&meeting.leader).send().await.unwrap();
        let console: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
        console["screen"]["phase"] == "ended"
    }

    /// Tells whether the rows say so too, which free the code.
    async fn is_settled(&self, client: &Client, meeting: &Meeting) -> bool {
        let address = format!("{}/m/{}", self.origin, meeting.code);
        client.get(address).send().await.unwrap().status() == StatusCode::GONE
    }

    fn kill(mut self) -> PathBuf {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        self.data.clone()
    }
}

fn sloyfe(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sloyfe"));
    command.env("SLOYFE_DATA", data).stdin(Stdio::null());
    command
}

fn seed(data: &Path) -> Meeting {
    let seed = ["seed", "--scenario", "mentor-gathering", "--people", "4", "--json"];
    let seeded = sloyfe(data).args(seed).output().unwrap();
    let seeded: Value = serde_json::from_slice(&seeded.stdout).expect("a meeting is seeded");
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    Meeting {
        path: format!("/meetings/{}", word(&seeded["meeting"])),
        code: word(&seeded["code"]),
        leader: word(&seeded["tokens"]["leader"]),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_follows_from_an_end_survives_kill_9() {
    let data =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("kill-{}", std::process::id()));
    std::fs::create_dir_all(&data).unwrap();
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
        let ends = join_all(open.iter().map(|meeting| server.end(&client, meeting)));
        // Nobody can foresee the moment, and each one leaves more time than the one before.
        let _ = timeout(moment(kills), ends).await;
        let data = server.kill();
        server = Server::start(&data).await;
        let mut not_ended = vec![];
        for meeting in open {
            if !server.has_ended(&client, meeting).await {
                not_ended.push(meeting);
            }
        }
        open = not_ended;
    }
    let settled = meetings.iter().map(async |meeting| {
        while !server.is_settled(&client, meeting).await {
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

/// Below the ports that outgoing connections are given, so that none of them takes it first.
fn free_address() -> SocketAddr {
    let chance =
        || 10_000 + u16::try_from(RandomState::new().build_hasher().finish() % 20_000).unwrap();
    let address = std::iter::repeat_with(|| SocketAddr::from(([127, 0, 0, 1], chance())));
    let mut free = address.take(1000).filter(|it| TcpListener::bind(it).is_ok());
    free.next().expect("a port is free")
}
