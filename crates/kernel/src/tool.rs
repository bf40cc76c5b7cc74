//! A way of working (prosessverktøy): what the catalogue knows of it.
//!
//! A tool does not run itself. It says which steps it consists of for a given room, and the host
//! runs any list of steps by the same rules, so that nothing a person has learnt in one way of
//! working is different in the next (decision 0002).

use crate::lang::Lang;
use crate::purpose::Purpose;
use crate::step::Step;
use crate::time::{Minutes, Seconds};

/// A way of working. One folder, one constant, one line in the catalogue.
pub struct Tool {
    /// Kebab-case; stored in plans, so it never changes.
    pub name: &'static str,
    /// From 1 (a collegium's first time) to 3.
    pub difficulty: u8,
    /// The smallest and largest number of people it suits.
    pub people: (u32, u32),
    /// Nothing but what its owner takes out leaves the table.
    pub confidential: bool,
    /// What it is for, and its place among what is for the same, from 1: the first is looked at
    /// first. Empty for what any meeting may need, such as a break. The reason it suits is an
    /// attribute of its name, [`Purpose::reason`].
    pub purposes: &'static [(Purpose, u8)],
    /// How long it wants when nothing else is said.
    pub minutes: fn(&RoomSize) -> Minutes,
    /// The steps, for a room and the minutes that the program gives.
    pub steps: fn(&RoomSize, Minutes) -> Vec<Step>,
    /// Fluent texts: bokmål, nynorsk, English. Written `kernel::texts!("folder")`.
    pub texts: [&'static str; 3],
    /// Scenarios that are run, and read as the help page.
    pub scenarios: &'static str,
    /// Lines of the seed deck and keys of `docs/sources.md`.
    pub sources: &'static [&'static str],
}

/// What a tool needs to know of the room to lay out its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomSize {
    pub people: u32,
    /// Tables when the room sits in groups of 4–5.
    pub groups: u32,
    /// Tables when the room sits in trios.
    pub trios: u32,
    /// Members of the largest group.
    pub group_size: u32,
    /// Listening orders that the item carries.
    pub orders: u32,
    /// The preparation has been done before the meeting.
    pub prepared: bool,
}

impl Tool {
    /// Returns its place among the ways of working that are for a purpose, where it is one.
    #[must_use]
    pub fn place_for(&self, purpose: Purpose) -> Option<u8> {
        self.purposes.iter().find(|(it, _)| *it == purpose).map(|(_, place)| *place)
    }

    /// Returns the Fluent texts in one language.
    #[must_use]
    pub fn texts_in(&self, lang: Lang) -> &'static str {
        lang.pick(self.texts)
    }
}

/// Returns the steps made to fit: shortened in proportion when they are too long, never below
/// half a minute each, and otherwise left as they are (a surplus is the leader's to give).
///
/// Lengths are rounded down to half minutes, so the sum is never more than `minutes` unless the
/// floor of half a minute a step makes it so.
#[must_use]
pub fn fit(mut steps: Vec<Step>, minutes: Minutes) -> Vec<Step> {
    let wanted: Seconds = steps.iter().map(|step| step.seconds).sum();
    let given = minutes.seconds();
    if wanted <= given || wanted == Seconds(0) {
        return steps;
    }
    for step in &mut steps {
        let share = u64::from(step.seconds.0) * u64::from(given.0) / u64::from(wanted.0);
        let half_minutes = u32::try_from(share / 30).unwrap_or(u32::MAX / 30);
        step.seconds = Seconds(half_minutes.max(1) * 30);
    }
    steps
}
