//! Figures for the one who keeps the server: how much there is to do, and how fast it goes.
//!
//! Nothing here knows a person, a meeting or a text: labels are routes and codes of our own.

use std::borrow::Cow;
use std::time::Duration;

use anyhow::Context as _;
use axum::http::Method;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::shell::failure::Wrong;

/// The content type of the text.
pub const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const COMMIT_S: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5];

type Route = [(&'static str, Cow<'static, str>); 2];
type Code = [(&'static str, &'static str); 1];
type Work = [(&'static str, &'static str); 2];

/// Every figure of a server. Cheap to clone; clones count together.
#[derive(Clone, Debug)]
pub struct Metrics {
    requests: Family<Route, Counter>,
    refusals: Family<Code, Counter>,
    jobs: Family<Work, Counter>,
    screens: Counter,
    facts: Counter,
    commit_s: Histogram,
}

impl Default for Metrics {
    fn default() -> Metrics {
        Metrics {
            requests: Family::default(),
            refusals: Family::default(),
            jobs: Family::default(),
            screens: Counter::default(),
            facts: Counter::default(),
            commit_s: Histogram::new(COMMIT_S),
        }
    }
}

impl Metrics {
    /// Counts a request by the route that it met. A method is whatever a stranger calls it, so those
    /// that no route has are one.
    pub fn met(&self, method: &Method, route: &str) {
        let method = match *method {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            Method::POST => "POST",
            _ => "other",
        };
        let label = [("method", method.into()), ("route", route.to_owned().into())];
        self.requests.get_or_create(&label).inc();
    }

    pub fn refused(&self, wrong: &Wrong) {
        self.refusals.get_or_create(&[("code", wrong.code())]).inc();
    }

    /// Counts a job that was run, by what came of it: `done` or `failed`.
    pub fn worked(&self, kind: &'static str, outcome: &'static str) {
        self.jobs.get_or_create(&[("kind", kind), ("outcome", outcome)]).inc();
    }

    /// Counts a screen that was sent over an open stream.
    pub fn sent(&self) {
        self.screens.inc();
    }

    /// Notes a batch of facts on disk, and how long its meeting waited for that.
    pub fn committed(&self, facts: usize, waited: Duration) {
        self.facts.inc_by(u64::try_from(facts).unwrap_or_default());
        self.commit_s.observe(waited.as_secs_f64());
    }

    /// Returns all figures as text.
    pub fn text(
        &self,
        streams: usize,
        rooms: usize,
        waiting: &[(String, i64)],
    ) -> anyhow::Result<String> {
        let gauge = |count: usize| {
            let gauge: Gauge = Gauge::default();
            gauge.set(i64::try_from(count).unwrap_or(i64::MAX));
            gauge
        };
        let waits: Family<[(&str, String); 1], Gauge> = Family::default();
        for (kind, count) in waiting {
            waits.get_or_create(&[("kind", kind.clone())]).set(*count);
        }
        let mut all = Registry::with_prefix("sloyfe");
        all.register("streams", "Streams that are open now", gauge(streams));
        all.register("rooms", "Meetings in memory now", gauge(rooms));
        all.register("requests", "Requests by route", self.requests.clone());
        all.register("refusals", "Answers that were no, by code", self.refusals.clone());
        all.register("jobs", "Jobs run, by kind and outcome", self.jobs.clone());
        all.register("jobs_waiting", "Jobs that are not done yet, by kind", waits);
        all.register("screens", "Screens sent over streams", self.screens.clone());
        all.register("facts", "Facts on disk", self.facts.clone());
        all.register("commit_seconds", "From a decision to its commit", self.commit_s.clone());
        let mut text = String::new();
        encode(&mut text, &all).context("the figures were not written")?;
        Ok(text)
    }
}
