//! Where a server of this suite keeps its rows: in a folder of its own.

use std::sync::atomic::{AtomicU32, Ordering};

use store::Location;

use crate::earlier::Earlier;

pub async fn fresh() -> Location {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("sloyfe-web-{}-{number}", std::process::id());
    let directory = std::env::temp_dir().join(name);
    // What an earlier process of the same number left behind.
    let _ = tokio::fs::remove_dir_all(&directory).await;
    tokio::fs::create_dir_all(&directory).await.unwrap();
    Location::Directory(directory)
}

pub const EARLIER: Earlier = Earlier {
    rows: include_str!("../earlier/sqlite/rows.sql"),
    keys: include_str!("../earlier/sqlite/keys.json"),
    result: include_str!("../earlier/sqlite/result.txt"),
    phone: include_str!("../earlier/sqlite/phone.txt"),
    meetings: include_str!("../earlier/sqlite/meetings.txt"),
};

/// A place with the rows that an earlier version wrote.
pub async fn earlier() -> Location {
    let location = fresh().await;
    run(&location, EARLIER.rows).await;
    location
}

/// Says something to the database behind the server's back.
pub async fn run(location: &Location, sql: &str) {
    let Location::Directory(directory) = location else { panic!("this suite is on SQLite") };
    let url = format!("sqlite://{}?mode=rwc", directory.join("sloyfe.db").display());
    let pool = sqlx::SqlitePool::connect(&url).await.unwrap();
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&pool).await.unwrap();
    pool.close().await;
}

/// Tells whether a file of the store has a text in it, whatever row that was in.
pub async fn is_on_disk(location: &Location, text: &str) -> bool {
    let Location::Directory(folder) = location else { panic!("this suite is on SQLite") };
    let mut files = tokio::fs::read_dir(folder).await.unwrap();
    while let Some(file) = files.next_entry().await.unwrap() {
        let bytes = tokio::fs::read(file.path()).await.unwrap();
        if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
            return true;
        }
    }
    false
}
