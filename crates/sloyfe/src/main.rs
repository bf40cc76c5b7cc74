//! The program: chooses a store, serves, and prints what people need to begin.

mod documents;
mod files;
mod links;
mod lint;
mod scenarios;
mod seat;
mod seeding;
mod serving;

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use kernel::lang::Lang;
use store::hold::Hold;
use store::{LostTail, Options};
use web::shell::{CodeOpens, Config};

/// Carries learning meetings.
#[derive(Parser)]
#[command(name = "sloyfe", disable_version_flag = true)]
struct Cli {
    /// Print the version; with --json for machines.
    #[arg(long)]
    version: bool,
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Start at once: makes what is missing, and prints the links.
    Run {
        #[arg(long, default_value = "./data", env = "SLOYFE_DATA")]
        data: PathBuf,
        #[arg(long, default_value = "127.0.0.1:4780", env = "SLOYFE_LISTEN")]
        listen: String,
        /// Scheme and host as phones reach this machine.
        #[arg(long, env = "SLOYFE_PUBLIC_URL")]
        public_url: Option<String>,
        /// Let the code of a meeting work so many hours before it starts, and not the whole day.
        #[arg(long, env = "SLOYFE_CODE_OPENS_HOURS")]
        code_opens_hours: Option<u32>,
        /// Go on although the newest of what was stored is missing.
        #[arg(long)]
        accept_loss: bool,
    },
    /// Serve for others, behind a proxy or not.
    Serve {
        #[command(flatten)]
        place: Place,
        #[arg(long, default_value = "127.0.0.1:4780", env = "SLOYFE_LISTEN")]
        listen: String,
        #[arg(long, env = "SLOYFE_PUBLIC_URL")]
        public_url: Option<String>,
        /// A proxy of our own sets X-Forwarded-Proto.
        #[arg(long, env = "SLOYFE_TRUST_PROXY")]
        trust_proxy: bool,
        /// Let the code of a meeting work so many hours before it starts, and not the whole day.
        #[arg(long, env = "SLOYFE_CODE_OPENS_HOURS")]
        code_opens_hours: Option<u32>,
        /// Several servers share this database on purpose, and every one of them says so.
        #[arg(long, env = "SLOYFE_SEVERAL_NODES")]
        several_nodes: bool,
        /// Go on although the newest of what was stored is missing.
        #[arg(long)]
        accept_loss: bool,
        /// Where an operator reads figures, at /metrics; nowhere unless it is given.
        #[arg(long, env = "SLOYFE_METRICS")]
        metrics: Option<String>,
        /// Whom to tell of a security hole, in /.well-known/security.txt: `mailto:…`, `https://…` or
        /// `tel:…`.
        #[arg(long, env = "SLOYFE_SECURITY_CONTACT", value_parser = contact)]
        security_contact: Option<String>,
    },
    /// Bring the tables to this version.
    Migrate {
        #[command(flatten)]
        place: Place,
    },
    /// Print a new organiser's link, which plans and leads every meeting.
    Link {
        #[command(flatten)]
        place: Place,
        #[arg(long, default_value = "http://127.0.0.1:4780", env = "SLOYFE_PUBLIC_URL")]
        public_url: String,
        /// Take away every earlier organiser's link, and what devices opened with it.
        #[arg(long)]
        alone: bool,
    },
    Lint(lint::Args),
    Seat(seat::Args),
    /// Make a meeting from a scenario, with people in its lobby.
    Seed {
        #[command(flatten)]
        place: Place,
        #[arg(long)]
        scenario: String,
        #[arg(long, default_value_t = 0)]
        people: u32,
        /// The same seed gives the same names.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[arg(long, default_value = "nb")]
        lang: String,
        #[arg(long, default_value = "http://127.0.0.1:4780", env = "SLOYFE_PUBLIC_URL")]
        public_url: String,
    },
    /// List every route, and who may use it.
    Routes,
    /// Print the version.
    Version,
    /// Write the documents that follow from the code.
    Gen {
        #[arg(long, default_value = "docs")]
        out: PathBuf,
        /// Only tell whether they are as they should be.
        #[arg(long)]
        check: bool,
    },
}

