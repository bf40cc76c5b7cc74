//! From wishes to facts.
//!
//! **Invariant `decide-is-idempotent`:** the same wish twice gives no second fact. A wish that
//! moves the meeting names the place it leaves; a text is named by its field; everything else
//! sets what it wants rather than turning what is there.

mod people;
mod program;
mod tables;
mod texts;

use kernel::ids::SeatId;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::command::{Actor, Command, Given};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::state::{Lead, Phase, State};

/// What a wish leads to: facts, possibly none, or the reason it was not granted.
pub type Decision = Result<Vec<Event>, Refusal>;

/// Returns the facts a wish leads to.
///
/// # Errors
///
/// The reason the wish was not granted; nothing has changed then.
pub fn decide(state: &State, actor: Actor, command: Command, given: &Given<'_>) -> Decision {
    match command {
        Command::Open { plan } => {
            leads(state, actor)?;
            Ok(if state.plan.is_some() {
                vec![]
            } else {
                vec![Event::Opened { plan, at: given.now }]
            })
        }
        Command::LockDoor { locked } => {
            leads(state, actor)?;
            Ok(match (state.door_locked, locked) {
                (false, true) => vec![Event::DoorLocked],
                (true, false) => vec![Event::DoorUnlocked],
                (true, true) | (false, false) => vec![],
            })
        }
        command @ (Command::Join { .. }
        | Command::Rename { .. }
        | Command::Leave { .. }
        | Command::Return { .. }
        | Command::ClaimSeat { .. }
        | Command::AnswerClaim { .. }
        | Command::NameDeputy { .. }
        | Command::TakeLead
        | Command::ReturnLead) => people::decide(state, actor, command, given),

        command @ (Command::MakeGroups { .. }
        | Command::MoveSeat { .. }
        | Command::PassRole { .. }
        | Command::PassTurn { .. }
        | Command::AskHelp
        | Command::GiveHelp { .. }
        | Command::BeReady
        | Command::RaiseHand { .. }
        | Command::LowerHand { .. }
        | Command::ChangeQuestion { .. }) => tables::decide(state, actor, command, given),

        Command::Start
        | Command::MoveOn { .. }
        | Command::Reopen { .. }
        | Command::SkipItem { .. }
        | Command::MoveItem { .. }
        | Command::SetNudge { .. }
        | Command::StartClock { .. }
        | Command::PauseClock
        | Command::AddTime { .. }
        | Command::End
        | Command::UndoEnd => {
            leads(state, actor)?;
            program::decide(state, &command, given)
        }

        command @ (Command::Write(_)
        | Command::Withdraw { .. }
        | Command::Restore { .. }
        | Command::Borrow { .. }
        | Command::AnswerGoal { .. }
        | Command::Stand { .. }
        | Command::Choose { .. }
        | Command::Deliver { .. }
        | Command::Park { .. }
        | Command::Propose { .. }
        | Command::AnswerCommitment { .. }) => texts::decide(state, actor, command, given),
    }
}

/// Tells whether a wish may set tables or place somebody at one. Whatever is known of people
/// changes nothing in the answer to any other wish.
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "most wishes have nothing to do with tables")]
pub fn may_draw(state: &State, command: &Command) -> bool {
    match command {
        Command::MakeGroups { again } => *again || state.groups().is_none(),
        Command::Join { .. } | Command::Return { .. } => !state.seatings.is_empty(),
        Command::Leave { seat } => tables::draws_after(state, *seat),
        _ => program::draws(state, command),
    }
}

/// The leader leads, and so does the deputy who has taken over. The leader keeps the right, so
/// that coming back is never a fight with one's own meeting.
fn leads(state: &State, actor: Actor) -> Result<(), Refusal> {
    match actor {
        Actor::Leader => Ok(()),
        Actor::Seat(seat) if state.lead == Lead::Deputy(seat) => Ok(()),
        Actor::Seat(_) | Actor::Newcomer => Err(Refusal::LeaderOnly),
    }
}

fn is_leading(state: &State, actor: Actor) -> bool {
    leads(state, actor).is_ok()
}

fn seat_of(state: &State, actor: Actor) -> Result<SeatId, Refusal> {
    match actor {
        Actor::Seat(seat) if state.seats.contains_key(&seat) => Ok(seat),
        Actor::Seat(_) | Actor::Leader | Actor::Newcomer => Err(Refusal::SeatOnly),
    }
}

/// Late writes are taken while the meeting runs and after it; only the lobby has nothing to write.
fn has_started(state: &State) -> Result<(), Refusal> {
    match state.phase {
        Phase::Lobby => Err(Refusal::NotStarted),
        Phase::Running(_) | Phase::Ended { .. } => Ok(()),
    }
}

/// Returns a text in composed form (å is one letter on every phone), without control signs other
/// than line breaks and tabs, trimmed, and with bidirectional overrides taken out so that a line
/// cannot dress up as another.
pub(crate) fn clean(text: &str) -> String {
    let keeps = |sign: &char| {
        matches!(sign, '\n' | '\t')
            || !(sign.is_control()
                || ('\u{202a}'..='\u{202e}').contains(sign)
                || ('\u{2066}'..='\u{2069}').contains(sign))
    };
    let composed: String = text.replace("\r\n", "\n").nfc().filter(keeps).collect();
    composed.trim().to_owned()
}

/// Returns one clean line, refused when it is empty or too long.
fn clean_line(text: &str, graphemes_max: usize) -> Result<String, Refusal> {
    let line = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Err(Refusal::EmptyText);
    }
    if line.graphemes(true).count() > graphemes_max {
        return Err(Refusal::TextTooLong);
    }
    Ok(line)
}
