//! The one place where the two engines meet.
//!
//! Everything else says what it wants in one SQL text with `$1` placeholders and portable types.
//!
//! **Invariant `one-writer`:** on SQLite every transaction runs on the only writing connection, begun with `IMMEDIATE`, so that none fails half-way for want of the lock.
//! Held by [`Db::begin`].

use std::sync::Arc;

use kernel::ids::{MeetingId, OpId, OrgId, PlanVersion, TokenHash};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow, PgPool, Postgres, SqlSafeStr, Sqlite, SqlitePool, Transaction};
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

use crate::health::Health;
use crate::hold::Hold;
use crate::mark::Mark;
use crate::text::NulInText;

/// Expands the body once for each engine.
macro_rules! on {
    ($engine:expr, $at:ident => $body:expr) => {
        match $engine {
            Engine::Sqlite($at) => $body,
            Engine::Postgres($at) => $body,
        }
    };
}

macro_rules! bind {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match *value {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
                Value::MaybeNumber(number) => query.bind(number),
            };
        }
        query
    }};
}

/// Values for the placeholders of a query, in order.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}
pub(crate) use values;

const NUMBER: &str = "select number from mark where id = 1";
const SERVED: &str = "update mark set is_served = $1 where id = 1";
const GROW: &str = "update mark set number = number + 1 where id = 1 returning number";
const CHECKPOINT: &str = "pragma wal_checkpoint(passive)";
const CHECKPOINT_AND_CUT: &str = "pragma wal_checkpoint(truncate)";

/// What a placeholder may hold, in types that both engines read back as they were.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'v> {
    Text(&'v str),
    Number(i64),
    MaybeNumber(Option<i64>),
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(text)
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(text)
    }
}

/// Ids are bound as the texts they are.
macro_rules! ids_are_texts {
    ($($id:ident)*) => {$(
        impl<'v> From<&'v $id> for Value<'v> {
            fn from(id: &'v $id) -> Self {
                Self::Text(id.as_str())
            }
        }
    )*};
}

ids_are_texts! { OrgId MeetingId OpId TokenHash }

impl From<PlanVersion> for Value<'_> {
    fn from(version: PlanVersion) -> Self {
        Self::Number(version.0)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Option<i64>> for Value<'_> {
    fn from(number: Option<i64>) -> Self {
        Self::MaybeNumber(number)
    }
}

/// A row that both engines can give.
pub(crate) trait EngineRow:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

impl<R> EngineRow for R where
    R: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

/// One thing on one of two engines.
#[derive(Clone)]
enum Engine<S, P> {
    Sqlite(S),
    Postgres(P),
}

#[derive(Clone)]
struct SqlitePools {
    writer: SqlitePool,
    readers: SqlitePool,
    mark: Arc<Mark>,
    /// Writes the mark down while this process serves.
    keeper: Arc<Mutex<Option<JoinHandle<()>>>>,
}

#[derive(Clone)]
pub(crate) struct Db {
    engine: Engine<SqlitePools, PgPool>,
    pub(crate) health: Arc<Health>,
}

impl Db {
    pub(crate) fn sqlite(writer: SqlitePool, readers: SqlitePool, mark: Mark) -> Self {
        let (mark, keeper) = (Arc::new(mark), Arc::default());
        let pools = SqlitePools { writer, readers, mark, keeper };
        Self { engine: Engine::Sqlite(pools), health: Arc::default() }
    }

    pub(crate) fn postgres(pool: PgPool) -> Self {
        Self { engine: Engine::Postgres(pool), health: Arc::default() }
    }

    /// Reads rows outside any transaction.
    pub(crate) async fn rows<R: EngineRow>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Vec<R>, sqlx::Error> {
        refuse_nul(values)?;
        let pool = match &self.engine {
            Engine::Sqlite(pools) => Engine::Sqlite(&pools.readers),
            Engine::Postgres(pool) => Engine::Postgres(pool),
        };
        on!(pool, pool => bind!(sqlx::query_as(sql), values).fetch_all(pool).await)
            .inspect(|_| self.health.reading.worked())
            .inspect_err(|why| self.health.reading.failed(why))
    }

