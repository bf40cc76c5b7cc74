//! What the crate promises, on random small problems and on the open instances.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod design;
mod draw;
mod instances;
mod repair;
mod roles;
mod rules;
mod score;
mod slow;
mod solve;

use proptest::prelude::*;
use seating::problem::{Attribute, Earlier, Leader, Problem, Room};

/// A random small problem: 3–14 people at tables of 2–5, rules that may clash.
pub(crate) fn small_problem() -> impl Strategy<Value = Problem> {
    (3_usize..15, 1_usize..4, 1_usize..5, any::<u64>(), 0_usize..3).prop_map(
        |(n, rounds, tables, seed, rules)| {
            let tables = tables.min(n / 2).max(1);
            let mut rng = seating::rng::Rng::new(seed);
            let loose = rng.below(2);
            let bounds = [(n / tables).saturating_sub(loose), n.div_ceil(tables) + rng.below(2)];
            let mut problem = Problem::new(n, rounds, vec![bounds; tables]);
            problem.absent = (0..rounds)
                .map(|_| if loose == 1 && rng.one_in(3) { vec![rng.below(n)] } else { vec![] })
                .collect();
            let mut meeting = |weight| {
                let mut people: Vec<usize> = (0..n).collect();
                rng.shuffle(&mut people);
                Earlier { weight, groups: people.chunks(3).map(<[usize]>::to_vec).collect() }
            };
            problem.earlier = vec![meeting(10), meeting(8)];
            let kinds = 1 + rng.below(4);
            let mut value = |_| i64::try_from(rng.below(kinds + 1)).unwrap() - 1;
            let values: Vec<i64> = (0..n).map(&mut value).collect();
            problem.attributes = vec![Attribute { name: "unit".into(), weight: 30, values }];
            let mut two = || {
                let one = rng.below(n);
                [one, (one + 1 + rng.below(n - 1)) % n]
            };
            problem.together = (0..rules.min(1)).map(|_| two().to_vec()).collect();
            problem.apart = (0..rules).map(|_| two()).collect();
            if rules > 1 {
                problem.leaders = vec![Leader { leader: two()[0], staff: vec![] }];
                let staff = two();
                if !staff.contains(&problem.leaders[0].leader) {
                    problem.leaders[0].staff = staff.to_vec();
                }
                problem.hosts = vec![[two()[0], rng.below(tables)]];
                problem.rooms = vec![Room { groups: vec![0], seats: bounds[1] - rng.below(2) }];
            }
            problem
        },
    )
}
