//! The benchmarks: examples of the crates they measure.

use std::process::Command;

use crate::shell::{self, Workspace};

pub struct Bench {
    pub name: &'static str,
    package: &'static str,
    example: &'static str,
}

const ALL: [Bench; 2] = [
    Bench { name: "ingest", package: "store", example: "ingest" },
    Bench { name: "seating", package: "seating", example: "bench" },
];

impl Bench {
    pub fn command(&self, workspace: &Workspace) -> Command {
        let args = ["run", "--release", "--package", self.package, "--example", self.example];
        workspace.cargo(args)
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

/// Runs one benchmark, or all of them.
pub fn run(workspace: &Workspace, name: Option<&str>) -> Result<(), String> {
    let mut benches = existing(workspace);
    let names = match benches.as_slice() {
        [] => "none".to_owned(),
        benches => benches.iter().map(|bench| bench.name).collect::<Vec<_>>().join(", "),
    };
    if let Some(name) = name {
        benches.retain(|bench| bench.name == name);
    }
    if benches.is_empty() {
        return Err(format!("there is no such benchmark here. There are: {names}."));
    }
    benches.into_iter().try_for_each(|bench| shell::run(&mut bench.command(workspace)))
}
