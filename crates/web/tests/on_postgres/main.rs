//! The suite of `it` once more, on the database server that many nodes share.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot help fails its test"
)]

#[path = "../it/access.rs"]
mod access;
#[path = "../it/earlier.rs"]
mod earlier;
#[path = "../it/ending.rs"]
mod ending;
#[path = "../it/helpers.rs"]
mod helpers;
#[path = "../it/jobs.rs"]
mod jobs;
#[path = "../it/joining.rs"]
mod joining;
#[path = "../it/leading.rs"]
mod leading;
#[path = "../it/links.rs"]
mod links;
#[path = "../it/live.rs"]
mod live;
#[path = "../it/operating.rs"]
mod operating;
mod place;
#[path = "../../../store/tests/it/postgres.rs"]
mod postgres;
#[path = "../it/writing.rs"]
mod writing;
