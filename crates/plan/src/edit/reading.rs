//! The written form of an edit, as buttons carry it.

use std::fmt;
use std::str::FromStr;

use super::{At, Edit, NotEdited};
use crate::document::ItemKind;
use crate::questions::bank::Bank;
use crate::timetable::clock;
use crate::ways;
use kernel::local::When;
use kernel::step::Mode;

impl FromStr for Edit {
    type Err = NotEdited;

    /// Reads the name of an edit and what it is about, with colons between.
    fn from_str(text: &str) -> Result<Self, NotEdited> {
        let unreadable = || NotEdited::Unreadable { edit: text.to_owned() };
        let (name, rest) = text.split_once(':').unwrap_or((text, ""));
        // A clock time and a question may have colons of their own.
        let parts: Vec<&str> = match name {
            "lock-start" | "open-enough" => rest.splitn(2, ':').collect(),
            _ => rest.split(':').collect(),
        };
        read(name, &parts).ok_or_else(unreadable)
    }
}

fn read(name: &str, parts: &[&str]) -> Option<Edit> {
    one_row(name, parts).or_else(|| rows(name, parts)).or_else(|| whole(name, parts))
}

fn id(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn one_row(name: &str, parts: &[&str]) -> Option<Edit> {
    let [item] = parts else { return None };
    let item = id(item)?;
    Some(match name {
        "up" => Edit::Up(item),
        "down" => Edit::Down(item),
        "remove" => Edit::Remove(item),
        "duplicate" => Edit::Duplicate(item),
        "split" => Edit::Split(item),
        "join" => Edit::Join(item),
        "unlock-start" => Edit::UnlockStart(item),
        "lock-minutes" => Edit::LockMinutes(item),
        "unlock-minutes" => Edit::UnlockMinutes(item),
        "own-parts" => Edit::OwnSteps(item),
        "prep-remove" => Edit::PrepRemove(item),
        _ => return None,
    })
}

fn rows(name: &str, parts: &[&str]) -> Option<Edit> {
    if name == "add" {
        return match parts {
            [tool] => Some(Edit::Add { tool: (*tool).to_owned(), after: None }),
            [tool, after] => Some(Edit::Add { tool: (*tool).to_owned(), after: id(after) }),
            _ => None,
        };
    }
    let [item, with] = parts else { return None };
    let item = id(item)?;
    Some(match name {
        "move" => Edit::Move { item, to: with.parse().ok()? },
        "longer" => Edit::Longer { item, minutes: with.parse().ok()? },
        "shorter" => Edit::Shorter { item, minutes: with.parse().ok()? },
        "lock-start" => Edit::LockStart { item, at: minute(with)? },
        "kind" => Edit::Kind { item, kind: kind(with)? },
        "use" => Edit::Use { item, tool: (*with).to_owned() },
        "add-part" => Edit::AddStep { item, mode: mode(with)? },
        "remove-part" => Edit::RemoveStep { item, step: id(with)? },
        "prep-use" => Edit::PrepUse { prep: item, item: id(with)? },
        "prep-unuse" => Edit::PrepUnuse { prep: item, item: id(with)? },
        "open-enough" => Edit::OpenEnough { at: item, question: id(with)? },
        _ => return None,
    })
}

fn whole(name: &str, parts: &[&str]) -> Option<Edit> {
    if let ("ask", [item, purpose, nth]) = (name, parts) {
        let purpose = Bank::named(purpose)?;
        return Some(Edit::Ask { item: id(item)?, purpose, nth: nth.parse().ok()? });
    }
    if parts != [""] {
        return None;
    }
    Some(match name {
        "shorten" => Edit::Shorten,
        "share" => Edit::Share,
        "prep-add" => Edit::PrepAdd,
        "to-notice" => Edit::ToNotice,
        "call-off" => Edit::CallOff,
        "take-up" => Edit::TakeUp,
        _ => return None,
    })
}

/// `14.30` as people write it, or `14:30` as a time field does.
fn minute(text: &str) -> Option<u32> {
    let minute = text.parse::<When>().ok()?.minute?;
    (text.contains(['.', ':']) && minute < 24 * 60).then_some(minute)
}

fn kind(name: &str) -> Option<ItemKind> {
    Some(match name {
        "development" => ItemKind::Development,
        "administration" => ItemKind::Administration,
        "notice" => ItemKind::Notice,
        "pause" => ItemKind::Pause,
        _ => return None,
    })
}

const fn kind_name(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Development => "development",
        ItemKind::Administration => "administration",
        ItemKind::Notice => "notice",
        ItemKind::Pause => "pause",
    }
}

