//! The three languages of the screens.

use serde::{Deserialize, Serialize};

/// A language that every screen, print and message exists in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Nb,
    Nn,
    En,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

    /// Returns the tag for `html[lang]`, cookies and file names.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::En => "en",
        }
    }

    /// Returns the language of a tag, region and case ignored (`nb-NO`, `no`, `NN`).
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "nb" | "no" => Some(Lang::Nb),
            "nn" => Some(Lang::Nn),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// Returns the one of three that is in this language: bokmål, nynorsk, English.
    #[must_use]
    pub fn pick<T>(self, [nb, nn, en]: [T; 3]) -> T {
        match self {
            Lang::Nb => nb,
            Lang::Nn => nn,
            Lang::En => en,
        }
    }
}

/// The Fluent files of a folder beside the calling file, in the order of [`Lang::ALL`].
#[macro_export]
macro_rules! texts {
    ($folder:literal) => {
        [
            include_str!(concat!($folder, "/nb.ftl")),
            include_str!(concat!($folder, "/nn.ftl")),
            include_str!(concat!($folder, "/en.ftl")),
        ]
    };
}
