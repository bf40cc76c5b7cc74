//! Instances from a seed, so that a gain on the open ones can be checked on others.
//!
//! Schools of unequal size, colleagues who used to sit together, four attributes; every other
//! instance also has sets, pairs kept apart, hosts, absences and tables of two sizes.

use seating::problem::{Attribute, Earlier, Problem};
use seating::rng::Rng;

/// How much meetings count, newest first.
const WEIGHTS: [i64; 6] = [10, 8, 6, 5, 4, 3];

/// The instance of `seed`: 30 to 130 people, 3 to 8 rounds, dense enough to have no free plan.
pub fn generated(seed: u64) -> Problem {
    let mut rng = Rng::new(seed ^ 0x5EA7);
    let ruled = seed % 2 == 1;
    let tables = 7 + rng.below(19);
    let (sizes, people) = if ruled {
        ([4, 5], tables * 4 + tables / 2 + rng.below(tables / 2))
    } else {
        let size = 4 + rng.below(2);
        ([size, size], tables * size)
    };
    let rounds = 3 + rng.below(6);
    let mut problem = Problem::new(people, rounds, vec![sizes; tables]);
    problem.name = format!("seed-{seed}");
    let school = unequal(&mut rng, people, people / 12 + 2);
    // History enough that a fifth to two fifths of all pairs have met.
    let meetings = 2 + (2 + rng.below(3)) * people / 40;
    for index in 0..meetings {
        let weight = WEIGHTS[(index / 2).min(WEIGHTS.len() - 1)];
        let groups = among_colleagues(&mut rng, &school, sizes[1]);
        problem.earlier.push(Earlier { weight, groups });
    }
    for (name, weight, kinds) in [("subject", 10, 8), ("stage", 10, 4), ("years", 10, 3)] {
        let values = unequal(&mut rng, people, kinds);
        problem.attributes.push(Attribute { name: name.to_owned(), weight, values });
    }
    problem.attributes.insert(0, Attribute { name: "school".into(), weight: 30, values: school });
    if ruled {
        add_rules(&mut problem, &mut rng);
    }
    problem
}

/// Sets, hosts and pairs kept apart are of different people, so that the rules cannot clash.
fn add_rules(problem: &mut Problem, rng: &mut Rng) {
    let mut people: Vec<usize> = (0..problem.n).collect();
    rng.shuffle(&mut people);
    let mut next = people.into_iter();
    let mut take = |count: usize| next.by_ref().take(count).collect::<Vec<_>>();
    problem.together = vec![take(2), take(2), take(3)];
    problem.hosts = take(2).into_iter().zip(0..).map(|(person, table)| [person, table]).collect();
    problem.apart = take(8).chunks(2).map(|two| [two[0], two[1]]).collect();
    problem.absent = (0..problem.rounds).map(|_| take(2)).collect();
}

/// A category for everybody, low ones more often.
fn unequal(rng: &mut Rng, people: usize, kinds: usize) -> Vec<i64> {
    let mut draw = || rng.below(kinds).min(rng.below(kinds));
    (0..people).map(|_| i64::try_from(draw()).expect("few")).collect()
}

/// Groups of one earlier meeting: people in order of school with a third of them shuffled.
fn among_colleagues(rng: &mut Rng, school: &[i64], size: usize) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..school.len()).collect();
    rng.shuffle(&mut order);
    order.sort_by_key(|person| school[*person]);
    for _ in 0..order.len() / 3 {
        let (one, other) = (rng.below(order.len()), rng.below(order.len()));
        order.swap(one, other);
    }
    order.chunks(size).map(<[usize]>::to_vec).collect()
}
