//! From facts to state. Total: every fact is accepted in every state, and one that makes no sense
//! there stays in the log and changes nothing.

mod outcomes;
mod people;
mod program;
mod tables;
mod texts;

use crate::event::Event;
use crate::order;
use crate::state::{GivenAnswer, Lead, State};

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
    use Event as E;
    match fact {
        E::Opened { plan, version, .. } => program::open(state, plan, *version),
        E::Replanned { plan, version, .. } => program::replan(state, plan, *version),
        E::DoorLocked => state.door_locked = true,
        E::DoorUnlocked => state.door_locked = false,
        E::DeputyNamed { seat } => state.deputy = Some(*seat),
        E::LeadTaken { seat } => state.lead = Lead::Deputy(*seat),
        E::LeadReturned => state.lead = Lead::Leader,

        E::Joined { seat, name, without_device, .. } => {
            people::join(state, *seat, name, *without_device);
        }
        E::Renamed { seat, name } => people::rename(state, *seat, name),
        E::Left { seat } => people::leave(state, *seat),
        E::Returned { seat } => people::come_back(state, *seat),
        E::PutOut { seat } => people::put_out(state, *seat, true),
        E::LetBackIn { seat } => people::put_out(state, *seat, false),
        E::SeatClaimed { claim, seat } => people::claim(state, *claim, *seat),
        E::ClaimAnswered { claim, granted } => people::answer_claim(state, *claim, *granted),

        E::Started { at } => program::start(state, *at),
        E::ItemOpened { item, steps, .. } => program::open_item(state, *item, steps),
        E::StepOpened { place, seating, .. } => program::open_step(state, *place, *seating),
        E::ClockStarted { until } => program::start_clock(state, *until),
        E::ClockPaused { left } => program::pause_clock(state, *left),
        E::TimeAdded { seconds, until, from_item } => {
            program::add_time(state, *seconds, *until, *from_item);
        }
        E::ItemSkipped { item } => program::skip_item(state, *item),
        E::ItemMoved { item, before } => order::take(state, *item, *before),
        E::NudgeSet { on } => state.nudge = *on,
        E::Ended { at } => program::end(state, *at),
        E::EndUndone => program::undo_end(state),

        E::TablesSet { seating, item, tables } => tables::set(state, *seating, *item, tables),
        E::SeatPlaced { seating, seat, table } => tables::place(state, *seating, *seat, *table),
        E::RoleGiven { seating, seat, role } => tables::give_role(state, *seating, *seat, *role),
        E::TurnMoved { table, turn } => tables::turn(state, *table, *turn),
        E::HandRaised { seat } => tables::raise_hand(state, *seat),
        E::HandLowered { seat } => state.hands.retain(|hand| hand != seat),
        E::HelpAsked { table } => tables::ask_help(state, *table),
        E::HelpGiven { table } => state.help.retain(|it| it != table),
        E::TableReady { table } => tables::be_ready(state, *table),
        E::QuestionChanged { table, text } => tables::change_question(state, *table, text),

        E::Wrote(fact) => texts::write(state, fact),
        E::Rewrote { id, text, parents } => state.written.rewrite(*id, text, parents),
        E::Withdrawn { id } => state.written.withdraw(*id),
        E::Restored { id } => state.written.restore(*id),
        E::Stood { point, seat, stands } => state.written.stand(*point, *seat, *stands),
        E::Chosen { seat, note } => {
            state.chosen.insert(*seat, *note);
        }
        E::Delivered { item, table, delivered } => texts::deliver(state, *item, *table, *delivered),

        E::Parked { text, table } => outcomes::park(state, text, *table),
        E::CommitmentProposed(fact) => outcomes::propose(state, fact),
        E::CommitmentAnswered { number, accepted } => {
            outcomes::answer_commitment(state, *number, *accepted);
        }
        E::GoalAnswered { seat, goal, answer, device } => {
            let given = GivenAnswer { answer: *answer, device: device.unwrap_or(*seat) };
            state.goal_answers.insert((*goal, *seat), given);
        }
        E::GoalsCounted { counts } => state.goals_counted = Some(counts.clone()),
        E::GoalAnswerDropped => (),
    }
}
