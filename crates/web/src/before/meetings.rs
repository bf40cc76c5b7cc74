//! Meetings before they are held: the list, a new one from a template, and the plan.

pub mod page;

use anyhow::Context as _;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::ids::{MeetingId, OpId, SeatId};
use kernel::lang::Lang;
use kernel::time::Moment;
use meeting::decide::people::PeopleWish;
use meeting::given::Actor;
use plan::document::{Plan, Problem};
use serde_json::json;
use store::access::Grant;
use store::meetings::{CreateError, MeetingRow, NewMeeting};
use store::{Org, Store};

use crate::App;
use crate::before::meetings::page::{MeetingLine, TemplateLine, Templates};
use crate::before::meetings::page::{meetings_page, new_meeting_page};
use crate::door::access::AccessRole;
use crate::door::codes::is_spoken_of;
use crate::door::lobby;
use crate::door::organiser::{Organiser, OrganisersForm};
use crate::door::planner::newest_plan;
use crate::shell::answer::{self, private};
use crate::shell::failure::Wrong;
use crate::shell::request::RequestHead;
use crate::shell::{chance, clock};

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
        lang.pick(self.plans.each_ref())
    }
}

/// A new meeting with its links.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Made {
    pub meeting: MeetingId,
    pub code: String,
    pub leader: String,
    pub wall: String,
    pub join: String,
}

impl Made {
    fn with_links(meeting: &MeetingId, code: String, join: String) -> Result<Made, Wrong> {
        let (leader, wall) = (chance::token()?, chance::token()?);
        Ok(Made { meeting: meeting.clone(), code, leader, wall, join })
    }

    fn access(&self, now: Moment) -> Vec<Grant> {
        let links = [
            (&self.leader, AccessRole::Leader),
            (&self.wall, AccessRole::Wall),
            (&self.join, AccessRole::Join),
        ];
        let grant = |(token, role): (&String, AccessRole)| {
            role.link(&chance::token_hash(token), Some(&self.meeting), now)
        };
        links.into_iter().map(grant).collect()
    }
}

/// Returns the id of the meeting that an operation makes.
fn id_of(op: &OpId) -> MeetingId {
    let id: String = chance::hash(&format!("meeting {op}")).chars().take(16).collect();
    id.into()
}

/// Makes a meeting of a plan, with a code and one link for each role.
pub async fn create_meeting(store: &Store, org: &Org, plan: &Plan) -> Result<Made, Wrong> {
    create_as(store, org, &id_of(&chance::op()?), plan).await
}

/// Makes the meeting with an id, unless it is made.
async fn create_as(store: &Store, org: &Org, id: &MeetingId, plan: &Plan) -> Result<Made, Wrong> {
    if let Some(row) = org.meeting(id).await? {
        return links_again(org, row).await;
    }
    let now = clock::now();
    let body = serde_json::to_string(plan).context("a plan was not written")?;
    for _ in 0..CODE_TRIES_MAX {
        let code = chance::code()?;
        let holder = store.meeting_by_code(&code).await?;
        if holder.is_some_and(|row| is_spoken_of(&row)) {
            continue;
        }
        let made = Made::with_links(id, code, chance::token()?)?;
        let access = made.access(now);
        let new = NewMeeting {
            id: made.meeting.clone(),
            code: made.code.clone(),
            title: plan.title.clone(),
            created_at: now.0,
            starts_at: lobby::start_of(plan),
            lobby_until: 0,
            join_token: made.join.clone(),
            plan: body.clone(),
            access,
            outbox: vec![],
        };
        match org.create_meeting(new).await {
            Ok(()) => return Ok(made),
            Err(CreateError::CodeTaken) => (),
            // The same operation came twice at the same time.
            Err(CreateError::Exists) => {
                let row = org.meeting(id).await?.ok_or(Wrong::Missing)?;
                return links_again(org, row).await;
            }
            Err(CreateError::NulInText) => return Err(Wrong::Unreadable { field: "title" }),
            Err(CreateError::Failed(why)) => {
                return Err(Wrong::from(why.context("a meeting was not made")));
            }
        }
    }
    Err(Wrong::Busy { retry_s: 5 })
}

/// Gives a meeting that is made new links beside those it has: tokens are not kept, but the one
/// that a whole room may scan.
async fn links_again(org: &Org, row: MeetingRow) -> Result<Made, Wrong> {
    let join = if row.join_token.is_empty() { chance::token()? } else { row.join_token };
    let made = Made::with_links(&row.id, row.code, join)?;
    org.grant(made.access(clock::now())).await?;
    Ok(made)
}

