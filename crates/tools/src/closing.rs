//! The way forward: who does what, when.
//!
//! Each first writes what they take home, so that the promises come from more than the leader.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step};
use kernel::time::Minutes;
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "closing",
    difficulty: 1,
    people: (2, 2000),
    confidential: false,
    purposes: &[(Purpose::FollowUp, 1)],
    minutes,
    steps,
    texts: kernel::texts!("closing"),
    scenarios: include_str!("closing/closing.md"),
    sources: &["seed:373-375", "seed:564"],
};

const HOME_MINUTES: u32 = 3;
const AGREE_MINUTES: u32 = 7;

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(HOME_MINUTES + AGREE_MINUTES)
}

fn steps(_room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let steps = vec![
        Step::new("home", Mode::Alone, HOME_MINUTES)
            .takes(Capture::Notes(vec![Field::new(Kind::Trial, 1)]))
            .shows(Source::OwnNotes)
            .shows(Source::OwnCarried),
        Step::new("agree", Mode::Plenary, AGREE_MINUTES)
            .takes(Capture::Commitments)
            .shows(Source::OwnNotes)
            .shows(Source::RoomPoints),
    ];
    crate::fit_with_turns(steps, minutes)
}
