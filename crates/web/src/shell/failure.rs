//! Everything that can stand in the way of a request, in one enum.
//!
//! Handlers return it as it is. [`crate::shell::middleware`] turns it into a page or JSON in the reader's
//! language, since only the outermost layer knows both.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use meeting::refusal::Refusal;
use plan::edit;
use store::health::Outage;
use store::log::AppendError;

#[derive(Clone, Debug)]
pub enum Wrong {
    /// The meeting says no, and the text that was sent is given back.
    Refused {
        refusal: Refusal,
        yours: String,
    },
    /// An edit of the plan could not be made.
    NotEdited(edit::NotEdited),
    /// The plan still lacks what a meeting cannot start without.
    PlanUnfinished,
    /// Somebody removed the row that was being written in.
    RowGone {
        yours: String,
    },
    /// Not here, or not yours: nobody is told which.
    Missing,
    /// No open meeting has the code; what was typed stays in its field.
    NoSuchCode {
        typed: String,
    },
    /// The meeting with the code is over.
    MeetingOver,
    /// The square was scanned, or the link opened, before the day of the meeting.
    NotOpenYet,
    DoorLocked,
    TooLarge,
    /// The body stood still, or came more slowly than one may send.
    TooSlow,
    /// The request came from a page of somebody else's.
    OtherSite,
    /// A field is missing or cannot be read.
    Unreadable {
        field: &'static str,
    },
    /// The server has too much to do; seconds until it is worth trying again.
    Busy {
        retry_s: u32,
    },
    TooManyTries {
        retry_s: u32,
    },
    /// A seat writes faster than anybody types; the same text is taken in a while.
    TooFast {
        retry_s: u32,
    },
    /// The device has as many open streams as one may have.
    TooManyStreams {
        retry_s: u32,
    },
    /// The database cannot be read just now, and the log has said why.
    NotRead,
    /// Nothing can be stored just now, as when the disk is full, and the log has said why.
    NotStored,
    Ours(Arc<anyhow::Error>),
}

/// When it is worth trying again in an outage: writing comes back within five seconds.
const OUTAGE_RETRY_S: u32 = 5;

impl Wrong {
    /// Returns what a failure is to somebody who only reads.
    #[must_use]
    pub fn of_a_read(self) -> Wrong {
        if self.is_outage() { Wrong::NotRead } else { self }
    }

    /// Returns what a failure is to somebody who wanted something stored.
    #[must_use]
    pub fn of_a_write(self) -> Wrong {
        if self.is_outage() { Wrong::NotStored } else { self }
    }

    /// Whether the database is at fault, which the log says once and not for each request.
    #[must_use]
    pub fn is_outage(&self) -> bool {
        matches!(self, Wrong::Ours(why) if Outage::is_in(why))
    }

    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Wrong::Refused { refusal: Refusal::Changed { .. }, .. } | Wrong::PlanUnfinished => {
                StatusCode::CONFLICT
            }
            Wrong::Refused { .. }
            | Wrong::Unreadable { .. }
            | Wrong::NotEdited(_)
            | Wrong::RowGone { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Wrong::Missing | Wrong::NoSuchCode { .. } => StatusCode::NOT_FOUND,
            Wrong::NotOpenYet => StatusCode::CONFLICT,
            Wrong::MeetingOver => StatusCode::GONE,
            Wrong::DoorLocked => StatusCode::LOCKED,
            Wrong::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Wrong::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Wrong::OtherSite => StatusCode::FORBIDDEN,
            Wrong::Busy { .. } | Wrong::NotRead | Wrong::NotStored => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Wrong::TooManyTries { .. } | Wrong::TooFast { .. } | Wrong::TooManyStreams { .. } => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Wrong::Ours(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Returns the stable code for machines.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Wrong::Refused { refusal, .. } => refusal.key(),
            Wrong::NotEdited(refusal) => edit_key(refusal).0,
            Wrong::RowGone { .. } => "row-gone",
            Wrong::PlanUnfinished => "plan-unfinished",
            Wrong::Missing => "missing",
            Wrong::NoSuchCode { .. } => "no-such-code",
            Wrong::NotOpenYet => "not-open-yet",
            Wrong::MeetingOver => "meeting-over",
            Wrong::DoorLocked => "door-locked",
            Wrong::TooLarge => "too-large",
            Wrong::TooSlow => "too-slow",
            Wrong::OtherSite => "other-site",
            Wrong::Unreadable { .. } => "unreadable",
            Wrong::Busy { .. } => "busy",
            Wrong::TooManyTries { .. } => "too-many-tries",
            Wrong::TooFast { .. } => "too-fast",
            Wrong::TooManyStreams { .. } => "too-many-streams",
            Wrong::NotRead => "not-read",
            Wrong::NotStored => "not-stored",
            Wrong::Ours(_) => "ours",
        }
    }

