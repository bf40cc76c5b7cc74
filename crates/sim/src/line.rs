//! The line between a phone and the server, with faults from the seed.
//!
//! A wish keeps its operation id through every attempt: that is what makes it safe to send again.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use reqwest::header::{ACCEPT, AUTHORIZATION, COOKIE, HeaderMap, HeaderValue, ORIGIN, RETRY_AFTER};
use reqwest::{Client, Response, StatusCode};
use serde_json::Value;
use tokio::time::sleep;

use crate::chance::Chance;
use crate::history::{Recorder, Viewer};
use crate::screen::State;

const GIVE_UP_AFTER: Duration = Duration::from_secs(40);
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// What the bad network did, for the report.
#[derive(Debug, Default)]
pub struct Tally {
    pub requests: AtomicU64,
    pub dropped: AtomicU64,
    pub lost: AtomicU64,
    pub doubled: AtomicU64,
    pub delayed: AtomicU64,
    pub retried: AtomicU64,
    pub changed: AtomicU64,
    pub refusals: Mutex<BTreeMap<String, u64>>,
}

impl Tally {
    pub fn add(count: &AtomicU64) {
        count.fetch_add(1, Ordering::Relaxed);
    }

    fn refused(&self, path: &str, code: &str) {
        let mut refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        *refusals.entry(format!("{path}: {code}")).or_insert(0) += 1;
    }
}

/// The server's last word on a wish.
#[derive(Clone, Debug)]
pub enum Answer {
    Granted(Value),
    Changed { theirs: String, version: u32 },
    Refused { code: String },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Clean,
    DropFirst,
    LoseAnswer,
    Double,
    Delay,
}

/// How a device says who it is.
#[derive(Clone, Debug)]
pub enum Device {
    Token(String),
    Cookie(String),
}

#[derive(Clone)]
pub struct Line {
    pub client: Client,
    pub base: String,
    pub meeting: String,
    pub device: Device,
    pub recorder: Arc<Recorder>,
    pub tally: Arc<Tally>,
}

