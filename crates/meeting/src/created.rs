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
pub struct Created {
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
pub fn created(state: &State, actor: Actor, command: &Command, facts: &[Event]) -> Created {
    let mut created = Created::default();
    for fact in facts {
        if let Event::Joined { seat, .. } = fact {
            created.seat = Some(*seat);
        } else if let Event::SeatClaimed { claim, .. } = fact {
            created.claim = Some(*claim);
        } else if let Event::CommitmentProposed(proposed) = fact {
            created.commitment = Some(proposed.number);
        }
    }
    if let (Command::Texts(TextWish::Write(text)), Actor::Seat(seat)) = (command, actor) {
        let field = field_of(state, seat, text.place, text.kind, text.slot);
        let standing = field.and_then(|field| state.written.in_field(field));
        created.contribution = standing.map(|it| it.id);
        created.version = standing.map(|it| it.version);
    }
    created
}
