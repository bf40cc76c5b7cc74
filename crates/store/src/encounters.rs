//! Who has shared a table with whom in earlier meetings: pairs, and no row for a person.
//!
//! The names are the caller's hashes, keyed with a secret of the organisation. The organisation owns
//! the rows and may delete them all, and the secret with them.

use kernel::ids::MeetingId;
use sqlx::AssertSqlSafe;

use crate::db::{Value, values};
use crate::rows::{self, Statement};
use crate::settings::{PUT, PUT_FIRST, READ};
use crate::{Org, Result};

/// Earlier meetings that still count when people are seated.
pub const MEETINGS_REMEMBERED_MAX: i64 = 5;

const KEEP: Statement = Statement {
    head: "insert into encounter (org, meeting, one, other, at) values",
    columns: 5,
    tail: "",
};
/// One more than count, because a meeting that is opened again does not count itself.
const FORGET_OLD: &str = "delete from encounter where org = $1 and meeting not in \
    (select meeting from encounter where org = $1 group by meeting \
    order by max(at) desc, meeting limit $2)";
const FORGET_MEETING: &str = "delete from encounter where org = $1 and meeting = $2";
const FORGET_ALL: &str = "delete from encounter where org = $1";
const EARLIER: &str = "select meeting, one, other, at from encounter \
    where org = $1 and meeting in (select meeting from encounter where org = $1 and meeting <> $2 \
    group by meeting order by max(at) desc, meeting limit $3) order by at desc, meeting, one, other";
/// The settings that belong to the history: the key of the names, and when it was last deleted.
const SECRET: &str = "encounter-secret";
const DELETED_AT: &str = "encounters-deleted-at";
const MEETINGS: &str = "select count(distinct meeting) from encounter where org = $1";

/// Two who shared a table in a meeting, the smaller name first.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Encounter {
    #[sqlx(try_from = "String")]
    pub meeting: MeetingId,
    pub one: String,
    pub other: String,
    pub at: i64,
}

impl Org {
    /// The key that names are hashed with. `fresh` becomes it where there is none.
    pub async fn encounter_secret(&self, fresh: &str) -> Result<String> {
        self.db().execute(PUT_FIRST, values![&self.id, SECRET, fresh]).await?;
        let row = self.db().row::<(String,)>(READ, values![&self.id, SECRET]).await?;
        Ok(row.map_or_else(|| fresh.to_owned(), |(secret,)| secret))
    }

    /// When the organisation last deleted the history.
    pub async fn encounters_deleted_at(&self) -> Result<Option<i64>> {
        let row = self.db().row::<(String,)>(READ, values![&self.id, DELETED_AT]).await?;
        Ok(row.and_then(|(at,)| at.parse().ok()))
    }

    /// Keeps the pairs of a meeting, in place of what was kept of it before. Meetings that count no
    /// more are deleted. Returns whether `secret`, which the names are hashed with, is still the
    /// organisation's; if not, the history was deleted meanwhile and nothing is kept.
    pub async fn keep_encounters(
        &self,
        meeting: &MeetingId,
        pairs: &[(String, String)],
        at: i64,
        secret: &str,
    ) -> Result<bool> {
        let mut tx = self.db().begin().await?;
        let read = format!("{READ}{}", tx.locking("setting"));
        let now = tx.rows::<(String,)>(AssertSqlSafe(read), values![&self.id, SECRET]).await?;
        if now.first().is_none_or(|(now,)| now != secret) {
            return Ok(false);
        }
        tx.execute(FORGET_MEETING, values![&self.id, meeting]).await?;
        let values: Vec<Value<'_>> = pairs
            .iter()
            .flat_map(|(one, other)| -> [Value<'_>; 5] {
                [(&self.id).into(), meeting.into(), one.into(), other.into(), at.into()]
            })
            .collect();
        rows::write(&mut tx, KEEP, &values).await?;
        tx.execute(FORGET_OLD, values![&self.id, MEETINGS_REMEMBERED_MAX + 1]).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The pairs of the newest meetings but `meeting`, the newest meeting first; of at most
    /// [`MEETINGS_REMEMBERED_MAX`].
    pub async fn encounters_before(&self, meeting: &MeetingId) -> Result<Vec<Encounter>> {
        let values = values![&self.id, meeting, MEETINGS_REMEMBERED_MAX];
        Ok(self.db().rows(EARLIER, values).await?)
    }

    /// How many meetings are remembered.
    pub async fn meetings_remembered(&self) -> Result<i64> {
        let row = self.db().row::<(i64,)>(MEETINGS, values![&self.id]).await?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// Deletes every pair of the organisation, and puts a fresh secret in place of the one that
    /// their names were hashed with. Whoever keeps pairs waits for this, or this for them.
    pub async fn forget_encounters(&self, at: i64, fresh: &str) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.execute(PUT, values![&self.id, SECRET, fresh]).await?;
        tx.execute(PUT, values![&self.id, DELETED_AT, &at.to_string()]).await?;
        tx.execute(FORGET_ALL, values![&self.id]).await?;
        tx.commit().await?;
        Ok(())
    }
}