impl Line {
    pub fn headers(&self) -> Result<HeaderMap> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(ORIGIN, HeaderValue::from_str(&self.base)?);
        match &self.device {
            Device::Token(token) => {
                headers.insert(AUTHORIZATION, HeaderValue::from_str(&format!("Bearer {token}"))?);
            }
            Device::Cookie(cookie) => {
                headers.insert(COOKIE, HeaderValue::from_str(cookie)?);
            }
        }
        Ok(headers)
    }

    /// Returns a screen, however many times it has to be asked for.
    pub async fn state(&self, screen: &str, viewer: Viewer) -> Result<State> {
        let url = format!("{}/meetings/{}/state?as={screen}", self.base, self.meeting);
        let began = Instant::now();
        loop {
            Tally::add(&self.tally.requests);
            let asked = self.client.get(&url).headers(self.headers()?).timeout(ANSWER_WITHIN);
            match asked.send().await {
                Ok(answer) if answer.status().is_success() => {
                    if let Ok(text) = answer.text().await {
                        self.recorder.saw(viewer, &text);
                        return serde_json::from_str(&text)
                            .with_context(|| format!("as={screen} answered: {text}"));
                    }
                }
                Ok(answer) => self.wait_or_fail(answer, &format!("GET as={screen}")).await?,
                Err(_) => sleep(Duration::from_millis(25)).await,
            }
            if began.elapsed() > GIVE_UP_AFTER {
                bail!("GET as={screen} got no answer in 40 s");
            }
        }
    }

    async fn wait_or_fail(&self, answer: Response, what: &str) -> Result<()> {
        let status = answer.status();
        if status != StatusCode::SERVICE_UNAVAILABLE && status != StatusCode::TOO_MANY_REQUESTS {
            bail!("{what} answered {status}: {}", answer.text().await.unwrap_or_default());
        }
        self.pause_for(&answer, what).await;
        Ok(())
    }

    async fn pause_for(&self, answer: &Response, what: &str) {
        let after = answer.headers().get(RETRY_AFTER).and_then(|it| it.to_str().ok());
        if let Some(seconds) = after.and_then(|it| it.parse().ok()) {
            sleep(Duration::from_secs(seconds).min(ANSWER_WITHIN)).await;
        } else {
            self.recorder.odd(format!("{what} was {} without Retry-After", answer.status()));
            sleep(Duration::from_secs(1)).await;
        }
    }

    /// Sends a wish through the bad network until the server has had its last word.
    pub async fn post(
        &self,
        path: &str,
        body: &Value,
        op: &str,
        chance: &mut Chance,
    ) -> Result<Answer> {
        let url = format!("{}/meetings/{}/{path}", self.base, self.meeting);
        let fault = self.draw_fault(chance);
        if fault == Fault::Delay {
            sleep(Duration::from_millis(chance.next_number() % 40)).await;
        }
        if fault == Fault::DropFirst {
            sleep(Duration::from_millis(5)).await;
        }
        if fault == Fault::LoseAnswer {
            // Delivered, as far as anybody knows, and its answer never read.
            let _ = self.send(&url, body, op).await;
        }
        let began = Instant::now();
        loop {
            let answer = if fault == Fault::Double {
                let (one, other) =
                    tokio::join!(self.send(&url, body, op), self.send(&url, body, op));
                self.doubled_agree(path, one, other).await
            } else {
                self.send(&url, body, op).await
            };
            match answer {
                Ok(answer) if is_passing(answer.status()) => {
                    self.pause_for(&answer, path).await;
                }
                Ok(answer) => {
                    if let Some(answer) = self.last_word(path, answer).await {
                        return Ok(answer);
                    }
                }
                Err(_) => sleep(Duration::from_millis(20 + chance.next_number() % 60)).await,
            }
            Tally::add(&self.tally.retried);
            if began.elapsed() > GIVE_UP_AFTER {
                bail!("POST {path} got no answer in 40 s");
            }
        }
    }

    fn draw_fault(&self, chance: &mut Chance) -> Fault {
        let (fault, count) = match chance.below(20) {
            0 | 1 => (Fault::DropFirst, &self.tally.dropped),
            2 | 3 => (Fault::LoseAnswer, &self.tally.lost),
            4 | 5 => (Fault::Double, &self.tally.doubled),
            6 | 7 => (Fault::Delay, &self.tally.delayed),
            _ => return Fault::Clean,
        };
        Tally::add(count);
        fault
    }

    async fn send(&self, url: &str, body: &Value, op: &str) -> reqwest::Result<Response> {
        Tally::add(&self.tally.requests);
        let headers = self.headers().unwrap_or_default();
        let asked = self.client.post(url).headers(headers).header("Idempotency-Key", op);
        asked.json(body).timeout(ANSWER_WITHIN).send().await
    }

    /// The same wish sent twice at once is granted twice or refused twice.
    async fn doubled_agree(
        &self,
        path: &str,
        one: reqwest::Result<Response>,
        other: reqwest::Result<Response>,
    ) -> reqwest::Result<Response> {
        let (one, other) = match (one, other) {
            (Ok(one), Ok(other)) => (one, other),
            (Ok(only), Err(_)) | (Err(_), Ok(only)) => return Ok(only),
            (Err(why), Err(_)) => return Err(why),
        };
        if is_passing(one.status()) {
            return Ok(other);
        }
        let is_fixed = matches!(path, "texts" | "commitments");
        if is_fixed && !is_passing(other.status()) && one.status() != other.status() {
            let (first, second) = (one.status(), other.status());
            let said = other.text().await.unwrap_or_default();
            self.recorder.odd(format!("{path} sent twice was {first} and {second}: {said}"));
        }
        Ok(one)
    }

    /// Returns `None` where the body was cut, so that the wish is sent again.
    async fn last_word(&self, path: &str, answer: Response) -> Option<Answer> {
        let status = answer.status();
        let text = answer.text().await.ok()?;
        let value: Value = serde_json::from_str(&text).unwrap_or_default();
        if status.is_success() {
            return Some(Answer::Granted(value));
        }
        let error = &value["error"];
        let code = error["code"].as_str().unwrap_or("?").to_owned();
        if status == StatusCode::CONFLICT && code == "changed" {
            Tally::add(&self.tally.changed);
            let theirs = error["theirs"].as_str().unwrap_or_default().to_owned();
            let version = error["version"].as_u64().and_then(|it| u32::try_from(it).ok());
            if version.is_none() {
                self.recorder.odd(format!("{path}: changed without a version: {text}"));
            }
            return Some(Answer::Changed { theirs, version: version.unwrap_or(0) });
        }
        if status.is_server_error() || status == StatusCode::CONFLICT {
            self.recorder.odd(format!("{path} answered {status}: {text}"));
        }
        self.tally.refused(path, &code);
        Some(Answer::Refused { code: format!("{} {code}", status.as_u16()) })
    }
}

fn is_passing(status: StatusCode) -> bool {
    status == StatusCode::SERVICE_UNAVAILABLE || status == StatusCode::TOO_MANY_REQUESTS
}
