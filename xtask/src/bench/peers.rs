//! The seating benchmark beside peers: other people's solvers, installed by name into a
//! folder of their own under `target`.

use std::process::Command;

use crate::shell::{self, Workspace};

/// What is installed, at the versions that the measured table in `docs/seating.md` names.
const PACKAGES: [&str; 2] = ["ortools==9.15.6755", "solverforge_legacy==1.24.1"];
const FOLDER: &str = "target/seating-peers";

/// Builds the baselines, installs the peers where they are missing, and compares all.
///
/// A peer that cannot be installed is an empty column, so that the others are still measured.
pub fn compare(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let build = ["build", "--release", "--package", "seating", "--example", "bench"];
    shell::run(&mut workspace.cargo(build))?;
    let python = format!("{FOLDER}/bin/python");
    if !workspace.has(&python) {
        shell::run(&mut workspace.command("", "python3", &["-m", "venv", FOLDER]))?;
    }
    let python = workspace.root.join(python);
    for package in PACKAGES {
        let name = package.split('=').next().unwrap_or(package);
        if shell::answer(Command::new(&python).args(["-m", "pip", "show", "-q", name])).is_none() {
            let install = ["-m", "pip", "install", "--quiet", "--only-binary=:all:", package];
            if let Err(why) = shell::run(Command::new(&python).args(install)) {
                eprintln!("xtask: {why} The table goes without it.");
            }
        }
    }
    for program in ["java", "javac"].iter().filter(|it| shell::find_program(it).is_none()) {
        eprintln!(
            "xtask: there is no {program}; Timefold needs a Java development kit, 17 or newer."
        );
    }
    let mut script = workspace.command("crates/seating/bench", python, &["-B", "peers.py"]);
    shell::run(script.arg(workspace.binary("release", "examples/bench")).args(args))
}
