//! From facts to state. Total: every fact is accepted in every state, and one that makes no sense
//! there stays in the log and changes nothing.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;

use kernel::ids::{ContributionId, ItemNo, SeatId, SeatingNo, TableNumber};
use kernel::time::{Minutes, Moment, Seconds};
use plan::document::Plan;

use crate::event::Event;
use crate::state::{
    Claim, Clock, Commitment, Contribution, ItemProgress, Lead, Parked, Phase, Running, Seat,
    Seated, State,
};
use crate::{goals, order};

/// Returns the state after a log of facts.
#[must_use]
pub fn replay<'log>(facts: impl IntoIterator<Item = &'log Event>) -> State {
    let mut state = State::default();
    for fact in facts {
        evolve(&mut state, fact);
    }
    state
}

/// Takes one fact into the state.
pub fn evolve(state: &mut State, fact: &Event) {
    state.board.take();
    match fact {
        Event::Opened { plan, version, at: _ } => open(state, plan, *version),
        Event::Replanned { plan, version, at: _ } => {
            if state.phase == Phase::Lobby {
                open(state, plan, *version);
            }
        }
        Event::DoorLocked => state.door_locked = true,
        Event::DoorUnlocked => state.door_locked = false,

        Event::Joined { .. }
        | Event::Renamed { .. }
        | Event::Left { .. }
        | Event::Returned { .. }
        | Event::SeatClaimed { .. }
        | Event::ClaimAnswered { .. } => people(state, fact),

        Event::TablesSet { seating, item, tables } => state.seatings.push(Seated {
            seating: *seating,
            item: *item,
            tables: tables.clone(),
            roles: BTreeSet::new(),
        }),
        Event::SeatPlaced { seating, seat, table } => place(state, *seating, *seat, *table),
        Event::RoleGiven { seating, seat, role } => give_role(state, *seating, *seat, *role),

        Event::Started { .. }
        | Event::ItemOpened { .. }
        | Event::StepOpened { .. }
        | Event::ClockStarted { .. }
        | Event::ClockPaused { .. }
        | Event::TimeAdded { .. }
        | Event::ItemSkipped { .. }
        | Event::ItemMoved { .. }
        | Event::Ended { .. }
        | Event::EndUndone
        | Event::TurnMoved { .. } => program(state, fact),

        Event::Wrote { .. }
        | Event::Rewrote { .. }
        | Event::Withdrawn { .. }
        | Event::Restored { .. }
        | Event::Stood { .. }
        | Event::Chosen { .. }
        | Event::Delivered { .. } => texts(state, fact),

        Event::HandRaised { .. }
        | Event::HandLowered { .. }
        | Event::HelpAsked { .. }
        | Event::HelpGiven { .. }
        | Event::TableReady { .. }
        | Event::Parked { .. }
        | Event::QuestionChanged { .. }
        | Event::CommitmentProposed { .. }
        | Event::CommitmentAnswered { .. }
        | Event::GoalAnswered { .. }
        | Event::NudgeSet { .. }
        | Event::DeputyNamed { .. }
        | Event::LeadTaken { .. }
        | Event::LeadReturned => room(state, fact),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the caller has sorted the facts")]
fn room(state: &mut State, fact: &Event) {
    match fact {
        Event::HandRaised { seat } if !state.hands.contains(seat) => state.hands.push(*seat),
        Event::HandLowered { seat } => state.hands.retain(|hand| hand != seat),
        Event::HelpAsked { table } if !state.help.contains(table) => state.help.push(*table),
        Event::HelpGiven { table } => state.help.retain(|it| it != table),
        Event::TableReady { table } => {
            state.ready.insert(*table);
        }
        Event::Parked { text, table } => {
            state.parked.push(Parked { text: text.clone(), table: *table });
        }
        Event::QuestionChanged { table, text } => {
            if let Some(place) = state.place() {
                state.questions.insert((place.item, *table), text.clone());
            }
        }

        Event::CommitmentProposed { number, what, owner, due, sign } => {
            let commitment = Commitment {
                what: what.clone(),
                owner: *owner,
                due: due.clone(),
                sign: sign.clone(),
                accepted: None,
            };
            state.commitments.insert(*number, commitment);
        }
        Event::CommitmentAnswered { number, accepted } => {
            if let Some(commitment) = state.commitments.get_mut(number) {
                commitment.accepted = Some(*accepted);
            }
        }

        Event::GoalAnswered { seat, goal, answer } => {
            state.goal_answers.insert((*goal, *seat), *answer);
        }
        Event::NudgeSet { on } => state.nudge = *on,

        Event::DeputyNamed { seat } => state.deputy = Some(*seat),
        Event::LeadTaken { seat } => state.lead = Lead::Deputy(*seat),
        Event::LeadReturned => state.lead = Lead::Leader,
        _ => (),
    }
}

fn open(state: &mut State, plan: &Plan, version: i64) {
    let items = plan.items.iter().map(|item| ItemProgress {
        seconds: Minutes(item.minutes_in_meeting()).seconds(),
        steps: vec![],
        opened: false,
        skipped: false,
    });
    state.items = items.collect();
    state.order = (0..state.items.len()).map(ItemNo).collect();
    state.plan = Some(plan.clone());
    state.plan_version = version;
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the caller has sorted the facts")]
fn people(state: &mut State, fact: &Event) {
    match fact {
        Event::Joined { seat, name, without_device, at: _ } => {
            let it = Seat { name: name.clone(), present: true, without_device: *without_device };
            state.seats.insert(*seat, it);
        }
        Event::Renamed { seat, name } => {
            if let Some(it) = state.seats.get_mut(seat) {
                it.name.clone_from(name);
            }
        }
        Event::Left { seat } => {
            if let Some(it) = state.seats.get_mut(seat) {
                it.present = false;
            }
            state.hands.retain(|hand| hand != seat);
            take_from_tables(state, *seat);
        }
        Event::Returned { seat } => {
            if let Some(it) = state.seats.get_mut(seat) {
                it.present = true;
            }
        }
        Event::SeatClaimed { claim, seat } => {
            state.claims.insert(*claim, Claim { seat: *seat, granted: None });
        }
        Event::ClaimAnswered { claim, granted } => {
            if let Some(it) = state.claims.get_mut(claim) {
                it.granted = Some(*granted);
            }
        }
        _ => (),
    }
}

/// Takes someone who left from the tables that stand now and from the meeting's groups. Earlier
/// tables keep them: they tell who met.
fn take_from_tables(state: &mut State, seat: SeatId) {
    let now = state.tables_now().map(|(seating, _)| seating);
    let groups = state.groups().map(|(seating, _)| seating);
    for seating in [now, groups].into_iter().flatten() {
        if let Some(seated) = state.seatings.get_mut(seating.0) {
            for table in &mut seated.tables {
                table.seats.retain(|it| *it != seat);
            }
            seated.roles.retain(|(it, _)| *it != seat);
        }
    }
}

/// Tables that are used again no longer wait for those who have left since they were set.
fn take_absent_from(state: &mut State, seating: SeatingNo) {
    let Some(seated) = state.seatings.get_mut(seating.0) else { return };
    let seats = &state.seats;
    let is_here = |seat: &SeatId| seats.get(seat).is_some_and(|seat| seat.present);
    for table in &mut seated.tables {
        table.seats.retain(is_here);
    }
    seated.roles.retain(|(seat, _)| is_here(seat));
}

fn place(state: &mut State, seating: SeatingNo, seat: SeatId, number: TableNumber) {
    let Some(seated) = state.seatings.get_mut(seating.0) else { return };
    for table in &mut seated.tables {
        table.seats.retain(|it| *it != seat);
    }
    seated.roles.retain(|(it, _)| *it != seat);
    if let Some(table) = seated.tables.iter_mut().find(|table| table.number == number) {
        table.seats.push(seat);
    }
}

fn give_role(state: &mut State, seating: SeatingNo, seat: SeatId, role: kernel::role::Role) {
    let Some(seated) = state.seatings.get_mut(seating.0) else { return };
    let Some(table) = seated.table_of(seat).cloned() else { return };
    seated.roles.retain(|(it, held)| *held != role || !table.seats.contains(it));
    seated.roles.insert((seat, role));
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the caller has sorted the facts")]
fn program(state: &mut State, fact: &Event) {
    match fact {
        Event::Started { at } => start(state, *at),
        Event::ItemOpened { item, steps, at: _ } => {
            state.moved = None;
            if let Some(progress) = state.items.get_mut(item.0) {
                progress.steps.clone_from(steps);
                progress.opened = true;
                progress.skipped = false;
            }
        }
        Event::StepOpened { place, seating, at: _ } => {
            state.opened.insert(*place);
            if let Some(seating) = seating {
                state.seated_at.insert(*place, *seating);
                take_absent_from(state, *seating);
            }
            let total = state.step(*place).map_or(Seconds(0), |step| step.seconds);
            state.room_turn = 0;
            state.table_turns.clear();
            state.ready.clear();
            state.help.clear();
            if let Phase::Running(running) = &mut state.phase {
                running.place = Some(*place);
                running.seating = *seating;
                running.clock = Clock::Waiting { total };
            }
        }
        Event::ItemMoved { item, before } => order::take(state, *item, *before),
        Event::ItemSkipped { item } => {
            state.moved = None;
            if let Some(progress) = state.items.get_mut(item.0) {
                progress.skipped = true;
            }
        }
        Event::Ended { at } => {
            let was = state.running().cloned();
            let started_at = was.as_ref().map(|was| was.started_at);
            goals::count(state);
            state.phase = Phase::Ended { at: *at, was, started_at };
        }
        Event::EndUndone => {
            if let Phase::Ended { was: Some(was), .. } = &state.phase {
                state.phase = Phase::Running(was.clone());
            }
        }
        Event::TurnMoved { table: Some(table), turn } => {
            state.table_turns.insert(*table, *turn);
        }
        Event::TurnMoved { table: None, turn } => state.room_turn = *turn,
        _ => clock(state, fact),
    }
}

fn start(state: &mut State, at: Moment) {
    if state.phase == Phase::Lobby {
        state.phase = Phase::Running(Running {
            started_at: at,
            place: None,
            seating: None,
            clock: Clock::Waiting { total: Seconds(0) },
        });
    }
}

fn clock(state: &mut State, fact: &Event) {
    if let Event::TimeAdded { seconds, from_item, .. } = fact {
        lend_time(state, *seconds, *from_item);
    }
    let Phase::Running(running) = &mut state.phase else { return };
    let total = match running.clock {
        Clock::Waiting { total } | Clock::Running { total, .. } | Clock::Paused { total, .. } => {
            total
        }
    };
    match (fact, running.clock) {
        (Event::ClockStarted { until }, _) => {
            running.clock = Clock::Running { until: *until, total };
        }
        (Event::ClockPaused { left }, _) => running.clock = Clock::Paused { left: *left, total },
        (Event::TimeAdded { seconds, until, .. }, clock) => {
            let total = total + *seconds;
            running.clock = match (clock, until) {
                (Clock::Running { .. }, Some(until)) => Clock::Running { until: *until, total },
                (Clock::Running { until, .. }, None) => {
                    Clock::Running { until: until + *seconds, total }
                }
                (Clock::Waiting { .. }, _) => Clock::Waiting { total },
                (Clock::Paused { left, .. }, _) => Clock::Paused { left: left + *seconds, total },
            };
        }
        _ => (),
    }
}

/// Moves minutes in the program: the step and its item grow, and the item that gives shrinks.
fn lend_time(state: &mut State, seconds: Seconds, from_item: Option<ItemNo>) {
    if let Some(place) = state.place()
        && let Some(progress) = state.items.get_mut(place.item.0)
    {
        progress.seconds = progress.seconds + seconds;
        if let Some(step) = progress.steps.get_mut(place.step) {
            step.seconds = step.seconds + seconds;
        }
    }
    if let Some(giver) = from_item.and_then(|item| state.items.get_mut(item.0)) {
        giver.seconds = giver.seconds - seconds;
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the caller has sorted the facts")]
fn texts(state: &mut State, fact: &Event) {
    match fact {
        Event::Wrote { .. } => wrote(state, fact),
        Event::Rewrote { id, text, parents } => {
            let Some(it) = state.contributions.get_mut(id) else { return };
            it.text.clone_from(text);
            it.version += 1;
            // Those who stood behind other words are asked again.
            it.stands.clear();
            let old = std::mem::replace(&mut it.parents, parents.clone());
            for parent in old {
                if let Some(children) = state.children.get_mut(&parent) {
                    children.remove(id);
                }
            }
            adopt(state, *id, parents);
        }
        Event::Withdrawn { id } => {
            if let Some(it) = state.contributions.get_mut(id) {
                it.withdrawn = true;
                let field = it.field();
                state.fields.remove(&field);
            }
        }
        Event::Restored { id } => restore(state, *id),
        Event::Stood { point, seat, stands } => {
            if let Some(it) = state.contributions.get_mut(point) {
                if *stands {
                    it.stands.insert(*seat);
                } else {
                    it.stands.remove(seat);
                }
            }
        }
        Event::Chosen { seat, note } => {
            state.chosen.insert(*seat, *note);
        }
        Event::Delivered { item, table, delivered } => {
            if *delivered {
                state.delivered.insert((*item, *table));
            } else {
                state.delivered.remove(&(*item, *table));
            }
        }
        _ => (),
    }
}

/// A text comes back to its field, unless something else has been written there.
fn restore(state: &mut State, id: ContributionId) {
    let Some(it) = state.contributions.get_mut(&id).filter(|it| it.withdrawn) else { return };
    let field = it.field();
    if let Entry::Vacant(free) = state.fields.entry(field) {
        free.insert(id);
        it.withdrawn = false;
    }
}

fn wrote(state: &mut State, fact: &Event) {
    let Event::Wrote { id, by, table, place, kind, slot, text, parents, at } = fact else {
        return;
    };
    let seating = state.seated_at.get(place).copied();
    let contribution = Contribution {
        id: *id,
        by: *by,
        table: seating.zip(*table),
        place: *place,
        kind: *kind,
        slot: *slot,
        text: text.clone(),
        parents: parents.clone(),
        stands: BTreeSet::new(),
        version: 1,
        withdrawn: false,
        at: *at,
    };
    state.fields.insert(contribution.field(), *id);
    match contribution.table {
        Some(table) => state.by_table.entry(table).or_default().insert(*id),
        None => state.by_seat.entry(*by).or_default().insert(*id),
    };
    state.contributions.insert(*id, contribution);
    adopt(state, *id, parents);
}

fn adopt(state: &mut State, child: ContributionId, parents: &[ContributionId]) {
    for parent in parents {
        state.children.entry(*parent).or_default().insert(child);
    }
}
