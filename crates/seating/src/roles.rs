//! Who chairs, keeps time, reports and guards the width, so that it goes round.
//!
//! Cost: for each person, `same · x(x−1)/2` for each role had x times and `load · y(y−1)/2` for y
//! roles in all, history included. A table of four or more gives the roles to four different
//! people; at a table of three one person both chairs and keeps time; smaller tables have none.

use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use crate::anneal::{Budget, Progress};
use crate::problem::{Plan, RoleWeights};
use crate::rng::Rng;

/// Chair, timekeeper, reporter, width guard.
pub const ROLES: usize = 4;

/// `[round][group]`: who has each role; `None` where a table is too small.
pub type Assignment = Vec<Vec<Option<[usize; ROLES]>>>;

/// Roles for a whole plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roles {
    pub assignment: Assignment,
    pub cost: i64,
    /// No assignment costs less.
    pub bound: i64,
    pub proved: bool,
}

/// Assigns roles in `plan`; `history` has a row for each of `people`, or none. Roles in `kept`
/// whose holders still sit at that table stay, all others there are drawn anew.
pub fn assign(
    plan: &Plan,
    history: &[[u32; ROLES]],
    weights: RoleWeights,
    kept: Option<&Assignment>,
    seed: u64,
    budget: &mut Budget,
) -> Roles {
    let people =
        plan.iter().flatten().flatten().max().map_or(0, |last| last + 1).max(history.len());
    let mut counts = vec![[0_i64; ROLES]; people];
    for (row, past) in counts.iter_mut().zip(history) {
        *row = past.map(i64::from);
    }
    let bound = bound(plan, &counts, weights);
    let mut draw = Draw { plan, counts, weights, rng: Rng::new(seed), seats: Vec::new() };
    for (round, groups) in plan.iter().enumerate() {
        for (group, members) in groups.iter().enumerate() {
            if members.len() >= 3 {
                draw.add_seats(round, group, members, kept);
            }
        }
    }
    let (seats, cost) = draw.improve(bound, budget);
    let mut assignment: Assignment = plan.iter().map(|groups| vec![None; groups.len()]).collect();
    for seat in seats {
        assignment[seat.round][seat.group] = Some(seat.holders.map(Option::unwrap_or_default));
    }
    Roles { assignment, cost, bound, proved: cost == bound }
}

/// The cost of an assignment.
#[must_use]
pub fn cost(
    assignment: &Assignment,
    history: &[[u32; ROLES]],
    people: usize,
    weights: RoleWeights,
) -> i64 {
    let mut counts = vec![[0_i64; ROLES]; people];
    for (row, past) in counts.iter_mut().zip(history) {
        *row = past.map(i64::from);
    }
    for holders in assignment.iter().flatten().flatten() {
        for (role, &person) in holders.iter().enumerate() {
            counts[person][role] += 1;
        }
    }
    total(&counts, weights)
}

fn total(counts: &[[i64; ROLES]], weights: RoleWeights) -> i64 {
    let pairs = |times: i64| times * (times - 1) / 2;
    let one = |row: &[i64; ROLES]| {
        let same: i64 = row.iter().map(|times| weights.same * pairs(*times)).sum();
        same + weights.load * pairs(row.iter().sum())
    };
    counts.iter().map(one).sum()
}

/// Even spread: every role and all roles together poured onto those who have had fewest, over
/// people who sit at some table with roles.
fn bound(plan: &Plan, counts: &[[i64; ROLES]], weights: RoleWeights) -> i64 {
    let tables = || plan.iter().flatten().filter(|members| members.len() >= 3);
    let slots = tables().count();
    let mut eligible = vec![0_usize; counts.len()];
    for &person in tables().flatten() {
        eligible[person] += 1;
    }
    let pour = |levels: Vec<i64>, slots: usize, weight: i64| {
        let mut lowest: BinaryHeap<std::cmp::Reverse<i64>> = levels
            .iter()
            .zip(&eligible)
            .filter(|(_, seats)| **seats > 0)
            .map(|(level, _)| std::cmp::Reverse(*level))
            .collect();
        let mut sum: i64 = levels.iter().map(|level| weight * level * (level - 1) / 2).sum();
        for _ in 0..slots {
            if let Some(std::cmp::Reverse(level)) = lowest.pop() {
                sum += weight * level;
                lowest.push(std::cmp::Reverse(level + 1));
            }
        }
        sum
    };
    let roles = (0..ROLES)
        .map(|role| pour(counts.iter().map(|row| row[role]).collect(), slots, weights.same));
    roles.sum::<i64>()
        + pour(counts.iter().map(|row| row.iter().sum()).collect(), slots * ROLES, weights.load)
}

/// One table in one round.
#[derive(Clone)]
struct Seat {
    round: usize,
    group: usize,
    members: Vec<usize>,
    holders: [Option<usize>; ROLES],
    /// Roles that stay with their holder.
    kept: [bool; ROLES],
}

