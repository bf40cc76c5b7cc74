//! Who has shared a table with whom in earlier meetings: pairs, and no row for a person.
//!
//! The names are the caller's keyed hashes. The organisation owns the rows and may delete them all.

use crate::db::{Value, values};
use crate::rows::{self, Statement};
use crate::{Result, Store};

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
const ANY: &str = "select one from encounter where org = $1 and meeting = $2 limit 1";
const FORGET_MEETING: &str = "delete from encounter where org = $1 and meeting = $2";
const FORGET_ALL: &str = "delete from encounter where org = $1";
const EARLIER: &str = "select meeting, one, other, at from encounter \
    where org = $1 and meeting in (select meeting from encounter where org = $1 and meeting <> $2 \
    group by meeting order by max(at) desc, meeting limit $3) order by at desc, meeting, one, other";
const MEETINGS: &str = "select count(distinct meeting) from encounter where org = $1";

/// Two who shared a table in a meeting, the smaller name first.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Encounter {
    pub meeting: String,
    pub one: String,
    pub other: String,
    pub at: i64,
}

impl Store {
    /// Keeps the pairs of a meeting, in place of what was kept of it before. Meetings that count no
    /// more are deleted.
    pub async fn keep_encounters(
        &self,
        org: &str,
        meeting: &str,
        pairs: &[(String, String)],
        at: i64,
    ) -> Result<()> {
        let mut tx = self.db.begin().await?;
        tx.execute(FORGET_MEETING, values![org, meeting]).await?;
        let values: Vec<Value<'_>> = pairs
            .iter()
            .flat_map(|(one, other)| -> [Value<'_>; 5] {
                [org.into(), meeting.into(), one.into(), other.into(), at.into()]
            })
            .collect();
        rows::write(&mut tx, KEEP, &values).await?;
        tx.execute(FORGET_OLD, values![org, MEETINGS_REMEMBERED_MAX + 1]).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Tells whether any pair of a meeting is kept.
    pub async fn has_encounters(&self, org: &str, meeting: &str) -> Result<bool> {
        let row = self.db.row::<(String,)>(ANY, values![org, meeting]).await?;
        Ok(row.is_some())
    }

    /// The pairs of the newest meetings but `meeting`, the newest meeting first; of at most
    /// [`MEETINGS_REMEMBERED_MAX`].
    pub async fn encounters_before(&self, org: &str, meeting: &str) -> Result<Vec<Encounter>> {
        let values = values![org, meeting, MEETINGS_REMEMBERED_MAX];
        Ok(self.db.rows(EARLIER, values).await?)
    }

    /// How many meetings are remembered.
    pub async fn meetings_remembered(&self, org: &str) -> Result<i64> {
        let row = self.db.row::<(i64,)>(MEETINGS, values![org]).await?;
        Ok(row.map_or(0, |(count,)| count))
    }

    /// Deletes every pair of the organisation.
    pub async fn forget_encounters(&self, org: &str) -> Result<()> {
        self.db.execute(FORGET_ALL, values![org]).await?;
        Ok(())
    }
}
