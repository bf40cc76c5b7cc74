//! Bringing the tables from any earlier version to this binary's.
//!
//! **Invariant `all-or-nothing`:** a migration and the row that says it has run are one transaction.
//! A power cut leaves the version before or the version after. Held by [`run`].

use anyhow::{Context as _, bail};

use crate::Result;
use crate::db::{Db, Tx, values};

/// In order; the first is version 1. Released ones are never edited.
const MIGRATIONS: [&str; 8] = [
    include_str!("../migrations/0001_meetings.sql"),
    include_str!("../migrations/0002_templates.sql"),
    include_str!("../migrations/0003_groups.sql"),
    include_str!("../migrations/0004_jobs.sql"),
    include_str!("../migrations/0005_mark.sql"),
    include_str!("../migrations/0006_sums.sql"),
    include_str!("../migrations/0007_links.sql"),
    include_str!("../migrations/0008_ways_in.sql"),
];

const MAKE_TABLE: &str = "create table if not exists schema_version (version bigint primary key)";
const NEWEST: &str = "select max(version) from schema_version";
const DONE: &str = "insert into schema_version (version) values ($1)";

/// The version this binary wants.
pub(crate) fn newest() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// The version the database has; 0 when it is empty.
pub(crate) async fn version(db: &Db) -> Result<u32> {
    match db.row::<(Option<i64>,)>(NEWEST, &[]).await {
        Ok(row) => known(row.and_then(|(version,)| version)),
        Err(why) if is_no_table(&why) => Ok(0),
        Err(why) => Err(why.into()),
    }
}

/// An older binary must not touch what a newer one has made.
pub(crate) async fn refuse_newer(db: &Db) -> Result<()> {
    refuse(version(db).await.context("cannot read the version of the database")?)
}

pub(crate) async fn run(db: &Db) -> Result<u32> {
    for (sql, version) in MIGRATIONS.into_iter().zip(1..) {
        let mut tx = db.begin().await?;
        tx.lock_migrations().await?;
        tx.script(MAKE_TABLE).await?;
        let found = version_in(&mut tx).await?;
        refuse(found)?;
        if found < version {
            tx.script(sql).await.with_context(|| format!("migration {version} failed"))?;
            tx.execute(DONE, values![i64::from(version)]).await?;
            tx.commit().await?;
        }
    }
    version(db).await
}

async fn version_in(tx: &mut Tx) -> Result<u32> {
    let rows = tx.rows::<(Option<i64>,)>(NEWEST, &[]).await?;
    known(rows.first().and_then(|(version,)| *version))
}

fn known(version: Option<i64>) -> Result<u32> {
    u32::try_from(version.unwrap_or_default()).context("the version of the database makes no sense")
}

fn refuse(found: u32) -> Result<()> {
    let newest = newest();
    if found > newest {
        bail!(
            "this database was made by a newer Sløyfe (version {found}, this one knows {newest}): install that one or newer; nothing has been changed"
        );
    }
    Ok(())
}

pub(crate) fn is_no_table(why: &sqlx::Error) -> bool {
    let Some(error) = why.as_database_error() else { return false };
    let is_undefined_table = error.code().as_deref() == Some("42P01");
    is_undefined_table || error.message().contains("no such table")
}
