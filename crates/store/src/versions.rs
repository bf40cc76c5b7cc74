//! A document of a meeting that is kept in versions: one text of SQL for every table of them.
//!
//! **Invariant `no-lost-update`:** a version is written only on the one its author saw.
//! Held by the keys of the tables and by `add`, which takes no number but the next.

use kernel::ids::{MeetingId, OrgId, PlanVersion};

use crate::db::{Tx, values};
use crate::log::{ANSWER, Op};
use crate::{Org, Result};

const ADD_OP: &str = "insert into op (org, meeting, id, answer, at) values ($1, $2, $3, $4, $5) \
    on conflict (org, meeting, id) do nothing";

/// A table of versions, as what is said to it.
pub(crate) struct Versions {
    /// Two who save at once try the same number, and the key lets one of them have it.
    add: &'static str,
    newest: &'static str,
    newest_version: &'static str,
    one: &'static str,
    saved_at: &'static str,
    all: &'static str,
    forget: &'static str,
}

macro_rules! versions {
    ($table:literal) => {
        Versions {
            add: concat!(
                "insert into ", $table, " (org, meeting, version, at, body) \
                select $1, $2, $4, $5, $6 where (select coalesce(max(version), 0) from ", $table,
                " where org = $1 and meeting = $2) = $3 on conflict (org, meeting, version) do nothing"
            ),
            newest: concat!(
                "select version, body from ", $table,
                " where org = $1 and meeting = $2 order by version desc limit 1"
            ),
            newest_version: concat!(
                "select max(version) from ", $table, " where org = $1 and meeting = $2"
            ),
            one: concat!(
                "select body from ", $table, " where org = $1 and meeting = $2 and version = $3"
            ),
            saved_at: concat!(
                "select at from ", $table, " where org = $1 and meeting = $2 and version = $3"
            ),
            all: concat!(
                "select version, at from ", $table,
                " where org = $1 and meeting = $2 order by version"
            ),
            forget: concat!("delete from ", $table, " where org = $1 and meeting = $2"),
        }
    };
}

/// The plans of meetings.
pub(crate) const PLANS: Versions = versions!("plan");
/// The groups planned before meetings.
pub(crate) const GROUPS: Versions = versions!("group_plan");

/// A new text for a document, made from the version its author saw.
pub(crate) struct NewVersion<'e> {
    pub(crate) meeting: &'e MeetingId,
    pub(crate) expected_version: PlanVersion,
    pub(crate) body: &'e str,
    pub(crate) at: i64,
    pub(crate) op: Option<&'e Op>,
}

/// What became of an edit. Only `New` stored anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    New {
        version: PlanVersion,
    },
    /// Somebody else saved first; this is their text. 0 and empty when there is none.
    Moved {
        current_version: PlanVersion,
        body: String,
    },
    /// The operation was stored before, with this answer.
    Repeated {
        answer: String,
    },
}

/// When a version was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Version {
    #[sqlx(try_from = "i64")]
    pub version: PlanVersion,
    pub at: i64,
}

impl Versions {
    /// Adds a version in the transaction, which is to be committed if it is new and dropped if not.
    pub(crate) async fn save(
        &self,
        tx: &mut Tx,
        org: &OrgId,
        edit: &NewVersion<'_>,
    ) -> Result<Saved, sqlx::Error> {
        let NewVersion { meeting, expected_version, body, at, op } = *edit;
        if let Some(op) = op
            && let Some(answer) = remember(tx, (org, meeting), op, at).await?
        {
            return Ok(Saved::Repeated { answer });
        }
        let version = expected_version.next();
        let place = values![org, meeting, expected_version, version, at, body];
        if tx.execute(self.add, place).await? > 0 {
            return Ok(Saved::New { version });
        }
        let current = tx.rows::<(i64, String)>(self.newest, values![org, meeting]).await?;
        let (current_version, body) = current.into_iter().next().unwrap_or_default();
        Ok(Saved::Moved { current_version: PlanVersion(current_version), body })
    }

    /// The newest version with its number.
    pub(crate) async fn newest(
        &self,
        org: &Org,
        meeting: &MeetingId,
    ) -> Result<Option<(PlanVersion, String)>> {
        let row = org.db().row::<(i64, String)>(self.newest, values![&org.id, meeting]).await?;
        Ok(row.map(|(version, body)| (PlanVersion(version), body)))
    }

    /// The newest version's number alone.
    pub(crate) async fn newest_version(
        &self,
        org: &Org,
        meeting: &MeetingId,
    ) -> Result<Option<PlanVersion>> {
        let place = values![&org.id, meeting];
        let row = org.db().row::<(Option<i64>,)>(self.newest_version, place).await?;
        Ok(row.and_then(|(version,)| version).map(PlanVersion))
    }

    /// The text of one version.
    pub(crate) async fn one(
        &self,
        org: &Org,
        meeting: &MeetingId,
        version: PlanVersion,
    ) -> Result<Option<String>> {
        let row = org.db().row::<(String,)>(self.one, values![&org.id, meeting, version]).await?;
        Ok(row.map(|(body,)| body))
    }

    /// When a version was stored.
    pub(crate) async fn saved_at(
        &self,
        org: &Org,
        meeting: &MeetingId,
        version: PlanVersion,
    ) -> Result<Option<i64>> {
        let row = org.db().row::<(i64,)>(self.saved_at, values![&org.id, meeting, version]).await?;
        Ok(row.map(|(at,)| at))
    }

    /// All versions, the first one first.
    pub(crate) async fn all(&self, org: &Org, meeting: &MeetingId) -> Result<Vec<Version>> {
        Ok(org.db().rows(self.all, values![&org.id, meeting]).await?)
    }

    /// Deletes every version.
    pub(crate) async fn forget(
        &self,
        tx: &mut Tx,
        org: &OrgId,
        meeting: &MeetingId,
    ) -> Result<(), sqlx::Error> {
        tx.execute(self.forget, values![org, meeting]).await.map(|_| ())
    }
}

/// Stores the operation, or returns the answer it got the first time.
async fn remember(
    tx: &mut Tx,
    (org, meeting): (&OrgId, &MeetingId),
    op: &Op,
    at: i64,
) -> Result<Option<String>, sqlx::Error> {
    if tx.execute(ADD_OP, values![org, meeting, &op.id, &op.answer, at]).await? > 0 {
        return Ok(None);
    }
    let answers = tx.rows::<(String,)>(ANSWER, values![org, meeting, &op.id]).await?;
    Ok(answers.into_iter().next().map(|(answer,)| answer))
}
