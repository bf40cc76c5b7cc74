//! When the day turns out otherwise: somebody is ill, some come late, a table falls away.
//!
//! **Invariant `held-rounds-stay`:** rounds already held are not touched. Held by
//! `frozen_rounds`: the search moves nobody there, and the score counts a change as a broken rule.

use crate::anneal::Budget;
use crate::problem::{Anchor, Flaw, Plan, Problem, WEIGHT_MAX};
use crate::solve::{Refusal, Solution, solve};

/// What has changed since the plan was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Rounds held, which stay as they are.
    pub frozen_rounds: usize,
    /// Away from the first round not held.
    pub gone: Vec<usize>,
    /// Person and first round: present from then on, whatever the problem's `absent` says.
    pub arrived: Vec<(usize, usize)>,
    /// Tables that fell away from the first round not held.
    pub closed: Vec<usize>,
    /// New bounds for the tables; as planned when empty.
    pub bounds: Vec<[usize; 2]>,
    pub priority: Priority,
}

/// What matters more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Priority {
    /// As few people as possible change table; wishes decide who.
    #[default]
    FewestMoves,
    /// One person at another table weighs as much as this much score; 20 is two repeats.
    Weighed(i64),
}

/// One person at another table than planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    pub round: usize,
    pub person: usize,
    /// `None`: had no seat.
    pub from: Option<usize>,
    /// `None`: has left.
    pub to: Option<usize>,
}

/// The mended plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    pub solution: Solution,
    /// The problem that was solved, with the changes and the old plan as anchor.
    pub problem: Problem,
    /// Who sits elsewhere, in rounds not held; who came and who left included.
    pub moves: Vec<Move>,
    /// Round and table: too few were left, so the rest joined others.
    pub dissolved: Vec<(usize, usize)>,
}

/// Mends `plan`. Tables that too few people are left for are dissolved; if seats are lacking,
/// tables take more people than planned, as few more as needed.
pub fn repair(
    problem: &Problem,
    plan: &Plan,
    changes: &Changes,
    seed: u64,
    budget: &mut Budget,
) -> Result<Repair, Refusal> {
    problem.check()?;
    problem.check_plan("plan", plan)?;
    let (mut today, dissolved) = changed(problem, plan, changes)?;
    // Who has left cannot be compared with the anchor, and who comes has no place in it.
    today.anchor = Some(Anchor {
        move_cost: match changes.priority {
            Priority::FewestMoves => WEIGHT_MAX,
            Priority::Weighed(cost) => cost,
        },
        frozen_rounds: changes.frozen_rounds,
        groups: plan.clone(),
    });
    let solution = solve(&today, seed, budget)?;
    let moves = moves(&today, plan, &solution.plan, changes.frozen_rounds);
    Ok(Repair { solution, problem: today, moves, dissolved })
}

fn changed(
    problem: &Problem,
    plan: &Plan,
    changes: &Changes,
) -> Result<(Problem, Vec<(usize, usize)>), Flaw> {
    let mut today = problem.clone();
    let unknown = changes
        .gone
        .iter()
        .chain(changes.arrived.iter().map(|(person, _)| person))
        .find(|person| **person >= problem.n);
    if let Some(person) = unknown {
        return Err(Flaw {
            field: "changes",
            what: format!("there is no person {person} among {}", problem.n),
        });
    }
    today.absent.resize(problem.rounds, Vec::new());
    today.closed.resize(problem.rounds, Vec::new());
    for &(person, first) in &changes.arrived {
        for absent in today.absent.iter_mut().skip(first.max(changes.frozen_rounds)) {
            absent.retain(|away| *away != person);
        }
    }
    for (absent, closed) in
        today.absent.iter_mut().zip(&mut today.closed).skip(changes.frozen_rounds)
    {
        absent.extend(&changes.gone);
        absent.sort_unstable();
        absent.dedup();
        closed.extend(&changes.closed);
    }
    if !changes.bounds.is_empty() {
        today.groups.clone_from(&changes.bounds);
    }
    today.check()?;
    let mut dissolved = Vec::new();
    for round in changes.frozen_rounds..problem.rounds {
        dissolve(&mut today, plan, round, &mut dissolved);
    }
    widen(&mut today, changes.frozen_rounds);
    Ok((today, dissolved))
}

/// Closes tables while the people are too few for all, and tables that are quicker to dissolve
/// than to fill.
fn dissolve(changed: &mut Problem, plan: &Plan, round: usize, dissolved: &mut Vec<(usize, usize)>) {
    let present = changed.present(round);
    let heads = present.iter().filter(|here| **here).count();
    let left = |group: usize| {
        plan[round]
            .get(group)
            .map_or(0, |members| members.iter().filter(|person| present[**person]).count())
    };
    loop {
        let open: Vec<usize> =
            (0..changed.groups.len()).filter(|group| changed.open(round, *group)).collect();
        let least: usize = open.iter().map(|group| changed.groups[*group][0]).sum();
        let most: usize = open.iter().map(|group| changed.groups[*group][1]).sum();
        let hosted = |group: usize| {
            changed.hosts.iter().any(|[person, host]| *host == group && present[*person])
        };
        let candidates = open.iter().copied().filter(|group| !hosted(*group) && open.len() > 1);
        let Some(group) = candidates.min_by_key(|group| left(*group)) else { return };
        let quicker =
            2 * left(group) < changed.groups[group][0] && heads + changed.groups[group][1] <= most;
        if heads >= least && !quicker {
            return;
        }
        changed.closed[round].push(group);
        dissolved.push((round, group));
    }
}

/// Adds seats to every table until all have one.
fn widen(changed: &mut Problem, frozen: usize) {
    let short = |changed: &Problem| {
        (frozen..changed.rounds).any(|round| {
            let seats: usize =
                (0..changed.groups.len()).map(|group| changed.bounds(round, group)[1]).sum();
            seats < changed.present(round).iter().filter(|here| **here).count()
        })
    };
    let some_open = (frozen..changed.rounds)
        .all(|round| (0..changed.groups.len()).any(|group| changed.open(round, group)));
    while some_open && short(changed) {
        for bounds in &mut changed.groups {
            bounds[1] += 1;
        }
    }
}

/// The table of `person`.
fn seat(groups: &[Vec<usize>], person: usize) -> Option<usize> {
    groups.iter().position(|members| members.contains(&person))
}

fn moves(problem: &Problem, before: &Plan, after: &Plan, frozen: usize) -> Vec<Move> {
    let mut moves = Vec::new();
    for round in frozen..problem.rounds {
        for person in 0..problem.n {
            let (from, to) = (seat(&before[round], person), seat(&after[round], person));
            if from != to {
                moves.push(Move { round, person, from, to });
            }
        }
    }
    moves
}
