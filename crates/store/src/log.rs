//! The facts of a live meeting, numbered 1, 2, 3 … in the order they were committed.
//!
//! **Invariant `no-gaps`:** a batch gets the numbers right after the newest fact, or nothing of it is stored.
//! Held by the lock on `log_head` and by the key of `fact`.

use std::collections::BTreeSet;
use std::fmt;

use anyhow::anyhow;
use kernel::ids::{MeetingId, OpId};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::oneshot;

use crate::access::Grant;
use crate::db::values;
use crate::outbox::OutboxRow;
use crate::sums::{self, FactRow};
use crate::text::NulInText;
use crate::writer::Errand;
use crate::{Org, Result, Store};

const FACTS_AFTER: &str = "select seq, at, body, sum from fact \
    where org = $1 and meeting = $2 and seq > $3 order by seq";
const LAST_SEQ: &str = "select seq from log_head where org = $1 and meeting = $2";
const OPS: &str = "select id, answer from op where org = $1 and meeting = $2 order by at, id";
const NEWEST_AT: &str = "select max(fact.at) from meeting \
    join log_head on log_head.org = meeting.org and log_head.meeting = meeting.id \
    join fact on fact.org = log_head.org and fact.meeting = log_head.meeting \
        and fact.seq = log_head.seq \
    where meeting.ended_at is null";
pub(crate) const ANSWER: &str = "select answer from op where org = $1 and meeting = $2 and id = $3";

/// What one decision of a meeting's host brings, stored whole or not at all.
#[derive(Clone, Debug)]
pub struct Append {
    pub meeting: MeetingId,
    /// The number of the newest fact the decision was made on.
    pub expected_seq: i64,
    pub at: i64,
    /// JSON, one text a fact. May be empty, to keep only an answer.
    pub facts: Vec<String>,
    pub ops: Vec<Op>,
    pub access: Vec<Grant>,
    pub outbox: Vec<OutboxRow>,
}

/// An operation that a client named, with what it was answered.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Op {
    #[sqlx(try_from = "String")]
    pub id: OpId,
    pub answer: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub seq: i64,
    pub at: i64,
    pub body: String,
}

/// The batch is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The number of the newest fact after the batch.
    pub seq: i64,
}

/// Nothing of the batch is stored.
#[derive(Debug)]
pub enum AppendError {
    /// The meeting has moved on: read the facts after the expected number and decide again.
    Moved {
        seq: i64,
    },
    /// An operation of the batch was stored before, with this answer. Take it out and try the rest.
    Repeated {
        op: OpId,
        answer: String,
    },
    /// No such meeting in the organisation.
    Missing,
    /// A text holds U+0000.
    NulInText,
    /// The queue is full; come back in a second.
    Busy,
    Failed(anyhow::Error),
}

impl fmt::Display for AppendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moved { seq } => write!(f, "the meeting has moved on to fact {seq}"),
            Self::Repeated { op, .. } => write!(f, "the operation {op} was stored before"),
            Self::Missing => f.write_str("there is no such meeting"),
            Self::NulInText => NulInText.fmt(f),
            Self::Busy => f.write_str("the writer's queue is full"),
            Self::Failed(why) => write!(f, "not stored: {why:#}"),
        }
    }
}

impl std::error::Error for AppendError {}

impl Store {
    /// Returns when the newest fact was stored of all the meetings that have not ended.
    pub async fn newest_fact_at(&self) -> Result<Option<i64>> {
        let newest = self.db.row::<(Option<i64>,)>(NEWEST_AT, &[]).await?;
        Ok(newest.and_then(|(at,)| at))
    }
}

impl Org {
    /// Stores a batch. `Ok` means that it is on disk.
    ///
    /// After [`AppendError::Failed`] the batch may still be stored, if the connection broke during the commit.
    /// Trying again with the same operations is safe: they are then [`AppendError::Repeated`].
    pub async fn append(&self, batch: Append) -> Result<Appended, AppendError> {
        check(&batch)?;
        let (answer, committed) = oneshot::channel();
        match self.store.errands.try_send(Errand::Append(self.id.clone(), batch, answer)) {
            Ok(()) => (),
            Err(TrySendError::Full(_)) => return Err(AppendError::Busy),
            Err(TrySendError::Closed(_)) => {
                return Err(AppendError::Failed(anyhow!("the store is closed")));
            }
        }
        match committed.await {
            Ok(verdict) => verdict,
            Err(_) => Err(AppendError::Failed(anyhow!("the writer has stopped"))),
        }
    }

    pub async fn facts_after(&self, meeting: &MeetingId, after_seq: i64) -> Result<Vec<Fact>> {
        let rows: Vec<FactRow> =
            self.db().rows(FACTS_AFTER, values![&self.id, meeting, after_seq]).await?;
        sums::refuse_damaged(&self.id, meeting, after_seq, &rows)?;
        let fact = |FactRow { seq, at, body, .. }| Fact { seq, at, body };
        Ok(rows.into_iter().map(fact).collect())
    }

    /// The number of the newest fact; 0 when there is none.
    pub async fn last_seq(&self, meeting: &MeetingId) -> Result<i64> {
        let row = self.db().row::<(i64,)>(LAST_SEQ, values![&self.id, meeting]).await?;
        Ok(row.map_or(0, |(seq,)| seq))
    }

    pub async fn ops(&self, meeting: &MeetingId) -> Result<Vec<Op>> {
        Ok(self.db().rows(OPS, values![&self.id, meeting]).await?)
    }

    /// The answer that an operation got the first time.
    pub async fn answer(&self, meeting: &MeetingId, id: &OpId) -> Result<Option<String>> {
        let row = self.db().row::<(String,)>(ANSWER, values![&self.id, meeting, id]).await?;
        Ok(row.map(|(answer,)| answer))
    }
}

/// Refuses what can be seen to be wrong before it waits in the queue.
fn check(batch: &Append) -> Result<(), AppendError> {
    let ids: BTreeSet<&OpId> = batch.ops.iter().map(|op| &op.id).collect();
    if ids.len() < batch.ops.len() {
        return Err(AppendError::Failed(anyhow!("the batch names one operation twice")));
    }
    let access = batch.access.iter().flat_map(Grant::texts);
    let outbox = batch.outbox.iter().flat_map(OutboxRow::texts);
    let texts = batch.facts.iter().map(String::as_str).chain([batch.meeting.as_str()]);
    let ops = batch.ops.iter().flat_map(|op| [op.id.as_str(), op.answer.as_str()]);
    let has_nul = texts.chain(ops).chain(access).chain(outbox).any(|text| text.contains('\0'));
    if has_nul { Err(AppendError::NulInText) } else { Ok(()) }
}
