use proptest::prelude::*;
use seating::draw::{
    Met, groups, pairs, sizes_of_four_and_five, sizes_of_three, sizes_of_two, trios,
};

#[test]
fn sizes_add_up_for_every_number() {
    for people in 0..=300 {
        for (sizes, allowed) in [
            (sizes_of_four_and_five(people), [4, 5]),
            (sizes_of_three(people), [3, 4]),
            (sizes_of_two(people), [2, 3]),
        ] {
            assert_eq!(sizes.iter().sum::<usize>(), people);
            if people >= 12 {
                assert!(sizes.iter().all(|size| allowed.contains(size)), "{people}: {sizes:?}");
            }
        }
        assert!(sizes_of_two(people).iter().filter(|size| **size == 3).count() <= 1);
    }
}

#[test]
fn numbers_that_do_not_divide_fall_back_as_documented() {
    let fours: Vec<Vec<usize>> =
        [1, 2, 3, 6, 7, 8, 9, 10, 11, 12].map(sizes_of_four_and_five).to_vec();
    let told: [&[usize]; 10] =
        [&[1], &[2], &[3], &[3, 3], &[4, 3], &[4, 4], &[5, 4], &[5, 5], &[4, 4, 3], &[4, 4, 4]];
    assert_eq!(fours, told);
    let threes: Vec<Vec<usize>> = [1, 2, 4, 5, 6, 7, 8, 11].map(sizes_of_three).to_vec();
    let told: [&[usize]; 8] = [&[1], &[2], &[4], &[3, 2], &[3, 3], &[4, 3], &[4, 4], &[4, 4, 3]];
    assert_eq!(threes, told);
}

/// Holds `rounds` rounds of pairs and returns how often the pair that met most often met.
fn held(people: &[usize], rounds: usize, seed: u64) -> (u32, u32, u32) {
    let mut met = Met::default();
    for round in 0..rounds {
        let groups = pairs(people, round, &met, seed);
        let mut seated: Vec<usize> = groups.iter().flatten().copied().collect();
        seated.sort_unstable();
        assert_eq!(seated, people);
        met.held(&groups);
    }
    let times = people.iter().flat_map(|one| {
        people.iter().filter(move |other| *other > one).map(move |other| (one, other))
    });
    let most = times.map(|(one, other)| met.times(one, other)).max().unwrap();
    let trios = || people.iter().map(|person| met.trios(person));
    (most, trios().min().unwrap(), trios().max().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn an_even_number_meets_everybody_before_anybody_twice(half in 2_usize..20, seed: u64) {
        let people: Vec<usize> = (0..2 * half).collect();
        prop_assert_eq!(held(&people, 2 * half - 1, seed).0, 1);
    }

    #[test]
    fn trios_of_an_odd_number_go_round(half in 2_usize..20, seed: u64) {
        let people: Vec<usize> = (0..=2 * half).collect();
        for rounds in [people.len() / 3, people.len() / 3 + 3] {
            let (_, least, most) = held(&people, rounds, seed);
            let even = 3 * rounds / people.len();
            prop_assert_eq!((usize::try_from(least).unwrap(), usize::try_from(most).unwrap()), (even, (3 * rounds).div_ceil(people.len())));
        }
        // Whoever is left for the last trio may have met already; before that nobody need meet again.
        if people.len() >= 9 {
            prop_assert_eq!(held(&people, people.len() / 3 - 1, seed).0, 1);
        }
    }

    #[test]
    fn everybody_is_drawn_once(people in 0_usize..60, seed: u64) {
        let names: Vec<String> = (0..people).map(|person| format!("{person:02}")).collect();
        for drawn in [groups(&names, seed), trios(&names, seed)] {
            let mut seated: Vec<String> = drawn.into_iter().flatten().collect();
            seated.sort_unstable();
            prop_assert_eq!(&seated, &names);
        }
        prop_assert_eq!(groups(&names, seed), groups(&names, seed));
    }
}
