//! Names of things. Those of organisations, meetings, operations and tokens are texts and mean the
//! same everywhere; the others are numbers, equal within a meeting and meaningless outside it.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

/// Names that are texts, each a type of its own so that one is never taken for another.
macro_rules! text_ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl Display for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

text_ids! {
    /// An organisation: a school, a kindergarten, an owner. Rows of two organisations never meet.
    OrgId
    /// A meeting of an organisation.
    MeetingId
    /// A wish, a form or an edit that was sent: what comes twice under one name is done once.
    OpId
    /// The SHA-256 of a token in hex, which is all that is kept of it.
    TokenHash
}

/// A version of the plan of a meeting, or of its groups: counted from 1, and 0 before the first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct PlanVersion(pub i64);

impl PlanVersion {
    /// Returns the version that comes after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl From<i64> for PlanVersion {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl Display for PlanVersion {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Someone's place in the meeting, numbered from 1 in the order people came.
///
/// A seat is not a person: it carries a name or nick for this meeting and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeatId(pub u32);

/// Something that was written. The number is a chance one and tells nothing of when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContributionId(pub u32);

/// A table: where some seats sit together during a step, numbered from 1 as on the table sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TableNumber(pub u32);

/// An item of the program, by its position in the plan, counted from 0. It stays when the leader
/// moves an item: the running order is a list of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemNo(pub usize);

impl Display for ItemNo {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Tables that were set at some time, by their position in the log of seatings, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeatingNo(pub usize);

/// Where the meeting is: a step of an item of the program, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    pub item: ItemNo,
    pub step: usize,
}
