//! Pages that show: the phone, the console, the projector, the result and the prints.
//!
//! **Invariant `one-part-one-function`:** the first load and every live update of a screen come
//! from the same function of the same struct. Held by [`part`], which calls what the page calls.

use axum::response::{IntoResponse, Response};
use kernel::time::Moment;
use meeting::screens::{console, phone, result, wall};
use serde::Serialize;
use serde_json::{Value, json};

use crate::live::console::page::console_part;
use crate::live::entry::{Entry, In, Viewing};
use crate::live::phone::page::phone_part;
use crate::live::waiting::waiting_part;
use crate::live::wall::page::wall_part;
use crate::shell::answer::private_headers;
use crate::shell::request::RequestHead;

use crate::App;
use crate::live::rooms::ScreenOwner;
use crate::shell::clock;
use crate::shell::failure::Wrong;

/// Returns whose screen a request is for: `as=seat|console|wall`, and otherwise what the device is.
pub fn viewer(entry: &Entry, head: &RequestHead) -> Result<ScreenOwner, Wrong> {
    let console = ScreenOwner::Console { is_leader: entry.is_leader() };
    let seat = || entry.seat(head.seat).map(ScreenOwner::Seat).ok_or(Wrong::Missing);
    match head.query("as") {
        Some("console" | "leader") if entry.leads() => Ok(console),
        Some("wall") if entry.may_see_wall() => Ok(ScreenOwner::Wall),
        Some("seat") => seat(),
        Some("claim") => entry.claim().map(ScreenOwner::Claim).ok_or(Wrong::Missing),
        Some(_) => Err(Wrong::Missing),
        None if head.seat.is_some() => seat(),
        None if entry.leads() => Ok(console),
        None if entry.may_see_wall() => Ok(ScreenOwner::Wall),
        None => seat(),
    }
}

/// Tells whether a screen is still the device's to see.
#[must_use]
pub fn may_still_see(entry: &Entry, viewer: ScreenOwner) -> bool {
    match viewer {
        ScreenOwner::Seat(seat) => entry.seats().contains(&seat),
        ScreenOwner::Console { .. } => entry.leads(),
        ScreenOwner::Wall => entry.may_see_wall(),
        ScreenOwner::Claim(claim) => entry.claim() == Some(claim) && waits(entry, claim).is_some(),
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
pub fn part(
    app: &App,
    head: &RequestHead,
    entry: &Entry,
    viewer: ScreenOwner,
) -> Option<(String, i64)> {
    let mut frame = head.frame_in(app, entry);
    let live = entry.room.live();
    // The part links back to its page, not to the stream.
    let path = page_path(entry, viewer);
    frame.path = &path;
    if let ScreenOwner::Claim(claim) = viewer {
        let part = waiting_part(&frame, &waits(entry, claim)?);
        return Some((part.into_string(), frame.seq));
    }
    entry.room.read(|at| {
        frame.seq = at.seq;
        let html = match viewer {
            ScreenOwner::Seat(seat) => {
                phone::phone(at.scene(), seat, &live).map(|it| phone_part(&frame, &it))
            }
            ScreenOwner::Console { .. } => {
                console::console(at.scene(), frame.now, &live).map(|it| console_part(&frame, &it))
            }
            ScreenOwner::Wall => {
                wall::wall(at.scene(), frame.now, &live).map(|it| wall_part(&frame, &it))
            }
            ScreenOwner::Claim(_) => None,
        };
        html.map(|html| (html.into_string(), at.seq))
    })
}

fn page_path(entry: &Entry, viewer: ScreenOwner) -> String {
    let own = format!("/meetings/{}", entry.room.id());
    match viewer {
        ScreenOwner::Seat(seat) => format!("{own}?seat={}", seat.0),
        ScreenOwner::Console { .. } => format!("{own}/console"),
        ScreenOwner::Wall => format!("{own}/wall"),
        ScreenOwner::Claim(_) => format!("{own}/waiting"),
    }
}

/// `GET /meetings/{id}/state`: the same screen as data.
pub async fn state(In { app, head, entry, .. }: In<Viewing>) -> Result<Response, Wrong> {
    app.ensure_open(&entry.room).await?;
    if head.query("as") == Some("result") {
        let now = clock::now();
        let (screen, seq) = entry.room.read(|at| (result::result(at.state, now), at.seq));
        return as_json(screen, seq, now);
    }
    let viewer = viewer(&entry, &head)?;
    let live = entry.room.live();
    let now = clock::now();
    entry.room.read(|at| match viewer {
        ScreenOwner::Seat(seat) => as_json(phone::phone(at.scene(), seat, &live), at.seq, now),
        ScreenOwner::Console { .. } => {
            as_json(console::console(at.scene(), now, &live), at.seq, now)
        }
        ScreenOwner::Wall => as_json(wall::wall(at.scene(), now, &live), at.seq, now),
        ScreenOwner::Claim(_) => Err(Wrong::Missing),
    })
}

fn as_json(screen: Option<impl Serialize>, seq: i64, now: Moment) -> Result<Response, Wrong> {
    let screen = screen.ok_or(Wrong::Missing)?;
    let screen: Value = serde_json::to_value(screen).map_err(anyhow::Error::from)?;
    let body = json!({ "seq": seq, "now": now, "screen": screen });
    Ok((private_headers(), axum::Json(body)).into_response())
}