    /// As [`Self::rows`], for at most one.
    pub(crate) async fn row<R: EngineRow>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Option<R>, sqlx::Error> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Opens a transaction that writes. Dropped without a commit, it leaves nothing.
    pub(crate) async fn begin(&self) -> Result<Tx, sqlx::Error> {
        self.health.refuse_if_broken()?;
        let health = Arc::clone(&self.health);
        match self.begun().await {
            Ok(engine) => Ok(Tx { engine, health, has_changed: false, mark: self.mark() }),
            Err(why) => {
                health.write_failed(&why);
                Err(why)
            }
        }
    }

    fn mark(&self) -> Option<Arc<Mark>> {
        match &self.engine {
            Engine::Sqlite(pools) if pools.mark.counts() => Some(Arc::clone(&pools.mark)),
            Engine::Sqlite(_) | Engine::Postgres(_) => None,
        }
    }

    /// Counts transactions from now on, and tells the file beside the database while this process serves.
    ///
    /// PostgreSQL keeps its own log whole, and says so when it cannot.
    pub(crate) async fn begin_mark(&self, hold: Hold) -> Result<(), anyhow::Error> {
        let Engine::Sqlite(pools) = &self.engine else { return Ok(()) };
        pools.mark.count_from_now();
        if hold == Hold::Visit {
            return Ok(());
        }
        let mut keeper = pools.keeper.lock().await;
        if keeper.is_some() {
            return Ok(());
        }
        let number = self.row::<(i64,)>(NUMBER, &[]).await?.map_or(0, |(number,)| number);
        pools.mark.begin(number)?;
        self.execute(SERVED, values![1]).await?;
        // A copy of the file alone must tell that it was served.
        sqlx::query(CHECKPOINT).execute(&pools.writer).await?;
        *keeper = Some(tokio::spawn(Arc::clone(&pools.mark).keep()));
        Ok(())
    }

    async fn end_mark(&self, pools: &SqlitePools) {
        let Some(keeper) = pools.keeper.lock().await.take() else { return };
        keeper.abort();
        // A disk that refuses this has been spoken of; the next start finds it as after a crash.
        if self.execute(SERVED, values![0]).await.is_ok() {
            let _ = pools.mark.end();
        }
    }

    async fn begun(&self) -> Result<EngineTx, sqlx::Error> {
        Ok(match &self.engine {
            Engine::Sqlite(pools) => {
                Engine::Sqlite(pools.writer.begin_with("BEGIN IMMEDIATE").await?)
            }
            Engine::Postgres(pool) => Engine::Postgres(pool.begin().await?),
        })
    }

