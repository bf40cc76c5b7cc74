//! What an edit did, as figures. The words are the screen's.

use crate::document::ItemKind;
use kernel::step::Mode;

/// What was done. Places are counted from 1, as people count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// «Speed-date er flyttet til plass 2 av 5».
    Moved {
        title: String,
        place: usize,
        of: usize,
    },
    /// It stood there already.
    Unmoved {
        title: String,
        place: usize,
        of: usize,
    },
    Removed {
        title: String,
    },
    Added {
        title: String,
        place: usize,
        of: usize,
    },
    Duplicated {
        title: String,
        place: usize,
        of: usize,
    },
    Split {
        title: String,
        first: u32,
        second: u32,
    },
    Joined {
        title: String,
        with: String,
        minutes: u32,
    },
    MinutesSet {
        title: String,
        from: u32,
        to: u32,
    },
    /// `at` is a minute after midnight.
    StartLocked {
        title: String,
        at: u32,
    },
    StartUnlocked {
        title: String,
    },
    MinutesLocked {
        title: String,
    },
    MinutesUnlocked {
        title: String,
    },
    /// The program is so many minutes shorter, and still so many too long.
    Shortened {
        minutes: u32,
        over: u32,
    },
    /// So many rows got so many minutes together.
    Shared {
        items: usize,
        minutes: u32,
    },
    KindSet {
        title: String,
        kind: ItemKind,
    },
    ToolUsed {
        title: String,
        tool: String,
    },
    StepAdded {
        title: String,
        mode: Mode,
        steps: usize,
    },
    StepRemoved {
        title: String,
        steps: usize,
    },
    /// The steps of the way of working are the row's own now.
    StepsOwned {
        title: String,
        steps: usize,
    },
    PreparationAdded {
        id: String,
    },
    PreparationRemoved,
    PreparationUsed {
        title: String,
    },
    PreparationUnused {
        title: String,
    },
    OpenEnough {
        question: String,
    },
    /// A question of the bank stands in the row.
    Asked {
        title: String,
        question: &'static str,
    },
    MadeNotice,
    CalledOff,
    TakenUp,
}
