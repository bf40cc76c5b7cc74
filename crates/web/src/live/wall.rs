//! The wall: what the projector shows.

pub mod page;
mod running;

use axum::response::Response;
use meeting::screens::wall;

use self::page::wall_page;
use crate::live::entry::{In, Watching};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;

pub async fn wall(In { app, head, entry, .. }: In<Watching>) -> Result<Response, Wrong> {
    app.ensure_open(&entry.room).await?;
    app.hold_lobby(entry.room.org(), entry.room.id()).await;
    let live = entry.room.live();
    let frame = head.frame_in(&app, &entry);
    let screen = entry.room.read(|at| wall::wall(at.scene(), frame.now, &live));
    Ok(private(&wall_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}
