//! What one change of step costs: the decision, and every phone's screen, for rooms of a size.
//!
//! `cargo xtask bench room`

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hint::black_box;
use std::time::Instant;

use kernel::ids::{Place, PlanVersion, SeatId};
use kernel::step::{Capture, Kind};
use kernel::time::Moment;
use meeting::company::Known;
use meeting::decide::people::PeopleWish;
use meeting::decide::program::ProgramWish;
use meeting::decide::room::RoomWish;
use meeting::decide::texts::{Text, TextWish};
use meeting::decide::{Command, decide};
use meeting::evolve::evolve;
use meeting::given::{Actor, Given};
use meeting::screens::board::{Board, Scene};
use meeting::screens::{Live, phone::phone};
use meeting::state::State;
use plan::document::{Item, Plan};

fn main() {
    println!(
        "{:>7} {:>14} {:>14} {:>16}",
        "people", "write µs", "slowest step ms", "all phones ms"
    );
    for people in [24, 300, 2_000] {
        measure(people);
    }
}

fn measure(people: u32) {
    let mut state = State::default();
    let mut now = 0;
    let item = |tool: &str| Item {
        title: tool.to_owned(),
        minutes: 25,
        tool: tool.to_owned(),
        ..Item::default()
    };
    let items = vec![item("speed-date"), item("trio"), item("plenary")];
    let plan = Plan { title: "Bench".to_owned(), items, ..Plan::default() };
    ask(
        &mut state,
        &mut now,
        Actor::Leader,
        RoomWish::Open { plan: Box::new(plan), version: PlanVersion(1) },
    );
    for number in 0..people {
        let name = format!("P{number}");
        ask(
            &mut state,
            &mut now,
            Actor::Newcomer,
            PeopleWish::Join { name, without_device: false },
        );
    }
    ask(&mut state, &mut now, Actor::Leader, ProgramWish::Start);
    let (mut writes, mut wrote_us, mut step_ms, mut phones_ms) = (0_u32, 0.0_f64, 0.0_f64, 0.0_f64);
    while let Some(from) = state.running().and_then(|running| running.place) {
        let began = Instant::now();
        writes += write_all(&mut state, &mut now, people, from);
        wrote_us += began.elapsed().as_secs_f64() * 1e6;
        // As the host does it: what several phones show is worked out once for a published state.
        let began = Instant::now();
        let board = Board::default();
        for seat in 1..=people {
            let scene = Scene::new(&state, &board);
            black_box(phone(scene, SeatId(seat), &Live::default()));
        }
        phones_ms = phones_ms.max(began.elapsed().as_secs_f64() * 1e3);
        let began = Instant::now();
        ask(&mut state, &mut now, Actor::Leader, ProgramWish::MoveOn { from });
        step_ms = step_ms.max(began.elapsed().as_secs_f64() * 1e3);
    }
    let each = wrote_us / f64::from(writes.max(1));
    println!("{people:>7} {each:>14.1} {step_ms:>14.1} {phones_ms:>16.1}");
}

fn write_all(state: &mut State, now: &mut i64, people: u32, place: Place) -> u32 {
    let captures = state.step(place).map_or(vec![], |step| step.captures.clone());
    let mut writes = 0;
    for capture in captures {
        let kind = match capture {
            Capture::Notes(fields) => fields[0].kind,
            Capture::Carry => Kind::Carried,
            Capture::Pick { .. } => Kind::Picked,
            Capture::Points { .. }
            | Capture::TableText
            | Capture::Found(_)
            | Capture::Choice
            | Capture::Commitments => continue,
        };
        for seat in 1..=people {
            let text = format!("Noe som {seat} tenker i steg {}", place.step);
            let text = Text { place, kind, slot: 0, text, parents: vec![], base: None };
            ask(state, now, Actor::Seat(SeatId(seat)), TextWish::Write(text));
            writes += 1;
        }
    }
    writes
}

fn ask(state: &mut State, now: &mut i64, actor: Actor, command: impl Into<Command>) {
    *now += 1;
    let given = Given {
        now: Moment(*now),
        chance: now.unsigned_abs(),
        leader_is_away: false,
        known: &Known::default(),
    };
    for fact in decide(state, actor, command, &given).unwrap_or_default() {
        evolve(state, &fact);
    }
}
