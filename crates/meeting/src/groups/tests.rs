use plan::document::Item;

use super::*;
use crate::expected::read;

fn staff(count: u32) -> Vec<Expected> {
    let lines: Vec<String> = (0..count)
        .map(|number| {
            let work = if number == 0 { "rektor" } else { "lærer" };
            format!("Person {number}; Team {}; {work}", number % 4)
        })
        .collect();
    read(&lines.join("\n"), &[])
}

fn drawn(people: &[Expected], plan: &GroupPlan) -> GroupPlan {
    plan.drawn(people, &Met::new(), &[], 7).unwrap()
}

fn seated(plan: &GroupPlan) -> Vec<u32> {
    let mut all: Vec<u32> = plan.tables.iter().flatten().copied().collect();
    all.sort_unstable();
    all
}

#[test]
fn everybody_on_the_list_gets_a_table_of_four_or_five() {
    let people = staff(24);
    let plan = drawn(&people, &GroupPlan::default());
    assert_eq!(seated(&plan), (1..=24).collect::<Vec<_>>());
    assert!(plan.tables.iter().all(|table| (4..=5).contains(&table.len())));
}

#[test]
fn a_leader_sits_with_nobody_of_the_own_unit() {
    let people = staff(24);
    let plan = drawn(&people, &GroupPlan::default());
    let table = &plan.tables[plan.table_of(1).unwrap()];
    let own = table.iter().filter(|it| **it != 1 && (**it - 1) % 4 == 0);
    assert_eq!(own.count(), 0, "{table:?}");
}

#[test]
fn the_same_seed_gives_the_same_groups() {
    let people = staff(24);
    let plan = GroupPlan::default();
    assert_eq!(drawn(&people, &plan), drawn(&people, &plan));
    let other = plan.drawn(&people, &Met::new(), &[], 8).unwrap();
    assert_ne!(other.tables, drawn(&people, &plan).tables);
}

#[test]
fn who_is_locked_stays_when_the_rest_is_shuffled() {
    let people = staff(24);
    let mut plan = drawn(&people, &GroupPlan::default());
    plan.locked = plan.tables[1].iter().copied().chain([plan.tables[2][0]]).collect();
    let again = plan.drawn(&people, &Met::new(), &[], 99).unwrap();
    let sorted = |table: &Vec<u32>| table.iter().copied().collect::<BTreeSet<u32>>();
    assert_eq!(sorted(&again.tables[1]), sorted(&plan.tables[1]));
    assert!(again.tables[2].contains(&plan.tables[2][0]));
    assert_ne!(again.tables, plan.tables);
}

#[test]
fn rules_that_clash_are_named_and_no_more_than_those() {
    let people = staff(8);
    let plan = GroupPlan {
        apart: vec![[2, 3], [3, 4], [2, 4], [5, 6]],
        rules: Rules { leaders_apart: false, ..Rules::default() },
        ..GroupPlan::default()
    };
    let conflict = plan.drawn(&people, &Met::new(), &[], 7).unwrap_err();
    assert_eq!((conflict.people, conflict.tables, conflict.smallest), (8, 2, true));
    let wanted = [Kept::Apart(2, 3), Kept::Apart(3, 4), Kept::Apart(2, 4)];
    assert_eq!(conflict.rules, wanted);
}

#[test]
fn together_binds_more_than_two_when_pairs_meet() {
    let people = staff(24);
    let plan = GroupPlan { together: vec![[2, 3], [3, 4]], ..GroupPlan::default() };
    let plan = drawn(&people, &plan);
    assert_eq!(plan.table_of(2), plan.table_of(3));
    assert_eq!(plan.table_of(4), plan.table_of(3));
}

#[test]
fn a_new_rule_is_kept_by_few_moves() {
    let people = staff(24);
    let mut plan = drawn(&people, &GroupPlan::default());
    let [one, other, ..] = plan.tables[0][..] else { panic!("a table of four") };
    plan.apart.push([one, other]);
    let mended = plan.mended(&people, &Met::new(), &[]).unwrap();
    assert_ne!(mended.table_of(one), mended.table_of(other));
    let moved = (1..=24).filter(|it| plan.table_of(*it) != mended.table_of(*it));
    assert!(moved.count() <= 3);
}

#[test]
fn rounds_of_pairs_repeat_nobody_and_avoid_the_own_group() {
    let people = staff(24);
    let dates = Rotation { item: "i3".to_owned(), seating: Seating::Pairs, rounds: 3 };
    let plan = GroupPlan::default().drawn(&people, &Met::new(), &[dates], 7).unwrap();
    let mut met: BTreeSet<(u32, u32)> = BTreeSet::new();
    for table in plan.rotations["i3"].iter().flatten() {
        assert!(met.insert(crate::company::pair(table[0], table[1])), "{table:?}");
        assert_ne!(plan.table_of(table[0]), plan.table_of(table[1]));
    }
    assert_eq!(met.len(), 36);
}

