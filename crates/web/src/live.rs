//! A meeting that runs: its task, its streams, and the screens of those who are in it.

pub mod console;
pub mod encounters;
pub mod entry;
pub mod following;
pub mod goal_answers;
pub mod group_rows;
pub mod joining;
pub mod links;
pub mod meeting_ended;
pub mod metrics;
pub mod phone;
pub mod replay;
pub mod result;
pub mod rooms;
pub mod screens;
pub mod stream;
pub mod waiting;
pub mod wall;
pub mod wishes;
