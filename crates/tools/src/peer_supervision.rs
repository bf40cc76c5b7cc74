//! Peer supervision in 35 minutes: equals help one of them think, and nobody is the expert.
//!
//! **Invariant `stays-at-the-table`:** nothing reaches the wall; only the trial leaves the group,
//! with its owner. Held by `confidential`, which the host reads.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "peer-supervision",
    difficulty: 3,
    people: (3, 200),
    confidential: true,
    purposes: &[(Purpose::Practice, 2)],
    minutes,
    steps,
    texts: kernel::texts!("peer_supervision"),
    scenarios: include_str!("peer_supervision/peer_supervision.md"),
    sources: &["seed:540", "KOLLEGA", "KOLLEGA-7"],
};

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(35)
}

fn steps(_room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let steps = vec![
        Step::new("choose", Mode::Group, 2)
            .takes(Capture::Notes(vec![Field::new(Kind::Question, 1)]))
            .takes(Capture::Choice)
            .shows(Source::OwnNotes),
        Step::new("explain", Mode::Group, 5).takes(Capture::Notes(vec![Field::new(Kind::Note, 2)])),
        Step::new("clarify", Mode::Group, 6).in_turns(one_each(60)),
        Step::new("possibilities", Mode::Group, 12)
            .takes(Capture::TableText)
            .in_turns(one_each(120)),
        Step::new("useful", Mode::Group, 5).takes(Capture::Notes(vec![Field::new(Kind::Trial, 1)])),
        Step::new("learnt", Mode::Alone, 5).takes(Capture::Notes(vec![Field::new(Kind::Note, 1)])),
    ];
    crate::fit_with_turns(steps, minutes)
}

fn one_each(seconds: u32) -> Turns {
    Turns { each: Seconds(seconds), answer: None, order: TurnOrder::Members }
}