fn mode(name: &str) -> Option<Mode> {
    let all =
        [Mode::Alone, Mode::Pair, Mode::Trio, Mode::Group, Mode::Plenary, Mode::Input, Mode::Break];
    all.into_iter().find(|mode| ways::name_of(*mode) == name)
}

impl FromStr for At {
    type Err = NotEdited;

    /// `plan`, the id of an item (`i3`), or of a preparation (`p1`).
    fn from_str(text: &str) -> Result<Self, NotEdited> {
        match text {
            "plan" => Ok(At::Plan),
            "" => Err(NotEdited::Unreadable { edit: text.to_owned() }),
            prep if is_prep(prep) => Ok(At::Prep(prep.to_owned())),
            item => Ok(At::Item(item.to_owned())),
        }
    }
}

/// Preparations have ids that begin with p.
pub(super) fn is_prep(id: &str) -> bool {
    id.starts_with('p')
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            At::Plan => f.write_str("plan"),
            At::Item(id) | At::Prep(id) => f.write_str(id),
        }
    }
}

impl fmt::Display for Edit {
    /// Writes the edit as a button carries it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edit::Up(item) => write!(f, "up:{item}"),
            Edit::Down(item) => write!(f, "down:{item}"),
            Edit::Move { item, to } => write!(f, "move:{item}:{to}"),
            Edit::Remove(item) => write!(f, "remove:{item}"),
            Edit::Duplicate(item) => write!(f, "duplicate:{item}"),
            Edit::Split(item) => write!(f, "split:{item}"),
            Edit::Join(item) => write!(f, "join:{item}"),
            Edit::Longer { item, minutes } => write!(f, "longer:{item}:{minutes}"),
            Edit::Shorter { item, minutes } => write!(f, "shorter:{item}:{minutes}"),
            Edit::LockStart { item, at } => write!(f, "lock-start:{item}:{}", clock(*at)),
            Edit::UnlockStart(item) => write!(f, "unlock-start:{item}"),
            Edit::LockMinutes(item) => write!(f, "lock-minutes:{item}"),
            Edit::UnlockMinutes(item) => write!(f, "unlock-minutes:{item}"),
            Edit::Shorten => f.write_str("shorten"),
            Edit::Share => f.write_str("share"),
            Edit::Kind { item, kind } => write!(f, "kind:{item}:{}", kind_name(*kind)),
            Edit::Use { item, tool } => write!(f, "use:{item}:{tool}"),
            Edit::Add { tool, after: None } => write!(f, "add:{tool}"),
            Edit::Add { tool, after: Some(after) } => write!(f, "add:{tool}:{after}"),
            Edit::AddStep { item, mode } => write!(f, "add-part:{item}:{}", ways::name_of(*mode)),
            Edit::RemoveStep { item, step } => write!(f, "remove-part:{item}:{step}"),
            Edit::OwnSteps(item) => write!(f, "own-parts:{item}"),
            Edit::PrepAdd => f.write_str("prep-add"),
            Edit::PrepRemove(prep) => write!(f, "prep-remove:{prep}"),
            Edit::PrepUse { prep, item } => write!(f, "prep-use:{prep}:{item}"),
            Edit::PrepUnuse { prep, item } => write!(f, "prep-unuse:{prep}:{item}"),
            Edit::OpenEnough { at, question } => write!(f, "open-enough:{at}:{question}"),
            Edit::Ask { item, purpose, nth } => write!(f, "ask:{item}:{}:{nth}", purpose.name()),
            Edit::ToNotice => f.write_str("to-notice"),
            Edit::CallOff => f.write_str("call-off"),
            Edit::TakeUp => f.write_str("take-up"),
        }
    }
}
