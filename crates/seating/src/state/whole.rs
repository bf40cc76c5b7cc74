//! Sums over the whole seating, for the start, the end and the checks between.

use crate::model::NONE;
use crate::problem::Plan;
use crate::width::{cost, id};

use super::{State, TRIO};

impl State<'_, '_> {
    /// Seats in unfair trios, as the score counts them, after the given swap. Adds up all rounds:
    /// a trio is unfair by what went before, and few swaps touch one.
    pub(super) fn unfair(&self, swapped: Option<(usize, u16, u16)>) -> i64 {
        let model = self.model;
        let Some(rule) = &model.problem.trios else { return 0 };
        let mut had = rule.earlier.clone();
        had.resize(model.n, 0);
        let mut unfair = 0;
        for round in 0..model.rounds {
            let tables = (0..model.groups).map(|group| self.members(round, group));
            let trios: Vec<&[u16]> = tables.filter(|members| members.len() >= 3).collect();
            let mut seats: Vec<u16> = trios.iter().copied().flatten().copied().collect();
            if let Some((_, one, other)) = swapped.filter(|(at, _, _)| *at == round) {
                let swap = |seat: u16| if seat == one { other } else { one };
                for seat in seats.iter_mut().filter(|seat| [one, other].contains(seat)) {
                    *seat = swap(*seat);
                }
            }
            let here = (0..model.n).filter(|person| model.here(round, *person));
            let mut due: Vec<u32> = here.map(|person| had[person]).collect();
            due.sort_unstable();
            let mut taken: Vec<u32> =
                seats.iter().map(|person| had[usize::from(*person)]).collect();
            taken.sort_unstable();
            unfair += cost(taken.iter().zip(&due).filter(|(taken, due)| taken > due).count());
            unfair += cost(trios.len().saturating_sub(1));
            for person in seats {
                had[usize::from(person)] += 1;
            }
        }
        unfair
    }

    /// The cost added up from nothing.
    pub fn full_cost(&self) -> i64 {
        let model = self.model;
        let mut sum = 0;
        let mut meetings = Vec::new();
        for round in 0..model.rounds {
            for group in 0..model.groups {
                let members = self.members(round, group);
                for (slot, &one) in members.iter().enumerate() {
                    sum += self.stray_cost(round, one, group);
                    meetings.extend(
                        members[slot + 1..].iter().map(|&other| (one.min(other), one.max(other))),
                    );
                }
                sum += self.table_cost(round, group);
            }
        }
        meetings.sort_unstable();
        let repeat = i64::from(self.repeat);
        for same in meetings.chunk_by(|first, next| first == next) {
            let (one, other) = same[0];
            if model.linked(usize::from(one), usize::from(other)) {
                continue;
            }
            let times = i64::try_from(same.len()).unwrap_or(i64::MAX);
            let tenths = i64::from(self.weight(one, other)) - repeat * times;
            sum += repeat * times * (times - 1) / 2 + times * tenths;
        }
        sum + i64::from(TRIO) * self.unfair(None)
    }

    /// Whether the table has a repeat, a history or a fault of balance to mend.
    pub fn hot(&self, round: usize, group: usize) -> bool {
        let members = self.members(round, group);
        self.table_cost(round, group) > 0
            || members.iter().enumerate().any(|(slot, &one)| {
                let rest = &mut members[slot + 1..].iter();
                rest.any(|other| self.weight(one, *other) > i32::from(self.repeat))
            })
    }

    /// The seating as a plan, members in order.
    pub fn plan(&self) -> Plan {
        let table = |round, group| {
            let mut members: Vec<usize> =
                self.members(round, group).iter().map(|person| usize::from(*person)).collect();
            members.sort_unstable();
            members
        };
        (0..self.model.rounds)
            .map(|round| (0..self.model.groups).map(|group| table(round, group)).collect())
            .collect()
    }

    /// `[r * n + p]`: each person's table, or `NONE`.
    pub fn tables(&self) -> &[u16] {
        &self.table
    }

    /// Seats people at `tables` (as from `tables()`) instead of where they sit.
    pub fn load_tables(&mut self, tables: &[u16]) {
        for round in 0..self.model.rounds {
            let first = round * self.model.n;
            let stray = |state: &Self, person: &u16| {
                let at = first + usize::from(*person);
                state.table[at] != tables[at]
            };
            let moved: Vec<u16> =
                (0..self.model.n).map(id).filter(|person| stray(self, person)).collect();
            for &person in moved
                .iter()
                .filter(|person| self.table[first + usize::from(**person)] != NONE)
                .collect::<Vec<_>>()
            {
                self.unseat(round, person);
            }
            for &person in
                moved.iter().filter(|person| tables[first + usize::from(**person)] != NONE)
            {
                self.seat(round, person, usize::from(tables[first + usize::from(person)]));
            }
        }
        self.settle();
    }

    /// Adds up the cost after people were seated one by one.
    pub fn settle(&mut self) {
        self.unfair = self.unfair(None);
        self.cost = self.full_cost();
    }
}
