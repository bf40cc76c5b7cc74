//! Meetings before they are held: the list, a new one from a template, and the plan.

use anyhow::Context as _;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::ids::SeatId;
use kernel::lang::Lang;
use meeting::command::{Actor, Command};
use plan::document::{Plan, Problem};
use serde_json::json;
use store::meetings::{CreateError, MeetingRow, NewMeeting};
use store::plans::{PlanEdit, Saved};

use crate::access::{ORG, Role};
use crate::asked::Asked;
use crate::fields::Fields;
use crate::limits::CODE_KEPT;
use crate::pages::{self, MeetingLine, plan_from_form};
use crate::rooms::Room;
use crate::wishes::body;
use crate::wrong::Wrong;
use crate::{App, chance, clock, show};

/// Tells whether the code of a meeting still means that meeting: while it is open, and then for a
/// day, in which whoever comes late is told that it is over, and an end can be undone.
#[must_use]
pub fn is_spoken_of(row: &MeetingRow) -> bool {
    let kept_ms = i64::try_from(CODE_KEPT.as_millis()).unwrap_or(i64::MAX);
    row.ended_at.is_none_or(|ended_at| clock::now().0 < ended_at.saturating_add(kept_ms))
}

/// How often a code is drawn again because another open meeting has it.
const CODE_TRIES_MAX: usize = 50;

/// A plan to start from, in every language.
#[derive(Clone, Debug)]
pub struct Template {
    pub name: String,
    /// Bokmål, nynorsk, English.
    pub plans: [Plan; 3],
}

impl Template {
    #[must_use]
    pub fn plan(&self, lang: Lang) -> &Plan {
        let [nb, nn, en] = &self.plans;
        match lang {
            Lang::Nb => nb,
            Lang::Nn => nn,
            Lang::En => en,
        }
    }
}

/// A new meeting with its links.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Made {
    pub meeting: String,
    pub code: String,
    pub leader: String,
    pub wall: String,
    pub join: String,
}

impl App {
    /// Makes a meeting of a plan, with a code and one link for each role.
    pub async fn create_meeting(&self, plan: &Plan) -> Result<Made, Wrong> {
        let now = clock::now();
        let body = serde_json::to_string(plan).context("a plan was not written")?;
        for _ in 0..CODE_TRIES_MAX {
            let code = chance::code()?;
            let holder = self.store.meeting_by_code(&code).await?;
            if holder.is_some_and(|row| is_spoken_of(&row)) {
                continue;
            }
            let made = Made {
                meeting: chance::hex(&chance::bytes::<8>()?),
                code,
                leader: chance::token()?,
                wall: chance::token()?,
                join: chance::token()?,
            };
            let row =
                |token: &str, role: Role| role.row(&chance::hash(token), Some(&made.meeting), now);
            let access = vec![
                row(&made.leader, Role::Leader),
                row(&made.wall, Role::Wall),
                row(&made.join, Role::Join),
            ];
            let new = NewMeeting {
                org: ORG.to_owned(),
                id: made.meeting.clone(),
                code: made.code.clone(),
                title: plan.title.clone(),
                created_at: now.0,
                plan: body.clone(),
                access,
                outbox: vec![],
            };
            match self.store.create_meeting(new).await {
                Ok(()) => return Ok(made),
                Err(CreateError::CodeTaken | CreateError::Exists) => (),
                Err(CreateError::NulInText) => return Err(Wrong::Unreadable { field: "title" }),
                Err(CreateError::Failed(why)) => {
                    return Err(Wrong::from(why.context("a meeting was not made")));
                }
            }
        }
        Err(Wrong::Busy { retry_s: 5 })
    }

    /// Opens the lobby of a room with the newest plan, unless it is open.
    pub async fn ensure_open(&self, room: &Room) -> Result<(), Wrong> {
        room.ensure_open(async { Ok(self.newest_plan(room.id()).await?.1) }).await
    }

