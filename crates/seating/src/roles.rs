//! Who chairs, keeps time, reports and guards the width, so that it goes round.
//!
//! Cost: for each person, `same · x(x−1)/2` for each role had x times and `load · y(y−1)/2` for y
//! roles in all, history included. A table of four or more gives the roles to four different
//! people; at a table of three one person both chairs and keeps time; smaller tables have none.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use crate::anneal::{Budget, Progress};
use crate::cooling::{Acceptance, Temperatures, temperature};
use crate::problem::{Plan, RoleWeights};
use crate::rng::Rng;
use crate::width::delta;

/// First and last temperature of trades, for a repeated role of weight 10.
const FIRST: f64 = 6.0;
const LAST: f64 = 1.0;
/// Trades between two looks at the budget.
const TRADES: u64 = 4_000;
/// Rounds of redrawing without a gain before it is left; ties fall by chance, so one is not enough.
const IDLE_MAX: u32 = 4;

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

/// Even spread: every role and all roles together poured onto those who have had fewest, and onto
/// nobody more often than they sit at a table with roles.
fn bound(plan: &Plan, counts: &[[i64; ROLES]], weights: RoleWeights) -> i64 {
    let tables = || plan.iter().flatten().filter(|members| members.len() >= 3);
    let slots = tables().count();
    // How often each can have one role, and any role: chair and timekeeper of three are one.
    let mut once = vec![0; counts.len()];
    let mut any = vec![0; counts.len()];
    for members in tables() {
        for &person in members {
            once[person] += 1;
            any[person] += if members.len() < ROLES { 2 } else { 1 };
        }
    }
    let pour = |levels: Vec<i64>, most: &[usize], slots: usize, weight: i64| {
        let mut lowest: BinaryHeap<Reverse<(i64, usize)>> =
            levels.iter().copied().zip(most.iter().copied()).map(Reverse).collect();
        let mut sum: i64 = levels.iter().map(|level| weight * level * (level - 1) / 2).sum();
        let mut left = slots;
        while let Some(Reverse((level, times))) = lowest.pop().filter(|_| left > 0) {
            if times > 0 {
                sum += weight * level;
                left -= 1;
                lowest.push(Reverse((level + 1, times - 1)));
            }
        }
        sum
    };
    let roles = (0..ROLES)
        .map(|role| pour(counts.iter().map(|row| row[role]).collect(), &once, slots, weights.same));
    roles.sum::<i64>()
        + pour(
            counts.iter().map(|row| row.iter().sum()).collect(),
            &any,
            slots * ROLES,
            weights.load,
        )
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

impl Seat {
    /// Whether roles can be traded here; at a table of three the chair and the timekeeper are one.
    fn open(&self) -> bool {
        self.members.len() >= ROLES && self.kept != [true; ROLES]
    }
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

    /// Gives each table the best roles given all others until that gains nothing; then trades
    /// roles at random, cooling, and polishes what it found in the same way.
    fn improve(mut self, bound: i64, budget: &mut Budget) -> (Vec<Seat>, i64) {
        let mut best = (Vec::new(), i64::MAX);
        let mut steps = 0;
        self.polish(&mut best, bound, &mut steps);
        let open: Vec<usize> = (0..self.seats.len()).filter(|at| self.seats[*at].open()).collect();
        let mut acceptance = Acceptance::new();
        let scale = f64::from(i32::try_from(self.weights.same).unwrap_or(10).max(1)) / 10.0;
        let range = Temperatures { first: FIRST * scale, last: LAST * scale };
        let mut spent = budget(Progress { steps, best: best.1 });
        let begun = spent;
        while best.1 > bound && !open.is_empty() && spent < 1.0 {
            acceptance.set(temperature(range, (spent - begun) / (1.0 - begun)));
            let mut sum = total(&self.counts, self.weights);
            for _ in 0..TRADES {
                sum += self.trade(&open, &acceptance);
                if sum < best.1 {
                    best = (self.seats.clone(), sum);
                }
            }
            steps += TRADES;
            spent = budget(Progress { steps, best: best.1 });
        }
        self.polish(&mut best, bound, &mut steps);
        best
    }

    /// Redraws table after table until a round of them gains nothing.
    fn polish(&mut self, best: &mut (Vec<Seat>, i64), bound: i64, steps: &mut u64) {
        let mut order: Vec<usize> = (0..self.seats.len()).collect();
        let (mut before, mut idle) = (i64::MAX, 0);
        while idle < IDLE_MAX && best.1 > bound {
            for &at in &order {
                self.redraw(at);
                *steps += 1;
            }
            let now = total(&self.counts, self.weights);
            idle = if now < before { 0 } else { idle + 1 };
            before = now;
            if now < best.1 {
                *best = (self.seats.clone(), now);
            }
            self.rng.shuffle(&mut order);
        }
    }

    /// Proposes that somebody at one of the tables `open` gives a role to another, who gives an
    /// own role back. Returns what it changed.
    fn trade(&mut self, open: &[usize], acceptance: &Acceptance) -> i64 {
        let Some(at) = self.rng.pick(open) else { return 0 };
        let role = self.rng.below(ROLES);
        let seat = &self.seats[at];
        let (Some(giver), Some(taker)) = (seat.holders[role], self.rng.pick(&seat.members)) else {
            return 0;
        };
        let back = seat.holders.iter().position(|holder| *holder == Some(taker));
        if giver == taker || seat.kept[role] || back.is_some_and(|back| seat.kept[back]) {
            return 0;
        }
        let load = |person: usize| self.counts[person].iter().sum::<i64>();
        let RoleWeights { same, load: each } = self.weights;
        let mut change = same * (self.counts[taker][role] - self.counts[giver][role] + 1);
        match back {
            Some(back) => {
                change += same * (self.counts[giver][back] - self.counts[taker][back] + 1);
            }
            None => change += each * (load(taker) - load(giver) + 1),
        }
        if !acceptance.accepts(delta(change), self.rng.word()) {
            return 0;
        }
        self.seats[at].holders[role] = Some(taker);
        self.counts[giver][role] -= 1;
        self.counts[taker][role] += 1;
        if let Some(back) = back {
            self.seats[at].holders[back] = Some(giver);
            self.counts[taker][back] -= 1;
            self.counts[giver][back] += 1;
        }
        change
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
