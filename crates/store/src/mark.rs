//! How far the database had come, told beside it.
//!
//! A write-ahead log that was cut, removed or left out of a copy takes the newest transactions with it, and what is left is a sound database of a moment before.
//! So a number grows with every transaction, and a file beside the database keeps it too. At start the database must have come as far as the file says.
//!
//! **Invariant `mark-behind-commit`:** the file never tells of what has not been committed.
//! It is written after commits, at most once a second, and so a start after a crash is never refused for nothing. Held by [`Mark::committed`].

use std::fmt;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};
use tokio::time::sleep;

use crate::{Result, private};

const FILE: &str = "sloyfe.mark";
const WRITE_EVERY: Duration = Duration::from_secs(1);

/// Two places that are written in turn, on pages of their own, so that a power cut spoils one at most.
const PLACES: [u64; 2] = [0, 4096];
const KIND: &[u8; 8] = b"sloyfe-1";
const SUM_BYTES: usize = 8;
const BYTES: usize = KIND.len() + size_of::<i64>() + SUM_BYTES;

/// The database holds less than was stored in it, or nobody can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TailLost {
    /// So many of the newest transactions are missing.
    Missing(i64),
    /// It was copied while it was served, and what would tell how far it had come was not.
    Unknown,
}

impl TailLost {
    /// Whether this is why something failed.
    #[must_use]
    pub fn is_in(error: &anyhow::Error) -> bool {
        error.chain().any(<dyn std::error::Error>::is::<TailLost>)
    }
}

impl fmt::Display for TailLost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TailLost::Missing(1) => f.write_str("the newest write that was stored here is missing")?,
            TailLost::Missing(count) => {
                write!(f, "the newest {count} writes that were stored here are missing")?;
            }
            TailLost::Unknown => f.write_str(
                "this database was copied while a server ran, and nothing tells whether the newest writes came along",
            )?,
        }
        f.write_str(
            ": was sloyfe.db-wal removed, cut or left out of a copy? Nothing has been changed. Bring the whole folder back, from a copy made while the server was stopped; or go on with what is here by --accept-loss",
        )
    }
}

impl std::error::Error for TailLost {}

/// What the database itself says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    pub(crate) number: i64,
    /// A server opened it, and has not closed it.
    pub(crate) is_served: bool,
}

#[derive(Debug)]
pub(crate) struct Mark {
    path: PathBuf,
    /// The number of the newest transaction that is committed.
    newest: AtomicI64,
    counts: AtomicBool,
}

impl Mark {
    pub(crate) fn in_folder(directory: &Path) -> Mark {
        Mark {
            path: directory.join(FILE),
            newest: AtomicI64::new(0),
            counts: AtomicBool::new(false),
        }
    }

    /// Whether transactions are counted; not before the tables are there.
    pub(crate) fn counts(&self) -> bool {
        self.counts.load(Ordering::Acquire)
    }

    pub(crate) fn count_from_now(&self) {
        self.counts.store(true, Ordering::Release);
    }

    pub(crate) fn committed(&self, number: i64) {
        self.newest.fetch_max(number, Ordering::AcqRel);
    }

    /// Compares what the database says with the file beside it.
    pub(crate) fn compare(&self, reached: Reached) -> Result<()> {
        match self.read()? {
            Some(number) if reached.number < number => {
                Err(TailLost::Missing(number - reached.number).into())
            }
            None if reached.is_served => Err(TailLost::Unknown.into()),
            Some(_) | None => Ok(()),
        }
    }

    /// Makes the file when it is missing or tells of what is lost, so that it is there whatever happens next.
    pub(crate) fn begin(&self, number: i64) -> Result<()> {
        self.newest.store(number, Ordering::Release);
        if self.read()?.is_some_and(|marked| marked <= number) {
            return Ok(());
        }
        let cannot = || format!("cannot write {}", self.path.display());
        for place in PLACES {
            self.write(number, place).with_context(cannot)?;
        }
        let file = private::file(&self.path).with_context(cannot)?;
        file.sync_all().with_context(cannot)?;
        if let Some(directory) = self.path.parent() {
            // Not every system lets a folder be synced; the file is there all the same.
            let _ = std::fs::File::open(directory).and_then(|directory| directory.sync_all());
        }
        Ok(())
    }

    /// Writes the newest number down at most once a second, for as long as it is asked for.
    pub(crate) async fn keep(self: Arc<Mark>) {
        let (mut written, mut places) =
            (self.newest.load(Ordering::Acquire), PLACES.into_iter().cycle());
        loop {
            sleep(WRITE_EVERY).await;
            let newest = self.newest.load(Ordering::Acquire);
            if newest == written {
                continue;
            }
            let (mark, place) = (Arc::clone(&self), places.next().unwrap_or_default());
            let done = tokio::task::spawn_blocking(move || mark.write(newest, place)).await;
            // A disk that refuses this refuses commits too, and they say so.
            if matches!(done, Ok(Ok(()))) {
                written = newest;
            }
        }
    }

    /// Writes the newest number down for the last time.
    pub(crate) fn end(&self) -> std::io::Result<()> {
        let newest = self.newest.load(Ordering::Acquire);
        PLACES.into_iter().try_for_each(|place| self.write(newest, place))
    }

    fn write(&self, number: i64, place: u64) -> std::io::Result<()> {
        let mut file = private::file(&self.path)?;
        file.seek(SeekFrom::Start(place))?;
        file.write_all(&line(number))
    }

    fn read(&self) -> Result<Option<i64>> {
        let bytes = match std::fs::File::open(&self.path) {
            Ok(file) => {
                let mut bytes = vec![];
                file.take(PLACES[1] * 2).read_to_end(&mut bytes)?;
                bytes
            }
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(why) => {
                return Err(why).with_context(|| format!("cannot read {}", self.path.display()));
            }
        };
        let at = |place: u64| number_in(bytes.get(usize::try_from(place).ok()?..)?);
        Ok(PLACES.into_iter().filter_map(at).max())
    }
}

fn line(number: i64) -> Vec<u8> {
    let mut line = Vec::with_capacity(BYTES);
    line.extend(KIND);
    line.extend(number.to_le_bytes());
    let sum = Sha256::digest(&line);
    line.extend(&sum[..SUM_BYTES]);
    line
}

/// Returns nothing when the bytes are not a whole line.
fn number_in(bytes: &[u8]) -> Option<i64> {
    let number = bytes.get(KIND.len()..BYTES - SUM_BYTES)?.try_into().ok()?;
    let number = i64::from_le_bytes(number);
    (bytes.get(..BYTES)? == line(number)).then_some(number)
}
