//! IGP: think alone, talk in groups, hear the room.
//!
//! A question put straight to a room is answered by the same few voices. IGP gives each person a
//! thought of their own before anyone speaks.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "igp",
    difficulty: 1,
    people: (4, 200),
    confidential: false,
    purposes: &[(Purpose::Voices, 1), (Purpose::Agree, 2), (Purpose::Challenge, 1)],
    minutes,
    steps,
    texts: kernel::texts!("igp"),
    scenarios: include_str!("igp/igp.md"),
    sources: &["seed:541", "DIST-IGP", "KS-IGP", "LENT-IGP", "NGT"],
};

fn minutes(room: &RoomSize) -> Minutes {
    Minutes(21 + plenary_minutes(room))
}

/// Two minutes for each reporter, and three to open and close.
fn plenary_minutes(room: &RoomSize) -> u32 {
    room.groups * 2 + 3
}

fn steps(room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let one_each = Turns { each: Seconds(90), answer: None, order: TurnOrder::Members };
    let by_table = Turns { each: Seconds(120), answer: None, order: TurnOrder::Tables };
    let steps = vec![
        Step::new("question", Mode::Plenary, 1),
        Step::new("think", Mode::Alone, 3).takes(Capture::Notes(vec![Field::new(Kind::Note, 3)])),
        Step::new("round", Mode::Group, 8)
            .takes(Capture::Carry)
            .shows(Source::OwnNotes)
            .shows(Source::TableCarried)
            .in_turns(one_each),
        Step::new("talk", Mode::Group, 7).takes(Capture::TableText).shows(Source::TableCarried),
        Step::new("agree", Mode::Group, 2)
            .takes(Capture::Points { most: 3 })
            .shows(Source::TableCarried),
        Step::new("plenary", Mode::Plenary, plenary_minutes(room))
            .shows(Source::RoomPoints)
            .in_turns(by_table),
    ];
    crate::fit_with_turns(steps, minutes)
}
