//! Local search: swaps, moves to a free seat, and exchanges of whole sets, accepted by cost and
//! temperature. Half of all proposals start at a table that has something to mend.

use crate::cooling::{Acceptance, Temperatures, temperature};
use crate::model::{Model, NONE};
use crate::problem::Plan;
use crate::rng::Rng;
use crate::state::State;
use crate::state::moves::Exchange;
use crate::width::{delta, id};

/// How far the search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Proposals made, rejected ones included.
    pub steps: u64,
    /// The lowest cost so far; a broken rule counts in the thousands.
    pub best: i64,
}

/// Says which share of the budget is spent: 0 at the beginning, 1 or more to stop. Called every
/// few thousand steps. A caller with a step budget looks at `steps`, one with a clock at the
/// clock; the search cools by what it hears.
pub type Budget<'b> = dyn FnMut(Progress) -> f64 + 'b;

/// A budget of `steps_max` proposals.
pub fn step_budget(steps_max: u64) -> impl FnMut(Progress) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a share needs few digits")]
    move |progress: Progress| progress.steps as f64 / steps_max.max(1) as f64
}

/// Share of the budget for the first cycle, which is enough for easy problems; each next one is
/// twice as long.
const FIRST_CYCLE: f64 = 0.04;
/// The cycle that would end after this share takes all the rest. One long cycle serves hard small
/// problems best; large ones are easy, and a few short cycles prove it sooner.
const LAST_CYCLE_SMALL: f64 = 0.05;
const LAST_CYCLE_LARGE: f64 = 0.3;
/// Of 256 proposals that do not start at a hot table: exchanges of sets, and moves.
const SET_MOVES: u32 = 12;
const SEAT_MOVES: u32 = 28;
/// Others whom one person is proposed in turn: enough that what is read of the person and the
/// mates stays at hand, few enough that a person is not tried longer than others.
const OTHERS: usize = 16;
/// Of 256 scans.
const SET_MOVES_A_SCAN: u32 = 40;
const SEAT_MOVES_A_SCAN: u32 = 100;

/// Searches from `state` until the cost is `goal` or the budget is spent. Returns the best plan,
/// its cost and the steps made, `steps_before` included.
pub fn anneal(
    state: State,
    goal: i64,
    rng: &mut Rng,
    steps_before: u64,
    budget: &mut Budget,
) -> (Plan, i64, u64) {
    let mut search = Search::new(state, rng, steps_before);
    let begun = budget(search.progress());
    let mut length = FIRST_CYCLE * (1.0 - begun);
    let last = if search.state.has_prices() { LAST_CYCLE_SMALL } else { LAST_CYCLE_LARGE };
    let mut cycles = 0;
    let mut spent = begun;
    while search.best > goal && spent < 1.0 && search.can_move() {
        let rest = 1.0 - spent;
        let used = (spent - begun) / (1.0 - begun);
        let this = if used + length / (1.0 - begun) > last { rest } else { length };
        if cycles % 2 == 1 {
            search.return_to_best();
        }
        spent = search.cycle(goal, spent, this, budget);
        cycles += 1;
        length *= 2.0;
    }
    search.keep_best();
    search.return_to_best();
    (search.state.plan(), search.best, search.steps)
}

struct Search<'r, 'm, 'p> {
    state: State<'m, 'p>,
    rng: &'r mut Rng,
    acceptance: Acceptance,
    temperatures: Temperatures,
    rounds: Vec<usize>,
    /// `[round]`: people who move alone.
    free: Vec<Vec<u16>>,
    /// Sets that may move: round and clique.
    sets: Vec<(usize, usize)>,
    /// People at tables with something to mend: round and person.
    hot: Vec<(u16, u16)>,
    /// `[r * n + p]`: present, and moves alone.
    alone: Vec<bool>,
    /// Whether some table may grow or shrink.
    flexible: bool,
    best: i64,
    best_tables: Vec<u16>,
    steps: u64,
}

