//! Where a server of this suite keeps its rows: in a database of its own.

use std::sync::atomic::{AtomicU32, Ordering};

use store::Location;

use crate::earlier::Earlier;
use crate::postgres;

pub async fn fresh() -> Location {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("web_{}_{number}", std::process::id());
    let server = postgres::address();
    postgres::run(server, &format!("drop database if exists {name}")).await;
    postgres::run(server, &format!("create database {name} template template0")).await;
    let (address, _) = server.rsplit_once('/').expect("the address names a database");
    Location::Url(format!("{address}/{name}"))
}

pub const EARLIER: Earlier = Earlier {
    rows: include_str!("../earlier/postgres/rows.sql"),
    keys: include_str!("../earlier/postgres/keys.json"),
    result: include_str!("../earlier/postgres/result.txt"),
    phone: include_str!("../earlier/postgres/phone.txt"),
    meetings: include_str!("../earlier/postgres/meetings.txt"),
};

/// A place with the rows that an earlier version wrote.
pub async fn earlier() -> Location {
    let location = fresh().await;
    run(&location, EARLIER.rows).await;
    location
}

/// Says something to the database behind the server's back.
pub async fn run(location: &Location, sql: &str) {
    let Location::Url(url) = location else { panic!("this suite is on PostgreSQL") };
    postgres::run(url, sql).await;
}

/// Tells whether the file of facts has a text in it, whatever row that was in.
pub async fn is_on_disk(location: &Location, text: &str) -> bool {
    let Location::Url(url) = location else { panic!("this suite is on PostgreSQL") };
    let pool = sqlx::PgPool::connect(url).await.unwrap();
    sqlx::raw_sql("checkpoint").execute(&pool).await.unwrap();
    let place = "select position($1 in pg_read_binary_file(pg_relation_filepath('fact')))";
    let place: i32 =
        sqlx::query_scalar(place).bind(text.as_bytes()).fetch_one(&pool).await.unwrap();
    pool.close().await;
    place > 0
}
