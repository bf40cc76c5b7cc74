//! `sloyfe seat`: groups from a file, for use outside meetings too.
//!
//! The clock is read here; the crate that plans hears only how much of the time is spent.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use seating::anneal::Progress;
use seating::problem::Problem;
use seating::roles::{Assignment, Roles, assign};
use seating::solve::{Refusal, Solution, Source, solve};

/// Plans who sits with whom, from a problem in the format lm-groups/1.
///
/// Exit codes: 0 a plan that keeps every rule was written; 1 a file could not be read or written;
/// 2 the command line or the problem is flawed; 3 the rules clash, and no plan was written;
/// 4 a plan was written, but some rule is broken in it.
#[derive(clap::Args)]
pub struct Args {
    /// The problem; `-` reads standard input.
    problem: PathBuf,
    /// How long to search: 500ms, 1s, 2m.
    #[arg(long, default_value = "1s", value_parser = duration)]
    time: Duration,
    /// Stop after this many proposals instead; the same seed then gives the same plan anywhere.
    #[arg(long, conflicts_with = "time")]
    steps: Option<u64>,
    /// Another seed, another plan.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where the plan goes; `-` or nothing writes standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Say what the score is made of, what bounds it, and who repeats whom.
    #[arg(long)]
    explain: bool,
}

/// What is written; the schema stands in docs/schemas/seating.schema.json.
#[derive(serde::Serialize)]
struct Answer<'a> {
    format: &'static str,
    name: &'a str,
    seed: u64,
    #[serde(flatten)]
    solution: &'a Solution,
    #[serde(skip_serializing_if = "Option::is_none")]
    roles: Option<Assignment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_cost: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_bound: Option<i64>,
}

const FLAWED: u8 = 2;
const CLASHING: u8 = 3;
const BROKEN: u8 = 4;
/// Share of the time that roles are drawn in.
const ROLES_SHARE: f64 = 0.1;
/// Share of the time kept for reading, scoring and writing.
const TIME_KEPT: f64 = 0.03;

/// Reads, plans, writes; says how it went on standard error.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    let text = read(&args.problem)?;
    let problem: Problem = match serde_json::from_str(&text) {
        Ok(problem) => problem,
        Err(error) => {
            eprintln!("{} is not a seating problem: {error}", args.problem.display());
            return Ok(ExitCode::from(FLAWED));
        }
    };
    let mut budget =
        budget(args, began, if wants_roles(&problem) { 1.0 - ROLES_SHARE } else { 1.0 });
    let solution = if problem.kind == "roles" && !problem.plan.is_empty() {
        given(&problem)
    } else {
        solve(&problem, args.seed, &mut budget)
    };
    let solution = match solution {
        Ok(solution) => solution,
        Err(refusal) => {
            eprintln!("{}", refusal.sentence(&problem));
            return Ok(ExitCode::from(if matches!(refusal, Refusal::Clashing(_)) {
                CLASHING
            } else {
                FLAWED
            }));
        }
    };
    let roles = roles(&problem, &solution, args, began);
    write(args, &problem, &solution, roles.as_ref())?;
    eprint!("{}", summary(&problem, &solution, roles.as_ref(), began.elapsed()));
    if args.explain {
        eprint!("{}", explanation(&problem, &solution));
    }
    Ok(if solution.score.violations == 0 { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) })
}

fn read(path: &Path) -> anyhow::Result<String> {
    let mut text = String::new();
    if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).context("reading standard input")?;
    } else {
        text =
            std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    }
    Ok(text)
}

fn write(
    args: &Args,
    problem: &Problem,
    solution: &Solution,
    roles: Option<&Roles>,
) -> anyhow::Result<()> {
    let answer = Answer {
        format: "lm-groups/1",
        name: &problem.name,
        seed: args.seed,
        solution,
        roles: roles.map(|roles| roles.assignment.clone()),
        role_cost: roles.map(|roles| roles.cost),
        role_bound: roles.map(|roles| roles.bound),
    };
    let mut text = serde_json::to_string(&answer).context("writing the plan as JSON")?;
    text.push('\n');
    if let Some(path) = args.output.as_deref().filter(|path| *path != Path::new("-")) {
        return std::fs::write(path, text).with_context(|| format!("writing {}", path.display()));
    }
    print!("{text}");
    Ok(())
}

/// The plan that stands in the problem, scored as it is.
fn given(problem: &Problem) -> Result<Solution, Refusal> {
    let score = seating::score::evaluate(problem, &problem.plan)?;
    let bound = seating::bound::lower_bound(problem)?;
    let proved = score.violations == 0 && score.total <= bound.total;
    Ok(Solution {
        plan: problem.plan.clone(),
        score,
        bound,
        proved,
        steps: 0,
        source: Source::Given,
    })
}

/// What `share` of the time or of the steps is spent.
fn budget(args: &Args, began: Instant, share: f64) -> impl FnMut(Progress) -> f64 {
    let (steps, limit) = (args.steps, args.time.as_secs_f64() * (1.0 - TIME_KEPT) * share);
    move |progress| match steps {
        #[expect(clippy::cast_precision_loss, reason = "a share needs few digits")]
        Some(steps) => progress.steps as f64 / steps.max(1) as f64,
        None => began.elapsed().as_secs_f64() / limit,
    }
}

