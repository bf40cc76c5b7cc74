//! `GET /meetings/{id}/live`: a screen that is sent again whenever it may have changed.
//!
//! A stream holds no queue: it renders when the phone has taken what it got, so a slow phone gets
//! the latest screen and skips the ones between.

use std::collections::VecDeque;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::App;
use crate::live::entry::{AnyRole, Entry, In};
use crate::live::rooms::{OpenLine, Viewer};
use crate::live::screens;
use crate::shell::clock;
use crate::shell::failure::Wrong;
use crate::shell::request::{RequestHead, text};
use crate::shell::streams::Taken;

/// The shortest time between two screens: five a second.
const BETWEEN: Duration = Duration::from_millis(200);
/// The longest that a changed screen waits because there are many.
const BETWEEN_MAX: Duration = Duration::from_secs(2);
const HEARTBEAT: Duration = Duration::from_secs(10);
/// How often an open stream is asked again whether it may be open.
const ACCESS_AGAIN: Duration = Duration::from_mins(1);

struct Line {
    app: App,
    head: RequestHead,
    entry: Entry,
    viewer: Viewer,
    rings: watch::Receiver<u64>,
    stop: watch::Receiver<bool>,
    waiting: VecDeque<Bytes>,
    /// The mark of the screen that was rendered last.
    mark: u64,
    html: String,
    rendered_at: Instant,
    between: Duration,
    sent_at: Instant,
    let_in_at: Instant,
    is_over: bool,
    _open: OpenLine,
    _taken: Taken,
}

pub async fn live(
    In { app, head, entry, .. }: In<AnyRole>,
    headers: HeaderMap,
) -> Result<Response, Wrong> {
    let viewer = screens::viewer(&entry, &head)?;
    app.ensure_open(&entry.room).await?;
    let device = head.device.token_hash.as_deref().ok_or(Wrong::Missing)?;
    let taken = app.shell.streams.take(device, app.shell.config.limits.streams_per_device_max)?;
    let last_id = text(&headers, &HeaderName::from_static("last-event-id")).to_owned();
    let now = Instant::now();
    let mut line = Line {
        rings: entry.room.rings(),
        stop: app.shell.stop.subscribe(),
        waiting: VecDeque::new(),
        mark: entry.room.mark(viewer),
        html: String::new(),
        rendered_at: now,
        between: BETWEEN,
        sent_at: now,
        let_in_at: now,
        is_over: false,
        _open: entry.room.line(viewer),
        _taken: taken,
        app,
        head,
        entry,
        viewer,
    };
    line.greet(&last_id);
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
    /// Sends the server's clock, and the screen unless the phone has it.
    fn greet(&mut self, last_id: &str) {
        let now = json!({ "now": clock::now().0 });
        self.waiting.push_back(Bytes::from("retry: 2000\n\n"));
        self.waiting.push_back(Bytes::from(format!("event: clock\ndata: {now}\n\n")));
        let seq = self.entry.room.read(|at| at.seq);
        let Some((html, rendered_seq)) = self.render() else { return self.end() };
        if last_id == seq.to_string() && rendered_seq == seq {
            self.waiting.push_back(Bytes::from(": nothing new\n\n"));
            self.html = html;
        } else {
            self.show(html, rendered_seq);
        }
    }

    async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(bytes) = self.waiting.pop_front() {
                self.sent_at = Instant::now();
                return Some(bytes);
            }
            if self.is_over || *self.stop.borrow() {
                return None;
            }
            let beat_at = self.sent_at + HEARTBEAT;
            tokio::select! {
                biased;
                _ = self.stop.changed() => return None,
                rang = self.rings.changed() => {
                    rang.ok()?;
                    self.look().await;
                }
                () = sleep_until(beat_at) => {
                    self.waiting.push_back(Bytes::from(": beat\n\n"));
                }
            }
            if self.let_in_at.elapsed() > ACCESS_AGAIN {
                self.ask_again().await;
            }
        }
    }

    /// Renders again if the viewer's own screen may have changed.
    async fn look(&mut self) {
        if self.entry.room.mark(self.viewer) == self.mark {
            return;
        }
        let mut stop = self.stop.clone();
        tokio::select! {
            () = sleep_until(self.rendered_at + self.between) => (),
            _ = stop.changed() => return,
        }
        self.rings.mark_unchanged();
        self.mark = self.entry.room.mark(self.viewer);
        match self.render() {
            None => self.end(),
            Some((html, seq)) if html != self.html => self.show(html, seq),
            Some(_) => (),
        }
    }

    fn render(&mut self) -> Option<(String, i64)> {
        self.rendered_at = Instant::now();
        if !screens::may_still_see(&self.entry, self.viewer) {
            return None;
        }
        let part = screens::part(&self.app, &self.head, &self.entry, self.viewer);
        self.between = between(self.rendered_at.elapsed(), self.app.shell.streams.count());
        part
    }

    fn show(&mut self, html: String, seq: i64) {
        self.app.shell.metrics.sent();
        let part = json!({ "id": "screen", "html": html });
        self.html = html;
        self.waiting.push_back(Bytes::from(format!("id: {seq}\nevent: part\ndata: {part}\n\n")));
    }

    async fn ask_again(&mut self) {
        self.let_in_at = Instant::now();
        match self.app.roles(&self.head.device, self.entry.room.id()).await {
            Ok(roles) => {
                self.entry.roles = roles;
                if !screens::may_still_see(&self.entry, self.viewer) {
                    self.end();
                }
            }
            // A store that cannot be read just now takes nobody's place away.
            Err(why) => tracing::warn!(code = why.code(), "access could not be asked for again"),
        }
    }

    fn end(&mut self) {
        self.is_over = true;
        // Whoever waited for an answer gets it as a page.
        let event = if matches!(self.viewer, Viewer::Claim(_)) { "go" } else { "over" };
        self.waiting.push_back(Bytes::from(format!("event: {event}\ndata: {{}}\n\n")));
    }
}

/// Where all screens together would take more than one core, each comes less often, so that wishes
/// are still answered at once. The first change after a pause waits for nothing.
fn between(render: Duration, streams: usize) -> Duration {
    let streams = u32::try_from(streams).unwrap_or(u32::MAX);
    render.saturating_mul(streams).clamp(BETWEEN, BETWEEN_MAX)
}
