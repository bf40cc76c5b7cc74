//! Meetings and the codes people type to find them.

use std::fmt;

use kernel::ids::{MeetingId, OrgId, PlanVersion, TokenHash};
use sqlx::AssertSqlSafe;

use crate::access::{self, Grant};
use crate::db::{self, values};
use crate::outbox::{self, OutboxRow};
use crate::text::NulInText;
use crate::versions::{NewVersion, PLANS};
use crate::{Org, Result, Store};

/// Meetings in one list; older ones are found by other ways than scrolling.
pub const MEETINGS_LISTED_MAX: i64 = 1000;

/// Every column of a meeting, as [`MeetingRow`] reads them.
macro_rules! select {
    ($where:literal) => {
        concat!(
            "select org, id, code, title, created_at, ended_at, starts_at, lobby_until, ",
            "join_token from meeting ",
            $where
        )
    };
}

const ADD: &str = "insert into meeting \
    (org, id, code, title, created_at, starts_at, lobby_until, join_token) \
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (org, id) do nothing";
const ADD_HEAD: &str = "insert into log_head (org, meeting, seq) values ($1, $2, 0)";
const BY_CODE: &str = select!(
    "where code = $1 order by case when ended_at is null then 0 else 1 end, ended_at desc limit 1"
);
const BY_CODE_OF: &str = select!(
    "where code = $1 and exists (select 1 from access where token_hash = $2 \
    and access.org = meeting.org and access.meeting = meeting.id \
    and (expires_at is null or expires_at > $3)) \
    order by case when ended_at is null then 0 else 1 end, ended_at desc limit 1"
);
const NOT_OVER: &str = select!("where ended_at is null or ended_at > $1");
const BY_ID: &str = select!("where org = $1 and id = $2");
const NEWEST: &str = select!("where org = $1 order by created_at desc, id desc limit $2");
const CHANGE_CODE: &str =
    "update meeting set code = $3 where org = $1 and id = $2 and ended_at is null";
const FOLLOW_PLAN: &str =
    "update meeting set title = $3, starts_at = $4 where org = $1 and id = $2";
const NEW_SQUARE: &str = "update meeting set join_token = $3 where org = $1 and id = $2";
const HOLD_LOBBY: &str = "update meeting set lobby_until = $3 \
    where org = $1 and id = $2 and lobby_until < $3";
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
    /// As in [`MeetingRow`].
    pub starts_at: i64,
    pub lobby_until: i64,
    pub join_token: String,
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
    /// When the newest plan says that it starts; 0 where nobody has worked that out.
    pub starts_at: i64,
    /// Until when its lobby is held open, whatever the plan says.
    pub lobby_until: i64,
    /// What the square to scan carries; empty in a meeting that was made without.
    pub join_token: String,
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

    /// The meeting with the code that a token opens in any role now. What the code means to others
    /// is not looked up.
    pub async fn meeting_by_code_of(
        &self,
        code: &str,
        token: &TokenHash,
        now: i64,
    ) -> Result<Option<MeetingRow>> {
        Ok(self.db.row(BY_CODE_OF, values![code, token, now]).await?)
    }

    /// Every meeting that has not ended, or has ended after a moment.
    pub async fn meetings_not_over(&self, ended_after: i64) -> Result<Vec<MeetingRow>> {
        Ok(self.db.rows(NOT_OVER, values![ended_after]).await?)
    }
}

impl Org {
    /// Makes a meeting with its plan and with who may open it, whole or not at all.
    pub async fn create_meeting(&self, new: NewMeeting) -> Result<(), CreateError> {
        let NewMeeting { id, code, title, created_at, plan, access, outbox, .. } = &new;
        let (org, mut tx) = (&self.id, self.db().begin().await?);
        let NewMeeting { starts_at, lobby_until, join_token, .. } = &new;
        let row = values![org, id, code, title, *created_at, *starts_at, *lobby_until, join_token];
        let added = tx.execute(ADD, row).await?;
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

    /// Writes down what the newest plan says of the meeting itself: its title, and when it starts.
    /// Returns whether there is such a meeting.
    pub async fn follow_plan(&self, id: &MeetingId, title: &str, starts_at: i64) -> Result<bool> {
        Ok(self.db().execute(FOLLOW_PLAN, values![&self.id, id, title, starts_at]).await? > 0)
    }

    /// Lets the square to scan carry another token.
    pub async fn put_join_token(&self, id: &MeetingId, token: &str) -> Result<()> {
        self.db().execute(NEW_SQUARE, values![&self.id, id, token]).await?;
        Ok(())
    }

    /// Holds the lobby open until a moment, or longer when it is held longer already.
    pub async fn hold_lobby(&self, id: &MeetingId, until: i64) -> Result<()> {
        self.db().execute(HOLD_LOBBY, values![&self.id, id, until]).await?;
        Ok(())
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
