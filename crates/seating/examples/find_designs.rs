//! Fills the catalogue: `find_designs [steps]` prints a line for each cell that constructions
//! leave short of the best known number of rounds.

use seating::design::starter::{Shape, find};
use seating::design::{catalogue, equal_groups, repeats};

/// Best known repeat-free rounds: groups, then rounds for sizes from 3 on.
const BEST_KNOWN: [(usize, &[usize]); 8] = [
    (3, &[4]),
    (4, &[4, 5]),
    (5, &[7, 5, 6]),
    (6, &[8, 7, 6, 3]),
    (7, &[10, 9, 7, 7, 8]),
    (8, &[11, 10, 8, 8, 8, 9]),
    (9, &[13, 11, 9, 9, 9, 9, 10]),
    (10, &[14, 13, 9]),
];

/// Searches begun for one shape.
const SEEDS: u64 = 4;

fn main() {
    let steps: u64 =
        std::env::args().nth(1).and_then(|steps| steps.parse().ok()).unwrap_or(20_000_000);
    for (groups, known) in BEST_KNOWN {
        for (size, &known) in (3..).zip(known) {
            let have = equal_groups(groups, size, usize::MAX).0.len();
            if have < known {
                eprintln!("{groups}-{size}: {have} of {known}");
                look(groups, size, known, steps);
            }
        }
    }
}

fn look(groups: usize, size: usize, rounds: usize, steps: u64) {
    let turned = (1..=4)
        .filter(|bases| rounds.is_multiple_of(*bases))
        .map(|bases| (rounds / bases, bases, 0));
    let with_extras = (rounds > groups).then(|| (groups, 1, rounds - groups));
    for (order, bases, extras) in with_extras.into_iter().chain(turned) {
        let found = (1..=SEEDS)
            .find_map(|seed| find(Shape { groups, size, order, bases, extras }, seed, steps));
        if let Some(starter) = found {
            let plan = starter.develop();
            assert_eq!((plan.len(), repeats(&plan)), (rounds, 0));
            println!("{}", catalogue::write(&starter));
            return;
        }
    }
    println!("# {groups}-{size}-{rounds}: none within {steps} steps");
}
