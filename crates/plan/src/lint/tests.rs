//! The lint keeps the promises of its rules, of the catalogue and of its texts.

mod examples;
pub(crate) mod fixtures;
mod plans;
mod sensitivity;
mod words;

pub(crate) use examples::examples_in;

use std::sync::LazyLock;

use kernel::lang::Lang;
use texts::Texts;

use super::texts::{FILES, Wording};

/// The words of the rules and of the ways of working.
pub(crate) fn wording(lang: Lang) -> Wording<'static> {
    static TEXTS: LazyLock<Texts> = LazyLock::new(|| {
        let tools = tools::ALL.iter().map(|tool| tool.texts);
        Texts::new(tools.chain([FILES])).expect("files of words that can be read")
    });
    Wording::of(&TEXTS, lang)
}
