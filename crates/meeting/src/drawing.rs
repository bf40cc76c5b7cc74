//! Draws: people to tables by the solver, and planned tables mended for those who came.
//!
//! The same people, company and seed give the same tables: the budget counts steps, not time.
//!
//! **Invariant `a-draw-always-seats`:** rules that clash are left out rather than leaving people
//! without a table. Held by [`Draw::tables`] and [`Draw::fit`]; before a meeting the clash is told instead, by
//! [`Draw::rounds`].

pub mod cafe;
mod home;

use std::collections::{BTreeMap, BTreeSet};

use kernel::seating::{Drawn, Seating, SeatingKind, Sizes};
use seating::anneal::step_budget;
use seating::draw::{deal, sizes_of_four_and_five, sizes_of_three, sizes_of_two};
use seating::problem::{Earlier, Problem, Trios};
use seating::repair::{Changes, repair};
use seating::solve::{Refusal, solve};

use crate::company::Company;

/// Proposals in a draw of a running meeting, whose people wait for it.
const STEPS_MAX: u64 = 60_000;
/// Proposals when tables are mended.
const MENDING_STEPS_MAX: u64 = 20_000;
/// A table shared in this meeting weighs as much as two earlier meetings.
const TODAY_WEIGHT: i64 = 20;
/// In a plan of several rounds, a table shared in another item weighs as much as one.
const PLANNED_WEIGHT: i64 = 10;

/// What is known when people are given tables of one kind.
#[derive(Debug)]
pub struct Draw<'a, T: Ord> {
    pub seating: Seating,
    pub company: &'a Company<T>,
    /// Tables that these people share in the same meeting.
    pub today: &'a [Vec<T>],
    pub seed: u64,
}

/// How the rounds of an item are searched for before a meeting.
#[derive(Debug)]
pub struct Search<'a, T> {
    pub rounds: usize,
    /// The host of each table, where this kind has hosts.
    pub hosts: &'a [T],
    /// Proposals of the search.
    pub steps: u64,
}

/// Rounds that cannot be planned, with the problem whose numbers the refusal uses.
#[derive(Debug)]
pub struct Unplanned {
    pub problem: Problem,
    pub refusal: Refusal,
}

/// Returns the sizes of the tables of a kind of seating, for people whose units nobody knows.
#[must_use]
pub fn sizes(seating: Seating, people: usize) -> Vec<usize> {
    match seating.kind().sizes {
        Sizes::NoTables => vec![],
        Sizes::Twos => sizes_of_two(people),
        Sizes::Threes => sizes_of_three(people),
        Sizes::FoursAndFives | Sizes::ByUnit => sizes_of_four_and_five(people),
    }
}

