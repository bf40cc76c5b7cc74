//! What a move or a swap costs before it is made, as reasons that a page puts into words.

use std::collections::BTreeMap;

use super::told::between;
use super::{GroupPlan, Kept, Met};
use crate::company::Company;
use crate::expected::Expected;

/// What it costs to seat somebody at a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cost {
    MetBefore(u32, u32, u32),
    SameUnit(Vec<u32>),
    Broken(Kept),
    /// The table would have so many.
    Becomes(usize),
    /// The table left behind, counted from 1, would have so many.
    Leaves {
        table: usize,
        left: usize,
    },
}

/// Returns what it costs to seat `person` at each table; nothing where it is free.
#[must_use]
pub fn costs_of_seats(
    plan: &GroupPlan,
    people: &[Expected],
    met: &Met,
    person: u32,
) -> Vec<Vec<Cost>> {
    let rules = plan.company(people, &Met::new());
    let units = units_of(people);
    let mover = Mover { person, met, rules: &rules, units: &units };
    let here = plan.table_of(person);
    let cost = |(place, table): (usize, &Vec<u32>)| {
        let others: Vec<u32> = table.iter().copied().filter(|it| *it != person).collect();
        if here == Some(place) {
            return mover.company(&others);
        }
        let mut costs = mover.costs(&others);
        if others.len() + 1 > 5 {
            costs.push(Cost::Becomes(others.len() + 1));
        }
        if let Some(from) = here {
            let left = plan.tables[from].len() - 1;
            if left < 4 {
                costs.push(Cost::Leaves { table: from + 1, left });
            }
        }
        costs
    };
    plan.tables.iter().enumerate().map(cost).collect()
}

/// Returns, for each table, those whom `person` can change places with and what it costs both
/// of them; nobody at the own table.
#[must_use]
pub fn costs_of_swaps(
    plan: &GroupPlan,
    people: &[Expected],
    met: &Met,
    person: u32,
) -> Vec<Vec<(u32, Vec<Cost>)>> {
    let rules = plan.company(people, &Met::new());
    let units = units_of(people);
    let mover = Mover { person, met, rules: &rules, units: &units };
    let here = plan.tables.iter().find(|table| table.contains(&person));
    let left: Vec<u32> = here.into_iter().flatten().copied().filter(|it| *it != person).collect();
    let swap = |table: &Vec<u32>, other: u32| {
        let others: Vec<u32> = table.iter().copied().filter(|it| *it != other).collect();
        let mut costs = mover.costs(&others);
        costs.extend(Mover { person: other, ..mover }.costs(&left));
        let mut told = vec![];
        for cost in costs {
            // Two kept together who part are told of once.
            if !told.contains(&cost) {
                told.push(cost);
            }
        }
        (other, told)
    };
    let at = |table: &Vec<u32>| {
        let others = table.iter().filter(|_| !table.contains(&person));
        others.map(|other| swap(table, *other)).collect()
    };
    plan.tables.iter().map(at).collect()
}

/// Somebody with what is known of those who may sit beside.
struct Mover<'a> {
    person: u32,
    met: &'a Met,
    rules: &'a Company<u32>,
    units: &'a BTreeMap<u32, String>,
}

impl Mover<'_> {
    /// What it costs to sit with others, whatever the size of their table.
    fn costs(&self, others: &[u32]) -> Vec<Cost> {
        let broken = broken_by(self.rules, self.person, others);
        self.company(others).into_iter().chain(broken.into_iter().map(Cost::Broken)).collect()
    }

    fn company(&self, others: &[u32]) -> Vec<Cost> {
        let times = |other: &u32| (*other, between(self.met, self.person, *other).meetings);
        let met = others.iter().map(times).filter(|(_, times)| *times > 0);
        let mut costs: Vec<Cost> =
            met.map(|(other, times)| Cost::MetBefore(self.person, other, times)).collect();
        let unit = self.units.get(&self.person);
        let same = others.iter().copied().filter(|it| unit.is_some() && self.units.get(it) == unit);
        let same: Vec<u32> = same.collect();
        if !same.is_empty() {
            costs.push(Cost::SameUnit([vec![self.person], same].concat()));
        }
        costs
    }
}

/// The unit of everybody who has one.
fn units_of(people: &[Expected]) -> BTreeMap<u32, String> {
    let known = people.iter().filter(|it| !it.unit.is_empty());
    known.map(|it| (it.number, it.unit.to_lowercase())).collect()
}

/// The rules about a person that are not kept among these others.
fn broken_by(rules: &Company<u32>, person: u32, others: &[u32]) -> Vec<Kept> {
    let mut broken = vec![];
    for [one, other] in &rules.apart {
        let with = if *one == person { *other } else { *one };
        if (*one == person || *other == person) && others.contains(&with) {
            broken.push(Kept::Apart(*one, *other));
        }
    }
    for set in rules.together.iter().filter(|set| set.contains(&person)) {
        if set.iter().any(|it| *it != person && !others.contains(it)) {
            broken.push(Kept::Together(set.clone()));
        }
    }
    for (leader, staff) in &rules.leaders {
        if *leader == person {
            let with: Vec<u32> = staff.iter().copied().filter(|it| others.contains(it)).collect();
            broken.extend((!with.is_empty()).then_some(Kept::Leader(person, with)));
        } else if staff.contains(&person) && others.contains(leader) {
            broken.push(Kept::Leader(*leader, vec![person]));
        }
    }
    broken
}
