//! What people write: notes, things taken along, points.

mod lent;

use std::collections::BTreeSet;

use kernel::ids::{ContributionId, ItemNo, Place, SeatId, SeatingNo, TableNumber};
use kernel::limits::{CONTRIBUTIONS_PER_SEAT_MAX, LINE_GRAPHEMES_MAX, TEXT_GRAPHEMES_MAX};
use kernel::step::{Capture, Kind, Step};

use super::{Decision, clean, has_started, is_too_long, seat_of};
use crate::cafe;
use crate::event::{Event, Wrote};
use crate::field::field_of;
use crate::given::{Actor, Given};
use crate::refusal::Refusal;
use crate::seen::{Viewer, may_see};
use crate::state::State;
use crate::written::{Contribution, FieldKey, Owner};

/// Something typed into a field of the current or an earlier step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub place: Place,
    pub kind: Kind,
    /// Which line of its kind, counted from 0.
    pub slot: u8,
    pub text: String,
    /// What it grew from. Those that the writer may not see are left out.
    pub parents: Vec<ContributionId>,
    /// For a text that the table owns: how many times it had been written when this writer saw
    /// it, so that two who write at once lose nothing. `None` overwrites nobody: it is refused if
    /// the text exists and differs.
    pub base: Option<u32>,
}

/// What is wished of texts and of what becomes of them.
#[derive(Clone, Debug, PartialEq)]
pub enum TextWish {
    Write(Text),
    Withdraw {
        id: ContributionId,
    },
    /// Lets a text that was taken back stand again.
    Restore {
        id: ContributionId,
    },
    /// Keeps an idea of another table, or of the room, as an own note.
    Borrow {
        of: ContributionId,
    },
    Stand {
        point: ContributionId,
        stands: bool,
    },
    Choose {
        note: ContributionId,
    },
    Deliver {
        item: ItemNo,
        delivered: bool,
    },
}

impl TextWish {
    pub(crate) fn own_words(&self) -> &str {
        match self {
            TextWish::Write(text) => &text.text,
            TextWish::Withdraw { .. }
            | TextWish::Restore { .. }
            | TextWish::Borrow { .. }
            | TextWish::Stand { .. }
            | TextWish::Choose { .. }
            | TextWish::Deliver { .. } => "",
        }
    }
}

pub(super) fn decide(state: &State, actor: Actor, wish: TextWish, given: &Given<'_>) -> Decision {
    let seat = seat_of(state, actor)?;
    match wish {
        TextWish::Write(text) => write(state, seat, &text, given),
        TextWish::Withdraw { id } => withdraw(state, seat, id),
        TextWish::Restore { id } => restore(state, seat, id),
        TextWish::Borrow { of } => lent::borrow(state, seat, of, given),
        TextWish::Stand { point, stands } => stand(state, seat, point, stands),
        TextWish::Choose { note } => choose(state, seat, note),
        TextWish::Deliver { item, delivered } => deliver(state, seat, item, delivered),
    }
}

/// Writes into a field of a step that has been opened. A late text is taken: the field is its
/// step's, whatever step the room has come to. An empty text takes back what stood there.
fn write(state: &State, seat: SeatId, text: &Text, given: &Given<'_>) -> Decision {
    has_started(state)?;
    let step = state.step(text.place).filter(|_| state.has_opened(text.place));
    let step = step.ok_or(Refusal::NothingToWrite)?;
    if !takes(step, text.kind, text.slot) {
        return Err(Refusal::NothingToWrite);
    }
    let field = field_of(state, seat, text.place, text.kind, text.slot);
    let field = field.ok_or(Refusal::NoSuchTable)?;
    let stands = state.written.in_field(field);
    let words = clean(&text.text);
    if is_too_long(&words, length_max(text.kind)) {
        return Err(Refusal::TextTooLong);
    }
    let parents = parents(state, seat, &text.parents);
    match stands {
        None if words.is_empty() => Ok(vec![]),
        None => {
            if written_by(state, seat) >= CONTRIBUTIONS_PER_SEAT_MAX {
                return Err(Refusal::TooMany);
            }
            Ok(vec![wrote(state, seat, field, words, parents, given)])
        }
        Some(it) => rewrite(state, it, words, parents, text.base),
    }
}

