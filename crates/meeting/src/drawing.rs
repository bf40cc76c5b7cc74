//! Draws: people to tables by the solver, and planned tables mended for those who came.
//!
//! The same people, company and seed give the same tables: the budget counts steps, not time.
//!
//! **Invariant `a-draw-always-seats`:** rules that clash are left out rather than leaving people
//! without a table. Held by [`draw`] and [`fit`]; before a meeting the clash is told instead.

pub mod cafe;

use std::collections::{BTreeMap, BTreeSet};

use kernel::step::Seating;
use seating::anneal::step_budget;
use seating::draw::{deal, sizes_of_four_and_five, sizes_of_three, sizes_of_two};
use seating::problem::{Earlier, Problem, Trios};
use seating::repair::{Changes, repair};
use seating::solve::solve;

use crate::company::Company;

/// Proposals in a draw of a running meeting, whose people wait for it.
const STEPS_MAX: u64 = 60_000;
/// Proposals when tables are mended.
const MENDING_STEPS_MAX: u64 = 20_000;
/// A table shared in this meeting weighs as much as two earlier meetings.
const TODAY_WEIGHT: i64 = 20;

/// Returns the sizes of the tables of a kind of seating.
#[must_use]
pub fn sizes(seating: Seating, people: usize) -> Vec<usize> {
    match seating {
        Seating::Room => vec![],
        Seating::Pairs | Seating::Neighbours => sizes_of_two(people),
        Seating::Trios => sizes_of_three(people),
        Seating::Groups | Seating::Mixed | Seating::Cafe => sizes_of_four_and_five(people),
    }
}

/// Returns tables for `people`, given the tables they have shared `today`.
#[must_use]
pub fn draw<T: Ord + Copy>(
    people: &[T],
    seating: Seating,
    company: &Company<T>,
    today: &[Vec<T>],
    seed: u64,
) -> Vec<Vec<T>> {
    let sizes = sizes(seating, people.len());
    if company.is_bare() && today.is_empty() || sizes.len() < 2 {
        return deal(people, &sizes, seed);
    }
    let bounds: Vec<[usize; 2]> = sizes.iter().map(|size| [*size, *size]).collect();
    for company in [company, &company.without_rules()] {
        let mut problem = company.problem(people, 1, bounds.clone());
        add_today(&mut problem, people, today);
        if seating == Seating::Pairs && people.len() % 2 == 1 {
            problem.trios = Some(Trios { earlier: threes(people, today) });
        }
        if let Ok(solution) = solve(&problem, seed, &mut step_budget(STEPS_MAX))
            && let Some(round) = solution.plan.into_iter().next()
        {
            return named(people, round);
        }
    }
    deal(people, &sizes, seed)
}

/// Returns `planned` tables for those who are here: as planned when everybody is, and otherwise
/// with as few as possible at another table than planned. A table keeps its place in the list; one
/// that nobody is left at is empty.
#[must_use]
pub fn fit<T: Ord + Copy>(
    planned: &[Vec<T>],
    here: &[T],
    seating: Seating,
    company: &Company<T>,
    seed: u64,
) -> Vec<Vec<T>> {
    fit_around(planned, here, seating, company, &[], seed)
}

/// Returns `planned` tables for those who are here, with each host at the table of that place.
#[must_use]
pub fn fit_around<T: Ord + Copy>(
    planned: &[Vec<T>],
    here: &[T],
    seating: Seating,
    company: &Company<T>,
    hosts: &[(T, usize)],
    seed: u64,
) -> Vec<Vec<T>> {
    let present: BTreeSet<T> = here.iter().copied().collect();
    let mut tables: Vec<Vec<T>> = planned
        .iter()
        .map(|table| table.iter().copied().filter(|person| present.contains(person)).collect())
        .collect();
    let (least, most) = usual(seating);
    let seated: usize = tables.iter().map(Vec::len).sum();
    let as_planned =
        tables.iter().zip(planned).all(|(table, was)| table.len() >= least.min(was.len()));
    let stays = |(host, at): &(T, usize)| tables.get(*at).is_some_and(|it| it.contains(host));
    if seated == here.len() && as_planned && hosts.iter().all(stays) {
        return tables;
    }
    while seats(seating, &tables) < here.len() {
        tables.push(vec![]);
    }
    let was = |table: usize| planned.get(table).map_or(0, Vec::len);
    let bounds = (0..tables.len()).map(|table| match was(table) {
        0 => [least, most],
        size => [least.min(size), most.max(size)],
    });
    let bounds: Vec<[usize; 2]> = bounds.collect();
    if let Some(mended) = mended(&tables, here, company, (&bounds, hosts), seed) {
        return mended;
    }
    if hosts.is_empty() {
        return draw(here, seating, company, &[], seed);
    }
    let hosts: Vec<T> = hosts.iter().map(|(host, _)| *host).collect();
    cafe::next_round(
        here,
        &cafe::Cafe { hosts: &hosts, rounds: 1, been: &[], company, today: &[], seed },
    )
}

