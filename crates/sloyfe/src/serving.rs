//! Serving, from one command on a fresh machine to a server for a whole municipality.

use std::path::PathBuf;

use anyhow::Context as _;
use fast_qr::QRBuilder;
use kernel::lang::Lang;
use serde::{Deserialize, Serialize};
use store::{Location, Store};
use tokio::net::TcpListener;
use web::access::{ORG, Role};
use web::{App, Config, chance, clock};

use crate::seeding::Order;
use crate::{scenarios, seeding};

/// The name under which the first links are kept, so that every start prints the same.
const FIRST_LINKS: &str = "first-links";

/// What the first start made.
#[derive(Serialize, Deserialize)]
struct FirstLinks {
    organiser: String,
    meetings: Vec<FirstMeeting>,
}

#[derive(Serialize, Deserialize)]
struct FirstMeeting {
    title: String,
    code: String,
    leader: String,
    wall: String,
    join: String,
}

/// `sloyfe run`: everything is made when it is missing.
pub async fn run(data: PathBuf, listen: &str, public_url: Option<String>) -> anyhow::Result<()> {
    let store = Store::open(&Location::Directory(data)).await?;
    store.migrate().await?;
    let listener = bind(listen).await?;
    let at = listener.local_addr().context("the address of the server is unknown")?;
    let origin = public_url.clone().unwrap_or_else(|| format!("http://{at}"));
    let config = Config { public_url, ..Config::default() };
    let app = App::new(store.clone(), config, scenarios::all()?)?;
    let first = first_links(&app).await?;
    print_links(&origin, &first);
    web::serve(listener, app, stopped()).await?;
    store.close().await;
    Ok(())
}

/// `sloyfe serve`: brings the tables to this version, and serves others.
pub async fn serve(
    at: Location,
    listen: &str,
    metrics: Option<&str>,
    config: Config,
) -> anyhow::Result<()> {
    let store = Store::open(&at).await?;
    store.migrate().await?;
    let listener = bind(listen).await?;
    let app = App::new(store.clone(), config, scenarios::all()?)?;
    first_organiser(&app).await?;
    let metrics = match metrics {
        Some(address) => Some(web::metrics::serve(bind(address).await?, app.clone())),
        None => None,
    };
    tracing::info!(address = listen, "serving");
    let figures = async {
        match metrics {
            Some(metrics) => metrics.await,
            None => Ok(()),
        }
    };
    tokio::try_join!(web::serve(listener, app, stopped()), figures)?;
    store.close().await;
    Ok(())
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

/// Makes the two scenarios and the organiser's link on an empty store, and finds them later.
async fn first_links(app: &App) -> anyhow::Result<FirstLinks> {
    if let Some(text) = app.store.setting(ORG, FIRST_LINKS).await? {
        return serde_json::from_str(&text).context("the first links cannot be read");
    }
    let mut first = FirstLinks { organiser: organiser(app).await?, meetings: vec![] };
    if app.store.meetings(ORG).await?.is_empty() {
        for template in scenarios::all()? {
            let order =
                Order { scenario: template.name.clone(), people: 0, seed: 1, lang: Lang::Nb };
            let seeded = seeding::seed_in(app, &order, "").await?;
            first.meetings.push(FirstMeeting {
                title: template.plan(Lang::Nb).title.clone(),
                code: seeded.code,
                leader: seeded.tokens.leader,
                wall: seeded.tokens.wall,
                join: seeded.tokens.join,
            });
        }
    }
    app.store.put_first_setting(ORG, FIRST_LINKS, &serde_json::to_string(&first)?).await?;
    Ok(first)
}

/// Gives a server that nobody can plan meetings on an organiser's link, and prints it once.
async fn first_organiser(app: &App) -> anyhow::Result<()> {
    if app.store.setting(ORG, FIRST_LINKS).await?.is_some() {
        return Ok(());
    }
    let first = FirstLinks { organiser: organiser(app).await?, meetings: vec![] };
    let is_first =
        app.store.put_first_setting(ORG, FIRST_LINKS, &serde_json::to_string(&first)?).await?;
    if is_first {
        let origin = app.config.public_url.as_deref().unwrap_or_default();
        eprintln!("The organiser's link, which plans and leads every meeting:");
        eprintln!("  {origin}/o/{}", first.organiser);
    }
    Ok(())
}

async fn organiser(app: &App) -> anyhow::Result<String> {
    let token = chance::hex(&chance::bytes::<32>()?);
    let row = Role::Organiser.row(&chance::hash(&token), None, clock::now());
    app.store.grant(vec![row]).await?;
    Ok(token)
}

fn print_links(origin: &str, first: &FirstLinks) {
    println!("Sløyfe: {origin}");
    println!("  alle møter   {origin}/o/{}", first.organiser);
    for meeting in &first.meetings {
        println!();
        println!("{} – kode {}", meeting.title, meeting.code);
        println!("  møteleder    {origin}/l/{}", meeting.leader);
        println!("  storskjerm   {origin}/w/{}", meeting.wall);
        println!("  bli med      {origin}/m/{}", meeting.code);
        if let Ok(qr) = QRBuilder::new(format!("{origin}/j/{}", meeting.join)).build() {
            println!("{}", qr.to_str());
        }
    }
}
