//! Groups, pairs and trios for a meeting that is running: one call, no problem to set up.
//!
//! People are whatever the caller names them by. The same people in the same order with the same
//! seed give the same groups.

use std::collections::BTreeMap;

use crate::design::turn_of_circle;
use crate::rng::Rng;

/// Proposals for mending one round of pairs, for each person.
const MENDS_A_PERSON: usize = 600;

/// Sizes of groups of four and five for `people`, largest first, as few groups as possible.
/// Where fours and fives do not add up: 1, 2 and 3 are one group, 6 is 3 + 3, 7 is 4 + 3 and
/// 11 is 4 + 4 + 3. Empty for nobody.
#[must_use]
pub fn sizes_of_four_and_five(people: usize) -> Vec<usize> {
    match people {
        0 => vec![],
        1..=5 => vec![people],
        6 => vec![3, 3],
        7 => vec![4, 3],
        11 => vec![4, 4, 3],
        _ => even(people, people.div_ceil(5)),
    }
}

/// Sizes of trios for `people`: one over makes a group of four; two over make two groups of
/// four, with 3 + 2 for five people and a pair for two.
#[must_use]
pub fn sizes_of_three(people: usize) -> Vec<usize> {
    match (people, people % 3) {
        (0, _) => vec![],
        (1..=4, _) => vec![people],
        (5, _) => vec![3, 2],
        (_, over) => even(people, (people - over) / 3),
    }
}

/// Sizes of pairs for `people`: an odd number makes one trio.
#[must_use]
pub fn sizes_of_two(people: usize) -> Vec<usize> {
    match people {
        0 => vec![],
        1..=3 => vec![people],
        _ => even(people, people / 2),
    }
}

/// `people` over `groups` as evenly as possible, larger groups first.
fn even(people: usize, groups: usize) -> Vec<usize> {
    (0..groups).map(|group| people / groups + usize::from(group < people % groups)).collect()
}

/// Groups of four and five, by chance.
#[must_use]
pub fn groups<T: Clone>(people: &[T], seed: u64) -> Vec<Vec<T>> {
    deal(people, &sizes_of_four_and_five(people.len()), seed)
}

/// Trios with their leftovers, by chance.
#[must_use]
pub fn trios<T: Clone>(people: &[T], seed: u64) -> Vec<Vec<T>> {
    deal(people, &sizes_of_three(people.len()), seed)
}

/// Groups of the given `sizes`, by chance; people beyond the sizes are left out.
#[must_use]
pub fn deal<T: Clone>(people: &[T], sizes: &[usize], seed: u64) -> Vec<Vec<T>> {
    let mut order: Vec<&T> = people.iter().collect();
    Rng::new(seed).shuffle(&mut order);
    let mut order = order.into_iter().cloned();
    sizes.iter().map(|size| order.by_ref().take(*size).collect()).collect()
}

/// Who has met whom in a set of rounds, and who has sat in its trios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met<T> {
    /// Pairs, lower person first, and how often they have met.
    pairs: BTreeMap<(T, T), u32>,
    trios: BTreeMap<T, u32>,
}

impl<T> Default for Met<T> {
    fn default() -> Met<T> {
        Met { pairs: BTreeMap::new(), trios: BTreeMap::new() }
    }
}

impl<T: Clone + Ord> Met<T> {
    /// Counts a round that was held.
    pub fn held(&mut self, groups: &[Vec<T>]) {
        for group in groups {
            for (slot, one) in group.iter().enumerate() {
                for other in &group[slot + 1..] {
                    *self.pairs.entry(ordered(one, other)).or_insert(0) += 1;
                }
                if group.len() == 3 {
                    *self.trios.entry(one.clone()).or_insert(0) += 1;
                }
            }
        }
    }

    /// How often the two have met.
    #[must_use]
    pub fn times(&self, one: &T, other: &T) -> u32 {
        self.pairs.get(&ordered(one, other)).copied().unwrap_or(0)
    }

    /// How often the person has sat in a trio.
    #[must_use]
    pub fn trios(&self, person: &T) -> u32 {
        self.trios.get(person).copied().unwrap_or(0)
    }
}

fn ordered<T: Clone + Ord>(one: &T, other: &T) -> (T, T) {
    if one <= other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) }
}

