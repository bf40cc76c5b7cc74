//! Who has the floor in a plenary by tables.

use kernel::seating::Stands;
use kernel::step::{Step, TurnOrder};

use super::TurnCard;
use crate::state::{Seated, State};

/// Returns the tables that have the floor in turn in a plenary by tables: those of the item's own
/// seating, or else the meeting's groups.
pub(super) fn floor<'state>(state: &'state State, step: &Step) -> Option<&'state Seated> {
    step.turns.filter(|turns| turns.order == TurnOrder::Tables)?;
    let item = state.place()?.item;
    let of_item = state.seatings.iter().rfind(|seated| {
        seated.item == item
            && match seated.seating.kind().stands {
                Stands::Item | Stands::Round => true,
                Stands::Step | Stands::Meeting => false,
            }
    });
    of_item.or_else(|| state.groups().map(|(_, seated)| seated))
}

/// Returns whose turn it is in a plenary by tables.
pub(super) fn room_turn(state: &State, step: &Step) -> Option<TurnCard> {
    let seated = floor(state, step)?;
    let turn = state.room_turn;
    let table = seated.tables.get(usize::try_from(turn).ok()?).map(|table| table.number);
    Some(TurnCard {
        turn,
        of: u32::try_from(seated.tables.len()).unwrap_or(u32::MAX),
        each: step.turns?.each,
        table,
        names: vec![],
    })
}
