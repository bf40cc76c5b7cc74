//! The search that fills the catalogue: base rounds that stay repeat-free when a cyclic group
//! turns them.
//!
//! The group of order m acts on n = t·m + f people: orbit i holds i·m .. (i+1)·m, the last f
//! people stay. Turning b base rounds gives b·m rounds; a block with one person of each orbit
//! gives one round more, its own orbit. Such a plan has no repeat exactly when no difference
//! class of pairs occurs twice in the base, so a few hundred counters replace all pairs.

use crate::cooling::{Acceptance, Temperatures, temperature};
use crate::problem::Plan;
use crate::rng::Rng;

/// What to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub groups: usize,
    pub size: usize,
    /// m, the order of the group.
    pub order: usize,
    /// b base rounds.
    pub bases: usize,
    /// Rounds that are orbits of one block; needs order = groups.
    pub extras: usize,
}

/// Base rounds, `[base][group][person]`, and extra blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starter {
    pub shape: Shape,
    pub bases: Plan,
    pub extras: Vec<Vec<usize>>,
}

impl Starter {
    /// All rounds.
    #[must_use]
    pub fn develop(&self) -> Plan {
        let Shape { groups, size, order, .. } = self.shape;
        let moving = groups * size / order * order;
        let turn = |person: usize, by: usize| {
            if person < moving {
                person / order * order + (person % order + by) % order
            } else {
                person
            }
        };
        let turned = |group: &Vec<usize>, by: usize| {
            group.iter().map(|person| turn(*person, by)).collect::<Vec<_>>()
        };
        let mut plan = Plan::new();
        for base in &self.bases {
            plan.extend(
                (0..order).map(|by| base.iter().map(|group| turned(group, by)).collect::<Vec<_>>()),
            );
        }
        plan.extend(
            self.extras
                .iter()
                .map(|block| (0..order).map(|by| turned(block, by)).collect::<Vec<_>>()),
        );
        plan
    }
}

/// Looks for a starter of `shape` for at most `steps_max` proposals.
#[must_use]
pub fn find(shape: Shape, seed: u64, steps_max: u64) -> Option<Starter> {
    let mut search = Search::new(shape, seed)?;
    let mut cycle = 200_000;
    let mut steps = 0;
    while steps < steps_max {
        for step in 0..cycle {
            if step % 1_024 == 0 {
                search.cool(step, cycle);
            }
            search.propose();
            if search.cost == 0 {
                return Some(search.starter());
            }
        }
        steps += cycle;
        cycle = cycle * 3 / 2;
    }
    None
}

/// Costs are counted tenfold, so that the temperatures of the acceptance table fit.
const UNIT: i32 = 10;

struct Search {
    shape: Shape,
    people: usize,
    /// `[p * n + q]`: the difference class of the pair; the last one is forbidden.
    class: Vec<usize>,
    forbidden: usize,
    counts: Vec<i32>,
    /// `[base][group * size + slot]`.
    bases: Vec<Vec<usize>>,
    extras: Vec<Vec<usize>>,
    cost: i32,
    rng: Rng,
    acceptance: Acceptance,
}

impl Search {
    fn new(shape: Shape, seed: u64) -> Option<Search> {
        let Shape { groups, size, order, bases, extras } = shape;
        let people = groups * size;
        if order < 2 || people < order || (extras > 0 && (order != groups || people % order > 0)) {
            return None;
        }
        let (class, forbidden) = classes(people, order);
        let mut available: Vec<usize> =
            class.iter().copied().filter(|class| *class != forbidden).collect();
        available.sort_unstable();
        available.dedup();
        if available.len() < (bases * groups + extras) * size * (size - 1) / 2 {
            return None;
        }
        let mut rng = Rng::new(seed);
        let mut shuffled = || {
            let mut people: Vec<usize> = (0..people).collect();
            rng.shuffle(&mut people);
            people
        };
        let bases = (0..bases).map(|_| shuffled()).collect();
        let mut block = || (0..size).map(|orbit| orbit * order + rng.below(order)).collect();
        let extras = (0..extras).map(|_| block()).collect();
        let counts = vec![0; forbidden + 1];
        let acceptance = Acceptance::new();
        let mut search = Search {
            shape,
            people,
            class,
            forbidden,
            counts,
            bases,
            extras,
            cost: 0,
            rng,
            acceptance,
        };
        search.count_all();
        Some(search)
    }

    fn count_all(&mut self) {
        let bases =
            self.bases.iter().flat_map(|base| base.chunks(self.shape.size).map(<[usize]>::to_vec));
        let blocks: Vec<Vec<usize>> = bases.chain(self.extras.iter().cloned()).collect();
        for block in blocks {
            for slot in 0..block.len() {
                self.cost += self.join(block[slot], &block[slot + 1..]);
            }
        }
    }

