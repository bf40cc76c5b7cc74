//! What has changed between two versions of a plan, for people to read.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::document::fields::{Fielded, PlanField};
use crate::document::slot::{FieldLine, Slot};
use crate::document::{Item, OwnStep, Plan, Preparation};
use crate::edit::At;
use crate::merge::pieces;

#[cfg(test)]
mod tests;

/// One change. `title` names the row it is in, and is empty for the plan itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: At,
    pub title: String,
    pub what: What,
}

/// What was changed. Places are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Added {
        place: usize,
    },
    Removed {
        place: usize,
    },
    Moved {
        from: usize,
        to: usize,
    },
    /// A text, or a list with a line each.
    Text {
        field: PlanField,
        pieces: Vec<Piece>,
    },
    Number {
        field: PlanField,
        from: u32,
        to: u32,
    },
    /// A choice, by its name in the document; empty for none.
    Choice {
        field: PlanField,
        from: String,
        to: String,
    },
    Turned {
        field: PlanField,
        on: bool,
    },
    /// The steps that the planner has put together.
    OwnSteps {
        from: Vec<OwnStep>,
        to: Vec<OwnStep>,
    },
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Kept(String),
    Added(String),
    Removed(String),
}

/// Returns the changes, the plan's own first, then row by row as they stand now, and last what
/// was removed.
#[must_use]
pub fn diff(before: &Plan, after: &Plan) -> Vec<Change> {
    let mut changes = Changes::of(At::Plan, String::new());
    changes.fields(before, after);
    let mut all = changes.all;
    all.extend(rows(&before.items, &after.items));
    all.extend(rows(&before.preparation, &after.preparation));
    all
}

/// The changes of one place.
struct Changes {
    at: At,
    title: String,
    all: Vec<Change>,
}

impl Changes {
    fn of(at: At, title: String) -> Self {
        Self { at, title, all: vec![] }
    }

    fn push(&mut self, what: What) {
        self.all.push(Change { at: self.at.clone(), title: self.title.clone(), what });
    }

    fn fields<T: Fielded>(&mut self, before: &T, after: &T) {
        for entry in T::FIELDS.iter().filter(|it| it.is_told() && !it.is_same(before, after)) {
            self.push(what(entry, before, after));
        }
    }
}

fn what<T>(entry: &FieldLine<T>, before: &T, after: &T) -> What {
    let (field, from, to) = (entry.field, entry.read(before), entry.read(after));
    match &entry.slot {
        Slot::Line(_) | Slot::Text(_) | Slot::Lines(_) | Slot::Ids(_) | Slot::SetAside(_) => {
            What::Text { field, pieces: words(&from, &to) }
        }
        Slot::Count(at, _) => What::Number { field, from: *(at.get)(before), to: *(at.get)(after) },
        Slot::Switch(at) => What::Turned { field, on: *(at.get)(after) },
        Slot::Choice(_) | Slot::Time(_) | Slot::Clock(_) => What::Choice { field, from, to },
        Slot::OwnSteps(at) => {
            What::OwnSteps { from: (at.get)(before).clone(), to: (at.get)(after).clone() }
        }
    }
}

trait Row: Fielded {
    fn at(&self) -> At;
    fn title(&self) -> &str;
}

impl Row for Item {
    fn at(&self) -> At {
        At::Item(self.id.clone())
    }

    fn title(&self) -> &str {
        &self.title
    }
}

impl Row for Preparation {
    fn at(&self) -> At {
        At::Prep(self.id.clone())
    }

    fn title(&self) -> &str {
        self.instruction.lines().next().unwrap_or_default()
    }
}

fn rows<R: Row>(before: &[R], after: &[R]) -> Vec<Change> {
    let mut all = vec![];
    let old: Vec<At> = before.iter().map(R::at).collect();
    let new: Vec<At> = after.iter().map(R::at).collect();
    let both = |these: &[At], those: &[At]| -> Vec<At> {
        these.iter().filter(|it| those.contains(it)).cloned().collect()
    };
    let moved = crate::merge::moved(&both(&old, &new), &both(&new, &old));
    for (to, row) in after.iter().enumerate() {
        let mut changes = Changes::of(row.at(), row.title().to_owned());
        match old.iter().position(|it| *it == row.at()) {
            None => changes.push(What::Added { place: to + 1 }),
            Some(from) => {
                if moved.contains(&row.at()) {
                    changes.push(What::Moved { from: from + 1, to: to + 1 });
                }
                changes.fields(&before[from], row);
            }
        }
        all.extend(changes.all);
    }
    for (place, row) in before.iter().enumerate().filter(|(_, row)| !new.contains(&row.at())) {
        let mut changes = Changes::of(row.at(), row.title().to_owned());
        changes.push(What::Removed { place: place + 1 });
        all.extend(changes.all);
    }
    all
}

/// Returns a text with the words that went and those that came, in reading order.
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (pieces(before), pieces(after));
    let mut read = vec![];
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        if op.tag() == DiffTag::Equal {
            read.push(Piece::Kept(new[op.new_range()].concat()));
            continue;
        }
        let (gone, come) = (old[op.old_range()].concat(), new[op.new_range()].concat());
        read.extend((!gone.is_empty()).then_some(Piece::Removed(gone)));
        read.extend((!come.is_empty()).then_some(Piece::Added(come)));
    }
    read
}
