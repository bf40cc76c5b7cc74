//! What a meeting comes to beside its texts: who does what when, what is parked, and whether the
//! goals were reached.

use kernel::ids::SeatId;
use kernel::limits::{COMMITMENTS_MAX, LINE_GRAPHEMES_MAX, PARKED_MAX};

use super::{Decision, clean_line, has_started, seat_of};
use crate::event::{Event, GoalAnswer, Proposed};
use crate::given::Actor;
use crate::goals;
use crate::refusal::Refusal;
use crate::state::{GivenAnswer, State};

/// What is wished to be noted as an outcome.
#[derive(Clone, Debug, PartialEq)]
pub enum OutcomeWish {
    Park {
        text: String,
    },
    Propose {
        what: String,
        owner: SeatId,
        due: String,
        sign: String,
    },
    AnswerCommitment {
        number: u32,
        accepted: bool,
    },
    /// «Nådde vi målene?», each for oneself.
    AnswerGoal {
        goal: usize,
        answer: GoalAnswer,
        /// The first seat of the device it comes from: several people on one device count as one.
        device: SeatId,
    },
}

impl OutcomeWish {
    pub(crate) fn own_words(&self) -> &str {
        match self {
            OutcomeWish::Park { text } => text,
            OutcomeWish::Propose { what, .. } => what,
            OutcomeWish::AnswerCommitment { .. } | OutcomeWish::AnswerGoal { .. } => "",
        }
    }
}

pub(super) fn decide(state: &State, actor: Actor, wish: OutcomeWish) -> Decision {
    match wish {
        OutcomeWish::Park { text } => park(state, actor, &text),
        OutcomeWish::Propose { what, owner, due, sign } => {
            propose(state, actor, owner, [&what, &due, &sign])
        }
        OutcomeWish::AnswerCommitment { number, accepted } => {
            answer_commitment(state, seat_of(state, actor)?, number, accepted)
        }
        OutcomeWish::AnswerGoal { goal, answer, device } => {
            answer_goal(state, seat_of(state, actor)?, goal, GivenAnswer { answer, device })
        }
    }
}

fn park(state: &State, actor: Actor, text: &str) -> Decision {
    let table = match actor {
        Actor::Seat(seat) => {
            let now = state.tables_now();
            now.and_then(|(_, seated)| seated.table_of(seat)).map(|table| table.number)
        }
        Actor::Leader => None,
        Actor::Newcomer => return Err(Refusal::SeatOnly),
    };
    let text = clean_line(text, LINE_GRAPHEMES_MAX)?;
    if state.parked.len() >= PARKED_MAX {
        return Err(Refusal::TooMany);
    }
    let is_there = state.parked.iter().any(|it| it.text == text && it.table == table);
    Ok(if is_there { vec![] } else { vec![Event::Parked { text, table }] })
}

/// Proposes who does what when. One who proposes oneself has said yes by doing so; anyone else
/// must accept: nobody is assigned silently.
fn propose(state: &State, actor: Actor, owner: SeatId, [what, due, sign]: [&str; 3]) -> Decision {
    has_started(state)?;
    if matches!(actor, Actor::Newcomer) {
        return Err(Refusal::SeatOnly);
    }
    if !state.seats.contains_key(&owner) {
        return Err(Refusal::NoSuchSeat);
    }
    if !is_date(due) {
        return Err(Refusal::DateUnreadable);
    }
    let what = clean_line(what, LINE_GRAPHEMES_MAX)?;
    let sign =
        if sign.trim().is_empty() { String::new() } else { clean_line(sign, LINE_GRAPHEMES_MAX)? };
    let same = state.commitments.values().any(|it| {
        it.what == what && it.owner == owner && it.due == due && it.accepted != Some(false)
    });
    if same {
        return Ok(vec![]);
    }
    if state.commitments.len() >= COMMITMENTS_MAX {
        return Err(Refusal::TooMany);
    }
    let number = state.commitments.keys().next_back().copied().unwrap_or(0) + 1;
    let mut facts = vec![Event::CommitmentProposed(Proposed {
        number,
        what,
        owner,
        due: due.to_owned(),
        sign,
    })];
    if actor == Actor::Seat(owner) {
        facts.push(Event::CommitmentAnswered { number, accepted: true });
    }
    Ok(facts)
}

/// A day as `2026-04-26`, as the browser's date field sends it.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-').map(|part| (part.len(), part.parse::<u32>().ok()));
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    matches!(year, Some((4, Some(_))))
        && matches!(month, Some((2, Some(1..=12))))
        && matches!(day, Some((2, Some(1..=31))))
        && parts.next().is_none()
}

fn answer_commitment(state: &State, seat: SeatId, number: u32, accepted: bool) -> Decision {
    let it = state.commitments.get(&number).ok_or(Refusal::NoSuchText)?;
    if it.owner != seat {
        return Err(Refusal::NotYours);
    }
    let same = it.accepted == Some(accepted);
    Ok(if same { vec![] } else { vec![Event::CommitmentAnswered { number, accepted }] })
}

/// Takes down one person's answer for one goal.
fn answer_goal(state: &State, seat: SeatId, goal: usize, given: GivenAnswer) -> Decision {
    has_started(state)?;
    if !goals::are_asked(state) {
        return Err(Refusal::NotAskedNow);
    }
    let goals = state.plan.as_ref().map_or(0, |plan| plan.goals.len());
    if goal >= goals {
        return Err(Refusal::NoSuchText);
    }
    if state.goal_answers.get(&(goal, seat)) == Some(&given) {
        return Ok(vec![]);
    }
    let GivenAnswer { answer, device } = given;
    let device = Some(device).filter(|device| *device != seat);
    Ok(vec![Event::GoalAnswered { seat, goal, answer, device }])
}
