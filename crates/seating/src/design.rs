//! Plans in which nobody meets anybody twice, by construction instead of search.
//!
//! | construction | gives |
//! |---|---|
//! | circle method | n people in pairs, n − 1 rounds |
//! | affine geometry AG(d, q) | q^d people in groups of q; every pair exactly once |
//! | transversal design over GF(g) | g groups of s ≤ g: g rounds, more where s divides g |
//! | the same with points left out | groups of s − 1 and s |
//! | catalogue | base rounds that the starter search found, developed by a cyclic group |

pub mod catalogue;
pub mod field;
pub mod starter;

use crate::problem::Plan;
use field::{Field, prime_power};

/// Largest g for the tables of GF(g); one table row a group.
const ORDER_MAX: usize = 1_024;

/// Where a repeat-free plan comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Construction {
    Circle,
    Affine,
    Transversal,
    Catalogue,
}

/// `people` in pairs for up to `people − 1` rounds. An odd number leaves one person over in each
/// round, another one each time; that person stands alone in the last group.
#[must_use]
pub fn circle(people: usize, rounds: usize) -> Plan {
    let wheel = people + people % 2;
    (0..rounds.min(wheel.max(2) - 1)).map(|round| turn_of_circle(people, round)).collect()
}

/// One round of [`circle`].
#[must_use]
pub fn turn_of_circle(people: usize, round: usize) -> Vec<Vec<usize>> {
    let even = people + people % 2;
    let wheel = even.max(2) - 1;
    let hub = even - 1;
    let pair = |one: usize, other: usize| if other < people { vec![one, other] } else { vec![one] };
    let turn = round % wheel;
    let rim = (1..even / 2).map(|step| vec![(turn + step) % wheel, (turn + wheel - step) % wheel]);
    rim.chain([pair(turn, hub)]).collect()
}

/// The most repeat-free rounds, at most `rounds`, that constructions give for `groups` groups
/// of `size`; at least one.
#[must_use]
pub fn equal_groups(groups: usize, size: usize, rounds: usize) -> (Plan, Construction) {
    let people = groups * size;
    let wanted = rounds.min(if size < 2 { 1 } else { (people - 1) / (size - 1) }).max(1);
    if size == 2 {
        return (circle(people, wanted), Construction::Circle);
    }
    let one = vec![(0..groups).map(|group| (group * size..(group + 1) * size).collect()).collect()];
    let mut best = (one, Construction::Transversal);
    if size >= 2 && size <= groups {
        let candidates = [
            (Construction::Affine, affine(size, people)),
            (Construction::Transversal, transversal(groups, size)),
            (Construction::Catalogue, catalogue::rounds(groups, size)),
        ];
        for (construction, plan) in candidates {
            if let Some(plan) = plan
                && plan.len() > best.0.len()
                && best.0.len() < wanted
            {
                best = (plan, construction);
            }
        }
    }
    best.0.truncate(wanted);
    best
}

/// All parallel classes of lines: `people` = q^d in groups of q.
fn affine(q: usize, people: usize) -> Option<Plan> {
    let field = Field::new(q)?;
    let mut dimension = 0;
    let mut size = 1;
    while size < people {
        size *= q;
        dimension += 1;
    }
    if size != people || dimension < 2 {
        return None;
    }
    let digits = |mut point: usize| {
        let mut digits = vec![0; dimension];
        for digit in &mut digits {
            *digit = point % q;
            point /= q;
        }
        digits
    };
    let mut plan = Plan::new();
    for direction in (1..people).map(digits) {
        // One direction stands for all its multiples.
        if direction.iter().rev().find(|digit| **digit != 0) != Some(&1) {
            continue;
        }
        let mut seen = vec![false; people];
        let mut round = Vec::new();
        for point in 0..people {
            if seen[point] {
                continue;
            }
            let from = digits(point);
            let step = |times: usize| {
                let along = from.iter().zip(&direction).rev();
                along.fold(0, |sum, (digit, way)| {
                    sum * q + field.add(*digit, field.multiply(times, *way))
                })
            };
            let line: Vec<usize> = (0..q).map(step).collect();
            for &point in &line {
                seen[point] = true;
            }
            round.push(line);
        }
        plan.push(round);
    }
    Some(plan)
}

/// g rounds of `groups` = g groups from GF(g); where `size` divides g, the rows, whose people
/// have not met, are seated by the same means within themselves.
fn transversal(groups: usize, size: usize) -> Option<Plan> {
    let field = Field::new(groups).filter(|_| size <= groups)?;
    let mut plan: Plan =
        (0..groups).map(|slope| lines(&field, groups, size, slope, groups * size)).collect();
    if groups.is_multiple_of(size) {
        let (within, _) = equal_groups(groups / size, size, usize::MAX);
        for round in within {
            let row = |row: usize| {
                round.iter().map(move |group| group.iter().map(|at| row * groups + at).collect())
            };
            plan.push((0..size).flat_map(row).collect());
        }
    }
    Some(plan)
}

/// The parallel class of one slope, with the people from `people` on left out.
fn lines(
    field: &Field,
    groups: usize,
    size: usize,
    slope: usize,
    people: usize,
) -> Vec<Vec<usize>> {
    let person =
        |row: usize, start: usize| row * groups + field.add(field.multiply(slope, row), start);
    let line = |start: usize| {
        (0..size).map(|row| person(row, start)).filter(|person| *person < people).collect()
    };
    (0..groups).map(line).collect()
}

/// `people` in groups of `size` − 1 and `size` for up to `rounds` rounds, at most one round a
/// group. People of one row of the design never meet, so leaving out the end of the last row
/// takes at most one from each group. `None` where no prime power has the right size.
#[must_use]
pub fn mixed_groups(people: usize, size: usize, rounds: usize) -> Option<Plan> {
    if size < 2 {
        return None;
    }
    let fewest = people.div_ceil(size).max(size);
    let most = (people / (size - 1)).min(ORDER_MAX);
    let orders = || (fewest..=most).filter(|groups| prime_power(*groups).is_some());
    let groups = orders().find(|groups| *groups >= rounds).or_else(|| orders().next_back())?;
    mixed_in(people, groups, size, rounds)
}

/// The same for a given number of groups; `None` unless it is a prime power that fits.
#[must_use]
pub fn mixed_in(people: usize, groups: usize, size: usize, rounds: usize) -> Option<Plan> {
    let fits = size >= 2
        && size <= groups
        && groups <= ORDER_MAX
        && people <= groups * size
        && people >= groups * (size - 1);
    let field = Field::new(groups).filter(|_| fits)?;
    Some((0..rounds.min(groups)).map(|slope| lines(&field, groups, size, slope, people)).collect())
}

/// Meetings of pairs beyond the first.
#[must_use]
pub fn repeats(plan: &Plan) -> usize {
    let mut meetings = Vec::new();
    for group in plan.iter().flatten() {
        for (slot, one) in group.iter().enumerate() {
            meetings.extend(group[slot + 1..].iter().map(|other| (one.min(other), one.max(other))));
        }
    }
    let all = meetings.len();
    meetings.sort_unstable();
    meetings.dedup();
    all - meetings.len()
}
