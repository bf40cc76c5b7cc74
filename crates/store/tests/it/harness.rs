//! A fresh database for each test, on either engine, and shorthand for what most tests say.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use kernel::ids::{MeetingId, OrgId};

use store::access::Grant;
use store::hold::Hold;
use store::log::{Append, Op};
use store::meetings::NewMeeting;
use store::{Location, Options, PostgresDisk, Store};

use crate::postgres;

/// Runs each truth on both engines.
macro_rules! on_both_engines {
    ($($truth:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $truth() {
                super::$truth(crate::harness::Home::on_sqlite()).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $truth() {
                super::$truth(crate::harness::Home::on_postgres().await).await;
            })*
        }
    };
}
pub(crate) use on_both_engines;

pub static ORG: LazyLock<OrgId> = LazyLock::new(|| "skole".into());
pub static MEETING: LazyLock<MeetingId> = LazyLock::new(|| "m1".into());

/// Where one test keeps its rows.
pub struct Home {
    pub location: Location,
}

impl Home {
    /// In the build folder, which is on a disk, as memory would not show what a crash loses.
    pub fn on_sqlite() -> Self {
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(unique());
        Self { location: Location::Directory(directory) }
    }

    pub async fn on_postgres() -> Self {
        let server = postgres::address();
        let name = unique();
        let make = format!("create database {name} template template0");
        postgres::run(server, &make).await;
        let (address, _) = server.rsplit_once('/').expect("the address names a database");
        Self { location: Location::Url(format!("{address}/{name}")) }
    }

    pub async fn open(&self) -> Store {
        let store = self.try_open().await.expect("the store opens");
        store.migrate().await.expect("the tables are made");
        store
    }

    pub async fn try_open(&self) -> store::Result<Store> {
        Store::open_with(&self.location, &forgetful()).await
    }

    /// Opens the store with an open meeting in it.
    pub async fn open_with_meeting(&self) -> Store {
        let store = self.open().await;
        store
            .org(&ORG)
            .create_meeting(new_meeting(MEETING.as_str(), "123456"))
            .await
            .expect("the meeting is made");
        store
    }

    /// Says something to the database behind the store's back.
    pub async fn run(&self, sql: &str) {
        match &self.location {
            Location::Url(url) => postgres::run(url, sql).await,
            Location::Directory(_) => {
                let pool = sqlx::SqlitePool::connect(&self.sqlite_url()).await.expect("it opens");
                let sql = sqlx::AssertSqlSafe(sql.to_owned());
                sqlx::raw_sql(sql).execute(&pool).await.expect("it runs");
                pool.close().await;
            }
        }
    }

    /// Asks for one number behind the store's back; `None` when there is no such table.
    pub async fn number(&self, sql: &'static str) -> Option<i64> {
        match &self.location {
            Location::Url(url) => {
                let pool = sqlx::PgPool::connect(url).await.expect("it opens");
                sqlx::query_scalar(sql).fetch_one(&pool).await.ok()
            }
            Location::Directory(_) => {
                let pool = sqlx::SqlitePool::connect(&self.sqlite_url()).await.expect("it opens");
                sqlx::query_scalar(sql).fetch_one(&pool).await.ok()
            }
        }
    }

    fn sqlite_url(&self) -> String {
        match &self.location {
            Location::Directory(directory) => {
                std::fs::create_dir_all(directory).expect("the folder can be made");
                format!("sqlite://{}?mode=rwc", directory.join("sloyfe.db").display())
            }
            Location::Url(_) => panic!("this is PostgreSQL"),
        }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Location::Directory(directory) = &self.location
            && !std::thread::panicking()
        {
            let _ = std::fs::remove_dir_all(directory);
        }
    }
}

/// Tests open a store twice to be two servers.
pub fn forgetful() -> Options {
    let postgres_disk = PostgresDisk::ForgetfulForTests;
    Options { postgres_disk, hold: Hold::Several, ..Options::default() }
}

pub fn new_meeting(id: &str, code: &str) -> NewMeeting {
    NewMeeting {
        id: id.into(),
        code: code.to_owned(),
        title: "Læringsmøte".to_owned(),
        created_at: 1000,
        starts_at: 0,
        lobby_until: 0,
        join_token: String::new(),
        plan: "{}".to_owned(),
        access: vec![],
        outbox: vec![],
    }
}

/// A batch with one fact and one operation of the same name.
pub fn batch(expected_seq: i64, name: &str) -> Append {
    Append {
        meeting: MEETING.clone(),
        expected_seq,
        at: 2000,
        facts: vec![format!("\"{name}\"")],
        ops: vec![op(name, &format!("answer to {name}"))],
        access: vec![],
        outbox: vec![],
    }
}

pub fn op(id: &str, answer: &str) -> Op {
    Op { id: id.into(), answer: answer.to_owned() }
}

pub fn access_row(token_hash: &str, meeting: Option<&str>, role: &str) -> Grant {
    Grant {
        token: token_hash.into(),
        meeting: meeting.map(MeetingId::from),
        role: role.to_owned(),
        subject: "p1".to_owned(),
        created_at: 1000,
        expires_at: None,
        link: None,
    }
}

pub async fn bodies(store: &Store) -> Vec<String> {
    let facts = store.org(&ORG).facts_after(&MEETING, 0).await.expect("the facts are read");
    let seqs: Vec<i64> = facts.iter().map(|fact| fact.seq).collect();
    let gapless: Vec<i64> = (1..).take(facts.len()).collect();
    assert_eq!(seqs, gapless, "facts are numbered without gaps");
    facts.into_iter().map(|fact| fact.body).collect()
}

fn unique() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let micros = now.expect("the clock is past 1970").as_micros();
    format!("store_{}_{micros}_{count}", std::process::id())
}
