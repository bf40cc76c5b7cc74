//! Where everything is kept: one SQL text on two engines, SQLite inside the binary or PostgreSQL.
//!
//! **Invariant `ack-after-commit`:** nobody hears "stored" before the transaction is on disk.
//! Held by [`Store::append`], which answers after the commit of its group, and by the engines' settings, which are read back before the store opens.
//!
//! **Invariant `answered-once`:** an operation is stored together with its answer, so that a repeated one changes nothing.
//! Held by the key of the table `op`.
//!
//! **Invariant `org-in-every-key`:** each key starts with the organisation, except where a person brings only a code or a token.
//! Held by [`Org`], through which all other rows are reached, and which puts its own id in every query.
//!
//! Rows carry no time of their own making; the caller says what time it is.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use kernel::ids::OrgId;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::db::Db;
use crate::hold::{Held, Hold, Served};
use crate::writer::Errand;

pub mod access;
pub mod encounters;
pub mod groups;
pub mod health;
pub mod hold;
pub mod log;
pub mod mark;
pub mod meetings;
pub mod outbox;
pub mod plans;
pub mod replacing;
pub mod settings;
pub mod sums;
pub mod templates;
pub mod text;
pub mod versions;

mod db;
mod migrations;
mod postgres;
mod private;
mod rows;
mod sqlite;
mod writer;

/// Anything the caller cannot help: the disk, the server, a mistake in this crate.
pub type Result<T, E = anyhow::Error> = std::result::Result<T, E>;

/// Batches that may wait for the writer; one more is told to come back.
pub const QUEUE_MAX: usize = 4096;

/// Batches in one transaction.
pub const GROUP_BATCHES_MAX: usize = 64;

/// Operations or facts in one transaction, whichever is more.
pub const GROUP_OPS_MAX: usize = 512;

/// How long [`Store::ready`] waits for the writer before it says no.
/// A disk that needs seconds for a commit still takes every text.
pub const READY_WAIT: Duration = Duration::from_secs(10);

/// Where the rows are.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A folder, holding `sloyfe.db`.
    Directory(PathBuf),
    /// A PostgreSQL address, `postgres://…`. May hold a password, so it is never shown.
    Url(String),
}

impl From<&str> for Location {
    fn from(place: &str) -> Self {
        if place.starts_with("postgres://") || place.starts_with("postgresql://") {
            Self::Url(place.to_owned())
        } else {
            Self::Directory(PathBuf::from(place))
        }
    }
}

/// What may be chosen besides the place.
#[derive(Clone, Debug)]
pub struct Options {
    /// Batches in one transaction; [`GROUP_BATCHES_MAX`] unless a measurement wants fewer.
    pub group_batches_max: usize,
    pub postgres_disk: PostgresDisk,
    pub hold: Hold,
    /// What to do when the newest of what was stored is missing.
    pub lost_tail: LostTail,
    /// How many pages SQLite's file may have, where a test wants a disk that fills.
    pub sqlite_pages_max: Option<u32>,
}

/// Whether a database that has lost its newest transactions may be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostTail {
    Refused,
    /// Somebody has read what is missing, and goes on with the rest.
    Accepted,
}

/// What is asked of a PostgreSQL server's disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PostgresDisk {
    /// A server with `fsync=off` is refused.
    Durable,
    /// A test's own server, which may forget everything in a power cut.
    ForgetfulForTests,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            group_batches_max: GROUP_BATCHES_MAX,
            postgres_disk: PostgresDisk::Durable,
            hold: Hold::Alone,
            lost_tail: LostTail::Refused,
            sqlite_pages_max: None,
        }
    }
}

/// The door to all rows. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    db: Db,
    errands: mpsc::Sender<Errand>,
    writer: Arc<Mutex<Option<JoinHandle<()>>>>,
    held: Arc<Mutex<Held>>,
    hold: Hold,
}

/// Why a server cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The disk has refused a write, after which this process can store nothing more.
    DiskFailed,
    /// Another server has taken the rows while this one could not reach them.
    TakenOver,
}

/// The rows of one organisation. Cheap to clone.
#[derive(Clone)]
pub struct Org {
    store: Store,
    id: OrgId,
}

impl Org {
    #[must_use]
    pub fn id(&self) -> &OrgId {
        &self.id
    }

    fn db(&self) -> &Db {
        &self.store.db
    }
}

