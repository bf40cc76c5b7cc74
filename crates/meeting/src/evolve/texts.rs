//! What has been written, and what has become of it.

use std::collections::BTreeSet;

use kernel::ids::{ItemNo, TableNumber};

use crate::event::Wrote;
use crate::state::State;
use crate::written::Contribution;

pub(super) fn write(state: &mut State, fact: &Wrote) {
    let Wrote { id, by, table, place, kind, slot, text, parents, at } = fact;
    state.written.write(Contribution {
        id: *id,
        by: *by,
        table: state.seating_at(*place).zip(*table),
        place: *place,
        kind: *kind,
        slot: *slot,
        text: text.clone(),
        parents: parents.clone(),
        stands: BTreeSet::new(),
        version: 1,
        withdrawn: false,
        at: *at,
    });
}

pub(super) fn deliver(state: &mut State, item: ItemNo, table: TableNumber, delivered: bool) {
    if delivered {
        state.delivered.insert((item, table));
    } else {
        state.delivered.remove(&(item, table));
    }
}
