//! A phone's open line: real SSE, cut by restarts and sleep, taken up again where it was.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Result;
use futures::StreamExt;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::history::Stream;
use crate::line::Line;

const LOOK_AGAIN: Duration = Duration::from_millis(200);

/// An open line and what came over it.
pub struct Listening {
    pub log: Arc<Mutex<Stream>>,
    task: JoinHandle<()>,
}

impl Listening {
    #[must_use]
    pub fn open(line: Line, screen: &str, who: String, is_asleep: Arc<AtomicBool>) -> Listening {
        let log = Arc::new(Mutex::new(Stream { who, ..Stream::default() }));
        let path = format!("{}/meetings/{}/live?as={screen}", line.base, line.meeting);
        let task = tokio::spawn(listen(line, path, Arc::clone(&log), is_asleep));
        Listening { log, task }
    }

    #[must_use]
    pub fn last_id(&self) -> i64 {
        with(&self.log, |log| log.ids.last().copied().unwrap_or(-1))
    }

    #[must_use]
    pub fn close(self) -> Stream {
        self.task.abort();
        with(&self.log, |log| log.clone())
    }
}

fn with<T>(log: &Mutex<Stream>, look: impl FnOnce(&mut Stream) -> T) -> T {
    look(&mut log.lock().unwrap_or_else(PoisonError::into_inner))
}

async fn listen(line: Line, path: String, log: Arc<Mutex<Stream>>, is_asleep: Arc<AtomicBool>) {
    loop {
        if is_asleep.load(Ordering::SeqCst) {
            sleep(LOOK_AGAIN).await;
            continue;
        }
        // A line that breaks is opened again; the checker judges what came over it.
        let _ = hear(&line, &path, &log, &is_asleep).await;
        with(&log, |log| log.reconnects += 1);
        sleep(Duration::from_millis(150)).await;
    }
}

async fn hear(line: &Line, path: &str, log: &Mutex<Stream>, is_asleep: &AtomicBool) -> Result<()> {
    let mut asked = line.client.get(path).headers(line.headers()?);
    asked = asked.header("Accept", "text/event-stream");
    if let Some(last) = with(log, |log| log.ids.last().copied()) {
        asked = asked.header("Last-Event-ID", last.to_string());
    }
    let mut chunks = asked.send().await?.error_for_status()?.bytes_stream();
    let mut waiting: Vec<u8> = vec![];
    loop {
        if is_asleep.load(Ordering::SeqCst) {
            return Ok(());
        }
        let Ok(chunk) = timeout(LOOK_AGAIN, chunks.next()).await else { continue };
        let Some(chunk) = chunk else { return Ok(()) };
        waiting.extend_from_slice(&chunk?);
        while let Some(end) = waiting.windows(2).position(|pair| pair == b"\n\n") {
            let event: Vec<u8> = waiting.drain(..end + 2).collect();
            let event = String::from_utf8_lossy(&event);
            // An event counts only when it has come whole.
            let id = event.lines().find_map(|row| row.strip_prefix("id: ")?.trim().parse().ok());
            if let Some(id) = id {
                with(log, |log| log.ids.push(id));
            }
        }
    }
}
