//! The score again, written from its definition: person by person and pair by pair, no tables.

use seating::problem::{Plan, Problem};

pub struct Slow {
    pub total: i64,
    pub violations: i64,
    pub encounters: i64,
    pub balance: i64,
    pub moves: i64,
}

pub fn slow(problem: &Problem, plan: &Plan) -> Slow {
    let mut violations = 0;
    let mut balance = 0;
    let mut moves = 0;
    for (round, groups) in plan.iter().enumerate() {
        let here = |person: usize| {
            !problem.absent.get(round).is_some_and(|absent| absent.contains(&person))
        };
        let seats = |person: usize| -> Vec<usize> {
            (0..groups.len()).filter(|group| groups[*group].contains(&person)).collect()
        };
        for person in 0..problem.n {
            let times = seats(person).len();
            violations += if here(person) { times.abs_diff(1) } else { times };
        }
        for (group, members) in groups.iter().enumerate() {
            let closed = problem.closed.get(round).is_some_and(|closed| closed.contains(&group));
            let [least, most] = if closed { [0, 0] } else { problem.groups[group] };
            violations += if members.len() > most {
                members.len() - most
            } else {
                least.saturating_sub(members.len())
            };
        }
        for set in &problem.together {
            let set: Vec<usize> = set.iter().copied().filter(|person| here(*person)).collect();
            // People without a seat are together, too.
            let alike = |person: &usize| {
                set.iter().filter(|other| seats(**other) == seats(*person)).count()
            };
            violations += set.len() - set.iter().map(alike).max().unwrap_or(0);
        }
        let staff = problem
            .leaders
            .iter()
            .flat_map(|leader| leader.staff.iter().map(|person| [leader.leader, *person]));
        for [one, other] in problem.apart.iter().copied().chain(staff) {
            violations += usize::from(here(one) && here(other) && seats(one) == seats(other));
        }
        for &[person, group] in &problem.hosts {
            let closed = problem.closed.get(round).is_some_and(|closed| closed.contains(&group));
            violations += usize::from(here(person) && !closed && seats(person) != [group]);
        }
        for room in &problem.rooms {
            let heads: usize =
                room.groups.iter().map(|group| groups.get(*group).map_or(0, Vec::len)).sum();
            violations += heads.saturating_sub(room.seats);
        }
        balance += balance_in(problem, round, groups);
        if let Some(anchor) = &problem.anchor {
            for person in (0..problem.n).filter(|person| here(*person)) {
                let old = anchor.groups[round].iter().position(|members| members.contains(&person));
                if old.is_some() && old != seats(person).first().copied() {
                    moves += 1;
                    violations += usize::from(round < anchor.frozen_rounds);
                }
            }
        }
    }
    let encounters = encounters(problem, plan);
    let violations = i64::try_from(violations).unwrap();
    let move_cost = problem.anchor.as_ref().map_or(0, |anchor| anchor.move_cost);
    let total = problem.hard_weight * violations + encounters + balance + move_cost * moves;
    Slow { total, violations, encounters, balance, moves }
}

fn balance_in(problem: &Problem, round: usize, groups: &[Vec<usize>]) -> i64 {
    let here =
        |person: usize| !problem.absent.get(round).is_some_and(|absent| absent.contains(&person));
    let mut balance = 0;
    let all = (0..problem.n).filter(|person| here(*person)).count();
    for attribute in &problem.attributes {
        for members in groups {
            for kind in 0..=attribute.values.iter().copied().max().unwrap_or(-1) {
                let heads = (0..problem.n)
                    .filter(|person| here(*person) && attribute.values[*person] == kind)
                    .count();
                let count =
                    members.iter().filter(|person| attribute.values[**person] == kind).count();
                let share = members.len() * heads;
                let distance = if count * all > share {
                    count - share.div_ceil(all).min(count)
                } else {
                    (share / all).saturating_sub(count)
                };
                balance += attribute.weight * i64::try_from(distance).unwrap();
            }
        }
    }
    balance
}

fn encounters(problem: &Problem, plan: &Plan) -> i64 {
    let mut sum = 0;
    for one in 0..problem.n {
        for other in one + 1..problem.n {
            if problem.together.iter().any(|set| set.contains(&one) && set.contains(&other)) {
                continue;
            }
            let both = |members: &&Vec<usize>| members.contains(&one) && members.contains(&other);
            let history: i64 = problem
                .earlier
                .iter()
                .map(|meeting| {
                    meeting.weight
                        * i64::try_from(meeting.groups.iter().filter(both).count()).unwrap()
                })
                .sum();
            for again in 0..plan.iter().flatten().filter(both).count() {
                sum += history + problem.repeat_weight * i64::try_from(again).unwrap();
            }
        }
    }
    sum
}
