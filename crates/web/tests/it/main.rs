//! The service as a browser and a program meet it: a real server on a port of its own.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper that cannot help fails its test"
)]

mod access;
mod around;
mod busy;
mod doors;
mod earlier;
mod editor;
mod ending;
mod fields;
mod following;
mod groups;
mod helpers;
mod jobs;
mod joining;
mod leading;
mod lines;
mod links;
mod live;
mod lobby;
mod operating;
mod organisations;
mod over;
mod place;
mod planning;
mod previous;
mod writing;
