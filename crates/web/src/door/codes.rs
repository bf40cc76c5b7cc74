//! The six digits that people join with: how long they mean a meeting, and what a wrong one costs.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::response::Response;
use kernel::time::Moment;
use serde_json::json;
use store::meetings::MeetingRow;

use crate::App;
use crate::door::lobby;
use crate::shell::body::body;
use crate::shell::clock;
use crate::shell::device::Device;
use crate::shell::failure::Wrong;
use crate::shell::limits::CODE_KEPT;
use crate::shell::request::RequestHead;

/// Wrong codes in an hour, from everybody together, before wrong answers come slowly. Nobody is
/// shut out by address: a whole school shares one.
const WRONG_CODES_AN_HOUR: i64 = 1000;
const SLOW_ANSWER: Duration = Duration::from_millis(250);
/// Wrong answers that may wait for their turn at one time.
const SLOW_ANSWERS_WAITING_MAX: i64 = 64;
const HOUR_MS: i64 = 60 * 60 * 1000;

/// Wrong codes of the hour that runs.
#[derive(Default)]
pub struct WrongCodes {
    hour: AtomicI64,
    count: AtomicI64,
    waiting: AtomicI64,
    turn: tokio::sync::Mutex<()>,
}

impl WrongCodes {
    /// Counts a wrong code, and takes its time about it when there have been too many. A right
    /// code never comes here.
    async fn count(&self, typed: &str) -> Wrong {
        let hour = clock::now().0 / HOUR_MS;
        if self.hour.swap(hour, Ordering::Relaxed) != hour {
            self.count.store(0, Ordering::Relaxed);
        }
        if self.count.fetch_add(1, Ordering::Relaxed) < WRONG_CODES_AN_HOUR {
            return Wrong::NoSuchCode { typed: typed.to_owned() };
        }
        if self.waiting.fetch_add(1, Ordering::Relaxed) >= SLOW_ANSWERS_WAITING_MAX {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            return Wrong::TooManyTries { retry_s: 30 };
        }
        let turn = self.turn.lock().await;
        tokio::time::sleep(SLOW_ANSWER).await;
        drop(turn);
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        Wrong::NoSuchCode { typed: typed.to_owned() }
    }
}

/// Tells whether the code of a meeting is taken by it: while it is open, and then for a day, in
/// which whoever comes late is told that it is over, and an end can be undone.
#[must_use]
pub fn is_spoken_of(row: &MeetingRow) -> bool {
    let kept_ms = i64::try_from(CODE_KEPT.as_millis()).unwrap_or(i64::MAX);
    row.ended_at.is_none_or(|ended_at| clock::now().0 < ended_at.saturating_add(kept_ms))
}

/// `POST /join`: finds the meeting of a typed code.
pub async fn join(
    State(app): State<App>,
    head: RequestHead,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, _) = body(&head, request).await?;
    let typed = fields.text("code");
    let row = find(&app, &head, typed).await?;
    let go = format!("/m/{}", row.code);
    let json = json!({ "ok": true, "go": go, "meeting": row.id });
    Ok(head.done(&json, &go))
}

/// Returns the meeting of a code. Spaces and points between the digits are how people write.
///
/// A device that has scanned the square, or has a role in the meeting, is known, and its code is no
/// guess. To everybody else the code means the meeting while its lobby is open, and for a day after
/// its end: those who were in it find back to it, and the others are told.
pub async fn find(app: &App, head: &RequestHead, typed: &str) -> Result<MeetingRow, Wrong> {
    let code: String = typed.chars().filter(char::is_ascii_digit).collect();
    if code.len() == 6 {
        if let Some(row) = app.known_by_code(&head.device, &code).await? {
            return Ok(row);
        }
        if let Some(row) = app.open_by_code(&code).await? {
            return Ok(row);
        }
    }
    Err(app.codes.count(typed).await)
}

impl App {
    /// Returns the meeting of a code, when the device may come in to it without having guessed.
    pub async fn known_by_code(
        &self,
        device: &Device,
        code: &str,
    ) -> Result<Option<MeetingRow>, Wrong> {
        let Some(token) = &device.token_hash else { return Ok(None) };
        let row = self.store.meeting_by_code_of(code, token, clock::now().0).await?;
        Ok(row.filter(is_spoken_of))
    }

    /// Returns the meeting that a code means to anybody now.
    async fn open_by_code(&self, code: &str) -> Result<Option<MeetingRow>, Wrong> {
        let Some(row) = self.store.meeting_by_code(code).await? else { return Ok(None) };
        let row = self.with_start(row).await?;
        Ok(Some(row).filter(|row| self.is_lobby_open(row, clock::now())))
    }

    /// Tells whether newcomers may come in to a meeting by its code or its square.
    #[must_use]
    pub fn is_lobby_open(&self, row: &MeetingRow, now: Moment) -> bool {
        lobby::is_open(row, self.shell.config.code_opens, now)
    }
}
