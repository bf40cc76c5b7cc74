//! `GET /meetings/{id}/plan/live`: the parts of the editor, sent again with each new version.
//!
//! A version stored by this process rings at once. One stored by another process on the same
//! database is found by asking now and then.

use std::time::Duration;

use axum::http::HeaderMap;
use axum::response::Response;
use kernel::ids::{MeetingId, PlanVersion};
use store::Org;

use super::page;
use crate::App;
use crate::door::planner::{Planner, may_plan};
use crate::live::rooms::Stage;
use crate::shell::doorbell::Topic;
use crate::shell::failure::Wrong;
use crate::shell::request::RequestHead;
use crate::shell::sse::{self, Feed, Rendered, Woken};

struct Editor {
    app: App,
    head: RequestHead,
    org: Org,
    meeting: MeetingId,
    version: PlanVersion,
    stage: Stage,
}

pub async fn live(
    Planner { app, head, org, id, .. }: Planner,
    headers: HeaderMap,
) -> Result<Response, Wrong> {
    let place = sse::place(&app.shell, &head)?;
    let shell = app.shell.clone();
    let bell = shell.doorbell.listen(&Topic::Plan(org.id().clone(), id.clone()));
    let (version, stage) = (PlanVersion::default(), Stage::Closed);
    let editor = Editor { app, head, org, meeting: id, version, stage };
    sse::open(&shell, place, &headers, bell, editor).await
}

impl Feed for Editor {
    const LOOK_EVERY: Duration = Duration::from_secs(5);

    async fn may_be_new(&mut self, woken: Woken) -> bool {
        if woken == Woken::ByRing {
            return true;
        }
        let newest = self.org.plan_version(&self.meeting).await;
        let room = self.app.rooms.loaded(self.org.id(), &self.meeting).await;
        newest.is_ok_and(|newest| newest.is_some_and(|newest| self.version < newest))
            || room.is_some_and(|room| room.stage() != self.stage)
    }

    async fn render(&mut self) -> Result<Option<Rendered>, Wrong> {
        let view = self.app.view(&self.org, &self.meeting).await?;
        let row = self.org.meeting(&self.meeting).await?.ok_or(Wrong::Missing)?;
        let address = format!("/meetings/{}/plan", row.id);
        let mut frame = self.head.frame(&self.app.shell);
        frame.meeting = row.id.as_str();
        frame.code = &row.code;
        frame.join_token = &row.join_token;
        frame.path = &address;
        self.version = view.version;
        self.stage = view.stage;
        let parts = page::parts(&frame, &view).into_iter();
        let parts = parts.map(|(id, part)| (id, part.into_string())).collect();
        Ok(Some(Rendered { number: view.version.0, parts }))
    }

    async fn may_stay(&mut self) -> Result<bool, Wrong> {
        let (org, meeting) = (self.org.id(), &self.meeting);
        Ok(may_plan(&self.app.roles(&self.head.device, org, meeting).await?))
    }

    fn farewell(&self) -> &'static str {
        "over"
    }
}
