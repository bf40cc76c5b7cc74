//! Dialogue café: ideas grow from table to table, and each table keeps what has been written there.
//!
//! A host stays at each table while the others go on. Objections wait until the ideas have been
//! round, and then have a round of their own: a form that allows no criticism breeds agreement
//! that nobody has tested.

use kernel::purpose::Purpose;
use kernel::seating::Seating;
use kernel::step::{Capture, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "dialogue-cafe",
    difficulty: 2,
    // With fewer there are only two tables, and all guests of one meet again at the other.
    people: (12, 60),
    confidential: false,
    purposes: &[(Purpose::Voices, 3), (Purpose::Share, 2), (Purpose::Challenge, 2)],
    minutes,
    steps,
    texts: kernel::texts!("dialogue_cafe"),
    scenarios: include_str!("dialogue_cafe/dialogue_cafe.md"),
    sources: &["UDIR-KAFE", "NN-KAFE"],
};

const WELCOME_MINUTES: u32 = 3;
const TALK_MINUTES: u32 = 12;
const CHANGE_MINUTES: u32 = 2;
const CHALLENGE_MINUTES: u32 = 5;
const CHOOSE_MINUTES: u32 = 5;
const TABLE_MINUTES: u32 = 2;
/// Rounds where nothing else is said.
const ROUNDS_USUAL: u32 = 3;
/// With one round nobody goes anywhere.
const ROUNDS_LEAST: u32 = 2;

fn minutes(room: &RoomSize) -> Minutes {
    let rounds = ROUNDS_USUAL.min(room.groups).max(1);
    Minutes(around_minutes(room) + rounds * (TALK_MINUTES + CHANGE_MINUTES))
}

/// What the café takes besides its rounds.
fn around_minutes(room: &RoomSize) -> u32 {
    WELCOME_MINUTES + CHALLENGE_MINUTES + CHOOSE_MINUTES + room.groups * TABLE_MINUTES
}

fn steps(room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let rounds = rounds(room, minutes);
    let mut steps = vec![Step::new("welcome", Mode::Plenary, WELCOME_MINUTES)];
    for number in 1..=rounds {
        steps.push(
            at_table("talk", TALK_MINUTES)
                .takes(Capture::TableText)
                .shows(Source::OwnCarried)
                .shows(Source::TableCarried)
                .round(number, rounds),
        );
        steps.push(
            Step::new("change", Mode::Alone, CHANGE_MINUTES)
                .takes(Capture::Carry)
                .shows(Source::TableText)
                .round(number, rounds),
        );
    }
    let by_table = Turns { each: Seconds(120), answer: None, order: TurnOrder::Tables };
    steps.extend([
        at_table("challenge", CHALLENGE_MINUTES)
            .takes(Capture::TableText)
            .shows(Source::TableText)
            .shows(Source::TableCarried),
        at_table("choose", CHOOSE_MINUTES)
            .takes(Capture::Points { most: 2 })
            .shows(Source::TableText),
        Step::new("summary", Mode::Plenary, room.groups.max(1) * TABLE_MINUTES)
            .shows(Source::TableText)
            .shows(Source::RoomPoints)
            .in_turns(by_table),
    ]);
    crate::fit_with_turns(steps, minutes)
}

/// Returns how many rounds there is time for: never more than there are tables to come to, and
/// at least two where there are two.
fn rounds(room: &RoomSize, minutes: Minutes) -> u8 {
    let left = minutes.0.saturating_sub(around_minutes(room));
    let rounds = left / (TALK_MINUTES + CHANGE_MINUTES);
    let rounds = rounds.max(ROUNDS_LEAST).min(room.groups).max(1);
    u8::try_from(rounds).unwrap_or(u8::MAX)
}

fn at_table(name: &str, minutes: u32) -> Step {
    Step::new(name, Mode::Group, minutes).seated(Seating::Cafe)
}