/// The version of the SQLite that is inside this program.
pub async fn sqlite_version() -> Result<String> {
    sqlite::version().await
}

impl Store {
    /// Opens the store, or says why its answers could not be trusted.
    pub async fn open(at: &Location) -> Result<Self> {
        Self::open_with(at, &Options::default()).await
    }

    /// As [`Self::open`], with what a test or a measurement may choose.
    pub async fn open_with(at: &Location, options: &Options) -> Result<Self> {
        let (db, held) = match at {
            Location::Directory(directory) => sqlite::open(directory, options).await?,
            Location::Url(url) => postgres::open(url, options).await?,
        };
        migrations::refuse_newer(&db).await?;
        let (errands, waiting) = mpsc::channel(QUEUE_MAX);
        let writer = tokio::spawn(writer::run(db.clone(), waiting, options.group_batches_max));
        Ok(Self {
            db,
            errands,
            writer: Arc::new(Mutex::new(Some(writer))),
            held: Arc::new(Mutex::new(held)),
            hold: options.hold,
        })
    }

    /// Opens the store beside whoever serves it. The tables are brought to this version only where nobody does, since a server that runs must find them as it knows them.
    pub async fn visit(at: &Location, options: &Options) -> Result<Self> {
        let store = Self::open_with(at, &Options { hold: Hold::Visit, ..options.clone() }).await?;
        let alone = match at {
            Location::Directory(directory) => hold::take_folder(directory, Hold::Alone),
            Location::Url(url) => postgres::hold_at_once(url).await,
        };
        match alone {
            Ok(_held) => {
                store.migrate().await?;
            }
            Err(why) if Served::is_in(&why) => {
                let version = migrations::version(&store.db).await?;
                if version != migrations::newest() {
                    bail!(
                        "a server of another version serves this (its tables have version {version}, this one knows {}): use the program that serves, or stop it and run migrate",
                        migrations::newest()
                    );
                }
                store.db.begin_mark(Hold::Visit).await?;
            }
            Err(why) => return Err(why),
        }
        Ok(store)
    }

    /// Returns the door to the rows of an organisation, whether it has any or not.
    #[must_use]
    pub fn org(&self, id: &OrgId) -> Org {
        Org { store: self.clone(), id: id.clone() }
    }

    /// Brings the tables to this binary's version and returns it. Harmless to repeat, also from two nodes at once.
    pub async fn migrate(&self) -> Result<u32> {
        let version = migrations::run(&self.db).await?;
        self.db.begin_mark(self.hold).await?;
        Ok(version)
    }

    /// Whether reading and writing work now: reads a row, and waits for a commit of the writer.
    pub async fn ready(&self) -> Result<()> {
        let version =
            migrations::version(&self.db).await.context("cannot read from the database")?;
        if version < migrations::newest() {
            bail!(
                "the database has version {version}, and {} is wanted: run migrate",
                migrations::newest()
            );
        }
        let (answer, committed) = oneshot::channel();
        if self.errands.try_send(Errand::Beat(answer)).is_err() {
            bail!("the writer's queue is full or closed");
        }
        match tokio::time::timeout(READY_WAIT, committed).await {
            Ok(Ok(written)) => written.context("cannot write to the database"),
            Ok(Err(_)) => bail!("the writer has stopped"),
            Err(_) => bail!("no commit within {} s", READY_WAIT.as_secs()),
        }
    }

    /// Resolves when a server cannot go on.
    pub async fn end(&self) -> End {
        let is_lost = self.held.lock().await.is_lost();
        let taken_over = async {
            if let Some(mut is_lost) = is_lost
                && is_lost.wait_for(|is_lost| *is_lost).await.is_ok()
            {
                return;
            }
            // Nothing is held, or the store is closed, and then nobody serves.
            std::future::pending::<()>().await;
        };
        tokio::select! {
            () = self.db.health.broken() => End::DiskFailed,
            () = taken_over => End::TakenOver,
        }
    }

    /// Commits what is waiting, answers it, and closes the connections.
    pub async fn close(self) {
        // A writer that is already gone has nothing left to finish.
        let _ = self.errands.send(Errand::Close).await;
        if let Some(writer) = self.writer.lock().await.take()
            && let Err(why) = writer.await
        {
            tracing::error!(error = %why, "the writer did not end well");
        }
        self.db.close().await;
        *self.held.lock().await = Held::Nothing;
    }
}
