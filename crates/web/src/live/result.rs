//! The result: what the meeting found.

pub mod page;
use axum::extract::{Path, State};
use axum::response::Response;
use meeting::screens::result;

use self::page::result_page;
use crate::App;
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::request::RequestHead;

pub async fn result(
    State(app): State<App>,
    Path(id): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let entry = app.enter(&head.device, &id).await?;
    let is_in = entry.leads() || entry.may_see_wall() || !entry.seats().is_empty();
    if !is_in {
        return Err(Wrong::Missing);
    }
    app.ensure_open(&entry.room).await?;
    let frame = head.frame_in(&app, &entry);
    let screen = entry.room.read(|at| result::result(at.state, frame.now));
    Ok(private(&result_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}
