//! The shell of the product on the web: pages, texts, routes and streams.

pub mod assets;
pub mod pages;
pub mod texts;
