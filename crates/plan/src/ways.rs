//! What a plan asks of the catalogue: the steps, minutes and names of a way of working.

use kernel::step::{Mode, Step};
use kernel::time::Minutes;
use kernel::tool::{RoomSize, Tool};
use texts::Words;

use crate::document::{Item, OwnStep};

/// The way of working of a break, and the ones that input and the end of a meeting begin with.
pub const PAUSE: &str = "pause";
pub const INPUT: &str = "input";
pub const CLOSING: &str = "closing";

/// How many we plan for while nobody has said.
pub const PEOPLE_USUAL: u32 = 24;

/// Returns the room that a plan is for, as far as it is known before people come.
#[must_use]
pub fn room(people: u32, item: &Item) -> RoomSize {
    let people = if people == 0 { PEOPLE_USUAL } else { people };
    let groups = people.div_ceil(5);
    RoomSize {
        people,
        groups,
        trios: (people / 3).max(1),
        group_size: people.div_ceil(groups),
        orders: u32::try_from(item.orders.len()).unwrap_or(u32::MAX),
        prepared: item.prepared,
    }
}

/// Returns the minutes a way of working wants.
#[must_use]
pub fn usual_minutes(way: &Tool, people: u32, item: &Item) -> u32 {
    (way.minutes)(&room(people, item)).0
}

/// Returns the steps of a row with a way of working. Without minutes they have their usual ones.
#[must_use]
pub fn steps(way: &Tool, people: u32, item: &Item) -> Vec<Step> {
    let room = room(people, item);
    let minutes = if item.minutes == 0 { (way.minutes)(&room) } else { Minutes(item.minutes) };
    (way.steps)(&room, minutes)
}

/// Returns the steps that a planner has put together, as a meeting runs them: named by how people
/// work.
#[must_use]
pub fn own_steps(own: &[OwnStep]) -> Vec<Step> {
    let step = |own: &OwnStep| {
        let step = Step::new(name_of(own.mode), own.mode, own.minutes.max(1));
        own.captures.iter().cloned().fold(step, Step::takes)
    };
    own.iter().map(step).collect()
}

/// The name of a step that a planner has put in, and of its texts.
#[must_use]
pub const fn name_of(mode: Mode) -> &'static str {
    match mode {
        Mode::Alone => "alone",
        Mode::Pair => "pair",
        Mode::Trio => "trio",
        Mode::Group => "group",
        Mode::Plenary => "plenary",
        Mode::Input => "input",
        Mode::Break => "break",
    }
}

/// Returns the steps of a row: its own, or those of its way of working. None when it has neither.
#[must_use]
pub fn steps_of_row(item: &Item, people: u32, ways: &[&Tool]) -> Vec<Step> {
    if !item.own_steps.is_empty() {
        return own_steps(&item.own_steps);
    }
    let way = ways.iter().find(|way| way.name == item.tool);
    way.map_or(vec![], |way| steps(way, people, item))
}

/// Returns the whole minutes of steps, so that they add up to the whole minutes of them all.
#[must_use]
pub fn whole_minutes(steps: &[Step]) -> Vec<u32> {
    let rounded = |seconds: u32| (seconds + 30) / 60;
    let mut passed = 0;
    let minutes = steps.iter().map(|step| {
        let before = rounded(passed);
        passed += step.seconds.0;
        rounded(passed) - before
    });
    minutes.collect()
}

/// Returns the steps of a way of working as own steps that a planner may change.
/// What a step says with a figure in it is no sentence of its own, so such a step says nothing.
#[must_use]
pub fn steps_as_own(way: &Tool, people: u32, item: &Item, words: Words<'_>) -> Vec<OwnStep> {
    let own = |step: Step| OwnStep {
        says: words.plain(&format!("{}-{}", way.name, step.name)).unwrap_or_default(),
        captures: step.captures,
        ..OwnStep::new(step.mode, step.seconds.minutes_up().0)
    };
    steps(way, people, item).into_iter().map(own).collect()
}

/// Returns what a way of working is called.
#[must_use]
pub fn title(way: &Tool, words: Words<'_>) -> String {
    words.word(way.name)
}

/// Gives the own steps of a row their share of its minutes, where it has both.
pub fn fit_own_steps(item: &mut Item) {
    let sum: u32 = item.own_steps.iter().map(|step| step.minutes).sum();
    if sum == 0 || item.minutes == 0 || sum == item.minutes {
        return;
    }
    let given = u64::from(item.minutes);
    for step in &mut item.own_steps {
        let share = u64::from(step.minutes) * given / u64::from(sum);
        step.minutes = u32::try_from(share).unwrap_or(step.minutes).max(1);
    }
    let fitted: u32 = item.own_steps.iter().map(|step| step.minutes).sum();
    if let Some(longest) = item.own_steps.iter_mut().max_by_key(|step| step.minutes) {
        longest.minutes = (longest.minutes + item.minutes).saturating_sub(fitted).max(1);
    }
}
