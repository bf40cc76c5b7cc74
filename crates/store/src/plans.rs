//! The plan of a meeting: one document, every version kept.
//!
//! **Invariant `no-lost-update`:** a version is written only on the one its author saw.
//! Held by the key of `plan` and by `ADD`, which takes no number but the next.

use crate::db::{Tx, values};
use crate::log::Op;
use crate::outbox::{self, OutboxRow};
use crate::{Result, Store};

pub(crate) const ADD_FIRST: &str =
    "insert into plan (org, meeting, version, at, body) values ($1, $2, 1, $3, $4)";

/// Two who save at once try the same number, and the key lets one of them have it.
const ADD: &str = "insert into plan (org, meeting, version, at, body) \
    select $1, $2, $4, $5, $6 \
    where (select coalesce(max(version), 0) from plan where org = $1 and meeting = $2) = $3 \
    on conflict (org, meeting, version) do nothing";
const NEWEST: &str = "select version, body from plan \
    where org = $1 and meeting = $2 order by version desc limit 1";
const NEWEST_VERSION: &str = "select max(version) from plan where org = $1 and meeting = $2";
const SAVED_AT: &str = "select at from plan where org = $1 and meeting = $2 and version = $3";
const VERSIONS: &str =
    "select version, at from plan where org = $1 and meeting = $2 order by version";
const VERSION: &str = "select body from plan where org = $1 and meeting = $2 and version = $3";
const ADD_OP: &str = "insert into op (org, meeting, id, answer, at) values ($1, $2, $3, $4, $5) \
    on conflict (org, meeting, id) do nothing";
const ANSWER: &str = "select answer from op where org = $1 and meeting = $2 and id = $3";

/// A new text for the plan, made from the version its author saw.
#[derive(Clone, Debug)]
pub struct PlanEdit {
    pub org: String,
    pub meeting: String,
    pub expected_version: i64,
    pub body: String,
    pub at: i64,
    pub op: Option<Op>,
    pub outbox: Vec<OutboxRow>,
}

/// What became of an edit. Only `New` stored anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    New {
        version: i64,
    },
    /// Somebody else saved first; this is their text. 0 and empty when there is no plan.
    Moved {
        current_version: i64,
        body: String,
    },
    /// The operation was stored before, with this answer.
    Repeated {
        answer: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PlanVersion {
    pub version: i64,
    pub at: i64,
}

impl Store {
    pub async fn save_plan(&self, edit: PlanEdit) -> Result<Saved> {
        let PlanEdit { org, meeting, expected_version, body, at, op, outbox } = &edit;
        let mut tx = self.db.begin().await?;
        if let Some(op) = op
            && let Some(answer) = remember(&mut tx, (org, meeting), op, *at).await?
        {
            return Ok(Saved::Repeated { answer });
        }
        let version = expected_version + 1;
        let place = values![org, meeting, *expected_version, version, *at, body];
        if tx.execute(ADD, place).await? == 0 {
            let current = tx.rows(NEWEST, values![org, meeting]).await?.into_iter().next();
            let (current_version, body) = current.unwrap_or_default();
            return Ok(Saved::Moved { current_version, body });
        }
        outbox::add(&mut tx, outbox).await?;
        tx.commit().await?;
        Ok(Saved::New { version })
    }

    /// The newest version with its number.
    pub async fn plan(&self, org: &str, meeting: &str) -> Result<Option<(i64, String)>> {
        Ok(self.db.row(NEWEST, values![org, meeting]).await?)
    }

    /// The answer that an operation got the first time.
    pub async fn answer(&self, org: &str, meeting: &str, op: &str) -> Result<Option<String>> {
        let row = self.db.row::<(String,)>(ANSWER, values![org, meeting, op]).await?;
        Ok(row.map(|(answer,)| answer))
    }

    /// The newest version's number alone.
    pub async fn plan_version(&self, org: &str, meeting: &str) -> Result<Option<i64>> {
        let row = self.db.row::<(Option<i64>,)>(NEWEST_VERSION, values![org, meeting]).await?;
        Ok(row.and_then(|(version,)| version))
    }

    /// When a version was stored.
    pub async fn plan_saved_at(
        &self,
        org: &str,
        meeting: &str,
        version: i64,
    ) -> Result<Option<i64>> {
        let row = self.db.row::<(i64,)>(SAVED_AT, values![org, meeting, version]).await?;
        Ok(row.map(|(at,)| at))
    }

    /// All versions, the first one first.
    pub async fn plan_versions(&self, org: &str, meeting: &str) -> Result<Vec<PlanVersion>> {
        Ok(self.db.rows(VERSIONS, values![org, meeting]).await?)
    }

    /// The text of one version.
    pub async fn plan_at(&self, org: &str, meeting: &str, version: i64) -> Result<Option<String>> {
        let row = self.db.row::<(String,)>(VERSION, values![org, meeting, version]).await?;
        Ok(row.map(|(body,)| body))
    }
}

/// Stores the operation, or returns the answer it got the first time.
pub(crate) async fn remember(
    tx: &mut Tx,
    (org, meeting): (&str, &str),
    op: &Op,
    at: i64,
) -> Result<Option<String>> {
    if tx.execute(ADD_OP, values![org, meeting, &op.id, &op.answer, at]).await? > 0 {
        return Ok(None);
    }
    let answers = tx.rows::<(String,)>(ANSWER, values![org, meeting, &op.id]).await?;
    Ok(answers.into_iter().next().map(|(answer,)| answer))
}