impl<T: Ord + Copy> Draw<'_, T> {
    fn kind(&self) -> &'static SeatingKind {
        self.seating.kind()
    }

    /// Returns tables for `people`.
    #[must_use]
    pub fn tables(&self, people: &[T]) -> Vec<Vec<T>> {
        match self.kind().sizes {
            Sizes::NoTables | Sizes::Twos | Sizes::Threes | Sizes::FoursAndFives => {
                self.sized(people, &sizes(self.seating, people.len()))
            }
            Sizes::ByUnit => home::tables(self, people),
        }
    }

    /// Returns tables of these sizes.
    fn sized(&self, people: &[T], sizes: &[usize]) -> Vec<Vec<T>> {
        if self.company.is_bare() && self.today.is_empty() || sizes.len() < 2 {
            return deal(people, sizes, self.seed);
        }
        let bounds: Vec<[usize; 2]> = sizes.iter().map(|size| [*size, *size]).collect();
        for company in [self.company, &self.company.without_rules()] {
            let mut problem = company.problem(people, 1, bounds.clone());
            add_today(&mut problem, people, self.today);
            if self.has_one_trio(people.len()) {
                problem.trios = Some(Trios { earlier: threes(people, self.today) });
            }
            if let Ok(solution) = solve(&problem, self.seed, &mut step_budget(STEPS_MAX))
                && let Some(round) = solution.plan.into_iter().next()
            {
                return named(people, round);
            }
        }
        deal(people, sizes, self.seed)
    }

    /// Returns the tables of all rounds of an item, planned together before the meeting.
    ///
    /// # Errors
    ///
    /// The rules cannot all be kept.
    pub fn rounds(
        &self,
        people: &[T],
        search: &Search<'_, T>,
    ) -> Result<Vec<Vec<Vec<T>>>, Box<Unplanned>> {
        if self.kind().sizes == Sizes::ByUnit {
            return Ok(vec![self.tables(people); search.rounds]);
        }
        let sizes = sizes(self.seating, people.len());
        if sizes.is_empty() || search.rounds == 0 {
            return Ok(vec![]);
        }
        let largest = sizes.iter().copied().max().unwrap_or_default();
        let bounds = sizes.iter().map(|size| [*size, *size]).collect();
        let mut problem = self.company.problem(people, search.rounds, bounds);
        problem.hosts = hosted(people, &cafe::at_tables(search.hosts));
        // More who belong together than a table holds is a rule for the groups.
        problem.together.retain(|set| set.len() <= largest);
        problem.trios = self.has_one_trio(people.len()).then(Trios::default);
        problem
            .earlier
            .push(Earlier { weight: PLANNED_WEIGHT, groups: placed(self.today, people) });
        match solve(&problem, self.seed, &mut step_budget(search.steps)) {
            Ok(solution) => {
                Ok(solution.plan.into_iter().map(|round| named(people, round)).collect())
            }
            Err(refusal) => Err(Box::new(Unplanned { problem, refusal })),
        }
    }

    /// Returns `planned` tables for those who are here, with each host at the table of that place:
    /// as planned when everybody is, and otherwise with as few as possible at another table than
    /// planned. A table keeps its place in the list; one that nobody is left at is empty.
    #[must_use]
    pub fn fit(&self, planned: &[Vec<T>], here: &[T], hosts: &[(T, usize)]) -> Vec<Vec<T>> {
        if self.kind().sizes == Sizes::ByUnit {
            return home::fit(self, planned, here);
        }
        let present: BTreeSet<T> = here.iter().copied().collect();
        let mut tables: Vec<Vec<T>> = planned
            .iter()
            .map(|table| table.iter().copied().filter(|person| present.contains(person)).collect())
            .collect();
        let (fewest, most) = (self.kind().fewest, self.kind().most);
        let seated: usize = tables.iter().map(Vec::len).sum();
        let as_planned =
            tables.iter().zip(planned).all(|(table, was)| table.len() >= fewest.min(was.len()));
        let stays = |(host, at): &(T, usize)| tables.get(*at).is_some_and(|it| it.contains(host));
        if seated == here.len() && as_planned && hosts.iter().all(stays) {
            return tables;
        }
        while seats(self.kind(), &tables) < here.len() {
            tables.push(vec![]);
        }
        let was = |table: usize| planned.get(table).map_or(0, Vec::len);
        let bounds = (0..tables.len()).map(|table| match was(table) {
            0 => [fewest, most],
            size => [fewest.min(size), most.max(size)],
        });
        let bounds: Vec<[usize; 2]> = bounds.collect();
        self.mended(&tables, here, &bounds, hosts).unwrap_or_else(|| self.anew(here, hosts))
    }

    fn anew(&self, here: &[T], hosts: &[(T, usize)]) -> Vec<Vec<T>> {
        let Draw { company, seed, .. } = *self;
        match self.kind().drawn {
            Drawn::Never | Drawn::InTurn | Drawn::AcrossOrders | Drawn::Weighed => {
                Draw { today: &[], ..*self }.tables(here)
            }
            Drawn::RoundHosts => {
                let hosts: Vec<T> = hosts.iter().map(|(host, _)| *host).collect();
                let round =
                    cafe::Cafe { hosts: &hosts, rounds: 1, been: &[], company, today: &[], seed };
                cafe::next_round(here, &round)
            }
        }
    }

    fn mended(
        &self,
        tables: &[Vec<T>],
        here: &[T],
        bounds: &[[usize; 2]],
        hosts: &[(T, usize)],
    ) -> Option<Vec<Vec<T>>> {
        for company in [self.company, &self.company.without_rules()] {
            let mut problem = company.problem(here, 1, bounds.to_vec());
            problem.hosts = hosted(here, hosts);
            let plan = vec![placed(tables, here)];
            let budget = &mut step_budget(MENDING_STEPS_MAX);
            let repair = repair(&problem, &plan, &Changes::default(), self.seed, budget);
            if let Ok(repair) = repair
                && repair.solution.score.violations == 0
            {
                return repair.solution.plan.into_iter().next().map(|round| named(here, round));
            }
        }
        None
    }

    /// Returns the table, by place, that somebody who comes late joins: one of the smallest, and
    /// of those the one where the wishes and rules are best kept. Nobody else moves. `None` when
    /// there is no table.
    #[must_use]
    pub fn table_for_late(&self, tables: &[Vec<T>], late: T) -> Option<usize> {
        if self.kind().sizes == Sizes::ByUnit {
            return home::place_for(self, tables, late);
        }
        let has_wishes = !self.company.is_bare() || !self.today.is_empty();
        let best = if has_wishes { self.best_for_late(tables, late) } else { None };
        best.or_else(|| (0..tables.len()).min_by_key(|place| tables[*place].len()))
    }

    fn best_for_late(&self, tables: &[Vec<T>], late: T) -> Option<usize> {
        let smallest = tables.iter().map(Vec::len).min()?;
        let mut people: Vec<T> = tables.iter().flatten().copied().collect();
        people.push(late);
        let roomy = |more: usize| -> Vec<[usize; 2]> {
            tables.iter().map(|table| [table.len(), table.len().max(more)]).collect()
        };
        let largest = tables.iter().map(Vec::len).max().unwrap_or_default();
        for bounds in [roomy(smallest + 1), roomy(largest + 1)] {
            let mut problem = self.company.problem(&people, 1, bounds);
            add_today(&mut problem, &people, self.today);
            let plan = vec![placed(tables, &people)];
            let changes = Changes { arrived: vec![(people.len() - 1, 0)], ..Changes::default() };
            let budget = &mut step_budget(MENDING_STEPS_MAX);
            let Ok(repair) = repair(&problem, &plan, &changes, self.seed, budget) else { continue };
            let seat = repair
                .solution
                .plan
                .first()?
                .iter()
                .position(|table| table.contains(&(people.len() - 1)));
            if repair.solution.score.violations == 0 && repair.moves.len() == 1 {
                return seat;
            }
        }
        None
    }

    /// Returns who moves to which table, by place, when somebody who is `gone` leaves a table with
    /// too few. Of groups as few as possible move, never more than those who are left there, and
    /// no host of another table; where no such way is found, and at smaller tables, those who are
    /// left join the smallest.
    #[must_use]
    pub fn moves_after(&self, gone: T, tables: &[Vec<T>], hosts: &[(T, usize)]) -> Vec<(T, usize)> {
        let few = match self.kind().sizes {
            Sizes::NoTables | Sizes::Twos | Sizes::Threes => None,
            Sizes::FoursAndFives => self.few_moves(gone, tables, hosts),
            Sizes::ByUnit => Some(home::moves_after(self, gone, tables)),
        };
        few.unwrap_or_else(|| moves_to_smallest(gone, tables))
    }

    fn few_moves(
        &self,
        gone: T,
        tables: &[Vec<T>],
        hosts: &[(T, usize)],
    ) -> Option<Vec<(T, usize)>> {
        let (fewest, most) = (self.kind().fewest, self.kind().most);
        let people: Vec<T> = tables.iter().flatten().copied().collect();
        let who = people.iter().position(|person| *person == gone)?;
        let moves_max = tables.iter().find(|table| table.contains(&gone))?.len() - 1;
        let bounds = tables.iter().map(|table| [fewest.min(table.len()), most.max(table.len())]);
        let bounds: Vec<[usize; 2]> = bounds.collect();
        for company in [self.company, &self.company.without_rules()] {
            let mut problem = company.problem(&people, 1, bounds.clone());
            problem.hosts = hosted(&people, hosts);
            add_today(&mut problem, &people, self.today);
            let plan = vec![placed(tables, &people)];
            let changes = Changes { gone: vec![who], ..Changes::default() };
            let budget = &mut step_budget(MENDING_STEPS_MAX);
            let Ok(repair) = repair(&problem, &plan, &changes, self.seed, budget) else { continue };
            let moves = repair.moves.iter().filter_map(|it| Some((people[it.person], it.to?)));
            let moves: Vec<(T, usize)> = moves.collect();
            if repair.solution.score.violations == 0 && moves.len() <= moves_max {
                return Some(moves);
            }
        }
        None
    }

    /// Twos with one who is left over.
    fn has_one_trio(&self, people: usize) -> bool {
        self.kind().sizes == Sizes::Twos && people % 2 == 1
    }
}

