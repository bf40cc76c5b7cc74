//! Trio negotiation: three times three points become three that all three can stand behind.
//!
//! What is learnt lies in the negotiation, so it has the longest step, and disagreement is written
//! down as a result.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "trio",
    difficulty: 2,
    people: (6, 90),
    confidential: false,
    purposes: &[(Purpose::Agree, 1)],
    minutes,
    steps,
    texts: kernel::texts!("trio"),
    scenarios: include_str!("trio/trio.md"),
    sources: &["seed:514-527", "seed:449-450", "SPRAK-ERF"],
};

/// With more trios than this, the recipes are read on the walls instead of aloud.
const READ_ALOUD_MAX: u32 = 6;
const GALLERY_MINUTES: u32 = 6;

fn minutes(room: &RoomSize) -> Minutes {
    Minutes(18 + last_minutes(room))
}

fn last_minutes(room: &RoomSize) -> u32 {
    if room.trios > READ_ALOUD_MAX { GALLERY_MINUTES } else { room.trios.max(1) }
}

fn steps(room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let each = Turns { each: Seconds(60), answer: None, order: TurnOrder::Members };
    let steps = vec![
        Step::new("read", Mode::Alone, 2).shows(Source::OwnNotes).shows(Source::OwnCarried),
        Step::new("pick", Mode::Alone, 3)
            .takes(Capture::Pick { exactly: 3 })
            .shows(Source::OwnNotes)
            .shows(Source::OwnCarried),
        Step::new("present", Mode::Trio, 4).shows(Source::TablePicked).in_turns(each),
        Step::new("negotiate", Mode::Trio, 9)
            .takes(Capture::Points { most: 3 })
            .shows(Source::TablePicked),
        last(room),
    ];
    crate::fit_with_turns(steps, minutes)
}

/// Returns the reading aloud, or a gallery when it would take too long. The two ask different
/// things of people, so they have different names.
fn last(room: &RoomSize) -> Step {
    if room.trios > READ_ALOUD_MAX {
        return Step::new("gallery", Mode::Plenary, last_minutes(room)).shows(Source::RoomPoints);
    }
    Step::new("plenary", Mode::Plenary, last_minutes(room))
        .shows(Source::RoomPoints)
        .in_turns(Turns { each: Seconds(60), answer: None, order: TurnOrder::Tables })
}
