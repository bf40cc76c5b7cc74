//! Reading and writing the plan: the page, the whole form, one field, and taking a change back.

use anyhow::Context as _;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse as _, Response};
use plan::document::Plan;
use serde_json::json;

use super::keep::Changed;
use super::{View, field, page};
use crate::App;
use crate::access::ORG;
use crate::asked::Asked;
use crate::fields::Fields;
use crate::show;
use crate::wishes::body;
use crate::wrong::Wrong;
use kernel::time::Moment;

impl App {
    /// Returns the newest version as the editor shows it.
    pub async fn view(&self, meeting: &str) -> Result<View, Wrong> {
        let (version, plan) = self.newest_plan(meeting).await?;
        let saved_at = self.store.plan_saved_at(ORG, meeting, version).await?;
        Ok(View { plan, version, saved_at: Moment(saved_at.unwrap_or_default()) })
    }
}

/// `GET /meetings/{id}/plan`
pub async fn plan(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    app.may_plan(&asked, &id).await?;
    let view = app.view(&id).await?;
    if asked.wants_json {
        let body = json!({ "version": view.version, "plan": view.plan });
        return Ok(axum::Json(body).into_response());
    }
    let row = app.store.meeting(ORG, &id).await?.ok_or(Wrong::Missing)?;
    let mut frame = asked.frame(&app);
    frame.meeting = &row.id;
    frame.code = &row.code;
    frame.seq = view.version;
    Ok(show::private(&page::page(&frame, &view)))
}

/// `POST /meetings/{id}/plan`: the whole form, merged in, and then what the button asked for.
pub async fn save(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    app.may_plan(&asked, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let seen: i64 = fields.number("version")?;
    let base = app.plan_version(&id, seen).await?;
    let mine = plan_of(&fields, &base)?;
    let answer = app.keep(&id, op, |newest, theirs| {
        let _ = (newest, theirs);
        Ok(Changed::from(mine.clone()))
    });
    let answer = answer.await?;
    Ok(asked.done(&answer, &format!("/meetings/{id}/plan")))
}

/// Reads a plan: a whole document under `plan`, or the fields of the form over what stood there.
fn plan_of(fields: &Fields, base: &Plan) -> Result<Plan, Wrong> {
    if let Some(document) = fields.get("plan") {
        let plan: Plan =
            serde_json::from_str(document).map_err(|_| Wrong::Unreadable { field: "plan" })?;
        return Ok(plan.with_ids());
    }
    let mut plan = base.clone();
    for (name, value) in fields.pairs() {
        field::write(&mut plan, name, value);
    }
    Ok(plan)
}

impl App {
    /// Returns one version of a plan, with an id on every row.
    pub async fn plan_version(&self, meeting: &str, version: i64) -> Result<Plan, Wrong> {
        let text = self.store.plan_at(ORG, meeting, version).await?;
        let text = text.ok_or(Wrong::Unreadable { field: "version" })?;
        let plan: Plan = serde_json::from_str(&text).context("a plan cannot be read")?;
        Ok(plan.with_ids())
    }
}
