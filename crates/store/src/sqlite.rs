//! SQLite inside the binary: one file, one writer, many readers.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, bail};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection as _, Row as _};

use crate::db::Db;
use crate::hold::{self, Held};
use crate::mark::{Mark, Reached};
use crate::migrations::is_no_table;
use crate::{LostTail, Options, Result, private};

/// Older ones can lose committed rows when a log is reset while another connection writes.
const VERSION_MIN: (u32, u32, u32) = (3, 51, 3);

const READERS_MAX: u32 = 4;
const BUSY_WAIT: Duration = Duration::from_secs(10);
const ACQUIRE_WAIT: Duration = Duration::from_secs(30);

/// What must be read back from every connection; drivers and builds differ in what they make of a wish.
const WANTED: [(&str, &str); 6] = [
    ("pragma journal_mode", "wal"),
    ("pragma synchronous", "2"),
    ("pragma foreign_keys", "1"),
    ("pragma trusted_schema", "0"),
    ("pragma secure_delete", "1"),
    ("pragma cell_size_check", "1"),
];

const REACHED: &str = "select number, is_served from mark where id = 1";

pub(crate) async fn open(directory: &Path, chosen: &Options) -> Result<(Db, Held)> {
    private::folder(directory)?;
    let held = hold::take_folder(directory, chosen.hold)?;
    let file = directory.join("sloyfe.db");
    let options = SqliteConnectOptions::new()
        .filename(&file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_WAIT)
        .foreign_keys(true)
        .pragma("trusted_schema", "OFF")
        .pragma("secure_delete", "ON")
        .pragma("cell_size_check", "ON")
        .pragma("wal_autocheckpoint", "4000");
    // SQLite gives the files beside this one the same rights.
    drop(private::file(&file).with_context(|| format!("cannot open {}", file.display()))?);
    private::files(directory)?;
    // A pool tries again for as long as it may when a check fails, and keeps the reason to itself.
    let mut first = SqliteConnection::connect_with(&options)
        .await
        .with_context(|| format!("cannot open {}", file.display()))?;
    check(&mut first).await?;
    let mark = Mark::in_folder(directory);
    if chosen.lost_tail == LostTail::Refused
        && let Some(reached) = reached(&mut first).await?
    {
        mark.compare(reached)?;
    }
    first.close().await?;
    let pool = SqlitePoolOptions::new()
        .acquire_timeout(ACQUIRE_WAIT)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .after_connect(|connection, _| {
            Box::pin(async move {
                check(connection).await.map_err(|why| sqlx::Error::Configuration(why.into()))
            })
        });
    let mut writing = options.clone();
    if let Some(pages_max) = chosen.sqlite_pages_max {
        writing = writing.pragma("max_page_count", pages_max.to_string());
    }
    let writer = pool
        .clone()
        .min_connections(1)
        .max_connections(1)
        .after_release(|connection, _| Box::pin(is_settled(connection)))
        .connect_with(writing)
        .await
        .with_context(|| format!("cannot open {}", file.display()))?;
    let readers = pool
        .max_connections(READERS_MAX)
        .connect_with(options.pragma("query_only", "ON"))
        .await
        .with_context(|| format!("cannot read {}", file.display()))?;
    Ok((Db::sqlite(writer, readers, mark), held))
}

/// Whether no transaction is left on a connection that is given back; another is opened when one may be.
///
/// After some errors (a full disk, no memory, an interrupt) SQLite has rolled back by itself, and the driver counts a transaction that is not there. After others neither of them has.
async fn is_settled(connection: &mut SqliteConnection) -> sqlx::Result<bool> {
    if connection.is_in_transaction() {
        // A transaction that was dropped is being rolled back, and the ping comes after it.
        connection.ping().await?;
    }
    Ok(!connection.is_in_transaction())
}

pub(crate) async fn version() -> Result<String> {
    let mut connection = SqliteConnection::connect("sqlite::memory:").await?;
    let version = version_of(&mut connection).await?;
    connection.close().await?;
    Ok(version)
}

async fn version_of(connection: &mut SqliteConnection) -> Result<String> {
    Ok(sqlx::query_scalar("select sqlite_version()").fetch_one(connection).await?)
}

async fn check(connection: &mut SqliteConnection) -> Result<()> {
    let version = version_of(&mut *connection).await?;
    if numbers(&version) < VERSION_MIN {
        let (major, minor, patch) = VERSION_MIN;
        bail!("SQLite {version} is too old, {major}.{minor}.{patch} or newer is needed");
    }
    for (pragma, wanted) in WANTED {
        let found = read_back(&mut *connection, pragma).await?;
        if found != wanted {
            bail!("SQLite answers {found} to {pragma}, and {wanted} is needed");
        }
    }
    Ok(())
}

/// Returns nothing from a database that no server has opened since marks are kept.
async fn reached(connection: &mut SqliteConnection) -> Result<Option<Reached>> {
    match sqlx::query_as::<_, (i64, i64)>(REACHED).fetch_optional(connection).await {
        Ok(row) => Ok(row.map(|(number, is_served)| Reached { number, is_served: is_served == 1 })),
        Err(why) if is_no_table(&why) => Ok(None),
        Err(why) => Err(why).context("cannot read how far the database had come"),
    }
}

async fn read_back(connection: &mut SqliteConnection, pragma: &'static str) -> Result<String> {
    let row = sqlx::query(pragma).fetch_one(connection).await?;
    match row.try_get::<String, _>(0) {
        Ok(word) => Ok(word),
        Err(_) => Ok(row.try_get::<i64, _>(0)?.to_string()),
    }
}

fn numbers(version: &str) -> (u32, u32, u32) {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or_default());
    let mut next = || parts.next().unwrap_or_default();
    (next(), next(), next())
}
