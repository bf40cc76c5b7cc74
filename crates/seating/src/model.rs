//! A problem made ready for search: who may sit where in each round, in dense tables.

use crate::problem::{Flaw, HISTORY_MAX, Problem};
use crate::score::set_of;
use crate::width::{cost, heads, id};

/// Largest repeat weight times rounds.
const REPEATS_MAX: i64 = 30_000;

/// No table, no category, no person.
pub const NONE: u16 = u16::MAX;

/// One attribute category that a person belongs to, by attribute; `NONE` when unknown.
pub type Category = u16;

/// The problem as the search sees it. Tables over rounds and people are indexed `[r * n + p]`,
/// over rounds and groups `[r * groups + g]`.
pub struct Model<'p> {
    pub problem: &'p Problem,
    pub n: usize,
    pub rounds: usize,
    pub groups: usize,
    /// The most seats at any table.
    pub seats: usize,
    pub least: Vec<u8>,
    pub most: Vec<u8>,
    pub present: Vec<bool>,
    /// `[person]`: others met before and the tenths of a meeting, by other.
    pub history: Vec<Vec<(u16, i64)>>,
    /// `[person]`: people who may not share a table with them.
    pub apart: Vec<Vec<u16>>,
    /// Sets that sit together, merged where they overlap.
    pub cliques: Vec<Vec<u16>>,
    /// `[person]`: the merged set, if any.
    pub clique: Vec<u16>,
    /// `[person]`: the last listed set, which decides whose meetings are not counted.
    pub set: Vec<Option<usize>>,
    /// `[r * n + p]`: the table that the person or someone of their set hosts.
    pub host: Vec<u16>,
    /// `[r * n + p]`: the table in the anchor.
    pub anchor: Vec<u16>,
    pub move_cost: i32,
    pub frozen: usize,
    /// `[p * attributes + a]`, numbered over all attributes.
    pub category: Vec<Category>,
    pub attributes: usize,
    pub categories: usize,
    /// `[category]`: weight of its attribute.
    pub category_weight: Vec<i32>,
    /// `[(r * categories + k) * (seats + 1) + size]`: share rounded down and up.
    pub share: Vec<[u8; 2]>,
    /// `[group]`: its room.
    pub room: Vec<u16>,
}

