//! The exact search: places sets and people with rules, one after another, and asks whether the
//! rest fits.

use std::collections::BTreeMap;

use super::Rule;
use crate::problem::Problem;
use crate::rng::Rng;
use crate::width::id;

/// Most steps of one search before it gives up without an answer.
const STEPS_MAX: usize = 60_000;

/// People who move as one.
#[derive(Clone, Default)]
struct Unit {
    people: Vec<usize>,
    host: Option<usize>,
    apart: Vec<usize>,
    table: Option<usize>,
}

pub(super) struct Search {
    units: Vec<Unit>,
    bounds: Vec<[usize; 2]>,
    used: Vec<usize>,
    room: Vec<usize>,
    room_left: Vec<usize>,
    order_of_tables: Vec<usize>,
    /// People whom no rule names.
    others: usize,
    steps: usize,
}

impl Search {
    /// `None` when a look at single sets already shows a clash.
    pub(super) fn new(problem: &Problem, round: usize, rules: &[Rule]) -> Option<Search> {
        let present = problem.present(round);
        let tables = problem.groups.len();
        let mut room = vec![problem.rooms.len(); tables];
        let mut room_left = vec![usize::MAX; problem.rooms.len() + 1];
        for rule in rules {
            if let Rule::Room(index) = rule {
                room_left[*index] = problem.rooms[*index].seats;
                for &group in &problem.rooms[*index].groups {
                    room[group] = *index;
                }
            }
        }
        let units = units(problem, round, rules, &present)?;
        let named: usize = units.iter().map(|unit| unit.people.len()).sum();
        let mut search = Search {
            units,
            bounds: (0..tables).map(|group| problem.bounds(round, group)).collect(),
            used: vec![0; tables],
            room,
            room_left,
            order_of_tables: (0..tables).collect(),
            others: present.iter().filter(|here| **here).count() - named,
            steps: 0,
        };
        // Hosts first, then whoever has most enemies and most company: hardest to place.
        search.reorder();
        Some(search)
    }

    /// Tries tables in another order.
    pub(super) fn shuffle(&mut self, rng: &mut Rng) {
        rng.shuffle(&mut self.order_of_tables);
    }

    fn reorder(&mut self) {
        let mut order: Vec<usize> = (0..self.units.len()).collect();
        order.sort_by_key(|&index| {
            let unit = &self.units[index];
            (unit.host.is_none(), std::cmp::Reverse(unit.apart.len() + 2 * unit.people.len()))
        });
        let mut place_of = vec![0; order.len()];
        for (place, &index) in order.iter().enumerate() {
            place_of[index] = place;
        }
        let mut units: Vec<Unit> = order.iter().map(|&index| self.units[index].clone()).collect();
        for unit in &mut units {
            for other in &mut unit.apart {
                *other = place_of[*other];
            }
        }
        self.units = units;
    }

    /// Places units from `next` on; `None` when the steps run out.
    pub(super) fn place(&mut self, next: usize) -> Option<bool> {
        self.steps += 1;
        if self.steps > STEPS_MAX {
            return None;
        }
        if !self.rest_may_fit(next) {
            return Some(false);
        }
        if next == self.units.len() {
            return Some(true);
        }
        let heads = self.units[next].people.len();
        let mut tried: Vec<(usize, [usize; 2])> = Vec::new();
        for place in 0..self.order_of_tables.len() {
            let group = self.order_of_tables[place];
            if self.units[next].host.is_some_and(|host| host != group) || !self.fits(next, group) {
                continue;
            }
            // Empty tables with the same bounds in the same room are one choice.
            if self.used[group] == 0 && self.units[next].host.is_none() && !self.hosted(group) {
                let kind = (self.room[group], self.bounds[group]);
                if tried.contains(&kind) {
                    continue;
                }
                tried.push(kind);
            }
            self.put(next, group, heads);
            let answer = self.place(next + 1);
            if answer != Some(false) {
                return answer;
            }
            self.take(next, group, heads);
        }
        Some(false)
    }

    fn hosted(&self, group: usize) -> bool {
        self.units
            .iter()
            .take_while(|unit| unit.host.is_some())
            .any(|unit| unit.host == Some(group))
    }

    fn fits(&self, unit: usize, group: usize) -> bool {
        let heads = self.units[unit].people.len();
        let room = self.room_left[self.room[group]];
        self.used[group] + heads <= self.bounds[group][1]
            && heads <= room
            && self.units[unit].apart.iter().all(|other| self.units[*other].table != Some(group))
    }

    fn put(&mut self, unit: usize, group: usize, heads: usize) {
        self.units[unit].table = Some(group);
        self.used[group] += heads;
        let room = &mut self.room_left[self.room[group]];
        if *room != usize::MAX {
            *room -= heads;
        }
    }

    fn take(&mut self, unit: usize, group: usize, heads: usize) {
        self.units[unit].table = None;
        self.used[group] -= heads;
        let room = &mut self.room_left[self.room[group]];
        if *room != usize::MAX {
            *room += heads;
        }
    }

