//! A row of the program, its own steps, and what people do before they come.

use kernel::step::{Capture, Mode};
use serde::{Deserialize, Serialize};

/// A row of the program: hva, mål, and how long.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own in the document")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    pub title: String,
    pub goal: String,
    pub minutes: u32,
    /// The name of a way of working in the catalogue.
    pub tool: String,
    /// Name, and affiliation after a comma: «Kari Nes, Nordvika skole».
    pub presenters: Vec<String>,
    pub questions: Vec<String>,
    /// Listening orders, dealt round the room: one per third when there are three.
    pub orders: Vec<String>,
    /// The preparation that this item uses has been done before the meeting.
    pub prepared: bool,
    /// Unique in the plan and never used again, so that an edit finds its row after others have
    /// moved it. Empty only in documents that [`super::Plan::with_ids`] has not seen.
    pub id: String,
    pub kind: ItemKind,
    /// The kind was guessed from an old agenda, and is shown as a guess.
    pub kind_guessed: bool,
    /// A locked start as `14:30`; empty when the row starts where the one before it ends.
    pub starts_at: String,
    /// Shortening leaves the minutes alone.
    pub minutes_locked: bool,
    /// The steps of a way of working that the planner has put together. When there are any they
    /// are run instead of those of `tool`.
    #[serde(rename = "parts")]
    pub own_steps: Vec<OwnStep>,
    /// Who this is for, when it is not for all.
    pub audience: String,
    /// Questions that the planner has called open enough, by their words: a new wording is
    /// looked at anew.
    pub open_enough: Vec<String>,
    /// The id of the row where the listening orders are taken up again.
    pub returns_at: String,
    /// What is collected and how, in words.
    pub capture: String,
    /// Why nothing is collected.
    pub no_capture: String,
    /// Minutes for each reporter; 0 when not said.
    pub reporter_minutes: u32,
    /// It opens with what came out of the last meeting.
    pub links_previous: bool,
    /// Who does what and when is written down here.
    pub commitments: bool,
    pub evaluation: bool,
}

impl Item {
    /// Returns the minutes that the row takes of the meeting. Something to read takes none.
    #[must_use]
    pub fn minutes_in_meeting(&self) -> u32 {
        if self.kind == ItemKind::Notice { 0 } else { self.minutes }
    }

    /// Returns the name that the texts of the row's steps begin with.
    #[must_use]
    pub fn steps_are_of(&self) -> &str {
        if self.own_steps.is_empty() { &self.tool } else { OWN }
    }

    /// Returns the name of what the row is worked with: its way of working, or steps of its own.
    #[must_use]
    pub fn worked_with(&self) -> &str {
        if self.tool.is_empty() { self.steps_are_of() } else { &self.tool }
    }
}

/// The name of steps that are the planner's own, where a way of working has its name.
pub const OWN: &str = "own";

/// What a row of the program is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    #[default]
    Development,
    Administration,
    /// Something to read before or after; it takes no time in the meeting's advice.
    Notice,
    Pause,
}

/// One step of a way of working that the planner has put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnStep {
    /// Unique in the plan, as an item's is. Empty only in documents that [`super::Plan::with_ids`]
    /// has not seen, and in a step on its way into a plan.
    #[serde(default)]
    pub id: String,
    pub mode: Mode,
    pub minutes: u32,
    /// What people do, in a sentence.
    #[serde(default)]
    pub says: String,
    #[serde(default)]
    pub captures: Vec<Capture>,
    /// This step asks for objections.
    #[serde(default)]
    pub challenge: bool,
}

impl OwnStep {
    /// Returns a step that says and takes nothing yet.
    #[must_use]
    pub fn new(mode: Mode, minutes: u32) -> OwnStep {
        let (id, says) = (String::new(), String::new());
        OwnStep { id, mode, minutes, says, captures: vec![], challenge: false }
    }
}

/// What people do before they come, and where it is used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preparation {
    pub instruction: String,
    pub minutes: u32,
    pub starters: Vec<String>,
    /// Positions of the items that use it, counted from 0, in documents without ids. Read through
    /// [`super::Plan::with_ids`], which turns them into `used_by`.
    pub used_in: Vec<usize>,
    pub id: String,
    /// Ids of the items that use it.
    pub used_by: Vec<String>,
    /// Local date and time; empty when not set.
    pub due_at: String,
    /// The planner has called the instruction open enough, in these words.
    pub open_enough: String,
}
