//! The service as a browser and a program meet it: a real server on a port of its own.

mod access;
mod helpers;
mod joining;
mod live;
mod writing;