    /// Necessary conditions for the units from `next` on and the people without rules; with no
    /// unit left they are sufficient.
    fn rest_may_fit(&self, next: usize) -> bool {
        let left: usize =
            self.units[next..].iter().map(|unit| unit.people.len()).sum::<usize>() + self.others;
        let mut missing_in = vec![0; self.room_left.len()];
        let mut free_in = vec![0; self.room_left.len()];
        for (group, [least, most]) in self.bounds.iter().enumerate() {
            missing_in[self.room[group]] += least.saturating_sub(self.used[group]);
            free_in[self.room[group]] += most - self.used[group];
        }
        let missing: usize = missing_in.iter().sum();
        let free: usize =
            free_in.iter().zip(&self.room_left).map(|(free, room)| *free.min(room)).sum();
        if missing > left
            || free < left
            || missing_in.iter().zip(&self.room_left).any(|(missing, room)| missing > room)
        {
            return false;
        }
        // Who could still fill a table that lacks people; dear, so only where it prunes much.
        if next < self.units.len() && (next < 4 || self.units.len() * self.bounds.len() < 20_000) {
            return (0..self.bounds.len()).all(|group| self.can_fill(next, group));
        }
        true
    }

    fn can_fill(&self, next: usize, group: usize) -> bool {
        let missing = self.bounds[group][0].saturating_sub(self.used[group]);
        if missing <= self.others {
            return true;
        }
        let mut found = self.others;
        for unit in &self.units[next..] {
            let may = unit.host.is_none_or(|host| host == group)
                && unit.apart.iter().all(|other| self.units[*other].table != Some(group));
            found += if may { unit.people.len() } else { 0 };
            if found >= missing {
                return true;
            }
        }
        false
    }

    pub(super) fn seated(&self) -> Vec<(u16, usize)> {
        let mut seats = Vec::new();
        for unit in &self.units {
            seats.extend(
                unit.table
                    .iter()
                    .flat_map(|group| unit.people.iter().map(|person| (id(*person), *group))),
            );
        }
        seats
    }
}

/// Sets and single people that a rule names; `None` when a set clashes within itself.
fn units(problem: &Problem, round: usize, rules: &[Rule], present: &[bool]) -> Option<Vec<Unit>> {
    let mut unit_of = vec![None; problem.n];
    let mut units: Vec<Unit> = Vec::new();
    let mut of = |person: usize, units: &mut Vec<Unit>| {
        *unit_of[person].get_or_insert_with(|| {
            units.push(Unit { people: vec![person], ..Unit::default() });
            units.len() - 1
        })
    };
    let mut joined: Vec<usize> = Vec::new();
    let root = |joined: &[usize], mut unit: usize| {
        while joined.get(unit).is_some_and(|to| *to != unit) {
            unit = joined[unit];
        }
        unit
    };
    let mut enemies = Vec::new();
    for rule in rules {
        match *rule {
            Rule::Together(index) => {
                let here: Vec<usize> = problem.together[index]
                    .iter()
                    .copied()
                    .filter(|person| present[*person])
                    .collect();
                for pair in here.windows(2) {
                    let (one, other) = (of(pair[0], &mut units), of(pair[1], &mut units));
                    joined.extend(joined.len()..units.len());
                    let (one, other) = (root(&joined, one), root(&joined, other));
                    joined[other] = one;
                }
            }
            Rule::Apart(index) => enemies.push(problem.apart[index]),
            Rule::Leader(index) => {
                let leader = &problem.leaders[index];
                enemies.extend(leader.staff.iter().map(|person| [leader.leader, *person]));
            }
            Rule::Host(index) => {
                let [person, group] = problem.hosts[index];
                if present[person] && problem.open(round, group) {
                    let unit = of(person, &mut units);
                    if units[unit].host.replace(group).is_some_and(|before| before != group) {
                        return None;
                    }
                }
            }
            Rule::Room(_) => {}
        }
    }
    enemies.retain(|[one, other]| present[*one] && present[*other]);
    let enemies: Vec<[usize; 2]> =
        enemies.iter().map(|[one, other]| [of(*one, &mut units), of(*other, &mut units)]).collect();
    joined.extend(joined.len()..units.len());
    merge(&units, &joined, &enemies, root)
}

fn merge(
    units: &[Unit],
    joined: &[usize],
    enemies: &[[usize; 2]],
    root: impl Fn(&[usize], usize) -> usize,
) -> Option<Vec<Unit>> {
    let mut merged: BTreeMap<usize, Unit> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        let whole = merged.entry(root(joined, index)).or_default();
        whole.people.extend(&unit.people);
        if let Some(host) = unit.host
            && whole.host.replace(host).is_some_and(|before| before != host)
        {
            return None;
        }
    }
    let place: BTreeMap<usize, usize> =
        merged.keys().enumerate().map(|(place, root)| (*root, place)).collect();
    let mut units: Vec<Unit> = merged.into_values().collect();
    for [one, other] in enemies {
        let (one, other) = (place[&root(joined, *one)], place[&root(joined, *other)]);
        if one == other {
            return None;
        }
        units[one].apart.push(other);
        units[other].apart.push(one);
    }
    for unit in &mut units {
        unit.apart.sort_unstable();
        unit.apart.dedup();
    }
    Some(units)
}
