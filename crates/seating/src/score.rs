//! The one score of a plan; lower is better, 0 means that nothing is left to wish for.
//!
//! ```text
//! total = hard_weight · violations + encounters + balance + move_cost · moves
//! ```
//!
//! * encounters: over pairs not asked to be together, `repeat_weight · c(c−1)/2 + c · h`, where
//!   `c` is how often the plan seats the two together and `h` their history in tenths of a
//!   meeting. The k-th meeting so costs the history and 10(k−1): repeats are spread fairly.
//! * balance: over rounds, tables, attributes and categories, the weight times the distance of
//!   the head count from the proportional share, rounded down and up.
//! * moves: people at another table than in the anchor, counted in each round.
//!
//! The search adds up the same sum step by step; nothing else in the product may judge a plan.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::problem::{Flaw, Plan, Problem};

/// The parts of the score, and three figures for people to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    pub total: i64,
    /// Broken rules, one per head.
    pub violations: i64,
    pub encounters: i64,
    pub balance: i64,
    pub moves: i64,
    /// Meetings of a pair beyond its first in this plan.
    pub repeats: i64,
    /// Pairs that meet here and have no history.
    pub new_pairs: i64,
    /// The most often that any one pair meets in this plan.
    pub most_meetings: i64,
}

/// Scores `plan`. Time O(rounds · people · seats · log), no table of all pairs.
pub fn evaluate(problem: &Problem, plan: &Plan) -> Result<Score, Flaw> {
    problem.check()?;
    problem.check_plan("plan", plan)?;
    let mut score = Score::default();
    let mut together = BTreeMap::new();
    for (round, groups) in plan.iter().enumerate() {
        let present = problem.present(round);
        let mut table = vec![None; problem.n];
        for (group, members) in groups.iter().enumerate() {
            for (slot, &person) in members.iter().enumerate() {
                score.violations += i64::from(table[person].is_some() || !present[person]);
                table[person] = Some(group);
                for &other in &members[slot + 1..] {
                    *together.entry((person.min(other), person.max(other))).or_insert(0_i64) += 1;
                }
            }
            let [least, most] = problem.bounds(round, group);
            score.violations +=
                count(members.len().saturating_sub(most) + least.saturating_sub(members.len()));
        }
        score.violations += broken_rules(problem, round, &present, &table, groups);
        score.balance += unbalance(problem, &present, groups);
        let (moves, frozen) = moved(problem, round, &present, &table);
        score.moves += moves;
        score.violations += frozen;
    }
    score.violations += unfair_trios(problem, plan);
    add_encounters(problem, &together, &mut score);
    let move_cost = problem.anchor.as_ref().map_or(0, |anchor| anchor.move_cost);
    score.total = problem.hard_weight * score.violations
        + score.encounters
        + score.balance
        + move_cost * score.moves;
    Ok(score)
}

fn count(heads: usize) -> i64 {
    i64::try_from(heads).unwrap_or(i64::MAX)
}

/// Broken rules of one round, save sizes and frozen seats.
fn broken_rules(
    problem: &Problem,
    round: usize,
    present: &[bool],
    table: &[Option<usize>],
    groups: &[Vec<usize>],
) -> i64 {
    let here = |person: usize| present[person];
    let unseated = (0..problem.n).filter(|&person| here(person) && table[person].is_none()).count();
    let mut broken = count(unseated);
    for set in &problem.together {
        let mut parts = BTreeMap::new();
        for &person in set.iter().filter(|person| here(**person)) {
            *parts.entry(table[person]).or_insert(0_usize) += 1;
        }
        let all: usize = parts.values().sum();
        broken += count(all - parts.values().max().copied().unwrap_or(0));
    }
    let close =
        |[one, other]: &[usize; 2]| here(*one) && here(*other) && table[*one] == table[*other];
    broken += count(problem.all_apart().iter().filter(|pair| close(pair)).count());
    let strayed = |[person, group]: &[usize; 2]| {
        here(*person) && problem.open(round, *group) && table[*person] != Some(*group)
    };
    broken += count(problem.hosts.iter().filter(|host| strayed(host)).count());
    for room in &problem.rooms {
        let heads: usize =
            room.groups.iter().filter_map(|&group| groups.get(group)).map(Vec::len).sum();
        broken += count(heads.saturating_sub(room.seats));
    }
    broken
}

