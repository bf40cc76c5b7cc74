//! A seating under change: what a swap or a move would cost, without adding up the whole.
//!
//! What each person pays beside their mates is kept, so a swap reads only what they would pay at
//! the other table and a few counters: its cost depends on the size of a table and not on the
//! number of people. What two people pay for each other is in [`pairs`].
//!
//! **Invariant `cost-is-the-score`:** `cost` equals the score's encounters, balance and moves,
//! with `APART` for each pair that may not meet and `TRIO` per unfair trio. Held by `full_cost`
//! in the tests.

pub mod moves;
mod pairs;
pub mod prices;
mod whole;

use crate::model::{Model, NONE};
use crate::width::{delta, heads, id, step, weight};
use pairs::Pairs;
use prices::Prices;

/// What a pair that may not meet costs inside the search: above any gain at moderate weights.
pub const APART: i64 = 12_000;
/// What a seat in an unfair trio costs inside the search.
pub const TRIO: i32 = 3_000;

#[derive(Clone)]
pub struct State<'m, 'p> {
    pub model: &'m Model<'p>,
    pairs: Pairs,
    /// `[(r * groups + g) * seats + slot]`.
    members: Vec<u16>,
    /// `[r * groups + g]`.
    size: Vec<u8>,
    /// `[r * n + p]`: table, or `NONE`.
    table: Vec<u16>,
    slot: Vec<u8>,
    /// `[r * n + p]`: the sum of the weights of the others at the table.
    beside: Vec<i32>,
    /// `[(r * groups + g) * categories + k]`: head count, and the change of cost with one more
    /// and one fewer.
    counts: Vec<u8>,
    changes: Vec<[i16; 2]>,
    repeat: u16,
    /// Seats in unfair trios, when trios are to be fair.
    unfair: i64,
    prices: Option<Prices>,
    /// `[category]`: all 0 between calls; see `moves_delta`.
    gained: Vec<i16>,
    pub cost: i64,
}

impl<'m, 'p> State<'m, 'p> {
    /// Nobody seated.
    pub fn empty(model: &'m Model<'p>) -> State<'m, 'p> {
        let (n, tables) = (model.n, model.rounds * model.groups);
        State {
            model,
            pairs: Pairs::new(model, prices::are_kept(model)),
            members: vec![0; tables * model.seats],
            size: vec![0; tables],
            table: vec![NONE; model.rounds * n],
            slot: vec![0; model.rounds * n],
            beside: vec![0; model.rounds * n],
            counts: vec![0; tables * model.categories],
            changes: vec![[0; 2]; tables * model.categories],
            repeat: weight(model.problem.repeat_weight),
            unfair: 0,
            prices: None,
            gained: vec![0; model.categories],
            cost: 0,
        }
    }

    #[inline]
    pub fn members(&self, round: usize, group: usize) -> &[u16] {
        let table = round * self.model.groups + group;
        let first = table * self.model.seats;
        &self.members[first..first + usize::from(self.size[table])]
    }

    #[inline]
    pub fn size(&self, round: usize, group: usize) -> usize {
        usize::from(self.size[round * self.model.groups + group])
    }

    #[inline]
    pub fn table(&self, round: usize, person: u16) -> u16 {
        self.table[round * self.model.n + usize::from(person)]
    }

    #[inline]
    fn weight(&self, one: u16, other: u16) -> i32 {
        self.pairs.weight(self.model.n, one, other)
    }

    #[inline]
    fn categories(&self, person: u16) -> &[u16] {
        let first = usize::from(person) * self.model.attributes;
        &self.model.category[first..first + self.model.attributes]
    }

