//! The page of someone who has said that a seat is theirs, until the leader has answered.

use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};

use crate::live::entry::{Claiming, In};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::message::message_page;

/// `GET /meetings/{id}/waiting`: until the leader has agreed that the seat is the device's.
pub async fn waiting(
    In { app, head, entry, right: Claiming(claim) }: In<Claiming>,
) -> Result<Response, Wrong> {
    let claim = entry.room.read(|at| at.state.claims.get(&claim).copied());
    let claim = claim.ok_or(Wrong::Missing)?;
    let name = entry.room.read(|at| at.state.name(claim.seat).to_owned());
    let frame = head.frame_in(&app, &entry);
    match claim.granted {
        Some(true) => {
            let phone = format!("/meetings/{}?seat={}", entry.room.id(), claim.seat.0);
            Ok(Redirect::to(&phone).into_response())
        }
        Some(false) => {
            let (title, text) = (frame.t("claim-refused-title"), frame.t("claim-refused"));
            Ok(private(&message_page(&frame, &title, &text)))
        }
        None => Ok(private(&waiting_page(&frame, &name))),
    }
}

/// Returns the page of one who waits for the leader to say that it is them.
#[must_use]
pub fn waiting_page(f: &Frame<'_>, name: &str) -> Markup {
    let title = f.t("waiting-title");
    let content = html! {
        sl-live src=(f.at("live?as=claim")) data-seq=(f.seq) {}
        (waiting_part(f, name))
    };
    page(f, &Sheet { reload_s: Some(4), ..Sheet::new(&title) }, false, &content)
}

/// Returns the part of the waiting page that is sent again.
#[must_use]
pub fn waiting_part(f: &Frame<'_>, name: &str) -> Markup {
    html! {
        div id="screen" class="sl-stack" {
            p { (f.with("waiting-text", &[("name", name.into())])) }
            p { a class="ds-button" href=(f.path) { (f.t("waiting-again")) } }
        }
    }
}
