//! What holds whatever people do, tried with wishes drawn from a seed.

use std::collections::BTreeSet;

use kernel::ids::{ContributionId, ItemNo, Place, PlanVersion, SeatId, TableNumber};
use kernel::role::Role;
use kernel::seating::Seating;
use kernel::step::{Capture, Kind};
use kernel::time::{Minutes, Moment};
use plan::document::{Item, Plan};

use crate::company::Known;
use crate::decide::outcomes::OutcomeWish;
use crate::decide::people::PeopleWish;
use crate::decide::program::ProgramWish;
use crate::decide::room::RoomWish;
use crate::decide::tables::TableWish;
use crate::decide::texts::{Text, TextWish};
use crate::decide::{Command, Draws, decide, draws};
use crate::event::{Event, GoalAnswer};
use crate::evolve::{evolve, replay};
use crate::given::{Actor, Given};
use crate::goals;
use crate::reach::{Reach, reach};
use crate::screens::{Live, console::console, phone::phone, result::result, wall::wall};
use crate::seen::{Viewer, may_see};
use crate::state::State;
use crate::written::Contribution;

/// Numbers from a seed (a linear congruence is chance enough to choose wishes).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        usize::try_from((self.0 >> 33) % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    fn seat(&mut self, state: &State) -> SeatId {
        let seats: Vec<SeatId> = state.seats.keys().copied().collect();
        seats.get(self.below(seats.len())).copied().unwrap_or(SeatId(1))
    }

    /// Something that has been written, and now and then something that has not.
    fn written(&mut self, state: &State) -> ContributionId {
        let ids: Vec<ContributionId> = state.written.all().map(|it| it.id).collect();
        let known = ids.get(self.below(ids.len() + 4)).copied();
        known.unwrap_or(ContributionId(u32::try_from(self.below(60)).unwrap()))
    }
}

fn plan() -> Plan {
    let items = tools::ALL.iter().map(|tool| Item {
        title: tool.name.to_owned(),
        minutes: 25,
        tool: tool.name.to_owned(),
        orders: vec!["Hva bekrefter?".to_owned(), "Hva utfordrer?".to_owned()],
        ..Item::default()
    });
    Plan {
        title: "Alt".to_owned(),
        goals: vec!["Alle blir hørt".to_owned()],
        items: items.collect(),
        ..Plan::default()
    }
}

fn wish(chance: &mut Chance, state: &State) -> (Actor, Command) {
    let seat = chance.seat(state);
    let me = Actor::Seat(seat);
    let from = state.place().unwrap_or(Place { item: ItemNo(0), step: 0 });
    let id = chance.written(state);
    match chance.below(31) {
        0 => (
            Actor::Newcomer,
            PeopleWish::Join { name: "Gro".to_owned(), without_device: false }.into(),
        ),
        1 => (me, PeopleWish::Leave { seat }.into()),
        2 => (Actor::Leader, PeopleWish::Return { seat }.into()),
        3..=5 => (Actor::Leader, ProgramWish::MoveOn { from }.into()),
        6 => (Actor::Leader, ProgramWish::Reopen { from }.into()),
        7 => (Actor::Leader, ProgramWish::StartClock { place: from }.into()),
        8 => (Actor::Leader, ProgramWish::AddTime { minutes: Minutes(1) }.into()),
        9 => (me, TableWish::PassRole { role: Role::ALL[chance.below(4)] }.into()),
        10 => (me, TextWish::Stand { point: id, stands: chance.below(3) > 0 }.into()),
        11 => (me, TextWish::Deliver { item: from.item, delivered: chance.below(4) > 0 }.into()),
        12 => (me, TextWish::Withdraw { id }.into()),
        13 => (me, TableWish::PassTurn { from: u32::try_from(chance.below(3)).unwrap() }.into()),
        14 => {
            let table = TableNumber(u32::try_from(chance.below(4)).unwrap());
            (Actor::Leader, TableWish::MoveSeat { seat, table }.into())
        }
        15 => (me, TableWish::RaiseHand { up: chance.below(2) == 0 }.into()),
        16 => (me, TextWish::Choose { note: id }.into()),
        17 => (me, TextWish::Restore { id }.into()),
        18 => (me, TextWish::Borrow { of: id }.into()),
        19 => {
            let before = Some(chance.below(tools::ALL.len() + 1));
            let before = before.filter(|before| *before < tools::ALL.len()).map(ItemNo);
            let item = ItemNo(chance.below(tools::ALL.len()));
            (Actor::Leader, ProgramWish::MoveItem { item, before }.into())
        }
        20 => {
            let answer = GoalAnswer::ALL[chance.below(3)];
            let device = chance.seat(state);
            (me, OutcomeWish::AnswerGoal { goal: chance.below(2), answer, device }.into())
        }
        21 => (Actor::Leader, ProgramWish::SetNudge { on: chance.below(2) == 0 }.into()),
        _ => (me, TextWish::Write(text(chance, state, from)).into()),
    }
}

