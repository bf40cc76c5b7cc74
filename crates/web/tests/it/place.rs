//! Where a server of this suite keeps its rows: in a folder of its own.

use std::sync::atomic::{AtomicU32, Ordering};

use store::Location;

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
