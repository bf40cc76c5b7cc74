//! Plenary with reporters: one point from each group, and what runs through them.
//!
//! «5 min.» in the deck may mean each group or all of them. Up to three groups get five minutes
//! each; more groups share the time there is, and each gets at least one minute.

use kernel::purpose::Purpose;
use kernel::step::{Capture, Field, Kind, Mode, Source, Step, TurnOrder, Turns};
use kernel::time::Minutes;
use kernel::tool::{RoomSize, Tool};

pub const TOOL: Tool = Tool {
    name: "plenary",
    difficulty: 1,
    people: (8, 200),
    confidential: false,
    purposes: &[(Purpose::FollowUp, 2)],
    minutes,
    steps,
    texts: kernel::texts!("plenary"),
    scenarios: include_str!("plenary/plenary.md"),
    sources: &["seed:369-378", "seed:526-527", "DFO-FORV"],
};

/// The steps around the reports: agree, note, thread.
const AROUND_MINUTES: u32 = 3 + 2 + 5;
const FIVE_EACH_GROUPS_MAX: u32 = 3;
/// What more groups share when the program says nothing: as much as three groups have.
const SHARED_MINUTES: u32 = 15;

fn minutes(room: &RoomSize) -> Minutes {
    let reports = if room.groups > FIVE_EACH_GROUPS_MAX {
        SHARED_MINUTES.max(room.groups)
    } else {
        room.groups.max(1) * 5
    };
    Minutes(AROUND_MINUTES + reports)
}

fn steps(room: &RoomSize, minutes: Minutes) -> Vec<Step> {
    let groups = room.groups.max(1);
    let each = minutes_each(groups, minutes);
    let by_table = Turns { each: each.seconds(), answer: None, order: TurnOrder::Tables };
    let steps = vec![
        Step::new("agree", Mode::Group, 3).takes(Capture::Points { most: 1 }),
        Step::new("report", Mode::Plenary, each.0.saturating_mul(groups))
            .shows(Source::RoomPoints)
            .in_turns(by_table),
        Step::new("note", Mode::Alone, 2).takes(Capture::Notes(vec![Field::new(Kind::Heard, 1)])),
        Step::new("thread", Mode::Plenary, 5).shows(Source::RoomPoints),
    ];
    crate::fit_with_turns(steps, minutes)
}

fn minutes_each(groups: u32, minutes: Minutes) -> Minutes {
    if groups <= FIVE_EACH_GROUPS_MAX {
        return Minutes(5);
    }
    let reports = minutes.0.saturating_sub(AROUND_MINUTES);
    Minutes((reports / groups).max(1))
}
