use kernel::ids::{ItemNo, Place, PlanVersion, SeatId};
use kernel::seating::Seating;
use kernel::step::{Capture, Field, Kind, Mode, Step};
use kernel::time::Moment;
use plan::document::{Item, Plan};

use super::*;
use crate::company::Known;
use crate::decide::people::PeopleWish;
use crate::decide::program::ProgramWish;
use crate::decide::room::RoomWish;
use crate::decide::texts::{Text, TextWish};
use crate::decide::{Command, decide};
use crate::event::Event;
use crate::evolve::evolve;
use crate::given::{Actor, Given};
use crate::refusal::Refusal;
use crate::screens::Live;
use crate::screens::phone::{FieldCard, Form, phone};

const PEOPLE: u32 = 12;
const OF_THE_TABLE: [Kind; 5] =
    [Kind::FoundStrength, Kind::FoundChallenge, Kind::Point, Kind::Disagreement, Kind::TableText];
const MOVES: [Place; 3] = [
    Place { item: ItemNo(0), step: 0 },
    Place { item: ItemNo(0), step: 1 },
    Place { item: ItemNo(0), step: 2 },
];

/// Every kind there is: a reader that is given an unknown one names all that it knows.
fn seatings() -> Vec<Seating> {
    let why = serde_json::from_str::<Seating>("\"unknown\"").unwrap_err().to_string();
    let known = why.split('`').skip(3).step_by(2);
    let seatings: Vec<Seating> =
        known.map(|kind| serde_json::from_value(kind.into()).unwrap()).collect();
    assert!(seatings.contains(&Seating::Room) && seatings.contains(&Seating::Cafe), "{why}");
    seatings
}

/// A meeting of two rounds in one kind of seating, which may take down any text of a table.
fn open(seating: Seating) -> State {
    let round = |number| {
        Step::new("talk", Mode::Group, 5)
            .seated(seating)
            .takes(Capture::Points { most: 1 })
            .takes(Capture::TableText)
            .takes(Capture::Found(vec![
                Field::new(Kind::FoundStrength, 1),
                Field::new(Kind::FoundChallenge, 1),
            ]))
            .round(number, 2)
    };
    let steps = vec![Step::new("welcome", Mode::Plenary, 1), round(1), round(2)];
    let plan = Box::new(Plan { items: vec![Item::default()], ..Plan::default() });
    let mut state = State::default();
    ask(&mut state, Actor::Leader, RoomWish::Open { plan, version: PlanVersion(1) }).unwrap();
    for number in 1..=PEOPLE {
        let name = format!("P{number}");
        ask(&mut state, Actor::Newcomer, PeopleWish::Join { name, without_device: false }).unwrap();
    }
    evolve(&mut state, &Event::Started { at: Moment(1) });
    evolve(&mut state, &Event::ItemOpened { item: ItemNo(0), steps, at: Moment(1) });
    evolve(&mut state, &Event::StepOpened { place: MOVES[0], seating: None, at: Moment(1) });
    state
}

fn ask(state: &mut State, actor: Actor, command: impl Into<Command>) -> Result<(), Refusal> {
    let known = Known::default();
    let given = Given { now: Moment(1_000), chance: 7, leader_is_away: false, known: &known };
    for fact in decide(state, actor, command, &given)? {
        evolve(state, &fact);
    }
    Ok(())
}

fn write(
    state: &mut State,
    seat: SeatId,
    (place, kind): (Place, Kind),
    text: &str,
    base: Option<u32>,
) -> Result<(), Refusal> {
    let text = Text { place, kind, slot: 0, text: text.to_owned(), parents: vec![], base };
    ask(state, Actor::Seat(seat), TextWish::Write(text))
}

/// The field of a kind as a phone shows it.
fn on_phone(state: &State, seat: SeatId, kind: Kind) -> Option<FieldCard> {
    let forms = phone(state, seat, &Live::default()).unwrap().forms.into_iter();
    let mut fields = forms.flat_map(|form| match form {
        Form::Notes { fields } | Form::Found { fields } | Form::Pick { fields, .. } => fields,
        Form::Points { fields, disagreement, .. } => {
            fields.into_iter().chain([disagreement]).collect()
        }
        Form::TableText { field } | Form::Carry { field, .. } => vec![field],
        Form::Choice { .. } | Form::Commitments => vec![],
    });
    fields.find(|field| field.kind == kind)
}

