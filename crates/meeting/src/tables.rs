//! Who sits together in a meeting that runs, and what happens when people come and go.
//!
//! Sizes and draws are the solver's ([`crate::drawing`]); here is what a meeting adds: the plan
//! that was made for it, what has been held, and the roles.

use std::collections::BTreeSet;

use kernel::ids::{ItemNo, SeatId, TableNumber};
use kernel::role::Role;
use kernel::seating::{Drawn, Planned, Seating, Stands};
use seating::draw::Met;
use seating::rng::Rng;

use crate::company::Known;
use crate::drawing::Draw;
use crate::event::Table;
use crate::given::Given;
use crate::state::{Seated, State};

/// Sets tables for a kind of seating: as planned before the meeting where that was done, and
/// otherwise by a draw in which people meet those they have not met.
#[must_use]
pub fn set(state: &State, seating: Seating, item: ItemNo, given: &Given<'_>) -> Vec<Table> {
    let present = state.present();
    let company = &given.known.company;
    let draw = |today: &[Vec<SeatId>]| {
        Draw { seating, company, today, seed: given.chance }.tables(&present)
    };
    if let Some(planned) = planned(state, seating, item, given) {
        let draw = Draw { seating, company, today: &[], seed: given.chance };
        return numbered(draw.fit(planned, &present, &[]));
    }
    numbered(match seating.kind().drawn {
        // Tables with hosts come from [`crate::cafe::set`].
        Drawn::Never | Drawn::RoundHosts => vec![],
        Drawn::AcrossOrders => {
            let mut seats = present.clone();
            Rng::new(given.chance).shuffle(&mut seats);
            let orders = state.row(item);
            let orders = orders.map_or(0, |row| row.orders.len());
            neighbours(seats, orders)
        }
        Drawn::InTurn if company.is_bare() => pairs(state, &present, seating, given),
        Drawn::InTurn => draw(&held(state, seating)),
        Drawn::Weighed => draw(&all_held(state)),
    })
}

/// The planned tables of the next round, if anybody who is here stands in them.
pub(crate) fn planned<'known>(
    state: &State,
    seating: Seating,
    item: ItemNo,
    given: &Given<'known>,
) -> Option<&'known Vec<Vec<SeatId>>> {
    let tables = planned_for(given.known, seating, item, of_item(state, seating, item).count())?;
    let is_here = |seat: &SeatId| state.seats.get(seat).is_some_and(|seat| seat.present);
    tables.iter().flatten().any(is_here).then_some(tables)
}

/// The tables that were planned for a round, counted from 0.
fn planned_for(
    known: &Known,
    seating: Seating,
    item: ItemNo,
    round: usize,
) -> Option<&Vec<Vec<SeatId>>> {
    let kind = seating.kind();
    if kind.planned == Planned::Never {
        return None;
    }
    match kind.stands {
        Stands::Meeting => Some(&known.groups),
        Stands::Item => known.rotations.get(&item)?.first(),
        Stands::Round | Stands::Step => known.rotations.get(&item)?.get(round),
    }
}

/// The tables of a kind that an item has had so far, in order.
fn of_item(state: &State, seating: Seating, item: ItemNo) -> impl Iterator<Item = &Seated> {
    state.seatings.iter().filter(move |it| it.seating == seating && it.item == item)
}

/// The number of a planned table stays, also when nobody is left at one before it.
pub(crate) fn numbered(groups: Vec<Vec<SeatId>>) -> Vec<Table> {
    let numbers = (1..).map(TableNumber);
    let tables = numbers.zip(groups).filter(|(_, seats)| !seats.is_empty());
    tables.map(|(number, seats)| Table { number, seats }).collect()
}

/// The tables of all rounds of a kind of seating in this meeting.
fn held(state: &State, seating: Seating) -> Vec<Vec<SeatId>> {
    let rounds = state.seatings.iter().filter(|seated| seated.seating == seating);
    rounds.flat_map(|seated| &seated.tables).map(|table| table.seats.clone()).collect()
}

pub(crate) fn all_held(state: &State) -> Vec<Vec<SeatId>> {
    let tables = state.seatings.iter().flat_map(|seated| &seated.tables);
    tables.map(|table| table.seats.clone()).collect()
}

