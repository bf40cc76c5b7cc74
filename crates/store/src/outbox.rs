//! Work for the world outside (mail, files, other nodes), written in the same transaction as its cause.
//!
//! **Invariant `at-least-once`:** a row stays due until someone says that it is done.
//! A worker takes it for a while; if the worker dies, the row falls due again. Held by `CLAIM`.

use kernel::ids::OrgId;

use crate::db::{Tx, Value, values};
use crate::rows::{self, Statement};
use crate::{Org, Result, Store};

/// Rows that one claim may take.
pub const CLAIM_MAX: i64 = 100;

/// An id that is there already is the same work, so it is kept once.
const ADD: Statement = Statement {
    head: "insert into outbox (org, id, kind, body, created_at, due_at, attempts) values",
    columns: 7,
    tail: "on conflict (org, id) do nothing",
};
/// The last condition looks again after waiting for another worker's claim.
const CLAIM: &str = "update outbox set due_at = $3, attempts = attempts + 1 \
    where (org, id) in (select o.org, o.id from outbox o \
        where o.kind = $1 and o.done_at is null and o.due_at <= $2 \
        order by o.due_at, o.org, o.id limit $4) \
    and done_at is null and due_at <= $2 \
    returning org, id, kind, body, created_at, attempts";
/// The text goes when the work is done; the id stays, so that the same work is not asked for again.
const DONE: &str = "update outbox set done_at = $3, body = '' \
    where org = $1 and id = $2 and done_at is null";
const POSTPONE: &str =
    "update outbox set due_at = $3 where org = $1 and id = $2 and done_at is null";

const WAITS: &str = "select kind from outbox where org = $1 and id = $2 and done_at is null";
const WAITING: &str = "select kind, count(*) from outbox where done_at is null group by kind";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxRow {
    /// Names the work, so that asking for it twice does it once.
    pub id: String,
    pub kind: String,
    /// JSON.
    pub body: String,
    pub created_at: i64,
    pub due_at: i64,
}

impl OutboxRow {
    pub(crate) fn texts(&self) -> [&str; 3] {
        [&self.id, &self.kind, &self.body]
    }
}

/// Work that someone has taken on.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Claimed {
    #[sqlx(try_from = "String")]
    pub org: OrgId,
    pub id: String,
    pub kind: String,
    pub body: String,
    pub created_at: i64,
    /// How often it has been taken, this time included.
    pub attempts: i64,
}

impl Store {
    /// Takes due work of one kind, at most [`CLAIM_MAX`] rows. No one else gets it before `until`.
    pub async fn claim(&self, kind: &str, now: i64, until: i64) -> Result<Vec<Claimed>> {
        let mut tx = self.db.begin().await?;
        let claimed = tx.rows(CLAIM, values![kind, now, until, CLAIM_MAX]).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    /// How much has not been done, by kind, in all organisations.
    pub async fn waiting(&self) -> Result<Vec<(String, i64)>> {
        Ok(self.db.rows(WAITING, &[]).await?)
    }
}

impl Org {
    /// Says that the work is done. Returns whether it was not so before.
    pub async fn mark_done(&self, id: &str, at: i64) -> Result<bool> {
        Ok(self.db().execute(DONE, values![&self.id, id, at]).await? > 0)
    }

    /// Tells whether work that was asked for has not been done.
    pub async fn waits(&self, id: &str) -> Result<bool> {
        Ok(self.db().row::<(String,)>(WAITS, values![&self.id, id]).await?.is_some())
    }

    /// Puts the work off, after a failure.
    pub async fn postpone(&self, id: &str, due_at: i64) -> Result<()> {
        self.db().execute(POSTPONE, values![&self.id, id, due_at]).await?;
        Ok(())
    }
}

pub(crate) async fn add(tx: &mut Tx, wanted: &[(&OrgId, &OutboxRow)]) -> Result<(), sqlx::Error> {
    let mut values: Vec<Value<'_>> = vec![];
    for (org, row) in wanted.iter().copied() {
        values.push(org.into());
        values.extend(row.texts().map(Value::from));
        values.extend([row.created_at, row.due_at, 0].map(Value::from));
    }
    rows::write(tx, ADD, &values).await.map(|_| ())
}
