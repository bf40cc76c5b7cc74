//! The first links. Each is printed once and kept as a hash, like every other link, so that
//! nobody finds a way in by reading the data folder.

use std::path::Path;

use fast_qr::QRBuilder;
use kernel::lang::Lang;
use store::{Location, Options, Store};
use web::App;
use web::door::access::AccessRole;
use web::shell::{chance, clock};

use crate::seeding::Order;
use crate::{scenarios, seeding};

/// The setting that says that somebody has been given the first links.
const FIRST_LINKS: &str = "first-links";
const PRINTED: &str = "printed";

/// An example meeting with its links, until they are printed.
struct Example {
    title: String,
    code: String,
    leader: String,
    wall: String,
    join: String,
}

/// Makes the example meetings and the organiser's link on an empty store and prints them; later,
/// says how to get a new one.
pub async fn at_start_of_run(app: &App, data: &Path, origin: &str) -> anyhow::Result<()> {
    println!("Sløyfe: {origin}");
    if let Some(kept) = app.own_org().setting(FIRST_LINKS).await? {
        if kept != PRINTED {
            // An earlier version kept the links themselves.
            app.own_org().put_setting(FIRST_LINKS, PRINTED).await?;
        }
        println!("  Lenkene ble skrevet ut ved første start. En ny til alle møter får du slik:");
        println!("  {} link --data {} --public-url {origin}", program(), data.display());
        return Ok(());
    }
    let organiser = organiser(app).await?;
    let mut examples = vec![];
    if app.own_org().meetings().await?.is_empty() {
        for template in scenarios::all()? {
            let order =
                Order { scenario: template.name.clone(), people: 0, seed: 1, lang: Lang::Nb };
            let seeded = seeding::seed_in(app, &order, "").await?;
            examples.push(Example {
                title: template.plan(Lang::Nb).title.clone(),
                code: seeded.code,
                leader: seeded.tokens.leader,
                wall: seeded.tokens.wall,
                join: seeded.tokens.join,
            });
        }
    }
    print(origin, &organiser, &examples);
    // After they are printed: a start that was cut off prints a new one.
    app.own_org().put_first_setting(FIRST_LINKS, PRINTED).await?;
    Ok(())
}

/// Gives a server that nobody can plan meetings on an organiser's link, and prints it once.
pub async fn at_start_of_serve(app: &App) -> anyhow::Result<()> {
    // Of several servers that start at once, one prints.
    if app.own_org().put_first_setting(FIRST_LINKS, PRINTED).await? {
        let origin = app.shell.config.public_url.as_deref().unwrap_or_default();
        eprintln!("The organiser's link, which plans and leads every meeting, is shown only now:");
        eprintln!("  {origin}/o/{}", organiser(app).await?);
    }
    Ok(())
}

/// `sloyfe link`: prints a new organiser's link; with `alone`, all earlier ones and the devices
/// that have opened them lose their access. A server that runs goes on, and takes the new one.
pub async fn link(at: Location, public_url: &str, alone: bool) -> anyhow::Result<()> {
    let store = Store::visit(&at, &Options::default()).await?;
    let app = App::new(store.clone(), web::shell::Config::default(), scenarios::all()?)?;
    if alone {
        app.own_org().revoke_role(None, &AccessRole::Organiser.key(), "").await?;
    }
    let token = organiser(&app).await?;
    app.own_org().put_setting(FIRST_LINKS, PRINTED).await?;
    println!("{}/o/{token}", public_url.trim_end_matches('/'));
    store.close().await;
    Ok(())
}

async fn organiser(app: &App) -> anyhow::Result<String> {
    let token = chance::hex(&chance::bytes::<32>()?);
    let grant = AccessRole::Organiser.link(&chance::token_hash(&token), None, clock::now());
    app.own_org().grant(vec![grant]).await?;
    Ok(token)
}

fn program() -> String {
    std::env::args().next().unwrap_or_else(|| "sloyfe".to_owned())
}

fn print(origin: &str, organiser: &str, examples: &[Example]) {
    println!("  alle møter   {origin}/o/{organiser}");
    for meeting in examples {
        println!();
        println!("{} – kode {}", meeting.title, meeting.code);
        println!("  møteleder    {origin}/l/{}", meeting.leader);
        println!("  storskjerm   {origin}/w/{}", meeting.wall);
        println!("  bli med      {origin}/m/{}", meeting.code);
        if let Ok(qr) = QRBuilder::new(format!("{origin}/j/{}", meeting.join)).build() {
            println!("{}", qr.to_str());
        }
    }
    println!();
    println!("Lenkene vises bare denne gangen. Ta vare på dem.");
    println!("De til et møte varer til det har vært slutt i 30 dager, storskjermens i én dag.");
    println!("Den til alle møter varer til noen trekker den tilbake: {origin}/links");
}
