//! The methods that the search has to beat, on an incremental table of their own.
//!
//! * greedy + descent: seat each person at the cheapest table, then take any swap that helps,
//!   until none does; again and again from new starts;
//! * tabu after Dotú and Van Hentenryck (CPAIOR 2005): the best swap of a person in conflict
//!   each time, swapped pairs barred for 4–100 steps in their round, a new start after 15,000
//!   steps without a gain.
//!
//! Both swap single people only and keep sizes, hosts and sets from the start they get, which the
//! solver's own first seating gives them: a budget of nothing.

use std::collections::BTreeMap;

use seating::problem::{Plan, Problem};
use seating::rng::Rng;
use seating::score::{evaluate, share};
use seating::solve::solve;

/// A seating with the sums that make a swap cheap to judge.
struct Seating<'p> {
    problem: &'p Problem,
    plan: Plan,
    /// `[p * n + q]`: history, and the repeat weight for each meeting.
    weights: Vec<i32>,
    /// `[r * n + p]`: table and place at it.
    seat: Vec<(usize, usize)>,
    /// `[r][g][attribute]`: head counts by category.
    counts: Vec<Vec<Vec<Vec<usize>>>>,
    /// `[r][attribute][category][size]`: share.
    shares: Vec<Vec<Vec<Vec<[usize; 2]>>>>,
    /// `[r]`: people who move alone.
    free: Vec<Vec<usize>>,
    anchor: BTreeMap<(usize, usize), usize>,
    cost: i64,
}

const APART: i32 = 12_000;

