//! Why a file was not opened. The words for the one who sent it are beside this file.

use std::fmt;

/// What is said to the one who sent the file, to be gathered with the texts of other features.
pub const TEXTS: [&str; 3] = kernel::texts!("refusal");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    TooLarge,
    TooLong,
    /// It unpacks to far more than a document would.
    Bomb,
    Macros,
    OldOrEncrypted,
    /// A zip that is neither .docx nor .odt.
    NotADocument,
    NotText,
    /// Broken, or made in a way we do not read.
    Unreadable,
    /// A PDF of pictures.
    NoText,
}

impl NotRead {
    pub const ALL: &[Self] = &[
        Self::TooLarge,
        Self::TooLong,
        Self::Bomb,
        Self::Macros,
        Self::OldOrEncrypted,
        Self::NotADocument,
        Self::NotText,
        Self::Unreadable,
        Self::NoText,
    ];

    /// Returns the key of its text among [`TEXTS`].
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLarge => "file-too-large",
            Self::TooLong => "file-too-long",
            Self::Bomb => "file-bomb",
            Self::Macros => "file-macros",
            Self::OldOrEncrypted => "file-old-or-encrypted",
            Self::NotADocument => "file-not-a-document",
            Self::NotText => "file-not-text",
            Self::Unreadable => "file-unreadable",
            Self::NoText => "file-no-text",
        }
    }
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for NotRead {}