/// Returns the table, by place, that somebody who comes late joins: one of the smallest, and of
/// those the one where the wishes and rules are best kept. Nobody else moves.
#[must_use]
pub fn table_for_late<T: Ord + Copy>(
    tables: &[Vec<T>],
    late: T,
    company: &Company<T>,
    today: &[Vec<T>],
    seed: u64,
) -> Option<usize> {
    let smallest = tables.iter().map(Vec::len).min()?;
    let mut people: Vec<T> = tables.iter().flatten().copied().collect();
    people.push(late);
    let roomy = |more: usize| -> Vec<[usize; 2]> {
        tables.iter().map(|table| [table.len(), table.len().max(more)]).collect()
    };
    let largest = tables.iter().map(Vec::len).max().unwrap_or_default();
    for bounds in [roomy(smallest + 1), roomy(largest + 1)] {
        let mut problem = company.problem(&people, 1, bounds);
        add_today(&mut problem, &people, today);
        let plan = vec![placed(tables, &people)];
        let changes = Changes { arrived: vec![(people.len() - 1, 0)], ..Changes::default() };
        let budget = &mut step_budget(MENDING_STEPS_MAX);
        let Ok(repair) = repair(&problem, &plan, &changes, seed, budget) else { continue };
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

/// Returns who moves to which table, by place, when somebody leaves a table with too few: as few
/// as possible, never more than those who are left there, and no host of another table. `None`
/// when no such way is found.
#[must_use]
pub fn moves_after<T: Ord + Copy>(
    gone: T,
    tables: &[Vec<T>],
    seating: Seating,
    company: &Company<T>,
    hosts: &[(T, usize)],
    today: &[Vec<T>],
    seed: u64,
) -> Option<Vec<(T, usize)>> {
    let (least, most) = usual(seating);
    let people: Vec<T> = tables.iter().flatten().copied().collect();
    let who = people.iter().position(|person| *person == gone)?;
    let moves_max = tables.iter().find(|table| table.contains(&gone))?.len() - 1;
    let bounds = tables.iter().map(|table| [least.min(table.len()), most.max(table.len())]);
    let bounds: Vec<[usize; 2]> = bounds.collect();
    for company in [company, &company.without_rules()] {
        let mut problem = company.problem(&people, 1, bounds.clone());
        problem.hosts = hosted(&people, hosts);
        add_today(&mut problem, &people, today);
        let plan = vec![placed(tables, &people)];
        let changes = Changes { gone: vec![who], ..Changes::default() };
        let budget = &mut step_budget(MENDING_STEPS_MAX);
        let Ok(repair) = repair(&problem, &plan, &changes, seed, budget) else { continue };
        let moves = repair.moves.iter().filter_map(|it| Some((people[it.person], it.to?)));
        let moves: Vec<(T, usize)> = moves.collect();
        if repair.solution.score.violations == 0 && moves.len() <= moves_max {
            return Some(moves);
        }
    }
    None
}

/// Fewest and most at a table of a plan when some stay away and others come: a group of three
/// still talks, one of two joins others.
fn usual(seating: Seating) -> (usize, usize) {
    match seating {
        Seating::Room => (0, usize::MAX),
        Seating::Pairs | Seating::Neighbours => (2, 3),
        Seating::Trios => (2, 4),
        Seating::Groups | Seating::Mixed | Seating::Cafe => (3, 5),
    }
}

/// How many the tables seat before another table is better: pairs with one trio, trios with two
/// fours.
fn seats<T>(seating: Seating, tables: &[Vec<T>]) -> usize {
    match seating {
        Seating::Room => usize::MAX,
        Seating::Pairs | Seating::Neighbours => 2 * tables.len() + 1,
        Seating::Trios => 3 * tables.len() + 2,
        Seating::Groups | Seating::Mixed | Seating::Cafe => {
            tables.iter().map(|table| table.len().max(5)).sum()
        }
    }
}

fn mended<T: Ord + Copy>(
    tables: &[Vec<T>],
    here: &[T],
    company: &Company<T>,
    (bounds, hosts): (&[[usize; 2]], &[(T, usize)]),
    seed: u64,
) -> Option<Vec<Vec<T>>> {
    for company in [company, &company.without_rules()] {
        let mut problem = company.problem(here, 1, bounds.to_vec());
        problem.hosts = hosted(here, hosts);
        let plan = vec![placed(tables, here)];
        let budget = &mut step_budget(MENDING_STEPS_MAX);
        let repair = repair(&problem, &plan, &Changes::default(), seed, budget);
        if let Ok(repair) = repair
            && repair.solution.score.violations == 0
        {
            return repair.solution.plan.into_iter().next().map(|round| named(here, round));
        }
    }
    None
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
