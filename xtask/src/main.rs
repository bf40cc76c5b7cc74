//! Everything a developer does with this repository, as one command: `cargo xtask`.
//!
//! It builds from the standard library alone, so the first call on a new machine takes seconds.

use std::path::Path;
use std::process::ExitCode;

mod bench;
mod client;
mod counts;
mod postgres;
mod scaffold;
mod setup;
mod shell;
mod stages;
mod suite;
mod tidy;

use crate::scaffold::Scaffold;
use crate::shell::Workspace;

const HELP: &str = "\
cargo xtask setup [--tests]  install what is missing, build the client
cargo xtask build            a release binary at target/release/sloyfe
cargo xtask run [args]       build and serve on 127.0.0.1:4780, data in ./data
cargo xtask test             everything that must hold before a change is merged
cargo xtask tidy             only the checks that read the repository
cargo xtask gen              write the documents that come from the code
cargo xtask new-page NAME    a page for those who plan a meeting
cargo xtask new-rule NAME    a rule of Møteråd
cargo xtask new-tool NAME    a way of working
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
        "new-page" => begin(&workspace, rest, scaffold::page::new)?,
        "new-rule" => begin(&workspace, rest, scaffold::rule::new)?,
        "new-tool" => begin(&workspace, rest, scaffold::tool::new)?,
        "bench" => bench::run(&workspace, rest)?,
        "help" | "--help" | "-h" => println!("{HELP}"),
        unknown => return Err(format!("there is no task `{unknown}`.\n\n{HELP}")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Begins something new by a scaffold, and writes the documents that follow from it.
fn begin(
    workspace: &Workspace,
    args: &[String],
    scaffold: fn(&Path, &str) -> Result<Scaffold, String>,
) -> Result<(), String> {
    let [name] = args else {
        return Err("say what to call it, in small letters: fish-bowl.".to_owned());
    };
    scaffold(&workspace.root, name)?.write(&workspace.root)?;
    shell::run(&mut workspace.cargo(["fmt", "--all"]))?;
    suite::generate(workspace)?;
    println!("\nNow write the texts where they say TODO; `cargo xtask tidy` finds them.");
    Ok(())
}
