//! Facts of a live meeting, as stored.
//!
//! **Invariant `facts-only-grow`:** variants and optional fields are added, never renamed or removed.
//! Held by the golden file in `event/golden.jsonl`, in which every fact there is stands.

use kernel::ids::{ContributionId, ItemNo, Place, PlanVersion, SeatId, SeatingNo, TableNumber};
use kernel::role::Role;
use kernel::seating::Seating;
use kernel::step::{Kind, Step};
use kernel::time::{Moment, Seconds};
use plan::document::Plan;
use serde::{Deserialize, Serialize};

/// Something that happened in a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "fact")]
pub enum Event {
    /// The lobby opened with this version of the plan.
    Opened {
        plan: Box<Plan>,
        #[serde(default)]
        version: PlanVersion,
        at: Moment,
    },
    /// A newer version of the plan took the place of the one before, while people were in the
    /// lobby. Edits after the start do not change a meeting that runs.
    Replanned {
        plan: Box<Plan>,
        version: PlanVersion,
        at: Moment,
    },
    DoorLocked,
    DoorUnlocked,

    /// Someone took a seat. `without_device` when the leader wrote the name for them.
    Joined {
        seat: SeatId,
        name: String,
        without_device: bool,
        at: Moment,
    },
    Renamed {
        seat: SeatId,
        name: String,
    },
    Left {
        seat: SeatId,
    },
    Returned {
        seat: SeatId,
    },
    /// The leader has put somebody out: the seat opens nothing more.
    PutOut {
        seat: SeatId,
    },
    /// The leader lets somebody in again who was put out.
    LetBackIn {
        seat: SeatId,
    },
    /// A device says that this seat is its own; the leader confirms.
    SeatClaimed {
        claim: u32,
        seat: SeatId,
    },
    ClaimAnswered {
        claim: u32,
        granted: bool,
    },

    /// Tables were set; the number of this seating is its position in the log of seatings.
    TablesSet {
        seating: Seating,
        item: ItemNo,
        tables: Vec<Table>,
    },
    /// A seat was placed at a table of a seating that was already set.
    SeatPlaced {
        seating: SeatingNo,
        seat: SeatId,
        table: TableNumber,
    },
    RoleGiven {
        seating: SeatingNo,
        seat: SeatId,
        role: Role,
    },

    Started {
        at: Moment,
    },
    /// An item began with these steps, worked out from its minutes and the room.
    ItemOpened {
        item: ItemNo,
        steps: Vec<Step>,
        at: Moment,
    },
    StepOpened {
        place: Place,
        seating: Option<SeatingNo>,
        at: Moment,
    },
    ClockStarted {
        until: Moment,
    },
    ClockPaused {
        left: Seconds,
    },
    /// More time for the step; the minutes come from `from_item`, or from nobody's when ahead.
    TimeAdded {
        seconds: Seconds,
        until: Option<Moment>,
        from_item: Option<ItemNo>,
    },
    ItemSkipped {
        item: ItemNo,
    },
    /// An item that had not begun was put before another, or last.
    ItemMoved {
        item: ItemNo,
        before: Option<ItemNo>,
    },
    /// The leader wants, or no longer wants, a nudge when a talk goes on for long.
    NudgeSet {
        on: bool,
    },
    GoalAnswered {
        seat: SeatId,
        goal: usize,
        answer: GoalAnswer,
        /// The first seat of the device it came from, where that is another.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        device: Option<SeatId>,
    },
    /// Stands where the last answer about the goals stood, once all of them are dropped.
    GoalsCounted {
        counts: Vec<Option<GoalCount>>,
    },
    /// Stands where an answer about a goal stood.
    GoalAnswerDropped,
    Ended {
        at: Moment,
    },
    /// The end was pressed by mistake, and the meeting goes on where it was.
    EndUndone,
    TurnMoved {
        table: Option<TableNumber>,
        turn: u32,
    },

    Wrote(Wrote),
    Rewrote {
        id: ContributionId,
        text: String,
        parents: Vec<ContributionId>,
    },
    Withdrawn {
        id: ContributionId,
    },
    /// A text that was taken back stands again.
    Restored {
        id: ContributionId,
    },
    Stood {
        point: ContributionId,
        seat: SeatId,
        stands: bool,
    },
    Chosen {
        seat: SeatId,
        note: ContributionId,
    },
    Delivered {
        item: ItemNo,
        table: TableNumber,
        delivered: bool,
    },

    HandRaised {
        seat: SeatId,
    },
    HandLowered {
        seat: SeatId,
    },
    HelpAsked {
        table: TableNumber,
    },
    HelpGiven {
        table: TableNumber,
    },
    TableReady {
        table: TableNumber,
    },
    Parked {
        text: String,
        table: Option<TableNumber>,
    },
    QuestionChanged {
        table: TableNumber,
        text: String,
    },

    CommitmentProposed(Proposed),
    CommitmentAnswered {
        number: u32,
        accepted: bool,
    },

    DeputyNamed {
        seat: SeatId,
    },
    /// The deputy took over the lead, explicitly, while the leader's line was gone.
    LeadTaken {
        seat: SeatId,
    },
    LeadReturned,
}

/// A text was written for the first time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wrote {
    pub id: ContributionId,
    pub by: SeatId,
    /// Set when the table owns the text.
    pub table: Option<TableNumber>,
    pub place: Place,
    pub kind: Kind,
    /// Which line of its kind, counted from 0.
    pub slot: u8,
    pub text: String,
    pub parents: Vec<ContributionId>,
    pub at: Moment,
}

/// Somebody wished that somebody does something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposed {
    pub number: u32,
    pub what: String,
    pub owner: SeatId,
    pub due: String,
    pub sign: String,
}

/// Some seats at one table, in the order they take turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    pub number: TableNumber,
    pub seats: Vec<SeatId>,
}

/// How many answered what for one goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalCount {
    pub reached: usize,
    pub partly: usize,
    pub not_yet: usize,
}

/// How far someone thinks a goal was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoalAnswer {
    Reached,
    Partly,
    NotYet,
}

impl GoalAnswer {
    pub const ALL: [GoalAnswer; 3] = [GoalAnswer::Reached, GoalAnswer::Partly, GoalAnswer::NotYet];

    /// Returns the word that requests and text keys use.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            GoalAnswer::Reached => "reached",
            GoalAnswer::Partly => "partly",
            GoalAnswer::NotYet => "not-yet",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<GoalAnswer> {
        GoalAnswer::ALL.into_iter().find(|answer| answer.key() == key)
    }
}

#[cfg(test)]
mod tests;
