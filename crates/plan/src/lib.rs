//! See ARCHITECTURE.md.

pub mod agenda;
pub mod lint;
pub mod questions;