#[test]
fn an_odd_number_has_one_trio_a_round_and_nobody_in_it_twice() {
    let people = staff(37);
    let dates = Rotation { item: "i1".to_owned(), seating: Seating::Pairs, rounds: 4 };
    let plan = GroupPlan::default().drawn(&people, &Met::new(), &[dates], 7).unwrap();
    let mut been = BTreeSet::new();
    for round in &plan.rotations["i1"] {
        let trios: Vec<_> = round.iter().filter(|table| table.len() == 3).collect();
        assert_eq!(trios.len(), 1);
        assert!(trios[0].iter().all(|person| been.insert(*person)), "{trios:?}");
    }
}

#[test]
fn a_new_name_on_the_list_moves_nobody_else() {
    let people = staff(24);
    let plan = drawn(&people, &GroupPlan::default());
    let more = read(&format!("{}\nNils; Team 9", lines(&people)), &people);
    let fitted = plan.fitted(&more, &Met::new(), &[]);
    assert_eq!(seated(&fitted).len(), 25);
    for (was, is) in plan.tables.iter().zip(&fitted.tables) {
        assert!(was.iter().all(|person| is.contains(person)));
    }
}

#[test]
fn what_a_move_costs_is_told_of_the_pair_and_the_unit() {
    let people = read("Kari; A\nPer; A\nOla; B\nEli; B; leder\nGro; C", &[]);
    let mut met = Met::new();
    met.insert((1, 2), Acquaintance { tenths: 18, meetings: 2 });
    let plan = GroupPlan { tables: vec![vec![1, 3], vec![2, 4, 5]], ..GroupPlan::default() };
    let costs = costs_of_seats(&plan, &people, &met, 1)[1].clone();
    let leaves = Cost::Leaves { table: 1, left: 1 };
    assert_eq!(costs, [Cost::MetBefore(1, 2, 2), Cost::SameUnit(vec![1, 2]), leaves]);
    let costs = costs_of_seats(&plan, &people, &met, 3)[1].clone();
    assert!(costs.contains(&Cost::Broken(Kept::Leader(4, vec![3]))), "{costs:?}");
}

#[test]
fn what_a_swap_costs_is_told_of_both_and_the_tables_keep_their_sizes() {
    let people = read("Kari; A\nPer; A\nOla; B\nEli; B\nGro; C", &[]);
    let met = Met::from([((1, 4), Acquaintance { tenths: 10, meetings: 1 })]);
    let plan = GroupPlan {
        tables: vec![vec![1, 3], vec![2, 4, 5]],
        apart: vec![[2, 3]],
        together: vec![[4, 5]],
        ..GroupPlan::default()
    };
    let swaps = costs_of_swaps(&plan, &people, &met, 1);
    assert_eq!(swaps[0], vec![]);
    let parted = Cost::Broken(Kept::Together(vec![4, 5]));
    let with_per = vec![Cost::MetBefore(1, 4, 1), Cost::Broken(Kept::Apart(2, 3))];
    let with_eli = vec![Cost::SameUnit(vec![1, 2]), Cost::SameUnit(vec![4, 3]), parted.clone()];
    let with_gro = vec![Cost::MetBefore(1, 4, 1), Cost::SameUnit(vec![1, 2]), parted];
    assert_eq!(swaps[1], [(2, with_per), (4, with_eli), (5, with_gro)]);
}

#[test]
fn that_all_are_new_is_said_only_when_it_is_so() {
    let people = staff(8);
    let plan =
        GroupPlan { tables: vec![vec![1, 2, 3, 4], vec![5, 6, 7, 8]], ..GroupPlan::default() };
    let mut met = Met::new();
    assert_eq!(reasons(&plan, &people, &met)[0], Reason::NoHistory);
    met.insert((1, 5), Acquaintance { tenths: 10, meetings: 1 });
    assert_eq!(reasons(&plan, &people, &met)[0], Reason::AllNew);
    met.insert((1, 2), Acquaintance { tenths: 10, meetings: 1 });
    let told = reasons(&plan, &people, &met);
    assert_eq!(told[0], Reason::EachMeetsNew);
    assert_eq!(told[1], Reason::MetBefore(vec![(1, 2, 1)]));
    assert!(!told.contains(&Reason::Best), "{told:?}");
}