/// Pairs for round `round` (from 0) of a set, given who has `met` in it. An odd number makes one
/// trio, of people who have sat in fewest trios. Rounds 0, 1, 2, … of the same people and seed
/// repeat no pair before everybody has met everybody, if their number is even; when people come
/// and go, as few pairs as the search can find.
#[must_use]
pub fn pairs<T: Clone + Ord>(people: &[T], round: usize, met: &Met<T>, seed: u64) -> Vec<Vec<T>> {
    if people.len() <= 3 {
        return if people.is_empty() { vec![] } else { vec![people.to_vec()] };
    }
    let mut order: Vec<usize> = (0..people.len()).collect();
    Rng::new(seed).shuffle(&mut order);
    let room = Room {
        people: people.len(),
        times: times(people, met),
        trios: people.iter().map(|person| met.trios(person)).collect(),
    };
    let wheel = people.len() + people.len() % 2 - 1;
    let turn = |turn: usize| {
        let pairs = turn_of_circle(people.len(), turn);
        let mut groups: Groups =
            pairs.iter().map(|pair| pair.iter().map(|at| order[*at]).collect()).collect();
        room.join_leftover(&mut groups);
        groups
    };
    let first = turn(round);
    let mut best = (room.cost(&first), first);
    for other in round + 1..round + wheel {
        if best.0 > 0 {
            let groups = turn(other);
            let cost = room.cost(&groups);
            if cost < best.0 {
                best = (cost, groups);
            }
        }
    }
    if best.0 > 0 {
        let mut rng = Rng::new(seed ^ (round as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        room.mend(&mut best, &mut rng);
    }
    let named = |group: Vec<usize>| group.into_iter().map(|at| people[at].clone()).collect();
    best.1.into_iter().map(named).collect()
}

/// How often each two have met, `[one * people + other]`; most have not.
fn times<T: Clone + Ord>(people: &[T], met: &Met<T>) -> Vec<u32> {
    let place: BTreeMap<&T, usize> =
        people.iter().enumerate().map(|(place, person)| (person, place)).collect();
    let mut times = vec![0; people.len() * people.len()];
    for ((one, other), count) in &met.pairs {
        if let (Some(one), Some(other)) = (place.get(one), place.get(other)) {
            times[one * people.len() + other] = *count;
            times[other * people.len() + one] = *count;
        }
    }
    times
}

type Groups = Vec<Vec<usize>>;

/// Who has met whom, by place in the list of people.
struct Room {
    people: usize,
    /// `[one * people + other]`.
    times: Vec<u32>,
    trios: Vec<u32>,
}

/// A trio too early weighs more than any repeat.
const UNFAIR: u64 = 1_000;

impl Room {
    /// The one person left over joins the pair that suits best.
    fn join_leftover(&self, groups: &mut Groups) {
        let Some(single) = groups.iter().position(|group| group.len() == 1) else { return };
        let alone = groups.remove(single);
        let cost = |group: &Vec<usize>| self.group_cost(&[group.as_slice(), &alone].concat());
        if let Some(best) = groups.iter_mut().min_by_key(|group| cost(group)) {
            best.extend(alone);
        }
    }

    /// Repeats count by their square, so that nobody meets the same person over and over; trios
    /// by how often their people have sat in one.
    fn group_cost(&self, group: &[usize]) -> u64 {
        let mut sum = 0;
        for (slot, one) in group.iter().enumerate() {
            for other in &group[slot + 1..] {
                sum += u64::from(self.times[one * self.people + other]).pow(2);
            }
            if group.len() == 3 {
                sum += UNFAIR * u64::from(self.trios[*one]);
            }
        }
        sum
    }

    fn cost(&self, groups: &Groups) -> u64 {
        groups.iter().map(|group| self.group_cost(group)).sum()
    }

    /// Swaps people between groups while that does not cost more, a worse swap now and then.
    fn mend(&self, best: &mut (u64, Groups), rng: &mut Rng) {
        let (mut cost, mut groups) = best.clone();
        for _ in 0..MENDS_A_PERSON * self.people {
            let (one, other) = (rng.below(groups.len()), rng.below(groups.len()));
            if one == other {
                continue;
            }
            let (near, far) = (rng.below(groups[one].len()), rng.below(groups[other].len()));
            let before = self.group_cost(&groups[one]) + self.group_cost(&groups[other]);
            swap(&mut groups, (one, near), (other, far));
            let after = self.group_cost(&groups[one]) + self.group_cost(&groups[other]);
            let worse_by_chance = after < before + UNFAIR && rng.one_in(25);
            if after > before && !worse_by_chance {
                swap(&mut groups, (one, near), (other, far));
                continue;
            }
            cost = cost + after - before;
            if cost < best.0 {
                *best = (cost, groups.clone());
                if cost == 0 {
                    return;
                }
            }
        }
    }
}

fn swap(groups: &mut Groups, (one, near): (usize, usize), (other, far): (usize, usize)) {
    let person = groups[one][near];
    groups[one][near] = groups[other][far];
    groups[other][far] = person;
}
