use std::collections::{BTreeMap, BTreeSet};

use kernel::ids::{ItemNo, Place, PlanVersion, SeatId, TableNumber};
use kernel::role::Role;
use kernel::step::Kind;
use kernel::time::Moment;
use plan::document::{Item, Plan};

use super::*;
use crate::company::{Company, Known, pair};
use crate::decide::people::PeopleWish;
use crate::decide::program::ProgramWish;
use crate::decide::room::RoomWish;
use crate::decide::tables::TableWish;
use crate::decide::texts::{Text, TextWish};
use crate::decide::{Command, decide};
use crate::evolve::evolve;
use crate::given::Actor;
use crate::refusal::Refusal;
use crate::screens::phone::{Form, phone};
use crate::screens::{Live, TableStatus};
use crate::seen::{Viewer, may_see};

/// A meeting of one café.
struct Meeting {
    state: State,
    known: Known,
    now: i64,
    seed: u64,
}

impl Meeting {
    fn of(people: u32, minutes: u32, seed: u64, known: Known) -> Meeting {
        let mut meeting = Meeting { state: State::default(), known, now: 0, seed };
        let item = Item { minutes, tool: "dialogue-cafe".to_owned(), ..Item::default() };
        let plan = Box::new(Plan { items: vec![item], ..Plan::default() });
        meeting.ask(Actor::Leader, RoomWish::Open { plan, version: PlanVersion(1) }).unwrap();
        for number in 1..=people {
            let name = format!("P{number}");
            meeting.ask(Actor::Newcomer, PeopleWish::Join { name, without_device: false }).unwrap();
        }
        meeting.ask(Actor::Leader, ProgramWish::Start).unwrap();
        meeting.move_on();
        meeting
    }

    fn ask(&mut self, actor: Actor, command: impl Into<Command>) -> Result<(), Refusal> {
        self.now += 1_000;
        let given = Given {
            now: Moment(self.now),
            chance: self.seed.wrapping_mul(1_000).wrapping_add(self.now.unsigned_abs()),
            leader_is_away: false,
            known: &self.known,
        };
        for fact in decide(&self.state, actor, command, &given)? {
            evolve(&mut self.state, &fact);
        }
        Ok(())
    }

    fn move_on(&mut self) {
        let from = self.state.place().unwrap();
        self.ask(Actor::Leader, ProgramWish::MoveOn { from }).unwrap();
    }

    /// From the talk of one round to that of the next.
    fn change(&mut self) {
        self.move_on();
        self.move_on();
    }

    fn here(&self) -> &Seated {
        self.state.tables_now().unwrap().1
    }

    fn hosts(&self) -> BTreeMap<TableNumber, SeatId> {
        let seated = self.here();
        let tables = seated.tables.iter().filter(|table| !table.seats.is_empty());
        let host = |table: &Table| Some((table.number, seated.holder(table, Role::CafeHost)?));
        tables.filter_map(host).collect()
    }

    fn table_of(&self, seat: SeatId) -> TableNumber {
        self.here().table_of(seat).unwrap().number
    }

    fn guest_at(&self, number: TableNumber) -> SeatId {
        let table = self.here().table(number).unwrap();
        let host = self.here().holder(table, Role::CafeHost);
        table.seats.iter().copied().find(|seat| Some(*seat) != host).unwrap()
    }

    fn write(
        &mut self,
        seat: SeatId,
        place: Place,
        text: &str,
        base: Option<u32>,
    ) -> Result<(), Refusal> {
        let text = Text {
            place,
            kind: Kind::TableText,
            slot: 0,
            text: text.to_owned(),
            parents: vec![],
            base,
        };
        self.ask(Actor::Seat(seat), TextWish::Write(text))
    }

    /// What stands in the table's text on a phone.
    fn on_phone(&self, seat: SeatId) -> (String, u32) {
        let screen = phone(&self.state, seat, &Live::default()).unwrap();
        let text = screen.forms.into_iter().find_map(|form| match form {
            Form::TableText { field } => Some((field.text, field.version)),
            Form::Notes { .. }
            | Form::Carry { .. }
            | Form::Pick { .. }
            | Form::Points { .. }
            | Form::Found { .. }
            | Form::Choice { .. }
            | Form::Commitments => None,
        });
        text.unwrap()
    }
}

/// Everybody who shares a table, once for each round.
fn pairs(rounds: &[Vec<Vec<SeatId>>]) -> Vec<(SeatId, SeatId)> {
    let mut pairs = vec![];
    for table in rounds.iter().flatten() {
        for (place, one) in table.iter().enumerate() {
            pairs.extend(table[place + 1..].iter().map(|other| pair(*one, *other)));
        }
    }
    pairs
}

