//! Invitations as schools and kindergartens write them, and files that mean harm.

mod calendars;
mod hostile;
mod samples;
