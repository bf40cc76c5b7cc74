//! The contract of the store, written once and run on both engines.
//!
//! A missing PostgreSQL fails; it does not skip.

mod harness;
mod postgres;

mod access;
mod killing;
mod log;
mod meetings;
mod opening;
mod outbox;
mod plans;