impl<'p> Seating<'p> {
    fn new(problem: &'p Problem, seed: u64) -> Seating<'p> {
        let plan = solve(problem, seed, &mut |_| 1.0).expect("feasible").plan;
        let n = problem.n;
        let mut weights = vec![0; n * n];
        let mut add = |groups: &[Vec<usize>], weight: i32| {
            for group in groups {
                for &one in group {
                    for &other in group.iter().filter(|other| **other != one) {
                        weights[one * n + other] += weight;
                    }
                }
            }
        };
        for meeting in &problem.earlier {
            add(&meeting.groups, i32::try_from(meeting.weight).expect("small"));
        }
        for round in &plan {
            add(round, i32::try_from(problem.repeat_weight).expect("small"));
        }
        for [one, other] in problem.all_apart() {
            weights[one * n + other] += APART;
            weights[other * n + one] += APART;
        }
        let bound: Vec<usize> = problem
            .together
            .iter()
            .flatten()
            .copied()
            .chain(problem.hosts.iter().map(|host| host[0]))
            .collect();
        let free = (0..problem.rounds).map(|round| {
            let present = problem.present(round);
            (0..n).filter(|person| present[*person] && !bound.contains(person)).collect()
        });
        let cost = evaluate(problem, &plan).expect("a plan").total;
        let mut seating = Seating {
            problem,
            free: free.collect(),
            weights,
            seat: vec![(0, 0); problem.rounds * n],
            counts: vec![],
            shares: vec![],
            anchor: BTreeMap::new(),
            cost,
            plan,
        };
        seating.fill();
        seating
    }

    fn fill(&mut self) {
        let problem = self.problem;
        let categories = |attribute: usize| {
            let last = problem.attributes[attribute].values.iter().copied().max().unwrap_or(-1);
            usize::try_from(last + 1).expect("at least 0")
        };
        let most = problem.groups.iter().map(|bounds| bounds[1]).max().unwrap_or(0);
        for round in 0..problem.rounds {
            let present = problem.present(round);
            let all = present.iter().filter(|here| **here).count();
            self.shares.push(
                (0..problem.attributes.len())
                    .map(|attribute| {
                        let values = &problem.attributes[attribute].values;
                        (0..categories(attribute))
                            .map(|category| {
                                let heads = (0..problem.n)
                                    .filter(|person| {
                                        present[*person]
                                            && usize::try_from(values[*person]) == Ok(category)
                                    })
                                    .count();
                                (0..=most).map(|size| share(size, heads, all)).collect()
                            })
                            .collect()
                    })
                    .collect(),
            );
            let mut tables = Vec::new();
            for (group, members) in self.plan[round].iter().enumerate() {
                let mut counts: Vec<Vec<usize>> = (0..problem.attributes.len())
                    .map(|attribute| vec![0; categories(attribute)])
                    .collect();
                for (place, &person) in members.iter().enumerate() {
                    self.seat[round * problem.n + person] = (group, place);
                    for (attribute, counts) in counts.iter_mut().enumerate() {
                        if let Ok(category) =
                            usize::try_from(problem.attributes[attribute].values[person])
                        {
                            counts[category] += 1;
                        }
                    }
                }
                tables.push(counts);
            }
            self.counts.push(tables);
        }
        for (round, groups) in
            problem.anchor.iter().flat_map(|anchor| anchor.groups.iter().enumerate())
        {
            for (group, members) in groups.iter().enumerate() {
                self.anchor.extend(members.iter().map(|person| ((round, *person), group)));
            }
        }
    }

    fn first_round(&self) -> usize {
        self.problem.anchor.as_ref().map_or(0, |anchor| anchor.frozen_rounds)
    }

    /// What swapping the two adds.
    fn delta(&self, round: usize, one: usize, other: usize) -> i64 {
        let n = self.problem.n;
        let ((here, _), (there, _)) = (self.seat[round * n + one], self.seat[round * n + other]);
        let repeat = i32::try_from(self.problem.repeat_weight).expect("small");
        let mut sum = 0;
        for &mate in self.plan[round][here].iter().filter(|mate| **mate != one) {
            sum += self.weights[other * n + mate] - self.weights[one * n + mate] + repeat;
        }
        for &mate in self.plan[round][there].iter().filter(|mate| **mate != other) {
            sum += self.weights[one * n + mate] - self.weights[other * n + mate] + repeat;
        }
        let mut sum = i64::from(sum)
            + self.balance_delta(round, here, one, other)
            + self.balance_delta(round, there, other, one);
        if let Some(anchor) = &self.problem.anchor {
            let stray = |person: usize, group: usize| {
                i64::from(self.anchor.get(&(round, person)).is_some_and(|old| *old != group))
                    * anchor.move_cost
            };
            sum += stray(one, there) + stray(other, here) - stray(one, here) - stray(other, there);
        }
        sum
    }

    /// What it adds to the balance of `group` that `old` leaves and `new` comes.
    fn balance_delta(&self, round: usize, group: usize, old: usize, new: usize) -> i64 {
        let size = self.plan[round][group].len();
        let mut sum = 0;
        for (index, attribute) in self.problem.attributes.iter().enumerate() {
            if attribute.values[old] == attribute.values[new] {
                continue;
            }
            let off = |category: usize, count: usize| {
                let [least, most] = self.shares[round][index][category][size];
                i64::try_from(count.saturating_sub(most) + least.saturating_sub(count))
                    .expect("small")
            };
            if let Ok(category) = usize::try_from(attribute.values[old]) {
                let count = self.counts[round][group][index][category];
                sum += attribute.weight * (off(category, count - 1) - off(category, count));
            }
            if let Ok(category) = usize::try_from(attribute.values[new]) {
                let count = self.counts[round][group][index][category];
                sum += attribute.weight * (off(category, count + 1) - off(category, count));
            }
        }
        sum
    }

    fn swap(&mut self, round: usize, one: usize, other: usize, added: i64) {
        let n = self.problem.n;
        let ((here, at), (there, to)) = (self.seat[round * n + one], self.seat[round * n + other]);
        let repeat = i32::try_from(self.problem.repeat_weight).expect("small");
        for (group, leaves, enters) in [(here, one, other), (there, other, one)] {
            for mate in self.plan[round][group].iter().copied().filter(|mate| *mate != leaves) {
                for (a, b) in [(mate, leaves), (leaves, mate)] {
                    self.weights[a * n + b] -= repeat;
                }
                for (a, b) in [(mate, enters), (enters, mate)] {
                    self.weights[a * n + b] += repeat;
                }
            }
            for (index, attribute) in self.problem.attributes.iter().enumerate() {
                let counts = &mut self.counts[round][group][index];
                if let Ok(category) = usize::try_from(attribute.values[leaves]) {
                    counts[category] -= 1;
                }
                if let Ok(category) = usize::try_from(attribute.values[enters]) {
                    counts[category] += 1;
                }
            }
        }
        self.plan[round][here][at] = other;
        self.plan[round][there][to] = one;
        self.seat.swap(round * n + one, round * n + other);
        self.cost += added;
    }
}

/// Greedy starts and descent, again and again while `more`.
pub fn greedy(problem: &Problem, seed: u64, more: &mut dyn FnMut() -> bool) -> Plan {
    let mut best = (i64::MAX, Plan::new());
    let mut rng = Rng::new(seed);
    loop {
        let mut seating = Seating::new(problem, rng.bits());
        let enough: usize = seating.free.iter().map(|free| free.len() * free.len() / 2).sum();
        let (mut idle, mut steps) = (0, 0);
        while idle < enough {
            let round = seating.first_round() + rng.below(problem.rounds - seating.first_round());
            let (Some(one), Some(other)) =
                (rng.pick(&seating.free[round]), rng.pick(&seating.free[round]))
            else {
                break;
            };
            idle += 1;
            steps += 1;
            if seating.seat[round * problem.n + one].0 != seating.seat[round * problem.n + other].0
            {
                let added = seating.delta(round, one, other);
                if added < 0 {
                    seating.swap(round, one, other, added);
                    idle = 0;
                }
            }
            if steps % 1_024 == 0 && !more() {
                break;
            }
        }
        let now = evaluate(problem, &seating.plan).expect("a plan").total;
        if now < best.0 {
            best = (now, seating.plan);
        }
        if best.0 == 0 || !more() {
            return best.1;
        }
    }
}

/// Steps without a gain before a new start.
const STABLE_MAX: u64 = 15_000;

/// Tabu search while `more`.
pub fn tabu(problem: &Problem, seed: u64, more: &mut dyn FnMut() -> bool) -> Plan {
    let n = problem.n;
    let mut rng = Rng::new(seed);
    let mut seating = Seating::new(problem, rng.bits());
    let mut barred = vec![0_u64; problem.rounds * n * n];
    let (mut best, mut local, mut stable) = (seating.cost, seating.cost, 0);
    let mut plan = seating.plan.clone();
    let mut step = 1_u64;
    while best > 0 && more() {
        let mut chosen = (i64::MAX, vec![]);
        for round in seating.first_round()..problem.rounds {
            for &one in &seating.free[round] {
                if problem.attributes.is_empty() && !in_conflict(&seating, round, one) {
                    continue;
                }
                let here = seating.seat[round * n + one].0;
                for &other in seating.free[round]
                    .iter()
                    .filter(|other| seating.seat[round * n + **other].0 != here)
                {
                    let added = seating.delta(round, one, other);
                    let key = (round * n + one.min(other)) * n + one.max(other);
                    if added > chosen.0 || (barred[key] > step && seating.cost + added >= best) {
                        continue;
                    }
                    if added < chosen.0 {
                        chosen = (added, vec![]);
                    }
                    chosen.1.push((round, one, other, key));
                }
            }
            if !more() {
                break;
            }
        }
        step += 1;
        stable += 1;
        if let Some((round, one, other, key)) = rng.pick(&chosen.1) {
            seating.swap(round, one, other, chosen.0);
            barred[key] = step + 4 + u64::from(rng.word() % 97);
        }
        if seating.cost < local {
            (local, stable) = (seating.cost, 0);
        }
        if seating.cost < best {
            (best, plan) = (seating.cost, seating.plan.clone());
        }
        if stable > STABLE_MAX {
            seating = Seating::new(problem, rng.bits());
            barred.fill(0);
            (local, stable) = (seating.cost, 0);
        }
    }
    plan
}

fn in_conflict(seating: &Seating, round: usize, one: usize) -> bool {
    let n = seating.problem.n;
    let repeat = i32::try_from(seating.problem.repeat_weight).expect("small");
    let mates = &seating.plan[round][seating.seat[round * n + one].0];
    mates.iter().any(|mate| *mate != one && seating.weights[one * n + mate] > repeat)
}
