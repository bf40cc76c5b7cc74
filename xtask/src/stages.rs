//! A run of stages: each is shown with its time, all are run, and the sum is said at the end.

use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::counts::{self, Counts};
use crate::shell;

/// What has been run so far.
pub struct Stages {
    begun: Instant,
    sum: Counts,
    failed: Vec<String>,
}

impl Stages {
    pub fn begin() -> Stages {
        Stages { begun: Instant::now(), sum: Counts::default(), failed: vec![] }
    }

    /// Runs a program as a stage, and tells whether it ended well.
    ///
    /// A program that counts nothing is one test; one that fails has at least one failed test.
    pub fn program(&mut self, name: &str, command: &mut Command) -> bool {
        self.step(name, || {
            let ended = shell::run_kept(command)?;
            let mut counts = counts::in_lines(&ended.lines).unwrap_or_default();
            if counts == Counts::default() && ended.well {
                counts.passed = 1;
            }
            if !ended.well {
                counts.failed = counts.failed.max(1);
            }
            Ok(counts)
        })
    }

    /// Runs our own code as a stage, and tells whether nothing failed.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Counts, String>) -> bool {
        println!("\n── {name}");
        let begun = Instant::now();
        let counts = work().unwrap_or_else(|why| {
            eprintln!("xtask: {why}");
            Counts { passed: 0, failed: 1 }
        });
        self.sum += counts;
        let seconds = begun.elapsed().as_secs_f32();
        let is_well = counts.failed == 0;
        if !is_well {
            self.failed.push(name.to_owned());
        }
        let verdict = if is_well { "ok" } else { "FAILED" };
        println!("── {name}: {verdict}, {seconds:.1} s");
        is_well
    }

    /// Counts a stage that could not be run as failed.
    pub fn not_run(&mut self, name: &str, why: &str) {
        self.step(name, || Err(format!("not run: {why}")));
    }

    /// Prints the sum as the last line, and fails if anything failed.
    pub fn end(self) -> ExitCode {
        let minutes = self.begun.elapsed().as_secs() / 60;
        let seconds = self.begun.elapsed().as_secs() % 60;
        println!("\n── all stages: {minutes} min {seconds} s");
        if !self.failed.is_empty() {
            println!("── failed: {}", self.failed.join(", "));
        }
        println!("{} passed, {} failed", self.sum.passed, self.sum.failed);
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
