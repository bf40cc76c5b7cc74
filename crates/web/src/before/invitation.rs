//! The invitation: what to send, and what has become of it.
//!
//! The program sends no mail. It gives the text and the calendar file, and remembers that they
//! went out.
//!
//! **Invariant `mirror-not-gate`:** what is missing asks for a line and never stops an invitation.

pub mod page;
pub mod text;

use agenda::invitation::{CalendarEvent, calendar_file};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use kernel::ids::PlanVersion;
use kernel::limits::LINE_GRAPHEMES_MAX;
use kernel::time::Moment;
use plan::document::{Plan, Standing};
use store::Org;
use store::meetings::MeetingRow;

use crate::App;
use crate::before::editor::keep::Changed;
use crate::before::invitation::page::{Invitation, invitation_page};
use crate::before::invitation::text::{invitation_text, invitation_title};
use crate::door::planner::{Planner, PlannersForm, newest_plan};
use crate::shell::answer::{NotTaken, private, private_headers};
use crate::shell::clock;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::frame::Frame;
use crate::shell::request::RequestHead;

/// `GET /meetings/{id}/invitation`
pub async fn page(Planner { app, head, org, id, row }: Planner) -> Result<Response, Wrong> {
    let (_, plan) = newest_plan(&org, &id).await?;
    show_page(&app, &head, (&org, &row), &plan, false, "").await
}

async fn show_page(
    app: &App,
    head: &RequestHead,
    (org, row): (&Org, &MeetingRow),
    plan: &Plan,
    reason_missing: bool,
    typed: &str,
) -> Result<Response, Wrong> {
    let mut frame = head.frame(&app.shell);
    frame.meeting = row.id.as_str();
    frame.code = &row.code;
    frame.join_token = &row.join_token;
    let missing = app.missing(org, &row.id, plan, frame.lang).await?;
    let event = event(&frame, plan, PlanVersion::default());
    let has_calendar = calendar_file(&event.as_event()).is_some();
    let invitation = Invitation { plan, missing: &missing, has_calendar, reason_missing, typed };
    Ok(private(&invitation_page(&frame, &invitation)))
}

/// `GET /meetings/{id}/invitation.ics`
pub async fn calendar(Planner { app, head, org, id, row }: Planner) -> Result<Response, Wrong> {
    let (version, plan) = newest_plan(&org, &id).await?;
    let mut frame = head.frame(&app.shell);
    frame.meeting = row.id.as_str();
    frame.code = &row.code;
    frame.join_token = &row.join_token;
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

fn event(frame: &Frame<'_>, plan: &Plan, version: PlanVersion) -> Made {
    Made {
        uid: format!("mote-{}@{}", frame.meeting, frame.host().replace(':', "-")),
        stamp: frame.now,
        title: invitation_title(frame, plan),
        description: invitation_text(frame, plan),
        url: frame.join_address(),
        sequence: version.0,
        plan: plan.clone(),
    }
}

impl Made {
    fn as_event(&self) -> CalendarEvent<'_> {
        let is_off = matches!(self.plan.standing, Standing::CalledOff { .. } | Standing::Notice);
        CalendarEvent {
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
    PlannersForm { app, head, org, id, fields, op }: PlannersForm,
) -> Result<Response, Wrong> {
    let reason = line(&fields, "reason");
    let wished = fields.text("do").to_owned();
    if wished == "send" && reason.is_empty() {
        let (_, plan) = newest_plan(&org, &id).await?;
        if !app.missing(&org, &id, &plan, head.lang(None)).await?.is_empty() {
            let row = org.meeting(&id).await?.ok_or(Wrong::Missing)?;
            return reason_wanted(&app, &head, (&org, &row), &plan).await;
        }
    }
    let today = clock::today().map(|day| day.to_string()).unwrap_or_default();
    let standing = match wished.as_str() {
        "send" => {
            Standing::Sent { on: today, in_spite_of: reason, version: PlanVersion::default() }
        }
        "notice" => Standing::Notice,
        "call-off" => Standing::CalledOff { why: reason },
        "take-up" => Standing::Draft,
        _ => return Err(Wrong::Unreadable { field: "do" }),
    };
    let change = |newest: PlanVersion, plan: &Plan| {
        let standing = becomes(&standing, plan, newest);
        Ok(Changed::from(Plan { standing, ..plan.clone() }))
    };
    let answer = app.keep(&org, &id, op, change).await?;
    Ok(head.done(&answer, &format!("/meetings/{id}/invitation")))
}

/// A plan that is sent knows the version that says so, and one that is sent again as it stands
/// stays as it is.
fn becomes(wished: &Standing, plan: &Plan, newest: PlanVersion) -> Standing {
    let Standing::Sent { on, in_spite_of, .. } = wished else { return wished.clone() };
    let sent =
        |version| Standing::Sent { on: on.clone(), in_spite_of: in_spite_of.clone(), version };
    if plan.standing == sent(newest) { sent(newest) } else { sent(newest.next()) }
}

async fn reason_wanted(
    app: &App,
    head: &RequestHead,
    at: (&Org, &MeetingRow),
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
    Ok(problem.on(show_page(app, head, at, plan, true, "").await?))
}

fn line(fields: &Fields, name: &str) -> String {
    let words = fields.text(name).split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LINE_GRAPHEMES_MAX).collect()
}