#[test]
fn hosts_stay_and_guests_meet_nobody_twice_while_that_is_possible() {
    for seed in 0..12 {
        let mut meeting = Meeting::of(16, 63, seed, Known::default());
        let hosts = meeting.hosts();
        assert_eq!(hosts.len(), 4);
        let mut held = vec![];
        for round in 0..3 {
            if round > 0 {
                meeting.change();
            }
            assert_eq!(meeting.hosts(), hosts, "seed {seed}, round {round}");
            held.push(meeting.here().tables.iter().map(|it| it.seats.clone()).collect());
        }
        let all = pairs(&held);
        let met: BTreeSet<_> = all.iter().collect();
        assert_eq!((all.len(), met.len()), (72, 72), "seed {seed}: some met again");
    }
}

#[test]
fn nobody_but_hosts_comes_back_to_a_table_while_there_are_others() {
    for (people, minutes) in [(15, 65), (18, 63), (23, 70), (40, 80)] {
        let mut meeting = Meeting::of(people, minutes, 3, Known::default());
        let hosts: BTreeSet<SeatId> = meeting.hosts().into_values().collect();
        let mut been = BTreeSet::new();
        for round in 0..2 {
            if round > 0 {
                meeting.change();
            }
            for table in &meeting.here().tables {
                for seat in table.seats.iter().filter(|seat| !hosts.contains(seat)) {
                    assert!(been.insert((*seat, table.number)), "{people} people, {seat:?}");
                }
            }
        }
    }
}

#[test]
fn the_first_name_at_a_table_is_the_hosts() {
    let meeting = Meeting::of(17, 63, 1, Known::default());
    let hosts = meeting.hosts();
    assert!(meeting.here().tables.iter().all(|it| hosts[&it.number] == it.seats[0]));
}

#[test]
fn a_leader_sits_with_own_staff_in_no_round_and_hosts_nothing() {
    let seats = |from: u32, to: u32| (from..=to).map(SeatId).collect::<Vec<_>>();
    let units = seats(1, 20).into_iter().map(|it| (it, format!("{}", it.0 % 2)));
    let staff: Vec<SeatId> = seats(2, 20).into_iter().filter(|it| it.0 % 2 == 1).collect();
    let company = Company {
        units: units.collect(),
        leaders: vec![(SeatId(1), staff.clone())],
        together: vec![seats(2, 2).into_iter().chain(seats(4, 4)).collect()],
        apart: vec![[SeatId(6), SeatId(8)]],
        ..Company::default()
    };
    for seed in 0..6 {
        let known = Known { company: company.clone(), ..Known::default() };
        let mut meeting = Meeting::of(20, 63, seed, known);
        for round in 0..3 {
            if round > 0 {
                meeting.change();
            }
            let here = |seat: u32| meeting.table_of(SeatId(seat));
            assert!(staff.iter().all(|it| here(it.0) != here(1)), "seed {seed}, round {round}");
            assert_eq!(here(2), here(4), "seed {seed}, round {round}");
            assert_ne!(here(6), here(8), "seed {seed}, round {round}");
            let bound = [1, 2, 4].map(SeatId);
            assert!(meeting.hosts().values().all(|host| !bound.contains(host)));
        }
    }
}

#[test]
fn planned_rounds_and_hosts_are_used_and_mended_for_those_who_came() {
    let table = |seats: [u32; 4]| seats.map(SeatId).to_vec();
    let rounds = vec![
        vec![table([1, 2, 3, 4]), table([5, 6, 7, 8]), table([9, 10, 11, 12])],
        vec![table([1, 6, 10, 3]), table([5, 2, 11, 8]), table([9, 4, 7, 12])],
    ];
    let known = || Known {
        rotations: [(ItemNo(0), rounds.clone())].into(),
        hosts: [(ItemNo(0), [1, 5, 9].map(SeatId).to_vec())].into(),
        ..Known::default()
    };
    let mut meeting = Meeting::of(12, 47, 1, known());
    for round in &rounds {
        let seats: Vec<_> = meeting.here().tables.iter().map(|it| it.seats.clone()).collect();
        assert_eq!(&seats, round);
        assert_eq!(meeting.hosts().into_values().collect::<Vec<_>>(), [1, 5, 9].map(SeatId));
        if round == &rounds[0] {
            meeting.change();
        }
    }

    let mut meeting = Meeting::of(12, 47, 1, known());
    meeting.ask(Actor::Seat(SeatId(5)), PeopleWish::Leave { seat: SeatId(5) }).unwrap();
    let new = meeting.hosts()[&TableNumber(2)];
    assert!([6, 7, 8].map(SeatId).contains(&new));
    meeting.change();
    assert_eq!(meeting.hosts()[&TableNumber(2)], new);
    assert_eq!(meeting.hosts().len(), 3);
}

