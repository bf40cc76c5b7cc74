//! Artifact talk: two minutes each about a thing, and what it says of one's strength.
//!
//! In groups, never twenty in a row. The two minutes are a hard stop, and a listener answers each
//! with the strength they heard.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "artifact-talk",
    difficulty: 1,
    people: (4, 200),
    confidential: false,
    purposes: &[(Purpose::Voices, 2), (Purpose::Begin, 1)],
    minutes,
    steps,
    texts: kernel::texts!("artifact_talk"),
    scenarios: include_str!("artifact_talk/artifact_talk.md"),
    sources: &["seed:215-218"],
};

const TURN: Seconds = Seconds(120);
const ANSWER: Seconds = Seconds(15);
const TOGETHER: Minutes = Minutes(5);

fn minutes(room: &RoomSize) -> Minutes {
    (presentations(room) + TOGETHER.seconds()).minutes_up()
}

fn presentations(room: &RoomSize) -> Seconds {
    Seconds((TURN + ANSWER).0.saturating_mul(room.group_size.max(1)))
}

fn steps(room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let steps = vec![
        Step::new("present", Mode::Group, 0)
            .lasting(presentations(room))
            .takes(Capture::Carry)
            .shows(Source::TableCarried)
            .in_turns(Turns { each: TURN, answer: Some(ANSWER), order: TurnOrder::Members }),
        Step::new("together", Mode::Group, TOGETHER.0)
            .takes(Capture::Points { most: 3 })
            .shows(Source::TableCarried),
    ];
    crate::fit_with_turns(steps, minutes)
}
