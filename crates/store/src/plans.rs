//! The plan of a meeting: one document, every version kept.

use kernel::ids::{MeetingId, PlanVersion};

use crate::log::Op;
use crate::outbox::{self, OutboxRow};
use crate::versions::{NewVersion, PLANS, Saved, Version};
use crate::{Org, Result};

/// A new text for the plan, made from the version its author saw.
#[derive(Clone, Debug)]
pub struct PlanEdit {
    pub meeting: MeetingId,
    pub expected_version: PlanVersion,
    pub body: String,
    pub at: i64,
    pub op: Option<Op>,
    pub outbox: Vec<OutboxRow>,
}

impl Org {
    /// Stores a version, and the work that it asks for, whole or not at all.
    pub async fn save_plan(&self, edit: PlanEdit) -> Result<Saved> {
        let PlanEdit { meeting, expected_version, body, at, op, outbox } = &edit;
        let (expected_version, at, op) = (*expected_version, *at, op.as_ref());
        let mut tx = self.db().begin().await?;
        let new = NewVersion { meeting, expected_version, body, at, op };
        let saved = PLANS.save(&mut tx, &self.id, &new).await?;
        if let Saved::New { .. } = saved {
            let wanted: Vec<_> = outbox.iter().map(|row| (&self.id, row)).collect();
            outbox::add(&mut tx, &wanted).await?;
            tx.commit().await?;
        }
        Ok(saved)
    }

    /// The newest version with its number.
    pub async fn plan(&self, meeting: &MeetingId) -> Result<Option<(PlanVersion, String)>> {
        PLANS.newest(self, meeting).await
    }

    /// The newest version's number alone.
    pub async fn plan_version(&self, meeting: &MeetingId) -> Result<Option<PlanVersion>> {
        PLANS.newest_version(self, meeting).await
    }

    /// When a version was stored.
    pub async fn plan_saved_at(
        &self,
        meeting: &MeetingId,
        version: PlanVersion,
    ) -> Result<Option<i64>> {
        PLANS.saved_at(self, meeting, version).await
    }

    /// All versions, the first one first.
    pub async fn plan_versions(&self, meeting: &MeetingId) -> Result<Vec<Version>> {
        PLANS.all(self, meeting).await
    }

    /// The text of one version.
    pub async fn plan_at(
        &self,
        meeting: &MeetingId,
        version: PlanVersion,
    ) -> Result<Option<String>> {
        PLANS.one(self, meeting, version).await
    }
}
