//! What a plan of groups gives, as reasons that a page puts into words.
//!
//! **Invariant `pairs-never-persons`:** history is told of pairs. Nothing here counts how often
//! one person has met others.

use seating::bound::lower_bound;
use seating::score::evaluate;

use super::{GroupPlan, Kept, Met, places};
use crate::company::{Acquaintance, pair};
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
    if company.mixes_units && !company.units.is_empty() {
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

pub(super) fn between(met: &Met, one: u32, other: u32) -> Acquaintance {
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
