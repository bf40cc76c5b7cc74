//! What a plan asks of the catalogue: the steps, minutes and names of a way of working.

use kernel::step::{Mode, Step};
use kernel::time::Minutes;
use kernel::tool::{RoomSize, Tool, fit};
use texts::Words;

use crate::document::{Item, OwnStep};

/// The way of working of a break, and the ones that input and the end of a meeting begin with.
pub const PAUSE: &str = "pause";
pub const INPUT: &str = "input";
pub const CLOSING: &str = "closing";

/// How many we plan for while nobody has said.
pub const PEOPLE_USUAL: u32 = 24;

/// Returns how many something is planned for, when `said` are expected or here; 0 is *not said*.
#[must_use]
pub fn people(said: u32) -> u32 {
    if said == 0 { PEOPLE_USUAL } else { said }
}

/// Returns the room that a row is for. Editor, advice, paper and meeting all ask here, so that one
/// plan with as many people has the same steps on all of them.
///
/// `groups` are the sizes of groups that are set; when none are, they are what will be set: fours
/// and fives.
#[must_use]
pub fn room(said: u32, groups: &[u32], item: &Item) -> RoomSize {
    let people = people(said);
    let count = match groups {
        [] => people.div_ceil(5),
        set => number(set.len()),
    };
    let largest = groups.iter().copied().max();
    RoomSize {
        people,
        groups: count,
        // Five are a trio and a pair; otherwise those who are left over make fours.
        trios: if people == 5 { 2 } else { (people / 3).max(1) },
        group_size: largest.unwrap_or(people.div_ceil(count)),
        orders: number(item.orders.len()),
        prepared: item.prepared,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Returns the minutes a way of working wants.
#[must_use]
pub fn usual_minutes(way: &Tool, people: u32, item: &Item) -> u32 {
    (way.minutes)(&room(people, &[], item)).0
}

/// Returns the steps of a row as they are run in a room: its own, made to fit, or those of its way
/// of working. None when it has neither.
#[must_use]
pub fn steps_run(item: &Item, room: &RoomSize, minutes: Minutes, ways: &[&Tool]) -> Vec<Step> {
    if !item.own_steps.is_empty() {
        return fit(own_steps(&item.own_steps), minutes);
    }
    let way = ways.iter().find(|way| way.name == item.tool);
    way.map_or(vec![], |way| (way.steps)(room, minutes))
}

/// Returns the steps of a row in its own minutes, or those it wants when it has none.
#[must_use]
pub fn steps_of_row(item: &Item, people: u32, ways: &[&Tool]) -> Vec<Step> {
    let room = room(people, &[], item);
    let own = item.own_steps.iter().map(|step| step.minutes.max(1)).sum();
    let way = ways.iter().find(|way| way.name == item.tool);
    let minutes = match item.minutes {
        0 if own == 0 => way.map_or(Minutes(0), |way| (way.minutes)(&room)),
        0 => Minutes(own),
        minutes => Minutes(minutes),
    };
    steps_run(item, &room, minutes, ways)
}

/// The steps that a planner has put together, named by how people work.
fn own_steps(own: &[OwnStep]) -> Vec<Step> {
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

/// Returns the steps of a way of working as own steps that a planner may change. What a
/// step says with a figure in it is no sentence of its own, so such a step says nothing.
#[must_use]
pub fn steps_as_own(way: &Tool, people: u32, item: &Item, words: Words<'_>) -> Vec<OwnStep> {
    let own = |step: Step| OwnStep {
        says: words.plain(&format!("{}-{}", way.name, step.name)).unwrap_or_default(),
        captures: step.captures,
        ..OwnStep::new(step.mode, step.seconds.minutes_up().0)
    };
    let tools_own = Item { own_steps: vec![], tool: way.name.to_owned(), ..item.clone() };
    steps_of_row(&tools_own, people, &[way]).into_iter().map(own).collect()
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