/// How many the tables seat before another table is better: pairs with one trio, trios with two
/// fours.
fn seats<T>(kind: &SeatingKind, tables: &[Vec<T>]) -> usize {
    match kind.sizes {
        Sizes::NoTables => usize::MAX,
        Sizes::Twos => 2 * tables.len() + 1,
        Sizes::Threes => 3 * tables.len() + 2,
        Sizes::FoursAndFives | Sizes::ByUnit => {
            tables.iter().map(|table| table.len().max(kind.most)).sum()
        }
    }
}

/// Nobody moves when there is no other table.
fn moves_to_smallest<T: Ord + Copy>(gone: T, tables: &[Vec<T>]) -> Vec<(T, usize)> {
    let Some(left) = tables.iter().position(|table| table.contains(&gone)) else { return vec![] };
    let mut sizes: BTreeMap<usize, usize> =
        tables.iter().map(Vec::len).enumerate().filter(|(place, _)| *place != left).collect();
    let mut moves = vec![];
    for person in tables[left].iter().copied().filter(|it| *it != gone) {
        let Some(to) = sizes.iter().min_by_key(|(place, size)| (**size, **place)) else {
            return vec![];
        };
        let to = *to.0;
        *sizes.entry(to).or_insert(0) += 1;
        moves.push((person, to));
    }
    moves
}

