//! The contract of the store, written once and run on both engines.
//!
//! A missing PostgreSQL fails; it does not skip.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that fails is a test that fails"
)]

mod harness;
mod postgres;
mod replacing;

mod access;
mod damage;
mod disk;
mod encounters;
mod groups;
mod hold;
mod killing;
mod log;
mod mark;
mod meetings;
mod opening;
mod outbox;
mod plans;
mod templates;
