//! Listening order: everyone listens for something, and the room comes back to it.
//!
//! The order is given before the input. When time is short the input gives way first, so that the
//! return to the order is kept.

use kernel::purpose::Purpose;
use kernel::seating::Seating;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step};
use kernel::time::Minutes;
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "listening-order",
    difficulty: 1,
    people: (2, 2000),
    confidential: false,
    purposes: &[(Purpose::Listen, 1)],
    minutes,
    steps,
    texts: kernel::texts!("listening_order"),
    scenarios: include_str!("listening_order/listening_order.md"),
    sources: &["seed:510", "RAVN-5", "LYTTE"],
};

/// The steps around the input: give, write, neighbours, voices.
const AROUND_MINUTES: u32 = 1 + 2 + 4 + 3;
const INPUT_MINUTES_MIN: u32 = 5;
const INPUT_MINUTES_MAX: u32 = 15;

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(AROUND_MINUTES + INPUT_MINUTES_MAX)
}

fn steps(_room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let left = minutes.0.saturating_sub(AROUND_MINUTES);
    let input = left.clamp(INPUT_MINUTES_MIN, INPUT_MINUTES_MAX);
    let steps = vec![
        Step::new("give", Mode::Plenary, 1).shows(Source::ListeningOrder),
        Step::new("input", Mode::Input, input)
            .takes(Capture::Notes(vec![Field::new(Kind::Heard, 2)]))
            .shows(Source::ListeningOrder),
        Step::new("write", Mode::Alone, 2)
            .takes(Capture::Carry)
            .shows(Source::ListeningOrder)
            .shows(Source::OwnNotes),
        Step::new("neighbours", Mode::Pair, 4)
            .seated(Seating::Neighbours)
            .shows(Source::TableCarried),
        Step::new("voices", Mode::Plenary, 3).shows(Source::RoomCarried),
    ];
    crate::fit_with_turns(steps, minutes)
}
