//! The state of a live meeting. Never stored, so free to change.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeBounds;

use kernel::ids::{ContributionId, ItemNo, Place, PlanVersion, SeatId, SeatingNo, TableNumber};
use kernel::role::Role;
use kernel::seating::{Seating, Stands};
use kernel::step::Step;
use kernel::time::{Moment, Seconds};
use plan::document::{Item, Plan};
use serde::Serialize;

use crate::event::{GoalAnswer, GoalCount, Table};
use crate::written::Written;

#[derive(Clone, Debug, Default)]
pub struct State {
    /// Set when the lobby has opened.
    pub plan: Option<Plan>,
    /// Which version of the plan that is; 0 where the log is older than versions in it.
    pub plan_version: PlanVersion,
    pub door_locked: bool,
    pub seats: BTreeMap<SeatId, Seat>,
    pub claims: BTreeMap<u32, Claim>,
    /// Every seating ever set, in order; places point into it.
    pub seatings: Vec<Seated>,
    pub phase: Phase,
    /// Every step that has been opened, also those that the meeting has gone back from.
    pub opened: BTreeSet<Place>,
    /// What has become of each item of the program, in the program's order.
    pub items: Vec<ItemProgress>,
    /// The order the items run in, by their position in the program.
    pub order: Vec<ItemNo>,
    /// The last move of a coming item, until the meeting has moved on.
    pub moved: Option<Moved>,
    pub nudge: bool,
    pub goal_answers: BTreeMap<(usize, SeatId), GivenAnswer>,
    /// How the goals were answered, counted once, when the meeting ends with enough answers.
    pub goals_counted: Option<Vec<Option<GoalCount>>>,
    /// Which seating each opened step used.
    seated_at: BTreeMap<Place, SeatingNo>,
    pub written: Written,
    /// Which note each seat has chosen for its table to work on.
    pub chosen: BTreeMap<SeatId, ContributionId>,
    pub delivered: BTreeSet<(ItemNo, TableNumber)>,
    pub hands: Vec<SeatId>,
    pub help: Vec<TableNumber>,
    pub ready: BTreeSet<TableNumber>,
    pub parked: Vec<Parked>,
    /// A table's own question instead of the item's.
    pub questions: BTreeMap<(ItemNo, TableNumber), String>,
    pub commitments: BTreeMap<u32, Commitment>,
    pub deputy: Option<SeatId>,
    pub lead: Lead,
    pub room_turn: u32,
    pub table_turns: BTreeMap<TableNumber, u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lead {
    #[default]
    Leader,
    Deputy(SeatId),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    #[default]
    Lobby,
    Running(Running),
    /// Where it was, so that an end pressed by mistake can be undone.
    Ended {
        at: Moment,
        was: Option<Running>,
        started_at: Option<Moment>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    pub started_at: Moment,
    /// `None` between the start and the first step, which come in one decision.
    pub place: Option<Place>,
    pub seating: Option<SeatingNo>,
    pub clock: Clock,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// People are finding their tables.
    Waiting {
        total: Seconds,
    },
    Running {
        until: Moment,
        total: Seconds,
    },
    Paused {
        left: Seconds,
        total: Seconds,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub name: String,
    pub present: bool,
    pub without_device: bool,
    /// Put out by the leader: the seat opens nothing more.
    pub is_out: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    pub seat: SeatId,
    /// `None` until the leader has answered.
    pub granted: Option<bool>,
}

/// Tables as they were set for some steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seated {
    pub seating: Seating,
    pub item: ItemNo,
    pub tables: Vec<Table>,
    pub roles: BTreeSet<(SeatId, Role)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemProgress {
    /// The minutes it has now, after what others took or gave.
    pub seconds: Seconds,
    pub steps: Vec<Step>,
    pub opened: bool,
    pub skipped: bool,
}

/// One person's answer for one goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenAnswer {
    pub answer: GoalAnswer,
    /// The first seat of the device it came from.
    pub device: SeatId,
}

/// An item that was moved, and what it stood before until then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    pub item: ItemNo,
    pub stood_before: Option<ItemNo>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parked {
    pub text: String,
    pub table: Option<TableNumber>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    pub what: String,
    pub owner: SeatId,
    pub due: String,
    pub sign: String,
    /// `None` until the owner has answered. Nobody is assigned silently.
    pub accepted: Option<bool>,
}

impl Clock {
    /// Returns how long the step lasts in all.
    #[must_use]
    pub fn total(self) -> Seconds {
        match self {
            Clock::Waiting { total }
            | Clock::Running { total, .. }
            | Clock::Paused { total, .. } => total,
        }
    }
}

impl State {
    /// Returns the run of the meeting while it runs.
    #[must_use]
    pub fn running(&self) -> Option<&Running> {
        match &self.phase {
            Phase::Running(running) => Some(running),
            Phase::Lobby | Phase::Ended { .. } => None,
        }
    }

    /// Returns where the meeting is, or was when it ended.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match &self.phase {
            Phase::Running(running) => running.place,
            Phase::Ended { was, .. } => was.as_ref().and_then(|was| was.place),
            Phase::Lobby => None,
        }
    }

    /// Returns an item as the plan has it.
    #[must_use]
    pub fn row(&self, item: ItemNo) -> Option<&Item> {
        self.plan.as_ref()?.items.get(item.0)
    }

