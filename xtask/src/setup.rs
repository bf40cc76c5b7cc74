//! What a machine needs: checked, installed where that is possible, and otherwise named.

use std::path::PathBuf;
use std::process::Command;

use crate::client;
use crate::shell::{self, Workspace};

const NODE_MAJOR_MIN: u32 = 20;
/// What is fetched from npm where the machine's own Node is too old.
const NODE_PACKAGE: &str = "node@22";

/// Something the machine must have.
struct Need {
    what: &'static str,
    is_met: fn() -> bool,
    /// Debian packages that bring it.
    packages: &'static [&'static str],
}

const FOR_BUILDING: [Need; 2] = [
    Need {
        what: "a C compiler",
        is_met: || shell::find_program("cc").is_some(),
        packages: &["build-essential"],
    },
    Need {
        what: "Node with npm",
        is_met: || node_major().is_some() && shell::find_program("npm").is_some(),
        packages: &["nodejs", "npm"],
    },
];

const FOR_TESTING: [Need; 3] = [
    Need {
        what: "git",
        is_met: || shell::find_program("git").is_some(),
        packages: &["git", "ca-certificates"],
    },
    Need {
        what: "PostgreSQL",
        is_met: || postgres_programs().is_some(),
        packages: &["postgresql"],
    },
    Need {
        what: "Chromium",
        is_met: || shell::find_program("chromium").is_some(),
        packages: &["chromium"],
    },
];

/// Makes the machine able to build, and builds the client.
pub fn for_building(workspace: &Workspace) -> Result<(), String> {
    install(&FOR_BUILDING)?;
    require_node()?;
    client::build(workspace)
}

/// Makes the machine able to run every test, and builds the client.
pub fn for_testing(workspace: &Workspace) -> Result<(), String> {
    install(&FOR_TESTING)?;
    for_building(workspace)
}

/// Returns the folder of the newest database server's programs.
pub fn postgres_programs() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let version = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = folders
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|folder| folder.join("bin/initdb").is_file())
        .max_by_key(version)?;
    Some(newest.join("bin"))
}

fn install(needs: &[Need]) -> Result<(), String> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.is_met)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.iter().map(|need| need.what).collect::<Vec<_>>().join(", ");
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    let line = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    if !can_install() {
        return Err(format!(
            "missing: {names}. On Debian, run:\n  sudo apt-get update && sudo {line}"
        ));
    }
    println!("xtask: missing {names}; running {line}");
    apt(&["update", "-q"])?;
    let fixed = ["install", "-y", "-q", "--no-install-recommends"];
    apt(&[&fixed[..], &packages[..]].concat())?;
    match needs.iter().find(|need| !(need.is_met)()) {
        None => Ok(()),
        Some(need) => Err(format!("{} is still missing after `{line}`.", need.what)),
    }
}

/// Debian 12 has Node 18, so a new enough one is fetched from npm where that is so.
fn require_node() -> Result<(), String> {
    let is_new_enough = || node_major().is_some_and(|major| NODE_MAJOR_MIN <= major);
    if is_new_enough() {
        return Ok(());
    }
    let line = format!("npm install --global {NODE_PACKAGE}");
    if can_install() {
        println!("xtask: Node is older than {NODE_MAJOR_MIN}; running {line}");
        shell::run(Command::new("npm").args(["install", "--global", NODE_PACKAGE]))?;
    }
    if is_new_enough() {
        return Ok(());
    }
    Err(format!("Node {NODE_MAJOR_MIN} or newer is needed. Install it, for instance by `{line}`."))
}

fn node_major() -> Option<u32> {
    let version = shell::answer(Command::new("node").arg("--version"))?;
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

fn can_install() -> bool {
    shell::is_root()
        && std::path::Path::new("/etc/debian_version").exists()
        && shell::find_program("apt-get").is_some()
}

fn apt(args: &[&str]) -> Result<(), String> {
    shell::run(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"))
}
