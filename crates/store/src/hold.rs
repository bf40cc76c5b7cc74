//! Who serves the rows: one server, or several that know of each other.
//!
//! The screens of a server follow what it writes itself. Two that do not know it would each show half a meeting.
//!
//! **Invariant `served-once`:** the hold lives no longer than its process, and no shorter while the rows are served.
//! Held by the lock of an open file on SQLite, and by a lock of a session on PostgreSQL that is taken again when the session is lost.

use std::fmt;
use std::fs::{File, TryLockError};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, PgConnection};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use crate::{Result, private};

const FILE: &str = "sloyfe.lock";

/// A PostgreSQL that has not seen its client die yet gives the lock back within this time.
const WAIT_MAX: Duration = Duration::from_secs(3);
const TRY_EVERY: Duration = Duration::from_millis(200);
const LOOK_EVERY: Duration = Duration::from_secs(2);
const ANSWER_WITHIN: Duration = Duration::from_secs(5);

/// The number is only a name that nothing else in the database uses.
const TAKE_ALONE: &str = "select pg_try_advisory_lock(736182951), pg_backend_pid()";
const TAKE_SHARED: &str = "select pg_try_advisory_lock_shared(736182951), pg_backend_pid()";
/// Ends a session of our own that the server still believes in.
const END_OWN: &str = "select pg_terminate_backend(pid) from pg_locks \
    where locktype = 'advisory' and classid = 0 and objid = 736182951 and pid = $1";
/// A machine that vanishes says no goodbye, and its lock should not stay for hours.
const KEEPALIVE: &str = "select set_config('tcp_keepalives_idle', '10', false), \
    set_config('tcp_keepalives_interval', '5', false), \
    set_config('tcp_keepalives_count', '3', false)";

/// Who else may serve the rows meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// Nobody.
    Alone,
    /// Others that say the same.
    Several,
    /// Whoever wants to: this is a visit, which holds nothing.
    Visit,
}

/// Somebody else serves the rows.
#[derive(Clone, Debug)]
pub struct Served(String);

impl Served {
    /// Whether this is why something failed.
    #[must_use]
    pub fn is_in(error: &anyhow::Error) -> bool {
        error.chain().any(<dyn std::error::Error>::is::<Served>)
    }
}

impl fmt::Display for Served {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Served {}

/// What is held, until it is dropped.
pub(crate) enum Held {
    Nothing,
    File { _locked: File },
    Session { keeper: JoinHandle<()>, is_lost: Arc<watch::Sender<bool>> },
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Held::Session { keeper, .. } = self {
            keeper.abort();
        }
    }
}

impl Held {
    /// Returns what tells that somebody else serves the rows now.
    pub(crate) fn is_lost(&self) -> Option<watch::Receiver<bool>> {
        match self {
            Held::Session { is_lost, .. } => Some(is_lost.subscribe()),
            Held::Nothing | Held::File { .. } => None,
        }
    }
}

pub(crate) fn take_folder(directory: &Path, hold: Hold) -> Result<Held> {
    if hold == Hold::Visit {
        return Ok(Held::Nothing);
    }
    let path = directory.join(FILE);
    let mut file =
        private::file(&path).with_context(|| format!("cannot open {}", path.display()))?;
    let locked = if hold == Hold::Alone { file.try_lock() } else { file.try_lock_shared() };
    match locked {
        Ok(()) => (),
        Err(TryLockError::WouldBlock) => {
            let mut process = String::new();
            // The name is a help to find it, and no more.
            let _ = file.read_to_string(&mut process);
            let process = process.trim();
            let who = if process.is_empty() { "another process" } else { process };
            let place = directory.display();
            return Err(served(&format!("{place} is served by {who} already")).into());
        }
        Err(TryLockError::Error(why)) => {
            return Err(why).with_context(|| format!("cannot lock {}", path.display()));
        }
    }
    let who = match hold {
        Hold::Alone => format!("process {}\n", std::process::id()),
        Hold::Several | Hold::Visit => "several processes\n".to_owned(),
    };
    file.set_len(0)?;
    file.write_all(who.as_bytes())?;
    Ok(Held::File { _locked: file })
}

/// Takes the hold, and waits a little for a server that was killed just now.
pub(crate) async fn take_database(options: &PgConnectOptions, hold: Hold) -> Result<Held> {
    let until = Instant::now() + WAIT_MAX;
    loop {
        match take_database_at_once(options, hold).await {
            Err(why) if Served::is_in(&why) && Instant::now() < until => {
                sleep(TRY_EVERY).await;
            }
            taken => return taken,
        }
    }
}

pub(crate) async fn take_database_at_once(options: &PgConnectOptions, hold: Hold) -> Result<Held> {
    let sql = match hold {
        Hold::Visit => return Ok(Held::Nothing),
        Hold::Alone => TAKE_ALONE,
        Hold::Several => TAKE_SHARED,
    };
    let session = Session::open(options, sql).await.context("cannot reach PostgreSQL")?;
    let Some(session) = session else {
        return Err(served("this database is served by another process already").into());
    };
    let is_lost = Arc::new(watch::Sender::new(false));
    let keeper = keep(session, options.clone(), sql, Arc::clone(&is_lost));
    Ok(Held::Session { keeper: tokio::spawn(keeper), is_lost })
}

fn served(what: &str) -> Served {
    Served(format!(
        "{what}, and the screens of a server follow only what it writes itself: stop that one first, or say --several-nodes to both if you know what that means"
    ))
}

struct Session {
    connection: PgConnection,
    backend: i32,
}

impl Session {
    /// Returns nothing when somebody else has the lock.
    async fn open(options: &PgConnectOptions, sql: &'static str) -> sqlx::Result<Option<Session>> {
        let mut connection = PgConnection::connect_with(options).await?;
        sqlx::query(KEEPALIVE).execute(&mut connection).await?;
        let (has_lock, backend): (bool, i32) =
            sqlx::query_as(sql).fetch_one(&mut connection).await?;
        Ok(has_lock.then_some(Session { connection, backend }))
    }
}

/// Looks after a session, and takes the lock again in another when it is lost.
async fn keep(
    mut session: Session,
    options: PgConnectOptions,
    sql: &'static str,
    is_lost: Arc<watch::Sender<bool>>,
) {
    loop {
        sleep(LOOK_EVERY).await;
        let answers = timeout(ANSWER_WITHIN, session.connection.ping()).await;
        if matches!(answers, Ok(Ok(()))) {
            continue;
        }
        match timeout(WAIT_MAX, again(session.backend, &options, sql)).await {
            Ok(Ok(Some(new))) => session = new,
            Ok(Ok(None)) => {
                is_lost.send_replace(true);
                return;
            }
            // Nobody reaches the server now, so nobody else has taken the rows from us either.
            Ok(Err(_)) | Err(_) => (),
        }
    }
}

async fn again(
    backend: i32,
    options: &PgConnectOptions,
    sql: &'static str,
) -> sqlx::Result<Option<Session>> {
    if let Some(session) = Session::open(options, sql).await? {
        return Ok(Some(session));
    }
    let mut connection = PgConnection::connect_with(options).await?;
    sqlx::query(END_OWN).bind(backend).execute(&mut connection).await?;
    connection.close().await?;
    sleep(Duration::from_millis(500)).await;
    Session::open(options, sql).await
}
