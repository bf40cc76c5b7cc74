//! Draws for a dialogue café: a host stays at each table, and everybody else goes on to new
//! company in each round.

use std::collections::{BTreeMap, BTreeSet};

use kernel::seating::Seating;
use seating::anneal::step_budget;
use seating::draw::deal;
use seating::problem::{Earlier, Problem};
use seating::solve::solve;

use super::{STEPS_MAX, TODAY_WEIGHT, add_today, hosted, named, placed};
use crate::company::Company;

/// What it weighs to come back to a table: first like any other company that comes again, and then
/// more than all of it. A search with heavy weights finds fewer of the plans in which nobody meets
/// again, so it is made only where somebody would come back.
const BEEN_WEIGHTS: [i64; 2] = [TODAY_WEIGHT, 10 * TODAY_WEIGHT];

/// What is known when a café round is drawn.
pub struct Cafe<'a, T: Ord> {
    /// The host of each table, by the table's place.
    pub hosts: &'a [T],
    /// How many rounds are still to come, with this one. They are drawn together, so that this
    /// one leaves room for the next.
    pub rounds: usize,
    /// Who has been guest at which table, with the one who is its host now.
    pub been: &'a [[T; 2]],
    pub company: &'a Company<T>,
    pub today: &'a [Vec<T>],
    pub seed: u64,
}

/// Returns the tables of the next round. Everybody has a seat, whatever the rules.
#[must_use]
pub fn next_round<T: Ord + Copy>(people: &[T], cafe: &Cafe<'_, T>) -> Vec<Vec<T>> {
    for company in [cafe.company, &cafe.company.without_rules()] {
        let mut fewest: Option<([usize; 2], Vec<Vec<T>>)> = None;
        for weight in BEEN_WEIGHTS {
            let Some(rounds) = solved(people, cafe, company, weight) else { continue };
            let all = coming_back(&rounds, cafe);
            let Some(round) = rounds.into_iter().next() else { continue };
            let back = [coming_back(std::slice::from_ref(&round), cafe), all];
            if fewest.as_ref().is_none_or(|(least, _)| back < *least) {
                fewest = Some((back, round));
            }
            if all == 0 {
                break;
            }
        }
        if let Some((_, round)) = fewest {
            return with_hosts_first(round, cafe.hosts);
        }
    }
    dealt(people, cafe.hosts, cafe.seed)
}

/// Draws this round and those to come.
fn solved<T: Ord + Copy>(
    people: &[T],
    cafe: &Cafe<'_, T>,
    company: &Company<T>,
    been_weight: i64,
) -> Option<Vec<Vec<Vec<T>>>> {
    let bounds = shares(people.len(), cafe.hosts.len());
    let mut problem = company.problem(people, cafe.rounds.max(1), bounds);
    problem.hosts = hosted(people, &at_tables(cafe.hosts));
    add_today(&mut problem, people, cafe.today);
    add_been(&mut problem, people, cafe.been, been_weight);
    let solution = solve(&problem, cafe.seed, &mut step_budget(STEPS_MAX)).ok()?;
    Some(solution.plan.into_iter().map(|round| named(people, round)).collect())
}

/// How often a guest comes back to a table, by the host who sits there.
fn coming_back<T: Ord + Copy>(rounds: &[Vec<Vec<T>>], cafe: &Cafe<'_, T>) -> usize {
    let mut been: BTreeSet<[T; 2]> = cafe.been.iter().copied().collect();
    let mut back = 0;
    for (host, table) in rounds.iter().flat_map(|round| cafe.hosts.iter().zip(round)) {
        let guests = table.iter().filter(|it| *it != host);
        back += guests.filter(|guest| !been.insert([**guest, *host])).count();
    }
    back
}

/// Returns how many tables a round has, given those that stood in the last one: as many, while
/// nobody sits at one of two and none has more than five.
#[must_use]
pub fn tables_for(seating: Seating, people: usize, stood: usize) -> usize {
    let kind = seating.kind();
    let mut tables = stood.max(1);
    while tables > 1 && people < kind.fewest * tables {
        tables -= 1;
    }
    tables.max(people.div_ceil(kind.most))
}

/// Chooses `count` hosts among people, by chance. Those whom a rule binds to others come last, as
/// a host cannot follow them; then hosts are taken from as many units as there are, so that a
/// leader has somewhere to go; `burden` says who has had most to do already.
#[must_use]
pub fn hosts<T: Ord + Copy>(
    people: &[T],
    count: usize,
    company: &Company<T>,
    burden: impl Fn(T) -> usize,
    seed: u64,
) -> Vec<T> {
    let mut left = deal(people, &[people.len()], seed).pop().unwrap_or_default();
    let is_bound = |person: T| {
        company.together.iter().flatten().any(|it| *it == person)
            || company.leaders.iter().any(|(leader, _)| *leader == person)
    };
    let mut of_unit: BTreeMap<&str, usize> = BTreeMap::new();
    let mut hosts = vec![];
    while hosts.len() < count {
        let unit = |person: T| {
            let unit = company.units.get(&person).filter(|_| company.mixes_units);
            unit.map_or("", String::as_str)
        };
        let had = |person: T| of_unit.get(unit(person)).copied().unwrap_or(0);
        let cost = |place: &usize| {
            let person = left[*place];
            (is_bound(person), burden(person), had(person))
        };
        let Some(place) = (0..left.len()).min_by_key(cost) else { break };
        let host = left.remove(place);
        *of_unit.entry(unit(host)).or_default() += 1;
        hosts.push(host);
    }
    hosts
}

/// Fewest and most at each table when people are shared evenly.
#[must_use]
pub fn shares(people: usize, tables: usize) -> Vec<[usize; 2]> {
    let tables = tables.max(1);
    vec![[people / tables, people.div_ceil(tables)]; tables]
}

/// Returns each host with the place of the table.
#[must_use]
pub fn at_tables<T: Copy>(hosts: &[T]) -> Vec<(T, usize)> {
    hosts.iter().enumerate().map(|(table, host)| (*host, table)).collect()
}

/// The host's name stands first at each table.
#[must_use]
pub fn with_hosts_first<T: Ord>(mut tables: Vec<Vec<T>>, hosts: &[T]) -> Vec<Vec<T>> {
    for table in &mut tables {
        table.sort_by_key(|person| !hosts.contains(person));
    }
    tables
}

/// To come back to a table is to meet its host again, and is worth avoiding also where the host
/// is another than the last time.
fn add_been<T: Ord + Copy>(problem: &mut Problem, people: &[T], been: &[[T; 2]], weight: i64) {
    let pairs: Vec<Vec<T>> = been.iter().map(|pair| pair.to_vec()).collect();
    let groups: Vec<Vec<usize>> =
        placed(&pairs, people).into_iter().filter(|pair| pair.len() == 2).collect();
    if !groups.is_empty() {
        problem.earlier.push(Earlier { weight, groups });
    }
}

fn dealt<T: Ord + Copy>(people: &[T], hosts: &[T], seed: u64) -> Vec<Vec<T>> {
    let guests: Vec<T> = people.iter().copied().filter(|it| !hosts.contains(it)).collect();
    let mut tables: Vec<Vec<T>> = hosts.iter().map(|host| vec![*host]).collect();
    let order = deal(&guests, &[guests.len()], seed).pop().unwrap_or_default();
    for (guest, table) in order.into_iter().zip((0..tables.len()).cycle()) {
        tables[table].push(guest);
    }
    tables
}
