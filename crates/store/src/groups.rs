//! Whom a leader expects at a meeting, and the groups planned for them: one document, every
//! version kept.

use kernel::ids::{MeetingId, PlanVersion};

use crate::db::{Value, values};
use crate::log::Op;
use crate::rows::{self, Statement};
use crate::versions::{GROUPS, NewVersion, Saved};
use crate::{Org, Result};

const EXPECT: Statement = Statement {
    head: "insert into expected (org, meeting, number, name, unit, work) values",
    columns: 6,
    tail: "",
};
const EXPECTED: &str = "select number, name, unit, work from expected \
    where org = $1 and meeting = $2 order by number";
const FORGET_EXPECTED: &str = "delete from expected where org = $1 and meeting = $2";

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
    pub meeting: MeetingId,
    pub expected_version: PlanVersion,
    pub body: String,
    /// The whole list of people, when it changes with the groups.
    pub people: Option<Vec<ExpectedRow>>,
    pub at: i64,
    pub op: Option<Op>,
}

impl Org {
    /// The people expected at a meeting, by number.
    pub async fn expected(&self, meeting: &MeetingId) -> Result<Vec<ExpectedRow>> {
        Ok(self.db().rows(EXPECTED, values![&self.id, meeting]).await?)
    }

    /// The newest groups with their version.
    pub async fn groups(&self, meeting: &MeetingId) -> Result<Option<(PlanVersion, String)>> {
        GROUPS.newest(self, meeting).await
    }

    /// The groups of one version.
    pub async fn groups_at(
        &self,
        meeting: &MeetingId,
        version: PlanVersion,
    ) -> Result<Option<String>> {
        GROUPS.one(self, meeting, version).await
    }

    /// Stores groups, and the list of people with them, whole or not at all.
    pub async fn save_groups(&self, edit: GroupsEdit) -> Result<Saved> {
        let GroupsEdit { meeting, expected_version, body, people, at, op } = &edit;
        let (expected_version, at, op) = (*expected_version, *at, op.as_ref());
        let mut tx = self.db().begin().await?;
        let new = NewVersion { meeting, expected_version, body, at, op };
        let saved = GROUPS.save(&mut tx, &self.id, &new).await?;
        let Saved::New { .. } = saved else { return Ok(saved) };
        if let Some(people) = people {
            tx.execute(FORGET_EXPECTED, values![&self.id, meeting]).await?;
            let values: Vec<Value<'_>> = people
                .iter()
                .flat_map(|it| {
                    let names: [Value<'_>; 3] =
                        [(&it.name).into(), (&it.unit).into(), (&it.work).into()];
                    [(&self.id).into(), meeting.into(), it.number.into()].into_iter().chain(names)
                })
                .collect();
            rows::write(&mut tx, EXPECT, &values).await?;
        }
        tx.commit().await?;
        Ok(saved)
    }

    /// Deletes the list of people and every version of the groups.
    pub async fn forget_groups(&self, meeting: &MeetingId) -> Result<()> {
        let mut tx = self.db().begin().await?;
        tx.execute(FORGET_EXPECTED, values![&self.id, meeting]).await?;
        GROUPS.forget(&mut tx, &self.id, meeting).await?;
        tx.commit().await?;
        Ok(())
    }
}