/// Pairs for a round, turned so that nobody meets twice before all have met. The meeting's start
/// is the seed of all its rounds: each round is a turn of the same circle.
fn pairs(
    state: &State,
    present: &[SeatId],
    seating: Seating,
    given: &Given<'_>,
) -> Vec<Vec<SeatId>> {
    let mut met = Met::default();
    let rounds = state.seatings.iter().filter(|seated| seated.seating == seating);
    let mut round = 0;
    for seated in rounds {
        let tables: Vec<Vec<SeatId>> =
            seated.tables.iter().map(|table| table.seats.clone()).collect();
        met.held(&tables);
        round += 1;
    }
    let start = state.running().map_or(given.now, |running| running.started_at);
    seating::draw::pairs(present, round, &met, start.0.unsigned_abs())
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
pub fn draw_roles(state: &State, table: &Table, rng: &mut Rng) -> Vec<(SeatId, Role)> {
    let mut seats = table.seats.clone();
    rng.shuffle(&mut seats);
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

/// Returns the table that a late-comer joins: the planned one while it is in use, or else one of
/// the smallest, by what is known of the people.
#[must_use]
pub fn table_for_late(
    state: &State,
    seated: &Seated,
    seat: SeatId,
    given: &Given<'_>,
) -> Option<TableNumber> {
    let in_use: Vec<&Table> = seated.tables.iter().filter(|it| !it.seats.is_empty()).collect();
    let planned = planned_table(state, seated, seat, given);
    if let Some(table) = in_use.iter().find(|it| Some(it.number) == planned) {
        return Some(table.number);
    }
    let tables: Vec<Vec<SeatId>> = in_use.iter().map(|table| table.seats.clone()).collect();
    let today = earlier_today(state);
    let place = now(seated, &today, given).table_for_late(&tables, seat);
    place.map(|place| in_use[place].number).or(seated.tables.first().map(|table| table.number))
}

/// What is weighed when tables that stand are changed.
fn now<'a>(seated: &Seated, today: &'a [Vec<SeatId>], given: &Given<'a>) -> Draw<'a, SeatId> {
    Draw { seating: seated.seating, company: &given.known.company, today, seed: given.chance }
}

/// Who has sat together in this meeting; nothing while its first tables stand.
fn earlier_today(state: &State) -> Vec<Vec<SeatId>> {
    if state.seatings.len() > 1 { all_held(state) } else { vec![] }
}

/// The table that was planned for somebody in the round that stands.
fn planned_table(
    state: &State,
    seated: &Seated,
    seat: SeatId,
    given: &Given<'_>,
) -> Option<TableNumber> {
    if seated.seating.kind().planned != Planned::LateToo {
        return None;
    }
    let round = of_item(state, seated.seating, seated.item).count().saturating_sub(1);
    let planned = planned_for(given.known, seated.seating, seated.item, round)?;
    let place = planned.iter().position(|table| table.contains(&seat))?;
    u32::try_from(place + 1).ok().map(TableNumber)
}

/// Tells whether a table has too few left when someone leaves it.
#[must_use]
pub fn needs_mending(seated: &Seated, left_by: SeatId) -> bool {
    let fewest = seated.seating.kind().fewest;
    seated.table_of(left_by).is_some_and(|table| table.seats.len() <= fewest)
}

/// Returns the moves that mend tables after someone left.
#[must_use]
pub fn mend(
    state: &State,
    seated: &Seated,
    left_by: SeatId,
    given: &Given<'_>,
) -> Vec<(SeatId, TableNumber)> {
    if !needs_mending(seated, left_by) {
        return vec![];
    }
    let in_use: Vec<&Table> = seated.tables.iter().filter(|it| !it.seats.is_empty()).collect();
    let tables: Vec<Vec<SeatId>> = in_use.iter().map(|table| table.seats.clone()).collect();
    let hosts: Vec<(SeatId, usize)> = (in_use.iter().enumerate())
        .filter_map(|(place, table)| Some((seated.holder(table, Role::CafeHost)?, place)))
        .filter(|(host, _)| *host != left_by)
        .collect();
    let today = earlier_today(state);
    let moves = now(seated, &today, given).moves_after(left_by, &tables, &hosts);
    moves.into_iter().map(|(seat, place)| (seat, in_use[place].number)).collect()
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
    use kernel::time::Moment;

    use super::*;
    use crate::company::{Company, Known, pair};

    fn given(known: &Known) -> Given<'_> {
        Given { now: Moment(1_000), chance: 7, leader_is_away: false, known }
    }

    fn room(people: u32) -> State {
        let mut state = State::default();
        for number in 1..=people {
            let seat = crate::state::Seat {
                name: number.to_string(),
                present: true,
                without_device: false,
                is_out: false,
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
                let tables = set(&state, Seating::Pairs, ItemNo(0), &given(&Known::default()));
                for table in &tables {
                    assert_eq!(table.seats.len(), 2);
                    assert!(
                        met.insert(pair(table.seats[0], table.seats[1])),
                        "{people} people met again in round {round}"
                    );
                }
                state.seatings.push(Seated {
                    seating: Seating::Pairs,
                    item: ItemNo(0),
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
            for _ in 0..4 {
                let tables = set(&state, Seating::Pairs, ItemNo(0), &given(&Known::default()));
                let sitting: usize = tables.iter().map(|table| table.seats.len()).sum();
                assert_eq!(u32::try_from(sitting).unwrap(), people);
                assert_eq!(tables.iter().filter(|table| table.seats.len() == 3).count(), 1);
                state.seatings.push(Seated {
                    seating: Seating::Pairs,
                    item: ItemNo(0),
                    tables,
                    roles: BTreeSet::new(),
                });
            }
        }
    }

    #[test]
    fn planned_rounds_come_in_order_and_a_draw_after_them() {
        let mut state = room(4);
        let pairs = |one: [u32; 2], other: [u32; 2]| {
            vec![one.map(SeatId).to_vec(), other.map(SeatId).to_vec()]
        };
        let rounds = vec![pairs([1, 2], [3, 4]), pairs([1, 3], [2, 4])];
        let known = Known { rotations: [(ItemNo(5), rounds.clone())].into(), ..Known::default() };
        for round in rounds {
            let tables = set(&state, Seating::Pairs, ItemNo(5), &given(&known));
            let seats: Vec<Vec<SeatId>> = tables.iter().map(|table| table.seats.clone()).collect();
            assert_eq!(seats, round);
            state.seatings.push(Seated {
                seating: Seating::Pairs,
                item: ItemNo(5),
                tables,
                roles: BTreeSet::new(),
            });
        }
        assert_eq!(set(&state, Seating::Pairs, ItemNo(5), &given(&known)).len(), 2);
    }

    #[test]
    fn a_late_comer_who_was_planned_for_finds_the_planned_table() {
        let mut state = room(9);
        let table = |seats: std::ops::RangeInclusive<u32>| seats.map(SeatId).collect::<Vec<_>>();
        let known = Known { groups: vec![table(1..=4), table(5..=9)], ..Known::default() };
        state.seats.remove(&SeatId(9));
        let tables = set(&state, Seating::Groups, ItemNo(0), &given(&known));
        let seated =
            Seated { seating: Seating::Groups, item: ItemNo(0), tables, roles: BTreeSet::new() };
        let found = table_for_late(&state, &seated, SeatId(9), &given(&known));
        assert_eq!(found, Some(TableNumber(2)));
    }

    #[test]
    fn one_moves_when_a_table_of_three_loses_one() {
        let state = room(11);
        let table = |number: u32, seats: std::ops::RangeInclusive<u32>| Table {
            number: TableNumber(number),
            seats: seats.map(SeatId).collect(),
        };
        let tables = vec![table(1, 1..=4), table(3, 5..=8), table(4, 9..=11)];
        let seated =
            Seated { seating: Seating::Groups, item: ItemNo(0), tables, roles: BTreeSet::new() };
        let apart = (1..=4).map(|seat| [SeatId(seat), SeatId(9)]).collect();
        let company = Company { apart, ..Company::default() };
        let known = Known { company, ..Known::default() };
        let moves = mend(&state, &seated, SeatId(10), &given(&known));
        assert_eq!(moves.len(), 1, "{moves:?}");
        assert!((5..=8).contains(&moves[0].0.0) && moves[0].1 == TableNumber(4), "{moves:?}");
        assert_eq!(mend(&state, &seated, SeatId(1), &given(&known)), vec![]);
    }

    #[test]
    fn those_left_join_others_when_there_are_too_few_for_all_tables() {
        let state = room(9);
        let table = |number: u32, seats: std::ops::RangeInclusive<u32>| Table {
            number: TableNumber(number),
            seats: seats.map(SeatId).collect(),
        };
        let tables = vec![table(1, 1..=3), table(2, 4..=6), table(3, 7..=9)];
        let seated =
            Seated { seating: Seating::Groups, item: ItemNo(0), tables, roles: BTreeSet::new() };
        let moves = mend(&state, &seated, SeatId(8), &given(&Known::default()));
        let who: BTreeSet<u32> = moves.iter().map(|(seat, _)| seat.0).collect();
        assert_eq!(who, BTreeSet::from([7, 9]), "{moves:?}");
    }

    #[test]
    fn a_table_of_three_lets_the_chair_keep_time() {
        let state = room(3);
        let table = Table { number: TableNumber(1), seats: state.present() };
        let roles = draw_roles(&state, &table, &mut Rng::new(7));
        let chair = roles.iter().find(|(_, role)| *role == Role::Chair).unwrap().0;
        assert!(roles.contains(&(chair, Role::Timekeeper)));
        assert_eq!(roles.len(), 4);
    }
}
