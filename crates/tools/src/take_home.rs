//! Take it home: those who work together ask what they can use of what they have heard.
//!
//! What is learnt in a network seldom reaches the own school by itself. After talks across units,
//! each unit sits together: what can we use, what does not fit us, and what will we try? There is no
//! plenary in it, so a unit of four can hold it alone.

use kernel::purpose::Purpose;
use kernel::seating::Seating;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "take-home",
    difficulty: 1,
    people: (2, 200),
    confidential: false,
    purposes: &[(Purpose::FollowUp, 3), (Purpose::Practice, 3)],
    minutes,
    steps,
    texts: kernel::texts!("take_home"),
    scenarios: include_str!("take_home/take_home.md"),
    sources: &["UDIR-DK", "LN-OVERF", "seed:373-375", "seed:471-472"],
};

const LOOK_MINUTES: u32 = 4;
/// Six at a home table have a minute and a half each.
const ROUND_MINUTES: u32 = 9;
const WEIGH_MINUTES: u32 = 15;
const CHOOSE_MINUTES: u32 = 10;
const AGREE_MINUTES: u32 = 7;

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(LOOK_MINUTES + ROUND_MINUTES + WEIGH_MINUTES + CHOOSE_MINUTES + AGREE_MINUTES)
}

fn steps(_room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let ideas = vec![Field::new(Kind::Loan, 2), Field::new(Kind::Challenge, 1)];
    let turns = Turns { each: Seconds(90), answer: None, order: TurnOrder::Members };
    let steps = vec![
        Step::new("look", Mode::Alone, LOOK_MINUTES)
            .takes(Capture::Notes(ideas))
            .shows(Source::OwnNotes)
            .shows(Source::OwnCarried),
        at_home("round", ROUND_MINUTES)
            .takes(Capture::Carry)
            .shows(Source::OwnNotes)
            .shows(Source::TableCarried)
            .in_turns(turns),
        at_home("weigh", WEIGH_MINUTES).takes(Capture::TableText).shows(Source::TableCarried),
        at_home("choose", CHOOSE_MINUTES)
            .takes(Capture::Points { most: 2 })
            .shows(Source::TableText)
            .shows(Source::TableCarried),
        at_home("agree", AGREE_MINUTES).takes(Capture::Commitments).shows(Source::TablePoints),
    ];
    crate::fit_with_turns(steps, minutes)
}

fn at_home(name: &str, minutes: u32) -> Step {
    Step::new(name, Mode::Group, minutes).seated(Seating::Home)
}
