//! What a granted wish brought into being, for the one who wished it.

use kernel::ids::{ContributionId, SeatId};
use serde::Serialize;

use crate::decide::Command;
use crate::decide::texts::TextWish;
use crate::event::Event;
use crate::field::field_of;
use crate::given::Actor;
use crate::state::State;

/// The numbers of what a wish made, and of the text that it left standing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Made {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seat: Option<SeatId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contribution: Option<ContributionId>,
    /// How many times that contribution has been written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// Returns what a wish made, by the facts it led to and the state they are a part of.
#[must_use]
pub fn made(state: &State, actor: Actor, command: &Command, facts: &[Event]) -> Made {
    let mut made = Made::default();
    for fact in facts {
        if let Event::Joined { seat, .. } = fact {
            made.seat = Some(*seat);
        } else if let Event::SeatClaimed { claim, .. } = fact {
            made.claim = Some(*claim);
        } else if let Event::CommitmentProposed(proposed) = fact {
            made.commitment = Some(proposed.number);
        }
    }
    if let (Command::Texts(TextWish::Write(text)), Actor::Seat(seat)) = (command, actor) {
        let field = field_of(state, seat, text.place, text.kind, text.slot);
        let standing = field.and_then(|field| state.texts.written(field));
        made.contribution = standing.map(|it| it.id);
        made.version = standing.map(|it| it.version);
    }
    made
}