    fn cool(&mut self, step: u64, cycle: u64) {
        #[expect(clippy::cast_precision_loss, reason = "a share needs few digits")]
        let share = step as f64 / cycle as f64;
        let range = Temperatures { first: 0.8 * f64::from(UNIT), last: 0.12 * f64::from(UNIT) };
        self.acceptance.set(temperature(range, share * 0.849));
    }

    /// Counts `person` into the company of `mates`; returns what that adds.
    fn join(&mut self, person: usize, mates: &[usize]) -> i32 {
        let mut added = 0;
        for mate in mates.iter().filter(|mate| **mate != person) {
            let class = self.class[person * self.people + mate];
            added += if class == self.forbidden { 2 } else { self.counts[class] };
            self.counts[class] += 1;
        }
        added
    }

    /// The opposite of `join`.
    fn leave(&mut self, person: usize, mates: &[usize]) -> i32 {
        let mut added = 0;
        for mate in mates.iter().filter(|mate| **mate != person) {
            let class = self.class[person * self.people + mate];
            self.counts[class] -= 1;
            added -= if class == self.forbidden { 2 } else { self.counts[class] };
        }
        added
    }

    fn propose(&mut self) {
        if !self.extras.is_empty() && self.rng.one_in(8) {
            return self.propose_extra();
        }
        let size = self.shape.size;
        let base = self.rng.below(self.bases.len());
        let (at, to) = (self.rng.below(self.people), self.rng.below(self.people));
        if at / size == to / size {
            return;
        }
        let mates = |base: &[usize], at: usize| {
            let first = at / size * size;
            let all = base[first..first + size].iter().copied();
            all.filter(|person| *person != base[at]).collect::<Vec<_>>()
        };
        let (near, far) = (mates(&self.bases[base], at), mates(&self.bases[base], to));
        let (one, other) = (self.bases[base][at], self.bases[base][to]);
        let mut added = self.leave(one, &near) + self.leave(other, &far);
        added += self.join(other, &near) + self.join(one, &far);
        let word = self.rng.word();
        if self.acceptance.accepts(added * UNIT, word) {
            self.bases[base].swap(at, to);
            self.cost += added;
        } else {
            self.leave(other, &near);
            self.leave(one, &far);
            self.join(one, &near);
            self.join(other, &far);
        }
    }

    fn propose_extra(&mut self) {
        let block = self.rng.below(self.extras.len());
        let orbit = self.rng.below(self.shape.size);
        let old = self.extras[block][orbit];
        let new = orbit * self.shape.order + self.rng.below(self.shape.order);
        let mates: Vec<usize> =
            self.extras[block].iter().copied().filter(|person| *person != old).collect();
        let added = self.leave(old, &mates) + self.join(new, &mates);
        let word = self.rng.word();
        if self.acceptance.accepts(added * UNIT, word) {
            self.extras[block][orbit] = new;
            self.cost += added;
        } else {
            self.leave(new, &mates);
            self.join(old, &mates);
        }
    }

    fn starter(&self) -> Starter {
        let groups =
            |base: &Vec<usize>| base.chunks(self.shape.size).map(<[usize]>::to_vec).collect();
        Starter {
            shape: self.shape,
            bases: self.bases.iter().map(groups).collect(),
            extras: self.extras.clone(),
        }
    }
}

/// The class of each pair under the group of `order`, and the number of the forbidden class:
/// pairs that a turn maps to themselves, and pairs of people who stay.
fn classes(people: usize, order: usize) -> (Vec<usize>, usize) {
    let orbits = people / order;
    let moving = orbits * order;
    let kinds = orbits + people % order;
    let half = order / 2;
    let forbidden = orbits * half + kinds * kinds * order;
    let orbit =
        |person: usize| if person < moving { person / order } else { orbits + person - moving };
    let mut class = vec![forbidden; people * people];
    for one in 0..people {
        for other in (0..people).filter(|other| *other != one) {
            let (low, high) = (one.min(other), one.max(other));
            let mixed = orbits * half + (orbit(low) * kinds + orbit(high)) * order;
            class[one * people + other] = if low >= moving {
                forbidden
            } else if high >= moving {
                mixed
            } else if orbit(low) == orbit(high) {
                let apart = (high - low).min(order - (high - low));
                if 2 * apart == order { forbidden } else { orbit(low) * half + apart - 1 }
            } else {
                mixed + (high % order + order - low % order) % order
            };
        }
    }
    (class, forbidden)
}
