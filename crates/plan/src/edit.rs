//! One edit of a plan: what a button in the editor asks for, as a value.
//!
//! An edit is made on the newest plan, finds its row by id, and says what it did. Undo is not
//! here: it is the merge of two versions ([`crate::merge::plans`]).

use crate::document::{ItemKind, Plan};
use crate::lint::Thresholds;
use crate::lint::remedies::Bank;
use crate::lint::texts::Wording;
use kernel::local::Day;
use kernel::role::Role;
use kernel::step::Mode;
use kernel::tool::Tool;

mod parts;
mod reading;
mod refusal;
mod rows;
mod said;
mod time;
mod whole;

#[cfg(test)]
mod tests;

pub use refusal::Refusal;
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
    AddPart {
        item: String,
        mode: Mode,
    },
    RemovePart {
        item: String,
        part: usize,
    },
    /// Takes the steps of the row's way of working as parts of its own, to be changed.
    OwnParts(String),
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
    /// A question of a row, or the instruction of a preparation, is called open enough.
    OpenEnough {
        at: String,
        question: usize,
    },
    /// Puts a question of the bank into a row, in the plan's language.
    Ask {
        item: String,
        purpose: Bank,
        nth: usize,
    },
    /// The `nth` remedy of what a rule found at a place.
    Remedy {
        rule: String,
        at: At,
        nth: usize,
    },
    Dismiss(String),
    Recall(String),
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
    pub texts: Wording<'a>,
    pub thresholds: &'a Thresholds,
    pub today: Option<Day>,
    /// What the planner wrote as a reason, for what asks for one.
    pub reason: &'a str,
    /// What is known of the meeting that is not in its plan.
    pub around: &'a Around,
}

/// What is known around a meeting. What is not said is not known.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The organisation's agreed notice, in days.
    pub lead_days: Option<i64>,
    /// Minutes the audience has for preparing.
    pub prep_budget: Option<u32>,
    /// An earlier meeting of the series is over.
    pub prev_closed: bool,
    pub next_meeting: bool,
    pub days_since_last: Option<i64>,
    /// How many meetings in a row the same person has led, and how many might.
    pub leader_in_a_row: u32,
    pub eligible_leaders: u32,
    /// How many meetings in a row have had the same main way of working.
    pub tool_in_a_row: u32,
    /// Its place in the year, and the focus area it serves.
    pub year_slot: Option<String>,
    pub focus_area: Option<String>,
    /// Occupational groups of the unit that are not invited.
    pub left_out: Vec<String>,
    pub absent_staff: bool,
    pub no_planning_time: bool,
    /// The sizes of groups that have been set.
    pub groups: Vec<u32>,
    /// The roles that have been drawn.
    pub roles: Vec<Role>,
}

impl<'a> Desk<'a> {
    /// Returns the way of working of a name.
    #[must_use]
    pub fn way(&self, name: &str) -> Option<&'a Tool> {
        self.ways.iter().copied().find(|way| way.name == name)
    }
}

/// The plan after an edit, and what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    pub plan: Plan,
    pub said: Said,
}

/// Makes one edit.
pub fn edit(plan: &Plan, edit: &Edit, desk: &Desk<'_>) -> Result<Edited, Refusal> {
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
        Edit::AddPart { item, mode } => parts::add(plan, item, *mode, desk),
        Edit::RemovePart { item, part } => parts::remove(plan, item, *part),
        Edit::OwnParts(item) => parts::own(plan, item, desk),
        Edit::PrepAdd => Ok(whole::add_preparation(plan)),
        Edit::PrepRemove(prep) => whole::remove_preparation(plan, prep),
        Edit::PrepUse { prep, item } => whole::use_preparation(plan, prep, item, true),
        Edit::PrepUnuse { prep, item } => whole::use_preparation(plan, prep, item, false),
        Edit::OpenEnough { at, question } => whole::open_enough(plan, at, *question),
        Edit::Ask { item, purpose, nth } => whole::ask(plan, item, *purpose, *nth),
        Edit::Remedy { rule, at, nth } => whole::remedy(plan, rule, at, *nth, desk),
        Edit::Dismiss(rule) => whole::dismiss(plan, rule, desk),
        Edit::Recall(rule) => whole::recall(plan, rule),
        Edit::ToNotice => Ok(whole::to_notice(plan)),
        Edit::CallOff => whole::call_off(plan, desk),
        Edit::TakeUp => Ok(whole::take_up(plan)),
    }?;
    Ok(Edited { plan: edited, said })
}
