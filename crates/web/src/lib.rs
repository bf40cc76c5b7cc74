//! The shell of the product on the web: routes, rooms, streams, pages and texts.
//!
//! ```text
//! request ─▶ dress ─▶ access ─▶ wish ─▶ room (decide ─▶ store ─▶ publish) ─▶ answer
//!                                            └─▶ open streams render their own screen
//! ```

pub mod access;
pub mod asked;
pub mod assets;
pub mod chance;
pub mod clock;
pub mod dress;
pub mod editor;
pub mod encounters;
pub mod fields;
pub mod following;
pub mod grouping;
pub mod importing;
pub mod joining;
pub mod limits;
pub mod live;
pub mod metrics;
pub mod pages;
pub mod planner;
pub mod planning;
pub mod prepared;
pub mod printing;
pub mod quick;
pub mod rooms;
pub mod routes;
pub mod sending;
pub mod show;
pub mod streams;
pub mod templates;
pub mod texts;
pub mod thresholds;
pub mod uploads;
pub mod wishes;
pub mod wrong;

use std::future::{Future, IntoFuture as _};
use std::ops::Deref;
use std::sync::Arc;

use anyhow::Context as _;
use axum::serve::ListenerExt as _;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::assets::Assets;
use crate::editor::live::Bells;
use crate::importing::Readers;
use crate::joining::WrongCodes;
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::planning::Template;
use crate::rooms::Rooms;
use crate::streams::Streams;
use ::texts::Texts;

/// What the operator decides.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Scheme and host as people reach them. Without it, links follow the request's `Host`.
    pub public_url: Option<String>,
    /// Whether `X-Forwarded-Proto` was set by a proxy of the operator's own.
    pub trusts_proxy: bool,
    pub limits: Limits,
}

/// Everything a request may need. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

pub struct Parts {
    pub config: Config,
    pub store: Store,
    pub rooms: Rooms,
    pub texts: Texts,
    pub assets: Assets,
    pub templates: Vec<Template>,
    pub wrong_codes: WrongCodes,
    pub streams: Streams,
    pub metrics: Metrics,
    pub bells: Bells,
    /// Places for those who read old agendas.
    pub readers: Readers,
    /// Turns true when the server stops, which ends the open streams.
    pub stop: watch::Sender<bool>,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Makes the service over a store whose tables are there.
    pub fn new(store: Store, config: Config, templates: Vec<Template>) -> anyhow::Result<App> {
        let metrics = Metrics::default();
        Ok(App(Arc::new(Parts {
            rooms: Rooms::new(store.clone(), config.limits, metrics.clone()),
            config,
            store,
            texts: texts::load().context("the texts cannot be read")?,
            assets: Assets::load()?,
            templates,
            wrong_codes: WrongCodes::default(),
            streams: Streams::default(),
            metrics,
            bells: Bells::default(),
            readers: Readers::default(),
            stop: watch::Sender::new(false),
        })))
    }

    /// Unloads idle meetings, again and again, until the server stops.
    async fn unload_idle_rooms(self) {
        let mut stop = self.stop.subscribe();
        let between = self.config.limits.room_idle / 8;
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
    let mut stopped = app.stop.subscribe();
    let stopping = app.clone();
    let told = async move {
        stop.await;
        stopping.stop.send_replace(true);
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
    let serving = axum::serve(listener, router).with_graceful_shutdown(told);
    let late = async move {
        let _ = stopped.wait_for(|stopped| *stopped).await;
        tokio::time::sleep(show::STOP_WITHIN).await;
    };
    tokio::select! {
        ended = serving.into_future() => ended.context("the server stopped")?,
        () = late => tracing::warn!("some requests were cut off after ten seconds"),
    }
    Ok(())
}
