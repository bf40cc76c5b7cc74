//! The plan of a meeting: one versioned document, and what can be said of it.

pub mod advice;
pub mod agenda;
pub mod document;
pub mod edit;
pub mod lint;
pub mod merge;
pub mod questions;
pub mod timetable;
pub mod ways;