impl App {
    /// Joins a person to a meeting and returns the seat with a token of its own.
    pub async fn seat_with_token(
        &self,
        org: &Org,
        meeting: &MeetingId,
        name: &str,
    ) -> Result<(SeatId, String), Wrong> {
        let room = self.rooms.room(org, meeting).await?;
        self.ensure_open(&room).await?;
        let token = chance::token()?;
        let device = Some(chance::token_hash(&token));
        let command = PeopleWish::Join { name: name.to_owned(), without_device: false };
        let answer = room.wish(Actor::Newcomer, command, chance::op()?, device).await?;
        org.call_link(&chance::token_hash(&token)).await?;
        let seat = answer.made("seat").ok_or(Wrong::Missing)?;
        Ok((SeatId(seat), token))
    }
}

pub async fn meetings(Organiser { app, head, org }: Organiser) -> Result<Response, Wrong> {
    let mut lines = vec![];
    for row in org.meetings().await? {
        let plan = newest_plan(&org, &row.id).await.map(|(_, plan)| plan).unwrap_or_default();
        lines.push(MeetingLine {
            is_open: app.is_lobby_open(&row, clock::now()),
            id: row.id,
            code: row.code,
            title: plan.title,
            starts_at: plan.starts_at,
            ended: row.ended_at.is_some(),
        });
    }
    Ok(private(&meetings_page(&head.frame(&app.shell), &lines)))
}

pub async fn new_meeting(Organiser { app, head, org }: Organiser) -> Result<Response, Wrong> {
    new_form(&app, &head, &org, None).await
}

async fn new_form(
    app: &App,
    head: &RequestHead,
    org: &Org,
    problem: Option<&str>,
) -> Result<Response, Wrong> {
    let frame = head.frame(&app.shell);
    let shipped = app.templates.iter().map(|template| TemplateLine {
        value: template.name.clone(),
        name: template.plan(frame.lang).title.clone(),
    });
    let own = org.templates().await?.into_iter();
    let own = own.map(|row| TemplateLine { value: row.id, name: row.name });
    let mut earlier = vec![];
    for row in org.meetings().await? {
        let (_, plan) = newest_plan(org, &row.id).await?;
        if !plan.items.is_empty() {
            earlier.push(TemplateLine { value: row.id.to_string(), name: plan.title });
        }
    }
    let lines = Templates { shipped: shipped.collect(), own: own.collect(), earlier };
    Ok(private(&new_meeting_page(&frame, &lines, problem)))
}

/// `POST /meetings`: from a template, with a title, a time and a language of its own.
pub async fn create(
    OrganisersForm { app, head, org, fields, op }: OrganisersForm,
) -> Result<Response, Wrong> {
    let lang = fields.get("lang").and_then(Lang::from_tag).unwrap_or(head.lang(None));
    let mut plan = match fields.get("copy") {
        Some(earlier) => newest_plan(&org, &earlier.into()).await?.1,
        None => app.template_plan(&org, fields.text("template"), lang).await?,
    }
    .for_another_meeting();
    if let Some(title) = fields.get("title") {
        title.trim().clone_into(&mut plan.title);
    }
    plan.starts_at = fields.text("starts_at").to_owned();
    let problems = plan.problems(|tool| tools::named(tool).is_some());
    if problems.contains(&Problem::StartUnreadable) {
        let why = app.shell.texts.get(head.lang(None), "problem-start-unreadable", &[]);
        let title = app.shell.texts.get(head.lang(None), "problem-title", &[]);
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let problem = answer::NotTaken { status, code: "plan-problems", title, text: why };
        if head.wants_json {
            let problems = serde_json::to_value(problems).map_err(anyhow::Error::from)?;
            return Ok(problem.as_json(&[("problems", problems)]));
        }
        let page = new_form(&app, &head, &org, Some(&problem.text)).await?;
        return Ok(problem.on(page));
    }
    app.start(&head, &org, &plan, &op).await
}

impl App {
    /// Returns the plan of a template: one that comes with the program, or one of the
    /// organisation's own.
    async fn template_plan(&self, org: &Org, name: &str, lang: Lang) -> Result<Plan, Wrong> {
        if let Some(shipped) = self.templates.iter().find(|template| template.name == name) {
            return Ok(shipped.plan(lang).clone());
        }
        let row = org.template(name).await?;
        let row = row.ok_or(Wrong::Unreadable { field: "template" })?;
        Ok(serde_json::from_str(&row.body).context("a template cannot be read")?)
    }

    /// Makes a meeting of a plan, and shows the way to its editor. The same operation makes one
    /// meeting, however often it is sent.
    pub async fn start(
        &self,
        head: &RequestHead,
        org: &Org,
        plan: &Plan,
        op: &OpId,
    ) -> Result<Response, Wrong> {
        let made = create_as(&self.store, org, &id_of(op), plan).await?;
        let go = format!("/meetings/{}/plan", made.meeting);
        let json = json!({
            "ok": true,
            "go": go,
            "made": { "meeting": made.meeting, "code": made.code },
            "links": links(&head.origin, &made),
        });
        Ok(head.done(&json, &go))
    }
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
