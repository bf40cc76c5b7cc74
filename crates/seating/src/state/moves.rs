//! Moves that are not swaps of two: to a free seat, and of whole sets.

use crate::model::NONE;

use super::{State, TRIO};

/// People who go from the first to the second of two tables, and people who come back.
#[derive(Clone, Copy, Debug)]
pub struct Exchange<'a> {
    pub tables: [usize; 2],
    pub out: &'a [u16],
    pub back: &'a [u16],
}

impl<'a> Exchange<'a> {
    /// Each mover with the table that they go to.
    fn seats(self) -> impl Iterator<Item = (u16, usize)> + 'a {
        let [from, to] = self.tables;
        let out = self.out.iter().map(move |person| (*person, to));
        out.chain(self.back.iter().map(move |person| (*person, from)))
    }
}

impl State<'_, '_> {
    /// What an exchange in `round` would add to the cost.
    pub fn moves_delta(&mut self, round: usize, exchange: Exchange) -> i64 {
        if self.model.problem.trios.is_some() {
            // Whether a trio is fair hangs on all rounds, so it is tried and taken back.
            let before = self.cost;
            let added = self.exchange(round, exchange);
            let Exchange { tables: [from, to], out, back } = exchange;
            self.exchange(round, Exchange { tables: [to, from], out, back });
            self.cost = before;
            return added;
        }
        let mut added = self.balance_of_moves(round, exchange);
        for (person, to) in exchange.seats() {
            let from = usize::from(self.table(round, person));
            added += self.stray_cost(round, person, to) - self.stray_cost(round, person, from);
        }
        let Exchange { tables: [from, to], out, back } = exchange;
        for (movers, own, new, met) in [(out, from, to, back), (back, to, from, out)] {
            let repeat = i32::from(self.repeat);
            // Those who move along stay company; those who come back are none.
            let left = || self.members(round, own).iter().filter(|mate| !movers.contains(mate));
            let found = || self.members(round, new).iter().filter(|mate| !met.contains(mate));
            for &mover in movers {
                added += found().map(|mate| i64::from(self.weight(mover, *mate))).sum::<i64>();
                added -=
                    left().map(|mate| i64::from(self.weight(mover, *mate) - repeat)).sum::<i64>();
            }
        }
        added
    }

    fn balance_of_moves(&mut self, round: usize, exchange: Exchange) -> i64 {
        let Exchange { tables: [from, to], out, back } = exchange;
        let (model, kinds) = (self.model, self.model.categories);
        for (movers, sign) in [(out, -1), (back, 1)] {
            for &mover in movers {
                for at in 0..model.attributes {
                    let category = self.categories(mover)[at];
                    if category != NONE {
                        self.gained[usize::from(category)] += sign;
                    }
                }
            }
        }
        let sizes = [self.size(round, from), self.size(round, to)];
        let after = [sizes[0] + back.len() - out.len(), sizes[1] + out.len() - back.len()];
        let first = [from, to].map(|group| (round * model.groups + group) * kinds);
        let mut added = 0;
        for category in 0..kinds {
            let gained = std::mem::take(&mut self.gained[category]);
            if gained == 0 && sizes == after {
                continue;
            }
            for (side, gained) in [(0, gained), (1, -gained)] {
                let count = self.counts[first[side] + category];
                let then = u8::try_from(i16::from(count) + gained).unwrap_or(0);
                added += model.unbalance(round, category, after[side], then)
                    - model.unbalance(round, category, sizes[side], count);
            }
        }
        i64::from(added)
    }

    /// Makes an exchange and returns what it adds.
    pub fn exchange(&mut self, round: usize, exchange: Exchange) -> i64 {
        let both = |state: &Self| {
            exchange.tables.iter().map(|group| state.table_cost(round, *group)).sum::<i64>()
        };
        let mut added = -both(self) - i64::from(TRIO) * self.unfair;
        for (person, _) in exchange.seats() {
            added -= self.company(round, person);
            added -= self.stray_cost(round, person, usize::from(self.table(round, person)));
            self.unseat(round, person);
        }
        for (person, group) in exchange.seats() {
            self.seat(round, person, group);
            added += self.company(round, person) + self.stray_cost(round, person, group);
        }
        self.unfair = self.unfair(None);
        added += both(self) + i64::from(TRIO) * self.unfair;
        self.cost += added;
        added
    }
}
