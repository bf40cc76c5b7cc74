//! Links: a token in an address, which gives its role to the device that opens it.

use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use kernel::ids::MeetingId;
use serde_json::json;
use store::access::Grant;

use crate::App;
use crate::door::access::{AccessRole, Key};
use crate::door::codes::is_spoken_of;
use crate::shell::answer::with_cookie;
use crate::shell::device::Device;
use crate::shell::failure::Wrong;
use crate::shell::limits::SCAN_KEPT;
use crate::shell::request::RequestHead;
use crate::shell::{chance, clock};

pub async fn leader_link(
    State(app): State<App>,
    Path(token): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let to = |meeting: &str, _| format!("/meetings/{meeting}/console");
    open_link(&app, &token, &head, |role| role == AccessRole::Leader, to).await
}

pub async fn wall_link(
    State(app): State<App>,
    Path(token): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let to = |meeting: &str, _| format!("/meetings/{meeting}/wall");
    open_link(&app, &token, &head, |role| role == AccessRole::Wall, to).await
}

pub async fn seat_link(
    State(app): State<App>,
    Path(token): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let to = |meeting: &str, role| match role {
        AccessRole::Seat(seat) => format!("/meetings/{meeting}?seat={}", seat.0),
        AccessRole::Leader
        | AccessRole::Wall
        | AccessRole::Claim(_)
        | AccessRole::Organiser
        | AccessRole::Join => {
            format!("/meetings/{meeting}")
        }
    };
    open_link(&app, &token, &head, |role| matches!(role, AccessRole::Seat(_)), to).await
}

pub async fn organiser_link(
    State(app): State<App>,
    Path(token): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let to = |_: &str, _| "/meetings".to_owned();
    open_link(&app, &token, &head, |role| role == AccessRole::Organiser, to).await
}

/// Copies the role of a link to the device that opens it, with which link it was.
async fn open_link(
    app: &App,
    token: &str,
    head: &RequestHead,
    is_wanted: impl Fn(AccessRole) -> bool,
    to: impl Fn(&str, AccessRole) -> String,
) -> Result<Response, Wrong> {
    let key = link_key(app, token, is_wanted).await?;
    let (device, cookie) = app.renewed(head).await?;
    let (link, role) = (chance::token_hash(token), key.role.key());
    let opens = (key.meeting.as_ref(), role.as_str());
    if !app.store.org(&key.org).open_link(&link, opens, &device, clock::now().0).await? {
        return Err(Wrong::Missing);
    }
    let meeting = key.meeting.as_ref().map(MeetingId::as_str).unwrap_or_default();
    let to = to(meeting, key.role);
    Ok(with_cookie(Redirect::to(&to).into_response(), cookie))
}

async fn link_key(
    app: &App,
    token: &str,
    is_wanted: impl Fn(AccessRole) -> bool,
) -> Result<Key, Wrong> {
    let device = Device { token_hash: Some(chance::token_hash(token)), by_bearer: true };
    let keys = app.keys(&device).await?;
    keys.into_iter().find(|key| is_wanted(key.role)).ok_or(Wrong::Missing)
}

/// `POST /sign-out`: the device opens nothing more, here or in another tab, by this cookie or an
/// earlier one. What a leader or a seat
/// has written stays, and a link opens the door again.
pub async fn sign_out(State(app): State<App>, head: RequestHead) -> Result<Response, Wrong> {
    if let Some(token) = head.device.token_hash.as_ref().filter(|_| !head.device.by_bearer) {
        app.store.sign_out(token).await?;
    }
    let mut response = head.done(&json!({ "ok": true, "go": "/" }), "/");
    for cookie in head.no_device()? {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    // Where no script has done it, the browser forgets what pages have kept in it.
    let forget = HeaderValue::from_static("\"storage\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), forget);
    Ok(response)
}

/// `GET /j/{token}`: the square, which leads where the typed code leads. The device is remembered
/// for a while as one that has not guessed, so it comes in whatever others do at its address.
pub async fn join_link(
    State(app): State<App>,
    Path(token): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let key = link_key(&app, &token, |role| role == AccessRole::Join).await?;
    let meeting = key.meeting.ok_or(Wrong::Missing)?;
    let row = app.store.org(&key.org).meeting(&meeting).await?.ok_or(Wrong::Missing)?;
    if !is_spoken_of(&row) {
        // By now the code may be another meeting's.
        return Err(Wrong::MeetingOver);
    }
    let row = app.with_start(row).await?;
    let go = Redirect::to(&format!("/m/{}", row.code)).into_response();
    if app.known_by_code(&head.device, &row.code).await?.is_some() {
        return Ok(go);
    }
    let now = clock::now();
    if !app.is_lobby_open(&row, now) {
        return Err(Wrong::NotOpenYet);
    }
    let (device, cookie) = app.renewed(&head).await?;
    let kept_ms = i64::try_from(SCAN_KEPT.as_millis()).unwrap_or(i64::MAX);
    let expires_at = Some(now.0.saturating_add(kept_ms));
    // Taken back with its link, as whatever was opened by one.
    let link = Some(chance::token_hash(&token));
    let scanned = Grant { expires_at, link, ..AccessRole::Join.grant(&device, Some(&row.id), now) };
    app.store.org(&row.org).grant(vec![scanned]).await?;
    Ok(with_cookie(go, cookie))
}
