//! Who may open what. A token itself is never stored, only its SHA-256 in hex, which the caller makes.

use kernel::ids::{MeetingId, OrgId, TokenHash};

use crate::db::{Tx, Value, values};
use crate::rows::{self, Statement};
use crate::{Org, Result, Store};

/// A row that is there already stays as it is, so that granting twice is harmless.
const ADD: Statement = Statement {
    head: "insert into access (token_hash, org, meeting, role, subject, created_at, expires_at) values",
    columns: 7,
    tail: "on conflict (token_hash, org, meeting, role) do nothing",
};
const OF_TOKEN: &str = "select token_hash, org, meeting, role, subject, created_at, expires_at \
    from access where token_hash = $1 order by org, meeting, role";
const COPY: &str = "insert into access \
    (token_hash, org, meeting, role, subject, created_at, expires_at) \
    select $2, org, meeting, role, subject, created_at, expires_at from access \
    where token_hash = $1 on conflict (token_hash, org, meeting, role) do nothing";
const REVOKE: &str = "delete from access where token_hash = $1";
const REVOKE_IN: &str = "delete from access where token_hash = $1 and org = $2 and meeting = $3";
const REVOKE_ROLE: &str =
    "delete from access where org = $1 and meeting = $2 and role = $3 and subject = $4";

/// One token opens one meeting, or the organisation itself, in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub token: TokenHash,
    /// `None` is the organisation itself.
    pub meeting: Option<MeetingId>,
    pub role: String,
    /// Whom the token stands for.
    pub subject: String,
    pub created_at: i64,
    /// Grants are returned past this moment too; the caller has the clock.
    pub expires_at: Option<i64>,
}

impl Grant {
    pub(crate) fn texts(&self) -> [&str; 4] {
        [self.token.as_str(), meeting_key(self.meeting.as_ref()), &self.role, &self.subject]
    }
}

/// A key cannot be null in PostgreSQL, so the organisation itself is the empty meeting.
fn meeting_key(meeting: Option<&MeetingId>) -> &str {
    meeting.map(MeetingId::as_str).unwrap_or_default()
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

impl From<Stored> for (OrgId, Grant) {
    fn from(stored: Stored) -> Self {
        let Stored { token_hash, org, meeting, role, subject, created_at, expires_at } = stored;
        let meeting = Some(meeting).filter(|meeting| !meeting.is_empty()).map(MeetingId::from);
        let token = token_hash.into();
        (org.into(), Grant { token, meeting, role, subject, created_at, expires_at })
    }
}

impl Store {
    /// Everything a token opens in any organisation, expired or not.
    pub async fn access(&self, token: &TokenHash) -> Result<Vec<(OrgId, Grant)>> {
        let stored = self.db.rows::<Stored>(OF_TOKEN, values![token]).await?;
        Ok(stored.into_iter().map(Into::into).collect())
    }

    /// Gives a token everything that another has.
    pub async fn copy_access(&self, from: &TokenHash, to: &TokenHash) -> Result<()> {
        self.db.execute(COPY, values![from, to]).await?;
        Ok(())
    }

    /// Takes everything from a token.
    pub async fn revoke_everywhere(&self, token: &TokenHash) -> Result<()> {
        self.db.execute(REVOKE, values![token]).await?;
        Ok(())
    }
}

impl Org {
    /// Grants on its own. In a meeting, send grants with the facts in an append instead, which shares its commit.
    pub async fn grant(&self, grants: Vec<Grant>) -> Result<()> {
        let mut tx = self.db().begin().await?;
        let grants: Vec<_> = grants.iter().map(|grant| (&self.id, grant)).collect();
        add(&mut tx, &grants).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes a token from one meeting.
    pub async fn revoke(&self, token: &TokenHash, meeting: &MeetingId) -> Result<()> {
        self.db().execute(REVOKE_IN, values![token, &self.id, meeting]).await?;
        Ok(())
    }

    /// Takes a role from someone, whichever tokens they hold it by.
    pub async fn revoke_role(
        &self,
        meeting: Option<&MeetingId>,
        role: &str,
        subject: &str,
    ) -> Result<()> {
        let place = values![&self.id, meeting_key(meeting), role, subject];
        self.db().execute(REVOKE_ROLE, place).await?;
        Ok(())
    }
}

pub(crate) async fn add(tx: &mut Tx, granted: &[(&OrgId, &Grant)]) -> Result<(), sqlx::Error> {
    let mut values: Vec<Value<'_>> = vec![];
    for (org, grant) in granted.iter().copied() {
        let [token, meeting, role, subject] = grant.texts();
        values.extend(values![token, org, meeting, role, subject, grant.created_at]);
        values.push(grant.expires_at.into());
    }
    rows::write(tx, ADD, &values).await.map(|_| ())
}
