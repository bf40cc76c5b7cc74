//! Tells the program which commit it was built from, where there is one to ask for.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=SLOYFE_COMMIT");
    println!("cargo::rerun-if-changed=build.rs");
    // What changes with every commit, also in a folder that shares its history with another.
    if let Some(path) = git(&["rev-parse", "--path-format=absolute", "--git-path", "logs/HEAD"]) {
        println!("cargo::rerun-if-changed={path}");
    }
    let given = std::env::var("SLOYFE_COMMIT").ok();
    let commit = given.or_else(|| git(&["rev-parse", "HEAD"]));
    println!("cargo::rustc-env=SLOYFE_COMMIT={}", commit.as_deref().unwrap_or("unknown"));
}

fn git(arguments: &[&str]) -> Option<String> {
    let answer = Command::new("git").args(arguments).output().ok()?;
    let text = String::from_utf8(answer.stdout).ok()?.trim().to_owned();
    (answer.status.success() && !text.is_empty()).then_some(text)
}
