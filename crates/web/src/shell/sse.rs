//! Open streams: a page that is sent again, part by part, whenever it may have changed.
//!
//! ```text
//! bell ─▶ may it be new? ─▶ render ─▶ the parts that the browser does not have ─▶ event: part
//! ```
//!
//! One loop keeps what every stream must keep: a place among those of its device, the server's
//! clock first, `Last-Event-ID`, a heartbeat, access asked again, the end. A [`Feed`] says only
//! what is shown.
//!
//! A stream holds no queue: it renders when the browser has taken what it got, so a slow phone gets
//! the latest parts and skips the ones between.

use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::json;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::shell::failure::Wrong;
use crate::shell::request::{RequestHead, text};
use crate::shell::streams::Taken;
use crate::shell::{Shell, clock};

/// How long a browser waits before it comes back, if it has no better plan.
const RETRY: Duration = Duration::from_secs(2);
/// The shortest time between two screens: five a second.
const BETWEEN: Duration = Duration::from_millis(200);
/// The longest that a changed screen waits because there are many.
const BETWEEN_MAX: Duration = Duration::from_secs(2);
/// A line on which nothing was said for so long hears a comment.
const HEARTBEAT: Duration = Duration::from_secs(10);
/// What a stream shows, and to whom.
pub trait Feed: Send + 'static {
    /// How often [`Self::may_be_new`] is asked without a ring.
    const LOOK_EVERY: Duration;

    /// Tells whether rendering may give something new.
    fn may_be_new(&mut self, woken: Woken) -> impl Future<Output = bool> + Send;

    /// Renders every part. `None` is the end: there is no more to see, or not for this viewer.
    fn render(&mut self) -> impl Future<Output = Result<Option<Rendered>, Wrong>> + Send;

    /// Asks anew who the viewer is, and tells whether the stream may stay open.
    fn may_stay(&mut self) -> impl Future<Output = Result<bool, Wrong>> + Send;

    /// The last event: `over`, or `go` where the page leads elsewhere now.
    fn farewell(&self) -> &'static str;
}

/// What made a stream look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Woken {
    ByRing,
    ByTime,
}

/// A page as it is now.
pub struct Rendered {
    /// The number that the browser says it has when it comes back.
    pub number: i64,
    /// HTML by the id of its part.
    pub parts: Vec<(&'static str, String)>,
}

/// A part as the browser gets it.
#[derive(Serialize)]
struct Part<'p> {
    id: &'p str,
    html: &'p str,
}

struct Line<F> {
    shell: Shell,
    feed: F,
    bell: watch::Receiver<()>,
    stop: watch::Receiver<bool>,
    waiting: VecDeque<Event>,
    /// What the browser has of each part.
    has: HashMap<&'static str, String>,
    rendered_at: Instant,
    between: Duration,
    let_in_at: Instant,
    is_over: bool,
    _place: Taken,
}

/// Takes a place for one more stream of the device, or says that it has enough.
pub fn place(shell: &Shell, head: &RequestHead) -> Result<Taken, Wrong> {
    let device = head.device.token_hash.as_ref().ok_or(Wrong::Missing)?;
    shell.streams.take(device, shell.config.limits.streams_per_device_max)
}

/// Opens a stream in a place.
pub async fn open<F: Feed>(
    shell: &Shell,
    place: Taken,
    headers: &HeaderMap,
    bell: watch::Receiver<()>,
    feed: F,
) -> Result<Response, Wrong> {
    let now = Instant::now();
    let mut line = Line {
        bell,
        stop: shell.stop.subscribe(),
        waiting: VecDeque::new(),
        has: HashMap::new(),
        rendered_at: now,
        between: BETWEEN,
        let_in_at: now,
        is_over: false,
        _place: place,
        shell: shell.clone(),
        feed,
    };
    line.greet(text(headers, &HeaderName::from_static("last-event-id"))).await?;
    let events = futures::stream::unfold(line, |mut line| async move {
        let event = line.next().await?;
        Some((Ok::<_, Infallible>(event), line))
    });
    let beat = KeepAlive::new().interval(HEARTBEAT).text("beat");
    let headers =
        [(header::CACHE_CONTROL, "no-store"), (HeaderName::from_static("x-accel-buffering"), "no")];
    Ok((headers, Sse::new(events).keep_alive(beat)).into_response())
}

