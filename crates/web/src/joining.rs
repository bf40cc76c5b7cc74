//! The way in: codes, links, seats and claims.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::ids::SeatId;
use kernel::lang::Lang;
use meeting::command::{Actor, Command};
use meeting::refusal::Refusal;
use meeting::state::Phase;
use serde_json::json;
use store::meetings::MeetingRow;

use crate::access::{Entry, Key, ORG, Role};
use crate::asked::{Asked, LANG_COOKIE, with_cookie};
use crate::pages::{self, Join};
use crate::planning::is_spoken_of;
use crate::rooms::{Grant, Room};
use crate::wishes::{body, granted};
use crate::wrong::Wrong;
use crate::{App, chance, clock, dress, show};

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

pub async fn front(State(app): State<App>, asked: Asked) -> Response {
    show::private(&pages::code_page(&asked.frame(&app), None, ""))
}

/// `POST /language`: kept on the device, for every page.
pub async fn language(
    State(app): State<App>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, _) = body(&asked, request).await?;
    let lang = Lang::from_tag(fields.text("lang")).ok_or(Wrong::Unreadable { field: "lang" })?;
    let cookie = asked.cookie(LANG_COOKIE, lang.tag())?;
    let back = fields.get("back").filter(|back| is_own_path(back)).unwrap_or("/");
    tracing::trace!(origin = app.config.public_url.as_deref(), "language changed");
    let json = json!({ "ok": true, "lang": lang.tag() });
    Ok(with_cookie(asked.done(&json, back), Some(cookie)))
}

/// Tells whether an address stays on this server: `//host` does not.
fn is_own_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.contains(|sign: char| sign.is_control())
}

pub async fn leader_link(
    State(app): State<App>,
    Path(token): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let to = |meeting: &str, _| format!("/meetings/{meeting}/console");
    open_link(&app, &token, &asked, |role| role == Role::Leader, to).await
}

pub async fn wall_link(
    State(app): State<App>,
    Path(token): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let to = |meeting: &str, _| format!("/meetings/{meeting}/wall");
    open_link(&app, &token, &asked, |role| role == Role::Wall, to).await
}

pub async fn seat_link(
    State(app): State<App>,
    Path(token): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let to = |meeting: &str, role| match role {
        Role::Seat(seat) => format!("/meetings/{meeting}?seat={}", seat.0),
        Role::Leader | Role::Wall | Role::Claim(_) | Role::Organiser | Role::Join => {
            format!("/meetings/{meeting}")
        }
    };
    open_link(&app, &token, &asked, |role| matches!(role, Role::Seat(_)), to).await
}

pub async fn organiser_link(
    State(app): State<App>,
    Path(token): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let to = |_: &str, _| "/meetings".to_owned();
    open_link(&app, &token, &asked, |role| role == Role::Organiser, to).await
}

/// Copies the role of a link to the device that opens it.
async fn open_link(
    app: &App,
    token: &str,
    asked: &Asked,
    is_wanted: impl Fn(Role) -> bool,
    to: impl Fn(&str, Role) -> String,
) -> Result<Response, Wrong> {
    let key = link_key(app, token, is_wanted).await?;
    let (token_hash, cookie) = asked.device_or_new()?;
    let row = key.role.row(&token_hash, key.meeting.as_deref(), clock::now());
    app.store.grant(vec![row]).await?;
    let to = to(key.meeting.as_deref().unwrap_or_default(), key.role);
    Ok(with_cookie(Redirect::to(&to).into_response(), cookie))
}

async fn link_key(app: &App, token: &str, is_wanted: impl Fn(Role) -> bool) -> Result<Key, Wrong> {
    let device = crate::access::Device { token_hash: Some(chance::hash(token)), by_bearer: true };
    let keys = app.keys(&device).await?;
    keys.into_iter().find(|key| is_wanted(key.role)).ok_or(Wrong::Missing)
}

/// `GET /j/{token}`: the QR code, which leads where the typed code leads.
pub async fn join_link(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Wrong> {
    let key = link_key(&app, &token, |role| role == Role::Join).await?;
    let meeting = key.meeting.ok_or(Wrong::Missing)?;
    let row = app.store.meeting(ORG, &meeting).await?.ok_or(Wrong::Missing)?;
    if !is_spoken_of(&row) {
        // By now the code may be another meeting's.
        return Err(Wrong::MeetingOver);
    }
    Ok(Redirect::to(&format!("/m/{}", row.code)).into_response())
}

/// `POST /join`: finds the meeting of a typed code.
pub async fn join(
    State(app): State<App>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, _) = body(&asked, request).await?;
    let typed = fields.text("code");
    let row = find(&app, typed).await?;
    let go = format!("/m/{}", row.code);
    let json = json!({ "ok": true, "go": go, "meeting": row.id });
    Ok(asked.done(&json, &go))
}

/// Returns the meeting of a code, also for a day after its end: those who were in it find back to
/// it, and [`door`] tells the others. Spaces and points between the digits are how people write.
async fn find(app: &App, typed: &str) -> Result<MeetingRow, Wrong> {
    let code: String = typed.chars().filter(char::is_ascii_digit).collect();
    let row = if code.len() == 6 { app.store.meeting_by_code(&code).await? } else { None };
    match row.filter(|row| row.org == ORG && is_spoken_of(row)) {
        Some(row) => Ok(row),
        None => Err(app.wrong_codes.count(typed).await),
    }
}

