//! Remedies that change the steps of a row. Those of a way of working become the row's own, and
//! keep what they say and take down.

use kernel::step::Mode;

use crate::document::{Item, OwnStep, Plan};
use crate::edit::rows::item;
use crate::edit::{Desk, NotEdited};
use crate::ways;

/// Minutes with a neighbour between two stretches of a talk.
const NEIGHBOUR: u32 = 2;
/// Minutes alone before a talk.
const THOUGHT: u32 = 3;
/// Minutes in which objections are asked for.
const OBJECTIONS: u32 = 5;

/// A tenth alone, six in groups, three in plenary.
pub(super) fn lay_out(item: &mut Item) {
    let modes = [(Mode::Alone, 1), (Mode::Group, 6), (Mode::Plenary, 3)];
    let minutes = item.minutes;
    item.own_steps =
        modes.map(|(mode, tenths)| OwnStep::new(mode, (minutes * tenths / 10).max(1))).to_vec();
}

/// Returns a row and its steps; where nothing is known of them the whole of it is one in `mode`.
fn steps_of<'a>(
    plan: &'a mut Plan,
    id: &str,
    mode: Mode,
    desk: &Desk<'_>,
) -> Result<(&'a mut Item, Vec<OwnStep>), NotEdited> {
    let people = plan.participants;
    let item = item(plan, id)?;
    let steps = match desk.way(&item.tool) {
        _ if !item.own_steps.is_empty() => item.own_steps.clone(),
        Some(way) => ways::steps_as_own(way, people, item, desk.texts.words()),
        None => vec![OwnStep::new(mode, item.minutes)],
    };
    Ok((item, steps))
}

/// Keeps the row's minutes; the talks with a neighbour are taken from the speaker.
pub(super) fn break_talk(
    plan: &mut Plan,
    id: &str,
    most: u32,
    desk: &Desk<'_>,
) -> Result<(), NotEdited> {
    let (item, steps) = steps_of(plan, id, Mode::Input, desk)?;
    item.own_steps = steps.into_iter().flat_map(|it| parted(it, most)).collect();
    // The talk began in an earlier row, so this one opens with a word with a neighbour.
    let is_short = item.minutes != 0 && item.minutes <= most;
    if let Some(first) = item.own_steps.first_mut().filter(|_| is_short) {
        first.minutes = first.minutes.saturating_sub(NEIGHBOUR);
        item.own_steps.insert(0, OwnStep::new(Mode::Pair, NEIGHBOUR));
    }
    Ok(())
}

fn parted(whole: OwnStep, most: u32) -> Vec<OwnStep> {
    if whole.mode != Mode::Input || whole.minutes <= most {
        return vec![whole];
    }
    let count = (whole.minutes + NEIGHBOUR).div_ceil(most + NEIGHBOUR).max(2);
    let talk = whole.minutes - NEIGHBOUR * (count - 1);
    let mut steps = vec![];
    for number in 0..count {
        let longer = u32::from(number < talk % count);
        steps.push(OwnStep { minutes: talk / count + longer, ..whole.clone() });
        if number + 1 < count {
            steps.push(OwnStep::new(Mode::Pair, NEIGHBOUR));
        }
    }
    steps
}

/// A row with steps becomes longer; one without gives the minutes itself.
pub(super) fn think_first(plan: &mut Plan, id: &str, desk: &Desk<'_>) -> Result<(), NotEdited> {
    let (item, mut steps) = steps_of(plan, id, Mode::Group, desk)?;
    if item.own_steps.is_empty() && desk.way(&item.tool).is_none() {
        steps[0].minutes = item.minutes.saturating_sub(THOUGHT).max(1);
    } else if item.minutes != 0 {
        item.minutes += THOUGHT;
    }
    item.own_steps = steps;
    item.own_steps.insert(0, OwnStep::new(Mode::Alone, THOUGHT));
    Ok(())
}

pub(super) fn challenge(plan: &mut Plan, id: &str, desk: &Desk<'_>) -> Result<(), NotEdited> {
    let (item, mut steps) = steps_of(plan, id, Mode::Group, desk)?;
    steps.push(OwnStep { challenge: true, ..OwnStep::new(Mode::Group, OBJECTIONS) });
    item.own_steps = steps;
    if item.minutes != 0 {
        item.minutes += OBJECTIONS;
    }
    Ok(())
}