/// The balance term of one round.
fn unbalance(problem: &Problem, present: &[bool], groups: &[Vec<usize>]) -> i64 {
    let all = present.iter().filter(|here| **here).count();
    let mut sum = 0;
    for attribute in &problem.attributes {
        let category = |person: usize| usize::try_from(attribute.values[person]).ok();
        let categories = (0..problem.n).filter_map(category).max().map_or(0, |last| last + 1);
        let mut heads = vec![0; categories];
        for category in (0..problem.n).filter(|person| present[*person]).filter_map(category) {
            heads[category] += 1;
        }
        for members in groups {
            let mut counts = vec![0; categories];
            for category in members.iter().filter_map(|person| category(*person)) {
                counts[category] += 1;
            }
            for (&count_here, &heads) in counts.iter().zip(&heads) {
                let count_here: usize = count_here;
                let [least, most] = share(members.len(), heads, all);
                let off = count_here.saturating_sub(most) + least.saturating_sub(count_here);
                sum += attribute.weight * count(off);
            }
        }
    }
    sum
}

/// The proportional share of `heads` out of `all` at a table of `size`, rounded down and up.
#[must_use]
pub fn share(size: usize, heads: usize, all: usize) -> [usize; 2] {
    let all = all.max(1);
    [size * heads / all, (size * heads).div_ceil(all)]
}

/// People away from their anchor table, and how many of them in a frozen round.
fn moved(problem: &Problem, round: usize, present: &[bool], table: &[Option<usize>]) -> (i64, i64) {
    let Some(anchor) = &problem.anchor else { return (0, 0) };
    let mut old = vec![None; problem.n];
    for (group, members) in anchor.groups[round].iter().enumerate() {
        for &person in members {
            old[person] = Some(group);
        }
    }
    let strayed = |person: &usize| {
        present[*person] && old[*person].is_some() && old[*person] != table[*person]
    };
    let moves = count((0..problem.n).filter(strayed).count());
    (moves, if round < anchor.frozen_rounds { moves } else { 0 })
}

/// Seats in trios taken by people who have sat in one more often than others who could have.
#[must_use]
pub fn unfair_trios(problem: &Problem, plan: &Plan) -> i64 {
    let Some(trios) = &problem.trios else { return 0 };
    let mut had = trios.earlier.clone();
    had.resize(problem.n, 0);
    let mut unfair = 0;
    for (round, groups) in plan.iter().enumerate() {
        let present = problem.present(round);
        let seats: Vec<usize> =
            groups.iter().filter(|members| members.len() >= 3).flatten().copied().collect();
        let mut due: Vec<u32> =
            (0..problem.n).filter(|person| present[*person]).map(|person| had[person]).collect();
        due.sort_unstable();
        let mut taken: Vec<u32> = seats.iter().map(|person| had[*person]).collect();
        taken.sort_unstable();
        unfair += count(taken.iter().zip(&due).filter(|(taken, due)| taken > due).count());
        // One trio a round is all that an odd number needs.
        let trios = groups.iter().filter(|members| members.len() >= 3).count();
        unfair += count(trios.saturating_sub(1));
        for person in seats {
            had[person] += 1;
        }
    }
    unfair
}

fn add_encounters(problem: &Problem, together: &BTreeMap<(usize, usize), i64>, score: &mut Score) {
    let mut history = BTreeMap::new();
    for meeting in &problem.earlier {
        for members in &meeting.groups {
            for (slot, &one) in members.iter().enumerate() {
                for &other in &members[slot + 1..] {
                    *history.entry((one.min(other), one.max(other))).or_insert(0_i64) +=
                        meeting.weight;
                }
            }
        }
    }
    let set = set_of(problem);
    for (&(one, other), &times) in together {
        if set[one].is_some() && set[one] == set[other] {
            continue;
        }
        let tenths = history.get(&(one, other)).copied().unwrap_or(0);
        score.encounters += problem.repeat_weight * times * (times - 1) / 2 + times * tenths;
        score.repeats += times - 1;
        score.new_pairs += i64::from(tenths == 0);
        score.most_meetings = score.most_meetings.max(times);
    }
}

/// The last set in `together` that names each person: whoever must meet is not counted.
#[must_use]
pub fn set_of(problem: &Problem) -> Vec<Option<usize>> {
    let mut set = vec![None; problem.n];
    for (index, people) in problem.together.iter().enumerate() {
        for &person in people {
            set[person] = Some(index);
        }
    }
    set
}
