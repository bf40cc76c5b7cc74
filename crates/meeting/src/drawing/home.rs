//! Home groups: those of one unit sit together, however many they are.
//!
//! A unit that is too large for a table is shared evenly over as few as hold it. Who is alone from
//! a unit, and who has told none, sit in groups with each other; one who is left over joins the
//! smallest table. The planner's rules give way to the unit, and decide within one that is shared.

use std::collections::BTreeMap;

use seating::draw::sizes_of_four_and_five;

use super::Draw;

/// Returns the tables, unit by unit in the order of their names; those without a home come last.
pub(super) fn tables<T: Ord + Copy>(draw: &Draw<'_, T>, people: &[T]) -> Vec<Vec<T>> {
    let mut units: BTreeMap<&str, Vec<T>> = BTreeMap::new();
    let mut others = vec![];
    for person in people {
        match unit(draw, *person) {
            Some(unit) => units.entry(unit).or_default().push(*person),
            None => others.push(*person),
        }
    }
    let mut tables = vec![];
    for members in units.into_values() {
        if members.len() < draw.kind().fewest {
            others.extend(members);
        } else {
            tables.extend(shared(draw, &members));
        }
    }
    if others.len() < draw.kind().fewest && !tables.is_empty() {
        for person in others {
            join(draw, &mut tables, person);
        }
    } else {
        tables.extend(draw.sized(&others, &sizes_of_four_and_five(others.len())));
    }
    tables
}

/// Returns `planned` tables for those who are here. Who was planned for stays, and others come to
/// their own; then a table with too few joins others, and one with too many becomes two.
pub(super) fn fit<T: Ord + Copy>(
    draw: &Draw<'_, T>,
    planned: &[Vec<T>],
    here: &[T],
) -> Vec<Vec<T>> {
    let stay = |table: &Vec<T>| table.iter().copied().filter(|it| here.contains(it)).collect();
    let mut tables: Vec<Vec<T>> = planned.iter().map(stay).collect();
    let is_new = |person: &&T| !planned.iter().any(|table| table.contains(person));
    let (home, strange): (Vec<T>, Vec<T>) = (here.iter().copied().filter(|it| is_new(&it)))
        .partition(|person| tables.iter().any(|table| kin(draw, table, *person)));
    for person in home {
        join(draw, &mut tables, person);
    }
    tables.extend(self::tables(draw, &strange));
    for place in 0..tables.len() {
        if tables[place].len() < draw.kind().fewest {
            for person in std::mem::take(&mut tables[place]) {
                join(draw, &mut tables, person);
            }
        }
    }
    for place in 0..tables.len() {
        let was = planned.get(place).map_or(0, Vec::len);
        if tables[place].len() > draw.kind().most.max(was) {
            let mut parts = shared(draw, &tables[place]);
            tables[place] = parts.remove(0);
            tables.extend(parts);
        }
    }
    tables
}

/// Returns the place of the table that somebody comes home to: of those where the own unit sits,
/// or else of all, one with fewest.
pub(super) fn place_for<T: Ord + Copy>(
    draw: &Draw<'_, T>,
    tables: &[Vec<T>],
    person: T,
) -> Option<usize> {
    let in_use = (0..tables.len()).filter(|place| !tables[*place].is_empty());
    in_use.min_by_key(|place| (!kin(draw, &tables[*place], person), tables[*place].len()))
}

/// Returns where those who are left at the table of somebody who is `gone` come home to.
pub(super) fn moves_after<T: Ord + Copy>(
    draw: &Draw<'_, T>,
    gone: T,
    tables: &[Vec<T>],
) -> Vec<(T, usize)> {
    let Some(place) = tables.iter().position(|table| table.contains(&gone)) else { return vec![] };
    let mut others = tables.to_vec();
    let left = std::mem::take(&mut others[place]).into_iter().filter(|person| *person != gone);
    let mut moves = vec![];
    for person in left {
        let Some(to) = place_for(draw, &others, person) else { break };
        others[to].push(person);
        moves.push((person, to));
    }
    moves
}

/// The first to come to an empty room opens the first table.
fn join<T: Ord + Copy>(draw: &Draw<'_, T>, tables: &mut [Vec<T>], person: T) {
    let place = place_for(draw, tables, person).unwrap_or_default();
    tables[place].push(person);
}

fn shared<T: Ord + Copy>(draw: &Draw<'_, T>, people: &[T]) -> Vec<Vec<T>> {
    let tables = people.len().div_ceil(draw.kind().most).max(1);
    let share = |table| people.len() / tables + usize::from(table < people.len() % tables);
    draw.sized(people, &(0..tables).map(share).collect::<Vec<_>>())
}

