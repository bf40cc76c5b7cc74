//! Who sits together, as a plain balanced split, and what happens when people come and go.
//!
//! Sizes follow the method (2.8): groups of 4–5; 3 → one group, 6 → 3+3, 7 → 4+3, 11 → 4+4+3;
//! trios with one or two groups of four left over; pairs with one trio when the number is odd.

use std::collections::{BTreeMap, BTreeSet};

use kernel::ids::{SeatId, TableNumber};
use kernel::role::Role;
use kernel::step::Seating;

use crate::state::{Seated, State, Table};

/// Chance handed in as a number, so that a draw can be played again.
pub struct Draw(u64);

impl Draw {
    #[must_use]
    pub fn new(chance: u64) -> Draw {
        Draw(chance)
    }

    /// Returns the next number (`SplitMix64`).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Shuffles (Fisher–Yates).
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let bound = u64::try_from(last).unwrap_or(u64::MAX) + 1;
            let other = usize::try_from(self.next() % bound).unwrap_or(0);
            things.swap(last, other);
        }
    }
}

/// Returns the sizes of groups of 4–5 for a number of people, with the documented fallbacks.
#[must_use]
pub fn group_sizes(people: usize) -> Vec<usize> {
    match people {
        0 => vec![],
        1..=5 => vec![people],
        7 => vec![4, 3],
        11 => vec![4, 4, 3],
        _ => even_sizes(people, people.div_ceil(5)),
    }
}

/// Returns the sizes of trios: one or two groups of four take what is left over; 5 → 3+2.
#[must_use]
pub fn trio_sizes(people: usize) -> Vec<usize> {
    match people {
        0 => vec![],
        1 | 2 => vec![people],
        5 => vec![3, 2],
        _ => even_sizes(people, people / 3),
    }
}

/// Returns the sizes of pairs, the last a trio when the number is odd.
#[must_use]
pub fn pair_sizes(people: usize) -> Vec<usize> {
    match people {
        0 => vec![],
        1 => vec![1],
        _ => even_sizes(people, people / 2).into_iter().rev().collect(),
    }
}

fn even_sizes(people: usize, tables: usize) -> Vec<usize> {
    let larger = people % tables;
    (0..tables).map(|table| people / tables + usize::from(table < larger)).collect()
}

/// Sets tables for a kind of seating: chance, but those who have shared a table in this meeting
/// are kept apart as far as a short search finds room.
#[must_use]
pub fn set(state: &State, seating: Seating, item: usize, chance: u64) -> Vec<Table> {
    let mut seats = state.present();
    let mut draw = Draw::new(chance);
    draw.shuffle(&mut seats);
    match seating {
        Seating::Room => vec![],
        Seating::Pairs => numbered(pairs(state, seats)),
        Seating::Neighbours => {
            let orders = state.plan.as_ref().and_then(|plan| plan.items.get(item));
            let orders = orders.map_or(0, |row| row.orders.len());
            numbered(neighbours(seats, orders))
        }
        Seating::Trios => numbered(split(state, &seats, &trio_sizes(seats.len()))),
        Seating::Groups | Seating::Mixed => {
            numbered(split(state, &seats, &group_sizes(seats.len())))
        }
    }
}

fn numbered(groups: Vec<Vec<SeatId>>) -> Vec<Table> {
    let numbers = (1..).map(TableNumber);
    numbers.zip(groups).map(|(number, seats)| Table { number, seats }).collect()
}

/// How often two seats have shared a table in this meeting.
fn meetings(state: &State) -> BTreeMap<(SeatId, SeatId), u32> {
    let mut met = BTreeMap::new();
    for table in state.seatings.iter().flat_map(|seated| &seated.tables) {
        for (place, one) in table.seats.iter().enumerate() {
            for other in &table.seats[place + 1..] {
                *met.entry(ordered(*one, *other)).or_insert(0) += 1;
            }
        }
    }
    met
}

fn ordered(one: SeatId, other: SeatId) -> (SeatId, SeatId) {
    if one <= other { (one, other) } else { (other, one) }
}

