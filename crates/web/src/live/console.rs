//! The console: what the one who leads sees.

mod now;
pub mod page;
mod people;
mod program;
mod room;

use axum::response::Response;
use meeting::screens::console;

use self::page::console_page;
use crate::live::entry::{In, Leading};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;

pub async fn console(In { app, head, entry, .. }: In<Leading>) -> Result<Response, Wrong> {
    app.ensure_open(&entry.room).await?;
    app.hold_lobby(entry.room.org(), entry.room.id()).await;
    let live = entry.room.live();
    let frame = head.frame_in(&app, &entry);
    let screen = entry.room.read(|at| console::console(at.scene(), frame.now, &live));
    Ok(private(&console_page(&frame, &screen.ok_or(Wrong::Missing)?)))
}
