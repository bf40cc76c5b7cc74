//! A dialogue café: tables with a host who stays, guests who go on, and a text that belongs to the
//! table through all rounds.
//!
//! **Invariant `text-stays-at-the-table`:** what a café table writes in a round stands in the field
//! of the first round that was opened, under the table's number. Whoever comes to the number next
//! sees it and continues it.

use kernel::ids::{ItemNo, Place, SeatId, SeatingNo, TableNumber};
use kernel::role::Role;
use kernel::seating::{Seating, TextsOf};
use kernel::step::{Round, Step};

use crate::drawing::cafe::{Cafe, hosts, next_round, tables_for, with_hosts_first};
use crate::drawing::{Draw, sizes};
use crate::event::Table;
use crate::given::Given;
use crate::state::{Seated, State};
use crate::tables::{all_held, numbered, planned};
use crate::written::Owner;

/// Tells whether what a table writes belongs to the number on its sign, through all rounds.
#[must_use]
pub fn keeps_texts(seating: Seating) -> bool {
    seating.kind().texts == TextsOf::TheNumber
}

/// Returns the tables of an item's café rounds so far, in order, with their numbers in the log of
/// seatings.
#[must_use]
pub fn rounds(
    state: &State,
    item: ItemNo,
) -> impl DoubleEndedIterator<Item = (SeatingNo, &Seated)> {
    let is_round = move |seated: &Seated| seated.item == item && keeps_texts(seated.seating);
    state.numbered_seatings().filter(move |(_, seated)| is_round(seated))
}

/// Returns whose a table's text at a place is for a seat, and the place it stands at.
#[must_use]
pub fn owner(state: &State, place: Place, seat: SeatId) -> Option<(Owner, Place)> {
    let (seating, table) = state.table_at(place, seat)?;
    let home = home(state, place);
    let of_home = state.seating_at(home).unwrap_or(seating);
    Some((Owner::Table(of_home, table.number), home))
}

/// The place that texts of a café round stand at: that of the same step in the first round.
fn home(state: &State, place: Place) -> Place {
    let is_round = |step: &Step| keeps_texts(step.seating) && step.round.is_some();
    let Some(step) = state.step(place).filter(|step| is_round(step)) else { return place };
    let Some(progress) = state.item(place.item) else { return place };
    let steps = progress.steps.iter().enumerate();
    let same = steps.filter(|(_, it)| is_round(it) && it.name == step.name);
    let opened = same.filter_map(|(number, _)| {
        let place = Place { step: number, ..place };
        Some((state.seating_at(place)?, place))
    });
    opened.min().map_or(place, |(_, first)| first)
}

/// Returns those who sit or have sat at a number in a café's tables, from a seating on: whoever
/// comes to the number comes to what has been written there.
pub fn all_at(
    state: &State,
    seating: SeatingNo,
    number: TableNumber,
) -> impl Iterator<Item = SeatId> {
    let item = state.seating(seating).map(|first| first.item);
    let since = item.into_iter().flat_map(|item| rounds(state, item));
    let tables = since.filter(move |(round, _)| *round >= seating);
    let tables = tables.filter_map(move |(_, round)| round.table(number));
    tables.flat_map(|table| table.seats.iter().copied())
}

/// Tells whether a seat sits at a number in the last café round it has taken part in.
#[must_use]
pub fn sits_at(state: &State, seat: SeatId, item: ItemNo, number: TableNumber) -> bool {
    let mut rounds = rounds(state, item).rev();
    let last = rounds.find_map(|(_, round)| round.table_of(seat));
    last.is_some_and(|table| table.number == number)
}

/// Sets the tables of a round, with the host of each: as planned before the meeting where that was
/// done, and otherwise drawn together with the rounds that are still to come.
#[must_use]
pub fn set(
    state: &State,
    seating: Seating,
    item: ItemNo,
    round: Option<Round>,
    given: &Given<'_>,
) -> (Vec<Table>, Vec<(SeatId, Role)>) {
    let standing = rounds(state, item).next_back().map(|(_, seated)| seated);
    let known = match standing {
        Some(seated) => hosts_that_stay(state, seated, given),
        None => planned_hosts(state, item, given),
    };
    let tables = match planned(state, seating, item, given) {
        Some(planned) => as_planned(state, seating, planned, &known, given),
        None => drawn(state, seating, (item, round), &known, given),
    };
    let host = |table: &Table| {
        let is_host = |seat: &SeatId| {
            known.iter().any(|(host, place)| host == seat && number(*place) == table.number)
        };
        let stays = table.seats.iter().copied().find(is_host);
        stays.or_else(|| new_hosts(state, &table.seats, 1, given).first().copied())
    };
    let hosts: Vec<SeatId> = tables.iter().filter_map(host).collect();
    let roles = hosts.iter().map(|host| (*host, Role::CafeHost)).collect();
    let seats = tables.iter().map(|table| table.seats.clone()).collect();
    let seats = with_hosts_first(seats, &hosts);
    let tables = tables.into_iter().zip(seats);
    (tables.map(|(table, seats)| Table { seats, ..table }).collect(), roles)
}