    /// Returns what has become of an item.
    #[must_use]
    pub fn item(&self, item: ItemNo) -> Option<&ItemProgress> {
        self.items.get(item.0)
    }

    /// Returns the tables that a number in the log of seatings stands for.
    #[must_use]
    pub fn seating(&self, seating: SeatingNo) -> Option<&Seated> {
        self.seatings.get(seating.0)
    }

    /// Returns every seating ever set, in order.
    #[must_use]
    pub fn numbered_seatings(&self) -> impl DoubleEndedIterator<Item = (SeatingNo, &Seated)> {
        self.seatings.iter().enumerate().map(|(number, seated)| (SeatingNo(number), seated))
    }

    /// Returns the number of the seating that is set next.
    #[must_use]
    pub fn next_seating(&self) -> SeatingNo {
        SeatingNo(self.seatings.len())
    }

    /// Returns the step at a place that has been opened.
    #[must_use]
    pub fn step(&self, place: Place) -> Option<&Step> {
        self.item(place.item)?.steps.get(place.step)
    }

    /// Returns the tables that stand now, with their number in the log of seatings.
    #[must_use]
    pub fn tables_now(&self) -> Option<(SeatingNo, &Seated)> {
        let seating = self.running()?.seating?;
        Some((seating, self.seating(seating)?))
    }

    /// Returns the seating that an opened step used.
    #[must_use]
    pub fn seating_at(&self, place: Place) -> Option<SeatingNo> {
        self.seated_at.get(&place).copied()
    }

    /// Returns the tables that opened steps have used, step by step.
    pub fn seated_in(&self, places: impl RangeBounds<Place>) -> impl Iterator<Item = &Seated> {
        let seatings = self.seated_at.range(places);
        seatings.filter_map(|(_, seating)| self.seating(*seating))
    }

    /// Returns the seatings that some step has been held with.
    #[must_use]
    pub fn held(&self) -> BTreeSet<SeatingNo> {
        self.seated_at.values().copied().collect()
    }

    pub(crate) fn seat_at(&mut self, place: Place, seating: SeatingNo) {
        self.seated_at.insert(place, seating);
    }

    /// Returns the table of a seat at a place.
    #[must_use]
    pub fn table_at(&self, place: Place, seat: SeatId) -> Option<(SeatingNo, &Table)> {
        let seating = self.seating_at(place)?;
        Some((seating, self.seating(seating)?.table_of(seat)?))
    }

    /// Returns the meeting's groups of 4–5, once they are made.
    #[must_use]
    pub fn groups(&self) -> Option<(SeatingNo, &Seated)> {
        let mut seatings = self.numbered_seatings();
        seatings.rfind(|(_, seated)| seated.seating.kind().stands == Stands::Meeting)
    }

    /// Returns the seats of those who are here.
    #[must_use]
    pub fn present(&self) -> Vec<SeatId> {
        let here = self.seats.iter().filter(|(_, seat)| seat.present);
        here.map(|(id, _)| *id).collect()
    }

    /// Returns the seat that the next one who joins will have.
    #[must_use]
    pub fn next_seat(&self) -> SeatId {
        SeatId(self.seats.keys().next_back().map_or(0, |seat| seat.0) + 1)
    }

    /// Tells whether a step has been opened at some time.
    #[must_use]
    pub fn has_opened(&self, place: Place) -> bool {
        self.opened.contains(&place)
    }

    #[must_use]
    pub fn name(&self, seat: SeatId) -> &str {
        self.seats.get(&seat).map_or("", |seat| seat.name.as_str())
    }

    /// Tells whether what is written in an item stays at its tables.
    #[must_use]
    pub fn is_confidential(&self, item: ItemNo) -> bool {
        self.row(item).and_then(|row| tools::named(&row.tool)).is_some_and(|tool| tool.confidential)
    }

    /// Returns those who must stand behind a point of a table: members who are here and have a
    /// way to press. The table answers for those without a device.
    #[must_use]
    pub fn must_stand(&self, seating: SeatingNo, table: TableNumber) -> Vec<SeatId> {
        let table = self.seating(seating).and_then(|seated| seated.table(table));
        let can_press = |seat: &SeatId| {
            self.seats.get(seat).is_some_and(|seat| seat.present && !seat.without_device)
        };
        table.map_or(vec![], |table| table.seats.iter().copied().filter(can_press).collect())
    }
}

impl Seated {
    #[must_use]
    pub fn table_of(&self, seat: SeatId) -> Option<&Table> {
        self.tables.iter().find(|table| table.seats.contains(&seat))
    }

    #[must_use]
    pub fn table(&self, number: TableNumber) -> Option<&Table> {
        self.tables.iter().find(|table| table.number == number)
    }

    /// Returns the roles of a seat: none, one, or two at a table of three.
    #[must_use]
    pub fn roles_of(&self, seat: SeatId) -> Vec<Role> {
        self.roles.iter().filter(|(who, _)| *who == seat).map(|(_, role)| *role).collect()
    }

    /// Returns who has a role at a table.
    #[must_use]
    pub fn holder(&self, table: &Table, role: Role) -> Option<SeatId> {
        table.seats.iter().copied().find(|seat| self.roles.contains(&(*seat, role)))
    }
}