fn text(chance: &mut Chance, state: &State, place: Place) -> Text {
    let captures = state.step(place).map_or(vec![], |step| step.captures.clone());
    let kind = match captures.get(chance.below(captures.len())) {
        Some(Capture::Notes(fields) | Capture::Found(fields)) => fields[0].kind,
        Some(Capture::Carry) => Kind::Carried,
        Some(Capture::Pick { .. }) => Kind::Picked,
        Some(Capture::Points { .. }) => Kind::Point,
        Some(Capture::TableText) => Kind::TableText,
        Some(Capture::Choice | Capture::Commitments) | None => Kind::Note,
    };
    let parents: Vec<ContributionId> =
        (0..chance.below(3)).map(|_| chance.written(state)).collect();
    Text {
        place,
        kind,
        slot: u8::try_from(chance.below(3)).unwrap(),
        text: format!("ord {}", chance.below(12)),
        parents: parents.into_iter().collect(),
        base: [None, Some(1), Some(2)][chance.below(3)],
    }
}

struct Run {
    state: State,
    facts: Vec<Event>,
    now: i64,
}

impl Run {
    fn ask(&mut self, actor: Actor, command: impl Into<Command>) -> bool {
        let command = command.into();
        self.now += 500;
        let given = Given {
            now: Moment(self.now),
            chance: self.now.unsigned_abs(),
            leader_is_away: false,
            known: &Known::default(),
        };
        let decided = decide(&self.state, actor, command.clone(), &given);
        if draws(&self.state, &command) != Draws::Now {
            let known = Known { groups: vec![self.state.present(), vec![]], ..Known::default() };
            let given = Given { known: &known, ..given };
            assert_eq!(decide(&self.state, actor, command, &given), decided, "drew unawares");
        }
        let Ok(facts) = decided else { return false };
        for fact in facts {
            evolve(&mut self.state, &fact);
            self.facts.push(fact);
        }
        true
    }

    fn begin(people: usize) -> Run {
        let mut run = Run { state: State::default(), facts: vec![], now: 0 };
        run.ask(Actor::Leader, RoomWish::Open { plan: Box::new(plan()), version: PlanVersion(1) });
        for number in 0..people {
            let name = format!("P{number}");
            run.ask(Actor::Newcomer, PeopleWish::Join { name, without_device: false });
        }
        assert!(run.ask(Actor::Leader, ProgramWish::Start));
        run
    }
}

fn play(seed: u64, people: usize, wishes: usize, mut after_each: impl FnMut(&Run, u64)) -> Run {
    let mut chance = Chance(seed);
    let mut run = Run::begin(people);
    for _ in 0..wishes {
        let (actor, command) = wish(&mut chance, &run.state);
        run.ask(actor, command);
        after_each(&run, seed);
    }
    run
}

#[test]
fn a_log_read_again_gives_the_same_screens() {
    for seed in 0..40 {
        let run = play(seed, 7, 150, |_, _| ());
        let again = replay(&run.facts);
        let (now, live) = (Moment(run.now), Live::default());
        assert_eq!(wall(&again, now, &live), wall(&run.state, now, &live), "seed {seed}");
        assert_eq!(console(&again, now, &live), console(&run.state, now, &live), "seed {seed}");
        assert_eq!(result(&again, now), result(&run.state, now), "seed {seed}");
        for seat in run.state.seats.keys() {
            let (one, other) = (phone(&again, *seat, &live), phone(&run.state, *seat, &live));
            assert_eq!(one, other, "seed {seed}");
        }
    }
}

