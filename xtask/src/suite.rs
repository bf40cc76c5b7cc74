//! The tasks that build, run and test.

use std::os::unix::process::CommandExt as _;
use std::process::{Command, ExitCode};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::bench;
use crate::client;
use crate::counts::Counts;
use crate::postgres::Server;
use crate::setup;
use crate::shell::{self, Workspace};
use crate::stages::Stages;
use crate::tidy;

/// Leaves a release binary, with the client inside it.
pub fn build_release(workspace: &Workspace) -> Result<(), String> {
    setup::for_building(workspace)?;
    shell::run(&mut workspace.cargo(["build", "--release", "--workspace"]))?;
    println!("{}", workspace.binary("release", "sloyfe").display());
    Ok(())
}

/// Becomes the server.
pub fn run(workspace: &Workspace, args: &[String]) -> Result<(), String> {
    setup::for_building(workspace)?;
    shell::run(&mut workspace.cargo(["build", "--workspace"]))?;
    let mut command = Command::new(workspace.binary("debug", "sloyfe"));
    command.arg("run").current_dir(&workspace.root);
    if !args.iter().any(|arg| arg == "--data" || arg.starts_with("--data=")) {
        command.args(["--data", "./data"]);
    }
    let error = command.args(args).exec();
    Err(format!("the server could not be started: {error}"))
}

/// Writes the documents that come from the code.
pub fn generate(workspace: &Workspace) -> Result<(), String> {
    tidy::edges::write(&workspace.root)?;
    setup::for_building(workspace)?;
    shell::run(&mut workspace.cargo(["build", "--workspace"]))?;
    let mut command = Command::new(workspace.binary("debug", "sloyfe"));
    shell::run(command.args(["gen", "--out", "docs"]).current_dir(&workspace.root))
}

/// Runs the checks that only read.
pub fn tidy(workspace: &Workspace) -> ExitCode {
    let mut stages = Stages::begin();
    stages.step("tidy", || tidy_counts(workspace));
    stages.end()
}

/// Runs what must hold before a change is merged.
pub fn test(workspace: &Workspace) -> ExitCode {
    let mut stages = Stages::begin();
    test_stages(workspace, &mut stages);
    if !workspace.has_subcommand("deny") {
        println!(
            "\nxtask: cargo-deny is not installed. Licences, bans and sources are checked by \
             `cargo xtask nightly`, which installs it."
        );
    }
    stages.end()
}

/// Runs `test` and then, in order: cargo-deny (installed if missing), the workshop in nynorsk, the
/// release build, whole meetings of every size, and every benchmark that exists.
pub fn nightly(workspace: &Workspace) -> ExitCode {
    let mut stages = Stages::begin();
    if !workspace.has_subcommand("deny") {
        stages.program(
            "install cargo-deny",
            &mut workspace.cargo(["install", "cargo-deny", "--locked"]),
        );
    }
    test_stages(workspace, &mut stages);
    let mut nynorsk = workspace.command(".", "node", &["e2e/run.mjs", "nynorsk"]);
    let binary = workspace.binary("debug", "sloyfe");
    stages.program("browsers in nynorsk", nynorsk.env("SLOYFE_BIN", &binary));
    stages.program("release build", &mut workspace.cargo(["build", "--release", "--workspace"]));
    meetings_of_every_size(workspace, &mut stages);
    for bench in bench::existing(workspace) {
        stages.program(&format!("bench {}", bench.name), &mut bench.command(workspace, &[]));
    }
    stages.end()
}

/// Plays meetings from five people to a staff of 300, with the faults of a seed that is new each
/// day, and measures how fast a step reaches everybody.
fn meetings_of_every_size(workspace: &Workspace, stages: &mut Stages) {
    const DAY_S: u64 = 24 * 60 * 60;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seed = (now.as_secs() / DAY_S).to_string();
    let sim = || {
        let mut sim = Command::new(workspace.binary("release", "sim"));
        sim.current_dir(&workspace.root).arg("--bin").arg(workspace.binary("release", "sloyfe"));
        sim.args(["--seed", &seed]);
        sim
    };
    let sizes = ["--people", "5,6,7,11,24,40,300", "--scenario", "both"];
    stages.program("meetings of every size", sim().args(sizes));
    stages.program("a step to 300 phones", sim().args(["--crowd", "--people", "300"]));
}

fn test_stages(workspace: &Workspace, stages: &mut Stages) {
    let is_set_up =
        stages.step("setup", || setup::for_testing(workspace).map(|()| Counts::default()));
    stages.program("format", &mut workspace.cargo(["fmt", "--all", "--check"]));
    stages.step("tidy", || tidy_counts(workspace));
    if !is_set_up {
        stages.not_run("clippy, client, tests, browsers", "the machine is not set up.");
        return;
    }
    let clippy = ["clippy", "--workspace", "--all-targets", "--keep-going", "--", "-D", "warnings"];
    stages.program("clippy", &mut workspace.cargo(clippy));
    stages.program("client types", &mut workspace.command("ui", "npm", &["run", "check"]));
    stages.program("client tests", &mut workspace.command("ui", "npm", &["test"]));
    if workspace.has("ui/test/browser/run.mjs") {
        let mut browser = workspace.command("ui", "node", &["test/browser/run.mjs"]);
        stages.program("client in a browser", &mut browser);
    }
    // Tests play against the real binary, so it is built before them.
    let is_built = stages.program("build", &mut workspace.cargo(["build", "--workspace"]));
    rust_tests(workspace, stages);
    if workspace.has_subcommand("deny") {
        let deny = ["deny", "check", "licenses", "bans", "sources"];
        stages.program("licences, bans and sources", &mut workspace.cargo(deny));
    }
    if is_built {
        binary_stages(workspace, stages);
    } else {
        stages.not_run("generated documents, browsers", "the build failed.");
    }
}

fn rust_tests(workspace: &Workspace, stages: &mut Stages) {
    let mut command = if workspace.has_subcommand("nextest") {
        workspace.cargo(["nextest", "run", "--workspace", "--no-fail-fast"])
    } else {
        workspace.cargo(["test", "--workspace", "--no-fail-fast"])
    };
    match Server::start() {
        Ok(server) => {
            command.env("SLOYFE_TEST_POSTGRES", server.url());
            stages.program("tests", &mut command);
        }
        Err(why) => stages.not_run("tests", &why),
    }
}

fn binary_stages(workspace: &Workspace, stages: &mut Stages) {
    let binary = workspace.binary("debug", "sloyfe");
    let help = shell::answer(Command::new(&binary).args(["gen", "--help"]));
    if help.is_some_and(|help| help.contains("--check")) {
        let mut check = Command::new(&binary);
        check.args(["gen", "--check", "--out", "docs"]).current_dir(&workspace.root);
        stages.program("generated documents", &mut check);
    }
    if workspace.has("e2e/run.mjs") {
        stages.step("browser packages", || {
            client::install(workspace, "e2e").map(|()| Counts::default())
        });
        let mut browsers = workspace.command(".", "node", &["e2e/run.mjs"]);
        stages.program("browsers", browsers.env("SLOYFE_BIN", &binary));
    }
}

fn tidy_counts(workspace: &Workspace) -> Result<Counts, String> {
    let mut counts = Counts::default();
    for (check, findings) in tidy::check(&workspace.root)? {
        for finding in &findings {
            eprintln!("{check}: {finding}");
        }
        if findings.is_empty() {
            counts.passed += 1;
        } else {
            counts.failed += 1;
        }
    }
    Ok(counts)
}
