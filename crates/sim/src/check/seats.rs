//! Tables are of the sizes that are promised, and everyone sits at exactly one.

use std::collections::BTreeSet;

use kernel::seating::{Seating, Sizes};

use crate::history::{History, Tables};

pub(super) fn tables_are_of_documented_sizes(history: &History) -> Vec<String> {
    let mut found = vec![];
    for step in history.tables.iter().filter(|step| step.seating.has_tables()) {
        let mut sizes: Vec<usize> = step.tables.iter().map(Vec::len).collect();
        sizes.retain(|size| *size > 0);
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        let fits = if step.is_disturbed {
            disturbed_fit(step.seating, &sizes)
        } else {
            undisturbed_fit(step.seating, &sizes)
        };
        if !fits {
            found.push(format!(
                "tables: {:?} in {:?} are {sizes:?} ({} people)",
                step.seating,
                step.place,
                step.present.len()
            ));
        }
        found.extend(each_sits_once(step));
    }
    found
}

fn undisturbed_fit(seating: Seating, sizes: &[usize]) -> bool {
    let people: usize = sizes.iter().sum();
    match seating.kind().sizes {
        Sizes::NoTables => true,
        Sizes::FoursAndFives => {
            let fallback: &[usize] = match people {
                6 => &[3, 3],
                7 => &[4, 3],
                11 => &[4, 4, 3],
                _ => &[],
            };
            let is_one = people < 4 && sizes.len() == 1;
            is_one || sizes == fallback || sizes.iter().all(|size| (4..=5).contains(size))
        }
        // The simulator knows no units, only that nobody sits alone and no table is too large; one
        // who is left over from all units may make a full one seven.
        Sizes::ByUnit => people < 2 || sizes.iter().all(|size| (2..=7).contains(size)),
        Sizes::Threes => match people {
            0..=2 => sizes.len() <= 1,
            5 => sizes == [3, 2],
            // Two left over make two groups of four, or one of five where there is one trio.
            _ => sizes.iter().all(|size| (3..=4).contains(size)),
        },
        Sizes::Twos => {
            let trios = sizes.iter().filter(|size| **size == 3).count();
            let others = sizes.iter().all(|size| *size == 2 || *size == 3);
            people == 1 || (others && trios == people % 2)
        }
    }
}

/// Once somebody has come late or left, a table is one larger or smaller, and nobody sits alone.
fn disturbed_fit(seating: Seating, sizes: &[usize]) -> bool {
    let people: usize = sizes.iter().sum();
    let (least, most) = match seating.kind().sizes {
        Sizes::NoTables => return true,
        Sizes::FoursAndFives => (3, 7),
        Sizes::ByUnit => (2, 9),
        Sizes::Threes => (2, 5),
        Sizes::Twos => (2, 4),
    };
    people < least || sizes.iter().all(|size| (least..=most).contains(size))
}

fn each_sits_once(step: &Tables) -> Vec<String> {
    let mut found = vec![];
    let mut seated = BTreeSet::new();
    for seat in step.tables.iter().flatten() {
        if !seated.insert(*seat) {
            found.push(format!("tables: seat {seat} sits twice in {:?}", step.place));
        }
    }
    for seat in step.present.iter().filter(|seat| !seated.contains(*seat)) {
        found.push(format!("tables: seat {seat} is here and sits nowhere in {:?}", step.place));
    }
    found
}
