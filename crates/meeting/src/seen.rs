//! **Invariant `seen-by`:** who may see a text that somebody wrote. Decided here and nowhere else.
//!
//! - A note is its author's own. Others see it only as far as its author took it along *as it
//!   stands*; when the words were changed on the way, only the new words are seen.
//! - What was taken along or picked is seen by those at the author's later tables of the same
//!   item, and what is in a delivered point, or taken along to a plenary, by the room, without
//!   a name.
//! - What a table owns is the table's until it delivers. At a café table that is everybody who sits
//!   or has sat there since it was written.
//! - What somebody was asked to do, and has not said yes to, is the owner's and the leader's.
//! - Nothing of a confidential way of working leaves its tables (invariant `stays-at-the-table`).

use kernel::ids::{ContributionId, ItemNo, Place, SeatId, SeatingNo, TableNumber};
use kernel::step::{Capture, Kind, Source};

use crate::cafe;
use crate::state::{Commitment, State};
use crate::written::Contribution;

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    Seat(SeatId),
    /// The projector, the result and the leader: what everyone may see.
    Room,
}

/// A text that its viewer may see. Nothing but [`see`] makes one, and a screen shows what others
/// wrote in no other way.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'state> {
    it: &'state Contribution,
    viewer: Viewer,
}

impl<'state> Seen<'state> {
    #[must_use]
    pub fn text(self) -> &'state Contribution {
        self.it
    }

    /// Returns who sees it.
    #[must_use]
    pub fn by(self) -> Viewer {
        self.viewer
    }
}

/// Tells whether a viewer may see a promise. One that its owner has not taken on, or has said no to,
/// is the owner's and the leader's, who sees all of them on the console.
#[must_use]
pub fn may_see_commitment(it: &Commitment, viewer: Viewer) -> bool {
    it.accepted == Some(true) || viewer == Viewer::Seat(it.owner)
}

/// Returns a text as a viewer sees it, if that viewer may.
#[must_use]
pub fn see(state: &State, viewer: Viewer, id: ContributionId) -> Option<Seen<'_>> {
    let it = state.written.get(id)?;
    may_see(state, viewer, id).then_some(Seen { it, viewer })
}

/// Tells whether a viewer may see a text.
#[must_use]
pub fn may_see(state: &State, viewer: Viewer, id: ContributionId) -> bool {
    let Some(it) = state.written.get(id) else { return false };
    if it.withdrawn {
        return false;
    }
    if let Viewer::Seat(seat) = viewer
        && it.table.is_none()
        && it.by == seat
    {
        return true;
    }
    if viewer == Viewer::Room && state.is_confidential(it.place.item) {
        return false;
    }
    directly(state, viewer, it) || through_a_child(state, viewer, it)
}

/// Tells whether texts of a kind are handed on to others as they are written.
#[must_use]
pub fn is_handed_on(kind: Kind) -> bool {
    matches!(kind, Kind::Carried | Kind::Picked | Kind::Question | Kind::Story)
}

/// Tells whether a text is one that others may keep a copy of: a table's point, or what the room
/// took along, and not one's own.
#[must_use]
pub fn may_be_borrowed(state: &State, seat: SeatId, it: &Contribution) -> bool {
    let is_of_the_room =
        matches!(it.kind, Kind::Point | Kind::Carried | Kind::FoundStrength | Kind::FoundChallenge);
    let is_own = match it.table {
        None => it.by == seat,
        Some(_) => owned_by_table_of(state, seat, it),
    };
    is_of_the_room && !is_own
}

/// Returns a seat's own loan of a text, if it has one that stands.
#[must_use]
pub fn loan_of(state: &State, seat: SeatId, of: ContributionId) -> Option<ContributionId> {
    let mut loans = state.written.grown_from(of);
    let loan = loans.find(|it| it.by == seat && it.kind == Kind::Loan && !it.withdrawn)?;
    Some(loan.id)
}

/// What the kind of a text alone lets a viewer see.
fn directly(state: &State, viewer: Viewer, it: &Contribution) -> bool {
    match viewer {
        Viewer::Room => the_room_sees(state, it),
        Viewer::Seat(seat) => {
            the_room_sees(state, it) && !state.is_confidential(it.place.item)
                || the_table_sees(state, seat, it)
        }
    }
}

