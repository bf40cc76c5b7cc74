//! Names of things inside one meeting. Equal within a meeting, meaningless outside it.

use std::fmt::{self, Display, Formatter};

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