    /// Runs one statement in a transaction of its own, and returns the number of rows it changed.
    pub(crate) async fn execute(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<u64, sqlx::Error> {
        let mut tx = self.begin().await?;
        let changed = tx.execute(sql, values).await?;
        tx.commit().await?;
        Ok(changed)
    }

    /// Takes what was changed or deleted in a table off the disk, after the commit.
    pub(crate) async fn clear_away(&self, table: &'static str) -> Result<(), sqlx::Error> {
        match &self.engine {
            Engine::Sqlite(pools) => {
                sqlx::query(CHECKPOINT_AND_CUT).execute(&pools.writer).await.map(|_| ())
            }
            Engine::Postgres(pool) => {
                let clear = AssertSqlSafe(format!("vacuum {table}"));
                sqlx::query(clear).execute(pool).await.map(|_| ())
            }
        }
    }

    pub(crate) async fn close(&self) {
        match &self.engine {
            Engine::Sqlite(pools) => {
                self.end_mark(pools).await;
                // The writer goes last, since the last connection moves the log into the file.
                pools.readers.close().await;
                pools.writer.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}

type EngineTx = Engine<Transaction<'static, Sqlite>, Transaction<'static, Postgres>>;

/// A transaction that writes.
pub(crate) struct Tx {
    engine: EngineTx,
    health: Arc<Health>,
    /// A commit of nothing succeeds on a full disk too.
    has_changed: bool,
    mark: Option<Arc<Mark>>,
}

impl Tx {
    pub(crate) async fn execute(
        &mut self,
        sql: impl SqlSafeStr,
        values: &[Value<'_>],
    ) -> Result<u64, sqlx::Error> {
        refuse_nul(values)?;
        let done = on!(&mut self.engine, tx => {
            let done = bind!(sqlx::query(sql), values).execute(&mut **tx).await;
            done.map(|done| done.rows_affected())
        });
        self.has_changed |= matches!(done, Ok(1..));
        done.inspect_err(|why| self.health.write_failed(why))
    }

    pub(crate) async fn rows<R: EngineRow>(
        &mut self,
        sql: impl SqlSafeStr,
        values: &[Value<'_>],
    ) -> Result<Vec<R>, sqlx::Error> {
        refuse_nul(values)?;
        on!(&mut self.engine, tx => bind!(sqlx::query_as(sql), values).fetch_all(&mut **tx).await)
            .inspect_err(|why| self.health.write_failed(why))
    }

    /// Runs many statements without values.
    pub(crate) async fn script(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
        on!(&mut self.engine, tx => sqlx::raw_sql(sql).execute(&mut **tx).await.map(|_| ()))
            .inspect_err(|why| self.health.write_failed(why))
    }

    /// What to add to a query so that its rows of the table called `name` stay as they were read until the commit.
    ///
    /// SQLite needs nothing, as no one else can write meanwhile.
    pub(crate) fn locking(&self, name: &'static str) -> String {
        match self.engine {
            Engine::Sqlite(_) => String::new(),
            Engine::Postgres(_) => format!(" for update of {name}"),
        }
    }

    /// Lets one migration run at a time.
    pub(crate) async fn lock_migrations(&mut self) -> Result<(), sqlx::Error> {
        match self.engine {
            Engine::Sqlite(_) => Ok(()),
            // The number is only a name that nothing else in the database uses.
            Engine::Postgres(_) => self.script("select pg_advisory_xact_lock(736182950)").await,
        }
    }

    /// Returns when everything is on disk, or an error when it may not be.
    pub(crate) async fn commit(mut self) -> Result<(), sqlx::Error> {
        let mut number = None;
        if self.has_changed && self.mark.is_some() {
            number = self.rows::<(i64,)>(GROW, &[]).await?.pop();
        }
        let Self { engine, health, has_changed, mark } = self;
        on!(engine, tx => tx.commit().await)
            .inspect(|()| {
                if has_changed {
                    health.writing.worked();
                }
                if let (Some(mark), Some((number,))) = (mark, number) {
                    mark.committed(number);
                }
            })
            .inspect_err(|why| health.write_failed(why))
    }
}

fn refuse_nul(values: &[Value<'_>]) -> Result<(), sqlx::Error> {
    let has_nul = |value: &Value<'_>| matches!(value, Value::Text(text) if text.contains('\0'));
    if values.iter().any(has_nul) { Err(sqlx::Error::Encode(Box::new(NulInText))) } else { Ok(()) }
}

/// Whether what was written is at fault, rather than the database: the same in a smaller group may do better.
pub(crate) fn is_own_fault(why: &sqlx::Error) -> bool {
    if matches!(why, sqlx::Error::Encode(_)) {
        return true;
    }
    let Some(error) = why.as_database_error() else { return false };
    let is_refused = error.is_unique_violation()
        || error.is_foreign_key_violation()
        || error.is_check_violation();
    // PostgreSQL's classes of bad data, broken constraints and lost races.
    let code = error.code().unwrap_or_default();
    let is_postgres = error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().is_some();
    is_refused || (is_postgres && ["22", "23", "40"].iter().any(|class| code.starts_with(class)))
}

/// Whether a key was already there.
pub(crate) fn is_taken(why: &sqlx::Error) -> bool {
    why.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}