/// Fills tables one seat at a time, each seat to the open table where it has met fewest; of
/// equals, the one with most room, so the sizes come out as given.
fn split(state: &State, seats: &[SeatId], sizes: &[usize]) -> Vec<Vec<SeatId>> {
    let met = meetings(state);
    let mut tables: Vec<Vec<SeatId>> = vec![vec![]; sizes.len()];
    // Only this many open tables are compared, so that 2,000 people stay a short wait.
    let compared_max = 40;
    for seat in seats {
        let open = (0..tables.len()).filter(|table| tables[*table].len() < sizes[*table]);
        let mut best: Option<(u32, usize, usize)> = None;
        for table in open.take(compared_max) {
            let again = tables[table]
                .iter()
                .map(|other| met.get(&ordered(*seat, *other)).copied().unwrap_or(0))
                .sum();
            let candidate = (again, tables[table].len(), table);
            if best.is_none_or(|best| candidate < best) {
                best = Some(candidate);
            }
        }
        if let Some((_, _, table)) = best {
            tables[table].push(*seat);
        }
    }
    tables
}

/// Pairs for a round: the circle method over everyone's fixed order, turned once for each round
/// of pairs that has been, so that nobody meets twice before all have met. With an odd number the
/// one without a partner joins the pair whose members have been three the fewest times.
fn pairs(state: &State, mut seats: Vec<SeatId>) -> Vec<Vec<SeatId>> {
    let rounds = state.seatings.iter().filter(|seated| seated.seating == Seating::Pairs).count();
    let order = state.seatings.iter().find(|seated| seated.seating == Seating::Pairs);
    if let Some(first) = order {
        // The first round's tables hold the circle; those who came later stand last.
        let circle = circle_of(&first.tables);
        seats.sort_by_key(|seat| {
            (
                circle.iter().position(|it| it == seat).is_none(),
                circle.iter().position(|it| it == seat),
                *seat,
            )
        });
    }
    let mut circle: Vec<Option<SeatId>> = seats.into_iter().map(Some).collect();
    if circle.len() % 2 == 1 {
        circle.push(None);
    }
    if circle.len() < 2 {
        return circle.into_iter().flatten().map(|seat| vec![seat]).collect();
    }
    let turning = circle.len() - 1;
    circle[1..].rotate_right(rounds % turning);
    let mut tables = vec![];
    let mut alone = None;
    for place in 0..circle.len() / 2 {
        match (circle[place], circle[circle.len() - 1 - place]) {
            (Some(one), Some(other)) => tables.push(vec![one, other]),
            (Some(single), None) | (None, Some(single)) => alone = Some(single),
            (None, None) => (),
        }
    }
    if let Some(single) = alone {
        join_a_pair(state, &mut tables, single);
    }
    tables
}

/// Reads the circle back from the first round's tables: left sides in order, then right sides
/// from the end.
fn circle_of(tables: &[Table]) -> Vec<SeatId> {
    let left = tables.iter().filter_map(|table| table.seats.first());
    let right = tables.iter().rev().filter_map(|table| table.seats.get(1));
    let third = tables.iter().filter_map(|table| table.seats.get(2));
    left.chain(right).chain(third).copied().collect()
}

fn join_a_pair(state: &State, tables: &mut Vec<Vec<SeatId>>, single: SeatId) {
    let mut threes: BTreeMap<SeatId, u32> = BTreeMap::new();
    for seated in state.seatings.iter().filter(|seated| seated.seating == Seating::Pairs) {
        for table in seated.tables.iter().filter(|table| table.seats.len() == 3) {
            for seat in &table.seats {
                *threes.entry(*seat).or_insert(0) += 1;
            }
        }
    }
    let met = meetings(state);
    let cost = |pair: &Vec<SeatId>| -> (u32, u32) {
        let been = pair.iter().map(|seat| threes.get(seat).copied().unwrap_or(0)).sum();
        let again =
            pair.iter().map(|seat| met.get(&ordered(*seat, single)).copied().unwrap_or(0)).sum();
        (been, again)
    };
    match tables.iter_mut().min_by_key(|pair| cost(pair)) {
        Some(pair) => pair.push(single),
        None => tables.push(vec![single]),
    }
}

