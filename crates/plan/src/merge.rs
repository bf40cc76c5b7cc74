//! What two people have made of the same plan, as one plan.
//!
//! The same merge serves writing together (base is the version a person saw) and undo (the base
//! is the version to undo, and mine is the one before it).
//!
//! **Invariant `no-word-lost`:** every word that either side has put in is in the result. Held by
//! [`sequence`], which only takes out what one side took out and the other left alone; a property
//! tries it.

use std::collections::BTreeMap;

use crate::document::Plan;

mod fields;
mod rows;
mod sequence;
mod texts;

#[cfg(test)]
mod tests;

pub(crate) use self::texts::pieces;
pub use self::texts::words;

/// Returns the plan with what both sides did to it since `base`.
///
/// Where both wrote in the same place both stay, mine after theirs. What one side removed and the
/// other changed stays. A choice that both made (a kind, a time, a way of working) is mine.
#[must_use]
pub fn plans(base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
    let [base, mine, theirs] = [base, mine, theirs].map(|plan| plan.clone().with_ids());
    let ids_used = [&base, &mine, &theirs].map(Plan::highest_id).into_iter().max().unwrap_or(0);
    let mine = with_ids_of_its_own(&base, mine, &theirs, ids_used);
    let mut merged = fields::plan(&base, &mine, &theirs);
    merged.ids_used = ids_used.max(mine.ids_used);
    // A step that one side has taken to another row, and the other side has changed, is in both.
    merged.name_own_steps();
    merged
}

/// Returns those that stand elsewhere in a sequence of the same things.
pub(crate) fn moved<T: Clone + PartialEq>(old: &[T], new: &[T]) -> Vec<T> {
    sequence::not_in_order(old, new).into_iter().map(|at| new[at].clone()).collect()
}

/// Gives rows that mine added a new id where theirs added another row with the same one.
fn with_ids_of_its_own(base: &Plan, mut mine: Plan, theirs: &Plan, ids_used: u32) -> Plan {
    let items = rows::clashes(&base.items, &mine.items, &theirs.items);
    let tasks = rows::clashes(&base.preparation, &mine.preparation, &theirs.preparation);
    let [of_base, of_mine, of_theirs] =
        [base, &mine, theirs].map(|plan| plan.own_steps().cloned().collect::<Vec<_>>());
    let steps = rows::clashes(&of_base, &of_mine, &of_theirs);
    mine.ids_used = ids_used;
    let mut renamed = BTreeMap::new();
    for (letter, ids) in [('i', items), ('s', steps), ('p', tasks)] {
        for id in ids {
            let new = mine.take_id(letter);
            renamed.insert(id, new);
        }
    }
    let rename = |id: &mut String| {
        if let Some(new) = renamed.get(id.as_str()) {
            id.clone_from(new);
        }
    };
    for item in &mut mine.items {
        rename(&mut item.id);
        rename(&mut item.returns_at);
        item.own_steps.iter_mut().map(|step| &mut step.id).for_each(rename);
    }
    for task in &mut mine.preparation {
        rename(&mut task.id);
        task.used_by.iter_mut().for_each(rename);
    }
    mine
}
