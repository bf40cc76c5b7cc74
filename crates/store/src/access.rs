//! Who may open what. A token itself is never stored, only its SHA-256 in hex, which the caller makes.

use crate::db::{Tx, Value, values};
use crate::rows::{self, Statement};
use crate::{Result, Store};

/// A row that is there already stays as it is, so that granting twice is harmless.
const ADD: Statement = Statement {
    head: "insert into access (token_hash, org, meeting, role, subject, created_at, expires_at) values",
    columns: 7,
    tail: "on conflict (token_hash, org, meeting, role) do nothing",
};
const OF_TOKEN: &str = "select token_hash, org, meeting, role, subject, created_at, expires_at \
    from access where token_hash = $1 order by org, meeting, role";
const REVOKE: &str = "delete from access where token_hash = $1";
const REVOKE_IN: &str = "delete from access where token_hash = $1 and meeting = $2";
const REVOKE_ROLE: &str =
    "delete from access where org = $1 and meeting = $2 and role = $3 and subject = $4";

/// One token opens one meeting, or the organisation itself, in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessRow {
    pub token_hash: String,
    pub org: String,
    /// `None` is the organisation itself.
    pub meeting: Option<String>,
    pub role: String,
    /// Whom the token stands for.
    pub subject: String,
    pub created_at: i64,
    /// Rows are returned past this moment too; the caller has the clock.
    pub expires_at: Option<i64>,
}

impl AccessRow {
    pub(crate) fn texts(&self) -> [&str; 5] {
        [&self.token_hash, &self.org, self.meeting_key(), &self.role, &self.subject]
    }

    /// A key cannot be null in PostgreSQL, so the organisation itself is the empty meeting.
    fn meeting_key(&self) -> &str {
        self.meeting.as_deref().unwrap_or_default()
    }
}

#[derive(sqlx::FromRow)]
struct Stored {
    token_hash: String,
    org: String,
    meeting: String,
    role: String,
    subject: String,
    created_at: i64,
    expires_at: Option<i64>,
}

impl From<Stored> for AccessRow {
    fn from(stored: Stored) -> Self {
        let Stored { token_hash, org, meeting, role, subject, created_at, expires_at } = stored;
        let meeting = Some(meeting).filter(|meeting| !meeting.is_empty());
        Self { token_hash, org, meeting, role, subject, created_at, expires_at }
    }
}

impl Store {
    /// Everything a token opens, expired or not.
    pub async fn access(&self, token_hash: &str) -> Result<Vec<AccessRow>> {
        let stored = self.db.rows::<Stored>(OF_TOKEN, values![token_hash]).await?;
        Ok(stored.into_iter().map(AccessRow::from).collect())
    }

    /// Grants rows on their own. In a meeting, send them with the facts in an append instead, which shares its commit.
    pub async fn grant(&self, rows: Vec<AccessRow>) -> Result<()> {
        let mut tx = self.db.begin().await?;
        add(&mut tx, &rows).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes a token from one meeting, or from everything.
    pub async fn revoke(&self, token_hash: &str, meeting: Option<&str>) -> Result<()> {
        match meeting {
            Some(meeting) => self.db.execute(REVOKE_IN, values![token_hash, meeting]).await?,
            None => self.db.execute(REVOKE, values![token_hash]).await?,
        };
        Ok(())
    }

    /// Takes a role from someone, whichever tokens they hold it by.
    pub async fn revoke_role(
        &self,
        org: &str,
        meeting: Option<&str>,
        role: &str,
        subject: &str,
    ) -> Result<()> {
        let meeting = meeting.unwrap_or_default();
        self.db.execute(REVOKE_ROLE, values![org, meeting, role, subject]).await?;
        Ok(())
    }
}

pub(crate) async fn add<'r>(
    tx: &mut Tx,
    granted: impl IntoIterator<Item = &'r AccessRow>,
) -> Result<(), sqlx::Error> {
    let mut values: Vec<Value<'_>> = vec![];
    for row in granted {
        values.extend(row.texts().map(Value::from));
        values.extend([Value::from(row.created_at), row.expires_at.into()]);
    }
    rows::write(tx, ADD, &values).await.map(|_| ())
}
