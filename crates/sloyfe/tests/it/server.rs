//! The program as a process, over one folder of rows.

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

const READY_WITHIN: Duration = Duration::from_secs(30);
const ENDS_WITHIN: Duration = Duration::from_secs(20);

/// A meeting that was seeded, with the link that leads it.
pub struct Meeting {
    pub path: String,
    pub code: String,
    pub leader: String,
}

pub struct Server {
    pub data: PathBuf,
    pub origin: String,
    pub process: Child,
}

pub fn sloyfe(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sloyfe"));
    command.env("SLOYFE_DATA", data).stdin(Stdio::null());
    command
}

/// A folder for one test, that is not there yet.
pub fn fresh(name: &str) -> PathBuf {
    let data =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&data);
    data
}

/// Below the ports that outgoing connections are given, so that none of them takes it first.
pub fn free_address() -> String {
    let chance =
        || 10_000 + u16::try_from(RandomState::new().build_hasher().finish() % 20_000).unwrap();
    let address = std::iter::repeat_with(|| SocketAddr::from(([127, 0, 0, 1], chance())));
    let mut free = address.take(1000).filter(|it| TcpListener::bind(it).is_ok());
    free.next().expect("a port is free").to_string()
}

const SEED: [&str; 6] = ["seed", "--scenario", "mentor-gathering", "--people", "4", "--json"];

pub fn seed(data: &Path) -> Meeting {
    let seeded = sloyfe(data).args(SEED).output().unwrap();
    meeting(&seeded.stdout)
}

/// Reads what `seed` printed.
pub fn meeting(seeded: &[u8]) -> Meeting {
    let seeded: Value = serde_json::from_slice(seeded).expect("a meeting is seeded");
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    Meeting {
        path: format!("/meetings/{}", word(&seeded["meeting"])),
        code: word(&seeded["code"]),
        leader: word(&seeded["tokens"]["leader"]),
    }
}

impl Server {
    pub async fn start(data: &Path) -> Server {
        let address = free_address();
        let mut command = sloyfe(data);
        command.args(["serve", "--listen", &address]).stdout(Stdio::null()).stderr(Stdio::null());
        Server::from(command, data, &address).await
    }

    /// Starts a command that becomes the server, with its log in a file.
    pub async fn logging(mut command: Command, data: &Path, address: &str, log: &Path) -> Server {
        command.stdin(Stdio::null()).stderr(File::create(log).unwrap());
        Server::from(command, data, address).await
    }

    async fn from(mut command: Command, data: &Path, address: &str) -> Server {
        let process = command.spawn().expect("the server starts");
        let origin = format!("http://{address}");
        let server = Server { data: data.to_owned(), origin, process };
        let ready = async {
            while reqwest::get(format!("{}/readyz", server.origin)).await.is_err() {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(READY_WITHIN, ready).await.expect("the server is ready");
        server
    }

    pub async fn is_ready(&self) -> bool {
        let answer = reqwest::get(format!("{}/readyz", self.origin)).await;
        answer.is_ok_and(|answer| answer.status() == StatusCode::OK)
    }

    /// Parks a text as the leader, under the name of an operation.
    pub async fn park(
        &self,
        client: &Client,
        meeting: &Meeting,
        number: u32,
    ) -> reqwest::Result<StatusCode> {
        let address = format!("{}{}/parked", self.origin, meeting.path);
        let request = client.post(address).bearer_auth(&meeting.leader);
        let request = request.header("accept", "application/json");
        let request = request.header("content-type", "application/json");
        let request = request.header("idempotency-key", format!("{number:032x}"));
        let text = json!({ "text": format!("Sak {number}") }).to_string();
        Ok(request.body(text).send().await?.status())
    }

    pub async fn console(&self, client: &Client, meeting: &Meeting) -> Value {
        let address = format!("{}{}/state?as=console", self.origin, meeting.path);
        let answer = client.get(address).bearer_auth(&meeting.leader).send().await.unwrap();
        serde_json::from_str(&answer.text().await.unwrap()).unwrap()
    }

    /// Waits until the process has ended by itself.
    pub fn ended(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < ENDS_WITHIN, "the server lives on");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn kill(mut self) -> PathBuf {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        self.data.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A test that failed leaves no server behind.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
