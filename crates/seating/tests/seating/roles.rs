use proptest::prelude::*;
use seating::anneal::step_budget;
use seating::problem::RoleWeights;
use seating::roles::{assign, cost};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn four_people_at_the_table_have_the_four_roles(people in 3_usize..40, rounds in 1_usize..4, seed: u64) {
        let plan: Vec<_> = (0..rounds).map(|round| seating::draw::groups(&(0..people).collect::<Vec<_>>(), seed ^ round as u64)).collect();
        let history = vec![[1, 0, 0, 2]; people];
        let roles = assign(&plan, &history, RoleWeights::default(), None, seed, &mut step_budget(200));
        for (groups, holders) in plan.iter().zip(&roles.assignment) {
            for (members, holders) in groups.iter().zip(holders) {
                let Some(holders) = holders else { prop_assert!(members.len() < 3); continue };
                prop_assert!(holders.iter().all(|holder| members.contains(holder)));
                let mut people = holders.to_vec();
                people.sort_unstable();
                people.dedup();
                prop_assert_eq!(people.len(), members.len().min(4));
            }
        }
        prop_assert_eq!(roles.cost, cost(&roles.assignment, &history, people, RoleWeights::default()));
        prop_assert!(roles.bound <= roles.cost);
    }
}

#[test]
fn only_vacated_roles_are_drawn_anew() {
    let plan = vec![vec![vec![0, 1, 2, 3, 4], vec![5, 6, 7, 8, 9]]];
    let before = assign(&plan, &[], RoleWeights::default(), None, 1, &mut step_budget(50));
    let chair = before.assignment[0][0].unwrap()[0];
    let mut after = plan.clone();
    after[0][0].retain(|person| *person != chair);
    let roles = assign(
        &after,
        &[],
        RoleWeights::default(),
        Some(&before.assignment),
        2,
        &mut step_budget(50),
    );
    assert_eq!(roles.assignment[0][1], before.assignment[0][1]);
    let (old, new) = (before.assignment[0][0].unwrap(), roles.assignment[0][0].unwrap());
    assert_eq!(old[1..], new[1..]);
    assert!(new[0] != chair && after[0][0].contains(&new[0]));
}

#[test]
fn twelve_rounds_from_no_history_are_proved_fair() {
    let plan: Vec<_> =
        (0..12).map(|round| seating::draw::groups(&(0..40).collect::<Vec<_>>(), round)).collect();
    let roles = assign(&plan, &[], RoleWeights::default(), None, 1, &mut step_budget(20_000));
    assert!(roles.proved, "{} over {}", roles.cost, roles.bound);
}

#[test]
fn the_open_instance_is_as_fair_as_the_best_known() {
    let problem = crate::instances::read("o18-uneven-118-constrained-roles.json");
    let roles = assign(
        &problem.plan,
        &problem.role_history,
        problem.role_weights,
        None,
        1,
        &mut step_budget(1_000_000),
    );
    // 12,496 is proved to be the least, by an exact solver.
    assert!((12_496..=12_500).contains(&roles.cost) && roles.bound <= 12_496, "{}", roles.cost);
}
