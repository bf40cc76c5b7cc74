//! Coming, going, and coming back as oneself.

use kernel::ids::SeatId;
use kernel::limits::{CLAIMS_OPEN_MAX, SEATS_MAX};

use super::{Decision, Draws, is_leading, leads, seat_of, tables};
use crate::event::Event;
use crate::given::{Actor, Given};
use crate::names::{self, TakenNames};
use crate::refusal::Refusal;
use crate::state::{Phase, State};

/// What is wished by and about those who come and go.
#[derive(Clone, Debug, PartialEq)]
pub enum PeopleWish {
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
    /// Out of the meeting by the leader's wish, or in again.
    PutOut {
        seat: SeatId,
        out: bool,
    },
    ClaimSeat {
        seat: SeatId,
    },
    AnswerClaim {
        claim: u32,
        granted: bool,
    },
}

impl PeopleWish {
    pub(crate) fn own_words(&self) -> &str {
        match self {
            PeopleWish::Join { name, .. } | PeopleWish::Rename { name } => name,
            PeopleWish::Leave { .. }
            | PeopleWish::Return { .. }
            | PeopleWish::PutOut { .. }
            | PeopleWish::ClaimSeat { .. }
            | PeopleWish::AnswerClaim { .. } => "",
        }
    }

    pub(super) fn draws(&self, state: &State) -> Draws {
        match self {
            PeopleWish::Join { .. } | PeopleWish::Return { .. } => {
                Draws::when(!state.seatings.is_empty())
            }
            PeopleWish::Leave { seat } | PeopleWish::PutOut { seat, out: true } => {
                Draws::when(tables::draws_after(state, *seat))
            }
            PeopleWish::Rename { .. }
            | PeopleWish::PutOut { out: false, .. }
            | PeopleWish::ClaimSeat { .. }
            | PeopleWish::AnswerClaim { .. } => Draws::Never,
        }
    }
}

pub(super) fn decide(state: &State, actor: Actor, wish: PeopleWish, given: &Given<'_>) -> Decision {
    match wish {
        PeopleWish::Join { name, without_device } => {
            join(state, actor, &name, without_device, given)
        }
        PeopleWish::Rename { name } => rename(state, seat_of(state, actor)?, &name),
        PeopleWish::Leave { seat } => leave(state, actor, seat, given),
        PeopleWish::Return { seat } => come_back(state, actor, seat, given),
        PeopleWish::PutOut { seat, out } => put_out(state, actor, seat, out, given),
        PeopleWish::ClaimSeat { seat } => claim(state, seat),
        PeopleWish::AnswerClaim { claim, granted } => {
            leads(state, actor)?;
            Ok(answer_claim(state, claim, granted))
        }
    }
}

/// Takes a new seat. A name that is already taken gets a number, so that two called Kari can be
/// told apart on the table sign.
fn join(
    state: &State,
    actor: Actor,
    name: &str,
    without_device: bool,
    given: &Given<'_>,
) -> Decision {
    if without_device {
        leads(state, actor)?;
    }
    if state.plan.is_none() {
        return Err(Refusal::NotOpen);
    }
    if matches!(state.phase, Phase::Ended { .. }) {
        return Err(Refusal::Over);
    }
    if state.door_locked && !is_leading(state, actor) {
        return Err(Refusal::DoorLocked);
    }
    if state.seats.values().filter(|it| !it.is_out).count() >= SEATS_MAX {
        return Err(Refusal::RoomFull);
    }
    let name = free_name(state, &short_name(name)?, None);
    let seat = state.next_seat();
    let mut facts = vec![Event::Joined { seat, name, without_device, at: given.now }];
    facts.extend(tables::seat_late_comer(state, seat, given));
    Ok(facts)
}

fn short_name(name: &str) -> Result<String, Refusal> {
    names::short(name).ok_or(Refusal::NameMissing)
}

fn free_name(state: &State, name: &str, but: Option<SeatId>) -> String {
    let others = state.seats.iter().filter(|(seat, _)| Some(**seat) != but);
    TakenNames::by(others.map(|(_, it)| it.name.as_str())).take(name)
}

fn rename(state: &State, seat: SeatId, name: &str) -> Decision {
    let name = short_name(name)?;
    if state.name(seat) == name {
        return Ok(vec![]);
    }
    Ok(vec![Event::Renamed { seat, name: free_name(state, &name, Some(seat)) }])
}

/// One leaves by oneself, or the leader marks that someone has gone. Tables are mended and only
/// vacated roles are given anew.
fn leave(state: &State, actor: Actor, seat: SeatId, given: &Given<'_>) -> Decision {
    own_or_leading(state, actor, seat)?;
    if !state.seats[&seat].present {
        return Ok(vec![]);
    }
    let mut facts = vec![Event::Left { seat }];
    facts.extend(tables::mend_after(state, seat, given));
    Ok(facts)
}

fn come_back(state: &State, actor: Actor, seat: SeatId, given: &Given<'_>) -> Decision {
    own_or_leading(state, actor, seat)?;
    if state.seats[&seat].is_out {
        return Err(Refusal::PutOut);
    }
    if state.seats[&seat].present {
        return Ok(vec![]);
    }
    let mut facts = vec![Event::Returned { seat }];
    facts.extend(tables::seat_late_comer(state, seat, given));
    Ok(facts)
}

/// Whoever is put out leaves the table as one who goes, and what was written stays.
fn put_out(state: &State, actor: Actor, seat: SeatId, out: bool, given: &Given<'_>) -> Decision {
    leads(state, actor)?;
    let it = state.seats.get(&seat).ok_or(Refusal::NoSuchSeat)?;
    if it.is_out == out {
        return Ok(vec![]);
    }
    if !out {
        return Ok(vec![Event::LetBackIn { seat }]);
    }
    let mut facts = if it.present { leave(state, actor, seat, given)? } else { vec![] };
    facts.push(Event::PutOut { seat });
    Ok(facts)
}

fn own_or_leading(state: &State, actor: Actor, seat: SeatId) -> Result<(), Refusal> {
    if !state.seats.contains_key(&seat) {
        return Err(Refusal::NoSuchSeat);
    }
    if actor == Actor::Seat(seat) || is_leading(state, actor) {
        Ok(())
    } else {
        Err(Refusal::NotYours)
    }
}

/// A device without a seat says which one is its owner's; the leader confirms.
fn claim(state: &State, seat: SeatId) -> Decision {
    if state.seats.get(&seat).is_none_or(|it| it.is_out) {
        return Err(Refusal::NoSuchSeat);
    }
    let open = state.claims.values().filter(|claim| claim.granted.is_none()).count();
    if open >= CLAIMS_OPEN_MAX {
        return Err(Refusal::TooManyClaims);
    }
    let last = state.claims.keys().next_back().copied().unwrap_or(0);
    Ok(vec![Event::SeatClaimed { claim: last + 1, seat }])
}

fn answer_claim(state: &State, claim: u32, granted: bool) -> Vec<Event> {
    match state.claims.get(&claim) {
        Some(open) if open.granted.is_none() => vec![Event::ClaimAnswered { claim, granted }],
        Some(_) | None => vec![],
    }
}
