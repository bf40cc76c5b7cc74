//! The lint keeps the promises of its rules, of the catalogue and of its texts.

mod examples;
pub(crate) mod fixtures;
mod sensitivity;
mod words;

pub(crate) use examples::examples_in;
