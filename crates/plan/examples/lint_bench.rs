//! What one reading of a 40-item plan costs: `cargo run --release -p plan --example lint_bench`.

use std::hint::black_box;
use std::time::Duration;

use plan::advice::advise;
use plan::document::{Item, Plan, Preparation};
use plan::lint::around::Around;
use plan::lint::lint;

const RUNS: usize = 1_001;
/// What a keystroke may cost before the advice is felt.
const MOST: Duration = Duration::from_millis(1);

fn main() {
    let plan = forty_items();
    let around = Around::default();
    let rules = measured(|| lint(black_box(&plan), &around, tools::ALL).len());
    println!("lint of 40 items: {:?} a run, {} findings", rules.0, rules.1);
    let whole = measured(|| {
        let advice = advise(black_box(&plan), &around, tools::ALL);
        advice.open.len() + advice.later.len() + advice.tips.len()
    });
    println!("advice for 40 items: {:?} a run, {} findings", whole.0, whole.1);
    assert!(whole.0 < MOST, "the advice takes {:?}, and {MOST:?} is allowed", whole.0);
}

/// The time of a run in the middle, which other work on the machine does not move, and what it
/// found.
fn measured(run: impl Fn() -> usize) -> (Duration, usize) {
    let found = black_box(run());
    let mut times: Vec<Duration> = (0..RUNS).map(|_| timed(&run)).collect();
    times.sort_unstable();
    (times[times.len() / 2], found)
}

fn timed(run: impl Fn() -> usize) -> Duration {
    #[expect(clippy::disallowed_methods, reason = "a bench reads the clock; the crate does not")]
    let start = std::time::Instant::now();
    black_box(run());
    start.elapsed()
}

fn forty_items() -> Plan {
    let questions = ["Hva kjennetegner gode overganger hos oss?", "Bør vi ikke følge planen?"];
    let tools = ["igp", "speed-date", "trio", "input"];
    let item = |at: usize| Item {
        title: format!("Post {at}: erfaringsdeling om lesing i alle fag"),
        goal: "Hente ideer og inspirasjon fra hverandre".to_owned(),
        minutes: 20,
        tool: tools[at % tools.len()].to_owned(),
        questions: questions.iter().map(|it| (*it).to_owned()).collect(),
        ..Item::default()
    };
    let instruction = "Les vedlagte artikkel.\nVelg ut tre momenter og forklar hvorfor.".to_owned();
    Plan {
        purpose: "Hente ideer til videreutvikling av lesing i alle fag".to_owned(),
        goals: vec!["Dele erfaringer".to_owned()],
        participants: 40,
        preparation: vec![Preparation { instruction, ..Preparation::default() }],
        items: (0..40).map(item).collect(),
        ..Plan::default()
    }
    .with_ids()
}
