//! Why a wish was not granted. Each has a text in every language under `refusal-{key}`.

use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "code")]
pub enum Refusal {
    /// The leader's to do.
    LeaderOnly,
    /// Only from a seat in the meeting.
    SeatOnly,
    NotOpen,
    NotStarted,
    Over,
    DoorLocked,
    RoomFull,
    /// The leader has put this device out of the meeting.
    PutOut,
    TooManyClaims,
    NameMissing,
    NoSuchSeat,
    NoSuchTable,
    NoSuchText,
    NotYours,
    /// This step has no such field.
    NothingToWrite,
    EmptyText,
    TextTooLong,
    TooMany,
    /// Someone at the table wrote meanwhile; `theirs` is what stands, `version` its count.
    Changed {
        theirs: String,
        version: u32,
    },
    /// Not every member of the table stands behind every point.
    NotAllStand,
    NothingToDeliver,
    NoRoleToPass,
    NotDeputy,
    LeaderIsHere,
    NothingToSkip,
    /// The item has begun, or there is no such item to come.
    NothingToMove,
    /// Something else has been written where the text stood.
    FieldTaken,
    /// The goals are asked about when the meeting closes.
    NotAskedNow,
    TooFewPeople,
    DateUnreadable,
}

impl Refusal {
    /// Returns the last part of the text key, which is also the stable code for machines.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Refusal::LeaderOnly => "leader-only",
            Refusal::SeatOnly => "seat-only",
            Refusal::NotOpen => "not-open",
            Refusal::NotStarted => "not-started",
            Refusal::Over => "over",
            Refusal::DoorLocked => "door-locked",
            Refusal::RoomFull => "room-full",
            Refusal::PutOut => "put-out",
            Refusal::TooManyClaims => "too-many-claims",
            Refusal::NameMissing => "name-missing",
            Refusal::NoSuchSeat => "no-such-seat",
            Refusal::NoSuchTable => "no-such-table",
            Refusal::NoSuchText => "no-such-text",
            Refusal::NotYours => "not-yours",
            Refusal::NothingToWrite => "nothing-to-write",
            Refusal::EmptyText => "empty-text",
            Refusal::TextTooLong => "text-too-long",
            Refusal::TooMany => "too-many",
            Refusal::Changed { .. } => "changed",
            Refusal::NotAllStand => "not-all-stand",
            Refusal::NothingToDeliver => "nothing-to-deliver",
            Refusal::NoRoleToPass => "no-role-to-pass",
            Refusal::NotDeputy => "not-deputy",
            Refusal::LeaderIsHere => "leader-is-here",
            Refusal::NothingToSkip => "nothing-to-skip",
            Refusal::NothingToMove => "nothing-to-move",
            Refusal::FieldTaken => "field-taken",
            Refusal::NotAskedNow => "not-asked-now",
            Refusal::TooFewPeople => "too-few-people",
            Refusal::DateUnreadable => "date-unreadable",
        }
    }
}
