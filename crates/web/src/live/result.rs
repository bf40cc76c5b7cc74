//! The result: what the meeting found.

pub mod page;
use axum::response::Response;
use meeting::screens::result;

use self::page::result_page;
use crate::live::entry::{In, Viewing};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;

pub async fn result(In { app, head, entry, .. }: In<Viewing>) -> Result<Response, Wrong> {
    app.ensure_open(&entry.room).await?;
    let frame = head.frame_in(&app, &entry);
    let screen = entry.room.read(|at| result::result(at.state, frame.now));
    Ok(private(&result_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}
