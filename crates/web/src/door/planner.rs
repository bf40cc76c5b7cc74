//! Who may plan a meeting, before a handler sees anything of it (`access-first`).

use anyhow::Context as _;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use kernel::ids::{MeetingId, OpId, PlanVersion};
use plan::document::Plan;
use store::Org;
use store::meetings::MeetingRow;

use crate::App;
use crate::door::access::{AccessRole, LetIn};
use crate::door::who::{Proof, Who};
use crate::shell::body::body;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::RequestHead;

/// A request by somebody who may plan the meeting in the path.
pub struct Planner {
    pub app: App,
    pub head: RequestHead,
    pub org: Org,
    pub id: MeetingId,
    pub row: MeetingRow,
}

/// A form posted by somebody who may plan the meeting in the path.
pub struct PlannersForm {
    pub app: App,
    pub head: RequestHead,
    pub org: Org,
    pub id: MeetingId,
    pub fields: Fields,
    /// What is sent twice under one name is done once.
    pub op: OpId,
}

impl Proof for Planner {
    const WHO: Who = Who::Planner;
}

impl Proof for PlannersForm {
    const WHO: Who = Who::Planner;
}

impl FromRequestParts<App> for Planner {
    type Rejection = Wrong;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Planner, Wrong> {
        let id = meeting_in_path(parts, app).await?;
        let head = RequestHead::of(&app.shell, &parts.headers, &parts.uri);
        let LetIn { org, row, roles } = app.let_in(&head.device, &id).await?;
        if !may_plan(&roles) {
            return Err(Wrong::Missing);
        }
        Ok(Planner { app: app.clone(), head, org, id, row })
    }
}

impl FromRequest<App> for PlannersForm {
    type Rejection = Wrong;

    async fn from_request(request: Request, app: &App) -> Result<PlannersForm, Wrong> {
        let (mut parts, rest) = request.into_parts();
        let Planner { app, head, org, id, .. } =
            Planner::from_request_parts(&mut parts, app).await?;
        let (fields, op) = body(&head, Request::from_parts(parts, rest)).await?;
        Ok(PlannersForm { app, head, org, id, fields, op })
    }
}

/// Returns the meeting that the path names as `{id}`.
pub async fn meeting_in_path(parts: &mut Parts, app: &App) -> Result<MeetingId, Wrong> {
    let params = RawPathParams::from_request_parts(parts, app).await;
    let params = params.map_err(|_| Wrong::Missing)?;
    let found = params.iter().find(|(name, _)| *name == "id");
    found.map(|(_, id)| id.into()).ok_or(Wrong::Missing)
}

/// Tells whether one of the roles plans the meeting that they are in.
#[must_use]
pub fn may_plan(roles: &[AccessRole]) -> bool {
    roles.iter().any(|role| matches!(role, AccessRole::Leader | AccessRole::Organiser))
}

/// Returns the newest version of a plan, with an id on every row.
pub async fn newest_plan(org: &Org, meeting: &MeetingId) -> Result<(PlanVersion, Plan), Wrong> {
    let (version, body) = org.plan(meeting).await?.ok_or(Wrong::Missing)?;
    let plan: Plan = serde_json::from_str(&body).context("a plan cannot be read")?;
    Ok((version, plan.with_ids()))
}

impl App {
    /// Returns another meeting of the same organisation; `Missing` to those who may not plan it.
    pub async fn also_planned(
        &self,
        head: &RequestHead,
        org: &Org,
        meeting: &MeetingId,
    ) -> Result<MeetingRow, Wrong> {
        let roles = self.roles(&head.device, org.id(), meeting).await?;
        let row = org.meeting(meeting).await?;
        row.filter(|_| may_plan(&roles)).ok_or(Wrong::Missing)
    }
}
