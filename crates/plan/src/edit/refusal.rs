//! Why an edit could not be made. The words are the screen's.

use serde::Serialize;

/// What is in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "code")]
pub enum NotEdited {
    /// The button's value is none that is known.
    Unreadable {
        edit: String,
    },
    /// Somebody has removed the row since the page was made.
    ItemGone,
    PreparationGone,
    StepGone,
    QuestionGone,
    /// The advice no longer finds this, so there is nothing to mend.
    FindingGone,
    RuleUnknown,
    ToolUnknown {
        tool: String,
    },
    TooManyItems {
        most: usize,
    },
    /// The minutes of a row go from 1 to this.
    MinutesOutside {
        most: u32,
    },
    /// There is no row after it.
    NothingToJoin,
    /// One minute cannot be parted.
    TooShortToSplit,
    /// Without a start and an end there is nothing to fit the program to.
    TimesMissing,
    /// Everything that is left is locked; the program is still so many minutes too long.
    AllLocked {
        over: u32,
    },
    /// Every row has its minutes.
    NothingToShare,
    /// A reason is asked for, in one line.
    ReasonMissing,
    /// The reason is longer than a line.
    ReasonTooLong,
}
