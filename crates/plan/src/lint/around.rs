//! What is known of a meeting that does not stand in its plan.
//!
//! The shell fills it from rows, in one place. What no row can tell yet is in [`Awaited`], and the
//! rules that need it are in [`super::waiting`].

use std::collections::BTreeSet;

use kernel::role::Role;

use super::Thresholds;
use super::told::Told;
use kernel::local::Day;

/// What is known around a meeting. What is not said is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The day the plan is read.
    pub today: Option<Day>,
    /// The organisation's own numbers.
    pub thresholds: Thresholds,
    /// How many stand on the list of those expected; none while there is no list.
    pub expected: Option<u32>,
    /// The sizes of the groups that are drawn.
    pub groups: Vec<u32>,
    /// Roles that somebody has.
    pub roles: BTreeSet<Role>,
    /// An earlier meeting is over.
    pub earlier_is_over: bool,
    pub awaited: Awaited,
    /// What a file from outside says besides; nothing for a plan of our own.
    pub told: Told,
}

/// What rules ask for that no row can tell yet. Only a file from outside fills it.
///
/// A field moves to [`Around`] on the day that a row feeds it; the compiler then asks the shell
/// for it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Awaited {
    /// Minutes the audience has for preparing.
    pub preparation_minutes: Option<u32>,
    /// Those invited have no planning time of their own.
    pub no_planning_time: bool,
    /// Occupational groups of the unit that are not invited.
    pub left_out: Vec<String>,
    /// Some of the staff will not be there.
    pub absent_staff: bool,
    /// The head chairs a group.
    pub leader_chairs_group: bool,
    /// How many have no active part planned.
    pub idle_people: u32,
    /// How many meetings in a row the same person has led, and how many might.
    pub leader_in_a_row: u32,
    pub eligible_leaders: u32,
    /// How many meetings in a row have had the same main way of working.
    pub tool_in_a_row: u32,
    /// Another meeting of the series is to come.
    pub next_meeting: bool,
    pub days_since_last: Option<i64>,
    /// Its place in the year, and the focus area it serves.
    pub year_slot: String,
    pub focus_area: String,
}
