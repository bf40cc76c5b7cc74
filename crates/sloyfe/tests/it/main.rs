//! The program as an operator meets it: a process that may be killed.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a helper that cannot help fails its test"
)]

mod disk;
mod killing;
mod logging;
mod server;
mod serving;
mod version;