impl<'r, 'm, 'p> Search<'r, 'm, 'p> {
    fn new(state: State<'m, 'p>, rng: &'r mut Rng, steps: u64) -> Search<'r, 'm, 'p> {
        let model = state.model;
        let rounds: Vec<usize> = (model.frozen..model.rounds).collect();
        let free = (0..model.rounds).map(|round| free_people(model, round)).collect();
        let party = |round: usize, clique: usize| {
            let party = model.party(round, clique);
            party.len() > 1
                && party
                    .iter()
                    .all(|person| model.host[round * model.n + usize::from(*person)] == NONE)
        };
        let all = rounds
            .iter()
            .flat_map(|&round| (0..model.cliques.len()).map(move |clique| (round, clique)));
        let sets = all.filter(|&(round, clique)| party(round, clique)).collect();
        let alone: Vec<bool> =
            all_seats(model).map(|(round, person)| moves_alone(model, round, person)).collect();
        let mut state = state;
        state.keep_prices(alone.clone());
        let mut flexible = false;
        for &round in &rounds {
            flexible |=
                (0..model.groups).any(|group| model.least(round, group) < model.most(round, group));
        }
        Search {
            best: state.cost,
            best_tables: state.tables().to_vec(),
            acceptance: Acceptance::new(),
            temperatures: temperatures(model),
            rounds,
            free,
            sets,
            hot: Vec::new(),
            alone,
            flexible,
            steps,
            state,
            rng,
        }
    }

    fn progress(&self) -> Progress {
        Progress { steps: self.steps, best: self.best }
    }

    fn can_move(&self) -> bool {
        let some = |round: &usize| {
            self.free[*round].len() > 1 || (self.flexible && !self.free[*round].is_empty())
        };
        self.state.model.groups > 1 && (self.rounds.iter().any(some) || !self.sets.is_empty())
    }

    /// Cools once over `length` of the budget. Returns the share spent.
    fn cycle(&mut self, goal: i64, begun: f64, length: f64, budget: &mut Budget) -> f64 {
        let model = self.state.model;
        let few = if self.state.has_prices() { 60 } else { 20 };
        let batch = (few * model.n * self.rounds.len()).clamp(2_000, 400_000) as u64;
        loop {
            let spent = budget(self.progress());
            let share = (spent - begun) / length;
            if share >= 1.0 || spent >= 1.0 || self.best <= goal {
                return spent;
            }
            self.acceptance.set(temperature(self.temperatures, share));
            self.find_hot();
            let until = self.steps + batch;
            while self.steps < until && self.state.cost > goal {
                if self.state.has_prices() { self.scan() } else { self.propose() }
            }
            self.keep_best();
        }
    }

    fn find_hot(&mut self) {
        self.hot.clear();
        let model = self.state.model;
        for &round in &self.rounds {
            for group in (0..model.groups).filter(|group| self.state.hot(round, *group)) {
                let members = self.state.members(round, group).iter();
                let free =
                    members.filter(|person| self.alone[round * model.n + usize::from(**person)]);
                self.hot.extend(free.map(|person| (id(round), *person)));
            }
        }
    }

    /// Proposes one person a swap with others drawn at random until one is accepted, or a set or a
    /// person a move.
    #[inline]
    fn propose(&mut self) {
        let word = self.rng.word();
        let hot = if word & 1 == 0 {
            self.hot.get(self.rng.below(self.hot.len())).copied()
        } else {
            None
        };
        let (round, one) = if let Some((round, one)) = hot {
            (usize::from(round), one)
        } else {
            let kind = word >> 24;
            if kind < SET_MOVES && !self.sets.is_empty() {
                self.steps += 1;
                return self.propose_set_move();
            }
            let round = self.rounds[self.rng.below(self.rounds.len())];
            let Some(one) = self.rng.pick(&self.free[round]) else {
                self.steps += 1;
                return;
            };
            if self.flexible && (SET_MOVES..SET_MOVES + SEAT_MOVES).contains(&kind) {
                self.steps += 1;
                return self.propose_seat_move(round, one);
            }
            (round, one)
        };
        for _ in 0..OTHERS {
            let Some(other) = self.rng.pick(&self.free[round]) else { return };
            self.steps += 1;
            if self.state.table(round, one) == self.state.table(round, other) {
                continue;
            }
            let change = self.state.swap_delta(round, one, other);
            if self.acceptance.accepts(change, self.rng.word()) {
                if change > 0 {
                    self.keep_best();
                }
                return self.state.swap(round, one, other, change);
            }
        }
    }

    /// Proposes one person a swap with everybody else in the round. Now and then, a move of a set
    /// or to a free seat first: those cost far more time than a scanned swap, so they keep their
    /// share of the time and not of the proposals.
    fn scan(&mut self) {
        let word = self.rng.word();
        if !self.sets.is_empty() && word >> 24 < SET_MOVES_A_SCAN {
            self.steps += 1;
            self.propose_set_move();
        }
        let hot = if word & 1 == 0 {
            self.hot.get(self.rng.below(self.hot.len())).copied()
        } else {
            None
        };
        let (round, one) = if let Some((round, one)) = hot {
            (usize::from(round), one)
        } else {
            let round = self.rounds[self.rng.below(self.rounds.len())];
            let Some(one) = self.rng.pick(&self.free[round]) else {
                self.steps += 1;
                return;
            };
            (round, one)
        };
        if self.flexible && (word >> 8) & 0xFF < SEAT_MOVES_A_SCAN {
            self.steps += 1;
            self.propose_seat_move(round, one);
        }
        let (found, proposed) = self.state.scan(round, one, &self.acceptance, self.rng);
        self.steps += proposed as u64;
        if let Some((other, change)) = found {
            if change > 0 {
                self.keep_best();
            }
            self.state.swap(round, one, other, change);
        }
    }

    fn propose_seat_move(&mut self, round: usize, person: u16) {
        let model = self.state.model;
        let from = usize::from(self.state.table(round, person));
        let to = self.rng.below(model.groups);
        let fits = from != to
            && self.state.size(round, to) < model.most(round, to)
            && self.state.size(round, from) > model.least(round, from)
            && self.room_has_seats(round, from, to, 1);
        if fits {
            self.try_exchange(round, Exchange { tables: [from, to], out: &[person], back: &[] });
        }
    }

    fn room_has_seats(&self, round: usize, from: usize, to: usize, heads: usize) -> bool {
        let model = self.state.model;
        if model.problem.rooms.is_empty() || model.room[from] == model.room[to] {
            return true;
        }
        let same = |group: &usize| model.room[*group] == model.room[to];
        let used: usize =
            (0..model.groups).filter(same).map(|group| self.state.size(round, group)).sum();
        used + heads <= model.room_seats(usize::from(model.room[to]))
    }

    /// Exchanges a set for single people, another set, or free seats at another table.
    fn propose_set_move(&mut self) {
        let Some((round, clique)) = self.rng.pick(&self.sets) else { return };
        let model = self.state.model;
        let party = model.party(round, clique);
        let from = usize::from(self.state.table(round, party[0]));
        let to = self.rng.below(model.groups);
        if from == to {
            return;
        }
        let members = self.state.members(round, to);
        let mut guests: Vec<u16> = members
            .iter()
            .copied()
            .filter(|guest| self.alone[round * model.n + usize::from(*guest)])
            .collect();
        self.rng.shuffle(&mut guests);
        let (size_from, size_to) = (self.state.size(round, from), self.state.size(round, to));
        let least = (size_to + party.len()).saturating_sub(model.most(round, to));
        let least = least.max((model.least(round, from) + party.len()).saturating_sub(size_from));
        let most = party
            .len()
            .min(guests.len())
            .min((size_to + party.len()).saturating_sub(model.least(round, to)));
        let back: Vec<u16> = if least <= most {
            guests.truncate(least + self.rng.below(most - least + 1));
            guests
        } else {
            let other = members
                .iter()
                .map(|guest| model.clique[usize::from(*guest)])
                .find(|other| *other != NONE);
            let Some(other) =
                other.map(usize::from).filter(|other| self.sets.contains(&(round, *other)))
            else {
                return;
            };
            model.party(round, other)
        };
        if size_from - party.len() + back.len() > model.most(round, from)
            || size_from + back.len() < model.least(round, from) + party.len()
            || size_to + party.len() > model.most(round, to) + back.len()
            || size_to + party.len() < model.least(round, to) + back.len()
            || (back.len() < party.len()
                && !self.room_has_seats(round, from, to, party.len() - back.len()))
            || (back.len() > party.len()
                && !self.room_has_seats(round, to, from, back.len() - party.len()))
        {
            return;
        }
        self.try_exchange(round, Exchange { tables: [from, to], out: &party, back: &back });
    }

    fn try_exchange(&mut self, round: usize, exchange: Exchange) {
        let added = self.state.moves_delta(round, exchange);
        if self.acceptance.accepts(delta(added), self.rng.word()) {
            if added > 0 {
                self.keep_best();
            }
            let made = self.state.exchange(round, exchange);
            debug_assert_eq!(made, added, "an exchange costs what it was proposed for");
        }
    }

    /// Remembers the seating if it is the best yet. Called before a change for the worse, so that
    /// a run of gains is remembered once.
    #[inline]
    fn keep_best(&mut self) {
        if self.state.cost < self.best {
            self.best = self.state.cost;
            self.best_tables.copy_from_slice(self.state.tables());
        }
    }

    fn return_to_best(&mut self) {
        if self.state.tables() != self.best_tables {
            self.state.load_tables(&self.best_tables);
        }
    }
}

fn all_seats(model: &Model) -> impl Iterator<Item = (usize, u16)> {
    (0..model.rounds).flat_map(|round| (0..model.n).map(move |person| (round, id(person))))
}

/// Whether `person` may be moved without taking anybody along.
fn moves_alone(model: &Model, round: usize, person: u16) -> bool {
    let at = usize::from(person);
    if !model.here(round, at) {
        return false;
    }
    if model.host[round * model.n + at] != NONE {
        return false;
    }
    let clique = model.clique[at];
    clique == NONE || model.party(round, usize::from(clique)).len() < 2
}

fn free_people(model: &Model, round: usize) -> Vec<u16> {
    (0..model.n)
        .filter(|person| model.here(round, *person))
        .map(id)
        .filter(|person| moves_alone(model, round, *person))
        .collect()
}

/// Measured on instances of each size; in units of a repeat's tenth, so that they follow the
/// weight that a caller gives to a repeat.
fn temperatures(model: &Model) -> Temperatures {
    let tenth = f64::from(u32::try_from(model.problem.repeat_weight).unwrap_or(10)) / 10.0;
    let (first, last) = match model.n * (model.rounds - model.frozen) {
        0..=250 => (6.0, 2.0),
        251..=800 => (6.0, 1.2),
        801.. if model.n > 250 => (4.0, 1.0),
        801.. => (4.0, 1.2),
    };
    Temperatures { first: first * tenth, last: last * tenth }
}

#[cfg(test)]
mod tests;
