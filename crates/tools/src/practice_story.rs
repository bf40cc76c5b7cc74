//! Practice story: one told moment, described before it is understood, and understood in more
//! than one way.
//!
//! The story is written beforehand with invented names, and its owner reads it aloud; the words
//! themselves stay with the owner.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "practice-story",
    difficulty: 2,
    people: (3, 200),
    confidential: false,
    purposes: &[(Purpose::Practice, 1)],
    minutes,
    steps,
    texts: kernel::texts!("practice_story"),
    scenarios: include_str!("practice_story/practice_story.md"),
    sources: &["seed:539", "STORY", "STORY-UN", "UDIR-DK"],
};

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(24)
}

fn steps(_room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let one_each = Turns { each: Seconds(60), answer: None, order: TurnOrder::Members };
    let steps = vec![
        Step::new("read", Mode::Group, 2).shows(Source::OwnNotes),
        Step::new("notice", Mode::Alone, 2).takes(Capture::Notes(vec![Field::new(Kind::Note, 3)])),
        Step::new("describe", Mode::Group, 5).shows(Source::OwnNotes).in_turns(one_each),
        Step::new("readings", Mode::Group, 6)
            .takes(Capture::Points { most: 3 })
            .shows(Source::OwnNotes)
            .in_turns(one_each),
        Step::new("practice", Mode::Group, 6)
            .takes(Capture::TableText)
            .shows(Source::TablePoints)
            .in_turns(one_each),
        Step::new("try", Mode::Group, 3).takes(Capture::Notes(vec![Field::new(Kind::Trial, 1)])),
    ];
    crate::fit_with_turns(steps, minutes)
}
