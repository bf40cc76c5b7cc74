//! Names of things inside one meeting. Equal within a meeting, meaningless outside it.

use serde::{Deserialize, Serialize};

/// Someone's place in the meeting, numbered from 1 in the order people came.
///
/// A seat is not a person: it carries a name or nick for this meeting and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeatId(pub u32);

/// Something that was written, numbered from 1 in the order it was first written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContributionId(pub u32);

/// A table: where some seats sit together during a step, numbered from 1 as on the table sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TableNumber(pub u32);

/// Where the meeting is: a step of an item of the program, both counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    pub item: usize,
    pub step: usize,
}
