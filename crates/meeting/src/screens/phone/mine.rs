//! Where I go, what I have shared, and what I have borrowed.

use std::collections::BTreeMap;

use kernel::ids::{Place, SeatId, TableNumber};
use kernel::step::Kind;

use super::{Card, ChangeCard, CountedCard, SharedCard};
use crate::order;
use crate::screens::LoanCard;
use crate::seen::{is_handed_on, loan_of, may_be_borrowed};
use crate::state::{Clock, State};
use crate::written::Owner;

/// Where a seat goes while the tables find themselves, and where it sat before.
pub(super) fn change(state: &State, place: Place, me: SeatId) -> Option<ChangeCard> {
    let running = state.running()?;
    if !matches!(running.clock, Clock::Waiting { .. }) {
        return None;
    }
    let (seating, table) = state.table_at(place, me)?;
    let before = order::places_before(state, place).find_map(|place| state.table_at(place, me));
    let from = before.filter(|(before, _)| *before != seating).map(|(_, table)| table.number);
    let tables = state.seatings[seating.0].tables.len();
    Some(ChangeCard { from: from.filter(|from| *from != table.number), to: table.number, tables })
}

/// What a seat has handed on, and what it took back and can let stand again.
pub(super) fn shared(state: &State, me: SeatId) -> Vec<SharedCard> {
    let mine = state.written.all_of(Owner::Seat(me));
    let mut newest_back = BTreeMap::new();
    let mut cards = vec![];
    for it in mine.filter(|it| is_handed_on(it.kind)) {
        let card = SharedCard {
            id: it.id,
            kind: it.kind,
            text: it.text.clone(),
            is_withdrawn: it.withdrawn,
        };
        if !it.withdrawn {
            cards.push(card);
        } else if state.written.in_field(it.field()).is_none() {
            newest_back.insert(it.field(), card);
        }
    }
    cards.extend(newest_back.into_values());
    cards.sort_by_key(|card| card.id);
    cards
}

/// The room's texts, with what this viewer has borrowed and may borrow.
pub(super) fn lent(state: &State, cards: &[CountedCard], me: SeatId) -> Vec<CountedCard> {
    let cards = cards.iter().cloned().map(|mut counted| {
        let it = state.written.get(counted.card.id);
        let may = it.is_some_and(|it| may_be_borrowed(state, me, it));
        counted.loan = may.then(|| LoanCard { kept_as: loan_of(state, me, counted.card.id) });
        counted
    });
    cards.collect()
}

/// The table that a borrowed idea came from. Never the person.
pub(super) fn borrowed_from(state: &State, card: &Card) -> Option<TableNumber> {
    let lent = card.parents.first().filter(|_| card.kind == Kind::Loan)?;
    state.written.get(*lent)?.table.map(|(_, table)| table)
}
