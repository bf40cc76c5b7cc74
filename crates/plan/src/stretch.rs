//! A row's time in stretches: how people are together in each, for how long, and what is left.

use kernel::step::{Capture, Mode, Step, TurnOrder};
use kernel::tool::Tool;

use crate::document::{Item, OwnStep};
use crate::ways;

/// Part of a row, or the whole of one that has no steps.
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by a rule of its own")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub mode: Mode,
    /// One table after another is heard; those who listen take half a part.
    pub tables_are_heard: bool,
    /// None while nobody has said.
    pub minutes: Option<u32>,
    /// Something is left for more than the one who wrote it.
    pub collects: bool,
    /// Comments are held back.
    pub without_comments: bool,
    /// People are asked for objections.
    pub asks_for_objections: bool,
}

impl Stretch {
    /// A stretch of which nothing is known but how people are together.
    pub const fn of(mode: Mode, minutes: Option<u32>) -> Stretch {
        Stretch {
            mode,
            tables_are_heard: false,
            minutes,
            collects: false,
            without_comments: false,
            asks_for_objections: false,
        }
    }

    /// How much of a minute those who take part are active, in halves.
    pub const fn active_halves(&self) -> u32 {
        match self.mode {
            Mode::Input | Mode::Break => 0,
            Mode::Plenary if self.tables_are_heard => 1,
            Mode::Alone | Mode::Pair | Mode::Trio | Mode::Group | Mode::Plenary => 2,
        }
    }
}

/// Returns the stretches of a row: its own steps, or those of its way of working. None when it
/// has neither.
pub(crate) fn stretches(item: &Item, people: u32, ways: &[&Tool]) -> Vec<Stretch> {
    if item.own_steps.is_empty() {
        of_steps(&ways::steps_of_row(item, people, ways))
    } else {
        of_own_steps(&item.own_steps)
    }
}

pub(crate) fn of_own_steps(steps: &[OwnStep]) -> Vec<Stretch> {
    steps.iter().map(own).collect()
}

pub(crate) fn of_steps(steps: &[Step]) -> Vec<Stretch> {
    let minutes = ways::whole_minutes(steps);
    steps.iter().zip(minutes).map(|(step, minutes)| laid_out(step, minutes)).collect()
}

fn own(step: &OwnStep) -> Stretch {
    Stretch {
        collects: step.captures.iter().any(is_kept),
        asks_for_objections: step.challenge,
        ..Stretch::of(step.mode, (step.minutes != 0).then_some(step.minutes))
    }
}

fn laid_out(step: &Step, minutes: u32) -> Stretch {
    let turns = step.turns.map(|turns| turns.order);
    Stretch {
        tables_are_heard: step.mode == Mode::Plenary && turns == Some(TurnOrder::Tables),
        collects: step.captures.iter().any(is_kept),
        without_comments: step.mode == Mode::Group && turns == Some(TurnOrder::Members),
        ..Stretch::of(step.mode, Some(minutes))
    }
}

/// What is left when the step is over, for more than the one who wrote it.
const fn is_kept(capture: &Capture) -> bool {
    match capture {
        Capture::Points { .. }
        | Capture::Found(_)
        | Capture::TableText
        | Capture::Carry
        | Capture::Commitments => true,
        Capture::Notes(_) | Capture::Pick { .. } | Capture::Choice => false,
    }
}