    /// What swapping `one` and `other`, at different tables of `round`, would add to the cost.
    #[inline]
    pub fn swap_delta(&self, round: usize, one: u16, other: u16) -> i32 {
        let (here, there) =
            (usize::from(self.table(round, one)), usize::from(self.table(round, other)));
        let (near, far) = (self.members(round, here), self.members(round, there));
        let n = self.model.n;
        let mut sum = self.pairs.across(n, (one, far), (near, other));
        // Both sums met the pair itself, which stays apart; and each mate left behind has one
        // meeting fewer to pay for than the table says.
        sum -= 2 * self.weight(one, other);
        sum -= self.beside[round * n + usize::from(one)];
        sum -= self.beside[round * n + usize::from(other)];
        sum += i32::from(self.repeat)
            * (i32::from(heads(near.len())) + i32::from(heads(far.len())) - 2);
        if self.model.attributes > 0 {
            sum += self.balance_delta(round, here, there, one, other);
        }
        if self.model.move_cost > 0 {
            sum += self.anchor_delta(round, one, here, there)
                + self.anchor_delta(round, other, there, here);
        }
        if near.len() != far.len() && self.model.problem.trios.is_some() {
            sum += TRIO * delta(self.unfair(Some((round, one, other))) - self.unfair);
        }
        sum
    }

    #[inline]
    fn balance_delta(&self, round: usize, here: usize, there: usize, one: u16, other: u16) -> i32 {
        let kinds = self.model.categories;
        let first = (round * self.model.groups + here) * kinds;
        let near = &self.changes[first..first + kinds];
        let first = (round * self.model.groups + there) * kinds;
        let far = &self.changes[first..first + kinds];
        let mut sum = 0;
        for (&mine, &theirs) in self.categories(one).iter().zip(self.categories(other)) {
            if mine == theirs {
                continue;
            }
            if let (Some([_, fewer]), Some([more, _])) =
                (near.get(usize::from(mine)), far.get(usize::from(mine)))
            {
                sum += i32::from(*fewer) + i32::from(*more);
            }
            if let (Some([more, _]), Some([_, fewer])) =
                (near.get(usize::from(theirs)), far.get(usize::from(theirs)))
            {
                sum += i32::from(*fewer) + i32::from(*more);
            }
        }
        sum
    }

    #[inline]
    fn anchor_delta(&self, round: usize, person: u16, from: usize, to: usize) -> i32 {
        let anchor = self.model.anchor[round * self.model.n + usize::from(person)];
        if anchor == NONE {
            return 0;
        }
        let anchor = usize::from(anchor);
        self.model.move_cost * (i32::from(anchor == from) - i32::from(anchor == to))
    }

    /// Swaps the two, whose swap adds `added`.
    pub fn swap(&mut self, round: usize, one: u16, other: u16, added: i32) {
        let n = self.model.n;
        let (here, there) =
            (usize::from(self.table(round, one)), usize::from(self.table(round, other)));
        let pays = [self.greet(round, there, one, other), self.greet(round, here, other, one)];
        let (at_one, at_other) = (round * n + usize::from(one), round * n + usize::from(other));
        let seat = |state: &Self, group: usize, at: usize| {
            (round * state.model.groups + group) * state.model.seats + usize::from(state.slot[at])
        };
        let (seat_one, seat_other) = (seat(self, here, at_one), seat(self, there, at_other));
        self.members.swap(seat_one, seat_other);
        self.slot.swap(at_one, at_other);
        self.set_table(round, one, id(there));
        self.set_table(round, other, id(here));
        for (group, leaves, comes) in [(here, one, other), (there, other, one)] {
            self.price_member(round, group, leaves, -1);
            self.price_member(round, group, comes, 1);
        }
        self.part(round, here, one, other);
        self.part(round, there, other, one);
        [self.beside[at_one], self.beside[at_other]] = pays;
        for attribute in 0..self.model.attributes {
            let mine = self.categories(one)[attribute];
            let theirs = self.categories(other)[attribute];
            if mine != theirs {
                self.recount(round, here, mine, theirs);
                self.recount(round, there, theirs, mine);
            }
        }
        self.price_leaving(round, here);
        self.price_leaving(round, there);
        self.cost += i64::from(added);
        if self.model.problem.trios.is_some() {
            self.unfair = self.unfair(None);
        }
    }

