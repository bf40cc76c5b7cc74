//! Whether the database reads and writes, told when it changes and not at every failure.
//!
//! A full disk fails every request for as long as it is full, and a line for each would fill it further.
//! So the first failure is logged, those that follow are counted, and the count is told when it works again.
//!
//! **Invariant `a-broken-disk-is-left`:** after a write that the disk refused, nothing more is written.
//! The kernel may call the lost pages clean, so no later commit could be believed. Held by [`Health::refuse_if_broken`].

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::watch;

/// Some writes still find room on a disk that is nearly full, so one that works says little.
const QUIET_MIN: Duration = Duration::from_secs(1);

/// Kinds of `IOERR` that mean no memory, or no room for the index of the log, which is made anew when it is lost.
const ONLY_ROOM: [u32; 4] = [3082, 4618, 4874, 5386];

/// The database could not do its part, and the log has said so.
#[derive(Clone, Debug)]
pub struct Outage(String);

impl Outage {
    /// Whether this is why something failed.
    #[must_use]
    pub fn is_in(error: &anyhow::Error) -> bool {
        error.chain().any(|why| {
            why.is::<Outage>() || why.downcast_ref::<sqlx::Error>().is_some_and(is_outage)
        })
    }

    /// Copies an error for one of several who wait for the same commit.
    pub(crate) fn or_other(why: &sqlx::Error) -> anyhow::Error {
        if is_outage(why) { Outage(why.to_string()).into() } else { anyhow::anyhow!("{why}") }
    }
}

impl fmt::Display for Outage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Outage {}

#[derive(Debug)]
pub(crate) struct Health {
    pub(crate) reading: Direction,
    pub(crate) writing: Direction,
    is_broken: watch::Sender<bool>,
}

/// Reading or writing.
#[derive(Debug)]
pub(crate) struct Direction {
    name: &'static str,
    /// Read at every success, so that the lock is taken only in an outage.
    is_failing: AtomicBool,
    failing: Mutex<Option<Failing>>,
}

#[derive(Debug)]
struct Failing {
    since: Instant,
    newest: Instant,
    failures: u64,
}

impl Default for Health {
    fn default() -> Health {
        Health {
            reading: Direction::new("reading from the database"),
            writing: Direction::new("writing to the database"),
            is_broken: watch::Sender::new(false),
        }
    }
}

impl Health {
    pub(crate) fn refuse_if_broken(&self) -> Result<(), sqlx::Error> {
        if *self.is_broken.borrow() {
            return Err(sqlx::Error::Io(std::io::Error::other(
                "the disk refused a write earlier; restart to recover what was committed",
            )));
        }
        Ok(())
    }

    /// Takes notice of a failure in a transaction that writes.
    pub(crate) fn write_failed(&self, why: &sqlx::Error) {
        self.writing.failed(why);
        if is_broken_disk(why) && !self.is_broken.send_replace(true) {
            tracing::error!(error = %why, "the disk refused a write; nothing more is written before a restart");
        }
    }

    /// Resolves when the disk has refused a write.
    pub(crate) async fn broken(&self) {
        // The sender lives in here, so it is not gone before the answer.
        let _ = self.is_broken.subscribe().wait_for(|is_broken| *is_broken).await;
    }
}

impl Direction {
    fn new(name: &'static str) -> Direction {
        Direction { name, is_failing: AtomicBool::new(false), failing: Mutex::new(None) }
    }

    pub(crate) fn failed(&self, why: &sqlx::Error) {
        if !is_outage(why) {
            return;
        }
        let now = Instant::now();
        let mut failing = self.lock();
        if let Some(failing) = failing.as_mut() {
            failing.failures += 1;
            failing.newest = now;
            return;
        }
        *failing = Some(Failing { since: now, newest: now, failures: 1 });
        self.is_failing.store(true, Ordering::Release);
        tracing::error!(error = %why, "{} fails; this is said once, until it works again", self.name);
    }

    pub(crate) fn worked(&self) {
        if !self.is_failing.load(Ordering::Acquire) {
            return;
        }
        let mut failing = self.lock();
        let Some(Failing { since, failures, .. }) =
            failing.take_if(|failing| QUIET_MIN <= failing.newest.elapsed())
        else {
            return;
        };
        self.is_failing.store(false, Ordering::Release);
        let seconds = since.elapsed().as_secs();
        tracing::warn!(failures, seconds, "{} works again", self.name);
    }

    fn lock(&self) -> MutexGuard<'_, Option<Failing>> {
        self.failing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether the database is at fault, for whoever asks next too.
///
/// Of SQLite that is no memory, a file that cannot be written or read, a lock that nobody gives back, a full disk; of PostgreSQL a lost connection, no room, a server that stops, a disk of its own that fails.
fn is_outage(why: &sqlx::Error) -> bool {
    if let sqlx::Error::Database(error) = why {
        let code = error.code().unwrap_or_default();
        return match sqlite_code(&**error) {
            Some(code) => matches!(code, 5 | 6 | 7 | 8 | 9 | 10 | 11 | 13 | 14 | 26),
            None => ["08", "53", "57", "58"].iter().any(|class| code.starts_with(class)),
        };
    }
    matches!(
        why,
        sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::BeginFailed
            | sqlx::Error::InvalidSavePointStatement
    )
}

/// The codes are `IOERR`, `CORRUPT` and `NOTADB` of SQLite. A full disk and a busy lock pass; PostgreSQL judges its own disk.
fn is_broken_disk(why: &sqlx::Error) -> bool {
    let sqlx::Error::Database(error) = why else { return false };
    let is_only_room = extended_code(&**error).is_some_and(|code| ONLY_ROOM.contains(&code));
    !is_only_room && matches!(sqlite_code(&**error), Some(10 | 11 | 26))
}

fn sqlite_code(error: &dyn sqlx::error::DatabaseError) -> Option<u32> {
    Some(extended_code(error)? & 0xff)
}

fn extended_code(error: &dyn sqlx::error::DatabaseError) -> Option<u32> {
    error.try_downcast_ref::<sqlx::sqlite::SqliteError>()?;
    error.code()?.parse().ok()
}
