//! `GET /meetings/{id}/plan/live`: the parts of the editor, sent again with each new version.
//!
//! A version stored by this process rings at once. One stored by another process on the same
//! database is found by asking now and then.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::page;
use crate::App;
use crate::door::access::ORG;
use crate::door::planner::Planner;
use crate::live::rooms::Stage;
use crate::shell::failure::Wrong;
use crate::shell::request::{RequestHead, text};

/// How often the store is asked for a version that nobody rang for.
const ASK_EVERY: Duration = Duration::from_secs(5);
/// How often an open stream is asked again whether it may be open.
const ACCESS_AGAIN: Duration = Duration::from_mins(1);

/// The newest version that this process knows of, for each plan that someone has open.
#[derive(Default)]
pub struct Bells(Mutex<HashMap<String, watch::Sender<i64>>>);

impl Bells {
    pub fn ring(&self, meeting: &str, version: i64) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|_, bell| bell.receiver_count() > 0);
        if let Some(bell) = open.get(meeting) {
            bell.send_if_modified(|newest| {
                let is_newer = *newest < version;
                *newest = version.max(*newest);
                is_newer
            });
        }
    }

    fn listen(&self, meeting: &str) -> watch::Receiver<i64> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let bell = open.entry(meeting.to_owned()).or_insert_with(|| watch::Sender::new(0));
        bell.subscribe()
    }
}

struct Line {
    app: App,
    head: RequestHead,
    meeting: String,
    bell: watch::Receiver<i64>,
    stop: watch::Receiver<bool>,
    waiting: VecDeque<Bytes>,
    /// What the browser has of each part.
    sent: HashMap<&'static str, String>,
    version: i64,
    stage: Stage,
    let_in_at: Instant,
    is_over: bool,
}

pub async fn live(
    Planner { app, head, id }: Planner,
    headers: HeaderMap,
) -> Result<Response, Wrong> {
    let last_id = text(&headers, &HeaderName::from_static("last-event-id"));
    let mut line = Line {
        bell: app.bells.listen(&id),
        stop: app.shell.stop.subscribe(),
        waiting: VecDeque::from([Bytes::from("retry: 2000\n\n")]),
        sent: HashMap::new(),
        version: 0,
        stage: Stage::Closed,
        let_in_at: Instant::now(),
        is_over: false,
        meeting: id,
        app,
        head,
    };
    line.greet(last_id).await?;
    let stream = futures::stream::unfold(line, |mut line| async move {
        let bytes = line.next().await?;
        Some((Ok::<_, std::convert::Infallible>(bytes), line))
    });
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((headers, Body::from_stream(stream)).into_response())
}

impl Line {
    /// Sends every part, unless the browser has this version already.
    async fn greet(&mut self, last_id: &str) -> Result<(), Wrong> {
        self.render().await?;
        if last_id == self.version.to_string() {
            self.waiting.clear();
            self.waiting.push_back(Bytes::from("retry: 2000\n: nothing new\n\n"));
        }
        Ok(())
    }

    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(bytes) = self.waiting.pop_front() {
                return Some(bytes);
            }
            if self.is_over || *self.stop.borrow() {
                return None;
            }
            let ask_at = Instant::now() + ASK_EVERY;
            let may_be_new = tokio::select! {
                biased;
                _ = self.stop.changed() => return None,
                rang = self.bell.changed() => rang.is_ok(),
                () = sleep_until(ask_at) => self.is_behind().await,
            };
            if self.let_in_at.elapsed() > ACCESS_AGAIN {
                self.ask_again().await;
            }
            // A store that cannot be read just now is asked again by the next beat.
            if may_be_new && let Err(why) = self.render().await {
                tracing::warn!(code = why.code(), "a plan could not be shown again");
            }
            if self.waiting.is_empty() {
                self.waiting.push_back(Bytes::from(": beat\n\n"));
            }
        }
    }

    async fn is_behind(&self) -> bool {
        let newest = self.app.store.plan_version(ORG, &self.meeting).await;
        let room = self.app.rooms.loaded(&self.meeting).await;
        newest.is_ok_and(|newest| newest.is_some_and(|newest| self.version < newest))
            || room.is_some_and(|room| room.stage() != self.stage)
    }

    async fn render(&mut self) -> Result<(), Wrong> {
        self.bell.mark_unchanged();
        let view = self.app.view(&self.meeting).await?;
        let row = self.app.store.meeting(ORG, &self.meeting).await?.ok_or(Wrong::Missing)?;
        let address = format!("/meetings/{}/plan", row.id);
        let mut frame = self.head.frame(&self.app.shell);
        frame.meeting = &row.id;
        frame.code = &row.code;
        frame.path = &address;
        self.version = view.version;
        self.stage = view.stage;
        for (id, part) in page::parts(&frame, &view) {
            let html = part.into_string();
            if self.sent.get(id) == Some(&html) {
                continue;
            }
            let said = json!({ "id": id, "html": html });
            let event = format!("id: {}\nevent: part\ndata: {said}\n\n", view.version);
            self.waiting.push_back(Bytes::from(event));
            self.sent.insert(id, html);
        }
        Ok(())
    }

    async fn ask_again(&mut self) {
        self.let_in_at = Instant::now();
        if let Err(Wrong::Missing) = self.app.may_plan(&self.head, &self.meeting).await {
            self.is_over = true;
            self.waiting.push_back(Bytes::from("event: over\ndata: {}\n\n"));
        }
    }
}
