//! The benchmarks: examples of the crates they measure.

mod peers;

use std::process::Command;

use crate::shell::{self, Workspace};

pub struct Bench {
    pub name: &'static str,
    package: &'static str,
    example: &'static str,
}

const ALL: [Bench; 4] = [
    Bench { name: "ingest", package: "store", example: "ingest" },
    Bench { name: "lint", package: "plan", example: "lint_bench" },
    Bench { name: "room", package: "meeting", example: "room" },
    Bench { name: "seating", package: "seating", example: "bench" },
];

impl Bench {
    pub fn command(&self, workspace: &Workspace, args: &[String]) -> Command {
        let fixed = ["run", "--release", "--package", self.package, "--example", self.example];
        let mut command = workspace.cargo(fixed);
        command.arg("--").args(args);
        command
    }

    fn exists(&self, workspace: &Workspace) -> bool {
        let stem = format!("crates/{}/examples/{}", self.package, self.example);
        workspace.has(&format!("{stem}.rs")) || workspace.has(&format!("{stem}/main.rs"))
    }
}

/// Returns the benchmarks that this checkout has.
pub fn existing(workspace: &Workspace) -> Vec<&'static Bench> {
    ALL.iter().filter(|bench| bench.exists(workspace)).collect()
}

/// Runs all benchmarks, or one by its name, which gets the other arguments. Seating by its name
/// is measured beside peers that are fetched first; among all, beside its own baselines only.
pub fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    let benches = existing(workspace);
    let Some((name, rest)) = args.split_first() else {
        return benches.into_iter().try_for_each(|it| shell::run(&mut it.command(workspace, &[])));
    };
    let Some(bench) = benches.iter().find(|bench| bench.name == name) else {
        let names = benches.iter().map(|bench| bench.name).collect::<Vec<_>>().join(", ");
        return Err(format!("there is no benchmark `{name}` here, only: {names}."));
    };
    if bench.name == "seating" {
        return peers::compare(workspace, rest);
    }
    shell::run(&mut bench.command(workspace, rest))
}
