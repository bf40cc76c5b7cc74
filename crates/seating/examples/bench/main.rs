//! The search against the kept baselines, with equal processor time.
//!
//! * `bench [seconds] [seeds] [instance…]` prints medians, the ratios that the acceptance bars
//!   name, and how the work grows with people (`bench growth` only that);
//! * `bench instance NAME` writes an instance, `bench plan METHOD NAME SECONDS SEED` a plan by
//!   `search`, `tabu` or `greedy`: what `bench/peers.py` asks for.
//!
//! An instance is a file in `fixtures/` or `seed-N`. Time is processor time of this thread
//! (Linux), so that a busy machine does not blur the ratios.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads files and the clock")]
#![expect(clippy::expect_used, reason = "a benchmark stops at the first surprise")]

mod baselines;
mod generated;

use seating::anneal::step_budget;
use seating::problem::{Attribute, Earlier, Plan, Problem};
use seating::rng::Rng;
use seating::roles::assign;
use seating::score::evaluate;
use seating::solve::solve;

const DENSE: [&str; 4] = [
    "o09-real-40-5x3",
    "o13-uneven-43-constrained",
    "o14-uneven-118-constrained",
    "o15-dense-120-4x10",
];

const GROWTH: [usize; 4] = [120, 500, 1_000, 2_000];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words[..] {
        ["growth"] => GROWTH.into_iter().for_each(scale),
        ["growth", people] => scale(people.parse().expect("a number of people")),
        ["roles", name, seconds, seed] => {
            let seconds: f64 = seconds.parse().expect("seconds");
            let problem = read(name).0;
            let began = cpu();
            let roles = assign(
                &problem.plan,
                &problem.role_history,
                problem.role_weights,
                None,
                seed.parse().expect("a seed"),
                &mut |_| (cpu() - began) / seconds,
            );
            println!("{} over {} in {:.2}", roles.cost, roles.bound, cpu() - began);
        }
        ["instance", name] => println!("{}", json(&read(name).0)),
        ["plan", method, name, seconds, seed] => {
            let seconds = seconds.parse().expect("seconds");
            println!(
                "{}",
                json(&plan(method, &read(name).0, seconds, seed.parse().expect("a seed")))
            );
        }
        _ => compare(&args),
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain data")
}

/// A plan by one method within `seconds` of processor time.
fn plan(method: &str, problem: &Problem, seconds: f64, seed: u64) -> Plan {
    let began = cpu();
    let mut more = || cpu() - began < seconds;
    match method {
        "tabu" => baselines::tabu(problem, seed, &mut more),
        "greedy" => baselines::greedy(problem, seed, &mut more),
        _ => {
            let mut spent = |_| (cpu() - began) / seconds;
            solve(problem, seed, &mut spent).expect("feasible").plan
        }
    }
}

fn compare(args: &[String]) {
    let seconds: f64 = args.first().and_then(|seconds| seconds.parse().ok()).unwrap_or(1.0);
    let seeds: u64 = args.get(1).and_then(|seeds| seeds.parse().ok()).unwrap_or(3);
    let named: Vec<&str> = args.iter().skip(2).map(String::as_str).collect();
    println!("{seconds} s a run, median of {seeds} seeds, score (lower is better)");
    println!(
        "{:<42} {:>7} {:>7} {:>7} {:>7} {:>6} {:>6} {:>6} {:>7}",
        "instance", "search", "tabu", "greedy", "known", "/tabu", "/greed", "/known", "M/s"
    );
    let mut logs = [0.0; 2];
    let instances = if named.is_empty() { DENSE.to_vec() } else { named };
    for name in &instances {
        let (problem, known) = read(name);
        let mut speed = 0.0;
        let search = median(seeds, |seed| {
            let began = cpu();
            let solution =
                solve(&problem, seed, &mut |_| (cpu() - began) / seconds).expect("feasible");
            #[expect(clippy::cast_precision_loss, reason = "a rate in millions")]
            let rate = solution.steps as f64 / 1e6 / (cpu() - began);
            speed = rate;
            solution.score.total
        });
        let by = |method: &str, seed| {
            evaluate(&problem, &plan(method, &problem, seconds, seed)).expect("a plan").total
        };
        let tabu = median(seeds, |seed| by("tabu", seed));
        let greedy = median(seeds, |seed| by("greedy", seed));
        let ratio = |other: i64| if other == 0 { f64::NAN } else { float(search) / float(other) };
        logs[0] += ratio(tabu).ln();
        logs[1] += ratio(greedy).ln();
        println!(
            "{name:<42} {search:>7} {tabu:>7} {greedy:>7} {known:>7} {:>6.2} {:>6.2} {:>6.2} {speed:>7.1}",
            ratio(tabu),
            ratio(greedy),
            ratio(known)
        );
    }
    let count = float(i64::try_from(instances.len()).expect("few"));
    println!(
        "geometric mean: {:.2} of tabu, {:.2} of greedy",
        (logs[0] / count).exp(),
        (logs[1] / count).exp()
    );
    GROWTH.into_iter().for_each(scale);
}

