//! Ready sums that price a swap with a few additions, for searches that reject nearly all.
//!
//! A warm search accepts one proposal in ten, a cold one in a thousand. Then it pays to keep, for
//! every person and table, what joining would cost: a change of seating mends some hundreds of
//! sums, but each of the thousand rejected swaps before it took four of them.
//!
//! Two attributes that both people share do not change with the swap, which no sum per person and
//! table can know. So `low` prices joining as if all were shared; the sum is a lower bound, and
//! only swaps that pass it are priced exactly.

use crate::cooling::Acceptance;
use crate::model::{Model, NONE};
use crate::rng::Rng;
use crate::width::{delta, heads};

use super::State;

/// The most sums that are kept (rounds × tables × people); beyond, accepted swaps would pay for
/// the number of people.
const SUMS_MAX: usize = 100_000;

/// The price of a seat that cannot be changed; twice it fits the type.
const NEVER: i32 = 500_000_000;

/// Sums by person and table. Company is the weights of the people at a table.
#[derive(Clone)]
pub struct Prices {
    /// `[(r * groups + g) * n + p]`: company, stray cost and one more of each own category.
    join: Vec<i32>,
    /// `[(r * n + p) * groups + g]`: company and stray cost, less one fewer of each own category.
    low: Vec<i32>,
    /// `[r * n + p]`: what leaving the own table changes; `NEVER` for who does not move alone.
    leave: Vec<i32>,
    /// `[r * n + p]`.
    movable: Vec<bool>,
    /// `[category]`.
    people: Vec<Vec<u16>>,
}

/// Whether prices are kept: the problem is small enough and no trio depends on the others.
pub(super) fn are_kept(model: &Model) -> bool {
    model.rounds * model.groups * model.n <= SUMS_MAX && model.problem.trios.is_none()
}

impl State<'_, '_> {
    /// Starts to keep prices, where they are kept. `movable` says who moves alone, `[r * n + p]`.
    pub fn keep_prices(&mut self, movable: Vec<bool>) {
        let model = self.model;
        let sums = model.rounds * model.groups * model.n;
        if !are_kept(model) {
            return;
        }
        let mut people = vec![Vec::new(); model.categories];
        for person in 0..model.n {
            for &category in self.categories(crate::width::id(person)) {
                if category != NONE {
                    people[usize::from(category)].push(crate::width::id(person));
                }
            }
        }
        self.prices = Some(Prices {
            join: vec![0; sums],
            low: vec![0; sums],
            leave: vec![0; model.rounds * model.n],
            movable,
            people,
        });
        for round in 0..model.rounds {
            for group in 0..model.groups {
                for person in (0..model.n).map(crate::width::id) {
                    let stray = delta(self.stray_cost(round, person, group));
                    self.reprice(round, group, person, stray);
                }
                for member in self.members(round, group).to_vec() {
                    self.price_member(round, group, member, 1);
                }
                for category in 0..model.categories {
                    let [more, fewer] =
                        self.changes[(round * model.groups + group) * model.categories + category];
                    self.price_category(
                        round,
                        group,
                        category,
                        [i32::from(more), i32::from(fewer)],
                    );
                }
                self.price_leaving(round, group);
            }
        }
    }

    /// Adds `change` to what joining `group` costs `person`.
    #[inline]
    fn reprice(&mut self, round: usize, group: usize, person: u16, change: i32) {
        let (n, groups, person) = (self.model.n, self.model.groups, usize::from(person));
        if let Some(prices) = &mut self.prices {
            prices.join[(round * groups + group) * n + person] += change;
            prices.low[(round * n + person) * groups + group] += change;
        }
    }

    /// The weight of a pair has changed; `pair` is each of the two with the other's table.
    #[inline]
    pub(super) fn price_pair(&mut self, round: usize, pair: [(usize, u16); 2], change: i32) {
        let (n, groups) = (self.model.n, self.model.groups);
        let Some(prices) = &mut self.prices else { return };
        for (person, group) in pair {
            if group != NONE {
                let group = usize::from(group);
                prices.join[(round * groups + group) * n + person] += change;
                prices.low[(round * n + person) * groups + group] += change;
            }
            if pair[0].1 == pair[1].1 {
                prices.leave[round * n + person] -= change;
            }
        }
    }

    /// `member` has come to `group` (sign 1) or left it (sign −1).
    pub(super) fn price_member(&mut self, round: usize, group: usize, member: u16, sign: i32) {
        let (n, groups) = (self.model.n, self.model.groups);
        let Some(prices) = &mut self.prices else { return };
        let weights = self.pairs.row(n, member);
        let join = &mut prices.join[(round * groups + group) * n..(round * groups + group + 1) * n];
        let low = prices.low[round * n * groups + group..].iter_mut().step_by(groups);
        for ((join, low), weight) in join.iter_mut().zip(low).zip(weights) {
            *join += sign * i32::from(*weight);
            *low += sign * i32::from(*weight);
        }
    }

