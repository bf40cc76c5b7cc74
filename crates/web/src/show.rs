//! Pages that show: the phone, the console, the projector, the result and the prints.
//!
//! **Invariant `one-part-one-function`:** the first load and every live update of a screen come
//! from the same function of the same struct. Held by [`part`], which calls what the page calls.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use kernel::time::Moment;
use maud::Markup;
use meeting::screens::{console, phone, result, wall};
use serde::Serialize;
use serde_json::{Value, json};

use crate::access::Entry;
use crate::asked::{Asked, private_headers};
use crate::pages;
use crate::rooms::Viewer;
use crate::wrong::Wrong;
use crate::{App, clock};

pub async fn healthz() -> &'static str {
    "ok\n"
}

pub async fn readyz(State(app): State<App>) -> Response {
    match app.store.ready().await {
        Ok(()) => "ready\n".into_response(),
        Err(why) => {
            tracing::warn!(error = format!("{why:#}"), "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "2")], "not ready\n")
                .into_response()
        }
    }
}

pub async fn clock_now() -> Response {
    let now = json!({ "now": clock::now().0 });
    (private_headers(), axum::Json(now)).into_response()
}

pub async fn missing() -> Wrong {
    Wrong::Missing
}

/// Returns whose screen a request is for: `as=seat|console|wall`, and otherwise what the device is.
pub fn viewer(entry: &Entry, asked: &Asked) -> Result<Viewer, Wrong> {
    let console = Viewer::Console { is_leader: entry.is_leader() };
    let seat = || entry.seat(asked.seat).map(Viewer::Seat).ok_or(Wrong::Missing);
    match asked.query("as") {
        Some("console" | "leader") if entry.leads() => Ok(console),
        Some("wall") if entry.may_see_wall() => Ok(Viewer::Wall),
        Some("seat") => seat(),
        Some("claim") => entry.claim().map(Viewer::Claim).ok_or(Wrong::Missing),
        Some(_) => Err(Wrong::Missing),
        None if asked.seat.is_some() => seat(),
        None if entry.leads() => Ok(console),
        None if entry.may_see_wall() => Ok(Viewer::Wall),
        None => seat(),
    }
}

/// Tells whether a screen is still the device's to see.
#[must_use]
pub fn may_still_see(entry: &Entry, viewer: Viewer) -> bool {
    match viewer {
        Viewer::Seat(seat) => entry.seats().contains(&seat),
        Viewer::Console { .. } => entry.leads(),
        Viewer::Wall => entry.may_see_wall(),
        Viewer::Claim(claim) => entry.claim() == Some(claim) && waits(entry, claim).is_some(),
    }
}

/// Returns the name on a seat that a claim is for, while the leader has not answered.
fn waits(entry: &Entry, claim: u32) -> Option<String> {
    entry.room.read(|at| {
        let claim = at.state.claims.get(&claim).filter(|claim| claim.granted.is_none())?;
        Some(at.state.name(claim.seat).to_owned())
    })
}

/// Returns a viewer's part with the number of the newest fact in it.
#[must_use]
pub fn part(app: &App, asked: &Asked, entry: &Entry, viewer: Viewer) -> Option<(String, i64)> {
    let mut frame = asked.frame_in(app, entry);
    let live = entry.room.live();
    // The part links back to its page, not to the stream.
    let path = page_path(entry, viewer);
    frame.path = &path;
    if let Viewer::Claim(claim) = viewer {
        let part = pages::waiting_part(&frame, &waits(entry, claim)?);
        return Some((part.into_string(), frame.seq));
    }
    entry.room.read(|at| {
        frame.seq = at.seq;
        let html = match viewer {
            Viewer::Seat(seat) => {
                phone::phone(at.state, seat, &live).map(|it| pages::phone_part(&frame, &it))
            }
            Viewer::Console { .. } => console::console(at.state, frame.now, &live)
                .map(|it| pages::console_part(&frame, &it)),
            Viewer::Wall => {
                wall::wall(at.state, frame.now, &live).map(|it| pages::wall_part(&frame, &it))
            }
            Viewer::Claim(_) => None,
        };
        html.map(|html| (html.into_string(), at.seq))
    })
}

fn page_path(entry: &Entry, viewer: Viewer) -> String {
    let own = format!("/meetings/{}", entry.room.id());
    match viewer {
        Viewer::Seat(seat) => format!("{own}?seat={}", seat.0),
        Viewer::Console { .. } => format!("{own}/console"),
        Viewer::Wall => format!("{own}/wall"),
        Viewer::Claim(_) => format!("{own}/waiting"),
    }
}

/// `GET /meetings/{id}/state`: the same screen as data.
pub async fn state(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let entry = app.enter(&asked.device, &id).await?;
    app.ensure_open(&entry.room).await?;
    if asked.query("as") == Some("result") {
        let now = clock::now();
        let (screen, seq) = entry.room.read(|at| (result::result(at.state, now), at.seq));
        return as_json(screen, seq, now);
    }
    let viewer = viewer(&entry, &asked)?;
    let live = entry.room.live();
    let now = clock::now();
    entry.room.read(|at| match viewer {
        Viewer::Seat(seat) => as_json(phone::phone(at.state, seat, &live), at.seq, now),
        Viewer::Console { .. } => as_json(console::console(at.state, now, &live), at.seq, now),
        Viewer::Wall => as_json(wall::wall(at.state, now, &live), at.seq, now),
        Viewer::Claim(_) => Err(Wrong::Missing),
    })
}

fn as_json(screen: Option<impl Serialize>, seq: i64, now: Moment) -> Result<Response, Wrong> {
    let screen = screen.ok_or(Wrong::Missing)?;
    let screen: Value = serde_json::to_value(screen).map_err(anyhow::Error::from)?;
    let body = json!({ "seq": seq, "now": now, "screen": screen });
    Ok((private_headers(), axum::Json(body)).into_response())
}

pub async fn phone(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let entry = app.enter(&asked.device, &id).await?;
    app.ensure_open(&entry.room).await?;
    let Some(seat) = entry.seat(asked.seat) else {
        return elsewhere(&entry, &asked);
    };
    let live = entry.room.live();
    let frame = asked.frame_in(&app, &entry);
    let screen = entry.room.read(|at| phone::phone(at.state, seat, &live));
    Ok(private(&pages::phone_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}

/// Leads someone without a seat to the page they do have.
fn elsewhere(entry: &Entry, asked: &Asked) -> Result<Response, Wrong> {
    let own = format!("/meetings/{}", entry.room.id());
    if asked.seat.is_some() {
        Err(Wrong::Missing)
    } else if entry.claim().is_some() {
        Ok(Redirect::to(&format!("{own}/waiting")).into_response())
    } else if entry.leads() {
        Ok(Redirect::to(&format!("{own}/console")).into_response())
    } else if entry.may_see_wall() {
        Ok(Redirect::to(&format!("{own}/wall")).into_response())
    } else {
        Err(Wrong::Missing)
    }
}

/// `GET /meetings/{id}/waiting`: until the leader has agreed that the seat is the device's.
pub async fn waiting(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let entry = app.enter(&asked.device, &id).await?;
    let claim = entry.claim().ok_or(Wrong::Missing)?;
    let claim = entry.room.read(|at| at.state.claims.get(&claim).copied());
    let claim = claim.ok_or(Wrong::Missing)?;
    let name = entry.room.read(|at| at.state.name(claim.seat).to_owned());
    let frame = asked.frame_in(&app, &entry);
    match claim.granted {
        Some(true) => {
            let phone = format!("/meetings/{id}?seat={}", claim.seat.0);
            Ok(Redirect::to(&phone).into_response())
        }
        Some(false) => {
            Ok(private(&pages::message_page(&frame, "claim-refused-title", "claim-refused")))
        }
        None => Ok(private(&pages::waiting_page(&frame, &name))),
    }
}

pub async fn console(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let entry = lead(&app, &asked, &id).await?;
    let live = entry.room.live();
    let frame = asked.frame_in(&app, &entry);
    let screen = entry.room.read(|at| console::console(at.state, frame.now, &live));
    Ok(private(&pages::console_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}

async fn lead(app: &App, asked: &Asked, id: &str) -> Result<Entry, Wrong> {
    let entry = app.enter(&asked.device, id).await?;
    if !entry.leads() {
        return Err(Wrong::Missing);
    }
    app.ensure_open(&entry.room).await?;
    Ok(entry)
}

pub async fn wall(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let entry = app.enter(&asked.device, &id).await?;
    if !entry.may_see_wall() {
        return Err(Wrong::Missing);
    }
    app.ensure_open(&entry.room).await?;
    let live = entry.room.live();
    let frame = asked.frame_in(&app, &entry);
    let screen = entry.room.read(|at| wall::wall(at.state, frame.now, &live));
    Ok(private(&pages::wall_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}

pub async fn result(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let entry = app.enter(&asked.device, &id).await?;
    let is_in = entry.leads() || entry.may_see_wall() || !entry.seats().is_empty();
    if !is_in {
        return Err(Wrong::Missing);
    }
    app.ensure_open(&entry.room).await?;
    let frame = asked.frame_in(&app, &entry);
    let screen = entry.room.read(|at| result::result(at.state, frame.now));
    Ok(private(&pages::result_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}

/// Answers with a page that no cache may keep.
#[must_use]
pub fn private(page: &Markup) -> Response {
    (private_headers(), Html(page.0.clone())).into_response()
}

/// How long the last requests may take when the server stops.
pub const STOP_WITHIN: Duration = Duration::from_secs(10);
