//! The invitation: what to send, and what has become of it.
//!
//! The program sends no mail. It gives the text and the calendar file, and remembers that they
//! went out.
//!
//! **Invariant `mirror-not-gate`:** what is missing asks for a line and never stops an invitation.

pub mod page;
pub mod text;

use agenda::invitation::{Event, calendar_file};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use kernel::limits::LINE_GRAPHEMES_MAX;
use kernel::time::Moment;
use plan::document::{Plan, Standing};

use crate::App;
use crate::before::editor::keep::Changed;
use crate::before::invitation::page::{Invitation, invitation_page};
use crate::before::invitation::text::{invitation_text, invitation_title};
use crate::door::access::ORG;
use crate::door::planner::{Planner, PlannersForm};
use crate::shell::answer::{NotTaken, private, private_headers};
use crate::shell::clock;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::frame::Frame;
use crate::shell::request::RequestHead;

/// `GET /meetings/{id}/invitation`
pub async fn page(Planner { app, head, id }: Planner) -> Result<Response, Wrong> {
    let (_, plan) = app.newest_plan(&id).await?;
    show_page(&app, &head, &id, &plan, false, "").await
}

async fn show_page(
    app: &App,
    head: &RequestHead,
    id: &str,
    plan: &Plan,
    reason_missing: bool,
    typed: &str,
) -> Result<Response, Wrong> {
    let row = app.store.meeting(ORG, id).await?.ok_or(Wrong::Missing)?;
    let mut frame = head.frame(&app.shell);
    frame.meeting = &row.id;
    frame.code = &row.code;
    let missing = app.missing(id, plan, frame.lang).await?;
    let event = event(&frame, plan, 0);
    let has_calendar = calendar_file(&event.as_event()).is_some();
    let invitation = Invitation { plan, missing: &missing, has_calendar, reason_missing, typed };
    Ok(private(&invitation_page(&frame, &invitation)))
}

/// `GET /meetings/{id}/invitation.ics`
pub async fn calendar(Planner { app, head, id }: Planner) -> Result<Response, Wrong> {
    let (version, plan) = app.newest_plan(&id).await?;
    let row = app.store.meeting(ORG, &id).await?.ok_or(Wrong::Missing)?;
    let mut frame = head.frame(&app.shell);
    frame.meeting = &row.id;
    frame.code = &row.code;
    let event = event(&frame, &plan, version);
    let file = calendar_file(&event.as_event()).ok_or(Wrong::Missing)?;
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mote.ics\""),
    ];
    Ok((private_headers(), headers, file).into_response())
}

/// An event with texts of its own.
struct Made {
    uid: String,
    stamp: Moment,
    title: String,
    description: String,
    url: String,
    sequence: i64,
    plan: Plan,
}

fn event(frame: &Frame<'_>, plan: &Plan, version: i64) -> Made {
    Made {
        uid: format!("mote-{}@{}", frame.meeting, frame.host().replace(':', "-")),
        stamp: frame.now,
        title: invitation_title(frame, plan),
        description: invitation_text(frame, plan),
        url: frame.join_address(),
        sequence: version,
        plan: plan.clone(),
    }
}

impl Made {
    fn as_event(&self) -> Event<'_> {
        let is_off = matches!(self.plan.standing, Standing::CalledOff { .. } | Standing::Notice);
        Event {
            uid: &self.uid,
            sequence: self.sequence,
            stamp: self.stamp,
            starts: self.plan.starts_at.parse().unwrap_or_default(),
            ends: self.plan.ends_at.parse().unwrap_or_default(),
            title: &self.title,
            description: &self.description,
            place: &self.plan.place,
            url: &self.url,
            called_off: is_off,
        }
    }
}

/// `POST /meetings/{id}/invitation`: `do` is `send`, `notice`, `call-off` or `take-up`; `reason`
/// is the line that goes with it.
pub async fn send(
    PlannersForm { app, head, id, fields, op }: PlannersForm,
) -> Result<Response, Wrong> {
    let reason = line(&fields, "reason");
    let wished = fields.text("do").to_owned();
    if wished == "send" && reason.is_empty() {
        let (_, plan) = app.newest_plan(&id).await?;
        if !app.missing(&id, &plan, head.lang(None)).await?.is_empty() {
            return reason_wanted(&app, &head, &id, &plan).await;
        }
    }
    let today = clock::today().map(|day| day.to_string()).unwrap_or_default();
    let standing = match wished.as_str() {
        "send" => Standing::Sent { on: today, in_spite_of: reason, version: 0 },
        "notice" => Standing::Notice,
        "call-off" => Standing::CalledOff { why: reason },
        "take-up" => Standing::Draft,
        _ => return Err(Wrong::Unreadable { field: "do" }),
    };
    let change = |newest: i64, plan: &Plan| {
        let standing = becomes(&standing, plan, newest);
        Ok(Changed::from(Plan { standing, ..plan.clone() }))
    };
    let answer = app.keep(&id, op, change).await?;
    Ok(head.done(&answer, &format!("/meetings/{id}/invitation")))
}

/// A plan that is sent knows the version that says so, and one that is sent again as it stands
/// stays as it is.
fn becomes(wished: &Standing, plan: &Plan, newest: i64) -> Standing {
    let Standing::Sent { on, in_spite_of, .. } = wished else { return wished.clone() };
    let sent =
        |version| Standing::Sent { on: on.clone(), in_spite_of: in_spite_of.clone(), version };
    if plan.standing == sent(newest) { sent(newest) } else { sent(newest + 1) }
}

async fn reason_wanted(
    app: &App,
    head: &RequestHead,
    id: &str,
    plan: &Plan,
) -> Result<Response, Wrong> {
    let word = |key| app.shell.texts.get(head.lang(None), key, &[]);
    let problem = NotTaken {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        code: "reason-wanted",
        title: word("invite-reason-wanted-title"),
        text: word("invite-reason-wanted"),
    };
    if head.wants_json {
        return Ok(problem.as_json(&[]));
    }
    Ok(problem.on(show_page(app, head, id, plan, true, "").await?))
}

fn line(fields: &Fields, name: &str) -> String {
    let words = fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LINE_GRAPHEMES_MAX).collect()
}
