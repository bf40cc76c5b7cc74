//! Every word on screen and paper, in three languages.
//!
//! The words of a page lie beside the page, and those of a way of working and of Møteråd with
//! them. All are gathered here once, when the program starts.

use texts::{Texts, Unreadable};

/// The folders of words of this crate, a line each.
const FOLDERS: &[[&str; 3]] = &[
    kernel::texts!("pages"),
    kernel::texts!("pages/phone"),
    kernel::texts!("pages/console"),
    kernel::texts!("pages/wall"),
    kernel::texts!("pages/result"),
    kernel::texts!("pages/join"),
    kernel::texts!("pages/plan"),
    kernel::texts!("pages/groups"),
    kernel::texts!("pages/refusal"),
    kernel::texts!("editor"),
    kernel::texts!("editor/advice"),
    kernel::texts!("pages/importing"),
    kernel::texts!("pages/invitation"),
    kernel::texts!("pages/quick"),
    kernel::texts!("pages/thresholds"),
];

/// Reads every file of words.
pub fn load() -> Result<Texts, Unreadable> {
    Texts::new(all())
}

/// Returns bokmål, nynorsk and English of everything that can be said.
fn all() -> impl Iterator<Item = [&'static str; 3]> {
    let tools = tools::ALL.iter().map(|tool| tool.texts);
    let others = [tools::own::TEXTS, plan::lint::texts::FILES];
    FOLDERS.iter().copied().chain(tools).chain(others)
}

#[cfg(test)]
mod tests;