#[test]
fn a_log_without_answers_gives_the_same_screens_after_the_end() {
    let mut counted = 0;
    for seed in 0..40 {
        let mut run = play(seed, 12, 150, |_, _| ());
        while let Some(place) = run.state.place().filter(|_| !goals::are_asked(&run.state)) {
            run.ask(Actor::Leader, ProgramWish::MoveOn { from: place });
        }
        for (seat, answer) in (1..).map(SeatId).zip(GoalAnswer::ALL.into_iter().cycle().take(12)) {
            run.ask(Actor::Seat(seat), OutcomeWish::AnswerGoal { goal: 0, answer, device: seat });
        }
        run.ask(Actor::Leader, ProgramWish::End);
        let mut log: Vec<(i64, Event)> = (1..).zip(run.facts.iter().cloned()).collect();
        for (seq, fact) in goals::without_answers(&run.state, &log, Moment(run.now)) {
            log[usize::try_from(seq).unwrap() - 1].1 = fact;
        }
        let again = replay(log.iter().map(|(_, fact)| fact));
        let now = Moment(run.now);
        assert_eq!(result(&again, now), result(&run.state, now), "seed {seed}");
        assert_eq!(wall(&again, now, &Live::default()), wall(&run.state, now, &Live::default()));
        if again.goals_counted.is_some() {
            counted += 1;
            assert!(again.goal_answers.is_empty(), "seed {seed}");
            assert_eq!(goals::without_answers(&again, &log, now), vec![], "seed {seed}");
        }
    }
    assert!(counted >= 20, "{counted}");
}

#[test]
fn the_same_wish_twice_gives_no_second_fact() {
    for seed in 0..60 {
        let mut chance = Chance(seed);
        let mut run = Run::begin(9);
        for _ in 0..120 {
            let (actor, command) = wish(&mut chance, &run.state);
            let names_what_it_leaves = !matches!(
                command,
                // Joining twice is two people, a minute twice is two minutes, and a role passed
                // twice is passed by another; the operation's id tells repeats from these.
                Command::People(PeopleWish::Join { .. })
                    | Command::Program(ProgramWish::AddTime { .. })
                    | Command::Tables(TableWish::PassRole { .. })
            );
            // A text with the old base is refused the second time, which is no fact either.
            if run.ask(actor, command.clone()) && names_what_it_leaves {
                let before = run.facts.len();
                run.ask(actor, command.clone());
                assert_eq!(run.facts.len(), before, "seed {seed}: {command:?}");
            }
        }
    }
}

#[test]
fn everyone_who_is_here_sits_at_one_table_and_no_table_is_too_large() {
    for seed in 0..60 {
        let people = 5 + usize::try_from(seed % 20).unwrap();
        play(seed, people, 150, |run, seed| {
            let Some((_, seated)) = run.state.tables_now() else { return };
            for seat in run.state.present() {
                let tables = seated.tables.iter().filter(|table| table.seats.contains(&seat));
                assert_eq!(tables.count(), 1, "seed {seed}: {seat:?} in {seated:?}");
            }
            for seat in seated.tables.iter().flat_map(|table| &table.seats) {
                assert!(run.state.seats[seat].present, "seed {seed}: {seat:?} has left");
            }
        });
    }
}

#[test]
fn a_table_of_four_or_more_has_all_four_roles_once() {
    for seed in 0..60 {
        play(seed, 14, 120, |run, seed| {
            let drawn = run.state.seatings.iter().filter(|seated| {
                matches!(seated.seating, Seating::Groups) && !seated.roles.is_empty()
            });
            for table in drawn.clone().flat_map(|seated| &seated.tables) {
                let seated = drawn.clone().find(|it| it.tables.contains(table)).unwrap();
                for role in Role::ALL {
                    let holders =
                        table.seats.iter().filter(|it| seated.roles.contains(&(**it, role)));
                    assert!(holders.count() <= 1, "seed {seed}: {role:?} twice");
                }
            }
        });
    }
}

/// An own text with words that stand nowhere else is on nobody else's screen.
#[test]
fn a_private_note_is_on_no_other_screen() {
    for seed in 0..40 {
        let mut run = play(seed, 8, 120, |_, _| ());
        let place = run.state.opened.iter().copied().find(|place| {
            let step = run.state.step(*place).unwrap();
            step.captures.iter().any(|it| matches!(it, Capture::Notes(_)))
        });
        let Some(place) = place else { continue };
        let captures = run.state.step(place).unwrap().captures.clone();
        let Some(Capture::Notes(fields)) = captures.into_iter().next() else { continue };
        let secret = format!("hemmelig {seed}");
        let text = Text {
            place,
            kind: fields[0].kind,
            slot: 0,
            text: secret.clone(),
            parents: vec![],
            base: None,
        };
        run.ask(Actor::Seat(SeatId(1)), TextWish::Write(text));
        let (now, live) = (Moment(run.now), Live::default());
        let mut screens = vec![
            serde_json::to_string(&wall(&run.state, now, &live)).unwrap(),
            serde_json::to_string(&console(&run.state, now, &live)).unwrap(),
            serde_json::to_string(&result(&run.state, now)).unwrap(),
        ];
        for seat in run.state.seats.keys().filter(|seat| **seat != SeatId(1)) {
            screens.push(serde_json::to_string(&phone(&run.state, *seat, &live)).unwrap());
        }
        let is_a_question = matches!(fields[0].kind, Kind::Question | Kind::Story);
        let leaks = screens.iter().filter(|screen| screen.contains(&secret)).count();
        assert!(leaks == 0 || is_a_question, "seed {seed}");
    }
}

