//! What has changed between two versions of a plan, for people to read.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::document::{Item, OwnStep, Plan, Preparation};
use crate::edit::At;
use crate::merge::pieces;

mod fields;

#[cfg(test)]
mod tests;

pub use fields::Field;

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
        field: Field,
        pieces: Vec<Piece>,
    },
    Number {
        field: Field,
        from: u32,
        to: u32,
    },
    /// A choice, by its name in the document; empty for none.
    Choice {
        field: Field,
        from: String,
        to: String,
    },
    Turned {
        field: Field,
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
    fields::plan(&mut changes, before, after);
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

    fn text(&mut self, field: Field, before: &str, after: &str) {
        if before != after {
            self.push(What::Text { field, pieces: words(before, after) });
        }
    }

    fn lines(&mut self, field: Field, before: &[String], after: &[String]) {
        self.text(field, &before.join("\n"), &after.join("\n"));
    }

    fn number(&mut self, field: Field, from: u32, to: u32) {
        if from != to {
            self.push(What::Number { field, from, to });
        }
    }

    fn choice<T: serde::Serialize + PartialEq>(&mut self, field: Field, before: &T, after: &T) {
        if before != after {
            let (from, to) = (fields::name(before), fields::name(after));
            self.push(What::Choice { field, from, to });
        }
    }

    fn own_steps(&mut self, from: &[OwnStep], to: &[OwnStep]) {
        if from != to {
            self.push(What::OwnSteps { from: from.to_vec(), to: to.to_vec() });
        }
    }

    fn turned(&mut self, field: Field, before: bool, after: bool) {
        if before != after {
            self.push(What::Turned { field, on: after });
        }
    }
}

trait Row {
    fn at(&self) -> At;
    fn title(&self) -> &str;
    fn changes(changes: &mut Changes, before: &Self, after: &Self);
}

impl Row for Item {
    fn at(&self) -> At {
        At::Item(self.id.clone())
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn changes(changes: &mut Changes, before: &Self, after: &Self) {
        fields::item(changes, before, after);
    }
}

impl Row for Preparation {
    fn at(&self) -> At {
        At::Prep(self.id.clone())
    }

    fn title(&self) -> &str {
        self.instruction.lines().next().unwrap_or_default()
    }

    fn changes(changes: &mut Changes, before: &Self, after: &Self) {
        fields::preparation(changes, before, after);
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
                R::changes(&mut changes, &before[from], row);
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