    /// Lets `comes`, who does not sit at `group` yet, meet all there but `leaves`. Returns what
    /// `comes` will pay beside them.
    #[inline]
    fn greet(&mut self, round: usize, group: usize, comes: u16, leaves: u16) -> i32 {
        let first = (round * self.model.groups + group) * self.model.seats;
        let mut sum = 0;
        for seat in first..first + self.size(round, group) {
            let mate = self.members[seat];
            if mate != leaves {
                let pays = self.meet(comes, mate, true) + i32::from(self.repeat);
                self.beside[round * self.model.n + usize::from(mate)] += pays;
                sum += pays;
            }
        }
        sum
    }

    /// Lets `left`, who sits at `group` no more, part from all there but `came`.
    #[inline]
    fn part(&mut self, round: usize, group: usize, left: u16, came: u16) {
        let first = (round * self.model.groups + group) * self.model.seats;
        for seat in first..first + self.size(round, group) {
            let mate = self.members[seat];
            if mate != came {
                let paid = self.meet(left, mate, false) + i32::from(self.repeat);
                self.beside[round * self.model.n + usize::from(mate)] -= paid;
            }
        }
    }

    #[inline]
    fn set_table(&mut self, round: usize, person: u16, group: u16) {
        self.table[round * self.model.n + usize::from(person)] = group;
        self.pairs.sit(round, person, group);
    }

    /// The two, who do not share a table of this round now, meet once more or once less. Returns
    /// what they pay for each other without it.
    #[inline]
    fn meet(&mut self, one: u16, other: u16, more: bool) -> i32 {
        let (n, repeat) = (self.model.n, self.repeat);
        let rest = if more {
            let rest = self.weight(one, other);
            self.pairs.meet(n, one, other, repeat);
            rest
        } else {
            self.pairs.part(n, one, other, repeat);
            self.weight(one, other)
        };
        // Who pays nothing shares no table in another round either.
        if rest == 0 && self.prices.is_none() {
            return 0;
        }
        let (one, other) = (usize::from(one), usize::from(other));
        let change = i32::from(repeat) * if more { 1 } else { -1 };
        for round in 0..self.model.rounds {
            let (at_one, at_other) = (round * n + one, round * n + other);
            let (near, far) = (self.table[at_one], self.table[at_other]);
            if near == far {
                self.beside[at_one] += change;
                self.beside[at_other] += change;
            }
            self.price_pair(round, [(one, far), (other, near)], change);
        }
        rest
    }

    /// Adds up anew what members of `group` pay beside each other, and what leaving changes.
    fn settle_table(&mut self, round: usize, group: usize) {
        let first = (round * self.model.groups + group) * self.model.seats;
        for seat in first..first + self.size(round, group) {
            let member = self.members[seat];
            let mates = self.members(round, group).iter().filter(|mate| **mate != member);
            let sum = mates.map(|mate| self.weight(member, *mate)).sum();
            self.beside[round * self.model.n + usize::from(member)] = sum;
        }
        self.price_leaving(round, group);
    }

    #[inline]
    fn recount(&mut self, round: usize, group: usize, fewer: u16, more: u16) {
        let first = (round * self.model.groups + group) * self.model.categories;
        if fewer != NONE {
            self.counts[first + usize::from(fewer)] -= 1;
            self.refresh(round, group, usize::from(fewer));
        }
        if more != NONE {
            self.counts[first + usize::from(more)] += 1;
            self.refresh(round, group, usize::from(more));
        }
    }

    fn refresh(&mut self, round: usize, group: usize, category: usize) {
        let size = self.size(round, group);
        let at = (round * self.model.groups + group) * self.model.categories + category;
        let count = self.counts[at];
        let now = self.model.unbalance(round, category, size, count);
        let more = self.model.unbalance(round, category, size, count.saturating_add(1)) - now;
        let fewer = self.model.unbalance(round, category, size, count.saturating_sub(1)) - now;
        let [more_before, fewer_before] = self.changes[at].map(i32::from);
        self.changes[at] = [step(more), step(fewer)];
        if self.prices.is_some() {
            self.price_category(round, group, category, [more - more_before, fewer - fewer_before]);
        }
    }