fn rewrite(
    state: &State,
    it: &Contribution,
    words: String,
    parents: BTreeSet<ContributionId>,
    base: Option<u32>,
) -> Decision {
    let grows_from = |parent: &ContributionId| !grew_from(state, *parent, it.id);
    let parents: Vec<ContributionId> = parents.into_iter().filter(grows_from).collect();
    if it.text == words && parents.iter().all(|parent| it.parents.contains(parent)) {
        return Ok(vec![]);
    }
    if it.table.is_some() && base != Some(it.version) {
        return Err(Refusal::Changed { theirs: it.text.clone(), version: it.version });
    }
    let mut facts = undeliver(state, it);
    if words.is_empty() {
        facts.push(Event::Withdrawn { id: it.id });
    } else {
        facts.push(Event::Rewrote { id: it.id, text: words, parents });
    }
    Ok(facts)
}

/// Tells whether a text grew from another, at any distance. A text never becomes its own parent.
fn grew_from(state: &State, text: ContributionId, root: ContributionId) -> bool {
    let mut waiting = vec![root];
    let mut been = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if id == text {
            return true;
        }
        if been.insert(id) {
            waiting.extend(state.written.grown_from(id).map(|it| it.id));
        }
    }
    false
}

/// A table that changes what it has delivered takes it back first: the room never sees words
/// that not everyone stands behind.
fn undeliver(state: &State, it: &Contribution) -> Vec<Event> {
    let Some((_, table)) = it.table else { return vec![] };
    let item = it.place.item;
    if it.kind == Kind::Point && state.delivered.contains(&(item, table)) {
        vec![Event::Delivered { item, table, delivered: false }]
    } else {
        vec![]
    }
}

fn wrote(
    state: &State,
    seat: SeatId,
    field: FieldKey,
    words: String,
    parents: BTreeSet<ContributionId>,
    given: &Given<'_>,
) -> Event {
    Event::Wrote(Wrote {
        id: state.written.free_id(given.chance),
        by: seat,
        table: match field.owner {
            Owner::Seat(_) => None,
            Owner::Table(_, table) => Some(table),
        },
        place: field.place,
        kind: field.kind,
        slot: field.slot,
        text: words,
        parents: parents.into_iter().collect(),
        at: given.now,
    })
}

fn length_max(kind: Kind) -> usize {
    match kind {
        Kind::Point
        | Kind::Carried
        | Kind::Picked
        | Kind::FoundStrength
        | Kind::FoundChallenge
        | Kind::Question => LINE_GRAPHEMES_MAX,
        Kind::Note
        | Kind::Strength
        | Kind::Challenge
        | Kind::Moment
        | Kind::Heard
        | Kind::Story
        | Kind::Trial
        | Kind::Loan
        | Kind::Disagreement
        | Kind::TableText => TEXT_GRAPHEMES_MAX,
    }
}

/// Tells whether a step has such a field.
fn takes(step: &Step, kind: Kind, slot: u8) -> bool {
    step.captures.iter().any(|capture| match capture {
        Capture::Notes(fields) | Capture::Found(fields) => {
            fields.iter().any(|field| field.kind == kind && slot < field.count)
        }
        Capture::Carry => kind == Kind::Carried && slot == 0,
        Capture::Pick { exactly } => kind == Kind::Picked && slot < *exactly,
        Capture::Points { most } => {
            (kind == Kind::Point && slot < *most) || (kind == Kind::Disagreement && slot == 0)
        }
        Capture::TableText => kind == Kind::TableText && slot == 0,
        Capture::Choice | Capture::Commitments => false,
    })
}

/// What a text says it grew from, as far as the writer may see it: nobody can hang an own text on
/// somebody's private note, or learn that it exists.
fn parents(state: &State, seat: SeatId, named: &[ContributionId]) -> BTreeSet<ContributionId> {
    let named = named.iter().copied();
    named.filter(|id| may_see(state, Viewer::Seat(seat), *id)).collect()
}

fn written_by(state: &State, seat: SeatId) -> usize {
    state.written.of(Owner::Seat(seat)).count()
}

fn withdraw(state: &State, seat: SeatId, id: ContributionId) -> Decision {
    let it = state.written.get(id).filter(|it| may_see(state, Viewer::Seat(seat), it.id));
    let Some(it) = it else {
        let was_mine = state.written.get(id).is_some_and(|it| it.by == seat);
        return if was_mine { Ok(vec![]) } else { Err(Refusal::NoSuchText) };
    };
    let is_mine = match it.table {
        None => it.by == seat,
        Some(_) => at_the_table(state, seat, it),
    };
    if !is_mine {
        return Err(Refusal::NotYours);
    }
    let mut facts = undeliver(state, it);
    facts.push(Event::Withdrawn { id });
    Ok(facts)
}

