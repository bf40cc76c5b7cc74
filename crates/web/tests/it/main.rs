//! The service as a browser and a program meet it: a real server on a port of its own.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot help fails its test"
)]

mod access;
mod editor;
mod helpers;
mod joining;
mod live;
mod planning;
mod writing;