#[test]
fn a_host_who_leaves_between_two_rounds_is_followed_by_one_of_the_table() {
    let mut meeting = Meeting::of(16, 63, 2, Known::default());
    let number = TableNumber(3);
    let host = meeting.hosts()[&number];
    let sat: Vec<SeatId> = meeting.here().table(number).unwrap().seats.clone();
    meeting.move_on();
    meeting.ask(Actor::Seat(host), PeopleWish::Leave { seat: host }).unwrap();
    meeting.move_on();
    let new = meeting.hosts()[&number];
    assert!(new != host && sat.contains(&new));
    assert_eq!(meeting.hosts().len(), 4);
}

#[test]
fn a_host_can_hand_over_and_the_next_one_stays() {
    let mut meeting = Meeting::of(16, 63, 2, Known::default());
    let host = meeting.hosts()[&TableNumber(1)];
    meeting.ask(Actor::Seat(host), TableWish::PassRole { role: Role::CafeHost }).unwrap();
    let next = meeting.hosts()[&TableNumber(1)];
    assert_ne!(next, host);
    meeting.change();
    assert_eq!(meeting.hosts()[&TableNumber(1)], next);
    assert_ne!(meeting.table_of(host), TableNumber(1));
}

#[test]
fn whatever_people_do_each_table_has_one_host_and_all_have_a_seat() {
    for seed in 0..30_u64 {
        let mut meeting =
            Meeting::of(13 + u32::try_from(seed % 7).unwrap(), 80, seed, Known::default());
        for wish in 0..40_u64 {
            let seats: Vec<SeatId> = meeting.state.seats.keys().copied().collect();
            let at = usize::try_from((seed * 31 + wish * 17) % 97).unwrap() % seats.len();
            let seat = seats[at];
            let _ = match (seed + wish * wish) % 7 {
                0 => meeting.ask(Actor::Seat(seat), PeopleWish::Leave { seat }),
                1 => meeting.ask(Actor::Leader, PeopleWish::Return { seat }),
                2 => {
                    let name = format!("N{wish}");
                    meeting.ask(Actor::Newcomer, PeopleWish::Join { name, without_device: false })
                }
                3 => {
                    let from = meeting.state.place().unwrap();
                    meeting.ask(Actor::Leader, ProgramWish::Reopen { from })
                }
                4 => {
                    let table = TableNumber(1 + u32::try_from(wish % 4).unwrap());
                    meeting.ask(Actor::Leader, TableWish::MoveSeat { seat, table })
                }
                5 => meeting.ask(Actor::Seat(seat), TableWish::PassRole { role: Role::CafeHost }),
                _ => {
                    let from = meeting.state.place().unwrap();
                    meeting.ask(Actor::Leader, ProgramWish::MoveOn { from })
                }
            };
            let Some((_, seated)) = meeting.state.tables_now() else { continue };
            for table in seated.tables.iter().filter(|table| !table.seats.is_empty()) {
                let hosts =
                    table.seats.iter().filter(|it| seated.roles.contains(&(**it, Role::CafeHost)));
                assert_eq!(hosts.count(), 1, "seed {seed}, wish {wish}: {table:?}");
            }
            for seat in meeting.state.present() {
                let tables = seated.tables.iter().filter(|table| table.seats.contains(&seat));
                assert_eq!(tables.count(), 1, "seed {seed}, wish {wish}: {seat:?}");
            }
        }
    }
}

#[test]
fn the_next_guests_continue_the_text_and_a_late_one_overwrites_nothing() {
    let mut meeting = Meeting::of(16, 63, 4, Known::default());
    let one = TableNumber(1);
    let first = meeting.state.place().unwrap();
    let (host, early) = (meeting.hosts()[&one], meeting.guest_at(one));
    meeting.write(early, first, "Ute", None).unwrap();
    meeting.change();
    let second = meeting.state.place().unwrap();
    let next = meeting.guest_at(one);
    assert_eq!(
        [host, next].map(|it| meeting.on_phone(it)),
        [("Ute".to_owned(), 1), ("Ute".to_owned(), 1)]
    );
    meeting.write(next, second, "Ute og inne", Some(1)).unwrap();
    assert_eq!(meeting.on_phone(host), ("Ute og inne".to_owned(), 2));
    // What was typed in the first round comes to the table that it was typed at.
    let late = meeting.write(early, first, "Ute hver uke", Some(1));
    assert!(matches!(late, Err(Refusal::Changed { version: 2, .. })), "{late:?}");
    let own = meeting.table_of(early);
    assert_ne!(own, one);
    assert_eq!(meeting.on_phone(early), (String::new(), 0));
}

