//! The console: what the one who leads sees.

mod now;
pub mod page;
mod people;
mod program;
mod room;

use axum::extract::{Path, State};
use axum::response::Response;
use meeting::screens::console;

use self::page::console_page;
use crate::App;
use crate::live::entry::Entry;
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::request::RequestHead;

pub async fn console(
    State(app): State<App>,
    Path(id): Path<String>,
    head: RequestHead,
) -> Result<Response, Wrong> {
    let entry = lead(&app, &head, &id).await?;
    let live = entry.room.live();
    let frame = head.frame_in(&app, &entry);
    let screen = entry.room.read(|at| console::console(at.state, frame.now, &live));
    Ok(private(&console_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}

async fn lead(app: &App, head: &RequestHead, id: &str) -> Result<Entry, Wrong> {
    let entry = app.enter(&head.device, id).await?;
    if !entry.leads() {
        return Err(Wrong::Missing);
    }
    app.ensure_open(&entry.room).await?;
    Ok(entry)
}
