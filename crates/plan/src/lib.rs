//! The plan of a meeting: one versioned document, and what can be said of it.

pub mod advice;
pub mod balance;
pub mod diff;
pub mod document;
pub mod draft;
pub mod edit;
pub mod lint;
pub mod merge;
pub mod mirror;
pub mod news;
pub mod questions;
pub mod quick;
pub mod shortlist;
mod stretch;
pub mod timetable;
pub mod ways;
