//! The ways of working: steps, minutes, words and scenarios, one folder each.
//!
//! A way of working is data: its file lays out the steps, its folder holds the texts in three
//! languages and the scenarios that are both its tests and its help page. A tool imports `kernel`
//! and nothing of another tool.

pub mod article_exchange;
pub mod artifact_talk;
pub mod closing;
pub mod dialogue_cafe;
pub mod igp;
pub mod input;
pub mod listening_order;
pub mod own;
pub mod pause;
pub mod peer_supervision;
pub mod plenary;
pub mod practice_story;
pub mod prep_work;
pub mod speed_date;
pub mod take_home;
pub mod trio;

#[cfg(test)]
mod tests;

use kernel::step::Step;
use kernel::time::{Minutes, Seconds};
use kernel::tool::{Tool, fit};

/// The catalogue, in the order it is shown.
pub const ALL: &[&Tool] = &[
    &igp::TOOL,
    &speed_date::TOOL,
    &dialogue_cafe::TOOL,
    &trio::TOOL,
    &prep_work::TOOL,
    &article_exchange::TOOL,
    &plenary::TOOL,
    &listening_order::TOOL,
    &practice_story::TOOL,
    &peer_supervision::TOOL,
    &artifact_talk::TOOL,
    &input::TOOL,
    &pause::TOOL,
    &take_home::TOOL,
    &closing::TOOL,
];

/// Returns the tool of a name, as plans store it.
#[must_use]
pub fn named(name: &str) -> Option<&'static Tool> {
    ALL.iter().copied().find(|tool| tool.name == name)
}

/// Makes the steps fit, and lets the turns shrink with their step, so that a round still goes
/// round the table. A turn is a whole number of five seconds, and never less than five.
fn fit_with_turns(steps: Vec<Step>, minutes: Minutes) -> Vec<Step> {
    let wanted: Vec<Seconds> = steps.iter().map(|step| step.seconds).collect();
    let mut fitted = fit(steps, minutes);
    for (step, wanted) in fitted.iter_mut().zip(wanted) {
        if step.seconds >= wanted {
            continue;
        }
        if let Some(turns) = &mut step.turns {
            turns.each = shrunk(turns.each, step.seconds, wanted);
            turns.answer = turns.answer.map(|answer| shrunk(answer, step.seconds, wanted));
        }
    }
    fitted
}

fn shrunk(turn: Seconds, given: Seconds, wanted: Seconds) -> Seconds {
    let share = u64::from(turn.0) * u64::from(given.0) / u64::from(wanted.0.max(1));
    let fives = u32::try_from(share / 5).unwrap_or(u32::MAX / 5);
    Seconds(fives.max(1) * 5)
}
