//! Meetings and the codes people type to find them.

use std::fmt;

use kernel::ids::{MeetingId, OrgId, PlanVersion};
use sqlx::AssertSqlSafe;

use crate::access::{self, Grant};
use crate::db::{self, values};
use crate::outbox::{self, OutboxRow};
use crate::text::NulInText;
use crate::versions::{NewVersion, PLANS};
use crate::{Org, Result, Store};

/// Meetings in one list; older ones are found by other ways than scrolling.
pub const MEETINGS_LISTED_MAX: i64 = 1000;

const ADD: &str = "insert into meeting (org, id, code, title, created_at) \
    values ($1, $2, $3, $4, $5) on conflict (org, id) do nothing";
const ADD_HEAD: &str = "insert into log_head (org, meeting, seq) values ($1, $2, 0)";
const BY_CODE: &str = "select org, id, code, title, created_at, ended_at from meeting \
    where code = $1 order by case when ended_at is null then 0 else 1 end, ended_at desc limit 1";
const BY_ID: &str = "select org, id, code, title, created_at, ended_at from meeting \
    where org = $1 and id = $2";
const NEWEST: &str = "select org, id, code, title, created_at, ended_at from meeting \
    where org = $1 order by created_at desc, id desc limit $2";
const CHANGE_CODE: &str =
    "update meeting set code = $3 where org = $1 and id = $2 and ended_at is null";
const RETITLE: &str = "update meeting set title = $3 where org = $1 and id = $2";
const SETTLE: &str = "update meeting set ended_at = $3 where org = $1 and id = $2";
const HEAD: &str = "select seq from log_head where org = $1 and meeting = $2";
const ANOTHER_OVER: &str = "select id from meeting \
    where org = $1 and id <> $2 and ended_at is not null limit 1";

#[derive(Clone, Debug)]
pub struct NewMeeting {
    pub id: MeetingId,
    /// Six digits.
    pub code: String,
    pub title: String,
    pub created_at: i64,
    /// The first version of the plan, as JSON.
    pub plan: String,
    pub access: Vec<Grant>,
    pub outbox: Vec<OutboxRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MeetingRow {
    #[sqlx(try_from = "String")]
    pub org: OrgId,
    #[sqlx(try_from = "String")]
    pub id: MeetingId,
    pub code: String,
    pub title: String,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

/// The meeting was not made.
#[derive(Debug)]
pub enum CreateError {
    /// Another open meeting has the code, maybe in another organisation: draw a new one.
    CodeTaken,
    /// The organisation has a meeting with this id, so this is a repetition.
    Exists,
    /// A text holds U+0000.
    NulInText,
    Failed(anyhow::Error),
}

/// What became of writing down whether a meeting has ended. Only `Done` wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    Done,
    /// The log has grown since: look again.
    Moved,
    /// The meeting goes on, and another open one has its code by now.
    CodeTaken,
}

/// The code was not changed.
#[derive(Debug)]
pub enum CodeError {
    /// Another open meeting has the code, maybe in another organisation: draw a new one.
    Taken,
    /// The organisation has no open meeting with this id.
    Missing,
    Failed(anyhow::Error),
}

impl From<sqlx::Error> for CreateError {
    fn from(why: sqlx::Error) -> Self {
        if db::is_taken(&why) {
            return Self::CodeTaken;
        }
        let why = anyhow::Error::from(why);
        if NulInText::is_in(&why) { Self::NulInText } else { Self::Failed(why) }
    }
}

impl From<sqlx::Error> for CodeError {
    fn from(why: sqlx::Error) -> Self {
        if db::is_taken(&why) { Self::Taken } else { Self::Failed(why.into()) }
    }
}

impl fmt::Display for CreateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CodeTaken => f.write_str("another open meeting has the code"),
            Self::Exists => f.write_str("the meeting exists"),
            Self::NulInText => NulInText.fmt(f),
            Self::Failed(why) => write!(f, "the meeting was not made: {why:#}"),
        }
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken => f.write_str("another open meeting has the code"),
            Self::Missing => f.write_str("there is no such open meeting"),
            Self::Failed(why) => write!(f, "the code was not changed: {why:#}"),
        }
    }
}

