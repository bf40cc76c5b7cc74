//! Rooms, phones and bad networks from one seed, against the real server over its real interface.
//!
//! A run seeds a meeting, starts the server as a child process and plays the whole meeting: the
//! leader moves step by step, and each phone does what its own screen offers. Requests are
//! dropped, doubled, delayed and sent again; phones sleep; people come late and leave; the server
//! is killed and started again. What was acknowledged is noted ([`history`]) and judged
//! ([`check`]).
//!
//! The seed fixes who does what, all texts and all faults. It does not fix the order in which a
//! real server meets requests that are under way at the same time.

pub mod chance;
pub mod check;
pub mod crowd;
pub mod history;
pub mod line;
pub mod phone;
pub mod room;
pub mod screen;
pub mod server;
pub mod stream;