#[test]
fn positions_of_older_plans_become_ids() {
    let item = |id: &str| Item { id: id.to_owned(), ..Item::default() };
    let program = Plan { items: vec![item("i2"), item("i1")], ..Plan::default() };
    let stored = r#"{"seed":7,"rotations":{"0":[[[1,2]]],"i1":[[[3,4]]],"9":[[[5,6]]]}}"#;
    let plan: GroupPlan = serde_json::from_str(stored).unwrap();
    let plan = plan.with_ids_of(&program);
    let wanted = [("i1", vec![vec![vec![3, 4]]]), ("i2", vec![vec![vec![1, 2]]])];
    let wanted = wanted.map(|(id, rounds)| (id.to_owned(), rounds));
    assert_eq!(plan.rotations, BTreeMap::from(wanted));
    assert_eq!(plan.clone().with_ids_of(&program), plan);
}

fn lines(people: &[Expected]) -> String {
    people.iter().map(Expected::line).collect::<Vec<_>>().join("\n")
}

fn cafe(rounds: usize) -> Rotation {
    Rotation { item: "i2".to_owned(), seating: Seating::Cafe, rounds }
}

#[test]
fn a_cafe_is_planned_with_hosts_who_stay_and_guests_who_meet_nobody_twice() {
    let people = staff(16);
    let plan = GroupPlan {
        rules: Rules { mix_units: false, leaders_apart: false, ..Rules::default() },
        ..GroupPlan::default()
    };
    let plan = plan.drawn(&people, &Met::new(), &[cafe(3)], 7).unwrap();
    let (hosts, rounds) = (&plan.hosts["i2"], &plan.rotations["i2"]);
    assert_eq!((hosts.len(), rounds.len()), (4, 3));
    let mut met = BTreeSet::new();
    for round in rounds {
        assert_eq!(round.iter().map(|table| table[0]).collect::<Vec<_>>(), *hosts);
        for table in round {
            for (place, one) in table.iter().enumerate() {
                for other in &table[place + 1..] {
                    assert!(met.insert(crate::company::pair(*one, *other)), "{table:?}");
                }
            }
        }
    }
}

#[test]
fn a_cafe_keeps_the_rules_in_every_round() {
    let people = staff(24);
    let plan = GroupPlan { together: vec![[2, 3]], apart: vec![[5, 6]], ..GroupPlan::default() };
    let plan = plan.drawn(&people, &Met::new(), &[cafe(3)], 7).unwrap();
    assert!(!plan.hosts["i2"].iter().any(|host| [1, 2, 3].contains(host)));
    for round in &plan.rotations["i2"] {
        let table = |person: u32| round.iter().position(|table| table.contains(&person));
        assert_eq!(table(2), table(3));
        assert_ne!(table(5), table(6));
        let own = (5..=24).filter(|person| (person - 1) % 4 == 0);
        assert!(own.into_iter().all(|person| table(person) != table(1)));
    }
}

#[test]
fn a_host_who_leaves_the_list_is_followed_by_one_of_the_table() {
    let people = staff(24);
    let plan = GroupPlan::default().drawn(&people, &Met::new(), &[cafe(3)], 7).unwrap();
    let gone = plan.hosts["i2"][1];
    let left: Vec<Expected> = people.into_iter().filter(|it| it.number != gone).collect();
    let fitted = plan.fitted(&left, &Met::new(), &[cafe(3)]);
    let host = fitted.hosts["i2"][1];
    assert!(plan.rotations["i2"][0][1].contains(&host));
    for round in &fitted.rotations["i2"] {
        assert!(round[1].contains(&host) && !round.iter().flatten().any(|it| *it == gone));
        assert_eq!(round.iter().map(Vec::len).sum::<usize>(), 23);
    }
    let kept = fitted.hosts["i2"].iter().filter(|it| plan.hosts["i2"].contains(it));
    assert_eq!(kept.count(), plan.hosts["i2"].len() - 1);
}

#[test]
fn a_plan_from_before_there_were_hosts_still_reads() {
    let plan: GroupPlan = serde_json::from_str(r#"{"seed":1,"tables":[[1,2]]}"#).unwrap();
    assert!(plan.hosts.is_empty());
    assert!(!serde_json::to_string(&plan).unwrap().contains("hosts"));
}

#[test]
fn no_guest_of_a_planned_cafe_comes_back_while_there_are_other_tables() {
    for (count, rounds) in [(12, 2), (13, 2), (17, 3), (24, 3), (40, 3)] {
        let people = staff(count);
        let plan = GroupPlan::default();
        for seed in 0..4 {
            let plan = plan.drawn(&people, &Met::new(), &[cafe(rounds)], seed).unwrap();
            let hosts = &plan.hosts["i2"];
            let mut been = BTreeSet::new();
            for (at, guest) in plan.rotations["i2"].iter().flat_map(|round| {
                round
                    .iter()
                    .enumerate()
                    .flat_map(|(at, table)| table.iter().map(move |it| (at, it)))
            }) {
                let is_new = hosts.contains(guest) || been.insert((at, *guest));
                assert!(is_new, "{count} people, seed {seed}: {guest} comes back to {at}");
            }
        }
    }
}
