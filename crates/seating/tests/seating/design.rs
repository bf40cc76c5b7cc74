use seating::design::{circle, equal_groups, mixed_groups, repeats};
use seating::problem::Plan;

/// Best known repeat-free rounds for g groups of 2, 3, … people (OEIS A107431 and later tables).
const TABLE: [(usize, &[usize]); 9] = [
    (2, &[3]),
    (3, &[5, 4]),
    (4, &[7, 4, 5]),
    (5, &[9, 7, 5, 6]),
    (6, &[11, 8, 7, 6, 3]),
    (7, &[13, 10, 9, 7, 7, 8]),
    (8, &[15, 11, 10, 8, 8, 8, 9]),
    (9, &[17, 13, 11, 9, 9, 9, 9, 10]),
    (10, &[19, 14, 13, 9]),
];

fn seats_everybody_once(plan: &Plan, people: usize) -> bool {
    plan.iter().all(|round| {
        let mut seated: Vec<usize> = round.iter().flatten().copied().collect();
        seated.sort_unstable();
        seated == (0..people).collect::<Vec<_>>()
    })
}

/// As `repeats`, by a mark for each pair: two thousand numbers of people want a fast judge.
fn meets_nobody_twice(plan: &Plan, people: usize) -> bool {
    let mut met = vec![false; people * people];
    plan.iter().flatten().all(|group| {
        let pairs = group.iter().flat_map(|one| group.iter().map(move |other| (one, other)));
        pairs
            .filter(|(one, other)| one < other)
            .all(|(one, other)| !std::mem::replace(&mut met[one * people + other], true))
    })
}

#[test]
fn the_classical_table_is_reached_in_every_cell() {
    for (groups, row) in TABLE {
        for (size, &rounds) in (2..).zip(row) {
            let (plan, _) = equal_groups(groups, size, usize::MAX);
            assert!(seats_everybody_once(&plan, groups * size), "{groups}-{size}");
            assert!(plan.iter().flatten().all(|group| group.len() == size), "{groups}-{size}");
            assert_eq!((plan.len(), repeats(&plan)), (rounds, 0), "{groups}-{size}");
        }
    }
}

#[test]
fn fours_and_fives_meet_nobody_twice_whatever_the_number() {
    for people in (20..=2_000).filter(|people| ![26, 27].contains(people)) {
        let plan = mixed_groups(people, 5, 12).unwrap();
        assert!(seats_everybody_once(&plan, people), "{people}");
        assert!(plan.iter().flatten().all(|group| [4, 5].contains(&group.len())), "{people}");
        assert!(meets_nobody_twice(&plan, people), "{people}");
        assert!(plan.len() == 12 || plan.len() == plan[0].len(), "{people}");
    }
}

#[test]
fn everybody_meets_everybody_on_the_circle() {
    for people in 2..=61 {
        let plan = circle(people, usize::MAX);
        assert_eq!(plan.len(), people - 1 + people % 2);
        assert!(seats_everybody_once(&plan, people));
        assert_eq!(repeats(&plan), 0);
        assert_eq!(
            plan.iter().flatten().filter(|pair| pair.len() == 2).count(),
            people * (people - 1) / 2
        );
    }
}
