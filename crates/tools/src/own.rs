//! The words of steps that a planner has put together: by how people work, not by a way of
//! working. What the planner wrote for a step stands before these.

use kernel::lang::Lang;

/// The name that these texts begin with, where a tool has its own.
pub const NAME: &str = "own";

const TEXTS: [&str; 3] =
    [include_str!("own/nb.ftl"), include_str!("own/nn.ftl"), include_str!("own/en.ftl")];

/// Returns the Fluent texts in one language.
#[must_use]
pub fn texts_in(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => TEXTS[0],
        Lang::Nn => TEXTS[1],
        Lang::En => TEXTS[2],
    }
}
