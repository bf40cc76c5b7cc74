//! Group work on the preparation task: what people brought is what the group works with.
//!
//! What confirms comes before what challenges (Roald), and those who come without preparation get
//! the first minutes to make up for it.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "prep-work",
    difficulty: 1,
    people: (4, 200),
    confidential: false,
    purposes: &[(Purpose::Results, 1)],
    minutes,
    steps,
    texts: kernel::texts!("prep_work"),
    scenarios: include_str!("prep_work/prep_work.md"),
    sources: &["seed:200-209", "seed:237-238", "seed:341-345", "seed:558"],
};

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(34)
}

fn steps(_room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let lines = vec![Field::new(Kind::Strength, 2), Field::new(Kind::Challenge, 1)];
    let steps = vec![
        Step::new("find", Mode::Alone, 3).takes(Capture::Notes(lines)).shows(Source::OwnNotes),
        round("confirm"),
        round("challenge"),
        Step::new("explore", Mode::Group, 12).takes(Capture::TableText).shows(Source::TableCarried),
        Step::new("choose", Mode::Group, 3)
            .takes(Capture::Points { most: 3 })
            .shows(Source::TableCarried),
    ];
    crate::fit_with_turns(steps, minutes)
}

fn round(name: &str) -> Step {
    Step::new(name, Mode::Group, 8)
        .takes(Capture::Carry)
        .shows(Source::OwnNotes)
        .shows(Source::TableCarried)
        .in_turns(Turns { each: Seconds(90), answer: None, order: TurnOrder::Members })
}
