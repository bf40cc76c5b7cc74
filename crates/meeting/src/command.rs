//! Wishes: what a leader, a seat or the shell may ask of a meeting.

use kernel::ids::{ContributionId, ItemNo, Place, SeatId, TableNumber};
use kernel::role::Role;
use kernel::step::Kind;
use kernel::time::{Minutes, Moment};
use plan::document::Plan;

use crate::company::Known;
use crate::goals::GoalAnswer;

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

/// A wish. Those that move the meeting name the place they leave, so two presses move it once.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Opens the lobby with a version of the plan. A lobby that is open takes a newer one over.
    Open {
        plan: Box<Plan>,
        version: i64,
    },
    LockDoor {
        locked: bool,
    },

    Join {
        name: String,
        without_device: bool,
    },
    Rename {
        name: String,
    },
    Leave {
        seat: SeatId,
    },
    Return {
        seat: SeatId,
    },
    ClaimSeat {
        seat: SeatId,
    },
    AnswerClaim {
        claim: u32,
        granted: bool,
    },

    MakeGroups {
        again: bool,
    },
    MoveSeat {
        seat: SeatId,
        table: TableNumber,
    },
    /// Passes a role on; no reason is asked for.
    PassRole {
        role: Role,
    },

    Start,
    MoveOn {
        from: Place,
    },
    Reopen {
        from: Place,
    },
    SkipItem {
        item: ItemNo,
    },
    /// Puts a coming item before another, or last.
    MoveItem {
        item: ItemNo,
        before: Option<ItemNo>,
    },
    StartClock {
        place: Place,
    },
    PauseClock,
    AddTime {
        minutes: Minutes,
    },
    End,
    UndoEnd,
    /// «Guru-alarm!»: whether the leader wants a nudge when a talk goes on for long.
    SetNudge {
        on: bool,
    },
    /// «Nådde vi målene?», each for oneself.
    AnswerGoal {
        goal: usize,
        answer: GoalAnswer,
    },
    /// Passes the turn on: of the room's tables (leader), or within the seat's own table.
    PassTurn {
        from: u32,
    },

    Write(Text),
    Withdraw {
        id: ContributionId,
    },
    /// Lets a text that was taken back stand again.
    Restore {
        id: ContributionId,
    },
    /// Keeps an idea of another table, or of the room, as an own note.
    Borrow {
        of: ContributionId,
    },
    Stand {
        point: ContributionId,
        stands: bool,
    },
    Choose {
        note: ContributionId,
    },
    Deliver {
        item: ItemNo,
        delivered: bool,
    },

    RaiseHand {
        up: bool,
    },
    /// A seat lowers its own hand, the leader anyone's.
    LowerHand {
        seat: SeatId,
    },
    AskHelp,
    GiveHelp {
        table: TableNumber,
    },
    BeReady,
    Park {
        text: String,
    },
    ChangeQuestion {
        text: String,
    },

    Propose {
        what: String,
        owner: SeatId,
        due: String,
        sign: String,
    },
    AnswerCommitment {
        number: u32,
        accepted: bool,
    },

    NameDeputy {
        seat: SeatId,
    },
    TakeLead,
    ReturnLead,
}

/// Something typed into a field of the current or an earlier step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub place: Place,
    pub kind: Kind,
    /// Which line of its kind, counted from 0.
    pub slot: u8,
    pub text: String,
    /// What it grew from. Those that the writer may not see are left out.
    pub parents: Vec<ContributionId>,
    /// For a text that the table owns: how many times it had been written when this writer saw
    /// it, so that two who write at once lose nothing. `None` overwrites nobody: it is refused if
    /// the text exists and differs.
    pub base: Option<u32>,
}
