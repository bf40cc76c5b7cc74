//! The shell of the product on the web, in four floors; a floor knows only those below it.
//!
//! ```text
//! before   a meeting before it is held        request ─▶ shell::middleware ─▶ door ─▶ wish
//! live     a meeting that runs                   ─▶ room (decide ─▶ store ─▶ publish) ─▶ answer
//! door     who comes in                                  └─▶ open streams render their screen
//! shell    what every page is made of
//! ```
//!
//! [`App`], the table of routes and the list of jobs stand beside the floors and see all of them.

pub mod before;
pub mod door;
pub mod jobs;
pub mod live;
pub mod routes;
pub mod shell;
pub mod words;

#[cfg(test)]
mod tests;

use std::future::{Future, IntoFuture as _};
use std::ops::Deref;
use std::sync::Arc;

use anyhow::Context as _;
use axum::extract::FromRef;
use axum::serve::ListenerExt as _;
use store::Store;
use tokio::net::TcpListener;

use crate::before::importing::Readers;
use crate::before::meetings::Template;
use crate::door::codes::WrongCodes;
use crate::jobs::JOBS;
use crate::live::goal_answers;
use crate::live::rooms::Rooms;
use crate::shell::worker::Worker;
use crate::shell::{Config, Shell, limits};

/// Everything a request may need. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<AppParts>);

pub struct AppParts {
    pub shell: Shell,
    pub store: Store,
    pub codes: WrongCodes,
    pub rooms: Rooms,
    pub templates: Vec<Template>,
    /// Places for those who read old agendas.
    pub readers: Readers,
}

impl Deref for App {
    type Target = AppParts;

    fn deref(&self) -> &AppParts {
        &self.0
    }
}

impl FromRef<App> for Shell {
    fn from_ref(app: &App) -> Shell {
        app.shell.clone()
    }
}

impl App {
    /// Makes the service over a store whose tables are there.
    pub fn new(store: Store, config: Config, templates: Vec<Template>) -> anyhow::Result<App> {
        let texts = words::load().context("the texts cannot be read")?;
        let shell = Shell::new(config, texts)?;
        let rooms = Rooms::new(shell.clone());
        Ok(App(Arc::new(AppParts {
            shell,
            store,
            codes: WrongCodes::default(),
            rooms,
            templates,
            readers: Readers::default(),
        })))
    }

    /// Unloads idle meetings, again and again, until the server stops.
    async fn unload_idle_rooms(self) {
        let mut stop = self.shell.stop.subscribe();
        let between = self.shell.config.limits.room_idle / 8;
        loop {
            tokio::select! {
                // It changes once, when the server stops.
                _ = stop.changed() => return,
                () = tokio::time::sleep(between) => self.rooms.unload_idle().await,
            }
        }
    }
}

/// Serves until `stop` resolves, and then finishes what has begun, within ten seconds.
pub async fn serve(
    listener: TcpListener,
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()> {
    let router = routes::router(app.clone());
    let mut stopped = app.shell.stop.subscribe();
    let stopping = app.clone();
    let told = async move {
        stop.await;
        stopping.shell.stop.send_replace(true);
    };
    let listener = listener.tap_io(|tcp| {
        // Small events must not wait for more to come.
        let _ = tcp.set_nodelay(true);
        // A phone that has walked out of the Wi-Fi says no goodbye. Without this its line counts
        // as open for a quarter of an hour, and the leader's as here.
        #[cfg(target_os = "linux")]
        let _ = socket2::SockRef::from(&*tcp).set_tcp_user_timeout(Some(limits::SILENT_LINE));
    });
    tokio::spawn(app.clone().unload_idle_rooms());
    tokio::spawn(goal_answers::keep_dropping(app.store.clone()));
    let worker = Worker { store: app.store.clone(), shell: app.shell.clone() };
    let worker = tokio::spawn(worker.work(JOBS));
    let serving = axum::serve(listener, router).with_graceful_shutdown(told);
    let late = async move {
        let _ = stopped.wait_for(|stopped| *stopped).await;
        tokio::time::sleep(limits::STOP_WITHIN).await;
    };
    tokio::select! {
        ended = serving.into_future() => ended.context("the server stopped")?,
        () = late => tracing::warn!("some requests were cut off after ten seconds"),
    }
    if tokio::time::timeout(limits::STOP_WITHIN, worker).await.is_err() {
        tracing::warn!("a job was cut off after ten seconds, and will be done again");
    }
    Ok(())
}
