//! The four roles of a group (seed lines 305–313), and the host of a café table.

use serde::{Deserialize, Serialize};

/// A role at a table. A table of three lets the chair keep time as well (KS' form).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Ordstyrer: gives the floor and speaks last.
    Chair,
    /// Tidtaker: says «to minutter igjen».
    Timekeeper,
    /// Reporter: writes the table's words and presents them.
    Reporter,
    /// Viddevakt: asks whether the table is still on the matter.
    FocusKeeper,
    /// Kafévert: stays at the table and tells the next guests what has been written there. The
    /// only role at a café table.
    CafeHost,
}

impl Role {
    /// The roles that groups draw.
    pub const ALL: [Role; 4] = [Role::Chair, Role::Timekeeper, Role::Reporter, Role::FocusKeeper];

    /// Returns the key of the role's texts and icon.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Role::Chair => "chair",
            Role::Timekeeper => "timekeeper",
            Role::Reporter => "reporter",
            Role::FocusKeeper => "focus-keeper",
            Role::CafeHost => "cafe-host",
        }
    }

    /// Returns the role of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Role> {
        Role::ALL.into_iter().chain([Role::CafeHost]).find(|role| role.key() == key)
    }
}
