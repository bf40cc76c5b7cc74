//! The rounds of a café before a meeting, and the host of each table.

use kernel::seating::Seating;

use super::Conflict;
use crate::company::Company;
use crate::drawing::cafe::{Cafe, at_tables, hosts, next_round, with_hosts_first};
use crate::drawing::{Draw, sizes};

/// Other hosts are tried when the rules cannot be kept around the first ones.
const TRIES_MAX: u64 = 5;

/// Rounds, tables, people.
type Rounds = Vec<Vec<Vec<u32>>>;

/// Chooses hosts, lets `draw` find rounds that keep the rules around them, and from the first of
/// those draws each next one after what has been held. `earlier` are tables that count as such.
///
/// # Errors
///
/// The rules that cannot all be kept around the hosts that were tried last.
pub(super) fn drawn(
    seating: Seating,
    seed: u64,
    numbers: &[u32],
    company: &Company<u32>,
    earlier: &[Vec<u32>],
    mut draw: impl FnMut(&[u32]) -> Result<Rounds, Conflict>,
) -> Result<(Vec<u32>, Rounds), Conflict> {
    let count = sizes(seating, numbers.len()).len();
    let mut tried = 0;
    loop {
        let hosts = hosts(numbers, count, company, |_| 0, seed.rotate_left(17) ^ tried);
        match draw(&hosts) {
            Ok(rounds) => {
                let next = Next { numbers, hosts: &hosts, company, earlier, seed };
                let rounds = next.after_each_other(rounds);
                return Ok((hosts, rounds));
            }
            Err(conflict) if tried >= TRIES_MAX => return Err(conflict),
            Err(_) => tried += 1,
        }
    }
}

struct Next<'a> {
    numbers: &'a [u32],
    hosts: &'a [u32],
    company: &'a Company<u32>,
    earlier: &'a [Vec<u32>],
    seed: u64,
}

impl Next<'_> {
    /// One problem of all rounds cannot tell a guest who comes back to a table from two guests who
    /// meet again. Round by round the first can be made to weigh more.
    fn after_each_other(&self, rounds: Rounds) -> Rounds {
        let count = rounds.len();
        let first = rounds.into_iter().next().map(|it| with_hosts_first(it, self.hosts));
        let mut held: Rounds = first.into_iter().collect();
        while held.len() < count {
            let been = self.been(&held);
            let today = [self.earlier, &held.concat()].concat();
            let next = next_round(
                self.numbers,
                &Cafe {
                    hosts: self.hosts,
                    rounds: count - held.len(),
                    been: &been,
                    company: self.company,
                    today: &today,
                    seed: self.seed.wrapping_add(u64::try_from(held.len()).unwrap_or_default()),
                },
            );
            held.push(next);
        }
        held
    }

    /// Each guest with the host of every table it has been at.
    fn been(&self, held: &Rounds) -> Vec<[u32; 2]> {
        let tables = held.iter().flat_map(|round| self.hosts.iter().zip(round));
        let guests = tables.flat_map(|(host, table)| table.iter().map(|it| [*it, *host]));
        guests.filter(|[guest, host]| guest != host).collect()
    }
}

/// Returns the rounds for a list that has changed, and the hosts: one who is gone is followed by
/// somebody who began at the table.
pub(super) fn fitted(
    planned: &[u32],
    rounds: &[Vec<Vec<u32>>],
    numbers: &[u32],
    draw: &Draw<'_, u32>,
) -> (Vec<u32>, Rounds) {
    let Draw { company, seed, .. } = *draw;
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
    let fit = |tables: &Vec<Vec<u32>>| with_hosts_first(draw.fit(tables, numbers, &around), &stay);
    let rounds: Rounds = rounds.iter().map(fit).collect();
    (stay, rounds)
}