fn the_room_sees(state: &State, it: &Contribution) -> bool {
    match it.kind {
        Kind::Carried | Kind::FoundStrength | Kind::FoundChallenge => shown_in_plenary(state, it),
        Kind::Point | Kind::Disagreement => {
            it.table.is_some_and(|(_, table)| state.delivered.contains(&(it.place.item, table)))
        }
        Kind::Note
        | Kind::Strength
        | Kind::Challenge
        | Kind::Moment
        | Kind::Heard
        | Kind::Trial
        | Kind::Loan
        | Kind::Picked
        | Kind::Question
        | Kind::Story
        | Kind::TableText => false,
    }
}

fn the_table_sees(state: &State, seat: SeatId, it: &Contribution) -> bool {
    match it.kind {
        Kind::Carried | Kind::Picked => met_over(state, seat, it),
        Kind::Question | Kind::Story => {
            chosen_among(state, it.place.item) && met_over(state, seat, it)
        }
        Kind::Point
        | Kind::Disagreement
        | Kind::TableText
        | Kind::FoundStrength
        | Kind::FoundChallenge => owned_by_table_of(state, seat, it),
        Kind::Note
        | Kind::Strength
        | Kind::Challenge
        | Kind::Moment
        | Kind::Heard
        | Kind::Trial
        | Kind::Loan => false,
    }
}

/// A text is seen through what grew from it: a pick through the point it became part of, and a
/// note through what took it along with the same words.
fn through_a_child(state: &State, viewer: Viewer, it: &Contribution) -> bool {
    state.written.grown_from(it.id).any(|grown| {
        let meant_to_be_shared =
            matches!(it.kind, Kind::Carried | Kind::Picked) || it.kind.is_of_the_table();
        let took_it_along = grown.by == it.by && same_words(&grown.text, &it.text);
        // No text grew from itself, so the walk ends.
        (meant_to_be_shared || took_it_along) && may_see(state, viewer, grown.id)
    })
}

fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// Tells whether a seat shares, or has shared, a table with the author after the text was
/// written, in the same item.
#[must_use]
pub fn met_over(state: &State, seat: SeatId, it: &Contribution) -> bool {
    let from = it.place;
    let until = Place { item: ItemNo(from.item.0 + 1), step: 0 };
    state
        .seated_in(from..until)
        .any(|seated| seated.table_of(it.by).is_some_and(|table| table.seats.contains(&seat)))
}

fn owned_by_table_of(state: &State, seat: SeatId, it: &Contribution) -> bool {
    it.table.is_some_and(|(seating, number)| seats_of(state, seating, number).any(|it| it == seat))
}

/// Returns those whom the texts of a table of a seating belong to.
pub(crate) fn seats_of(
    state: &State,
    seating: SeatingNo,
    number: TableNumber,
) -> impl Iterator<Item = SeatId> {
    let seated = state.seating(seating);
    let goes_on = seated.is_some_and(|seated| cafe::keeps_texts(seated.seating));
    let table = seated.filter(|_| !goes_on).and_then(|seated| seated.table(number));
    let all = goes_on.then(|| cafe::all_at(state, seating, number));
    let at_table = table.into_iter().flat_map(|table| table.seats.iter().copied());
    at_table.chain(all.into_iter().flatten())
}

/// The item has come to a step that shows the room what was taken along.
fn shown_in_plenary(state: &State, it: &Contribution) -> bool {
    let Some(progress) = state.item(it.place.item) else { return false };
    let mut steps = progress.steps.iter().enumerate();
    steps.any(|(number, step)| {
        let place = Place { item: it.place.item, step: number };
        step.shows.contains(&Source::RoomCarried) && place > it.place && state.has_opened(place)
    })
}

/// The item lets a table choose among its members' questions, and has come to that step.
fn chosen_among(state: &State, item: ItemNo) -> bool {
    let Some(progress) = state.item(item) else { return false };
    let mut steps = progress.steps.iter().enumerate();
    steps.any(|(number, step)| {
        step.captures.contains(&Capture::Choice) && state.has_opened(Place { item, step: number })
    })
}
