//! The way in: codes, links, seats and claims.

pub mod page;

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::ids::{OpId, SeatId};
use meeting::decide::people::PeopleWish;
use meeting::given::Actor;
use meeting::refusal::Refusal;
use meeting::state::Phase;

use crate::App;
use crate::door::codes::find;
use crate::live::entry::{Entry, In, SeatedOrLeading};
use crate::live::joining::page::{Join, join_page};
use crate::live::rooms::Room;
use crate::live::wishes::granted;
use crate::shell::answer::{private, with_cookie};
use crate::shell::body::{Sender, body, body_of};
use crate::shell::clock;
use crate::shell::failure::Wrong;
use crate::shell::middleware::words;
use crate::shell::request::RequestHead;

/// Returns the room of a code, and what the device may do in it already.
async fn arrive(app: &App, head: &RequestHead, code: &str) -> Result<Entry, Wrong> {
    let row = find(app, head, code).await?;
    let roles = app.roles(&head.device, &row.org, &row.id).await?;
    if roles.is_empty() && !app.is_lobby_open(&row, clock::now()) {
        return Err(Wrong::NotOpenYet);
    }
    let room = app.rooms.room(&app.store.org(&row.org), &row.id).await?;
    app.ensure_open(&room).await?;
    Ok(Entry { room, roles })
}

/// Tells newcomers why they cannot come in, if that is so.
fn door(entry: &Entry) -> Result<(), Wrong> {
    if entry.was_put_out() {
        return Err(Wrong::refused(Refusal::PutOut));
    }
    entry.room.read(|at| match at.state.phase {
        Phase::Ended { .. } => Err(Wrong::MeetingOver),
        Phase::Lobby | Phase::Running(_) if at.state.door_locked => Err(Wrong::DoorLocked),
        Phase::Lobby | Phase::Running(_) => Ok(()),
    })
}

/// `GET /m/{code}`: asks for a name, or leads back whoever has a seat.
pub async fn lobby(
    State(app): State<App>,
    Path(code): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let entry = arrive(&app, &head, &code).await?;
    if let Some(seat) = entry.seat(None) {
        let phone = format!("/meetings/{}?seat={}", entry.room.id(), seat.0);
        return Ok(Redirect::to(&phone).into_response());
    }
    door(&entry)?;
    join_form(&app, &head, &entry, None, "").await
}

async fn join_form(
    app: &App,
    head: &RequestHead,
    entry: &Entry,
    problem: Option<&str>,
    name: &str,
) -> Result<Response, Wrong> {
    let expected = entry.room.org().expected(entry.room.id()).await?;
    let names = entry.room.read(|at| {
        let seats = at.state.seats.iter();
        let seats = seats.filter(|(_, it)| !it.is_out);
        seats.map(|(seat, it)| (*seat, it.name.clone())).collect()
    });
    let frame = head.frame_in(app, entry);
    let join = Join {
        code: entry.room.code().to_owned(),
        names,
        expected: expected.into_iter().map(|it| it.name).collect(),
        problem: problem.map(str::to_owned),
        name: name.to_owned(),
    };
    Ok(private(&join_page(&frame, &join)))
}

/// `POST /m/{code}/seats`: takes a seat.
pub async fn take_seat(
    State(app): State<App>,
    Path(code): Path<String>,
    head: RequestHead,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, op) = body_of(Sender::Newcomer, &head, request).await?;
    let entry = arrive(&app, &head, &code).await?;
    // A repeated join is answered by the room, also after the door was locked.
    if let Err(wrong) = door(&entry)
        && !matches!(wrong, Wrong::DoorLocked)
    {
        return Err(wrong);
    }
    if !entry.may_take_another_seat() {
        return Err(Wrong::refused(Refusal::TooMany));
    }
    let name = fields.text("name").to_owned();
    let joined = seat_for_device(&app, &entry.room, &head, name.clone(), op).await;
    match joined {
        Err(wrong @ Wrong::Refused { .. }) if !head.wants_json => {
            let own = entry.room.read(|at| at.state.plan.as_ref().map(|plan| plan.lang));
            let (_, problem) = words(&app.shell, head.lang(own), &wrong);
            let status = wrong.status();
            let mut page = join_form(&app, &head, &entry, Some(&problem), &name).await?;
            *page.status_mut() = status;
            Ok(page)
        }
        other => other,
    }
}

/// Joins with a name, and gives the seat to the device.
async fn seat_for_device(
    app: &App,
    room: &Room,
    head: &RequestHead,
    name: String,
    op: OpId,
) -> Result<Response, Wrong> {
    let (device, cookie) = app.renewed(head).await?;
    let command = PeopleWish::Join { name, without_device: false };
    let answer = room.wish(Actor::Newcomer, command, op, Some(device)).await;
    let answer = answer.map_err(|wrong| {
        let is_locked = wrong.refusal() == Some(Refusal::DoorLocked);
        if is_locked { Wrong::DoorLocked } else { wrong }
    })?;
    let seat = answer.made("seat").ok_or(Wrong::Missing)?;
    let back = format!("/meetings/{}?seat={seat}", room.id());
    Ok(with_cookie(granted(head, &answer, &back)?, cookie))
}

/// `POST /m/{code}/claims`: says that a seat is one's own, on a new device.
pub async fn claim_seat(
    State(app): State<App>,
    Path(code): Path<String>,
    head: RequestHead,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, op) = body_of(Sender::Newcomer, &head, request).await?;
    let entry = arrive(&app, &head, &code).await?;
    door(&entry)?;
    let (device, cookie) = app.renewed(&head).await?;
    let command = PeopleWish::ClaimSeat { seat: SeatId(fields.number("seat")?) };
    let answer = entry.room.wish(Actor::Newcomer, command, op, Some(device)).await?;
    let back = format!("/meetings/{}/waiting", entry.room.id());
    Ok(with_cookie(granted(&head, &answer, &back)?, cookie))
}

/// `POST /meetings/{id}/seats`: the leader writes down someone without a device, or a person adds
/// another to the device that they share.
pub async fn add_seat(
    In { app, head, entry, .. }: In<SeatedOrLeading>,
    request: Request,
) -> Result<Response, Wrong> {
    let (fields, op) = body(&head, request).await?;
    let name = fields.text("name").to_owned();
    if fields.maybe_flag("shared")?.unwrap_or_default() {
        if entry.seats().is_empty() {
            return Err(Wrong::Missing);
        }
        if !entry.may_take_another_seat() {
            return Err(Wrong::refused(Refusal::TooMany));
        }
        return seat_for_device(&app, &entry.room, &head, name, op).await;
    }
    if !entry.leads() {
        return Err(Wrong::Missing);
    }
    let command = PeopleWish::Join { name, without_device: true };
    let answer = entry.room.wish(Actor::Leader, command, op, None).await?;
    granted(&head, &answer, &format!("/meetings/{}/console", entry.room.id()))
}
