//! Serving, from one command on a fresh machine to a server for a whole municipality.

use std::path::PathBuf;

use anyhow::Context as _;
use store::{End, Location, Options, Store};
use tokio::net::TcpListener;
use web::App;
use web::shell::Config;
use web::shell::limits::Limits;

use crate::{files, links, scenarios};

/// The exit code when the disk refused a write. A supervisor that starts the program again recovers
/// what was committed.
const DISK_FAILED: i32 = 74;

/// Damaged meetings that are named in the log.
const DAMAGE_TOLD_MAX: usize = 20;

/// The exit code when another server has taken the rows.
const TAKEN_OVER: i32 = 75;

/// Returns what follows from the machine.
pub fn config() -> anyhow::Result<Config> {
    let limits = Limits { lines_max: files::raised()?, ..Limits::default() };
    Ok(Config { limits, ..Config::default() })
}

/// `sloyfe run`: everything is made when it is missing.
pub async fn run(
    data: PathBuf,
    options: &Options,
    listen: &str,
    config: Config,
) -> anyhow::Result<()> {
    let store = Store::open_with(&Location::Directory(data.clone()), options).await?;
    store.migrate().await?;
    let listener = bind(listen).await?;
    let at = listener.local_addr().context("the address of the server is unknown")?;
    let origin = config.public_url.clone().unwrap_or_else(|| format!("http://{at}"));
    let app = App::new(store.clone(), config, scenarios::all()?)?;
    links::at_start_of_run(&app, &data, &origin).await?;
    tokio::spawn(tell_of_damage(store.clone()));
    while_stored(&store, web::serve(listener, app, stopped())).await?;
    store.close().await;
    Ok(())
}

/// `sloyfe serve`: brings the tables to this version, and serves others.
pub async fn serve(
    at: Location,
    options: &Options,
    listen: &str,
    metrics: Option<&str>,
    config: Config,
) -> anyhow::Result<()> {
    let store = Store::open_with(&at, options).await?;
    store.migrate().await?;
    let listener = bind(listen).await?;
    let app = App::new(store.clone(), config, scenarios::all()?)?;
    links::at_start_of_serve(&app).await?;
    let metrics = match metrics {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    tracing::info!(address = listen, "serving");
    tokio::spawn(tell_of_damage(store.clone()));
    let figures = async {
        if let Some(listener) = metrics {
            web::live::metrics::serve(listener, app.clone()).await;
        }
    };
    let serving = async {
        let (served, ()) = tokio::join!(web::serve(listener, app.clone(), stopped()), figures);
        served
    };
    while_stored(&store, serving).await?;
    store.close().await;
    Ok(())
}

/// Reads all that was stored, while others are served, and says what is not as it was.
async fn tell_of_damage(store: Store) {
    match store.damage().await {
        Ok(damaged) if damaged.is_empty() => tracing::info!("every fact is as it was stored"),
        Ok(damaged) => {
            for damaged in damaged.iter().take(DAMAGE_TOLD_MAX) {
                tracing::error!("{damaged}");
            }
            let meetings = damaged.len();
            tracing::error!(meetings, "the database is damaged: look at the disk, and at a backup");
        }
        Err(why) => {
            tracing::error!(error = format!("{why:#}"), "the facts could not be looked through");
        }
    }
}

/// Serves as long as something can be stored.
///
/// After a disk that refused a write the process ends as it stands: to close the database is to
/// write to that disk, and whoever waits for an answer sends again.
async fn while_stored(
    store: &Store,
    serving: impl Future<Output = anyhow::Result<()>>,
) -> anyhow::Result<()> {
    tokio::select! {
        served = serving => served,
        end = store.end() => {
            let (code, why) = match end {
                End::DiskFailed => (
                    DISK_FAILED,
                    "the disk refused a write, so nothing more can be stored. All that was \
                     confirmed is in the database; look at the disk, and start again",
                ),
                End::TakenOver => (
                    TAKEN_OVER,
                    "another server took the database while this one could not reach it",
                ),
            };
            eprintln!("sloyfe: {why}.");
            std::process::exit(code)
        }
    }
}

pub async fn migrate(at: Location) -> anyhow::Result<u32> {
    let store = Store::open(&at).await?;
    let version = store.migrate().await?;
    store.close().await;
    Ok(version)
}

async fn bind(listen: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))
}

/// Resolves when the machine or a person asks the server to stop.
async fn stopped() {
    let asked = async {
        // A terminal that cannot be listened to never asks.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let told = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                terminate.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let told = std::future::pending::<()>();
    tokio::select! {
        () = asked => (),
        () = told => (),
    }
    tracing::info!("stopping");
}
