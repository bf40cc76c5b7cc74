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
    let mut events = Events::default();
    loop {
        if is_asleep.load(Ordering::SeqCst) {
            return Ok(());
        }
        let Ok(chunk) = timeout(LOOK_AGAIN, chunks.next()).await else { continue };
        let Some(chunk) = chunk else { return Ok(()) };
        let ids = events.take(&chunk?);
        with(log, |log| log.ids.extend(ids));
    }
}

/// The events of a stream, put together from what comes.
#[derive(Default)]
pub(crate) struct Events {
    /// The row that has not come whole.
    row: Vec<u8>,
    /// The id of the event that has not come whole.
    id: Option<i64>,
}

impl Events {
    /// Returns the ids of the events that are whole now; the others do not count.
    pub(crate) fn take(&mut self, chunk: &[u8]) -> Vec<i64> {
        let mut ids = vec![];
        let mut rows = chunk.split(|byte| *byte == b'\n').peekable();
        while let Some(piece) = rows.next() {
            self.row.extend_from_slice(piece);
            if rows.peek().is_none() {
                break;
            }
            if self.row.is_empty() {
                ids.extend(self.id.take());
            } else if let Some(id) = self.row.strip_prefix(b"id: ") {
                self.id = String::from_utf8_lossy(id).trim().parse().ok();
            }
            self.row.clear();
        }
        ids
    }
}

#[cfg(test)]
mod tests {
    use super::Events;

    #[test]
    fn an_event_counts_when_it_has_come_whole_however_it_was_cut() {
        let text = b"retry: 2\n\nid: 4\nevent: part\ndata: {}\n\n: beat\n\nid: 12\nevent: part\n\n";
        for length in 1..text.len() {
            let mut events = Events::default();
            let ids: Vec<i64> = text.chunks(length).flat_map(|piece| events.take(piece)).collect();
            assert_eq!(ids, [4, 12], "cut at {length}");
        }
        let mut events = Events::default();
        assert!(events.take(b"id: 4\nevent: part\n").is_empty());
    }
}
