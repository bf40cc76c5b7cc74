//! The plan of a meeting: one versioned document, and what can be said of it.

pub mod agenda;
pub mod document;
pub mod invitation;
pub mod lint;
pub mod questions;