    /// Returns the keys of its title and text, where the meeting's own words do not serve.
    #[must_use]
    pub fn text_keys(&self) -> (&'static str, &'static str) {
        match self {
            Wrong::Refused { .. } | Wrong::DoorLocked => ("", ""),
            Wrong::NotEdited(refusal) => (edit_key(refusal).1, edit_key(refusal).2),
            Wrong::RowGone { .. } => ("row-gone-title", "row-gone"),
            Wrong::PlanUnfinished => ("plan-unfinished-title", "plan-unfinished"),
            Wrong::Missing => ("wrong-missing-title", "wrong-missing"),
            Wrong::NoSuchCode { .. } => ("wrong-no-such-code-title", "wrong-no-such-code"),
            Wrong::NotOpenYet => ("wrong-not-open-yet-title", "wrong-not-open-yet"),
            Wrong::MeetingOver => ("wrong-meeting-over-title", "wrong-meeting-over"),
            Wrong::TooLarge => ("wrong-too-large-title", "wrong-too-large"),
            Wrong::TooSlow => ("wrong-too-slow-title", "wrong-too-slow"),
            Wrong::OtherSite => ("wrong-other-site-title", "wrong-other-site"),
            Wrong::Unreadable { .. } => ("wrong-unreadable-title", "wrong-unreadable"),
            Wrong::Busy { .. } => ("wrong-busy-title", "wrong-busy"),
            Wrong::TooManyTries { .. } => ("wrong-too-many-tries-title", "wrong-too-many-tries"),
            Wrong::TooFast { .. } => ("wrong-too-fast-title", "wrong-too-fast"),
            Wrong::TooManyStreams { .. } => {
                ("wrong-too-many-streams-title", "wrong-too-many-streams")
            }
            Wrong::NotRead => ("wrong-not-read-title", "wrong-not-read"),
            Wrong::NotStored => ("wrong-not-stored-title", "wrong-not-stored"),
            Wrong::Ours(_) => ("wrong-ours-title", "wrong-ours"),
        }
    }

    /// Returns the meeting's refusal, if it is one or reads as one.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        match self {
            Wrong::Refused { refusal, .. } => Some(refusal.clone()),
            Wrong::DoorLocked => Some(Refusal::DoorLocked),
            Wrong::NotEdited(_)
            | Wrong::RowGone { .. }
            | Wrong::PlanUnfinished
            | Wrong::Missing
            | Wrong::NoSuchCode { .. }
            | Wrong::NotOpenYet
            | Wrong::MeetingOver
            | Wrong::TooLarge
            | Wrong::TooSlow
            | Wrong::OtherSite
            | Wrong::Unreadable { .. }
            | Wrong::Busy { .. }
            | Wrong::TooManyTries { .. }
            | Wrong::TooFast { .. }
            | Wrong::TooManyStreams { .. }
            | Wrong::NotRead
            | Wrong::NotStored
            | Wrong::Ours(_) => None,
        }
    }

    #[must_use]
    pub fn retry_s(&self) -> Option<u32> {
        match self {
            Wrong::Busy { retry_s }
            | Wrong::TooManyTries { retry_s }
            | Wrong::TooFast { retry_s }
            | Wrong::TooManyStreams { retry_s } => Some(*retry_s),
            Wrong::NotRead | Wrong::NotStored => Some(OUTAGE_RETRY_S),
            Wrong::Refused { .. }
            | Wrong::NotEdited(_)
            | Wrong::RowGone { .. }
            | Wrong::PlanUnfinished
            | Wrong::Missing
            | Wrong::NoSuchCode { .. }
            | Wrong::NotOpenYet
            | Wrong::MeetingOver
            | Wrong::DoorLocked
            | Wrong::TooLarge
            | Wrong::TooSlow
            | Wrong::OtherSite
            | Wrong::Unreadable { .. }
            | Wrong::Ours(_) => None,
        }
    }

    /// Returns a refusal that carries no text of its sender's.
    #[must_use]
    pub fn refused(refusal: Refusal) -> Wrong {
        Wrong::Refused { refusal, yours: String::new() }
    }
}

/// The code of an edit's refusal, and the keys of its title and text.
fn edit_key(refusal: &edit::NotEdited) -> (&'static str, &'static str, &'static str) {
    use edit::NotEdited as No;
    match refusal {
        No::ItemGone => ("item-gone", "edit-gone-title", "edit-gone"),
        No::PreparationGone => ("preparation-gone", "edit-gone-title", "edit-gone"),
        No::StepGone => ("part-gone", "edit-gone-title", "edit-gone"),
        No::QuestionGone => ("question-gone", "edit-gone-title", "edit-gone"),
        No::FindingGone => ("finding-gone", "edit-gone-title", "edit-gone"),
        No::RuleUnknown => ("rule-unknown", "edit-unreadable-title", "edit-unreadable"),
        No::Unreadable { .. } => ("unreadable", "edit-unreadable-title", "edit-unreadable"),
        No::ToolUnknown { .. } => ("tool-unknown", "edit-tool-title", "edit-tool"),
        No::TooManyItems { .. } => ("too-many-items", "edit-full-title", "edit-full"),
        No::MinutesOutside { .. } => ("minutes-outside", "edit-minutes-title", "edit-minutes"),
        No::NothingToJoin => ("nothing-to-join", "edit-join-title", "edit-join"),
        No::TooShortToSplit => ("too-short-to-split", "edit-split-title", "edit-split"),
        No::TimesMissing => ("times-missing", "edit-times-title", "edit-times"),
        No::AllLocked { .. } => ("all-locked", "edit-locked-title", "edit-locked"),
        No::NothingToShare => ("nothing-to-share", "edit-share-title", "edit-share"),
        No::ReasonMissing => ("reason-missing", "edit-reason-title", "edit-reason"),
        No::ReasonTooLong => ("reason-too-long", "edit-reason-title", "edit-reason"),
    }
}

impl From<anyhow::Error> for Wrong {
    fn from(why: anyhow::Error) -> Wrong {
        Wrong::Ours(Arc::new(why))
    }
}

impl From<AppendError> for Wrong {
    fn from(why: AppendError) -> Wrong {
        match why {
            AppendError::Busy | AppendError::Moved { .. } | AppendError::Repeated { .. } => {
                Wrong::Busy { retry_s: 1 }
            }
            AppendError::Missing => Wrong::Missing,
            AppendError::NulInText => Wrong::Unreadable { field: "text" },
            AppendError::Failed(why) => Wrong::from(why.context("a fact was not stored")),
        }
    }
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
