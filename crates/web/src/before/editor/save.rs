//! Reading and writing the plan: the page, the whole form, one field, and taking a change back.

use anyhow::Context as _;
use axum::response::{IntoResponse as _, Response};
use kernel::ids::{MeetingId, PlanVersion};
use kernel::lang::Lang;
use kernel::time::Moment;
use plan::advice::tap::{Tap, tap};
use plan::document::Plan;
use plan::edit::Desk;
use plan::lint::around::Around;
use plan::lint::texts::Wording;
use plan::merge;
use serde_json::{Value, json};
use store::Org;

use super::keep::Changed;
use super::{View, field, page, said};
use crate::App;
use crate::door::planner::{Planner, PlannersForm, newest_plan};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;

impl App {
    /// Returns the newest version as the editor shows it.
    pub async fn view(&self, org: &Org, meeting: &MeetingId) -> Result<View, Wrong> {
        let (version, plan) = newest_plan(org, meeting).await?;
        let saved_at = org.plan_saved_at(meeting, version).await?;
        let advised = self.advised(org, meeting, &plan).await?;
        let saved_at = Moment(saved_at.unwrap_or_default());
        let stage = self.rooms.room(org, meeting).await?.stage();
        Ok(View { plan, version, saved_at, stage, advised })
    }
}

/// Returns one version of a plan, with an id on every row.
pub async fn plan_version(
    org: &Org,
    meeting: &MeetingId,
    version: PlanVersion,
) -> Result<Plan, Wrong> {
    let text = org.plan_at(meeting, version).await?;
    let text = text.ok_or(Wrong::Unreadable { field: "version" })?;
    let plan: Plan = serde_json::from_str(&text).context("a plan cannot be read")?;
    Ok(plan.with_ids())
}

/// `GET /meetings/{id}/plan`
pub async fn plan(Planner { app, head, org, id, row }: Planner) -> Result<Response, Wrong> {
    let view = app.view(&org, &id).await?;
    if head.wants_json {
        let body = json!({ "version": view.version, "plan": view.plan });
        return Ok(axum::Json(body).into_response());
    }
    let mut frame = head.frame(&app.shell);
    frame.meeting = row.id.as_str();
    frame.code = &row.code;
    frame.join_token = &row.join_token;
    frame.seq = view.version.0;
    Ok(private(&page::page(&frame, &view)))
}

/// `POST /meetings/{id}/plan`: the whole form, merged in, and then what the button asked for.
pub async fn save(
    PlannersForm { app, head, org, id, fields, op }: PlannersForm,
) -> Result<Response, Wrong> {
    let base = plan_version(&org, &id, PlanVersion(fields.number("version")?)).await?;
    let mine = plan_of(&fields, &base)?;
    let pressed = fields.all("do").last().filter(|pressed| !["", "save"].contains(pressed));
    let wished = pressed.map(str::parse::<Tap>).transpose().map_err(Wrong::NotEdited)?;
    let around = app.around(&org, &id).await?;
    let button = Button { app: &app, lang: head.lang(None), fields: &fields, around };
    let change = |_: PlanVersion, theirs: &Plan| {
        let merged = merge::plans(&base, &mine, theirs);
        match &wished {
            Some(wished) => button.does(wished, &merged),
            None => Ok(Changed::from(merged)),
        }
    };
    let answer = app.keep(&org, &id, op, change).await?;
    let parts = pressed.into_iter().flat_map(|pressed| pressed.split(':').skip(1));
    let mut rows = parts.filter(|part| base.items.iter().any(|item| item.id == *part));
    let row = rows.next().map_or(String::new(), |row| format!("#row-{row}"));
    Ok(head.done(&answer, &format!("/meetings/{id}/plan{row}")))
}

/// A button of the form, and what it may need.
struct Button<'a> {
    app: &'a App,
    lang: Lang,
    fields: &'a Fields,
    around: Around,
}