    /// Joins a person to a meeting and returns the seat with a token of its own.
    pub async fn seat_with_token(
        &self,
        meeting: &str,
        name: &str,
    ) -> Result<(SeatId, String), Wrong> {
        let room = self.rooms.room(meeting).await?;
        self.ensure_open(&room).await?;
        let token = chance::token()?;
        let grant = crate::rooms::Grant { token_hash: chance::hash(&token) };
        let command = Command::Join { name: name.to_owned(), without_device: false };
        let answer = room.wish(Actor::Newcomer, command, chance::op()?, Some(grant)).await?;
        let seat = answer.made("seat").ok_or(Wrong::Missing)?;
        Ok((SeatId(seat), token))
    }

    async fn newest_plan(&self, meeting: &str) -> Result<(i64, Plan), Wrong> {
        let (version, body) = self.store.plan(ORG, meeting).await?.ok_or(Wrong::Missing)?;
        let plan = serde_json::from_str(&body).context("a plan cannot be read")?;
        Ok((version, plan))
    }

    async fn may_plan(&self, asked: &Asked, meeting: &str) -> Result<(), Wrong> {
        let roles = self.roles(&asked.device, meeting).await?;
        let may = roles.iter().any(|role| matches!(role, Role::Leader | Role::Organiser));
        if may && self.store.meeting(ORG, meeting).await?.is_some() {
            Ok(())
        } else {
            Err(Wrong::Missing)
        }
    }
}

pub async fn meetings(State(app): State<App>, asked: Asked) -> Result<Response, Wrong> {
    organiser(&app, &asked).await?;
    let mut lines = vec![];
    for row in app.store.meetings(ORG).await? {
        let plan = app.newest_plan(&row.id).await.map(|(_, plan)| plan).unwrap_or_default();
        lines.push(MeetingLine {
            id: row.id,
            code: row.code,
            title: plan.title,
            starts_at: plan.starts_at,
            ended: row.ended_at.is_some(),
        });
    }
    Ok(show::private(&pages::meetings_page(&asked.frame(&app), &lines)))
}

async fn organiser(app: &App, asked: &Asked) -> Result<(), Wrong> {
    if app.is_organiser(&asked.device).await? { Ok(()) } else { Err(Wrong::Missing) }
}

pub async fn new_meeting(State(app): State<App>, asked: Asked) -> Result<Response, Wrong> {
    organiser(&app, &asked).await?;
    Ok(new_form(&app, &asked, None))
}

fn new_form(app: &App, asked: &Asked, problem: Option<&str>) -> Response {
    let frame = asked.frame(app);
    let lines = app
        .templates
        .iter()
        .map(|template| (template.name.clone(), template.plan(frame.lang).title.clone()));
    let lines: Vec<(String, String)> = lines.collect();
    show::private(&pages::new_meeting_page(&frame, &lines, problem))
}

/// `POST /meetings`: from a template, with a title, a time and a language of its own.
pub async fn create(
    State(app): State<App>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    organiser(&app, &asked).await?;
    let (fields, _) = body(&asked, request).await?;
    let lang = fields.get("lang").and_then(Lang::from_tag).unwrap_or(asked.lang(None));
    let name = fields.text("template");
    let template = app.templates.iter().find(|template| template.name == name);
    let template = template.ok_or(Wrong::Unreadable { field: "template" })?;
    let mut plan = template.plan(lang).clone();
    if let Some(title) = fields.get("title") {
        title.trim().clone_into(&mut plan.title);
    }
    plan.starts_at = fields.text("starts_at").to_owned();
    let problems = plan.problems(|tool| tools::named(tool).is_some());
    if !problems.is_empty() {
        let why = app.texts.get(asked.lang(None), "problem-start-unreadable", &[]);
        return problem_answer(&asked, &problems, || new_form(&app, &asked, Some(&why)));
    }
    let made = app.create_meeting(&plan).await?;
    let go = format!("/meetings/{}/plan", made.meeting);
    let json = json!({
        "ok": true,
        "go": go,
        "made": { "meeting": made.meeting, "code": made.code },
        "links": links(&asked.origin, &made),
    });
    Ok(asked.done(&json, &go))
}

