//! A step: one timed part of a way of working, and what it asks of the people in it.
//!
//! Steps are stored with the meeting that ran them, so they follow the rule `facts-only-grow`:
//! variants and fields are added, never renamed or removed.

use serde::{Deserialize, Serialize};

use crate::seating::Seating;
use crate::time::{Minutes, Seconds};

/// One timed part of a way of working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Names the step within its tool, in kebab-case; the texts are found by it.
    pub name: String,
    pub seconds: Seconds,
    pub mode: Mode,
    pub seating: Seating,
    pub captures: Vec<Capture>,
    pub shows: Vec<Source>,
    pub turns: Option<Turns>,
    /// Counts from 1 where a step comes again (date 2 of 3), with the number of times.
    pub round: Option<Round>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub number: u8,
    pub of: u8,
}

/// How people work in a step. Its colour and icon follow from it, on every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    Alone,
    Pair,
    Trio,
    Group,
    Plenary,
    /// One-way: somebody presents.
    Input,
    Break,
}

/// What a step takes down, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capture {
    /// Each person's own words, seen by nobody else until their author takes them along.
    Notes(Vec<Field>),
    /// Each takes one thing along: an own note, something received, or new words.
    Carry,
    /// Each picks exactly this many from own notes and what was received, or writes anew.
    Pick { exactly: u8 },
    /// The table agrees on at most this many points, and each member stands behind them.
    /// Disagreement may be written beside them and is as good a result.
    Points { most: u8 },
    /// The table's shared text.
    TableText,
    /// What a pair found that they have in common.
    Found(Vec<Field>),
    /// The table chooses one of its members' notes to work on.
    Choice,
    /// Who does what, when.
    Commitments,
}

/// One kind of line in a form, and how many of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    pub kind: Kind,
    pub count: u8,
}

/// What a contribution is. The texts of a tool may give the kind a label of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A free note.
    Note,
    /// A quality, or something that confirms what we do. Comes before any challenge (Roald).
    Strength,
    /// A challenge, or something that challenges what we do.
    Challenge,
    /// A word, sentence or passage of a text, with a reason and an example.
    Moment,
    /// A listener's answer to a listening order.
    Heard,
    /// A practice story.
    Story,
    /// A question from one's own work, for peer supervision.
    Question,
    /// What one will try.
    Trial,
    /// An idea to borrow, and from whom.
    Loan,
    /// Taken along from one conversation to the next.
    Carried,
    /// Picked for a negotiation.
    Picked,
    /// Found in common by a pair.
    FoundStrength,
    FoundChallenge,
    /// A point that a table stands behind.
    Point,
    /// What a table disagrees on, and why.
    Disagreement,
    /// A table's shared text.
    TableText,
}

impl Kind {
    /// Returns the key of the kind's texts.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Note => "note",
            Kind::Strength => "strength",
            Kind::Challenge => "challenge",
            Kind::Moment => "moment",
            Kind::Heard => "heard",
            Kind::Story => "story",
            Kind::Question => "question",
            Kind::Trial => "trial",
            Kind::Loan => "loan",
            Kind::Carried => "carried",
            Kind::Picked => "picked",
            Kind::FoundStrength => "found-strength",
            Kind::FoundChallenge => "found-challenge",
            Kind::Point => "point",
            Kind::Disagreement => "disagreement",
            Kind::TableText => "table-text",
        }
    }

    /// Tells whether the table owns what is written, so that anyone at it may change it.
    #[must_use]
    pub fn is_of_the_table(self) -> bool {
        match self {
            Kind::FoundStrength
            | Kind::FoundChallenge
            | Kind::Point
            | Kind::Disagreement
            | Kind::TableText => true,
            Kind::Note
            | Kind::Strength
            | Kind::Challenge
            | Kind::Moment
            | Kind::Heard
            | Kind::Story
            | Kind::Question
            | Kind::Trial
            | Kind::Loan
            | Kind::Carried
            | Kind::Picked => false,
        }
    }
}

/// What a step puts in front of people, besides its sentence and question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// What I have written in this meeting.
    OwnNotes,
    /// What I take along from the last conversation.
    OwnCarried,
    /// What those at my table took along.
    TableCarried,
    /// What those at my table have picked: the cards of a negotiation.
    TablePicked,
    /// My listening order.
    ListeningOrder,
    /// All carried things, without names, alike ones counted together.
    RoomCarried,
    /// The points of all tables that have delivered.
    RoomPoints,
    /// The points of my own table.
    TablePoints,
    /// What my table, or the last one I sat at, has written in this item.
    TableText,
}

/// Whose turn it is, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turns {
    pub each: Seconds,
    /// A short answer by a listener after each turn.
    pub answer: Option<Seconds>,
    pub order: TurnOrder,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TurnOrder {
    /// Round the table in an order drawn for the step; the chair comes last; passing is allowed.
    Members,
    /// Table by table, in plenary.
    Tables,
}

impl Step {
    /// Makes a step that asks for nothing but attention.
    #[must_use]
    pub fn new(name: &str, mode: Mode, minutes: u32) -> Step {
        let seating = match mode {
            Mode::Alone | Mode::Plenary | Mode::Input | Mode::Break => Seating::Room,
            Mode::Pair => Seating::Pairs,
            Mode::Trio => Seating::Trios,
            Mode::Group => Seating::Groups,
        };
        Step {
            name: name.to_owned(),
            seconds: Minutes(minutes).seconds(),
            mode,
            seating,
            captures: vec![],
            shows: vec![],
            turns: None,
            round: None,
        }
    }

    #[must_use]
    pub fn lasting(mut self, seconds: Seconds) -> Step {
        self.seconds = seconds;
        self
    }

    #[must_use]
    pub fn seated(mut self, seating: Seating) -> Step {
        self.seating = seating;
        self
    }

    #[must_use]
    pub fn takes(mut self, capture: Capture) -> Step {
        self.captures.push(capture);
        self
    }

    #[must_use]
    pub fn shows(mut self, source: Source) -> Step {
        self.shows.push(source);
        self
    }

    #[must_use]
    pub fn in_turns(mut self, turns: Turns) -> Step {
        self.turns = Some(turns);
        self
    }

    #[must_use]
    pub fn round(mut self, number: u8, of: u8) -> Step {
        self.round = Some(Round { number, of });
        self
    }
}

impl Field {
    #[must_use]
    pub fn new(kind: Kind, count: u8) -> Field {
        Field { kind, count }
    }
}