/// Returns a new host for each café table in use that has none.
#[must_use]
pub fn missing_hosts(state: &State, seated: &Seated, given: &Given<'_>) -> Vec<SeatId> {
    let has_hosts = seated.seating.kind().roles.contains(&Role::CafeHost);
    let tables = seated.tables.iter().filter(|_| has_hosts);
    let without = tables.filter(|table| seated.holder(table, Role::CafeHost).is_none());
    without.flat_map(|table| new_hosts(state, &table.seats, 1, given)).collect()
}

fn number(place: usize) -> TableNumber {
    TableNumber(u32::try_from(place + 1).unwrap_or(u32::MAX))
}

fn is_here(state: &State, seat: SeatId) -> bool {
    state.seats.get(&seat).is_some_and(|seat| seat.present)
}

/// The host of each table by its place; where the host has gone, one of those who sat there.
fn hosts_that_stay(state: &State, seated: &Seated, given: &Given<'_>) -> Vec<(SeatId, usize)> {
    let host = |table: &Table| {
        let here = table.seats.iter().copied().filter(|seat| is_here(state, *seat));
        let here: Vec<SeatId> = here.collect();
        let stays = seated.holder(table, Role::CafeHost).filter(|host| here.contains(host));
        let host = stays.or_else(|| new_hosts(state, &here, 1, given).first().copied())?;
        Some((host, usize::try_from(table.number.0.checked_sub(1)?).ok()?))
    };
    seated.tables.iter().filter_map(host).collect()
}

fn planned_hosts(state: &State, item: ItemNo, given: &Given<'_>) -> Vec<(SeatId, usize)> {
    let planned = given.known.hosts.get(&item).into_iter().flatten().copied().enumerate();
    let hosts = planned.map(|(place, host)| (host, place));
    hosts.filter(|(host, _)| is_here(state, *host)).collect()
}

/// Chooses new hosts: those who have had fewest roles in this meeting.
fn new_hosts(state: &State, seats: &[SeatId], count: usize, given: &Given<'_>) -> Vec<SeatId> {
    let had = |seat: SeatId| {
        let roles = state.seatings.iter().flat_map(|seated| seated.roles.iter());
        roles.filter(|(who, _)| *who == seat).count()
    };
    hosts(seats, count, &given.known.company, had, given.chance.rotate_left(17))
}

fn as_planned(
    state: &State,
    seating: Seating,
    planned: &[Vec<SeatId>],
    hosts: &[(SeatId, usize)],
    given: &Given<'_>,
) -> Vec<Table> {
    let mut planned = planned.to_vec();
    let last = hosts.iter().map(|(_, place)| *place + 1).max().unwrap_or_default();
    while planned.len() < last {
        planned.push(vec![]);
    }
    // Whoever has become host since the plan was made stays with the table.
    for (host, place) in hosts {
        if !planned[*place].contains(host) {
            for table in &mut planned {
                table.retain(|seat| seat != host);
            }
            planned[*place].push(*host);
        }
    }
    let company = &given.known.company;
    let draw = Draw { seating, company, today: &[], seed: given.chance };
    numbered(draw.fit(&planned, &state.present(), hosts))
}

fn drawn(
    state: &State,
    seating: Seating,
    (item, round): (ItemNo, Option<Round>),
    known: &[(SeatId, usize)],
    given: &Given<'_>,
) -> Vec<Table> {
    let present = state.present();
    let mut places: Vec<(usize, SeatId)> = known.iter().map(|(host, at)| (*at, *host)).collect();
    places.sort_unstable();
    let count = if places.is_empty() {
        sizes(seating, present.len()).len()
    } else {
        tables_for(seating, present.len(), places.len())
    };
    places.truncate(count);
    let is_host = |seat: &SeatId| places.iter().any(|(_, host)| host == seat);
    let others: Vec<SeatId> = present.iter().copied().filter(|seat| !is_host(seat)).collect();
    let more = new_hosts(state, &others, count - places.len(), given);
    let first = places.last().map_or(0, |(place, _)| place + 1);
    places.extend((first..).zip(more));
    let hosts: Vec<SeatId> = places.iter().map(|(_, host)| *host).collect();
    let been = been(state, item, &places);
    let cafe = Cafe {
        hosts: &hosts,
        rounds: round.map_or(1, |it| usize::from(it.of.saturating_sub(it.number)) + 1),
        been: &been,
        company: &given.known.company,
        today: &all_held(state),
        seed: given.chance,
    };
    let tables = places.iter().zip(next_round(&present, &cafe));
    let tables = tables.map(|((place, _), seats)| Table { number: number(*place), seats });
    tables.filter(|table| !table.seats.is_empty()).collect()
}

/// Each guest with the present host of every table it has been at.
fn been(state: &State, item: ItemNo, hosts: &[(usize, SeatId)]) -> Vec<[SeatId; 2]> {
    let mut been = vec![];
    for table in rounds(state, item).flat_map(|(_, round)| &round.tables) {
        let host = hosts.iter().find(|(place, _)| number(*place) == table.number);
        let Some((_, host)) = host else { continue };
        been.extend(table.seats.iter().filter(|seat| *seat != host).map(|seat| [*seat, *host]));
    }
    been
}

#[cfg(test)]
mod tests;