impl Button<'_> {
    fn does(&self, wished: &Tap, plan: &Plan) -> Result<Changed, Wrong> {
        let reason = if let Tap::Dismiss(rule) = wished {
            self.fields.text(&format!("reason-{rule}"))
        } else {
            ""
        };
        let texts = Wording::of(&self.app.shell.texts, plan.lang);
        let desk = Desk { ways: tools::ALL, texts, reason };
        let pressed = tap(plan, wished, &self.around, &desk).map_err(Wrong::NotEdited)?;
        let says = said::done(&self.app.shell.texts, self.lang, &pressed.done);
        Ok(Changed { plan: pressed.plan, says: vec![("says", Value::String(says))] })
    }
}

/// Reads a plan: a whole document under `plan`, or the fields of the form over what stood there.
fn plan_of(fields: &Fields, base: &Plan) -> Result<Plan, Wrong> {
    if let Some(document) = fields.get("plan") {
        // A list would read as a plan whose every field is left out.
        let is_object = document.trim_start().starts_with('{');
        let plan = serde_json::from_str::<Plan>(document).ok().filter(|_| is_object);
        return Ok(plan.ok_or(Wrong::Unreadable { field: "plan" })?.with_ids());
    }
    let mut plan = base.clone();
    for (name, value) in fields.pairs() {
        field::write(&mut plan, name, value);
    }
    Ok(plan)
}

/// `POST /meetings/{id}/plan/words`: what one field was, and what it is now.
pub async fn words(
    PlannersForm { app, head, org, id, fields, op }: PlannersForm,
) -> Result<Response, Wrong> {
    let name = fields.get("field").ok_or(Wrong::Unreadable { field: "field" })?;
    let (before, text) = (fields.text("before"), fields.text("text"));
    let change = |_: PlanVersion, theirs: &Plan| {
        let gone = || Wrong::RowGone { yours: text.to_owned() };
        let now = field::read(theirs, name).ok_or_else(gone)?;
        let before = as_kept(theirs, name, before);
        let mine = as_kept(theirs, name, text);
        let is_words = field::is_words(theirs, name);
        let merged = if is_words { merge::words(&before, &mine, &now) } else { mine };
        let mut plan = theirs.clone();
        field::write(&mut plan, name, &merged);
        // A number may have been held to its limit.
        let is_as_typed = now == before && (is_words || merged == text);
        let says = if is_as_typed { vec![] } else { vec![("text", Value::String(merged))] };
        Ok(Changed { plan, says })
    };
    let answer = app.keep(&org, &id, op, change).await?;
    Ok(head.done(&answer, &format!("/meetings/{id}/plan")))
}

/// A field's text as the plan would give it back: lists without their empty lines.
fn as_kept(plan: &Plan, name: &str, text: &str) -> String {
    let mut scratch = plan.clone();
    field::write(&mut scratch, name, text);
    field::read(&scratch, name).unwrap_or_default()
}

/// `POST /meetings/{id}/plan/undo`: takes back what one version changed, and nothing that came
/// after it. Redo is to take back the taking back.
pub async fn undo(
    PlannersForm { app, head, org, id, fields, op }: PlannersForm,
) -> Result<Response, Wrong> {
    let version: i64 = fields.number("version")?;
    let done = plan_version(&org, &id, PlanVersion(version)).await?;
    // The first version has none before it, and taking it back changes nothing.
    let before = plan_version(&org, &id, PlanVersion(version.saturating_sub(1).max(1))).await?;
    let says = app.shell.texts.get(head.lang(None), "said-undone", &[]);
    let change = |_: PlanVersion, theirs: &Plan| {
        let plan = merge::plans(&done, &before, theirs);
        Ok(Changed { plan, says: vec![("says", Value::String(says.clone()))] })
    };
    let answer = app.keep(&org, &id, op, change).await?;
    Ok(head.done(&answer, &format!("/meetings/{id}/plan")))
}