    fn refresh_group(&mut self, round: usize, group: usize) {
        for category in 0..self.model.categories {
            self.refresh(round, group, category);
        }
    }

    /// Seats `person`, who sits nowhere in `round`. Leaves `cost` alone.
    pub fn seat(&mut self, round: usize, person: u16, group: usize) {
        let table = round * self.model.groups + group;
        let (first, slot) = (table * self.model.seats, self.size[table]);
        for seat in first..first + usize::from(slot) {
            self.meet(person, self.members[seat], true);
        }
        self.members[first + usize::from(slot)] = person;
        self.price_member(round, group, person, 1);
        self.size[table] += 1;
        let at = round * self.model.n + usize::from(person);
        self.set_table(round, person, id(group));
        self.slot[at] = slot;
        for attribute in 0..self.model.attributes {
            let category = self.categories(person)[attribute];
            if category != NONE {
                self.counts[table * self.model.categories + usize::from(category)] += 1;
            }
        }
        self.refresh_group(round, group);
        self.settle_table(round, group);
    }

    /// Takes `person` from the table. Leaves `cost` alone.
    pub fn unseat(&mut self, round: usize, person: u16) {
        let at = round * self.model.n + usize::from(person);
        let group = usize::from(self.table[at]);
        let table = round * self.model.groups + group;
        let (first, slot) = (table * self.model.seats, self.slot[at]);
        self.price_member(round, group, person, -1);
        self.size[table] -= 1;
        let last = self.members[first + usize::from(self.size[table])];
        self.members[first + usize::from(self.size[table])] = person;
        self.members[first + usize::from(slot)] = last;
        self.slot[round * self.model.n + usize::from(last)] = slot;
        self.set_table(round, person, NONE);
        for seat in first..first + usize::from(self.size[table]) {
            self.meet(person, self.members[seat], false);
        }
        for attribute in 0..self.model.attributes {
            let category = self.categories(person)[attribute];
            if category != NONE {
                self.counts[table * self.model.categories + usize::from(category)] -= 1;
            }
        }
        self.refresh_group(round, group);
        self.settle_table(round, group);
    }

    /// What one table costs in balance.
    pub fn table_cost(&self, round: usize, group: usize) -> i64 {
        let kinds = self.model.categories;
        let first = (round * self.model.groups + group) * kinds;
        let size = self.size(round, group);
        let balance = self.counts[first..first + kinds].iter().enumerate();
        balance
            .map(|(category, count)| i64::from(self.model.unbalance(round, category, size, *count)))
            .sum()
    }

    fn stray_cost(&self, round: usize, person: u16, group: usize) -> i64 {
        let anchor = self.model.anchor[round * self.model.n + usize::from(person)];
        i64::from(anchor != NONE && usize::from(anchor) != group) * i64::from(self.model.move_cost)
    }

    /// What `person` pays for the company at the table they sit at.
    pub fn company(&self, round: usize, person: u16) -> i64 {
        let mates = self.size(round, usize::from(self.table(round, person))) - 1;
        let beside = self.beside[round * self.model.n + usize::from(person)];
        i64::from(beside) - i64::from(self.repeat) * crate::width::cost(mates)
    }

    /// What moving `person` to `group` would cost in weights and balance, before sizes settle at
    /// `size`; for choosing a first seat.
    pub fn seat_cost(&self, round: usize, person: u16, group: usize, size: usize) -> i32 {
        let mates = self.members(round, group).iter();
        let mut sum: i32 = mates.map(|mate| self.weight(person, *mate)).sum();
        let first = (round * self.model.groups + group) * self.model.categories;
        for &category in self.categories(person) {
            if category != NONE {
                let count = self.counts[first + usize::from(category)];
                let kind = usize::from(category);
                sum += self.model.unbalance(round, kind, size, count.saturating_add(1));
                sum -= self.model.unbalance(round, kind, size, count);
            }
        }
        sum + delta(self.stray_cost(round, person, group))
    }
}
