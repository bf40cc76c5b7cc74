//! Coming, going, coming back as oneself, and who holds the lead.

use kernel::ids::SeatId;
use kernel::limits::{CLAIMS_OPEN_MAX, NAME_GRAPHEMES_MAX, SEATS_MAX};
use unicode_segmentation::UnicodeSegmentation;

use super::{Decision, clean, is_leading, leads, seat_of, tables};
use crate::command::{Actor, Command, Given};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::state::{Lead, Phase, State};

#[expect(clippy::wildcard_enum_match_arm, reason = "the caller has sorted the wishes")]
pub(super) fn decide(state: &State, actor: Actor, command: Command, given: &Given<'_>) -> Decision {
    match command {
        Command::Join { name, without_device } => join(state, actor, &name, without_device, given),
        Command::Rename { name } => rename(state, seat_of(state, actor)?, &name),
        Command::Leave { seat } => leave(state, actor, seat, given),
        Command::Return { seat } => come_back(state, actor, seat, given),
        Command::ClaimSeat { seat } => claim(state, seat),
        Command::AnswerClaim { claim, granted } => {
            leads(state, actor)?;
            Ok(answer_claim(state, claim, granted))
        }
        Command::NameDeputy { seat } => {
            leads(state, actor)?;
            name_deputy(state, seat)
        }
        Command::TakeLead => take_lead(state, seat_of(state, actor)?, given),
        Command::ReturnLead => return_lead(state, actor),
        _ => Ok(vec![]),
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
    if state.seats.len() >= SEATS_MAX {
        return Err(Refusal::RoomFull);
    }
    let name = free_name(state, &short_name(name)?);
    let seat = state.next_seat();
    let mut facts = vec![Event::Joined { seat, name, without_device, at: given.now }];
    facts.extend(tables::seat_late_comer(state, seat, given));
    Ok(facts)
}

fn short_name(name: &str) -> Result<String, Refusal> {
    let name = clean(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = name.graphemes(true).take(NAME_GRAPHEMES_MAX).collect();
    if short.is_empty() { Err(Refusal::NameMissing) } else { Ok(short) }
}

fn free_name(state: &State, name: &str) -> String {
    let is_taken = |name: &str| state.seats.values().any(|seat| seat.name == name);
    if !is_taken(name) {
        return name.to_owned();
    }
    let mut numbered = (2..).map(|number: u32| format!("{name} {number}"));
    numbered.find(|candidate| !is_taken(candidate)).unwrap_or_else(|| name.to_owned())
}

fn rename(state: &State, seat: SeatId, name: &str) -> Decision {
    let name = short_name(name)?;
    if state.name(seat) == name {
        return Ok(vec![]);
    }
    Ok(vec![Event::Renamed { seat, name: free_name(state, &name) }])
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
    if state.seats[&seat].present {
        return Ok(vec![]);
    }
    let mut facts = vec![Event::Returned { seat }];
    facts.extend(tables::seat_late_comer(state, seat, given));
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
    if !state.seats.contains_key(&seat) {
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
