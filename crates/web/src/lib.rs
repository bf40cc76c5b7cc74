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

use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;

use anyhow::Context as _;
use axum::extract::FromRef;
use kernel::time::Moment;
use store::Store;
use tokio::net::TcpListener;

use crate::before::importing::Readers;
use crate::before::meetings::Template;
use crate::door::codes::WrongCodes;
use crate::jobs::JOBS;
use crate::live::goal_answers;
use crate::live::rooms::Rooms;
use crate::shell::worker::Worker;
use crate::shell::{Config, Shell, clock, limits, lines};

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
            // Looked at now and then, a clock that is kept right is told from one that was set.
            let _ = clock::now();
            if self.rooms.count().await == 0 {
                clock::catch_up();
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
    if let Some(newest) = app.store.newest_fact_at().await? {
        clock::not_before(Moment(newest));
    }
    let router = routes::router(app.clone());
    let mut stopped = app.shell.stop.subscribe();
    let stopping = app.clone();
    let told = async move {
        stop.await;
        stopping.shell.stop.send_replace(true);
    };
    tokio::spawn(app.clone().unload_idle_rooms());
    tokio::spawn(goal_answers::keep_dropping(app.store.clone()));
    let worker = Worker { store: app.store.clone(), shell: app.shell.clone() };
    let worker = tokio::spawn(worker.work(JOBS));
    let serving = lines::serve(listener, router, &app.shell.config.limits, told);
    let late = async move {
        let _ = stopped.wait_for(|stopped| *stopped).await;
        tokio::time::sleep(limits::STOP_WITHIN).await;
    };
    tokio::select! {
        () = serving => (),
        () = late => tracing::warn!("some requests were cut off after ten seconds"),
    }
    if tokio::time::timeout(limits::STOP_WITHIN, worker).await.is_err() {
        tracing::warn!("a job was cut off after ten seconds, and will be done again");
    }
    Ok(())
}
