//! The phone: one person's own screen.

mod agree;
mod change;
mod commit;
mod fields;
mod foot;
mod goals;
mod news;
mod notes;
pub mod page;
mod roles;
mod shared;
mod sources;
mod whereabouts;

use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse as _, Redirect, Response};
use meeting::screens::phone;

use self::page::phone_page;
use crate::live::entry::{AnyRole, Entry, In};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::request::RequestHead;

/// Says that the device may keep the page for when it has no line (`one-page-kept`).
const MAY_BE_KEPT: HeaderName = HeaderName::from_static("x-sloyfe-offline");

pub async fn phone(In { app, head, entry, .. }: In<AnyRole>) -> Result<Response, Wrong> {
    app.ensure_open(&entry.room).await?;
    let Some(seat) = entry.seat(head.seat) else {
        return elsewhere(&entry, &head);
    };
    let live = entry.room.live();
    let frame = head.frame_in(&app, &entry);
    let screen = entry.room.read(|at| phone::phone(at.scene(), seat, &live));
    let mut page = private(&phone_page(&frame, &screen.ok_or(Wrong::Missing)?));
    if is_own_phone(&entry, &head) {
        page.headers_mut().insert(MAY_BE_KEPT, HeaderValue::from_static("1"));
    }
    Ok(page)
}

/// Tells whether the device is one person's: with one seat, and no key to more of the meeting.
fn is_own_phone(entry: &Entry, head: &RequestHead) -> bool {
    !head.device.by_bearer && entry.seats().len() == 1 && !entry.is_leader()
}

/// Leads someone without a seat to the page they do have.
fn elsewhere(entry: &Entry, head: &RequestHead) -> Result<Response, Wrong> {
    let own = format!("/meetings/{}", entry.room.id());
    if head.seat.is_some() {
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
