use proptest::prelude::*;
use seating::problem::{Leader, Problem, Room};
use seating::rules::{Rule, all, clash};

use crate::small_problem;

/// Whether some seating of `round` keeps the sizes and `rules`, by trying them all.
pub fn can_be_seated(problem: &Problem, round: usize, rules: &[Rule]) -> bool {
    let present = problem.present(round);
    let people: Vec<usize> = (0..problem.n).filter(|person| present[*person]).collect();
    let mut table = vec![usize::MAX; problem.n];
    seat(problem, round, rules, &people, &mut table)
}

fn seat(
    problem: &Problem,
    round: usize,
    rules: &[Rule],
    people: &[usize],
    table: &mut [usize],
) -> bool {
    let heads = |table: &[usize], group: usize| table.iter().filter(|at| **at == group).count();
    let Some((&person, rest)) = people.split_first() else {
        return (0..problem.groups.len())
            .all(|group| heads(table, group) >= problem.bounds(round, group)[0]);
    };
    for group in 0..problem.groups.len() {
        table[person] = group;
        let ok = heads(table, group) <= problem.bounds(round, group)[1]
            && rules.iter().all(|rule| kept(problem, round, *rule, table));
        if ok && seat(problem, round, rules, rest, table) {
            return true;
        }
    }
    table[person] = usize::MAX;
    false
}

/// Whether `rule` is kept so far; people without a table yet break nothing.
fn kept(problem: &Problem, round: usize, rule: Rule, table: &[usize]) -> bool {
    let same = |one: usize, other: usize| table[one] != usize::MAX && table[one] == table[other];
    match rule {
        Rule::Together(index) => {
            let mut tables: Vec<usize> = problem.together[index]
                .iter()
                .map(|person| table[*person])
                .filter(|table| *table != usize::MAX)
                .collect();
            tables.dedup();
            tables.len() < 2
        }
        Rule::Apart(index) => !same(problem.apart[index][0], problem.apart[index][1]),
        Rule::Leader(index) => problem.leaders[index]
            .staff
            .iter()
            .all(|person| !same(problem.leaders[index].leader, *person)),
        Rule::Host(index) => {
            let [person, group] = problem.hosts[index];
            table[person] == usize::MAX || table[person] == group || !problem.open(round, group)
        }
        Rule::Room(index) => {
            let room = &problem.rooms[index];
            table.iter().filter(|at| room.groups.contains(at)).count() <= room.seats
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_clash_is_true_and_its_smallest_set_is(problem in small_problem()) {
        match clash(&problem) {
            None => for round in 0..problem.rounds {
                prop_assert!(can_be_seated(&problem, round, &all(&problem)));
            },
            Some(clash) => {
                prop_assert!(!can_be_seated(&problem, clash.round, &clash.rules));
                prop_assert!(clash.smallest);
                for left_out in 0..clash.rules.len() {
                    let mut fewer = clash.rules.clone();
                    fewer.remove(left_out);
                    prop_assert!(can_be_seated(&problem, clash.round, &fewer));
                }
                let rules = all(&problem);
                for chosen in 0..1_u32 << rules.len() {
                    let chosen: Vec<Rule> = (0..rules.len())
                        .filter(|index| chosen >> index & 1 == 1)
                        .map(|index| rules[index])
                        .collect();
                    if chosen.len() < clash.rules.len() {
                        prop_assert!(can_be_seated(&problem, clash.round, &chosen));
                    }
                }
            }
        }
    }
}

#[test]
fn a_clash_is_told_in_a_sentence() {
    let mut problem = Problem::new(8, 1, vec![[4, 4]; 2]);
    problem.apart = vec![[0, 1], [5, 6], [1, 2], [0, 2]];
    let sentence = clash(&problem).unwrap().sentence(&problem);
    let told = "round 0: with 8 people at tables for 8 to 8, these cannot all be kept: 0 and 1 sit apart; 1 and 2 sit apart; 0 and 2 sit apart";
    assert_eq!(sentence, told);
}

#[test]
fn of_two_clashes_the_one_with_fewer_rules_is_told() {
    let mut problem = Problem::new(9, 1, vec![[3, 3]; 3]);
    problem.apart = vec![[7, 8], [4, 7], [5, 7], [6, 7], [4, 8]];
    problem.apart.extend([[0, 1], [1, 2], [2, 3], [0, 2], [1, 3], [0, 3]]);
    problem.together = vec![vec![7, 8]];
    assert_eq!(clash(&problem).unwrap().rules, vec![Rule::Together(0), Rule::Apart(0)]);
}

#[test]
fn a_leader_without_anybody_else_to_sit_with_is_found() {
    let mut problem = Problem::new(60, 1, vec![[4, 5]; 13]);
    problem.leaders = vec![Leader { leader: 0, staff: (1..60).collect() }];
    assert_eq!(clash(&problem).unwrap().rules, vec![Rule::Leader(0)]);
}

#[test]
fn a_room_too_small_for_its_tables_is_found() {
    let mut problem = Problem::new(20, 1, vec![[4, 5]; 5]);
    problem.rooms =
        vec![Room { groups: vec![0, 1], seats: 7 }, Room { groups: vec![2, 3, 4], seats: 15 }];
    assert_eq!(clash(&problem).unwrap().rules, vec![Rule::Room(0)]);
}

#[test]
fn too_many_people_for_the_tables_needs_no_rule() {
    let clash = clash(&Problem::new(11, 1, vec![[4, 5]; 2])).unwrap();
    assert!(clash.rules.is_empty() && clash.smallest);
}

#[test]
fn hundreds_of_rules_are_cut_to_the_few_that_clash() {
    let mut problem = Problem::new(200, 1, vec![[5, 5]; 40]);
    problem.apart = (0..180).map(|person| [person, person + 17]).collect();
    problem.together = vec![vec![30, 40, 50], vec![50, 47, 9]];
    let clash = clash(&problem).unwrap();
    assert!(clash.smallest);
    assert_eq!(clash.rules, vec![Rule::Together(0), Rule::Together(1), Rule::Apart(30)]);
}
