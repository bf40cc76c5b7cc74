//! The order the items run in: the program's own, until the leader moves a coming one.

use kernel::ids::{ItemNo, Place};
use plan::document::ItemKind;

use crate::state::{Moved, State};

/// Tells whether an item is run: it is not skipped, and it is not something to read.
#[must_use]
pub fn is_run(state: &State, item: ItemNo) -> bool {
    let row = state.row(item);
    let is_notice = row.is_some_and(|row| row.kind == ItemKind::Notice);
    state.item(item).is_some_and(|progress| !progress.skipped) && !is_notice
}

/// Returns where in the running order an item stands, counted from 0.
#[must_use]
pub fn position(state: &State, item: ItemNo) -> Option<usize> {
    state.order.iter().position(|it| *it == item)
}

/// Returns the items that run after one, or all of them where none runs yet.
pub fn after(state: &State, item: Option<ItemNo>) -> impl Iterator<Item = ItemNo> {
    let from = item.and_then(|item| position(state, item)).map_or(0, |place| place + 1);
    state.order.iter().skip(from).copied()
}

/// Returns the items that ran before one, the nearest first.
pub fn before(state: &State, item: ItemNo) -> impl Iterator<Item = ItemNo> {
    let until = position(state, item).unwrap_or(0);
    state.order[..until].iter().rev().copied()
}

/// Returns the opened places before one, the nearest first, in the order they run.
pub fn places_before(state: &State, from: Place) -> impl Iterator<Item = Place> {
    let here = state.opened.range(first_of(from.item)..from).rev();
    let earlier = before(state, from.item)
        .flat_map(|item| state.opened.range(first_of(item)..first_of(ItemNo(item.0 + 1))).rev());
    here.chain(earlier).copied()
}

fn first_of(item: ItemNo) -> Place {
    Place { item, step: 0 }
}

/// Returns the items that can be moved: those that are to come, have never begun and are not
/// skipped.
#[must_use]
pub fn movable(state: &State) -> Vec<ItemNo> {
    let now = state.place().map(|place| place.item);
    let coming = after(state, now).filter(|item| {
        is_run(state, *item) && state.item(*item).is_some_and(|progress| !progress.opened)
    });
    coming.collect()
}

/// Returns the order with an item put before another, or last.
#[must_use]
pub fn with_move(state: &State, item: ItemNo, before: Option<ItemNo>) -> Vec<ItemNo> {
    let mut order = state.order.clone();
    if position(state, item).is_none() || before == Some(item) {
        return order;
    }
    order.retain(|it| *it != item);
    let place = before.and_then(|before| order.iter().position(|it| *it == before));
    order.insert(place.unwrap_or(order.len()), item);
    order
}

/// Takes a move into the state, and remembers how it can be undone.
pub(crate) fn take(state: &mut State, item: ItemNo, before: Option<ItemNo>) {
    let can_move = movable(state);
    let stood_before = after(state, Some(item)).find(|next| can_move.contains(next));
    let undone = Moved { item, stood_before: before };
    let is_undo = state.moved == Some(undone);
    state.order = with_move(state, item, before);
    state.moved = (!is_undo).then_some(Moved { item, stood_before });
}
