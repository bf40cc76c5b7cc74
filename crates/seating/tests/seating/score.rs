use proptest::prelude::*;
use seating::problem::{Anchor, Plan, Problem};
use seating::rng::Rng;
use seating::score::evaluate;

use crate::slow::slow;
use crate::small_problem;

/// A seating by chance that may break every rule, people seated twice or not at all excepted.
fn any_plan(problem: &Problem, seed: u64) -> Plan {
    let mut rng = Rng::new(seed);
    let tables = problem.groups.len();
    let mut plan = vec![vec![Vec::new(); tables]; problem.rounds];
    for round in &mut plan {
        for person in 0..problem.n {
            if !rng.one_in(12) {
                round[rng.below(tables)].push(person);
            }
        }
    }
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn the_score_is_what_its_definition_says(problem in small_problem(), seed: u64, anchored: bool) {
        let mut problem = problem;
        if anchored {
            let groups = any_plan(&problem, seed ^ 1);
            problem.anchor = Some(Anchor { move_cost: 20, frozen_rounds: 1, groups });
            problem.closed = vec![vec![0]];
        }
        let plan = any_plan(&problem, seed);
        let (score, slow) = (evaluate(&problem, &plan).unwrap(), slow(&problem, &plan));
        prop_assert_eq!(
            (score.total, score.violations, score.encounters, score.balance, score.moves),
            (slow.total, slow.violations, slow.encounters, slow.balance, slow.moves)
        );
    }
}

/// Plans and scores written by the scorer that came with the instances, `bench/score.py`.
#[test]
fn the_score_agrees_with_the_scorer_of_the_instances() {
    let scored: Vec<Scored> =
        serde_json::from_str(include_str!("../../fixtures/scored.json")).unwrap();
    assert!(scored.len() >= 30);
    for case in scored {
        let problem = crate::instances::read(&case.instance);
        let plan = any_plan_for_python(&problem, case.seed);
        let score = evaluate(&problem, &plan).unwrap();
        assert_eq!(
            [
                score.total,
                score.violations,
                score.encounters,
                score.balance,
                score.moves,
                score.repeats,
                score.new_pairs
            ],
            case.score,
            "{} {}",
            case.instance,
            case.seed
        );
    }
}

#[derive(serde::Deserialize)]
struct Scored {
    instance: String,
    seed: usize,
    score: [i64; 7],
}

/// A seating that `bench/score_fixtures.py` makes the same way: by arithmetic, not by chance.
fn any_plan_for_python(problem: &Problem, seed: usize) -> Plan {
    let tables = problem.groups.len();
    let mut plan = vec![vec![Vec::new(); tables]; problem.rounds];
    for (round, groups) in plan.iter_mut().enumerate() {
        for person in
            (0..problem.n).filter(|person| !(person * 7 + seed + round).is_multiple_of(41))
        {
            groups[(person * (seed + 3 * round + 1) + seed * round + person / tables) % tables]
                .push(person);
        }
    }
    plan
}