/// Pairs across listening orders: seats are lined up by their order and each meets the one half
/// a line away.
fn neighbours(mut seats: Vec<SeatId>, orders: usize) -> Vec<Vec<SeatId>> {
    let orders = u32::try_from(orders.max(1)).unwrap_or(1);
    seats.sort_by_key(|seat| seat.0.saturating_sub(1) % orders);
    let pairs = seats.len() / 2;
    if pairs == 0 {
        return seats.into_iter().map(|seat| vec![seat]).collect();
    }
    let mut tables: Vec<Vec<SeatId>> =
        (0..pairs).map(|place| vec![seats[place], seats[place + pairs]]).collect();
    if seats.len() % 2 == 1 {
        tables[0].push(seats[seats.len() - 1]);
    }
    tables
}

/// Draws the four roles for one table. Those who have had a role least in this meeting come
/// first; at a table of three the chair keeps time as well, at smaller ones nobody needs a role.
#[must_use]
pub fn draw_roles(state: &State, table: &Table, draw: &mut Draw) -> Vec<(SeatId, Role)> {
    let mut seats = table.seats.clone();
    draw.shuffle(&mut seats);
    let had = |seat: &SeatId| {
        let roles = state.seatings.iter().flat_map(|seated| seated.roles.iter());
        roles.filter(|(who, _)| who == seat).count()
    };
    seats.sort_by_key(had);
    let roles: &[Role] = match seats.len() {
        0..=2 => &[],
        3 => &[Role::Chair, Role::Reporter, Role::FocusKeeper],
        _ => &Role::ALL,
    };
    let mut drawn: Vec<(SeatId, Role)> = seats.iter().copied().zip(roles.iter().copied()).collect();
    if let (3, Some((chair, _))) = (seats.len(), drawn.first().copied()) {
        drawn.push((chair, Role::Timekeeper));
    }
    drawn
}

/// Returns the order of turns at a table: as seated, with the chair last (KS' form).
#[must_use]
pub fn turn_order(seated: &Seated, table: &Table) -> Vec<SeatId> {
    let chair = seated.holder(table, Role::Chair);
    let others = table.seats.iter().copied().filter(|seat| Some(*seat) != chair);
    others.chain(chair).collect()
}

/// Returns the table that a late-comer joins: the smallest, and of equals the first.
#[must_use]
pub fn table_for_late(seated: &Seated) -> Option<TableNumber> {
    let in_use = seated.tables.iter().filter(|table| !table.seats.is_empty());
    let smallest = in_use.min_by_key(|table| (table.seats.len(), table.number));
    smallest.or(seated.tables.first()).map(|table| table.number)
}

/// Returns the moves that mend a group seating after someone left: a table left with fewer than
/// three gives its members to the smallest other tables. Pairs and trios are left alone; a lone
/// member joins the smallest other table.
#[must_use]
pub fn mend(seated: &Seated, left_by: SeatId) -> Vec<(SeatId, TableNumber)> {
    let Some(table) = seated.table_of(left_by) else { return vec![] };
    let rest: Vec<SeatId> = table.seats.iter().copied().filter(|it| *it != left_by).collect();
    let fewest = match seated.seating {
        Seating::Groups | Seating::Mixed => 3,
        Seating::Trios | Seating::Pairs | Seating::Neighbours | Seating::Room => 2,
    };
    if rest.len() >= fewest {
        return vec![];
    }
    let mut sizes: BTreeMap<TableNumber, usize> = seated
        .tables
        .iter()
        .filter(|it| it.number != table.number && !it.seats.is_empty())
        .map(|it| (it.number, it.seats.len()))
        .collect();
    let mut moves = vec![];
    for seat in rest {
        let Some(smallest) = sizes.iter().min_by_key(|(number, size)| (**size, **number)) else {
            return vec![];
        };
        let number = *smallest.0;
        *sizes.entry(number).or_insert(0) += 1;
        moves.push((seat, number));
    }
    moves
}