    /// One more and one fewer of `category` at `group` cost more by `changes` than before.
    pub(super) fn price_category(
        &mut self,
        round: usize,
        group: usize,
        category: usize,
        [more, fewer]: [i32; 2],
    ) {
        let (n, groups) = (self.model.n, self.model.groups);
        let Some(prices) = &mut self.prices else { return };
        if more == 0 && fewer == 0 {
            return;
        }
        for &person in &prices.people[category] {
            let person = usize::from(person);
            prices.join[(round * groups + group) * n + person] += more;
            prices.low[(round * n + person) * groups + group] -= fewer;
        }
    }

    /// Adds up anew what leaving `group` changes for its members.
    pub(super) fn price_leaving(&mut self, round: usize, group: usize) {
        let Some(mut prices) = self.prices.take() else { return };
        let mates = i32::from(heads(self.size(round, group))) - 1;
        let first = (round * self.model.groups + group) * self.model.categories;
        for &member in self.members(round, group) {
            let at = round * self.model.n + usize::from(member);
            prices.leave[at] = NEVER;
            if prices.movable[at] {
                let company = self.beside[at];
                let own = self.categories(member).iter().filter(|category| **category != NONE);
                let fewer: i32 = own
                    .map(|category| i32::from(self.changes[first + usize::from(*category)][1]))
                    .sum();
                let stray = delta(self.stray_cost(round, member, group));
                prices.leave[at] = fewer - company - stray + mates * i32::from(self.repeat);
            }
        }
        self.prices = Some(prices);
    }

    /// Proposes to `one` a swap with each other person in turn, from a random one on, until a
    /// swap is accepted. Returns the person, what the swap adds, and how many were proposed.
    /// Needs prices; `None` also without them.
    pub fn scan(
        &self,
        round: usize,
        one: u16,
        acceptance: &Acceptance,
        rng: &mut Rng,
    ) -> (Option<(u16, i32)>, usize) {
        let Some(prices) = &self.prices else { return (None, 0) };
        let (n, groups, kinds) = (self.model.n, self.model.groups, self.model.categories);
        let person = usize::from(one);
        let here = usize::from(self.table(round, one));
        let first = (round * groups + here) * kinds;
        let near = &self.changes[first..first + kinds];
        let mine = self.categories(one);
        let shared = |changes: &[[i16; 2]], category: u16| {
            changes
                .get(usize::from(category))
                .map_or(0, |[more, fewer]| i32::from(*more) + i32::from(*fewer))
        };
        let leaving = prices.leave[round * n + person]
            - mine.iter().map(|category| shared(near, *category)).sum::<i32>();
        let low = &prices.low[(round * n + person) * groups..(round * n + person + 1) * groups];
        let tables = &self.table[round * n..(round + 1) * n];
        let join = &prices.join[(round * groups + here) * n..(round * groups + here + 1) * n];
        let leave = &prices.leave[round * n..(round + 1) * n];
        let weights = self.pairs.row(n, one);
        let limit = acceptance.reach() - leaving;
        let middle = rng.below(n);
        let mut proposed = 0;
        for (from, to) in [(middle, n), (0, middle)] {
            let row = tables[from..to]
                .iter()
                .zip(&join[from..to])
                .zip(&leave[from..to])
                .zip(&weights[from..to]);
            for (at, (((&table, &join), &leave), &weight)) in row.enumerate() {
                let Some(&low) = low.get(usize::from(table)) else { continue };
                let least = low + join + leave - 2 * i32::from(weight);
                if least >= limit || usize::from(table) == here {
                    continue;
                }
                let other = crate::width::id(from + at);
                let first = (round * groups + usize::from(table)) * kinds;
                let far = &self.changes[first..first + kinds];
                let mut change = least + leaving;
                for (&own, &theirs) in mine.iter().zip(self.categories(other)) {
                    if own != theirs {
                        change += shared(near, own) + shared(far, own);
                    }
                }
                if acceptance.accepts(change, rng.word()) {
                    return (Some((other, change)), proposed + at + 1);
                }
            }
            proposed += to - from;
        }
        (None, proposed)
    }

    /// Whether prices are kept.
    pub fn has_prices(&self) -> bool {
        self.prices.is_some()
    }
}

/// What the sums should be, for the test that they are.
#[cfg(test)]
pub fn differences(state: &State) -> usize {
    let Some(prices) = &state.prices else { return 0 };
    let mut fresh = state.clone();
    fresh.prices = None;
    fresh.keep_prices(prices.movable.clone());
    let Some(fresh) = fresh.prices else { return 0 };
    let differ = |one: &[i32], other: &[i32]| {
        one.iter().zip(other).filter(|(one, other)| one != other).count()
    };
    let present = state.table.iter().zip(prices.leave.iter().zip(&fresh.leave));
    let leave = present
        .filter(|(table, (one, other))| **table != NONE && one != other)
        .filter(|(_, (one, _))| **one < NEVER / 2);
    differ(&prices.join, &fresh.join) + differ(&prices.low, &fresh.low) + leave.count()
}