impl<F: Feed> Line<F> {
    /// Sends the server's clock, and every part unless the browser has them.
    async fn greet(&mut self, last_id: &str) -> Result<(), Wrong> {
        let shown = self.render().await?;
        let has_it = shown.as_ref().is_some_and(|shown| last_id == shown.number.to_string());
        let hello = Event::default().retry(RETRY);
        let hello = if has_it { hello.comment("nothing new") } else { hello };
        let now =
            Event::default().event("clock").data(json!({ "now": clock::now().0 }).to_string());
        self.waiting.extend([hello, now]);
        match shown {
            Some(shown) if has_it => self.has.extend(shown.parts),
            Some(shown) => self.show(shown)?,
            None => self.end(),
        }
        Ok(())
    }

    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if self.is_over || *self.stop.borrow() {
                return None;
            }
            // Rings that come often must not put the question off.
            let access_again = self.shell.config.limits.access_again;
            let ask_at = self.let_in_at + access_again;
            let look_at = ask_at.min(Instant::now() + F::LOOK_EVERY);
            let woken = tokio::select! {
                biased;
                _ = self.stop.changed() => return None,
                rang = self.bell.changed() => rang.map(|()| Woken::ByRing).ok()?,
                () = sleep_until(look_at) => Woken::ByTime,
            };
            if access_again <= self.let_in_at.elapsed() {
                self.ask_again().await;
            }
            // What cannot be read just now is asked for again by the next ring, or the next look.
            if !self.is_over
                && self.feed.may_be_new(woken).await
                && let Err(why) = self.look().await
            {
                tracing::warn!(code = why.code(), "a page could not be shown again");
            }
        }
    }

    /// Renders again, when it is time, and sends what is new.
    async fn look(&mut self) -> Result<(), Wrong> {
        tokio::select! {
            () = sleep_until(self.rendered_at + self.between) => (),
            _ = self.stop.changed() => return Ok(()),
        }
        let Some(shown) = self.render().await? else {
            self.end();
            return Ok(());
        };
        self.show(shown)
    }

    async fn render(&mut self) -> Result<Option<Rendered>, Wrong> {
        // Whoever rings from here on has something that this may not show.
        self.bell.mark_unchanged();
        self.rendered_at = Instant::now();
        let shown = self.feed.render().await;
        self.between = between(self.rendered_at.elapsed(), self.shell.streams.count());
        shown
    }

    fn show(&mut self, shown: Rendered) -> Result<(), Wrong> {
        let before = self.waiting.len();
        for (id, html) in shown.parts {
            if self.has.get(id) == Some(&html) {
                continue;
            }
            let event = Event::default().id(shown.number.to_string()).event("part");
            let event = event.json_data(Part { id, html: &html });
            self.waiting.push_back(event.map_err(anyhow::Error::from)?);
            self.has.insert(id, html);
        }
        if before < self.waiting.len() {
            self.shell.metrics.sent();
        }
        Ok(())
    }

    async fn ask_again(&mut self) {
        self.let_in_at = Instant::now();
        match self.feed.may_stay().await {
            Ok(true) => (),
            Ok(false) => self.end(),
            // A store that cannot be read just now takes nobody's place away.
            Err(why) => tracing::warn!(code = why.code(), "access could not be asked for again"),
        }
    }

    fn end(&mut self) {
        self.is_over = true;
        self.waiting.push_back(Event::default().event(self.feed.farewell()).data("{}"));
    }
}

/// Where all screens together would take more than one core, each comes less often, so that wishes
/// are still answered at once. The first change after a pause waits for nothing.
fn between(render: Duration, streams: usize) -> Duration {
    let streams = u32::try_from(streams).unwrap_or(u32::MAX);
    render.saturating_mul(streams).clamp(BETWEEN, BETWEEN_MAX)
}
