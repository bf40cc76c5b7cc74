//! Where the repository is, and how other programs are run in it.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

/// The checkout that the tasks work on.
pub struct Workspace {
    pub root: PathBuf,
    cargo: OsString,
    target: PathBuf,
}

/// How a program ended, with every line it wrote.
pub struct Ended {
    pub well: bool,
    pub lines: Vec<String>,
}

impl Workspace {
    pub fn find() -> Result<Workspace, String> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest)
            .parent()
            .filter(|root| root.join("Cargo.lock").is_file())
            .ok_or("the repository was not found; start this as `cargo xtask` inside it.")?
            .to_owned();
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Ok(Workspace { root, cargo, target })
    }

    /// Returns cargo, ready to run in the root.
    pub fn cargo<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(&self.cargo);
        command.args(args).current_dir(&self.root);
        // Build scripts read what cargo tells this program of itself, and one that is told
        // something new builds again, with all that stands on it.
        for (name, _) in std::env::vars_os() {
            let told = name.to_string_lossy();
            if told.starts_with("CARGO_PKG_") || told.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        command
    }

    /// Returns a program, ready to run in a folder below the root.
    pub fn command(&self, folder: &str, program: impl AsRef<OsStr>, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args).current_dir(self.root.join(folder));
        command
    }

    /// Returns where cargo leaves a binary.
    pub fn binary(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(name)
    }

    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).exists()
    }

    /// Tells whether cargo has a subcommand that is a program of its own.
    pub fn has_subcommand(&self, name: &str) -> bool {
        answer(&mut self.cargo([name, "--version"])).is_some()
    }
}

/// Runs a program that talks straight to the terminal.
pub fn run(command: &mut Command) -> Result<(), String> {
    let said = said(command);
    let status = command.status().map_err(|error| not_started(&said, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{said}` ended with {status}.")) }
}

/// Runs a program whose lines are both shown and kept.
pub fn run_kept(command: &mut Command) -> Result<Ended, String> {
    let said = said(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(&said, &error))?;
    let errors = child.stderr.take().map(|from| thread::spawn(|| copy(from, std::io::stderr())));
    let mut lines = child.stdout.take().map_or_else(Vec::new, |from| copy(from, std::io::stdout()));
    if let Some(more) = errors.and_then(|errors| errors.join().ok()) {
        lines.extend(more);
    }
    let status = child.wait().map_err(|error| not_started(&said, &error))?;
    Ok(Ended { well: status.success(), lines })
}

/// Returns the trimmed standard output of a program that ended well.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Returns the first program of this name in `PATH`.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

pub fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

fn copy(from: impl Read, mut to: impl Write) -> Vec<String> {
    let mut lines = vec![];
    for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        // A closed terminal is no reason to stop reading; the program would block.
        let _ = writeln!(to, "{line}");
        lines.push(line);
    }
    lines
}

fn said(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn not_started(said: &str, error: &std::io::Error) -> String {
    format!("`{said}` could not be run: {error}. Try `cargo xtask setup --tests`.")
}