#[test]
fn who_has_gone_on_cannot_take_the_tables_text_away() {
    let mut meeting = Meeting::of(16, 63, 4, Known::default());
    let one = TableNumber(1);
    let early = meeting.guest_at(one);
    let mut been: BTreeSet<SeatId> =
        meeting.here().table(one).unwrap().seats.iter().copied().collect();
    meeting.write(early, meeting.state.place().unwrap(), "Ute", None).unwrap();
    let id = meeting.state.written.all().next().unwrap().id;
    meeting.change();
    let withdraw = TextWish::Withdraw { id };
    assert_eq!(meeting.ask(Actor::Seat(early), withdraw.clone()), Err(Refusal::NotYours));
    let next = meeting.guest_at(one);
    been.extend(&meeting.here().table(one).unwrap().seats);
    assert_eq!(been.len(), 7);
    for seat in meeting.state.present() {
        let sees = may_see(&meeting.state, Viewer::Seat(seat), id);
        assert_eq!(sees, been.contains(&seat), "{seat:?}");
    }
    assert!(!may_see(&meeting.state, Viewer::Room, id));
    meeting.ask(Actor::Seat(next), withdraw).unwrap();
    assert_eq!(meeting.on_phone(next).0, "");
}

#[test]
fn tables_keep_their_numbers_when_some_leave_and_others_come() {
    let mut meeting = Meeting::of(16, 63, 5, Known::default());
    for seat in [1, 2, 3].map(SeatId) {
        meeting.ask(Actor::Seat(seat), PeopleWish::Leave { seat }).unwrap();
    }
    meeting.change();
    assert_eq!(meeting.here().tables.len(), 4);
    for number in 0..10 {
        let name = format!("N{number}");
        meeting.ask(Actor::Newcomer, PeopleWish::Join { name, without_device: false }).unwrap();
    }
    meeting.change();
    let tables = &meeting.here().tables;
    assert_eq!(tables.iter().map(|it| it.number.0).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert!(tables.iter().all(|it| (4..=5).contains(&it.seats.len())));
}

#[test]
fn in_plenary_each_host_is_told_which_table_to_speak_for() {
    let mut meeting = Meeting::of(12, 49, 3, Known::default());
    let hosts = meeting.hosts();
    let step = |meeting: &Meeting| {
        let place = meeting.state.place().unwrap();
        meeting.state.step(place).unwrap().name.clone()
    };
    while step(&meeting) != "summary" {
        meeting.move_on();
    }
    for number in 1..=12 {
        let seat = SeatId(number);
        let screen = phone(&meeting.state, seat, &Live::default()).unwrap();
        let table = hosts.iter().find(|(_, host)| **host == seat).map(|(table, _)| *table);
        assert_eq!(screen.speaks_for.map(|it| it.table), table);
    }
    let turn = |meeting: &Meeting, number| {
        let screen = phone(&meeting.state, hosts[&TableNumber(number)], &Live::default()).unwrap();
        screen.speaks_for.unwrap().turn
    };
    assert_eq!([1, 2, 3].map(|number| turn(&meeting, number)), [0, 1, 2]);
}

#[test]
fn a_group_does_not_write_because_a_cafe_table_of_its_number_does() {
    let mut meeting = Meeting::of(16, 63, 4, Known::default());
    meeting.ask(Actor::Leader, TableWish::MakeGroups { again: false }).unwrap();
    let one = TableNumber(1);
    let writer = meeting.guest_at(one);
    let place = meeting.state.place().unwrap();
    meeting.ask(Actor::Leader, ProgramWish::StartClock { place }).unwrap();
    meeting.write(writer, place, "Ute", None).unwrap();
    let mut told = 0;
    for seat in meeting.state.present() {
        let screen = phone(&meeting.state, seat, &Live::default()).unwrap();
        let group = screen.group.unwrap();
        assert_ne!(group.status, TableStatus::Writing, "the group of {seat:?}");
        told += u32::from(screen.table.unwrap().status == TableStatus::Writing);
    }
    assert!(told > 0, "nobody is told that the café table writes");
}
