use proptest::prelude::*;
use seating::anneal::step_budget;
use seating::problem::{Plan, Problem};
use seating::repair::{Changes, Priority, repair};
use seating::score::evaluate;
use seating::solve::solve;

fn planned(people: usize, tables: usize, rounds: usize, seed: u64) -> (Problem, Plan) {
    let bounds = [(people / tables).saturating_sub(1).max(1), people.div_ceil(tables) + 1];
    let problem = Problem::new(people, rounds, vec![bounds; tables]);
    let plan = solve(&problem, seed, &mut step_budget(4_000)).unwrap().plan;
    (problem, plan)
}

/// The fewest people who must change table in the only round, by trying every seating.
fn fewest_moves(
    problem: &Problem,
    plan: &Plan,
    place: usize,
    people: &[usize],
    round: &mut Vec<Vec<usize>>,
) -> Option<usize> {
    if place == people.len() {
        let score = evaluate(problem, &vec![round.clone()]).unwrap();
        let moved = |person: &&usize| {
            let seat =
                |groups: &[Vec<usize>]| groups.iter().position(|members| members.contains(person));
            seat(&plan[0]).is_some() && seat(&plan[0]) != seat(round)
        };
        return (score.violations == 0).then(|| people.iter().filter(moved).count());
    }
    let mut best = None;
    for group in 0..round.len() {
        round[group].push(people[place]);
        let moves = fewest_moves(problem, plan, place + 1, people, round);
        round[group].pop();
        best = [best, moves].into_iter().flatten().min();
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_repair_moves_fewer(people in 5_usize..9, tables in 2_usize..4, seed: u64) {
        let (mut problem, plan) = planned(people, tables, 1, seed);
        let mut rng = seating::rng::Rng::new(seed);
        let mut two = || { let one = rng.below(people); [one, (one + 1 + rng.below(people - 1)) % people] };
        problem.apart = vec![two()];
        problem.together = if seed % 3 == 0 { vec![two().to_vec()] } else { vec![] };
        let gone = two()[..=usize::from(seed % 2 == 0)].to_vec();
        let closed = if seed % 5 == 0 && tables > 2 { vec![two()[0] % tables] } else { vec![] };
        let changes = Changes { gone, closed, ..Changes::default() };
        let Ok(repair) = repair(&problem, &plan, &changes, seed, &mut step_budget(20_000)) else { return Ok(()) };
        prop_assert_eq!(repair.solution.score.violations, 0);
        let present = repair.problem.present(0);
        let here: Vec<usize> = (0..people).filter(|person| present[*person]).collect();
        let mut unanchored = repair.problem.clone();
        unanchored.anchor = None;
        let fewest = fewest_moves(&unanchored, &plan, 0, &here, &mut vec![Vec::new(); tables]);
        prop_assert_eq!(usize::try_from(repair.solution.score.moves).unwrap(), fewest.unwrap());
    }
}

#[test]
fn held_rounds_stay_as_they_are() {
    let (problem, plan) = planned(40, 8, 3, 1);
    let changes = Changes {
        frozen_rounds: 1,
        gone: vec![3, 9, 14],
        priority: Priority::Weighed(20),
        ..Changes::default()
    };
    let repair = repair(&problem, &plan, &changes, 1, &mut step_budget(100_000)).unwrap();
    assert_eq!(repair.solution.plan[0], plan[0]);
    assert_eq!(repair.solution.score.violations, 0);
    assert!(repair.moves.iter().all(|moved| moved.round > 0));
}

#[test]
fn people_who_come_late_move_nobody() {
    let (mut problem, _) = planned(23, 5, 3, 2);
    problem.absent = vec![vec![1, 2, 3]; 3];
    let plan = solve(&problem, 2, &mut step_budget(20_000)).unwrap().plan;
    let changes =
        Changes { frozen_rounds: 1, arrived: vec![(1, 1), (2, 1), (3, 2)], ..Changes::default() };
    let repair = repair(&problem, &plan, &changes, 1, &mut step_budget(50_000)).unwrap();
    assert_eq!((repair.solution.score.moves, repair.solution.score.violations), (0, 0));
    assert_eq!(repair.moves.len(), 5);
    assert!(repair.moves.iter().all(|moved| moved.from.is_none()));
}

#[test]
fn the_people_of_a_fallen_table_and_no_others_move() {
    let problem = Problem::new(40, 2, vec![[4, 5]; 8]);
    let plan = solve(&problem, 3, &mut step_budget(20_000)).unwrap().plan;
    let changes = Changes { frozen_rounds: 1, closed: vec![2], ..Changes::default() };
    let repair = repair(&problem, &plan, &changes, 1, &mut step_budget(50_000)).unwrap();
    assert_eq!((repair.solution.score.moves, repair.solution.score.violations), (5, 0));
    assert_eq!(repair.problem.groups[0], [4, 6], "seven tables take 40 people only with six seats");
}

#[test]
fn a_table_left_with_one_person_is_dissolved() {
    let problem = Problem::new(20, 1, vec![[3, 6]; 5]);
    let plan = vec![(0..5).map(|group| (group * 4..group * 4 + 4).collect()).collect()];
    let changes = Changes { gone: vec![16, 17, 18], ..Changes::default() };
    let repair = repair(&problem, &plan, &changes, 1, &mut step_budget(20_000)).unwrap();
    assert_eq!((repair.dissolved, repair.solution.score.moves), (vec![(0, 4)], 1));
}
