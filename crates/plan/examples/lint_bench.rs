//! What one reading of a 40-item plan costs: `cargo run --release -p plan --example lint_bench`.

use std::hint::black_box;

use plan::lint::draft::{Draft, Item, Mode, Prep, Question, Step};
use plan::lint::{Thresholds, lint};

const RUNS: u32 = 2_000;

fn main() {
    let draft = forty_items();
    let thresholds = Thresholds::default();
    black_box(lint(&draft, &thresholds));
    #[expect(clippy::disallowed_methods, reason = "a bench reads the clock; the crate does not")]
    let start = std::time::Instant::now();
    for _ in 0..RUNS {
        black_box(lint(black_box(&draft), &thresholds));
    }
    let each = start.elapsed() / RUNS;
    println!(
        "lint of {} items: {each:?} a run, {} findings",
        draft.items.len(),
        lint(&draft, &thresholds).len()
    );
}

fn forty_items() -> Draft {
    let questions = ["Hva kjennetegner gode overganger hos oss?", "Bør vi ikke følge planen?"];
    let step = |mode, minutes| Step { mode, minutes: Some(minutes), ..Step::default() };
    let item = |at: usize| Item {
        title: format!("Post {at}: erfaringsdeling om lesing i alle fag"),
        goal: Some("Hente ideer og inspirasjon fra hverandre".to_owned()),
        minutes: Some(20),
        steps: vec![step(Mode::Input, 5), step(Mode::Alone, 3), step(Mode::Group, 12)],
        questions: questions
            .iter()
            .map(|it| Question { text: (*it).to_owned(), open_enough: false })
            .collect(),
        ..Item::default()
    };
    let text = "Les vedlagte artikkel.\nVelg ut tre momenter og forklar hvorfor.".to_owned();
    Draft {
        purpose: Some("Hente ideer til videreutvikling av lesing i alle fag".to_owned()),
        goals: vec!["Dele erfaringer".to_owned()],
        participants: Some(40),
        prep: vec![Prep { text, ..Prep::default() }],
        items: (0..40).map(item).collect(),
        ..Draft::default()
    }
}