/// Where the rows are.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
struct Place {
    /// A folder for a database in a file.
    #[arg(long, env = "SLOYFE_DATA")]
    data: Option<PathBuf>,
    /// The address of a database on a server: `postgres://…`.
    #[arg(long, env = "SLOYFE_DATABASE")]
    database: Option<String>,
}

impl Place {
    fn location(self) -> anyhow::Result<store::Location> {
        match (self.data, self.database) {
            (Some(data), None) => Ok(store::Location::Directory(data)),
            (None, Some(url)) => Ok(store::Location::Url(url)),
            (None, None) | (Some(_), Some(_)) => {
                anyhow::bail!("say where the data is: --data or --database")
            }
        }
    }
}

fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    // Colours are for a person at a terminal; in a file they stand between a name and its value.
    let has_colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(has_colours);
    log.with_writer(std::io::stderr).init();
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("sloyfe: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let Cli { version, json, command } = cli;
    let Some(command) = command else {
        if version {
            block(print_version(json))?;
            return Ok(ExitCode::SUCCESS);
        }
        anyhow::bail!("say what to do: sloyfe run, or sloyfe --help");
    };
    match command {
        Command::Run { data, listen, public_url, code_opens_hours, accept_loss } => {
            let options = Options { lost_tail: lost_tail(accept_loss), ..Options::default() };
            let code_opens = code_opens(code_opens_hours);
            let config = Config { public_url, code_opens, ..serving::config()? };
            block(serving::run(data, &options, &listen, config))?;
        }
        Command::Serve {
            place,
            listen,
            public_url,
            trust_proxy,
            code_opens_hours,
            several_nodes,
            accept_loss,
            metrics,
            security_contact,
        } => {
            let (trusts_proxy, code_opens) = (trust_proxy, code_opens(code_opens_hours));
            let machine = serving::config()?;
            let config =
                Config { public_url, trusts_proxy, code_opens, security_contact, ..machine };
            let hold = if several_nodes { Hold::Several } else { Hold::Alone };
            let lost_tail = lost_tail(accept_loss);
            let options = Options { hold, lost_tail, ..Options::default() };
            let place = place.location()?;
            block(serving::serve(place, &options, &listen, metrics.as_deref(), config))?;
        }
        Command::Migrate { place } => {
            let version = block(serving::migrate(place.location()?))?;
            println!("The tables have version {version}.");
        }
        Command::Seed { place, scenario, people, seed, lang, public_url } => {
            let lang = Lang::from_tag(&lang)
                .ok_or_else(|| anyhow::anyhow!("no such language: {lang}; nb, nn or en"))?;
            let order = seeding::Order { scenario, people, seed, lang };
            let seeded = block(seeding::seed(place.location()?, &order, &public_url))?;
            seeding::print(&seeded, json)?;
        }
        Command::Link { place, public_url, alone } => {
            block(links::link(place.location()?, &public_url, alone))?;
        }
        Command::Lint(args) => return lint::run(&args),
        Command::Seat(args) => return seat::run(&args),
        Command::Routes => documents::print_routes(json)?,
        Command::Version => block(print_version(json))?,
        Command::Gen { out, check } => return documents::generate(&out, check),
    }
    Ok(ExitCode::SUCCESS)
}

fn code_opens(hours: Option<u32>) -> CodeOpens {
    hours.map_or(CodeOpens::TheDay, CodeOpens::HoursBefore)
}

fn contact(text: &str) -> Result<String, String> {
    if web::shell::notices::is_contact(text) {
        return Ok(text.to_owned());
    }
    Err("write it as mailto:name@place, https://page or tel:+number".to_owned())
}

fn lost_tail(is_accepted: bool) -> LostTail {
    if is_accepted { LostTail::Accepted } else { LostTail::Refused }
}

async fn print_version(json: bool) -> anyhow::Result<()> {
    let (version, commit) = (env!("CARGO_PKG_VERSION"), env!("SLOYFE_COMMIT"));
    if json {
        let sqlite = store::sqlite_version().await?;
        let told = serde_json::json!({
            "name": "sloyfe", "version": version, "commit": commit, "sqlite": sqlite,
        });
        println!("{told}");
    } else {
        println!("sloyfe {version}");
    }
    Ok(())
}

fn block<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
