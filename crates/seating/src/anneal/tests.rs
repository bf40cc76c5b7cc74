use super::Search;
use crate::model::Model;
use crate::problem::{Attribute, Earlier, Problem};
use crate::rng::Rng;
use crate::score::evaluate;
use crate::start::{First, start};
use crate::state::APART;
use crate::state::prices::differences;

#[test]
fn the_sums_kept_are_the_sums_added_up() {
    let mut problem = Problem::new(23, 3, vec![[3, 6]; 5]);
    problem.absent = vec![vec![4], vec![], vec![7, 8]];
    problem.together = vec![vec![0, 1], vec![2, 3, 4]];
    problem.hosts = vec![[9, 1]];
    problem.apart = vec![[5, 6]];
    problem.earlier = vec![Earlier { weight: 8, groups: vec![vec![0, 5, 9, 12], vec![1, 7, 13]] }];
    let values = |step: i64| (0..23).map(|person| (person * step) % 4 - 1).collect();
    problem.attributes = vec![
        Attribute { name: "unit".into(), weight: 30, values: values(3) },
        Attribute { name: "subject".into(), weight: 10, values: values(5) },
    ];
    let model = Model::new(&problem).unwrap();
    let mut rng = Rng::new(4);
    let mut search = Search::new(start(&model, First::Chance, &mut rng), &mut rng, 0);
    assert!(search.state.has_prices());
    for step in 0..3_000 {
        search.acceptance.set(4.0);
        search.scan();
        if step % 50 == 0 {
            assert_eq!(
                (differences(&search.state), search.state.cost),
                (0, search.state.full_cost()),
                "step {step}"
            );
        }
    }
    search.return_to_best();
    assert_eq!((differences(&search.state), search.state.cost), (0, search.best));
}

/// Many people in more rounds than one word of seats holds, with absences, tables that grow and
/// shrink, sets, and pairs that may not meet.
#[test]
fn among_many_people_the_cost_is_the_score() {
    let mut problem = Problem::new(600, 5, vec![[3, 6]; 130]);
    let mut rng = Rng::new(6);
    problem.absent = (0..5).map(|round| vec![round, 100 + round, 599]).collect();
    problem.together = vec![vec![10, 11], vec![20, 21, 22]];
    problem.apart = (0..40).map(|pair| [30 + pair, 300 + 2 * pair]).collect();
    for weight in [10, 7] {
        let mut order: Vec<usize> = (0..600).collect();
        rng.shuffle(&mut order);
        let groups = order.chunks(40).map(<[usize]>::to_vec).collect();
        problem.earlier.push(Earlier { weight, groups });
    }
    let values = (0..600).map(|person| person % 7 - 1).collect();
    problem.attributes = vec![Attribute { name: "unit".into(), weight: 10, values }];
    let model = Model::new(&problem).unwrap();
    let mut search = Search::new(start(&model, First::Chance, &mut rng), &mut rng, 0);
    assert!(!search.state.has_prices());
    for step in 0..6_000 {
        search.acceptance.set(8.0);
        search.propose();
        if step % 500 == 0 {
            let score = evaluate(&problem, &search.state.plan()).unwrap();
            assert_eq!(search.state.cost, search.state.full_cost(), "step {step}");
            let kept = score.total - score.violations * problem.hard_weight;
            assert_eq!(search.state.cost, kept + score.violations * APART, "step {step}");
        }
    }
}
