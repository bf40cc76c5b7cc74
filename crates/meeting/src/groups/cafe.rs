//! The rounds of a café before a meeting, and the host of each table.

use kernel::step::Seating;

use super::Conflict;
use crate::company::Company;
use crate::drawing::cafe::{at_tables, hosts, with_hosts_first};
use crate::drawing::{fit_around, sizes};

/// Other hosts are tried when the rules cannot be kept around the first ones.
const TRIES_MAX: u64 = 5;

/// Rounds, tables, people.
type Rounds = Vec<Vec<Vec<u32>>>;

/// Chooses hosts and lets `draw` find the rounds around them.
///
/// # Errors
///
/// The rules that cannot all be kept around the hosts that were tried last.
pub(super) fn drawn(
    seed: u64,
    numbers: &[u32],
    company: &Company<u32>,
    mut draw: impl FnMut(&[u32]) -> Result<Rounds, Conflict>,
) -> Result<(Vec<u32>, Rounds), Conflict> {
    let count = sizes(Seating::Cafe, numbers.len()).len();
    let mut tried = 0;
    loop {
        let hosts = hosts(numbers, count, company, |_| 0, seed.rotate_left(17) ^ tried);
        match draw(&hosts) {
            Ok(rounds) => {
                let rounds = rounds.into_iter().map(|round| with_hosts_first(round, &hosts));
                return Ok((hosts.clone(), rounds.collect()));
            }
            Err(conflict) if tried >= TRIES_MAX => return Err(conflict),
            Err(_) => tried += 1,
        }
    }
}

/// Returns the rounds for a list that has changed, and the hosts: one who is gone is followed by
/// somebody who began at the table.
pub(super) fn fitted(
    planned: &[u32],
    rounds: &[Vec<Vec<u32>>],
    numbers: &[u32],
    company: &Company<u32>,
    seed: u64,
) -> (Vec<u32>, Rounds) {
    let mut stay: Vec<u32> = vec![];
    for (place, host) in planned.iter().enumerate() {
        if numbers.contains(host) {
            stay.push(*host);
            continue;
        }
        let table = rounds.first().and_then(|tables| tables.get(place)).into_iter().flatten();
        let is_free =
            |it: &u32| numbers.contains(it) && !planned.contains(it) && !stay.contains(it);
        let left: Vec<u32> = table.copied().filter(is_free).collect();
        let others = || numbers.iter().copied().filter(is_free).collect::<Vec<u32>>();
        let next = hosts(&left, 1, company, |_| 0, seed);
        let next = if next.is_empty() { hosts(&others(), 1, company, |_| 0, seed) } else { next };
        stay.extend(next);
    }
    let around = at_tables(&stay);
    let fit = |tables: &Vec<Vec<u32>>| {
        let tables = fit_around(tables, numbers, Seating::Cafe, company, &around, seed);
        with_hosts_first(tables, &stay)
    };
    let rounds: Rounds = rounds.iter().map(fit).collect();
    (stay, rounds)
}
