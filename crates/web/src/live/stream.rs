//! `GET /meetings/{id}/live`: a screen that is sent again whenever it may have changed.

use std::time::Duration;

use axum::http::HeaderMap;
use axum::response::Response;

use crate::App;
use crate::live::entry::{AnyRole, Entry, In};
use crate::live::rooms::{OpenLine, ScreenOwner};
use crate::live::screens;
use crate::shell::failure::Wrong;
use crate::shell::request::RequestHead;
use crate::shell::sse::{self, Feed, Rendered, Woken};

struct Screen {
    app: App,
    head: RequestHead,
    entry: Entry,
    viewer: ScreenOwner,
    /// The mark of the screen that was rendered last.
    mark: u64,
    _open: OpenLine,
}

pub async fn live(
    In { app, head, entry, .. }: In<AnyRole>,
    headers: HeaderMap,
) -> Result<Response, Wrong> {
    let viewer = screens::viewer(&entry, &head)?;
    app.ensure_open(&entry.room).await?;
    if matches!(viewer, ScreenOwner::Console { .. } | ScreenOwner::Wall) {
        app.hold_lobby(entry.room.org(), entry.room.id()).await;
    }
    let place = sse::place(&app.shell, &head)?;
    let (shell, bell) = (app.shell.clone(), entry.room.listen());
    let screen = Screen { mark: 0, _open: entry.room.line(viewer), app, head, entry, viewer };
    sse::open(&shell, place, &headers, bell, screen).await
}

impl Feed for Screen {
    // Nothing changes here without a ring.
    const LOOK_EVERY: Duration = Duration::from_mins(1);

    async fn may_be_new(&mut self, _: Woken) -> bool {
        self.entry.room.mark(self.viewer) != self.mark
    }

    async fn render(&mut self) -> Result<Option<Rendered>, Wrong> {
        self.mark = self.entry.room.mark(self.viewer);
        if !screens::may_still_see(&self.entry, self.viewer) {
            return Ok(None);
        }
        let part = screens::part(&self.app, &self.head, &self.entry, self.viewer);
        Ok(part.map(|(html, number)| Rendered { number, parts: vec![("screen", html)] }))
    }

    async fn may_stay(&mut self) -> Result<bool, Wrong> {
        let room = &self.entry.room;
        let roles = self.app.roles(&self.head.device, room.org().id(), room.id()).await?;
        self.entry.roles = roles;
        Ok(screens::may_still_see(&self.entry, self.viewer))
    }

    fn farewell(&self) -> &'static str {
        // Whoever waited for an answer gets it as a page.
        if matches!(self.viewer, ScreenOwner::Claim(_)) { "go" } else { "over" }
    }
}
