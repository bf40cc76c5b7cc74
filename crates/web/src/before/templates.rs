//! The organisation's own templates: a plan kept to start from, renamed, removed.

use anyhow::Context as _;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::limits::NAME_GRAPHEMES_MAX;
use serde_json::json;
use store::templates::TemplateRow;

use crate::before::meetings::page::keep_template_page;
use crate::door::organiser::Organiser;
use crate::door::planner::{Planner, PlannersForm, newest_plan};
use crate::shell::answer::private;
use crate::shell::body::body;
use crate::shell::clock;
use crate::shell::failure::Wrong;

/// `GET /meetings/{id}/template`: the form that keeps a plan.
pub async fn page(Planner { app, head, org, id, .. }: Planner) -> Result<Response, Wrong> {
    let (_, plan) = newest_plan(&org, &id).await?;
    let mut frame = head.frame(&app.shell);
    frame.meeting = id.as_str();
    Ok(private(&keep_template_page(&frame, &plan.title, false)))
}

/// `POST /meetings/{id}/template`: `name`.
pub async fn keep(
    PlannersForm { app, head, org, id, fields, op }: PlannersForm,
) -> Result<Response, Wrong> {
    let name = short(fields.text("name")).ok_or(Wrong::Unreadable { field: "name" })?;
    let (_, plan) = newest_plan(&org, &id).await?;
    let body =
        serde_json::to_string(&plan.for_another_meeting()).context("a plan was not written")?;
    // Named by the operation, so that one that is sent twice is kept once.
    let row = TemplateRow { id: op.to_string(), name: name.clone(), body };
    if !org.add_template(&row, clock::now().0).await? {
        let mut frame = head.frame(&app.shell);
        frame.meeting = id.as_str();
        let mut page = private(&keep_template_page(&frame, &name, true));
        *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(page);
    }
    let back = format!("/meetings/{id}/plan");
    Ok(head.done(&json!({ "ok": true, "made": { "template": row.id } }), &back))
}

/// `POST /templates/{id}/name`
pub async fn rename(
    Organiser { head, org, .. }: Organiser,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, _) = body(&head, request).await?;
    let name = short(fields.text("name")).ok_or(Wrong::Unreadable { field: "name" })?;
    if !org.rename_template(&id, &name).await? {
        return Err(Wrong::Missing);
    }
    Ok(head.done(&json!({ "ok": true }), "/meetings/new"))
}

/// `POST /templates/{id}/removal`. Removing one that is gone is done already.
pub async fn remove(
    Organiser { head, org, .. }: Organiser,
    Path(id): Path<String>,
) -> Result<Response, Wrong> {
    org.remove_template(&id).await?;
    Ok(head.done(&json!({ "ok": true }), "/meetings/new"))
}

/// A name in one line; nothing when there is none.
fn short(text: &str) -> Option<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then(|| line.chars().take(NAME_GRAPHEMES_MAX).collect())
}
