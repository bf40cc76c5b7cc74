//! `sim`: plays whole meetings against a built server and says what did not hold.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use sim::room::{Play, Report, dir_beside, play};

/// The scenarios that `--scenario both` stands for.
const BOTH: [&str; 2] = ["mentor-gathering", "learning-meetings-workshop"];

#[derive(Parser)]
#[command(about = "Rooms, phones and bad networks from one seed")]
struct Args {
    /// Sizes of meetings, with commas between.
    #[arg(long, value_delimiter = ',', default_value = "5,6,7,11,24,40,300")]
    people: Vec<usize>,
    /// A scenario of `sloyfe seed`, or `both`.
    #[arg(long, default_value = "both")]
    scenario: String,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[arg(long, default_value = "target/debug/sloyfe")]
    bin: PathBuf,
    #[arg(long, default_value = "nb")]
    lang: String,
    /// Only measure how long one step takes to reach everybody on an open stream.
    #[arg(long)]
    crowd: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let args = Args::parse();
    let dir = dir_beside(&std::env::current_exe()?)?;
    if args.crowd {
        for people in &args.people {
            let reach = sim::crowd::reach(&args.bin, &dir, *people, args.seed).await?;
            println!("{reach:?}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    let scenarios: Vec<&str> =
        if args.scenario == "both" { BOTH.to_vec() } else { vec![&args.scenario] };
    let mut held = true;
    for people in &args.people {
        for scenario in &scenarios {
            let (dir, scenario) = (dir.clone(), (*scenario).to_owned());
            let (bin, lang) = (args.bin.clone(), args.lang.clone());
            let it = Play { bin, dir, scenario, people: *people, seed: args.seed, lang };
            let report = play(&it).await.unwrap_or_else(|why| Report {
                findings: vec![format!("stopped: {why:#}")],
                ..Report::default()
            });
            tell(&it, &report, &args.bin);
            held = held && report.findings.is_empty();
        }
    }
    Ok(if held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn tell(play: &Play, report: &Report, bin: &Path) {
    let verdict = if report.findings.is_empty() { "held" } else { "DID NOT HOLD" };
    let [dropped, lost, doubled, delayed] = report.faults;
    println!(
        "{:<26} {:>3} people, seed {}: {verdict} in {:.1} s · {} steps, {} texts, {} deliveries \
         seen, {} streams · {} requests: {dropped} dropped, {lost} answers lost, {doubled} \
         doubled, {delayed} delayed, {} tried again, {} met «changed» · {} restarts, slowest \
         start {} ms",
        play.scenario,
        play.people,
        play.seed,
        report.took.as_secs_f64(),
        report.steps,
        report.texts,
        report.delivered,
        report.streams,
        report.requests,
        report.retried,
        report.changed,
        report.restarts,
        report.slowest_start.as_millis(),
    );
    for refusal in &report.refusals {
        println!("    refused {refusal}");
    }
    if report.findings.is_empty() {
        return;
    }
    for finding in report.findings.iter().take(25) {
        println!("    {finding}");
    }
    if report.findings.len() > 25 {
        println!("    … and {} more", report.findings.len() - 25);
    }
    if !report.last_words.is_empty() {
        println!("    the server said last:\n{}", report.last_words);
    }
    println!(
        "    again: cargo run -p sim -- --people {} --scenario {} --seed {} --lang {} --bin {}",
        play.people,
        play.scenario,
        play.seed,
        play.lang,
        bin.display()
    );
}
