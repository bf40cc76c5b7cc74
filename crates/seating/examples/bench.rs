//! Runs the solver on an instance file: `bench FILE [seconds] [seed]`.
use std::time::Instant;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let secs: f64 = args[2].parse().unwrap();
    let problem: seating::problem::Problem =
        serde_json::from_str(&std::fs::read_to_string(&args[1]).unwrap()).unwrap();
    let seeds: u64 = args.get(3).map_or(1, |x| x.parse().unwrap());
    for seed in 1..=seeds {
        let began = Instant::now();
        let r =
            seating::solve::solve(&problem, seed, &mut |_| began.elapsed().as_secs_f64() / secs);
        let t = began.elapsed().as_secs_f64();
        match r {
            Ok(s) => println!(
                "{} {} V{} E{} B{} M{} lb{} proved{} {:.2}M steps {:.3}s {:.1}M/s",
                problem.name,
                s.score.total,
                s.score.violations,
                s.score.encounters,
                s.score.balance,
                s.score.moves,
                s.bound.total,
                s.proved,
                s.steps as f64 / 1e6,
                t,
                s.steps as f64 / 1e6 / t
            ),
            Err(e) => println!("{e:?}"),
        }
    }
}