impl std::error::Error for CreateError {}
impl std::error::Error for CodeError {}

impl Store {
    /// The open meeting with the code, or else the one with it that ended last.
    ///
    /// How long an ended meeting is still spoken of is for the caller to say.
    pub async fn meeting_by_code(&self, code: &str) -> Result<Option<MeetingRow>> {
        Ok(self.db.row(BY_CODE, values![code]).await?)
    }
}

impl Org {
    /// Makes a meeting with its plan and with who may open it, whole or not at all.
    pub async fn create_meeting(&self, new: NewMeeting) -> Result<(), CreateError> {
        let NewMeeting { id, code, title, created_at, plan, access, outbox } = &new;
        let (org, mut tx) = (&self.id, self.db().begin().await?);
        let added = tx.execute(ADD, values![org, id, code, title, *created_at]).await?;
        if added == 0 {
            return Err(CreateError::Exists);
        }
        tx.execute(ADD_HEAD, values![org, id]).await?;
        let (meeting, body, at) = (id, plan, *created_at);
        let first = NewVersion { meeting, expected_version: PlanVersion(0), body, at, op: None };
        PLANS.save(&mut tx, org, &first).await?;
        let granted: Vec<_> = access.iter().map(|grant| (org, grant)).collect();
        access::add(&mut tx, &granted).await?;
        let wanted: Vec<_> = outbox.iter().map(|row| (org, row)).collect();
        outbox::add(&mut tx, &wanted).await?;
        tx.commit().await?;
        Ok(())
    }

    pub async fn meeting(&self, id: &MeetingId) -> Result<Option<MeetingRow>> {
        Ok(self.db().row(BY_ID, values![&self.id, id]).await?)
    }

    /// The newest meetings first, at most [`MEETINGS_LISTED_MAX`].
    pub async fn meetings(&self) -> Result<Vec<MeetingRow>> {
        Ok(self.db().rows(NEWEST, values![&self.id, MEETINGS_LISTED_MAX]).await?)
    }

    /// Tells whether the organisation has a meeting that is over, besides this one.
    pub async fn is_another_over(&self, but: &MeetingId) -> Result<bool> {
        Ok(self.db().row::<(String,)>(ANOTHER_OVER, values![&self.id, but]).await?.is_some())
    }

    /// Gives an open meeting another code; the old one is free at once.
    pub async fn change_code(&self, id: &MeetingId, code: &str) -> Result<(), CodeError> {
        let changed = self.db().execute(CHANGE_CODE, values![&self.id, id, code]).await?;
        if changed == 0 { Err(CodeError::Missing) } else { Ok(()) }
    }

    /// Returns whether there is such a meeting.
    pub async fn change_title(&self, id: &MeetingId, title: &str) -> Result<bool> {
        Ok(self.db().execute(RETITLE, values![&self.id, id, title]).await? > 0)
    }

    /// Writes down what the log says at its fact `seq`: when the meeting ended, which frees its
    /// code, or that it goes on. A log that has grown meanwhile is locked out, so that of two who
    /// settle a meeting the one that knows more has the last word.
    pub async fn settle_end(
        &self,
        id: &MeetingId,
        seq: i64,
        ended_at: Option<i64>,
    ) -> Result<Settled> {
        let mut tx = self.db().begin().await?;
        let head = format!("{HEAD}{}", tx.locking("log_head"));
        let head = tx.rows::<(i64,)>(AssertSqlSafe(head), values![&self.id, id]).await?;
        if head.first() != Some(&(seq,)) {
            return Ok(Settled::Moved);
        }
        match tx.execute(SETTLE, values![&self.id, id, ended_at]).await {
            Ok(_) => (),
            Err(why) if db::is_taken(&why) => return Ok(Settled::CodeTaken),
            Err(why) => return Err(why.into()),
        }
        tx.commit().await?;
        Ok(Settled::Done)
    }
}
