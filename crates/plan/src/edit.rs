//! One edit of a plan: what a button in the editor asks for, as a value.
//!
//! An edit is made on the newest plan, finds its row by id, and says what it did. Undo is not
//! here: it is the merge of two versions ([`crate::merge::plans`]).

use crate::document::{ItemKind, Plan};
use crate::lint::texts::Wording;
use crate::questions::bank::Bank;
use kernel::limits::LINE_GRAPHEMES_MAX;
use kernel::step::Mode;
use kernel::tool::Tool;

pub mod mend;

mod own_steps;
mod reading;
mod refusal;
mod rows;
mod said;
mod time;
mod whole;

#[cfg(test)]
mod tests;

pub use refusal::NotEdited;
pub use said::Said;

/// What is asked for. Written as `up:i3`, `move:i3:0`, `lock-start:i3:14.30`: see [`Edit::from_str`]
/// for all of them.
///
/// [`Edit::from_str`]: std::str::FromStr::from_str
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    Up(String),
    Down(String),
    /// To a position counted from 0.
    Move {
        item: String,
        to: usize,
    },
    Remove(String),
    Duplicate(String),
    /// Two rows of half the minutes each.
    Split(String),
    /// With the row after it.
    Join(String),
    Longer {
        item: String,
        minutes: u32,
    },
    Shorter {
        item: String,
        minutes: u32,
    },
    /// `at` is a minute after midnight.
    LockStart {
        item: String,
        at: u32,
    },
    UnlockStart(String),
    LockMinutes(String),
    UnlockMinutes(String),
    /// «Kort ned der det går»: until the program fits.
    Shorten,
    /// Gives the minutes that are left to the rows that have none.
    Share,
    Kind {
        item: String,
        kind: ItemKind,
    },
    Use {
        item: String,
        tool: String,
    },
    /// A new row, last or after another. An empty tool makes an empty row.
    Add {
        tool: String,
        after: Option<String>,
    },
    AddStep {
        item: String,
        mode: Mode,
    },
    /// `step` is the id of one of the row's own steps.
    RemoveStep {
        item: String,
        step: String,
    },
    /// Takes the steps of the row's way of working as its own, to be changed.
    OwnSteps(String),
    PrepAdd,
    PrepRemove(String),
    PrepUse {
        prep: String,
        item: String,
    },
    PrepUnuse {
        prep: String,
        item: String,
    },
    /// A question of a row, or the instruction of a preparation, is called open enough in the
    /// words that the planner saw.
    OpenEnough {
        at: String,
        question: String,
    },
    /// Puts a question of the bank into a row, in the plan's language.
    Ask {
        item: String,
        purpose: Bank,
        nth: usize,
    },
    /// The whole meeting becomes something to read.
    ToNotice,
    CallOff,
    /// It will be held after all.
    TakeUp,
}

/// Where a finding sits, by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    Plan,
    Item(String),
    Prep(String),
}

/// What an edit may need besides the plan.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The catalogue of ways of working.
    pub ways: &'a [&'a Tool],
    /// Words that an edit writes, in the plan's language.
    pub texts: Wording<'a>,
    /// What the planner wrote as a reason, for what asks for one.
    pub reason: &'a str,
}

impl<'a> Desk<'a> {
    /// Returns the way of working of a name.
    #[must_use]
    pub fn way(&self, name: &str) -> Option<&'a Tool> {
        self.ways.iter().copied().find(|way| way.name == name)
    }

    /// Returns the reason, where one line of it is given.
    pub(crate) fn reason(&self) -> Result<String, NotEdited> {
        let reason = self.reason.trim();
        if reason.is_empty() {
            return Err(NotEdited::ReasonMissing);
        }
        if LINE_GRAPHEMES_MAX < reason.chars().count() {
            return Err(NotEdited::ReasonTooLong);
        }
        Ok(reason.to_owned())
    }
}

/// The plan after an edit, and what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub plan: Plan,
    pub said: Said,
}

/// Makes one edit.
pub fn edit(plan: &Plan, edit: &Edit, desk: &Desk<'_>) -> Result<Edited, NotEdited> {
    let mut edited = plan.clone().with_ids();
    edited.ids_used = edited.highest_id();
    let plan = &mut edited;
    let said = match edit {
        Edit::Up(item) => rows::step(plan, item, -1),
        Edit::Down(item) => rows::step(plan, item, 1),
        Edit::Move { item, to } => rows::move_to(plan, item, *to),
        Edit::Remove(item) => rows::remove(plan, item),
        Edit::Duplicate(item) => rows::duplicate(plan, item),
        Edit::Split(item) => rows::split(plan, item),
        Edit::Join(item) => rows::join(plan, item),
        Edit::Add { tool, after } => rows::add(plan, tool, after.as_deref(), desk),
        Edit::Kind { item, kind } => rows::kind(plan, item, *kind),
        Edit::Use { item, tool } => rows::use_tool(plan, item, tool, desk),
        Edit::Longer { item, minutes } => time::change(plan, item, i64::from(*minutes)),
        Edit::Shorter { item, minutes } => time::change(plan, item, -i64::from(*minutes)),
        Edit::LockStart { item, at } => time::lock_start(plan, item, *at),
        Edit::UnlockStart(item) => time::unlock_start(plan, item),
        Edit::LockMinutes(item) => time::lock_minutes(plan, item, true),
        Edit::UnlockMinutes(item) => time::lock_minutes(plan, item, false),
        Edit::Shorten => time::shorten(plan),
        Edit::Share => time::share(plan),
        Edit::AddStep { item, mode } => own_steps::add(plan, item, *mode, desk),
        Edit::RemoveStep { item, step } => own_steps::remove(plan, item, step),
        Edit::OwnSteps(item) => own_steps::own(plan, item, desk),
        Edit::PrepAdd => Ok(whole::add_preparation(plan)),
        Edit::PrepRemove(prep) => whole::remove_preparation(plan, prep),
        Edit::PrepUse { prep, item } => whole::use_preparation(plan, prep, item, true),
        Edit::PrepUnuse { prep, item } => whole::use_preparation(plan, prep, item, false),
        Edit::OpenEnough { at, question } => whole::open_enough(plan, at, question),
        Edit::Ask { item, purpose, nth } => whole::ask(plan, item, *purpose, *nth),
        Edit::ToNotice => Ok(whole::to_notice(plan)),
        Edit::CallOff => whole::call_off(plan, desk),
        Edit::TakeUp => Ok(whole::take_up(plan)),
    }?;
    plan.name_own_steps();
    Ok(Edited { plan: edited, said })
}
