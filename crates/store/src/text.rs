//! Text that one engine could not give back is refused on both.
//!
//! PostgreSQL cannot store U+0000, and SQLite can but cuts it in places.
//! The check stands where values are bound, so no path goes round it; JSON is safe, as it writes the letter as an escape.

use std::fmt;

/// A text holds U+0000. Callers should have removed it; the store says so rather than change what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NulInText;

impl NulInText {
    /// Whether this is why something failed.
    #[must_use]
    pub fn is_in(error: &anyhow::Error) -> bool {
        error.chain().any(<dyn std::error::Error>::is::<Self>)
    }
}

impl fmt::Display for NulInText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text holds the letter U+0000, which cannot be stored")
    }
}

impl std::error::Error for NulInText {}
