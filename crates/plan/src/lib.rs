//! The plan of a meeting: one versioned document, and what can be said of it.

pub mod document;
pub mod lint;
pub mod questions;
