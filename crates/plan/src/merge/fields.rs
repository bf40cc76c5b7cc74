//! What two have made of the same thing, field by field as the table of fields has them.

use super::rows::rows;
use super::{sequence, texts};
use crate::document::fields::Fielded;
use crate::document::slot::{FieldLine, Slot};
use crate::document::{Dismissed, Plan};

pub(super) fn plan(base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
    Plan {
        items: rows(&base.items, &mine.items, &theirs.items),
        preparation: rows(&base.preparation, &mine.preparation, &theirs.preparation),
        ..merged(base, mine, theirs)
    }
}

/// Returns theirs with what mine did to the fields since `base`.
pub(super) fn merged<T: Fielded>(base: &T, mine: &T, theirs: &T) -> T {
    let mut merged = theirs.clone();
    for entry in T::FIELDS {
        merge(entry, base, mine, &mut merged);
    }
    merged
}

fn merge<T>(entry: &FieldLine<T>, base: &T, mine: &T, theirs: &mut T) {
    match &entry.slot {
        Slot::Line(at) | Slot::Text(at) => {
            let theirs = (at.put)(theirs);
            *theirs = texts::words((at.get)(base), (at.get)(mine), theirs);
        }
        Slot::Lines(at) => {
            let theirs = (at.put)(theirs);
            *theirs = texts::lines((at.get)(base), (at.get)(mine), theirs);
        }
        Slot::Ids(at) => {
            let theirs = (at.put)(theirs);
            *theirs = sequence::merge((at.get)(base), (at.get)(mine), theirs, |_| None);
        }
        Slot::SetAside(at) => {
            let theirs = (at.put)(theirs);
            *theirs = dismissed((at.get)(base), (at.get)(mine), theirs);
        }
        Slot::OwnSteps(at) => {
            let theirs = (at.put)(theirs);
            *theirs = rows((at.get)(base), (at.get)(mine), theirs);
        }
        Slot::Count(..) | Slot::Switch(_) | Slot::Choice(_) | Slot::Time(_) | Slot::Clock(_) => {
            // A choice is not a mixture: mine when I made one, else theirs.
            if !entry.is_same(base, mine) {
                entry.copy(mine, theirs);
            }
        }
    }
}

/// A rule is set aside once, with all the reasons that were given.
fn dismissed(base: &[Dismissed], mine: &[Dismissed], theirs: &[Dismissed]) -> Vec<Dismissed> {
    let mut merged: Vec<Dismissed> = vec![];
    for one in sequence::merge(base, mine, theirs, |_| None) {
        match merged.iter_mut().find(|it| it.rule == one.rule) {
            Some(before) if before.reason == one.reason => {}
            Some(before) => before.reason = format!("{} {}", before.reason, one.reason),
            None => merged.push(one),
        }
    }
    merged
}
