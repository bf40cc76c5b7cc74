//! Words that every part of Sløyfe shares, and nothing that needs a clock, a disk or a network.
//!
//! The crate is pure: time, chance and configuration come in as arguments (invariant
//! `pure-crates`, held by `clippy.toml`).

pub mod cells;
pub mod ids;
pub mod lang;
pub mod limits;
pub mod local;
pub mod purpose;
pub mod role;
pub mod seating;
pub mod step;
pub mod time;
pub mod tool;
