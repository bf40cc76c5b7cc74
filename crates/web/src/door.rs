//! Who comes in: links, codes, and what a device may open.

pub mod access;
pub mod codes;
pub mod ends;
pub mod health;
pub mod links;
pub mod lobby;
pub mod organiser;
pub mod planner;
pub mod who;
