//! A pause. Nothing is asked of anyone, and the wall says when it goes on.

use kernel::step::{Mode, Step};
use kernel::time::Minutes;
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "pause",
    difficulty: 1,
    people: (1, 2000),
    confidential: false,
    purposes: &[],
    minutes,
    steps,
    texts: kernel::texts!("pause"),
    scenarios: include_str!("pause/pause.md"),
    sources: &["seed:354"],
};

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(10)
}

fn steps(_room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    crate::fit_with_turns(vec![Step::new("rest", Mode::Break, minutes.0.max(1))], minutes)
}
