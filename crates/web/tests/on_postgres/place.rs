//! Where a server of this suite keeps its rows: in a database of its own.

use std::sync::atomic::{AtomicU32, Ordering};

use store::Location;

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