/// Returns the room of a code, and what the device may do in it already.
async fn arrive(app: &App, asked: &Asked, code: &str) -> Result<Entry, Wrong> {
    let row = find(app, code).await?;
    let room = app.rooms.room(&row.id).await?;
    app.ensure_open(&room).await?;
    let roles = app.roles(&asked.device, &row.id).await?;
    Ok(Entry { room, roles })
}

/// Tells newcomers why they cannot come in, if that is so.
fn door(room: &Room) -> Result<(), Wrong> {
    room.read(|at| match at.state.phase {
        Phase::Ended { .. } => Err(Wrong::MeetingOver),
        Phase::Lobby | Phase::Running(_) if at.state.door_locked => Err(Wrong::DoorLocked),
        Phase::Lobby | Phase::Running(_) => Ok(()),
    })
}

/// `GET /m/{code}`: asks for a name, or leads back whoever has a seat.
pub async fn lobby(
    State(app): State<App>,
    Path(code): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let entry = arrive(&app, &asked, &code).await?;
    if let Some(seat) = entry.seat(None) {
        let phone = format!("/meetings/{}?seat={}", entry.room.id(), seat.0);
        return Ok(Redirect::to(&phone).into_response());
    }
    door(&entry.room)?;
    join_form(&app, &asked, &entry, None, "").await
}

async fn join_form(
    app: &App,
    asked: &Asked,
    entry: &Entry,
    problem: Option<&str>,
    name: &str,
) -> Result<Response, Wrong> {
    let expected = app.store.expected(ORG, entry.room.id()).await?;
    let names = entry.room.read(|at| {
        let seats = at.state.seats.iter();
        seats.map(|(seat, it)| (*seat, it.name.clone())).collect()
    });
    let frame = asked.frame_in(app, entry);
    let join = Join {
        code: entry.room.code().to_owned(),
        names,
        expected: expected.into_iter().map(|it| it.name).collect(),
        problem: problem.map(str::to_owned),
        name: name.to_owned(),
    };
    Ok(show::private(&pages::join_page(&frame, &join)))
}

/// `POST /m/{code}/seats`: takes a seat.
pub async fn take_seat(
    State(app): State<App>,
    Path(code): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, op) = body(&asked, request).await?;
    let entry = arrive(&app, &asked, &code).await?;
    // A repeated join is answered by the room, also after the door was locked.
    if let Err(wrong) = door(&entry.room)
        && !matches!(wrong, Wrong::DoorLocked)
    {
        return Err(wrong);
    }
    if !entry.may_take_another_seat() {
        return Err(Wrong::refused(Refusal::TooMany));
    }
    let name = fields.text("name").to_owned();
    let joined = seat_for_device(&entry.room, &asked, name.clone(), op).await;
    match joined {
        Err(wrong @ Wrong::Refused { .. }) if !asked.wants_json => {
            let own = entry.room.read(|at| at.state.plan.as_ref().map(|plan| plan.lang));
            let (_, problem) = dress::words(&app, asked.lang(own), &wrong);
            let status = wrong.status();
            let mut page = join_form(&app, &asked, &entry, Some(&problem), &name).await?;
            *page.status_mut() = status;
            Ok(page)
        }
        other => other,
    }
}

/// Joins with a name, and gives the seat to the device.
async fn seat_for_device(
    room: &Room,
    asked: &Asked,
    name: String,
    op: String,
) -> Result<Response, Wrong> {
    let (token_hash, cookie) = asked.device_or_new()?;
    let command = Command::Join { name, without_device: false };
    let answer = room.wish(Actor::Newcomer, command, op, Some(Grant { token_hash })).await;
    let answer = answer.map_err(|wrong| {
        let is_locked = wrong.refusal() == Some(Refusal::DoorLocked);
        if is_locked { Wrong::DoorLocked } else { wrong }
    })?;
    let seat = answer.made("seat").ok_or(Wrong::Missing)?;
    let back = format!("/meetings/{}?seat={seat}", room.id());
    Ok(with_cookie(granted(asked, &answer, &back)?, cookie))
}

/// `POST /m/{code}/claims`: says that a seat is one's own, on a new device.
pub async fn claim_seat(
    State(app): State<App>,
    Path(code): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, op) = body(&asked, request).await?;
    let entry = arrive(&app, &asked, &code).await?;
    let (token_hash, cookie) = asked.device_or_new()?;
    let command = Command::ClaimSeat { seat: SeatId(fields.number("seat")?) };
    let grant = Some(Grant { token_hash });
    let answer = entry.room.wish(Actor::Newcomer, command, op, grant).await?;
    let back = format!("/meetings/{}/waiting", entry.room.id());
    Ok(with_cookie(granted(&asked, &answer, &back)?, cookie))
}

/// `POST /meetings/{id}/seats`: the leader writes down someone without a device, or a person adds
/// another to the device that they share.
pub async fn add_seat(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let entry = app.enter(&asked.device, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let name = fields.text("name").to_owned();
    if fields.maybe_flag("shared")?.unwrap_or_default() {
        if entry.seats().is_empty() {
            return Err(Wrong::Missing);
        }
        if !entry.may_take_another_seat() {
            return Err(Wrong::refused(Refusal::TooMany));
        }
        return seat_for_device(&entry.room, &asked, name, op).await;
    }
    if !entry.leads() {
        return Err(Wrong::Missing);
    }
    let command = Command::Join { name, without_device: true };
    let answer = entry.room.wish(Actor::Leader, command, op, None).await?;
    granted(&asked, &answer, &format!("/meetings/{id}/console"))
}
