//! The room: its lobby, its door, and who holds the lead.

use kernel::ids::{PlanVersion, SeatId};
use plan::document::Plan;

use super::{Decision, leads, seat_of};
use crate::event::Event;
use crate::given::{Actor, Given};
use crate::refusal::Refusal;
use crate::state::{Lead, Phase, State};

/// What is wished of the room as such.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomWish {
    /// Opens the lobby with a version of the plan. A lobby that is open takes a newer one over.
    Open {
        plan: Box<Plan>,
        version: PlanVersion,
    },
    LockDoor {
        locked: bool,
    },
    NameDeputy {
        seat: SeatId,
    },
    TakeLead,
    ReturnLead,
}

pub(super) fn decide(state: &State, actor: Actor, wish: RoomWish, given: &Given<'_>) -> Decision {
    match wish {
        RoomWish::Open { plan, version } => {
            leads(state, actor)?;
            Ok(open(state, plan, version, given))
        }
        RoomWish::LockDoor { locked } => {
            leads(state, actor)?;
            Ok(lock(state, locked))
        }
        RoomWish::NameDeputy { seat } => {
            leads(state, actor)?;
            name_deputy(state, seat)
        }
        RoomWish::TakeLead => take_lead(state, seat_of(state, actor)?, given),
        RoomWish::ReturnLead => return_lead(state, actor),
    }
}

fn open(state: &State, plan: Box<Plan>, version: PlanVersion, given: &Given<'_>) -> Vec<Event> {
    let at = given.now;
    if state.plan.is_none() {
        vec![Event::Opened { plan, version, at }]
    } else if state.phase == Phase::Lobby && state.plan_version < version {
        vec![Event::Replanned { plan, version, at }]
    } else {
        vec![]
    }
}

fn lock(state: &State, locked: bool) -> Vec<Event> {
    match (state.door_locked, locked) {
        (false, true) => vec![Event::DoorLocked],
        (true, false) => vec![Event::DoorUnlocked],
        (true, true) | (false, false) => vec![],
    }
}

fn name_deputy(state: &State, seat: SeatId) -> Decision {
    if !state.seats.contains_key(&seat) {
        return Err(Refusal::NoSuchSeat);
    }
    Ok(if state.deputy == Some(seat) { vec![] } else { vec![Event::DeputyNamed { seat }] })
}

/// Only the named deputy takes over, only by an own press, and only while the leader's line is
/// gone: nobody is promoted by the machine.
fn take_lead(state: &State, seat: SeatId, given: &Given<'_>) -> Decision {
    if state.deputy != Some(seat) {
        return Err(Refusal::NotDeputy);
    }
    if state.lead == Lead::Deputy(seat) {
        return Ok(vec![]);
    }
    if !given.leader_is_away {
        return Err(Refusal::LeaderIsHere);
    }
    Ok(vec![Event::LeadTaken { seat }])
}

fn return_lead(state: &State, actor: Actor) -> Decision {
    leads(state, actor)?;
    Ok(if state.lead == Lead::Leader { vec![] } else { vec![Event::LeadReturned] })
}
