//! Edits that answer a finding.
//!
//! [`apply`] makes a new draft and leaves the old one alone, so undo is to keep the old one.
//! Words that an edit writes into the plan come from the text files, in the planner's language.

mod apply;

use super::Place;
use crate::questions::Frame;
use kernel::local::When;

pub use apply::apply;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Writes the opening «Vi møtes for å …», which does not yet count as a purpose.
    StartPurpose,
    NameResult(Outcome),
    /// Keeps the first goals; the others go to the notes.
    KeepGoals {
        most: usize,
    },
    /// Writes the beginning of a sentence in each of the two frames, which does not yet count.
    StartFrames,
    /// Calls an item administration.
    CallAdministration {
        item: usize,
    },
    /// What only informs becomes something to read before the meeting.
    InformBefore,
    /// Takes the leader off an item, for someone else to take.
    GiveAway {
        item: usize,
    },
    SkipPrep,
    AddPrep(PrepIdea),
    /// The usual program: last time, alone and in groups, the way forward.
    StartProgram,
    SetGoal {
        item: usize,
        aim: ItemAim,
    },
    /// Gives the minutes that are left to the items that have none.
    ShareMinutes,
    SetEnd(When),
    /// Takes a fair share from every item that is not locked, the last odd minutes from the longest.
    Shorten,
    /// Gives the parts of an item their minutes.
    TimeSteps {
        item: usize,
    },
    /// Gives an item the minutes that its way of working takes.
    GiveMinutes {
        item: usize,
        minutes: u32,
    },
    Insert {
        at: usize,
        piece: Piece,
    },
    UsePrep {
        item: usize,
    },
    /// Moves the reading into the meeting: ten minutes alone, first.
    PrepareInMeeting {
        task: usize,
        most: u32,
    },
    MoveDue {
        task: usize,
    },
    /// Puts two minutes with a neighbour between stretches of at most `most` minutes.
    BreakTalk {
        item: usize,
        most: u32,
    },
    ThinkFirst {
        item: usize,
    },
    Ask {
        item: usize,
        from: Bank,
    },
    Reframe {
        item: usize,
        question: usize,
        frame: Frame,
    },
    /// Takes the leading words out of a question.
    Unload {
        item: usize,
        question: usize,
    },
    SplitQuestion {
        item: usize,
        question: usize,
    },
    /// Keeps the first questions; the others are for another day.
    KeepQuestions {
        item: usize,
        most: usize,
    },
    UseTool {
        item: usize,
        tool: &'static str,
    },
    /// Returns to what was listened for or carried on.
    Return {
        item: usize,
    },
    MakeGroups,
    DrawRoles,
    OtherChair,
    /// Development first, administration after; nothing is dropped.
    DevelopmentFirst,
    /// Administration becomes something to read before the meeting.
    MakeNotices,
    StrengthFirst(Place),
    Challenge {
        item: usize,
    },
    ReporterMinutes {
        item: usize,
        each: u32,
    },
    PlanTrial,
    Spread,
    Collect {
        item: usize,
    },
    DoNotCollect {
        item: usize,
    },
    Channel,
    Evaluate,
    Show,
}

impl Remedy {
    /// Its key in the text files.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::StartPurpose => "start-purpose",
            Self::NameResult(outcome) => outcome.key(),
            Self::KeepGoals { .. } => "keep-goals",
            Self::StartFrames => "start-frames",
            Self::CallAdministration { .. } => "call-administration",
            Self::InformBefore => "inform-before",
            Self::GiveAway { .. } => "give-away",
            Self::SkipPrep => "skip-prep",
            Self::AddPrep(idea) => idea.key(),
            Self::StartProgram => "start-program",
            Self::SetGoal { aim, .. } => aim.key(),
            Self::ShareMinutes => "share-minutes",
            Self::SetEnd(_) => "set-end",
            Self::Shorten => "shorten",
            Self::TimeSteps { .. } => "time-steps",
            Self::GiveMinutes { .. } => "give-minutes",
            Self::Insert { piece, .. } => piece.key(),
            Self::UsePrep { .. } => "use-prep",
            Self::PrepareInMeeting { .. } => "prepare-in-meeting",
            Self::MoveDue { .. } => "move-due",
            Self::BreakTalk { .. } => "break-talk",
            Self::ThinkFirst { .. } => "think-first",
            Self::Ask { from, .. } => from.key(),
            Self::Reframe { frame, .. } => frame.key(),
            Self::Unload { .. } => "unload",
            Self::SplitQuestion { .. } => "split-question",
            Self::KeepQuestions { .. } => "keep-questions",
            Self::UseTool { .. } => "use-tool",
            Self::Return { .. } => "return",
            Self::MakeGroups => "make-groups",
            Self::DrawRoles => "draw-roles",
            Self::OtherChair => "other-chair",
            Self::DevelopmentFirst => "development-first",
            Self::MakeNotices => "make-notices",
            Self::StrengthFirst(_) => "strength-first",
            Self::Challenge { .. } => "challenge",
            Self::ReporterMinutes { .. } => "reporter-minutes",
            Self::PlanTrial => "plan-trial",
            Self::Spread => "spread",
            Self::Collect { .. } => "collect",
            Self::DoNotCollect { .. } => "do-not-collect",
            Self::Channel => "channel",
            Self::Evaluate => "evaluate",
            Self::Show => "show",
        }
    }
}

/// A choice with a text of its own.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($variant),+
        }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its key in the text files.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key),+
                }
            }
        }
    };
}

choice! {
    /// What a meeting may leave behind.
    Outcome {
        Points = "outcome-points",
        Plan = "outcome-plan",
        Understanding = "outcome-understanding",
        Grounds = "outcome-grounds",
        Trial = "outcome-trial",
    }
}

choice! {
    /// Tasks people can do before a meeting.
    PrepIdea {
        TwoAndOne = "prep-two-and-one",
        Moments = "prep-moments",
        Object = "prep-object",
        Story = "prep-story",
    }
}

choice! {
    /// What an item may be for.
    ItemAim {
        Share = "aim-share",
        Understand = "aim-understand",
        Choose = "aim-choose",
    }
}

choice! {
    /// Something to put into a program.
    Piece {
        Break = "piece-break",
        Igp = "piece-igp",
        SpeedDate = "piece-speed-date",
        Opening = "piece-opening",
        WayForward = "piece-way-forward",
    }
}

choice! {
    /// Questions to start from, by what they are for.
    Bank {
        Explore = "bank-explore",
        Strengths = "bank-strengths",
        Practice = "bank-practice",
        Links = "bank-links",
        Forward = "bank-forward",
    }
}

impl Bank {
    /// Its name in addresses and in the files of the bank: `explore`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.key().trim_start_matches("bank-")
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Bank> {
        Bank::ALL.iter().copied().find(|bank| bank.name() == name)
    }
}