struct Draw<'p> {
    plan: &'p Plan,
    counts: Vec<[i64; ROLES]>,
    weights: RoleWeights,
    rng: Rng,
    seats: Vec<Seat>,
}

impl Draw<'_> {
    fn add_seats(
        &mut self,
        round: usize,
        group: usize,
        members: &[usize],
        kept: Option<&Assignment>,
    ) {
        let mut seat = Seat {
            round,
            group,
            members: members.to_vec(),
            holders: [None; ROLES],
            kept: [false; ROLES],
        };
        let before = kept.and_then(|kept| kept.get(round)?.get(group).copied().flatten());
        let small = members.len() < ROLES;
        for (role, holder) in before.into_iter().flatten().enumerate() {
            let doubled = !small && seat.holders.contains(&Some(holder));
            if self.plan[round][group].contains(&holder) && !doubled {
                seat.holders[role] = Some(holder);
                seat.kept[role] = true;
            }
        }
        self.count(&seat.holders, 1);
        self.seats.push(seat);
    }

    fn count(&mut self, holders: &[Option<usize>; ROLES], change: i64) {
        for (role, holder) in holders.iter().enumerate() {
            if let Some(person) = holder {
                self.counts[*person][role] += change;
            }
        }
    }

    /// Gives each table the best roles given all others, again and again, ties by chance.
    fn improve(mut self, bound: i64, budget: &mut Budget) -> (Vec<Seat>, i64) {
        let mut order: Vec<usize> = (0..self.seats.len()).collect();
        let mut best = (Vec::new(), i64::MAX);
        let mut steps = 0;
        loop {
            for &at in &order {
                self.redraw(at);
                steps += 1;
            }
            let now = total(&self.counts, self.weights);
            if now < best.1 {
                best = (self.seats.clone(), now);
            }
            let settled = self.seats.iter().all(|seat| seat.kept == [true; ROLES]);
            if best.1 <= bound || settled || budget(Progress { steps, best: best.1 }) >= 1.0 {
                return best;
            }
            self.rng.shuffle(&mut order);
        }
    }

    fn redraw(&mut self, at: usize) {
        let mut seat = self.seats[at].clone();
        let free: [Option<usize>; ROLES] =
            std::array::from_fn(|role| seat.holders[role].filter(|_| !seat.kept[role]));
        self.count(&free, -1);
        let mut people = seat.members.clone();
        self.rng.shuffle(&mut people);
        let mut choice = Choice {
            prices: [const { Vec::new() }; ROLES],
            small: people.len() < ROLES,
            kept: [None; ROLES],
            best: None,
        };
        for (role, prices) in choice.prices.iter_mut().enumerate() {
            let load = |person: usize| self.counts[person].iter().sum::<i64>();
            let price = |person: &usize| {
                self.weights.same * self.counts[*person][role] + self.weights.load * load(*person)
            };
            *prices = people.iter().map(|person| (price(person), *person)).collect();
            prices.sort_by_key(|(price, _)| *price);
            // With three others taken, the fourth cheapest is always free.
            prices.truncate(2 * ROLES);
            choice.kept[role] = seat.holders[role].filter(|_| seat.kept[role]);
        }
        choice.choose(0, 0, &mut [None; ROLES]);
        if let Some((_, holders)) = choice.best {
            seat.holders = holders;
        }
        let drawn: [Option<usize>; ROLES] =
            std::array::from_fn(|role| seat.holders[role].filter(|_| !seat.kept[role]));
        self.count(&drawn, 1);
        self.seats[at] = seat;
    }
}

/// The cheapest way to give the roles of one table to different people.
struct Choice {
    /// `[role]`: price and person, cheapest first.
    prices: [Vec<(i64, usize)>; ROLES],
    small: bool,
    kept: [Option<usize>; ROLES],
    best: Option<(i64, [Option<usize>; ROLES])>,
}

impl Choice {
    fn choose(&mut self, role: usize, sum: i64, holders: &mut [Option<usize>; ROLES]) {
        if self.best.is_some_and(|(least, _)| sum >= least) {
            return;
        }
        if role == ROLES {
            self.best = Some((sum, *holders));
            return;
        }
        if let Some(person) = self.kept[role] {
            holders[role] = Some(person);
            self.choose(role + 1, sum, holders);
            return;
        }
        for at in 0..self.prices[role].len() {
            let (price, person) = self.prices[role][at];
            // At a table of three the timekeeper is the chair.
            let taken =
                holders[..role].contains(&Some(person)) || self.kept.contains(&Some(person));
            let doubled = self.small && role == 1;
            if if doubled { holders[0] == Some(person) } else { !taken } {
                holders[role] = Some(person);
                self.choose(role + 1, sum + price, holders);
                holders[role] = None;
            }
        }
    }
}