impl<'p> Model<'p> {
    pub fn new(problem: &'p Problem) -> Result<Model<'p>, Flaw> {
        problem.check()?;
        let (n, rounds, groups) = (problem.n, problem.rounds, problem.groups.len());
        // History, repeats and the mark for pairs kept apart share 16 bits in the search.
        if problem.repeat_weight * (cost(rounds) + 2) > REPEATS_MAX {
            return Err(Flaw {
                field: "repeat_weight",
                what: format!("times rounds is above {REPEATS_MAX}"),
            });
        }
        let present: Vec<bool> = (0..rounds).flat_map(|round| problem.present(round)).collect();
        let bounds: Vec<[usize; 2]> = (0..rounds)
            .flat_map(|round| (0..groups).map(move |group| problem.bounds(round, group)))
            .collect();
        let (cliques, clique) = cliques(problem);
        let anchor = problem.anchor.as_ref();
        let mut model = Model {
            problem,
            n,
            rounds,
            groups,
            seats: problem.groups.iter().map(|[_, most]| *most).max().unwrap_or(0),
            least: bounds.iter().map(|[least, _]| heads(*least)).collect(),
            most: bounds.iter().map(|[_, most]| heads(*most)).collect(),
            present,
            history: history(problem)?,
            apart: apart(problem),
            set: set_of(problem),
            host: hosts(problem, &cliques),
            cliques,
            clique,
            anchor: anchored(problem),
            move_cost: anchor.map_or(0, |anchor| i32::try_from(anchor.move_cost).unwrap_or(0)),
            frozen: anchor.map_or(0, |anchor| anchor.frozen_rounds.min(rounds)),
            category: Vec::new(),
            attributes: problem.attributes.len(),
            categories: 0,
            category_weight: Vec::new(),
            share: Vec::new(),
            room: rooms(problem),
        };
        model.number_categories();
        model.fill_shares();
        Ok(model)
    }

    /// Whether the two are asked to sit together, so that their meetings cost nothing.
    pub fn linked(&self, one: usize, other: usize) -> bool {
        self.set[one].is_some() && self.set[one] == self.set[other]
    }

    pub fn here(&self, round: usize, person: usize) -> bool {
        self.present[round * self.n + person]
    }

    pub fn heads(&self, round: usize) -> usize {
        self.present[round * self.n..(round + 1) * self.n].iter().filter(|here| **here).count()
    }

    pub fn least(&self, round: usize, group: usize) -> usize {
        usize::from(self.least[round * self.groups + group])
    }

    pub fn most(&self, round: usize, group: usize) -> usize {
        usize::from(self.most[round * self.groups + group])
    }

    /// The members of `clique` present in `round`.
    pub fn party(&self, round: usize, clique: usize) -> Vec<u16> {
        self.cliques[clique]
            .iter()
            .copied()
            .filter(|person| self.here(round, usize::from(*person)))
            .collect()
    }

    /// Seats per room, rooms after the listed ones being tables on their own.
    pub fn room_seats(&self, room: usize) -> usize {
        self.problem.rooms.get(room).map_or(usize::MAX, |room| room.seats)
    }

    fn number_categories(&mut self) {
        let mut categories = vec![NONE; self.n * self.attributes];
        for (index, attribute) in self.problem.attributes.iter().enumerate() {
            let first = self.categories;
            for (person, value) in attribute.values.iter().enumerate() {
                if let Ok(value) = usize::try_from(*value) {
                    categories[person * self.attributes + index] = id(first + value);
                    self.categories = self.categories.max(first + value + 1);
                }
            }
            self.category_weight
                .resize(self.categories, i32::try_from(attribute.weight).unwrap_or(0));
        }
        self.category = categories;
    }

    fn fill_shares(&mut self) {
        for round in 0..self.rounds {
            let all = self.heads(round);
            let mut heads_of = vec![0; self.categories];
            for person in (0..self.n).filter(|person| self.here(round, *person)) {
                for &category in
                    &self.category[person * self.attributes..(person + 1) * self.attributes]
                {
                    if category != NONE {
                        heads_of[usize::from(category)] += 1;
                    }
                }
            }
            for heads_here in heads_of {
                for size in 0..=self.seats {
                    let [least, most] = crate::score::share(size, heads_here, all);
                    self.share.push([heads(least), heads(most)]);
                }
            }
        }
    }

    /// What `count` people of `category` cost at a table of `size`.
    #[inline]
    pub fn unbalance(&self, round: usize, category: usize, size: usize, count: u8) -> i32 {
        let [least, most] =
            self.share[(round * self.categories + category) * (self.seats + 1) + size];
        self.category_weight[category]
            * i32::from(count.saturating_sub(most) + least.saturating_sub(count))
    }
}

fn history(problem: &Problem) -> Result<Vec<Vec<(u16, i64)>>, Flaw> {
    let mut met: Vec<Vec<(u16, i64)>> = vec![Vec::new(); problem.n];
    for meeting in problem.earlier.iter().filter(|meeting| meeting.weight > 0) {
        for members in &meeting.groups {
            for &one in members {
                met[one].extend(
                    members
                        .iter()
                        .filter(|other| **other != one)
                        .map(|other| (id(*other), meeting.weight)),
                );
            }
        }
    }
    for row in &mut met {
        row.sort_unstable();
        row.dedup_by(|next, first| {
            let same = next.0 == first.0;
            if same {
                first.1 += next.1;
            }
            same
        });
        if row.iter().any(|(_, tenths)| *tenths > HISTORY_MAX) {
            return Err(Flaw {
                field: "earlier",
                what: format!("one pair has met for more than {HISTORY_MAX} tenths"),
            });
        }
    }
    Ok(met)
}

fn apart(problem: &Problem) -> Vec<Vec<u16>> {
    let mut apart = vec![Vec::new(); problem.n];
    for [one, other] in problem.all_apart() {
        apart[one].push(id(other));
        apart[other].push(id(one));
    }
    for row in &mut apart {
        row.sort_unstable();
        row.dedup();
    }
    apart
}

fn cliques(problem: &Problem) -> (Vec<Vec<u16>>, Vec<u16>) {
    let mut leader: Vec<usize> = (0..problem.n).collect();
    for set in &problem.together {
        let Some(&first) = set.first() else { continue };
        for &person in set {
            let (from, to) = (leader[person], leader[first]);
            // Sets are few and small, so a sweep is cheaper to read than a forest.
            for other in leader.iter_mut().filter(|other| **other == from) {
                *other = to;
            }
        }
    }
    let mut cliques = Vec::new();
    let mut clique = vec![NONE; problem.n];
    for set in &problem.together {
        let Some(&first) = set.first() else { continue };
        if clique[first] != NONE {
            continue;
        }
        let members: Vec<u16> =
            (0..problem.n).filter(|person| leader[*person] == leader[first]).map(id).collect();
        if members.len() > 1 {
            for &person in &members {
                clique[usize::from(person)] = id(cliques.len());
            }
            cliques.push(members);
        }
    }
    (cliques, clique)
}

fn hosts(problem: &Problem, cliques: &[Vec<u16>]) -> Vec<u16> {
    let mut host = vec![NONE; problem.rounds * problem.n];
    for round in 0..problem.rounds {
        let present = problem.present(round);
        let row = &mut host[round * problem.n..(round + 1) * problem.n];
        for &[person, group] in &problem.hosts {
            if present[person] && problem.open(round, group) {
                row[person] = id(group);
            }
        }
        for members in cliques {
            let group =
                members.iter().map(|person| row[usize::from(*person)]).find(|group| *group != NONE);
            for &person in members {
                if row[usize::from(person)] == NONE && present[usize::from(person)] {
                    row[usize::from(person)] = group.unwrap_or(NONE);
                }
            }
        }
    }
    host
}

fn anchored(problem: &Problem) -> Vec<u16> {
    let mut table = vec![NONE; problem.rounds * problem.n];
    let plan = problem.anchor.iter().flat_map(|anchor| anchor.groups.iter().enumerate());
    for (round, groups) in plan {
        for (group, members) in groups.iter().enumerate() {
            for &person in members {
                table[round * problem.n + person] = id(group);
            }
        }
    }
    table
}

fn rooms(problem: &Problem) -> Vec<u16> {
    let mut room = vec![NONE; problem.groups.len()];
    for (index, tables) in problem.rooms.iter().enumerate() {
        for &group in &tables.groups {
            room[group] = id(index);
        }
    }
    // A table without a room is a room of its own.
    let single = room.iter_mut().filter(|room| **room == NONE);
    for (own, next) in single.zip(problem.rooms.len()..) {
        *own = id(next);
    }
    room
}

/// The most even sizes that the bounds and rooms allow for `people`, `[group]`; `None` when the
/// bounds alone cannot hold them.
pub fn even_sizes(model: &Model, round: usize, people: usize) -> Option<Vec<usize>> {
    let mut sizes: Vec<usize> = (0..model.groups).map(|group| model.least(round, group)).collect();
    let rooms = model.room.iter().map(|room| usize::from(*room) + 1).max().unwrap_or(0);
    let mut used = vec![0; rooms];
    for (group, size) in sizes.iter().enumerate() {
        used[usize::from(model.room[group])] += size;
    }
    if (0..rooms).any(|room| used[room] > model.room_seats(room)) {
        return None;
    }
    let mut left = people.checked_sub(sizes.iter().sum())?;
    let mut level = 0;
    while left > 0 {
        if level >= model.seats {
            return None;
        }
        for (group, size) in sizes.iter_mut().enumerate() {
            let room = usize::from(model.room[group]);
            let open = *size == level
                && level < model.most(round, group)
                && used[room] < model.room_seats(room);
            if open && left > 0 {
                *size += 1;
                used[room] += 1;
                left -= 1;
            }
        }
        level += 1;
    }
    Some(sizes)
}

/// Pairs that sit together when tables have `sizes`.
pub fn pairs(sizes: &[usize]) -> i64 {
    sizes.iter().map(|size| cost(size * size.saturating_sub(1) / 2)).sum()
}
