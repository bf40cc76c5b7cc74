//! What a step lets a seat write, with what stands there and what there is to choose from.

use std::collections::BTreeSet;

use kernel::ids::{Place, SeatId, SeatingNo, TableNumber};
use kernel::limits::CONCRETE_WORDS_MIN;
use kernel::step::{Capture, Kind, Step};

use super::{Card, ChoiceCard, FieldCard, Form, at_table, is_note, own, seen_cards};
use crate::field::field_of;
use crate::state::State;
use crate::written::Owner;

pub(super) fn forms(state: &State, place: Place, step: &Step, me: SeatId) -> Vec<Form> {
    let of = |capture: &Capture| form(state, place, capture, me);
    step.captures.iter().filter_map(of).collect()
}

fn form(state: &State, place: Place, capture: &Capture, me: SeatId) -> Option<Form> {
    let field = |kind, slot| field(state, place, kind, slot, me);
    let at = || state.table_at(place, me);
    Some(match capture {
        Capture::Notes(fields) => Form::Notes { fields: each(fields, field) },
        Capture::Carry => {
            Form::Carry { field: field(Kind::Carried, 0), choices: choices(state, place, me) }
        }
        Capture::Pick { exactly } => Form::Pick {
            fields: (0..*exactly).map(|slot| field(Kind::Picked, slot)).collect(),
            choices: choices(state, place, me),
        },
        Capture::Points { most } => {
            let (seating, table) = at()?;
            points(state, place, (seating, table.number), *most, me)
        }
        Capture::TableText => at().map(|_| Form::TableText { field: field(Kind::TableText, 0) })?,
        Capture::Found(fields) => at().map(|_| Form::Found { fields: each(fields, field) })?,
        Capture::Choice => Form::Choice { notes: choice_cards(state, place, me) },
        Capture::Commitments => Form::Commitments,
    })
}

fn each(fields: &[kernel::step::Field], make: impl Fn(Kind, u8) -> FieldCard) -> Vec<FieldCard> {
    let slots = fields.iter().flat_map(|field| (0..field.count).map(|slot| (field.kind, slot)));
    slots.map(|(kind, slot)| make(kind, slot)).collect()
}

/// The card names the step that is open, so that a late text finds its table.
fn field(state: &State, place: Place, kind: Kind, slot: u8, me: SeatId) -> FieldCard {
    let field = field_of(state, me, place, kind, slot);
    let it = field.and_then(|field| state.written.in_field(field));
    FieldCard {
        place,
        kind,
        slot,
        id: it.map(|it| it.id),
        text: it.map_or(String::new(), |it| it.text.clone()),
        version: it.map_or(0, |it| it.version),
        parents: it.map_or(vec![], |it| it.parents.clone()),
        i_stand: it.is_some_and(|it| it.stands.contains(&me)),
        stands: it.map_or(0, |it| it.stands.len()),
        asks_for_example: it.is_some_and(|it| is_short_note(it.kind, &it.text)),
    }
}

/// «Vær konkret!» A few words about one's own practice may need an example. A story, a question
/// and what is borrowed are asked in other ways.
fn is_short_note(kind: Kind, text: &str) -> bool {
    let is_asked = match kind {
        Kind::Note
        | Kind::Strength
        | Kind::Challenge
        | Kind::Moment
        | Kind::Heard
        | Kind::Trial => true,
        Kind::Story
        | Kind::Question
        | Kind::Loan
        | Kind::Carried
        | Kind::Picked
        | Kind::FoundStrength
        | Kind::FoundChallenge
        | Kind::Point
        | Kind::Disagreement
        | Kind::TableText => false,
    };
    is_asked && text.split_whitespace().count() < CONCRETE_WORDS_MIN
}

/// What there is to take along: own notes, and what others took to my tables in this meeting.
fn choices(state: &State, place: Place, me: SeatId) -> Vec<Card> {
    let mut cards = own(state, me, is_note);
    let tables = state.seated_in(..=place).filter_map(|seated| seated.table_of(me));
    let mates: BTreeSet<SeatId> =
        tables.flat_map(|table| table.seats.iter().copied()).filter(|seat| *seat != me).collect();
    let received =
        mates.into_iter().flat_map(|mate| state.written.of(Owner::Seat(mate))).filter(|it| {
            it.kind == Kind::Carried && it.place < place && crate::seen::met_over(state, me, it)
        });
    cards.extend(seen_cards(state, me, received));
    cards
}

fn points(
    state: &State,
    place: Place,
    (seating, number): (SeatingNo, TableNumber),
    most: u8,
    me: SeatId,
) -> Form {
    let at = |kind, slot| field(state, place, kind, slot, me);
    let fields: Vec<FieldCard> = (0..most).map(|slot| at(Kind::Point, slot)).collect();
    let members = state.must_stand(seating, number).len();
    let disagreement = at(Kind::Disagreement, 0);
    let written = fields.iter().filter(|field| field.id.is_some());
    let all_stand = written.clone().all(|field| field.stands >= members);
    let is_something = written.count() > 0 || disagreement.id.is_some();
    Form::Points {
        may_deliver: is_something && all_stand,
        fields,
        disagreement,
        cards: at_table(state, place, me, Kind::Picked),
        members,
        delivered: state.delivered.contains(&(place.item, number)),
    }
}

fn choice_cards(state: &State, place: Place, me: SeatId) -> Vec<ChoiceCard> {
    let Some((_, table)) = state.table_at(place, me) else { return vec![] };
    let asked =
        table.seats.iter().flat_map(|seat| state.written.of(Owner::Seat(*seat))).filter(|it| {
            it.place.item == place.item && matches!(it.kind, Kind::Question | Kind::Story)
        });
    let cards = seen_cards(state, me, asked).map(|card| ChoiceCard {
        votes: state.chosen.values().filter(|chosen| **chosen == card.id).count(),
        is_my_choice: state.chosen.get(&me) == Some(&card.id),
        card,
    });
    cards.collect()
}