/// Returns hosts as the solver names them: person and table.
pub(crate) fn hosted<T: Ord>(people: &[T], hosts: &[(T, usize)]) -> Vec<[usize; 2]> {
    let seat = |(host, table): &(T, usize)| {
        Some([people.iter().position(|person| person == host)?, *table])
    };
    hosts.iter().filter_map(seat).collect()
}

/// Returns tables by the people's places in the list.
fn placed<T: Ord + Copy>(tables: &[Vec<T>], people: &[T]) -> Vec<Vec<usize>> {
    let place: BTreeMap<T, usize> =
        people.iter().enumerate().map(|(place, person)| (*person, place)).collect();
    let table = |table: &Vec<T>| table.iter().filter_map(|it| place.get(it).copied()).collect();
    tables.iter().map(table).collect()
}

fn named<T: Copy>(people: &[T], round: Vec<Vec<usize>>) -> Vec<Vec<T>> {
    let table = |table: Vec<usize>| table.into_iter().map(|place| people[place]).collect();
    round.into_iter().map(table).collect()
}

fn add_today<T: Ord + Copy>(problem: &mut Problem, people: &[T], today: &[Vec<T>]) {
    let groups: Vec<Vec<usize>> =
        placed(today, people).into_iter().filter(|table| table.len() > 1).collect();
    if !groups.is_empty() {
        problem.earlier.push(Earlier { weight: TODAY_WEIGHT, groups });
    }
}

/// How often each has sat in a table of three today.
fn threes<T: Ord + Copy>(people: &[T], today: &[Vec<T>]) -> Vec<u32> {
    let of = |person: &T| today.iter().filter(|it| it.len() == 3 && it.contains(person)).count();
    people.iter().map(|person| u32::try_from(of(person)).unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
mod tests;
