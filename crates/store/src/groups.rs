//! Whom a leader expects at a meeting, and the groups planned for them.
//!
//! **Invariant `no-lost-update`:** a version of the groups is written only on the one its author
//! saw. Held by the key of `group_plan` and by `ADD`, which takes no number but the next.

use crate::db::{Value, values};
use crate::log::Op;
use crate::plans::{Saved, remember};
use crate::rows::{self, Statement};
use crate::{Result, Store};

const EXPECT: Statement = Statement {
    head: "insert into expected (org, meeting, number, name, unit, work) values",
    columns: 6,
    tail: "",
};
const EXPECTED: &str = "select number, name, unit, work from expected \
    where org = $1 and meeting = $2 order by number";
const FORGET_EXPECTED: &str = "delete from expected where org = $1 and meeting = $2";
const ADD: &str = "insert into group_plan (org, meeting, version, at, body) \
    select $1, $2, $4, $5, $6 \
    where (select coalesce(max(version), 0) from group_plan where org = $1 and meeting = $2) = $3 \
    on conflict (org, meeting, version) do nothing";
const NEWEST: &str = "select version, body from group_plan \
    where org = $1 and meeting = $2 order by version desc limit 1";
const VERSION: &str =
    "select body from group_plan where org = $1 and meeting = $2 and version = $3";
const FORGET_GROUPS: &str = "delete from group_plan where org = $1 and meeting = $2";

/// Somebody who is expected at a meeting.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ExpectedRow {
    /// Names the person in this meeting and nowhere else.
    pub number: i64,
    pub name: String,
    /// Empty when it is not known; so is `work`.
    pub unit: String,
    pub work: String,
}

/// A new text for the groups, made from the version its author saw.
#[derive(Clone, Debug)]
pub struct GroupsEdit {
    pub org: String,
    pub meeting: String,
    /// 0 for the first.
    pub expected_version: i64,
    pub body: String,
    /// The whole list of people, when it changes with the groups.
    pub people: Option<Vec<ExpectedRow>>,
    pub at: i64,
    pub op: Option<Op>,
}

impl Store {
    /// The people expected at a meeting, by number.
    pub async fn expected(&self, org: &str, meeting: &str) -> Result<Vec<ExpectedRow>> {
        Ok(self.db.rows(EXPECTED, values![org, meeting]).await?)
    }

    /// The newest groups with their version.
    pub async fn groups(&self, org: &str, meeting: &str) -> Result<Option<(i64, String)>> {
        Ok(self.db.row(NEWEST, values![org, meeting]).await?)
    }

    /// The groups of one version.
    pub async fn groups_at(
        &self,
        org: &str,
        meeting: &str,
        version: i64,
    ) -> Result<Option<String>> {
        let row = self.db.row::<(String,)>(VERSION, values![org, meeting, version]).await?;
        Ok(row.map(|(body,)| body))
    }

    /// Stores groups, and the list of people with them, whole or not at all.
    pub async fn save_groups(&self, edit: GroupsEdit) -> Result<Saved> {
        let GroupsEdit { org, meeting, expected_version, body, people, at, op } = &edit;
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
        if let Some(people) = people {
            tx.execute(FORGET_EXPECTED, values![org, meeting]).await?;
            let values: Vec<Value<'_>> = people
                .iter()
                .flat_map(|it| {
                    let names: [Value<'_>; 3] =
                        [(&it.name).into(), (&it.unit).into(), (&it.work).into()];
                    [org.into(), meeting.into(), it.number.into()].into_iter().chain(names)
                })
                .collect();
            rows::write(&mut tx, EXPECT, &values).await?;
        }
        tx.commit().await?;
        Ok(Saved::New { version })
    }

    /// Deletes the list of people and every version of the groups.
    pub async fn forget_groups(&self, org: &str, meeting: &str) -> Result<()> {
        let mut tx = self.db.begin().await?;
        tx.execute(FORGET_EXPECTED, values![org, meeting]).await?;
        tx.execute(FORGET_GROUPS, values![org, meeting]).await?;
        tx.commit().await?;
        Ok(())
    }
}