/// Roles are drawn when the problem asks for them: by its kind, its names for them or their history.
fn wants_roles(problem: &Problem) -> bool {
    problem.kind == "roles" || !problem.roles.is_empty() || !problem.role_history.is_empty()
}

fn roles(problem: &Problem, solution: &Solution, args: &Args, began: Instant) -> Option<Roles> {
    let mut budget = budget(args, began, 1.0);
    let draw = || {
        assign(
            &solution.plan,
            &problem.role_history,
            problem.role_weights,
            None,
            args.seed,
            &mut budget,
        )
    };
    wants_roles(problem).then(draw)
}

fn summary(
    problem: &Problem,
    solution: &Solution,
    roles: Option<&Roles>,
    took: Duration,
) -> String {
    let score = &solution.score;
    let seats: usize = solution.plan.iter().flatten().map(Vec::len).sum();
    let mut text = String::new();
    let name = if problem.name.is_empty() { "the problem" } else { &problem.name };
    let _ = writeln!(
        text,
        "{name}: {} people, {} rounds, {seats} seats taken",
        problem.n, problem.rounds
    );
    let _ = writeln!(text, "  score {} (no plan is below {})", score.total, solution.bound.total);
    if solution.proved {
        let _ = writeln!(text, "  no plan is better: proved");
    }
    let _ = writeln!(
        text,
        "  {} pairs meet for the first time, {} meetings are repeats within the plan",
        score.new_pairs, score.repeats
    );
    if score.encounters == 0 && problem.together.is_empty() {
        let _ = writeln!(text, "  everybody meets only people they have not met");
    }
    if problem.anchor.is_some() {
        let _ = writeln!(text, "  {} people sit elsewhere than before", score.moves);
    }
    if score.violations > 0 {
        let _ = writeln!(
            text,
            "  {} rules are broken: no plan that keeps them was found",
            score.violations
        );
    }
    if let Some(roles) = roles {
        let proved = if roles.proved { ", proved fairest" } else { "" };
        let _ = writeln!(text, "  roles cost {} (none below {}){proved}", roles.cost, roles.bound);
    }
    let source = match solution.source {
        Source::Search => format!("searched {} proposals", solution.steps),
        Source::Construction => "by construction, without search".to_owned(),
        Source::Given => "the plan was given".to_owned(),
    };
    let _ = writeln!(text, "  {source}, {:.2} s", took.as_secs_f64());
    text
}

/// Most repeats that are listed one by one.
const REPEATS_TOLD: usize = 20;

fn explanation(problem: &Problem, solution: &Solution) -> String {
    let (score, bound) = (&solution.score, &solution.bound);
    let mut text = String::new();
    let _ = writeln!(text, "score {} =", score.total);
    let _ = writeln!(text, "  {} × {} for broken rules", problem.hard_weight, score.violations);
    let _ = writeln!(text, "  {} for people who have met before or meet again", score.encounters);
    let _ = writeln!(text, "  {} for tables uneven in {}", score.balance, attributes(problem));
    if let Some(anchor) = &problem.anchor {
        let _ = writeln!(text, "  {} × {} for people moved", anchor.move_cost, score.moves);
    }
    let _ = writeln!(text, "bound {} = the larger of", bound.total);
    let _ = writeln!(
        text,
        "  {} since everybody's seats beside others cost at least the cheapest company",
        bound.slots
    );
    let _ = writeln!(
        text,
        "  {} since tables with more people than there are tables meet again",
        bound.pigeonhole
    );
    let _ = writeln!(
        text,
        "plus {} since people who sit together fill their table's share",
        bound.balance
    );
    for (one, other, rounds) in repeats(solution).into_iter().take(REPEATS_TOLD) {
        let _ = writeln!(text, "{one} and {other} meet in rounds {rounds:?}");
    }
    text
}

fn attributes(problem: &Problem) -> String {
    let names: Vec<&str> =
        problem.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

/// Pairs that sit together more than once, and when.
fn repeats(solution: &Solution) -> Vec<(usize, usize, Vec<usize>)> {
    let mut meetings = std::collections::BTreeMap::<(usize, usize), Vec<usize>>::new();
    for (round, groups) in solution.plan.iter().enumerate() {
        for members in groups {
            for (slot, &one) in members.iter().enumerate() {
                for &other in &members[slot + 1..] {
                    meetings.entry((one.min(other), one.max(other))).or_default().push(round);
                }
            }
        }
    }
    let again = meetings.into_iter().filter(|(_, rounds)| rounds.len() > 1);
    again.map(|((one, other), rounds)| (one, other, rounds)).collect()
}

/// A number with `ms`, `s` or `m`; seconds without.
fn duration(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let number: f64 =
        digits.parse().map_err(|_| format!("`{text}` is no time like 500ms, 1s or 2m"))?;
    let seconds = match &text[digits.len()..] {
        "ms" => number / 1_000.0,
        "" | "s" => number,
        "m" => number * 60.0,
        unit => return Err(format!("`{unit}` is no unit; use ms, s or m")),
    };
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}