/// The independent rule for the room: a text is public when it was delivered, shown in a plenary,
/// or lives on unchanged in something that is.
#[test]
fn what_the_room_sees_has_a_public_reason() {
    for seed in 0..60 {
        let run = play(seed, 9, 200, |_, _| ());
        let state = &run.state;
        for it in state.written.all() {
            if !may_see(state, Viewer::Room, it.id) {
                continue;
            }
            let mut reasons = descendants(state, it);
            reasons.push(it);
            let is_public = reasons.iter().any(|it| match it.kind {
                Kind::Point | Kind::Disagreement => it
                    .table
                    .is_some_and(|(_, table)| state.delivered.contains(&(it.place.item, table))),
                Kind::Carried | Kind::FoundStrength | Kind::FoundChallenge => true,
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
                | Kind::TableText => false,
            });
            assert!(is_public, "seed {seed}: {it:?}");
            assert!(!state.is_confidential(it.place.item), "seed {seed}: {it:?}");
        }
    }
}

fn descendants<'state>(state: &'state State, it: &Contribution) -> Vec<&'state Contribution> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<ContributionId> =
        state.written.grown_from(it.id).map(|it| it.id).collect();
    while let Some(id) = waiting.pop() {
        if found.insert(id) {
            waiting.extend(state.written.grown_from(id).map(|it| it.id));
        }
        assert_ne!(id, it.id, "a text grew from itself");
    }
    found.iter().filter_map(|id| state.written.get(*id)).collect()
}

/// Moves change the order and nothing else: every item runs once, and what has begun stays put.
#[test]
fn a_move_loses_no_item_and_touches_nothing_that_has_begun() {
    for seed in 0..60 {
        let mut begun: Vec<ItemNo> = vec![];
        play(seed, 6, 200, |run, seed| {
            let order = &run.state.order;
            let items: BTreeSet<ItemNo> = order.iter().copied().collect();
            assert_eq!(items.len(), tools::ALL.len(), "seed {seed}: {order:?}");
            assert_eq!(items.len(), order.len(), "seed {seed}: {order:?}");
            let opened = |item: &ItemNo| run.state.items[item.0].opened;
            let now: Vec<ItemNo> = order.iter().copied().filter(opened).collect();
            assert!(now.starts_with(&begun), "seed {seed}: {begun:?} became {now:?}");
            begun = now;
        });
    }
}

/// A phone that is not woken shows what it showed. Of what others have promised it shows nothing.
#[test]
fn a_fact_reaches_everybody_whose_phone_it_changes() {
    let shown = |state: &State, seat| {
        let mut screen = phone(state, seat, &Live::default())?;
        screen.commitments.retain(|it| it.owner == seat);
        Some(screen)
    };
    for seed in 0..40 {
        let mut chance = Chance(seed);
        let mut run = Run::begin(9);
        for _ in 0..150 {
            let (before, stored) = (run.state.clone(), run.facts.len());
            let (actor, command) = wish(&mut chance, &run.state);
            run.ask(actor, command.clone());
            let mut state = before.clone();
            let mut asleep: BTreeSet<SeatId> = before.seats.keys().copied().collect();
            for fact in &run.facts[stored..] {
                evolve(&mut state, fact);
                match reach(&state, fact) {
                    Reach::Everyone => asleep.clear(),
                    Reach::Seats(seats) => asleep.retain(|seat| !seats.contains(seat)),
                }
            }
            for seat in asleep {
                let (was, is) = (shown(&before, seat), shown(&state, seat));
                assert_eq!(was, is, "seed {seed}: {seat:?} was not told of {command:?}");
            }
        }
    }
}
