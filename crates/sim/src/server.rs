//! The server as a child process: seeded, started, killed and started again on the same data.

use std::fs::File;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::TcpListener;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

/// Where ports are looked for.
const PORTS: Range<u16> = 10_000..30_000;
const PORT_TRIES_MAX: usize = 1000;
/// Becomes the server, with the limit of open files that a service begins with.
const AS_A_SERVICE: &str = "ulimit -Sn 1024 && exec \"$0\" \"$@\"";
const READY_WITHIN: Duration = Duration::from_secs(20);
const STOP_WITHIN: Duration = Duration::from_secs(15);

/// What `sloyfe seed --json` prints.
#[derive(Clone, Debug, Deserialize)]
pub struct Seeded {
    pub meeting: String,
    pub code: String,
    pub tokens: Tokens,
    pub participants: Vec<Participant>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Tokens {
    pub leader: String,
    pub wall: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Participant {
    pub seat: u32,
    pub token: String,
}

/// How a server is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// SIGKILL: as if the power went.
    Kill,
    /// SIGTERM: asked to finish what it has taken on.
    Term,
}

pub struct Server {
    bin: PathBuf,
    data: PathBuf,
    port: u16,
    metrics_port: u16,
    child: Option<Child>,
    /// How long the slowest start took.
    pub slowest_start: Duration,
}

impl Server {
    /// Makes a data directory on disk and fills it with a scenario.
    pub async fn seed(
        bin: &Path,
        data: &Path,
        scenario: &str,
        people: usize,
        seed: u64,
        lang: &str,
    ) -> Result<(Server, Seeded)> {
        if data.exists() {
            std::fs::remove_dir_all(data).context("the old data could not be removed")?;
        }
        std::fs::create_dir_all(data).context("the data directory could not be made")?;
        let (people, seed) = (people.to_string(), seed.to_string());
        let output = Command::new(bin)
            .args(["seed", "--scenario", scenario, "--people", &people, "--seed", &seed])
            .args(["--lang", lang, "--json", "--data"])
            .arg(data)
            .stdin(Stdio::null())
            .output()
            .await
            .with_context(|| format!("{} could not be run", bin.display()))?;
        ensure!(
            output.status.success(),
            "seeding failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let text = String::from_utf8_lossy(&output.stdout);
        let seeded =
            serde_json::from_str(&text).with_context(|| format!("seeding printed: {text}"))?;
        let (port, metrics_port) = (free_port()?, free_port()?);
        let (bin, data) = (bin.to_owned(), data.to_owned());
        let slowest_start = Duration::ZERO;
        Ok((Server { bin, data, port, metrics_port, child: None, slowest_start }, seeded))
    }

    #[must_use]
    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Returns a figure of the server's: the sum of the lines that begin so.
    pub async fn figure(&self, begins: &str) -> Result<f64> {
        let url = format!("http://127.0.0.1:{}/metrics", self.metrics_port);
        let text = reqwest::get(url).await?.error_for_status()?.text().await?;
        let rows = text.lines().filter_map(|row| row.strip_prefix(begins)?.rsplit(' ').next());
        // Not `sum`, for which nothing is −0.
        rows.map(|row| row.parse::<f64>().with_context(|| format!("{begins} is {row}")))
            .try_fold(0.0, |sum, value| Ok(sum + value?))
    }

    #[must_use]
    pub fn log_path(&self) -> PathBuf {
        self.data.with_extension("log")
    }

    pub async fn start(&mut self) -> Result<()> {
        let log = File::options().create(true).append(true).open(self.log_path())?;
        let began = Instant::now();
        let child = Command::new("sh")
            .args(["-c", AS_A_SERVICE])
            .arg(&self.bin)
            .args(["serve", "--listen", &format!("127.0.0.1:{}", self.port)])
            .args(["--metrics", &format!("127.0.0.1:{}", self.metrics_port), "--data"])
            .arg(&self.data)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .context("the server could not be started")?;
        self.child = Some(child);
        let ready = format!("{}/readyz", self.base());
        loop {
            if let Ok(answer) = reqwest::get(&ready).await
                && answer.status().is_success()
            {
                self.slowest_start = self.slowest_start.max(began.elapsed());
                return Ok(());
            }
            if let Some(status) = self.child.as_mut().map(Child::try_wait).transpose()?.flatten() {
                bail!("the server ended with {status}; see {}", self.log_path().display());
            }
            ensure!(began.elapsed() < READY_WITHIN, "the server was not ready in 20 s");
            sleep(Duration::from_millis(15)).await;
        }
    }

    /// Stops the server and waits until it is gone. One that was asked to stop must end well.
    pub async fn stop(&mut self, how: Stop) -> Result<()> {
        let Some(mut child) = self.child.take() else { return Ok(()) };
        match how {
            Stop::Kill => child.kill().await.context("the server could not be killed")?,
            Stop::Term => {
                let pid = child.id().context("the server had already ended")?.to_string();
                Command::new("kill").args(["-TERM", &pid]).status().await?;
                let ended = timeout(STOP_WITHIN, child.wait()).await;
                let status = ended.context("the server did not end 15 s after SIGTERM")??;
                ensure!(status.success(), "after SIGTERM the server ended with {status}");
            }
        }
        Ok(())
    }

    pub async fn restart(&mut self, how: Stop) -> Result<()> {
        self.stop(how).await?;
        self.start().await
    }

    /// Returns the last lines that the server said.
    #[must_use]
    pub fn last_words(&self) -> String {
        let log = std::fs::read_to_string(self.log_path()).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(8)..].join("\n")
    }

    /// Removes what the run left on disk.
    pub fn clean_up(&self) {
        // What cannot be removed now is removed before the next run of the same name.
        let _ = std::fs::remove_dir_all(&self.data);
        let _ = std::fs::remove_file(self.log_path());
    }
}

/// Returns a free port below those that outgoing connections are given, so that none of them takes
/// it before it is listened on, or while its server restarts.
fn free_port() -> Result<u16> {
    for _ in 0..PORT_TRIES_MAX {
        let chance = RandomState::new().build_hasher().finish();
        let port = PORTS.start + u16::try_from(chance % PORTS.len() as u64)?;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return Ok(port);
        }
    }
    bail!("no port is free in {PORTS:?}")
}