#[test]
fn every_kind_of_table_writes_on_in_the_field_that_is_shown() {
    for seating in seatings() {
        let mut state = open(seating);
        for (round, from) in (1..).zip([MOVES[0], MOVES[1]]) {
            ask(&mut state, Actor::Leader, ProgramWish::MoveOn { from }).unwrap();
            for kind in OF_THE_TABLE {
                for seat in (1..=PEOPLE).map(SeatId) {
                    writes_on(&mut state, seat, (MOVES[round], kind), &format!("{seating:?}"));
                }
            }
        }
    }
}

fn writes_on(state: &mut State, seat: SeatId, (place, kind): (Place, Kind), which: &str) {
    let which = format!("{which}, {kind:?} by {seat:?} in {place:?}");
    let Some(shown) = on_phone(state, seat, kind) else {
        assert_eq!(state.table_at(place, seat), None, "{which}");
        let refused = write(state, seat, (place, kind), "ord", None);
        assert_eq!(refused, Err(Refusal::NoSuchTable), "{which}");
        return;
    };
    for words in ["ord", "flere ord"] {
        let base =
            field_of(state, seat, place, kind, 0).and_then(|field| state.written.in_field(field));
        let base = base.map(|it| it.version);
        let text = format!("{words} av {}", seat.0);
        assert_eq!(write(state, seat, (place, kind), &text, base), Ok(()), "{which}");
        let field = field_of(state, seat, place, kind, 0).unwrap();
        let it = state.written.in_field(field).unwrap();
        let shown_now = on_phone(state, seat, kind).unwrap();
        assert_eq!((it.text.as_str(), it.field()), (text.as_str(), field), "{which}");
        assert_eq!((shown_now.id, shown_now.version), (Some(it.id), it.version), "{which}");
        assert_eq!(shown_now.place, shown.place, "{which}");
    }
}

#[test]
fn a_late_text_finds_its_table_and_a_new_round_at_a_cafe_goes_on_with_the_old() {
    for seating in seatings() {
        let mut state = open(seating);
        ask(&mut state, Actor::Leader, ProgramWish::MoveOn { from: MOVES[0] }).unwrap();
        let seat = SeatId(1);
        if state.table_at(MOVES[1], seat).is_none() {
            continue;
        }
        ask(&mut state, Actor::Leader, ProgramWish::MoveOn { from: MOVES[1] }).unwrap();
        for kind in OF_THE_TABLE {
            write(&mut state, seat, (MOVES[1], kind), "sent", None).unwrap();
            let late = field_of(&state, seat, MOVES[1], kind, 0).unwrap();
            assert_eq!(state.written.in_field(late).map(|it| it.text.as_str()), Some("sent"));
            let (_, before) = state.table_at(MOVES[1], seat).unwrap();
            let (_, now) = state.table_at(MOVES[2], seat).unwrap();
            let goes_on = seating == Seating::Cafe && before.number == now.number;
            let here = field_of(&state, seat, MOVES[2], kind, 0).unwrap();
            assert_eq!(here == late, goes_on, "{seating:?} {kind:?}");
        }
    }
}

#[test]
fn a_table_delivers_what_stands_in_its_fields() {
    for seating in seatings() {
        let mut state = open(seating);
        ask(&mut state, Actor::Leader, ProgramWish::MoveOn { from: MOVES[0] }).unwrap();
        let seat = SeatId(1);
        if state.table_at(MOVES[1], seat).is_none() {
            continue;
        }
        ask(&mut state, Actor::Leader, ProgramWish::MoveOn { from: MOVES[1] }).unwrap();
        write(&mut state, seat, (MOVES[2], Kind::Disagreement), "uenige", None).unwrap();
        let deliver = TextWish::Deliver { item: ItemNo(0), delivered: true };
        assert_eq!(ask(&mut state, Actor::Seat(seat), deliver), Ok(()), "{seating:?}");
    }
}
