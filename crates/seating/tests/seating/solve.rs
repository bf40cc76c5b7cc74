use proptest::prelude::*;
use seating::anneal::step_budget;
use seating::bound::lower_bound;
use seating::draw::{sizes_of_four_and_five, sizes_of_two};
use seating::problem::{Plan, Problem, Trios};
use seating::score::{evaluate, unfair_trios};
use seating::solve::{Refusal, solve};

use crate::small_problem;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn rules_are_kept_or_refused_and_the_bound_holds(problem in small_problem(), seed: u64) {
        match solve(&problem, seed, &mut step_budget(1_000)) {
            Ok(solution) => {
                prop_assert_eq!(solution.score.violations, 0, "{:?}", problem);
                prop_assert!(solution.bound.total <= solution.score.total);
                prop_assert_eq!(evaluate(&problem, &solution.plan).unwrap(), solution.score);
            }
            Err(Refusal::Clashing(clash)) => prop_assert!(!crate::rules::can_be_seated(&problem, clash.round, &clash.rules)),
            Err(refusal) => prop_assert!(false, "{refusal:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_same_seed_gives_the_same_plan(problem in small_problem(), seed: u64) {
        let twice = [(); 2].map(|()| solve(&problem, seed, &mut step_budget(1_000)).ok().map(|solution| solution.plan));
        prop_assert_eq!(&twice[0], &twice[1]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_plan_of_a_tiny_problem_beats_the_bound(seed: u64, n in 4_usize..7) {
        let mut problem = Problem::new(n, 2, vec![[1, n - 1]; 2]);
        let mut rng = seating::rng::Rng::new(seed);
        let mut people: Vec<usize> = (0..n).collect();
        rng.shuffle(&mut people);
        problem.earlier = vec![seating::problem::Earlier { weight: 7, groups: people.chunks(3).map(<[usize]>::to_vec).collect() }];
        problem.together = if seed % 2 == 0 { vec![vec![0, 1]] } else { vec![] };
        let bound = lower_bound(&problem).unwrap().total;
        let best = all_plans(&problem).into_iter().map(|plan| evaluate(&problem, &plan).unwrap()).filter(|score| score.violations == 0);
        prop_assert!(bound <= best.map(|score| score.total).min().unwrap());
    }
}

/// Every way to seat two tables in two rounds.
fn all_plans(problem: &Problem) -> Vec<Plan> {
    let round = |mask: usize| {
        let side = |side: usize| {
            (0..problem.n).filter(|person| mask >> person & 1 == side).collect::<Vec<_>>()
        };
        vec![side(0), side(1)]
    };
    let all = 1 << problem.n;
    (0..all)
        .flat_map(|one| (0..all).map(move |other| (one, other)))
        .map(|(one, other)| vec![round(one), round(other)])
        .collect()
}

#[test]
fn every_number_of_people_gets_groups_of_the_right_size() {
    for people in 1..=300 {
        let sizes = sizes_of_four_and_five(people);
        let problem = Problem::new(people, 2, sizes.iter().map(|size| [*size, *size]).collect());
        let solution = solve(&problem, 5, &mut step_budget(2_000)).unwrap();
        assert_eq!(solution.score.violations, 0, "{people} people");
        for round in &solution.plan {
            let seated: Vec<usize> = round.iter().map(Vec::len).collect();
            assert_eq!(seated, sizes, "{people} people");
        }
    }
}

#[test]
fn trios_go_round_before_anybody_sits_in_one_twice() {
    for people in [5, 7, 9, 11, 25] {
        let sizes = sizes_of_two(people);
        let mut problem = Problem::new(people, 4, sizes.iter().map(|_| [2, 3]).collect());
        problem.trios = Some(Trios::default());
        let solution = solve(&problem, 2, &mut step_budget(150_000)).unwrap();
        assert_eq!(
            (solution.score.violations, unfair_trios(&problem, &solution.plan)),
            (0, 0),
            "{people} people: {:?}",
            solution.plan
        );
    }
}

#[test]
fn a_flaw_is_refused_with_its_field() {
    let mut problem = Problem::new(8, 1, vec![[4, 4]; 2]);
    problem.apart = vec![[0, 9]];
    let refusal = solve(&problem, 1, &mut step_budget(1)).unwrap_err();
    assert_eq!(refusal.sentence(&problem), "`apart`: there is no person 9 among 8");
}
