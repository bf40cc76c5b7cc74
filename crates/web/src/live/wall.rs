//! The wall: what the projector shows.

pub mod page;
mod running;

use axum::extract::{Path, State};
use axum::response::Response;
use meeting::screens::wall;

use self::page::wall_page;
use crate::App;
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::request::RequestHead;

pub async fn wall(
    State(app): State<App>,
    Path(id): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let entry = app.enter(&head.device, &id).await?;
    if !entry.may_see_wall() {
        return Err(Wrong::Missing);
    }
    app.ensure_open(&entry.room).await?;
    let live = entry.room.live();
    let frame = head.frame_in(&app, &entry);
    let screen = entry.room.read(|at| wall::wall(at.state, frame.now, &live));
    Ok(private(&wall_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}
