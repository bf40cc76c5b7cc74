//! From wishes to facts.
//!
//! **Invariant `decide-is-idempotent`:** the same wish twice gives no second fact. A wish that
//! moves the meeting names the place it leaves; a text is named by its field; everything else
//! sets what it wants rather than turning what is there.

pub mod outcomes;
pub mod people;
pub mod program;
pub mod room;
pub mod tables;
pub mod texts;

use kernel::ids::SeatId;
use kernel::limits::{BYTES_A_GRAPHEME, LATE_TEXT};
use kernel::time::Moment;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use self::outcomes::OutcomeWish;
use self::people::PeopleWish;
use self::program::ProgramWish;
use self::room::RoomWish;
use self::tables::TableWish;
use self::texts::TextWish;
use crate::event::Event;
use crate::given::{Actor, Given};
use crate::refusal::Refusal;
use crate::state::{Lead, Phase, State};

/// A wish, sorted by what it is about: each sort has a file of its own
/// with the wishes and the rules for them. Those that move the meeting name the place they leave, so two presses move
/// it once.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Room(RoomWish),
    People(PeopleWish),
    Program(ProgramWish),
    Tables(TableWish),
    Texts(TextWish),
    Outcomes(OutcomeWish),
}

impl Command {
    /// Returns what the sender has typed, so that a refused text stays in its field.
    #[must_use]
    pub fn own_words(&self) -> &str {
        match self {
            Command::People(wish) => wish.own_words(),
            Command::Tables(wish) => wish.own_words(),
            Command::Texts(wish) => wish.own_words(),
            Command::Outcomes(wish) => wish.own_words(),
            Command::Room(_) | Command::Program(_) => "",
        }
    }

    /// Returns the name of one who has no seat yet.
    #[must_use]
    pub fn coming(&self) -> Option<&str> {
        match self {
            Command::People(PeopleWish::Join { name, .. }) => Some(name),
            Command::People(_)
            | Command::Room(_)
            | Command::Program(_)
            | Command::Tables(_)
            | Command::Texts(_)
            | Command::Outcomes(_) => None,
        }
    }
}

/// Each sort of wish is a wish.
macro_rules! sorts {
    ($($sort:ident($wish:ident)),+) => {
        $(impl From<$wish> for Command {
            fn from(wish: $wish) -> Command {
                Command::$sort(wish)
            }
        })+
    };
}

sorts!(
    Room(RoomWish),
    People(PeopleWish),
    Program(ProgramWish),
    Tables(TableWish),
    Texts(TextWish),
    Outcomes(OutcomeWish)
);

/// What a wish leads to: facts, possibly none, or the reason it was not granted.
pub type Decision = Result<Vec<Event>, Refusal>;

/// Whether a wish may set tables or place somebody at one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draws {
    Never,
    /// Not in this state, but perhaps in one that others bring about before it is decided.
    NotNow,
    Now,
}

impl Draws {
    fn when(it_is_now: bool) -> Draws {
        if it_is_now { Draws::Now } else { Draws::NotNow }
    }
}

/// Returns the facts a wish leads to.
///
/// # Errors
///
/// The reason the wish was not granted; nothing has changed then.
pub fn decide(
    state: &State,
    actor: Actor,
    command: impl Into<Command>,
    given: &Given<'_>,
) -> Decision {
    let command = command.into();
    if is_too_late(state, actor, &command, given.now) {
        return Err(Refusal::Over);
    }
    match command {
        Command::Room(wish) => room::decide(state, actor, wish, given),
        Command::People(wish) => people::decide(state, actor, wish, given),
        Command::Program(wish) => program::decide(state, actor, &wish, given),
        Command::Tables(wish) => tables::decide(state, actor, wish, given),
        Command::Texts(wish) => texts::decide(state, actor, wish, given),
        Command::Outcomes(wish) => outcomes::decide(state, actor, wish),
    }
}

/// Tells whether a wish sets tables or places somebody at one. Whatever is known of people changes
/// nothing in the answer to any other wish.
#[must_use]
pub fn draws(state: &State, command: &Command) -> Draws {
    match command {
        Command::People(wish) => wish.draws(state),
        Command::Program(wish) => wish.draws(state),
        Command::Tables(wish) => wish.draws(state),
        Command::Room(_) | Command::Texts(_) | Command::Outcomes(_) => Draws::Never,
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

/// Tells whether a wish of one who does not lead comes after the end, and is none of the few that are
/// still granted: what was under the fingers when the leader ended the meeting, and one's own right
/// to take back what one has shared.
fn is_too_late(state: &State, actor: Actor, command: &Command, now: Moment) -> bool {
    let Phase::Ended { at, .. } = &state.phase else { return false };
    if is_leading(state, actor) {
        return false;
    }
    match command {
        Command::Texts(TextWish::Write(_)) => *at + LATE_TEXT <= now,
        Command::Texts(TextWish::Withdraw { .. } | TextWish::Restore { .. }) => false,
        Command::Texts(
            TextWish::Borrow { .. }
            | TextWish::Stand { .. }
            | TextWish::Choose { .. }
            | TextWish::Deliver { .. },
        )
        | Command::Room(_)
        | Command::People(_)
        | Command::Program(_)
        | Command::Tables(_)
        | Command::Outcomes(_) => true,
    }
}

fn is_leading(state: &State, actor: Actor) -> bool {
    leads(state, actor).is_ok()
}

fn seat_of(state: &State, actor: Actor) -> Result<SeatId, Refusal> {
    match actor {
        Actor::Seat(seat) if state.seats.get(&seat).is_some_and(|it| !it.is_out) => Ok(seat),
        Actor::Seat(_) | Actor::Leader | Actor::Newcomer => Err(Refusal::SeatOnly),
    }
}

/// Late writes are taken while the meeting runs, and those that are under way when it ends; the lobby
/// has nothing to write.
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
    let lines = text.replace("\r\n", "\n");
    let composed: String = lines.nfc().map(line_break).filter(keeps).collect();
    composed.trim().to_owned()
}

/// Every sign that a text processor breaks a line with breaks one here, so that no two words grow
/// together.
fn line_break(sign: char) -> char {
    match sign {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        other => other,
    }
}

/// Tells whether a text is longer than so many graphemes, or than the bytes that they may have.
fn is_too_long(text: &str, graphemes_max: usize) -> bool {
    text.len() > graphemes_max * BYTES_A_GRAPHEME || text.graphemes(true).count() > graphemes_max
}

/// Returns one clean line, refused when it is empty or too long.
fn clean_line(text: &str, graphemes_max: usize) -> Result<String, Refusal> {
    let line = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Err(Refusal::EmptyText);
    }
    if is_too_long(&line, graphemes_max) {
        return Err(Refusal::TextTooLong);
    }
    Ok(line)
}
