//! One change of the groups: what it works on, and how it is saved or refused.

use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::ids::{MeetingId, OpId, PlanVersion};
use meeting::expected::Expected;
use meeting::groups::{Conflict, GroupPlan, Met, Rotation, rotations};
use plan::document::Plan;
use serde_json::json;
use store::Org;
use store::groups::{ExpectedRow, GroupsEdit};
use store::log::Op;
use store::versions::Saved;

use crate::App;
use crate::before::groups::page::groups_page;
use crate::before::groups::page::{GroupsPage, GroupsTrouble};
use crate::before::groups::words::groups_trouble;
use crate::door::planner::{PlannersForm, newest_plan};
use crate::door::who::{Proof, Who};
use crate::live::group_rows::{self, GroupRows};
use crate::shell::answer::{NotTaken, private};
use crate::shell::clock;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;
use crate::shell::request::RequestHead;

/// The groups of a meeting as they stand, and what a draw weighs.
pub struct Grouping {
    pub org: Org,
    pub id: MeetingId,
    code: String,
    pub plan: Plan,
    pub prepared: GroupRows,
    pub met: Met,
    rotations: Vec<Rotation>,
}

impl Grouping {
    pub async fn load(org: Org, id: &MeetingId) -> Result<Grouping, Wrong> {
        let row = org.meeting(id).await?.ok_or(Wrong::Missing)?;
        let (_, plan) = newest_plan(&org, id).await?;
        let mut prepared = group_rows::load(&org, id).await?;
        prepared.plan = prepared.plan.with_ids_of(&plan);
        let met = prepared.met();
        let rotations = rotations(&plan, prepared.people.len());
        Ok(Grouping { org, id: id.clone(), code: row.code, plan, prepared, met, rotations })
    }

    /// Makes something of `plan` for those expected, beside the tasks that answer others.
    pub async fn search<T: Send + 'static>(
        &self,
        plan: &GroupPlan,
        work: impl FnOnce(&GroupPlan, &[Expected], &Met, &[Rotation]) -> T + Send + 'static,
    ) -> Result<T, Wrong> {
        let (plan, people) = (plan.clone(), self.prepared.people.clone());
        let (met, rotations) = (self.met.clone(), self.rotations.clone());
        search(move || work(&plan, &people, &met, &rotations)).await
    }

    /// Returns the page; `trouble` is why the last change was not made.
    pub async fn page(
        &self,
        app: &App,
        head: &RequestHead,
        trouble: Option<GroupsTrouble>,
        wanted: Option<&GroupPlan>,
    ) -> Result<Response, Wrong> {
        let remembered = self.org.meetings_remembered().await?;
        let started = self.org.last_seq(&self.id).await? > 0
            && app.rooms.room(&self.org, &self.id).await?.read(|at| at.state.running().is_some());
        let mut frame = head.frame(&app.shell);
        frame.lang = head.lang(Some(self.plan.lang));
        frame.meeting = self.id.as_str();
        frame.code = &self.code;
        let number = |name: &str| head.query(name).and_then(|it| it.parse().ok());
        let path = format!("/meetings/{}/groups", self.id);
        frame.path = &path;
        let page = GroupsPage {
            title: &self.plan.title,
            items: self.plan.items.iter().map(|it| (it.id.as_str(), it.title.as_str())).collect(),
            people: &self.prepared.people,
            plan: &self.prepared.plan,
            wanted: wanted.unwrap_or(&self.prepared.plan),
            version: self.prepared.version,
            met: &self.met,
            remembered,
            chosen: number("person"),
            moved: number("moved"),
            shows_bonds: trouble.is_some() || head.query("bonds").is_some(),
            is_running: started,
            organises: app.organised_by(&head.device).await?.is_some(),
            trouble,
        };
        Ok(private(&groups_page(&frame, &page)))
    }
}

/// A change that somebody who may plan has posted.
pub struct GroupsChange {
    pub app: App,
    head: RequestHead,
    pub fields: Fields,
    op: OpId,
    pub grouping: Grouping,
}

impl Proof for GroupsChange {
    const WHO: Who = Who::Planner;
}

impl FromRequest<App> for GroupsChange {
    type Rejection = Wrong;

    async fn from_request(request: Request, app: &App) -> Result<GroupsChange, Wrong> {
        let form = PlannersForm::from_request(request, app).await?;
        let PlannersForm { app, head, org, id, fields, op } = form;
        let grouping = Grouping::load(org, &id).await?;
        Ok(GroupsChange { app, head, fields, op, grouping })
    }
}

