//! «Flytt til et annet møte»: a row leaves this program and stands last in another.

use axum::response::Response;
use kernel::ids::{MeetingId, PlanVersion};
use maud::{Markup, html};
use plan::document::{Item, Plan};
use serde_json::Value;
use store::Org;

use super::keep::Changed;
use crate::App;
use crate::door::planner::{Planner, PlannersForm, newest_plan};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::request::RequestHead;

/// `GET /meetings/{id}/plan/away?item=i3`
pub async fn choose(Planner { app, head, org, id, row }: Planner) -> Result<Response, Wrong> {
    let (_, plan) = newest_plan(&org, &id).await?;
    let item = head.query("item").and_then(|item| find(&plan, item)).ok_or(Wrong::Missing)?;
    let meetings = app.other_meetings(&head, &org, &id).await?;
    let mut frame = head.frame(&app.shell);
    frame.meeting = row.id.as_str();
    Ok(private(&choose_page(&frame, item, &meetings)))
}

/// `POST /meetings/{id}/plan/away`: the row is stored there before it leaves here, so that it is
/// nowhere lost. The operation's name keeps it from being stored twice.
pub async fn away(
    PlannersForm { app, head, org, id, fields, op }: PlannersForm,
) -> Result<Response, Wrong> {
    let (item, to) = (fields.text("item"), MeetingId::from(fields.text("to")));
    app.also_planned(&head, &org, &to).await?;
    if to == id {
        return Err(Wrong::Unreadable { field: "to" });
    }
    let (_, plan) = newest_plan(&org, &id).await?;
    let Some(moved) = find(&plan, item).cloned() else {
        // Gone by this very operation, maybe, and then it is answered as it was the first time.
        let gone = |_: PlanVersion, _: &Plan| Err(Wrong::RowGone { yours: String::new() });
        let answer = app.keep(&org, &id, op, gone).await?;
        return Ok(head.done(&answer, &format!("/meetings/{id}/plan")));
    };
    let arrives = |_: PlanVersion, there: &Plan| {
        let mut there = there.clone();
        let id = there.take_id('i');
        let mut arrived = Item { id, returns_at: String::new(), ..moved.clone() };
        arrived.own_steps.iter_mut().for_each(|step| step.id.clear());
        there.items.push(arrived);
        there.name_own_steps();
        Ok(Changed::from(there))
    };
    app.keep(&org, &to, op.clone(), arrives).await?;
    let says = app.shell.texts.get(head.lang(None), "said-away", &[]);
    let leaves = |_: PlanVersion, here: &Plan| {
        let mut here = here.clone();
        here.items.retain(|it| it.id != item);
        Ok(Changed { plan: here, says: vec![("says", Value::String(says.clone()))] })
    };
    let answer = app.keep(&org, &id, op, leaves).await?;
    Ok(head.done(&answer, &format!("/meetings/{id}/plan")))
}

fn find<'p>(plan: &'p Plan, item: &str) -> Option<&'p Item> {
    plan.items.iter().find(|it| it.id == item)
}

impl App {
    /// Returns the other meetings that are not over and that the device may plan, with their
    /// titles.
    async fn other_meetings(
        &self,
        head: &RequestHead,
        org: &Org,
        meeting: &MeetingId,
    ) -> Result<Vec<(MeetingId, String)>, Wrong> {
        let mut others = vec![];
        for row in org.meetings().await? {
            let is_other = row.id != *meeting && row.ended_at.is_none();
            if is_other && self.also_planned(head, org, &row.id).await.is_ok() {
                let (_, plan) = newest_plan(org, &row.id).await?;
                others.push((row.id, plan.title));
            }
        }
        Ok(others)
    }
}

/// Returns the page where the other meeting is chosen.
#[must_use]
pub fn choose_page(f: &Frame<'_>, item: &Item, meetings: &[(MeetingId, String)]) -> Markup {
    let title = f.with("away-title", &[("what", item.title.as_str().into())]);
    let content = html! {
        p { a class="ds-link" href=(f.at("plan")) { (f.t("back-to-plan")) } }
        @if meetings.is_empty() {
            p { (f.t("away-none")) }
        } @else {
            form id="away-form" class="sl-stack" method="post" action=(f.at("plan/away")) {
                input type="hidden" name="item" value=(item.id);
                ds-field class="ds-field" {
                    label class="ds-label" for="away-to" { (f.t("away-to")) }
                    select class="ds-input" id="away-to" name="to" {
                        @for (id, title) in meetings {
                            option value=(id) { @if title.is_empty() { (f.t("ed-untitled")) } @else { (title) } }
                        }
                    }
                }
                p { button class="ds-button" { (f.t("away-move")) } }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}
