//! Rows with ids: added, moved, removed and changed by either side.

use super::fields::merged;
use crate::document::fields::Fielded;
use crate::document::{Item, OwnStep, Preparation};

pub(super) trait Row: Fielded + PartialEq {
    fn id(&self) -> &str;
}

impl Row for Item {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Row for OwnStep {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Row for Preparation {
    fn id(&self) -> &str {
        &self.id
    }
}

fn find<'a, R: Row>(rows: &'a [R], id: &str) -> Option<&'a R> {
    rows.iter().find(|row| row.id() == id)
}

/// Ids that both sides have given to new rows that are not the same.
pub(super) fn clashes<R: Row>(base: &[R], mine: &[R], theirs: &[R]) -> Vec<String> {
    let added = mine.iter().filter(|row| find(base, row.id()).is_none());
    let clash = |row: &&R| find(theirs, row.id()).is_some_and(|other| other != *row);
    added.filter(clash).map(|row| row.id().to_owned()).collect()
}

/// Returns the rows of both, in the order of theirs with what mine moved moved.
pub(super) fn rows<R: Row>(base: &[R], mine: &[R], theirs: &[R]) -> Vec<R> {
    let row = |id: &str| kept(find(base, id), find(mine, id), find(theirs, id));
    order(base, mine, theirs).into_iter().filter_map(row).collect()
}

/// A row that one side removed goes, unless the other changed it.
fn kept<R: Row>(base: Option<&R>, mine: Option<&R>, theirs: Option<&R>) -> Option<R> {
    match (base, mine, theirs) {
        (Some(base), Some(mine), Some(theirs)) => Some(merged(base, mine, theirs)),
        (Some(base), Some(one), None) | (Some(base), None, Some(one)) => {
            (one != base).then(|| one.clone())
        }
        (None, Some(one), _) | (None, None, Some(one)) => Some(one.clone()),
        (_, None, None) => None,
    }
}

fn order<'a, R: Row>(base: &'a [R], mine: &'a [R], theirs: &'a [R]) -> Vec<&'a str> {
    let is_in = |rows: &[R], id: &str| find(rows, id).is_some();
    let moved = moved(base, mine);
    let is_placed_by_mine = |id: &str| moved.contains(&id) || !is_in(theirs, id);
    let mut order: Vec<&str> =
        theirs.iter().map(R::id).filter(|id| !is_in(mine, id) || !is_placed_by_mine(id)).collect();
    let mut before: Vec<&str> = vec![];
    for id in mine.iter().map(R::id) {
        if is_placed_by_mine(id) {
            let after = before.iter().rev().find_map(|id| order.iter().position(|it| it == id));
            let mut at = after.map_or(0, |at| at + 1);
            let added_by_theirs = |id: &&&str| !is_in(base, id) && !is_in(mine, id);
            while order.get(at).as_ref().is_some_and(&added_by_theirs) {
                at += 1;
            }
            order.insert(at, id);
        }
        before.push(id);
    }
    order
}

/// Ids of rows that stand elsewhere among the rows that were there before.
fn moved<'a, R: Row>(base: &'a [R], now: &'a [R]) -> Vec<&'a str> {
    let old: Vec<&str> = base.iter().map(R::id).filter(|id| find(now, id).is_some()).collect();
    let new: Vec<&str> = now.iter().map(R::id).filter(|id| old.contains(id)).collect();
    super::moved(&old, &new)
}