impl GroupsChange {
    /// The groups to change.
    pub fn plan(&self) -> GroupPlan {
        self.grouping.prepared.plan.clone()
    }

    /// The person whom a field names by number.
    pub fn person(&self, field: &'static str) -> Result<u32, Wrong> {
        let number = self.fields.number(field)?;
        let known = self.grouping.prepared.people.iter().any(|it| it.number == number);
        if known { Ok(number) } else { Err(Wrong::Unreadable { field }) }
    }

    /// Saves what was drawn, or shows why it cannot be, beside what was `wanted`.
    pub async fn save_if_possible(
        self,
        drawn: Result<GroupPlan, Conflict>,
        wanted: &GroupPlan,
    ) -> Result<Response, Wrong> {
        match drawn {
            Ok(plan) => self.save(plan, None).await,
            Err(conflict) => {
                let trouble = GroupsTrouble::Conflict(conflict);
                self.refused(trouble, StatusCode::UNPROCESSABLE_ENTITY, wanted).await
            }
        }
    }

    /// Saves a change, so that it can be undone.
    pub async fn save(
        self,
        plan: GroupPlan,
        people: Option<Vec<ExpectedRow>>,
    ) -> Result<Response, Wrong> {
        let before = Some(self.grouping.prepared.version).filter(|version| version.0 > 0);
        self.store(GroupPlan { before, ..plan }, people).await
    }

    pub async fn store(
        mut self,
        plan: GroupPlan,
        people: Option<Vec<ExpectedRow>>,
    ) -> Result<Response, Wrong> {
        let expected_version = PlanVersion(self.fields.number("version")?);
        let body = serde_json::to_string(&plan).map_err(anyhow::Error::from)?;
        let now = clock::now();
        let answer = json!({
            "ok": true,
            "saved_at": clock::as_clock(now),
            "version": expected_version.next(),
        });
        let edit = GroupsEdit {
            meeting: self.grouping.id.clone(),
            expected_version,
            body,
            people,
            at: now.0,
            op: Some(Op { id: self.op.clone(), answer: answer.to_string() }),
        };
        let answer = match self.grouping.org.save_groups(edit).await? {
            Saved::New { .. } => answer,
            Saved::Repeated { answer } => {
                serde_json::from_str(&answer).map_err(anyhow::Error::from)?
            }
            Saved::Moved { .. } => {
                self.grouping =
                    Grouping::load(self.grouping.org.clone(), &self.grouping.id).await?;
                return self.refused(GroupsTrouble::Changed, StatusCode::CONFLICT, &plan).await;
            }
        };
        Ok(self.head.done(&answer, &back(&self.grouping.id, &self.fields)))
    }

    async fn refused(
        &self,
        trouble: GroupsTrouble,
        status: StatusCode,
        wanted: &GroupPlan,
    ) -> Result<Response, Wrong> {
        let mut frame = self.head.frame(&self.app.shell);
        frame.lang = self.head.lang(Some(self.grouping.plan.lang));
        let (title, text) = groups_trouble(&frame, &self.grouping.prepared.people, &trouble);
        let problem = NotTaken { status, code: trouble.code(), title, text };
        if self.head.wants_json {
            return Ok(problem.as_json(&[]));
        }
        let page = self.grouping.page(&self.app, &self.head, Some(trouble), Some(wanted)).await?;
        Ok(problem.on(page))
    }
}

/// Runs a search beside the tasks that answer others. Its budget is steps, so that a seed gives
/// the same groups on every machine.
pub async fn search<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Wrong> {
    tokio::task::spawn_blocking(work).await.map_err(|why| Wrong::from(anyhow::Error::from(why)))
}

/// After a move the page says who was moved; otherwise it opens where the change was made.
fn back(id: &MeetingId, fields: &Fields) -> String {
    let own = format!("/meetings/{id}/groups");
    let person = fields.maybe::<u32>("person").ok().flatten();
    let moves = fields.get("with").or(fields.get("table"));
    match (person, moves, fields.get("at")) {
        (Some(person), Some(_), _) => format!("{own}?moved={person}#said"),
        (Some(person), None, Some("chosen")) => format!("{own}?person={person}#chosen"),
        (_, _, Some("bonds")) => format!("{own}?bonds=open#bonds"),
        (_, _, Some(at)) if at.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-') => {
            format!("{own}#{at}")
        }
        (_, _, Some(_) | None) => own,
    }
}
