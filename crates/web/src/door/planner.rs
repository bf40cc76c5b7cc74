//! Who may plan a meeting, before a handler sees anything of it (`access-first`).

use anyhow::Context as _;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use plan::document::Plan;

use crate::App;
use crate::door::access::{ORG, Role};
use crate::door::who::{Proof, Who};
use crate::shell::body::body;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::RequestHead;

/// A request by somebody who may plan the meeting in the path.
pub struct Planner {
    pub app: App,
    pub head: RequestHead,
    pub id: String,
}

/// A form posted by somebody who may plan the meeting in the path.
pub struct PlannersForm {
    pub app: App,
    pub head: RequestHead,
    pub id: String,
    pub fields: Fields,
    /// The operation's name: what is sent twice is done once.
    pub op: String,
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
        app.may_plan(&head, &id).await?;
        Ok(Planner { app: app.clone(), head, id })
    }
}

impl FromRequest<App> for PlannersForm {
    type Rejection = Wrong;

    async fn from_request(request: Request, app: &App) -> Result<PlannersForm, Wrong> {
        let (mut parts, rest) = request.into_parts();
        let Planner { app, head, id } = Planner::from_request_parts(&mut parts, app).await?;
        let (fields, op) = body(&head, Request::from_parts(parts, rest)).await?;
        Ok(PlannersForm { app, head, id, fields, op })
    }
}

/// Returns the meeting that the path names as `{id}`.
pub async fn meeting_in_path(parts: &mut Parts, app: &App) -> Result<String, Wrong> {
    let params = RawPathParams::from_request_parts(parts, app).await;
    let params = params.map_err(|_| Wrong::Missing)?;
    let found = params.iter().find(|(name, _)| *name == "id");
    found.map(|(_, id)| id.to_owned()).ok_or(Wrong::Missing)
}

impl App {
    /// Answers `Missing` to those who may not plan the meeting.
    pub async fn may_plan(&self, head: &RequestHead, meeting: &str) -> Result<(), Wrong> {
        let roles = self.roles(&head.device, meeting).await?;
        let may = roles.iter().any(|role| matches!(role, Role::Leader | Role::Organiser));
        if may && self.store.meeting(ORG, meeting).await?.is_some() {
            Ok(())
        } else {
            Err(Wrong::Missing)
        }
    }

    /// Returns the newest version of a plan, with an id on every row.
    pub async fn newest_plan(&self, meeting: &str) -> Result<(i64, Plan), Wrong> {
        let (version, body) = self.store.plan(ORG, meeting).await?.ok_or(Wrong::Missing)?;
        let plan: Plan = serde_json::from_str(&body).context("a plan cannot be read")?;
        Ok((version, plan.with_ids()))
    }
}
