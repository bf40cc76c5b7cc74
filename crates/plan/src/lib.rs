//! See ARCHITECTURE.md.

pub mod lint;
pub mod questions;
