//! Speed-date: many short talks two by two, and one thing taken along from each to the next.
//!
//! The minutes decide how many dates there are. Only the last date looks for what the pair has in
//! common, because only then has something travelled.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "speed-date",
    difficulty: 1,
    people: (6, 80),
    confidential: false,
    purposes: &[(Purpose::Share, 1)],
    minutes,
    steps,
    texts: kernel::texts!("speed_date"),
    scenarios: include_str!("speed_date/speed_date.md"),
    sources: &["seed:1-10", "seed:53-68", "seed:360", "KS-SPEED"],
};

const NOTE_MINUTES: u32 = 2;
const DATE_MINUTES: u32 = 4;
const CHANGE_MINUTES: u32 = 1;
const PLENARY_MINUTES: u32 = 4;

fn minutes(_room: &RoomSize) -> Minutes {
    Minutes(20)
}

fn steps(room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let dates = dates(room, minutes);
    let mut steps = vec![];
    if !room.prepared {
        let lines = vec![Field::new(Kind::Strength, 3), Field::new(Kind::Challenge, 1)];
        steps.push(Step::new("note", Mode::Alone, NOTE_MINUTES).takes(Capture::Notes(lines)));
    }
    for number in 1..=dates {
        steps.push(date(number, dates));
        steps.push(
            Step::new("change", Mode::Alone, CHANGE_MINUTES)
                .takes(Capture::Carry)
                .shows(Source::OwnNotes)
                .round(number, dates),
        );
    }
    steps.push(Step::new("plenary", Mode::Plenary, PLENARY_MINUTES).shows(Source::RoomCarried));
    crate::fit_with_turns(steps, minutes)
}

/// Returns how many dates there is time for, and at least one.
fn dates(room: &RoomSize, minutes: Minutes) -> u8 {
    let before = if room.prepared { 0 } else { NOTE_MINUTES };
    let left = minutes.0.saturating_sub(before + PLENARY_MINUTES);
    let dates = left / (DATE_MINUTES + CHANGE_MINUTES);
    u8::try_from(dates).unwrap_or(u8::MAX).max(1)
}

fn date(number: u8, of: u8) -> Step {
    let date = Step::new("date", Mode::Pair, DATE_MINUTES)
        .shows(Source::OwnNotes)
        .shows(Source::OwnCarried)
        .shows(Source::TableCarried)
        .in_turns(Turns { each: Seconds(90), answer: None, order: TurnOrder::Members })
        .round(number, of);
    if number < of {
        return date;
    }
    date.takes(Capture::Found(vec![
        Field::new(Kind::FoundStrength, 1),
        Field::new(Kind::FoundChallenge, 1),
    ]))
}
