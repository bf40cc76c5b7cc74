//! The plan of a meeting: one document, every version kept.

use crate::log::Op;
use crate::outbox::{self, OutboxRow};
use crate::versions::{NewVersion, PLANS, Saved, Version};
use crate::{Result, Store};

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

impl Store {
    /// Stores a version, and the work that it asks for, whole or not at all.
    pub async fn save_plan(&self, edit: PlanEdit) -> Result<Saved> {
        let PlanEdit { org, meeting, expected_version, body, at, op, outbox } = &edit;
        let (expected_version, at, op) = (*expected_version, *at, op.as_ref());
        let mut tx = self.db.begin().await?;
        let saved = PLANS
            .save(&mut tx, &NewVersion { org, meeting, expected_version, body, at, op })
            .await?;
        if let Saved::New { .. } = saved {
            outbox::add(&mut tx, outbox).await?;
            tx.commit().await?;
        }
        Ok(saved)
    }

    /// The newest version with its number.
    pub async fn plan(&self, org: &str, meeting: &str) -> Result<Option<(i64, String)>> {
        PLANS.newest(&self.db, org, meeting).await
    }

    /// The newest version's number alone.
    pub async fn plan_version(&self, org: &str, meeting: &str) -> Result<Option<i64>> {
        PLANS.newest_version(&self.db, org, meeting).await
    }

    /// When a version was stored.
    pub async fn plan_saved_at(
        &self,
        org: &str,
        meeting: &str,
        version: i64,
    ) -> Result<Option<i64>> {
        PLANS.saved_at(&self.db, (org, meeting), version).await
    }

    /// All versions, the first one first.
    pub async fn plan_versions(&self, org: &str, meeting: &str) -> Result<Vec<Version>> {
        PLANS.all(&self.db, org, meeting).await
    }

    /// The text of one version.
    pub async fn plan_at(&self, org: &str, meeting: &str, version: i64) -> Result<Option<String>> {
        PLANS.one(&self.db, (org, meeting), version).await
    }
}