/// Returns the addresses of a new meeting's links.
#[must_use]
pub fn links(origin: &str, made: &Made) -> serde_json::Value {
    json!({
        "console": format!("{origin}/l/{}", made.leader),
        "wall": format!("{origin}/w/{}", made.wall),
        "join": format!("{origin}/j/{}", made.join),
    })
}

fn problem_answer(
    asked: &Asked,
    problems: &[Problem],
    page: impl FnOnce() -> Response,
) -> Result<Response, Wrong> {
    let mut response = if asked.wants_json {
        let problems = serde_json::to_value(problems).map_err(anyhow::Error::from)?;
        let error = json!({ "error": { "code": "plan-problems", "title": "", "text": "",
            "problems": problems } });
        axum::response::IntoResponse::into_response(axum::Json(error))
    } else {
        page()
    };
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

pub async fn plan(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    app.may_plan(&asked, &id).await?;
    let (version, plan) = app.newest_plan(&id).await?;
    if asked.wants_json {
        let body = json!({ "version": version, "plan": plan });
        let response = axum::response::IntoResponse::into_response(axum::Json(body));
        return Ok(response);
    }
    let row = app.store.meeting(ORG, &id).await?.ok_or(Wrong::Missing)?;
    let mut frame = asked.frame(&app);
    frame.meeting = &row.id;
    frame.code = &row.code;
    Ok(show::private(&pages::plan_page(&frame, &plan, version, &[], None)))
}

/// `POST /meetings/{id}/plan`: a new version, made from the one its author saw.
pub async fn save(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    app.may_plan(&asked, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let expected_version = fields.number("version")?;
    let (_, before) = app.newest_plan(&id).await?;
    let plan = plan_of(&fields, &before)?;
    let problems = plan.problems(|tool| tools::named(tool).is_some());
    let row = app.store.meeting(ORG, &id).await?.ok_or(Wrong::Missing)?;
    let mut frame = asked.frame(&app);
    frame.meeting = &row.id;
    frame.code = &row.code;
    if !problems.is_empty() {
        return problem_answer(&asked, &problems, || {
            show::private(&pages::plan_page(&frame, &plan, expected_version, &problems, None))
        });
    }
    let body = serde_json::to_string(&plan).context("a plan was not written")?;
    let now = clock::now();
    let go = format!("/meetings/{id}/plan");
    let answer = json!({
        "ok": true,
        "saved_at": clock::as_clock(now),
        "version": expected_version + 1,
    });
    let edit = PlanEdit {
        org: ORG.to_owned(),
        meeting: id.clone(),
        expected_version,
        body: body.clone(),
        at: now.0,
        op: Some(store::log::Op { id: op, answer: answer.to_string() }),
        outbox: vec![],
    };
    match app.store.save_plan(edit).await? {
        Saved::New { .. } => {
            app.store.change_title(ORG, &id, &plan.title).await?;
            Ok(asked.done(&answer, &go))
        }
        Saved::Repeated { answer } => {
            let answer = serde_json::from_str(&answer).map_err(anyhow::Error::from)?;
            Ok(asked.done(&answer, &go))
        }
        Saved::Moved { current_version, body: theirs } => {
            if asked.wants_json {
                return Err(Wrong::PlanChanged { yours: body, theirs, version: current_version });
            }
            let theirs: Plan = serde_json::from_str(&theirs).context("a plan cannot be read")?;
            let page = pages::plan_page(&frame, &plan, current_version, &[], Some(&theirs));
            let mut response = show::private(&page);
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
    }
}

/// Reads a plan: a whole document under `plan`, or the fields of the form over what stood there.
fn plan_of(fields: &Fields, before: &Plan) -> Result<Plan, Wrong> {
    match fields.get("plan") {
        Some(document) => {
            serde_json::from_str(document).map_err(|_| Wrong::Unreadable { field: "plan" })
        }
        None => Ok(plan_from_form(fields.pairs(), before)),
    }
}
