use super::*;
use crate::company::{Acquaintance, pair};

fn people(count: u32) -> Vec<u32> {
    (1..=count).collect()
}

fn draw(
    people: &[u32],
    seating: Seating,
    company: &Company<u32>,
    today: &[Vec<u32>],
    seed: u64,
) -> Vec<Vec<u32>> {
    Draw { seating, company, today, seed }.tables(people)
}

fn fit(
    planned: &[Vec<u32>],
    here: &[u32],
    seating: Seating,
    company: &Company<u32>,
    seed: u64,
) -> Vec<Vec<u32>> {
    Draw { seating, company, today: &[], seed }.fit(planned, here, &[])
}

fn table_for_late(
    tables: &[Vec<u32>],
    late: u32,
    company: &Company<u32>,
    today: &[Vec<u32>],
    seed: u64,
) -> Option<usize> {
    Draw { seating: Seating::Groups, company, today, seed }.table_for_late(tables, late)
}

fn sorted(tables: &[Vec<u32>]) -> Vec<u32> {
    let mut all: Vec<u32> = tables.iter().flatten().copied().collect();
    all.sort_unstable();
    all
}

fn share(tables: &[Vec<u32>], one: u32, other: u32) -> bool {
    tables.iter().any(|table| table.contains(&one) && table.contains(&other))
}

/// The sizes that people are promised, kind by kind, largest table first.
#[test]
fn each_kind_has_its_sizes() {
    let promised: [(Seating, u32, &[usize]); 17] = [
        (Seating::Room, 9, &[]),
        (Seating::Pairs, 3, &[3]),
        (Seating::Pairs, 8, &[2, 2, 2, 2]),
        (Seating::Pairs, 9, &[3, 2, 2, 2]),
        (Seating::Neighbours, 5, &[3, 2]),
        (Seating::Trios, 5, &[3, 2]),
        (Seating::Trios, 7, &[4, 3]),
        (Seating::Trios, 9, &[3, 3, 3]),
        (Seating::Trios, 11, &[4, 4, 3]),
        (Seating::Groups, 3, &[3]),
        (Seating::Groups, 6, &[3, 3]),
        (Seating::Groups, 7, &[4, 3]),
        (Seating::Groups, 11, &[4, 4, 3]),
        (Seating::Groups, 23, &[5, 5, 5, 4, 4]),
        (Seating::Mixed, 11, &[4, 4, 3]),
        (Seating::Mixed, 12, &[4, 4, 4]),
        (Seating::Cafe, 18, &[5, 5, 4, 4]),
    ];
    for (seating, count, wanted) in promised {
        assert_eq!(sizes(seating, people(count).len()), wanted, "{count} in {seating:?}");
    }
}

/// What is left when somebody leaves: too few join others, and nobody else moves.
#[test]
fn each_kind_mends_tables_with_too_few() {
    let company = Company::default();
    for seating in [Seating::Pairs, Seating::Neighbours, Seating::Trios] {
        let draw = Draw { seating, company: &company, today: &[], seed: 3 };
        let tables = [vec![1, 2], vec![3, 4, 5], vec![6, 7]];
        assert_eq!(draw.moves_after(1, &tables, &[]), [(2, 2)], "{seating:?}");
        assert_eq!(draw.moves_after(1, &tables[..1], &[]), [], "{seating:?}");
    }
    for seating in [Seating::Groups, Seating::Mixed, Seating::Cafe] {
        let draw = Draw { seating, company: &company, today: &[], seed: 3 };
        let tables = [vec![1, 2, 3], vec![4, 5, 6, 7], vec![8, 9, 10]];
        let moves = draw.moves_after(1, &tables, &[]);
        assert!(matches!(moves[..], [(4..=7, 0)]), "{seating:?}: {moves:?}");
    }
}