/// Lets a text stand again, in its own words and with what grew from it.
fn restore(state: &State, seat: SeatId, id: ContributionId) -> Decision {
    let is_mine = |it: &&Contribution| match it.table {
        None => it.by == seat,
        Some(_) => at_the_table(state, seat, it),
    };
    let it = state.written.get(id).filter(is_mine).ok_or(Refusal::NoSuchText)?;
    if !it.withdrawn {
        return Ok(vec![]);
    }
    if state.written.in_field(it.field()).is_some() {
        return Err(Refusal::FieldTaken);
    }
    let mut facts = undeliver(state, it);
    facts.push(Event::Restored { id });
    Ok(facts)
}

fn at_the_table(state: &State, seat: SeatId, it: &Contribution) -> bool {
    if let Some((seating, number)) = it.table
        && state.seating(seating).is_some_and(|it| cafe::keeps_texts(it.seating))
    {
        return cafe::sits_at(state, seat, it.place.item, number);
    }
    let at = state.table_at(it.place, seat);
    at.is_some_and(|(seating, table)| it.table == Some((seating, table.number)))
}

/// «Jeg kan stå for denne»: each member for oneself.
fn stand(state: &State, seat: SeatId, point: ContributionId, stands: bool) -> Decision {
    let it = state.written.get(point).filter(|it| it.kind == Kind::Point && !it.withdrawn);
    let it = it.filter(|it| at_the_table(state, seat, it)).ok_or(Refusal::NoSuchText)?;
    if it.stands.contains(&seat) == stands {
        return Ok(vec![]);
    }
    let mut facts = if stands { vec![] } else { undeliver(state, it) };
    facts.push(Event::Stood { point, seat, stands });
    Ok(facts)
}

fn choose(state: &State, seat: SeatId, note: ContributionId) -> Decision {
    let it = state.written.get(note);
    let can_be_chosen = it.is_some_and(|it| matches!(it.kind, Kind::Question | Kind::Story))
        && may_see(state, Viewer::Seat(seat), note);
    if !can_be_chosen {
        return Err(Refusal::NoSuchText);
    }
    let is_chosen = state.chosen.get(&seat) == Some(&note);
    Ok(if is_chosen { vec![] } else { vec![Event::Chosen { seat, note }] })
}

/// A table delivers when everyone present stands behind each of its points; disagreement alone
/// may be delivered as it is, and is as good a result.
fn deliver(state: &State, seat: SeatId, item: ItemNo, delivered: bool) -> Decision {
    has_started(state)?;
    let (place, seating, table) = table_of_item(state, seat, item).ok_or(Refusal::NoSuchTable)?;
    if state.delivered.contains(&(item, table)) == delivered {
        return Ok(vec![]);
    }
    if delivered {
        let field = field_of(state, seat, place, Kind::Point, 0).ok_or(Refusal::NoSuchTable)?;
        let own = state.written.of(field.owner).filter(|it| it.place.item == item);
        let results: Vec<&Contribution> =
            own.filter(|it| matches!(it.kind, Kind::Point | Kind::Disagreement)).collect();
        if results.is_empty() {
            return Err(Refusal::NothingToDeliver);
        }
        let members = state.must_stand(seating, table);
        let mut points = results.iter().filter(|it| it.kind == Kind::Point);
        if !points.all(|point| members.iter().all(|member| point.stands.contains(member))) {
            return Err(Refusal::NotAllStand);
        }
    }
    Ok(vec![Event::Delivered { item, table, delivered }])
}

/// The table at which the seat wrote points in an item: its latest seating there.
fn table_of_item(
    state: &State,
    seat: SeatId,
    item: ItemNo,
) -> Option<(Place, SeatingNo, TableNumber)> {
    let progress = state.item(item)?;
    let places = (0..progress.steps.len()).rev().filter(|step| {
        let captures = &progress.steps[*step].captures;
        captures.iter().any(|capture| matches!(capture, Capture::Points { .. }))
    });
    let mut tables = places.filter_map(|step| {
        let place = Place { item, step };
        let (seating, table) = state.table_at(place, seat)?;
        Some((place, seating, table.number))
    });
    tables.next()
}
