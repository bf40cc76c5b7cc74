//! What a file from outside says of a plan that a plan of ours has no words for.
//!
//! Such a file knows its ways of working by other names than our catalogue, so it says itself what
//! they take. It is filled in by [`crate::draft`] alone.

use std::collections::BTreeMap;

use kernel::step::Mode;

/// What is told of a whole plan, and of its rows and preparation by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Notice in days, where no dates are given.
    pub days_left: Option<i64>,
    pub(crate) rows: BTreeMap<String, ToldRow>,
    pub(crate) tasks: BTreeMap<String, ToldTask>,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a field of its own in the file")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ToldRow {
    /// Minutes, where the plan gives the row none: something to read, or nothing at all.
    pub minutes: Option<u32>,
    /// How people are together, where the row has no steps.
    pub whole: Option<(Mode, ToldStep)>,
    /// Of each step of the row's own, in order.
    pub steps: Vec<ToldStep>,
    /// What the way of working takes, and the least and most people it suits.
    pub way_minutes: Option<u32>,
    pub way_people: Option<(u32, u32)>,
    /// The smallest and largest group that it suits.
    pub way_groups: Option<(u32, u32)>,
    /// It does not suit, for a reason that is not told.
    pub is_unfit: bool,
    /// Minutes in plenary.
    pub plenary_minutes: Option<u32>,
    pub closes: bool,
    pub carries: bool,
    pub uses_carried: bool,
    pub has_orders: bool,
    pub is_taken_up_again: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ToldStep {
    pub tables_are_heard: bool,
    pub without_comments: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ToldTask {
    pub due_hours_before: Option<u32>,
    /// Working days from the invitation to the day it is due.
    pub workdays: Option<u32>,
}
