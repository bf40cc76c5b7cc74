//! Facts that others take the place of, where what they told must be told no more.
//!
//! The log keeps its numbers and times; each new fact has a sum of its own.

use kernel::ids::{MeetingId, OrgId};

use crate::db::values;
use crate::{Org, Result, Store, sums};

const AT: &str = "select at from fact where org = $1 and meeting = $2 and seq = $3";
const REPLACE: &str =
    "update fact set body = $4, sum = $5 where org = $1 and meeting = $2 and seq = $3";
const OVER_WITH: &str = "select distinct f.org, f.meeting from fact f \
    join meeting m on m.org = f.org and m.id = f.meeting \
    where m.ended_at is not null and f.body like $1";

impl Org {
    /// Stores facts, as JSON, in the place of those with the same numbers, whole or not at all.
    /// What stood there is then taken off the disk as far as the engine can: SQLite overwrites it
    /// and moves its log into the file, PostgreSQL clears the rows and reuses its own log in time.
    pub async fn replace_facts(
        &self,
        meeting: &MeetingId,
        instead: &[(i64, String)],
    ) -> Result<()> {
        if instead.is_empty() {
            return Ok(());
        }
        let mut tx = self.db().begin().await?;
        for (seq, body) in instead {
            let at = tx.rows::<(i64,)>(AT, values![&self.id, meeting, *seq]).await?;
            let Some((at,)) = at.first() else { continue };
            let sum = sums::sum(self.id.as_str(), meeting.as_str(), *seq, *at, body);
            tx.execute(REPLACE, values![&self.id, meeting, *seq, body, sum]).await?;
        }
        tx.commit().await?;
        self.db().clear_away("fact").await?;
        Ok(())
    }
}

impl Store {
    /// Returns the meetings that are over and have a fact with this text in it.
    pub async fn over_with(&self, text: &str) -> Result<Vec<(OrgId, MeetingId)>> {
        let like = format!("%{text}%");
        let found = self.db.rows::<(String, String)>(OVER_WITH, values![&like]).await?;
        Ok(found.into_iter().map(|(org, meeting)| (org.into(), meeting.into())).collect())
    }
}