/// How the work grows with the number of people: groups of five, three rounds, five meetings of
/// history, four attributes, all by chance.
fn scale(people: usize) {
    let mut rng = Rng::new(9);
    let mut problem = Problem::new(people, 3, vec![[5, 5]; people / 5]);
    for weight in [10, 8, 6, 5, 4] {
        let mut order: Vec<usize> = (0..people).collect();
        rng.shuffle(&mut order);
        let groups = order.chunks(5).map(<[usize]>::to_vec).collect();
        problem.earlier.push(Earlier { weight, groups });
    }
    for (name, kinds) in [("school", people / 50 + 2), ("subject", 8), ("stage", 4), ("role", 3)] {
        let values = (0..people).map(|_| i64::try_from(rng.below(kinds)).expect("few")).collect();
        problem.attributes.push(Attribute { name: name.to_owned(), weight: 10, values });
    }
    let began = cpu();
    solve(&problem, 1, &mut |_| 1.0).expect("feasible");
    let valid = cpu() - began;
    let began = cpu();
    let solution = solve(&problem, 1, &mut |_| (cpu() - began) / 0.5).expect("feasible");
    let spent = cpu() - began;
    // Two who have met host one table, which no bound knows: so the search never ends early.
    let met = problem.earlier[0].groups[0].clone();
    problem.hosts = vec![[met[0], 0], [met[1], 0]];
    let began = cpu();
    let proposals = 2_000 * people as u64;
    let steady = solve(&problem, 1, &mut step_budget(proposals)).expect("feasible");
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    let each = (cpu() - began - valid) * 1e9 / steady.steps as f64;
    println!(
        "{people} people: valid plan in {valid:.3} s, {each:.0} ns a proposal, score {} in {spent:.2} s, proved {}",
        solution.score.total, solution.proved
    );
}

/// Seconds of processor time that this thread has had.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux keeps it");
    let spent =
        text.split_whitespace().next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok());
    spent.expect("nanoseconds") / 1e9
}

#[expect(clippy::cast_precision_loss, reason = "scores are far below 2^52")]
fn float(score: i64) -> f64 {
    score as f64
}

fn median(seeds: u64, mut run: impl FnMut(u64) -> i64) -> i64 {
    let mut scores: Vec<i64> = (1..=seeds).map(&mut run).collect();
    scores.sort_unstable();
    scores[scores.len() / 2]
}

/// An instance, and the best score known (0 where none is).
fn read(name: &str) -> (Problem, i64) {
    if let Some(seed) = name.strip_prefix("seed-") {
        return (generated::generated(seed.parse().expect("a seed")), 0);
    }
    let path = format!("{}/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("an instance in fixtures/");
    let whole: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let known = whole["best_known"]["total"].as_i64().unwrap_or(0);
    (serde_json::from_value(whole).expect("a problem"), known)
}