/// Returns the seats that have no table in a seating though they are here.
#[must_use]
pub fn without_table(state: &State, seated: &Seated) -> Vec<SeatId> {
    let sitting: BTreeSet<SeatId> =
        seated.tables.iter().flat_map(|table| table.seats.iter().copied()).collect();
    state.present().into_iter().filter(|seat| !sitting.contains(seat)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_have_the_documented_sizes_for_every_number_of_people() {
        assert_eq!(group_sizes(3), vec![3]);
        assert_eq!(group_sizes(6), vec![3, 3]);
        assert_eq!(group_sizes(7), vec![4, 3]);
        assert_eq!(group_sizes(11), vec![4, 4, 3]);
        for people in (8..=10).chain(12..=2_000) {
            let sizes = group_sizes(people);
            assert_eq!(sizes.iter().sum::<usize>(), people);
            assert!(sizes.iter().all(|size| (4..=5).contains(size)), "{people}: {sizes:?}");
        }
    }

    #[test]
    fn trios_leave_at_most_two_tables_of_four() {
        assert_eq!(trio_sizes(5), vec![3, 2]);
        for people in (3..=4).chain(6..=2_000) {
            let sizes = trio_sizes(people);
            assert_eq!(sizes.iter().sum::<usize>(), people);
            assert!(sizes.iter().all(|size| (3..=4).contains(size)), "{people}: {sizes:?}");
            assert!(sizes.iter().filter(|size| **size == 4).count() <= 2);
        }
    }

    #[test]
    fn pairs_have_at_most_one_trio() {
        for people in 2..=301 {
            let sizes = pair_sizes(people);
            assert_eq!(sizes.iter().sum::<usize>(), people);
            let threes = sizes.iter().filter(|size| **size == 3).count();
            assert_eq!(threes, people % 2);
        }
    }

    fn room(people: u32) -> State {
        let mut state = State::default();
        for number in 1..=people {
            let seat = crate::state::Seat {
                name: number.to_string(),
                present: true,
                without_device: false,
            };
            state.seats.insert(SeatId(number), seat);
        }
        state
    }

    #[test]
    fn nobody_meets_twice_before_all_have_met() {
        for people in [6, 8, 12, 24] {
            let mut state = room(people);
            let mut met = BTreeSet::new();
            for round in 0..people - 1 {
                let tables = set(&state, Seating::Pairs, 0, u64::from(round));
                for table in &tables {
                    assert_eq!(table.seats.len(), 2);
                    assert!(
                        met.insert(ordered(table.seats[0], table.seats[1])),
                        "{people} people met again in round {round}"
                    );
                }
                state.seatings.push(Seated {
                    seating: Seating::Pairs,
                    item: 0,
                    tables,
                    roles: BTreeSet::new(),
                });
            }
        }
    }

    #[test]
    fn an_odd_room_has_one_trio_and_nobody_is_left_over() {
        for people in [5, 7, 11, 37] {
            let mut state = room(people);
            for round in 0..4 {
                let tables = set(&state, Seating::Pairs, 0, round);
                let sitting: usize = tables.iter().map(|table| table.seats.len()).sum();
                assert_eq!(u32::try_from(sitting).unwrap(), people);
                assert_eq!(tables.iter().filter(|table| table.seats.len() == 3).count(), 1);
                state.seatings.push(Seated {
                    seating: Seating::Pairs,
                    item: 0,
                    tables,
                    roles: BTreeSet::new(),
                });
            }
        }
    }

    #[test]
    fn a_table_of_three_lets_the_chair_keep_time() {
        let state = room(3);
        let table = Table { number: TableNumber(1), seats: state.present() };
        let roles = draw_roles(&state, &table, &mut Draw::new(7));
        let chair = roles.iter().find(|(_, role)| *role == Role::Chair).unwrap().0;
        assert!(roles.contains(&(chair, Role::Timekeeper)));
        assert_eq!(roles.len(), 4);
    }
}
