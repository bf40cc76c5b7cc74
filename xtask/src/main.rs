//! Everything a developer does with this repository, as one command: `cargo xtask`.
//!
//! It builds from the standard library alone, so the first call on a new machine takes seconds.

use std::process::ExitCode;

mod bench;
mod client;
mod counts;
mod new_tool;
mod postgres;
mod setup;
mod shell;
mod stages;
mod suite;
mod tidy;

use crate::shell::Workspace;

const HELP: &str = "\
cargo xtask setup [--tests]  install what is missing, build the client
cargo xtask build            a release binary at target/release/sloyfe
cargo xtask run [args]       build and serve on 127.0.0.1:4780, data in ./data
cargo xtask test             everything that must hold before a change is merged
cargo xtask tidy             only the checks that read the repository
cargo xtask gen              write the documents that come from the code
cargo xtask new-tool NAME    a folder for a new way of working
cargo xtask bench [NAME …]   measure: ingest, seating
cargo xtask nightly          test, and what is too slow for every change";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    dispatch(&args).unwrap_or_else(|why| {
        eprintln!("xtask: {why}");
        ExitCode::FAILURE
    })
}

fn dispatch(args: &[String]) -> Result<ExitCode, String> {
    let workspace = Workspace::find()?;
    let (task, rest) = match args.split_first() {
        Some((task, rest)) => (task.as_str(), rest),
        None => ("help", args),
    };
    match task {
        "test" => return Ok(suite::test(&workspace)),
        "tidy" => return Ok(suite::tidy(&workspace)),
        "nightly" => return Ok(suite::nightly(&workspace)),
        "setup" => match rest {
            [] => setup::for_building(&workspace)?,
            [flag] if flag == "--tests" => setup::for_testing(&workspace)?,
            _ => return Err("`cargo xtask setup` takes nothing, or --tests.".to_owned()),
        },
        "build" => suite::build_release(&workspace)?,
        "run" => suite::run(&workspace, rest)?,
        "gen" => suite::generate(&workspace)?,
        "new-tool" => match rest {
            [name] => new_tool::write(&workspace, name)?,
            _ => return Err("say what to call it: `cargo xtask new-tool fish-bowl`.".to_owned()),
        },
        "bench" => bench::run(&workspace, rest)?,
        "help" | "--help" | "-h" => println!("{HELP}"),
        unknown => return Err(format!("there is no task `{unknown}`.\n\n{HELP}")),
    }
    Ok(ExitCode::SUCCESS)
}
