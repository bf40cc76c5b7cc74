//! Input: somebody presents, and the others may note what they hear.
//!
//! It lasts as long as the program says. Whether that is too long is for the advice to ask.

use kernel::step::{Capture, Field, Kind, Mode, Step};
use kernel::time::Minutes;
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "input",
    difficulty: 1,
    people: (2, 2000),
    confidential: false,
    purposes: &[],
    minutes,
    steps,
    texts: kernel::texts!("input"),
    scenarios: include_str!("input/input.md"),
    sources: &["seed:369-378"],
};

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(15)
}

fn steps(_room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let steps = vec![
        Step::new("listen", Mode::Input, minutes.0.max(1))
            .takes(Capture::Notes(vec![Field::new(Kind::Note, 2)])),
    ];
    crate::fit_with_turns(steps, minutes)
}