#[test]
fn those_who_met_last_time_sit_apart() {
    let mut company = Company::default();
    for table in people(20).chunks(4) {
        for (place, one) in table.iter().enumerate() {
            for other in &table[place + 1..] {
                let met = Acquaintance { tenths: 10, meetings: 1 };
                company.met.insert(pair(*one, *other), met);
            }
        }
    }
    let tables = draw(&people(20), Seating::Groups, &company, &[], 3);
    assert_eq!(sorted(&tables), people(20));
    assert!(company.met.keys().all(|(one, other)| !share(&tables, *one, *other)), "{tables:?}");
}

#[test]
fn units_are_spread_over_the_tables() {
    let units = people(20).into_iter().map(|person| (person, format!("{}", person % 5)));
    let company = Company { units: units.collect(), ..Company::default() };
    for table in draw(&people(20), Seating::Groups, &company, &[], 3) {
        let units: BTreeSet<u32> = table.iter().map(|person| person % 5).collect();
        assert_eq!(units.len(), table.len(), "{table:?}");
    }
}

#[test]
fn rules_that_cannot_be_kept_leave_nobody_without_a_table() {
    let company = Company { apart: vec![[1, 2], [1, 3], [2, 3]], ..Company::default() };
    let tables = draw(&people(8), Seating::Groups, &company, &[], 3);
    assert_eq!(sorted(&tables), people(8));
}

#[test]
fn a_plan_stands_when_everybody_comes() {
    let planned = vec![vec![1, 2, 3, 4, 5, 6], vec![7, 8, 9]];
    let company = Company::default();
    assert_eq!(fit(&planned, &people(9), Seating::Groups, &company, 3), planned);
}

#[test]
fn few_move_when_somebody_stays_away_and_others_come() {
    let planned = vec![vec![1, 2, 3, 4, 5], vec![6, 7, 8, 9], vec![10, 11, 12, 13]];
    let here: Vec<u32> = people(15).into_iter().filter(|person| *person != 7).collect();
    let tables = fit(&planned, &here, Seating::Groups, &Company::default(), 3);
    assert_eq!(sorted(&tables), here);
    let moved = planned.iter().zip(&tables).flat_map(|(was, is)| {
        was.iter().filter(|person| **person != 7 && !is.contains(person)).collect::<Vec<_>>()
    });
    assert_eq!(moved.count(), 0, "{tables:?}");
}

#[test]
fn a_table_that_nearly_nobody_came_to_is_dissolved() {
    let planned = vec![vec![1, 2, 3, 4], vec![5, 6, 7, 8], vec![9, 10, 11, 12]];
    let here = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    let tables = fit(&planned, &here, Seating::Groups, &Company::default(), 3);
    assert_eq!(sorted(&tables), here);
    assert!(tables[2].is_empty(), "{tables:?}");
}

#[test]
fn many_who_were_not_expected_get_tables_of_their_own() {
    let planned = vec![vec![1, 2, 3, 4]];
    let tables = fit(&planned, &people(12), Seating::Groups, &Company::default(), 3);
    assert_eq!(sorted(&tables), people(12));
    assert!(tables.iter().all(|table| (3..=5).contains(&table.len())), "{tables:?}");
}

#[test]
fn planned_pairs_have_one_trio_when_one_is_missing() {
    let planned: Vec<Vec<u32>> = people(8).chunks(2).map(<[u32]>::to_vec).collect();
    let tables = fit(&planned, &people(7), Seating::Pairs, &Company::default(), 3);
    let mut sizes: Vec<usize> = tables.iter().map(Vec::len).filter(|size| *size > 0).collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [2, 2, 3]);
}

#[test]
fn one_who_comes_late_sits_with_people_not_met() {
    let tables = vec![vec![1, 2, 3, 4], vec![5, 6, 7, 8], vec![9, 10, 11, 12, 13]];
    let mut company = Company::default();
    company.met.insert(pair(2, 20), Acquaintance { tenths: 10, meetings: 1 });
    assert_eq!(table_for_late(&tables, 20, &company, &[], 3), Some(1));
    company.apart = vec![[20, 5]];
    company.met.clear();
    assert_eq!(table_for_late(&tables, 20, &company, &[], 3), Some(0));
    company.apart = vec![[20, 5], [1, 20]];
    assert_eq!(table_for_late(&tables, 20, &company, &[], 3), Some(2));
}
