//! Every word on screen and paper, in three languages.
//!
//! The words of a page lie beside the page, and those of a way of working and of Møteråd with
//! them. All are gathered here once, when the program starts.

use texts::{Texts, Unreadable};

/// The folders of words of this crate, a line each.
const FOLDERS: &[[&str; 3]] = &[
    kernel::texts!("shell"),
    kernel::texts!("live/phone"),
    kernel::texts!("live/console"),
    kernel::texts!("live/wall"),
    kernel::texts!("live/result"),
    kernel::texts!("live/joining"),
    kernel::texts!("live/links"),
    kernel::texts!("before/meetings"),
    kernel::texts!("before/groups"),
    kernel::texts!("shell/failure"),
    kernel::texts!("before/editor"),
    kernel::texts!("before/editor/advice"),
    kernel::texts!("before/importing"),
    kernel::texts!("before/invitation"),
    kernel::texts!("before/quick"),
    kernel::texts!("before/thresholds"),
];

/// Reads every file of words.
pub fn load() -> Result<Texts, Unreadable> {
    Texts::new(all())
}

/// Returns bokmål, nynorsk and English of everything that can be said.
fn all() -> impl Iterator<Item = [&'static str; 3]> {
    let tools = tools::ALL.iter().map(|tool| tool.texts);
    let others = [tools::own::TEXTS, plan::lint::texts::FILES, agenda::refusal::TEXTS];
    FOLDERS.iter().copied().chain(tools).chain(others)
}

#[cfg(test)]
mod tests;