fn unit<'a, T: Ord + Copy>(draw: &Draw<'a, T>, person: T) -> Option<&'a str> {
    draw.company.units.get(&person).map(String::as_str)
}

/// Tells whether somebody of the same unit sits at a table.
fn kin<T: Ord + Copy>(draw: &Draw<'_, T>, table: &[T], person: T) -> bool {
    let own = unit(draw, person);
    own.is_some() && table.iter().any(|it| unit(draw, *it) == own)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use kernel::seating::Seating;
    use plan::document::{Item, Plan};

    use super::*;
    use crate::company::Company;
    use crate::expected::read;
    use crate::groups::{GroupPlan, Met, Rules, rotations};

    /// Units by number, with how many are of each.
    type Units = &'static [(u32, u32)];

    /// People numbered from 1, unit by unit; those of the unit 0 have told none.
    fn company(units: &[(u32, u32)]) -> (Vec<u32>, Company<u32>) {
        let each =
            units.iter().flat_map(|(unit, count)| std::iter::repeat_n(*unit, *count as usize));
        let each: Vec<(u32, u32)> = (1..).zip(each).collect();
        let told = each.iter().filter(|(_, unit)| *unit > 0);
        let units = told.map(|(person, unit)| (*person, format!("unit {unit}"))).collect();
        let people = each.into_iter().map(|(person, _)| person).collect();
        (people, Company { units, ..Company::default() })
    }

    fn sizes(tables: &[Vec<u32>]) -> Vec<usize> {
        tables.iter().map(Vec::len).collect()
    }

    fn at_home(company: &Company<u32>, seed: u64) -> Draw<'_, u32> {
        Draw { seating: Seating::Home, company, today: &[], seed }
    }

    #[test]
    fn a_unit_has_its_own_table_and_a_large_one_is_shared_evenly() {
        // Units with how many they are, and the tables in order.
        let promised: [(Units, &[usize]); 10] = [
            (&[(1, 3), (2, 5), (3, 2)], &[3, 5, 2]),
            (&[(1, 6)], &[6]),
            (&[(1, 7)], &[4, 3]),
            (&[(1, 9), (2, 4)], &[5, 4, 4]),
            (&[(1, 13)], &[5, 4, 4]),
            // One from each of two units, and one who has told none.
            (&[(1, 4), (2, 1), (3, 1), (0, 1)], &[4, 3]),
            (&[(1, 4), (2, 3), (3, 1)], &[4, 4]),
            (&[(0, 11)], &[4, 4, 3]),
            (&[(1, 1)], &[1]),
            (&[], &[]),
        ];
        for (units, wanted) in promised {
            let (people, company) = company(units);
            let tables = at_home(&company, 3).tables(&people);
            assert_eq!(sizes(&tables), wanted, "{units:?}");
        }
    }

    #[test]
    fn everybody_sits_once_and_no_unit_that_fits_a_table_is_parted() {
        for seed in 0..200_u32 {
            let units: Vec<(u32, u32)> =
                (0..=seed % 6).map(|unit| (unit, (seed * 7 + unit * 5) % 11)).collect();
            let (people, company) = company(&units);
            let tables = at_home(&company, u64::from(seed)).tables(&people);
            let mut sat: Vec<u32> = tables.concat();
            sat.sort_unstable();
            assert_eq!(sat, people, "seed {seed}");
            assert!(people.len() < 2 || tables.iter().all(|it| (2..=7).contains(&it.len())));
            for (unit, _) in
                units.iter().filter(|(unit, count)| *unit > 0 && (2..=6).contains(count))
            {
                let name = format!("unit {unit}");
                let of_unit =
                    |table: &&Vec<u32>| table.iter().any(|it| company.units.get(it) == Some(&name));
                assert_eq!(tables.iter().filter(of_unit).count(), 1, "seed {seed}: {unit}");
            }
        }
    }

    #[test]
    fn a_unit_that_is_shared_keeps_the_rules_it_can() {
        let (people, mut company) = company(&[(1, 8)]);
        company.apart = vec![[1, 2], [3, 4]];
        for seed in 0..20 {
            let tables = at_home(&company, seed).tables(&people);
            assert_eq!(sizes(&tables), [4, 4]);
            for [one, other] in &company.apart {
                assert!(tables.iter().all(|it| !(it.contains(one) && it.contains(other))));
            }
        }
    }

    #[test]
    fn planned_tables_stand_and_newcomers_come_to_their_own() {
        let (_, company) = company(&[(1, 4), (2, 9), (3, 2), (0, 1)]);
        let draw = at_home(&company, 3);
        let planned = vec![vec![1, 2, 3], vec![5, 6, 7, 8], vec![9, 10, 11]];
        let all: Vec<u32> = planned.concat();
        assert_eq!(draw.fit(&planned, &all, &[]), planned);
        // 4 is of the first unit, 12 and 13 of the second; 14 and 15 bring a unit of their own, and
        // 16 has told none.
        let here: Vec<u32> = (1..=16).collect();
        let tables = draw.fit(&planned, &here, &[]);
        let sat: Vec<BTreeSet<u32>> =
            tables.iter().map(|it| it.iter().copied().collect()).collect();
        assert_eq!(sat[0], (1..=4).collect());
        assert_eq!(
            sat[1].union(&sat[2]).copied().collect::<Vec<u32>>(),
            (5..=13).collect::<Vec<_>>()
        );
        assert_eq!(sizes(&tables), [4, 5, 4, 3]);
        assert!(planned.iter().zip(&sat).all(|(was, is)| was.iter().all(|it| is.contains(it))));
    }

    #[test]
    fn who_is_left_alone_joins_others_and_a_table_that_grows_too_large_is_two() {
        let (_, company) = company(&[(1, 2), (2, 8)]);
        let draw = at_home(&company, 3);
        let planned = vec![vec![1, 2], vec![3, 4, 5]];
        assert_eq!(draw.fit(&planned, &[1, 3, 4, 5], &[]), [vec![], vec![3, 4, 5, 1]]);
        let tables = draw.fit(&planned, &(1..=10).collect::<Vec<u32>>(), &[]);
        assert_eq!(sizes(&tables), [2, 4, 4]);
        assert_eq!(draw.moves_after(1, &planned, &[]), [(2, 1)]);
        assert_eq!(draw.moves_after(1, &planned[..1], &[]), []);
    }

    #[test]
    fn who_comes_late_comes_home_and_others_where_there_are_fewest() {
        let (_, company) = company(&[(1, 6), (2, 6)]);
        let draw = at_home(&company, 3);
        let tables = vec![vec![1, 2, 3, 4, 5], vec![7, 8]];
        assert_eq!(draw.table_for_late(&tables, 6), Some(0));
        assert_eq!(draw.table_for_late(&tables, 9), Some(1));
        assert_eq!(draw.table_for_late(&tables, 99), Some(1));
        let shared = vec![vec![1, 2, 3], vec![4, 5], vec![7]];
        assert_eq!(draw.table_for_late(&shared, 6), Some(1));
    }

    /// Before a meeting, units have home groups in the item that wants them, whatever the switch
    /// that mixes them in the meeting's groups says.
    #[test]
    fn home_groups_are_planned_beside_groups_that_mix_units() {
        let item = Item {
            id: "i2".to_owned(),
            tool: "take-home".to_owned(),
            minutes: 45,
            ..Item::default()
        };
        let program = Plan { items: vec![item], ..Plan::default() };
        let unit = |number: u32| ["Fjell", "Fjord", "Foss", "Haug"][number as usize % 4];
        let lines: Vec<String> =
            (1..=16).map(|number| format!("P{number}; {}", unit(number))).collect();
        let people = read(&lines.join("\n"), &[]);
        for mix_units in [true, false] {
            let rules = Rules { mix_units, ..Rules::default() };
            let plan = GroupPlan { rules, ..GroupPlan::default() };
            let own = rotations(&program, people.len());
            let plan = plan.drawn(&people, &Met::new(), &own, 7).unwrap();
            let [home] = &plan.rotations["i2"][..] else { panic!("one round") };
            assert_eq!(sizes(home), [4, 4, 4, 4]);
            assert!(home.iter().all(|table| table.iter().all(|it| it % 4 == table[0] % 4)));
            if mix_units {
                let is_mixed =
                    |table: &Vec<u32>| (0..4).all(|unit| table.iter().any(|it| it % 4 == unit));
                assert!(plan.tables.iter().all(is_mixed));
            }
            // One more of Fjell comes to Fjell, and nobody else moves.
            let more = read(&format!("{}\nNils; fjell", lines.join("\n")), &people);
            let fitted = plan.fitted(&more, &Met::new(), &own);
            let moved = (0..4).filter(|table| fitted.rotations["i2"][0][*table] != home[*table]);
            assert_eq!(moved.count(), 1);
        }
    }
}
