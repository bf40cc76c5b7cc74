//! What the whole room may read of the item that runs. It is the same for every screen, so it is
//! worked out once for a state.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use kernel::ids::{ItemNo, SeatId, TableNumber};
use kernel::step::Kind;

use super::{CountedCard, card};
use crate::order;
use crate::seen::{Viewer, see};
use crate::state::State;
use crate::written::Contribution;

/// The room's common texts of one item.
#[derive(Debug, Default)]
struct Cards {
    carried: Vec<CountedCard>,
    points: Vec<CountedCard>,
}

/// Keeps what has been worked out of one state. Whoever changes the state takes a new board.
#[derive(Debug, Default)]
pub struct Board(OnceLock<Cards>);

/// A state as screens read it.
#[derive(Debug)]
pub struct Scene<'state> {
    pub state: &'state State,
    board: Kept<'state>,
}

#[derive(Debug)]
enum Kept<'state> {
    Beside(&'state Board),
    Here(Board),
}

impl<'state> Scene<'state> {
    /// Pairs a state with the board that keeps what is worked out of it.
    #[must_use]
    pub fn new(state: &'state State, board: &'state Board) -> Scene<'state> {
        Scene { state, board: Kept::Beside(board) }
    }

    /// Returns what was taken along in the item that runs, without names.
    #[must_use]
    pub fn carried(&self) -> &[CountedCard] {
        &self.cards().carried
    }

    /// Returns what tables have delivered.
    #[must_use]
    pub fn points(&self) -> &[CountedCard] {
        &self.cards().points
    }

    fn cards(&self) -> &Cards {
        let board = match &self.board {
            Kept::Beside(board) => board,
            Kept::Here(board) => board,
        };
        board.0.get_or_init(|| {
            let item = self.state.place().map_or(ItemNo(0), |place| place.item);
            Cards { carried: carried(self.state, item), points: points(self.state, item) }
        })
    }
}

impl<'state> From<&'state State> for Scene<'state> {
    fn from(state: &'state State) -> Scene<'state> {
        Scene { state, board: Kept::Here(Board::default()) }
    }
}

/// Returns what was taken along in an item and found in common, without names; alike texts are
/// counted together, and those that came most often stand first; of two that came as often, neither
/// place nor id tells which was written first.
fn carried(state: &State, item: ItemNo) -> Vec<CountedCard> {
    let mut alike: BTreeMap<String, CountedCard> = BTreeMap::new();
    let mut newest: BTreeMap<SeatId, &Contribution> = BTreeMap::new();
    let mut found = vec![];
    for it in state.written.standing().filter(|it| it.place.item == item) {
        match it.kind {
            Kind::Carried => {
                newest.insert(it.by, it);
            }
            Kind::FoundStrength | Kind::FoundChallenge => found.push(it),
            Kind::Note
            | Kind::Strength
            | Kind::Challenge
            | Kind::Moment
            | Kind::Heard
            | Kind::Story
            | Kind::Question
            | Kind::Trial
            | Kind::Loan
            | Kind::Picked
            | Kind::Point
            | Kind::Disagreement
            | Kind::TableText => (),
        }
    }
    for it in newest.into_values().chain(found) {
        let Some(seen) = see(state, Viewer::Room, it.id) else { continue };
        let key = it.text.trim().to_lowercase();
        let counted = alike.entry(key).or_insert_with(|| CountedCard {
            card: card(state, seen),
            times: 0,
            table: None,
            loan: None,
        });
        counted.times += 1;
    }
    let mut cards: Vec<CountedCard> = alike.into_values().collect();
    cards.sort_by_key(|counted| (std::cmp::Reverse(counted.times), counted.card.id));
    cards
}

/// Returns the points and disagreements that tables have delivered in an item, or in the last
/// item before it that has any: a plenary of its own shows the group work it follows.
fn points(state: &State, item: ItemNo) -> Vec<CountedCard> {
    let mut until_now = std::iter::once(item).chain(order::before(state, item));
    let Some(item) = until_now.find(|it| {
        state
            .delivered
            .range((*it, TableNumber(0))..)
            .next()
            .is_some_and(|(delivered, _)| delivered == it)
    }) else {
        return vec![];
    };
    points_of(state, item)
}

pub(super) fn points_of(state: &State, item: ItemNo) -> Vec<CountedCard> {
    let mut cards: Vec<(u8, CountedCard)> = vec![];
    for it in state.written.standing().filter(|it| it.place.item == item) {
        let is_result = matches!(it.kind, Kind::Point | Kind::Disagreement);
        if is_result && let Some(seen) = see(state, Viewer::Room, it.id) {
            let table = it.table.map(|(_, table)| table);
            let counted = CountedCard { card: card(state, seen), times: 1, table, loan: None };
            cards.push((it.slot, counted));
        }
    }
    cards.sort_by_key(|(slot, it)| (it.table, it.card.kind, *slot, it.card.id));
    cards.into_iter().map(|(_, counted)| counted).collect()
}
