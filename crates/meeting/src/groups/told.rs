//! What a plan of groups gives and what a move costs, as reasons that a page puts into words.
//!
//! **Invariant `pairs-never-persons`:** history is told of pairs. Nothing here counts how often
//! one person has met others.

use std::collections::BTreeSet;

use seating::bound::lower_bound;
use seating::score::evaluate;

use super::{GroupPlan, Kept, Met, places};
use crate::company::{Acquaintance, Company, pair};
use crate::expected::Expected;

/// Something to say about the groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nobody at a table has shared one before.
    AllNew,
    /// Everyone sits with somebody new.
    EachMeetsNew,
    /// These pairs have met in so many meetings.
    MetBefore(Vec<(u32, u32, u32)>),
    /// No history: everybody counts as new.
    NoHistory,
    UnitsEven,
    SameUnit {
        table: usize,
        people: Vec<u32>,
    },
    Broken(Kept),
    /// No groups are better by these rules: proved, not believed.
    Best,
}

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

/// Returns what can be said of the groups, the good first.
#[must_use]
pub fn reasons(plan: &GroupPlan, people: &[Expected], met: &Met) -> Vec<Reason> {
    let mut reasons = vec![];
    if met.is_empty() {
        reasons.push(Reason::NoHistory);
    } else {
        let before = met_before(plan, met);
        if before.is_empty() {
            reasons.push(Reason::AllNew);
        } else {
            if each_meets_new(plan, met) {
                reasons.push(Reason::EachMeetsNew);
            }
            reasons.push(Reason::MetBefore(before));
        }
    }
    let numbers: Vec<u32> = people.iter().map(|it| it.number).collect();
    let bounds = plan.tables.iter().map(|table| [table.len(), table.len()]).collect();
    let company = plan.company(people, met);
    let mut problem = company.problem(&numbers, 1, bounds);
    let seats = vec![places(plan.tables.iter(), &numbers)];
    let Ok(score) = evaluate(&problem, &seats) else { return reasons };
    if !company.units.is_empty() {
        problem.attributes.retain(|it| it.name == "unit");
        let units = evaluate(&problem, &seats).map_or(1, |score| score.balance);
        reasons.extend((units == 0).then_some(Reason::UnitsEven));
        if units > 0 {
            reasons.extend(same_unit(plan, people));
        }
    }
    reasons.extend(broken(plan, people).into_iter().map(Reason::Broken));
    let whole = company.problem(&numbers, 1, problem.groups.clone());
    let is_best = lower_bound(&whole).is_ok_and(|bound| score.total <= bound.total);
    let is_all = whole.earlier.iter().any(|it| it.weight > 0) || !whole.attributes.is_empty();
    if is_best && is_all && score.violations == 0 {
        reasons.push(Reason::Best);
    }
    reasons
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
    let unit = unit_of(people, person);
    let own = people.iter().filter(|it| !unit.is_empty() && it.unit.to_lowercase() == unit);
    let own: BTreeSet<u32> = own.map(|it| it.number).collect();
    let here = plan.table_of(person);
    let cost = |(place, table): (usize, &Vec<u32>)| {
        let others: Vec<u32> = table.iter().copied().filter(|it| *it != person).collect();
        let mut costs = vec![];
        for other in &others {
            let times = between(met, person, *other).meetings;
            if times > 0 {
                costs.push(Cost::MetBefore(person, *other, times));
            }
        }
        let same: Vec<u32> = others.iter().copied().filter(|it| own.contains(it)).collect();
        if !same.is_empty() {
            costs.push(Cost::SameUnit([vec![person], same].concat()));
        }
        if here == Some(place) {
            return costs;
        }
        costs.extend(broken_by(&rules, person, &others).into_iter().map(Cost::Broken));
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

fn between(met: &Met, one: u32, other: u32) -> Acquaintance {
    met.get(&pair(one, other)).copied().unwrap_or_default()
}

fn met_before(plan: &GroupPlan, met: &Met) -> Vec<(u32, u32, u32)> {
    let mut pairs = vec![];
    for table in &plan.tables {
        for (place, one) in table.iter().enumerate() {
            for other in &table[place + 1..] {
                let times = between(met, *one, *other).meetings;
                if times > 0 {
                    pairs.push((*one, *other, times));
                }
            }
        }
    }
    pairs.sort_by_key(|(_, _, times)| std::cmp::Reverse(*times));
    pairs
}

fn each_meets_new(plan: &GroupPlan, met: &Met) -> bool {
    plan.tables.iter().all(|table| {
        table.iter().all(|one| {
            table.iter().any(|other| one != other && between(met, *one, *other).meetings == 0)
        })
    })
}

fn unit_of(people: &[Expected], person: u32) -> String {
    let found = people.iter().find(|it| it.number == person);
    found.map(|it| it.unit.to_lowercase()).unwrap_or_default()
}

fn same_unit(plan: &GroupPlan, people: &[Expected]) -> Vec<Reason> {
    let mut reasons = vec![];
    for (place, table) in plan.tables.iter().enumerate() {
        let mut units: Vec<String> = table.iter().map(|it| unit_of(people, *it)).collect();
        units.retain(|unit| !unit.is_empty());
        units.sort();
        units.dedup();
        for unit in units {
            let same = table.iter().copied().filter(|it| unit_of(people, *it) == unit);
            let same: Vec<u32> = same.collect();
            if same.len() > 1 {
                reasons.push(Reason::SameUnit { table: place + 1, people: same });
            }
        }
    }
    reasons
}

/// Rules that are switched on and not kept.
fn broken(plan: &GroupPlan, people: &[Expected]) -> Vec<Kept> {
    let company = plan.company(people, &Met::new());
    let table = |person: u32| plan.table_of(person);
    let mut broken = vec![];
    for [one, other] in &company.apart {
        if table(*one).is_some() && table(*one) == table(*other) {
            broken.push(Kept::Apart(*one, *other));
        }
    }
    for set in company.together {
        if set.iter().any(|person| table(*person) != table(set[0])) {
            broken.push(Kept::Together(set));
        }
    }
    for (leader, staff) in company.leaders {
        let with = staff.into_iter().filter(|it| table(*it) == table(leader));
        let with: Vec<u32> = with.collect();
        if !with.is_empty() && table(leader).is_some() {
            broken.push(Kept::Leader(leader, with));
        }
    }
    broken
}
