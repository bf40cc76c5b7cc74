//! What a decision is told besides the state: who wishes, and how the world is.

use kernel::ids::SeatId;
use kernel::time::Moment;

use crate::company::Known;

/// Who wishes. The shell finds out; nothing in a request's body can change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Leader,
    Seat(SeatId),
    /// Someone with the code who has no seat yet.
    Newcomer,
}

/// What a decision is told about the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given<'known> {
    pub now: Moment,
    /// Fresh chance for draws, from the shell.
    pub chance: u64,
    /// The leader's line is gone and has been for a while.
    pub leader_is_away: bool,
    /// What was planned, and what a draw weighs.
    pub known: &'known Known,
}
