//! A first seating that keeps sizes, hosts and sets, and is already fair on the soft wishes.

use crate::model::{Model, NONE, even_sizes};
use crate::rng::Rng;
use crate::rules::{self, Answer};
use crate::state::State;
use crate::width::id;

/// Tables looked at for one person before taking the best so far; keeps the start linear.
const TABLES_LOOKED_AT: usize = 40;

/// How to seat people whom a rule names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// By chance, with exact search only where that fails.
    Chance,
    /// By exact search: keeps every rule, at the price of the anchor.
    Rules,
}

/// Seats everybody. Rounds follow the anchor where there is one.
pub fn start<'m, 'p>(model: &'m Model<'p>, first: First, rng: &mut Rng) -> State<'m, 'p> {
    let mut state = State::empty(model);
    for round in 0..model.rounds {
        seat_round(&mut state, round, first, rng);
    }
    state.settle();
    state
}

fn seat_round(state: &mut State, round: usize, first: First, rng: &mut Rng) {
    let model = state.model;
    let present: Vec<u16> =
        (0..model.n).filter(|person| model.here(round, *person)).map(id).collect();
    for &person in &present {
        let anchor = model.anchor[round * model.n + usize::from(person)];
        if anchor != NONE
            && state.size(round, usize::from(anchor)) < room_for(model, round, usize::from(anchor))
        {
            state.seat(round, person, usize::from(anchor));
        }
    }
    if round >= model.frozen {
        keep_rules(state, round, &present, first, rng);
    }
    let sizes = target(state, round, present.len(), rng);
    let mut rest: Vec<u16> =
        present.iter().copied().filter(|person| state.table(round, *person) == NONE).collect();
    rng.shuffle(&mut rest);
    // Rare people first: the last seats suit the common ones better.
    for person in rest {
        if let Some(group) = cheapest(state, round, person, &sizes, rng) {
            state.seat(round, person, group);
        }
    }
    if round >= model.frozen {
        mend_sizes(state, round);
    }
}

/// In a frozen round a table may hold more than the bounds, up to the seats there are.
fn room_for(model: &Model, round: usize, group: usize) -> usize {
    if round < model.frozen { model.seats } else { model.most(round, group) }
}

/// Seats hosts and sets, by chance first and by exact search where chance fails.
fn keep_rules(state: &mut State, round: usize, present: &[u16], first: First, rng: &mut Rng) {
    let model = state.model;
    for &person in present {
        let host = model.host[round * model.n + usize::from(person)];
        if host != NONE && state.table(round, person) != host {
            reseat(state, round, person, usize::from(host));
        }
    }
    let mut stuck = first == First::Rules;
    for clique in 0..model.cliques.len() {
        let party = model.party(round, clique);
        let Some(&first) = party.first() else { continue };
        let tables: Vec<u16> = party.iter().map(|person| state.table(round, *person)).collect();
        if tables.iter().all(|table| *table == tables[0] && *table != NONE) {
            continue;
        }
        let host = model.host[round * model.n + usize::from(first)];
        let mut groups: Vec<usize> =
            if host == NONE { (0..model.groups).collect() } else { vec![usize::from(host)] };
        rng.shuffle(&mut groups);
        // Where most of the set sits already, fewest move.
        groups.sort_by_key(|group| {
            std::cmp::Reverse(tables.iter().filter(|table| usize::from(**table) == *group).count())
        });
        let fits = |group: &&usize| {
            let inside = tables.iter().filter(|table| usize::from(**table) == **group).count();
            state.size(round, **group) - inside + party.len() <= model.most(round, **group)
                && party.iter().all(|person| peaceful(state, round, *person, **group))
        };
        match groups.iter().find(fits) {
            Some(&group) => party.iter().for_each(|person| reseat(state, round, *person, group)),
            None => stuck = true,
        }
    }
    if stuck || overfull(state, round) {
        seat_exactly(state, round, rng);
    }
}

fn overfull(state: &State, round: usize) -> bool {
    (0..state.model.groups).any(|group| state.size(round, group) > state.model.most(round, group))
}

fn peaceful(state: &State, round: usize, person: u16, group: usize) -> bool {
    let apart = &state.model.apart[usize::from(person)];
    state.members(round, group).iter().all(|mate| apart.binary_search(mate).is_err())
}

/// Lets the exact search place everybody whom a rule names; the others keep their seat if they can.
fn seat_exactly(state: &mut State, round: usize, rng: &mut Rng) {
    let problem = state.model.problem;
    if let Answer::Possible(seats) = rules::answer(problem, round, &rules::all(problem), rng) {
        for &(person, _) in &seats {
            if state.table(round, person) != NONE {
                state.unseat(round, person);
            }
        }
        for (person, group) in seats {
            make_room(state, round, group);
            state.seat(round, person, group);
        }
    }
}

/// Moves `person` to `group`, putting a guest without rules out if the table is full.
fn reseat(state: &mut State, round: usize, person: u16, group: usize) {
    if usize::from(state.table(round, person)) == group {
        return;
    }
    if state.table(round, person) != NONE {
        state.unseat(round, person);
    }
    make_room(state, round, group);
    if state.size(round, group) < state.model.seats {
        state.seat(round, person, group);
    }
}

fn make_room(state: &mut State, round: usize, group: usize) {
    let model = state.model;
    if state.size(round, group) < model.most(round, group) {
        return;
    }
    let free = |guest: &&u16| {
        let person = usize::from(**guest);
        model.host[round * model.n + person] == NONE && model.clique[person] == NONE
    };
    if let Some(&guest) = state.members(round, group).iter().find(free) {
        state.unseat(round, guest);
    }
}

/// The sizes to fill up to: as even as the bounds allow, which tables get more left to chance.
fn target(state: &State, round: usize, people: usize, rng: &mut Rng) -> Vec<usize> {
    let model = state.model;
    let Some(mut sizes) = even_sizes(model, round, people) else {
        return (0..model.groups).map(|group| model.most(round, group)).collect();
    };
    if model.problem.anchor.is_some() {
        // A table that already has more people than its share keeps them.
        return (0..model.groups).map(|group| sizes[group].max(state.size(round, group))).collect();
    }
    for _ in 0..model.groups {
        let (one, other) = (rng.below(model.groups), rng.below(model.groups));
        let alike = model.room[one] == model.room[other]
            && [model.least(round, one), model.most(round, one)]
                == [model.least(round, other), model.most(round, other)];
        let fits = state.size(round, one) <= sizes[other] && state.size(round, other) <= sizes[one];
        if alike && fits {
            sizes.swap(one, other);
        }
    }
    sizes
}

/// The table that suits `person` best among some with room.
fn cheapest(
    state: &State,
    round: usize,
    person: u16,
    sizes: &[usize],
    rng: &mut Rng,
) -> Option<usize> {
    let groups = state.model.groups;
    let first = rng.below(groups);
    let mut best: Option<(i32, usize)> = None;
    let mut ties = 1;
    for step in 0..groups {
        let group = (first + step) % groups;
        if state.size(round, group) < sizes[group] {
            let cost = state.seat_cost(round, person, group, sizes[group]);
            let tie = best.is_some_and(|(least, _)| least == cost);
            ties = if tie { ties + 1 } else { 1 };
            if best.is_none_or(|(least, _)| cost < least) || (tie && rng.one_in(ties)) {
                best = Some((cost, group));
            }
        }
        if step >= TABLES_LOOKED_AT && best.is_some() {
            break;
        }
    }
    let with_room = || {
        (0..groups).find(|group| state.size(round, *group) < room_for(state.model, round, *group))
    };
    best.map(|(_, group)| group).or_else(with_room)
}

/// Moves single people until every table is within its bounds, cheapest mover first.
fn mend_sizes(state: &mut State, round: usize) {
    let model = state.model;
    let steps = 2 * model.n;
    for _ in 0..steps {
        let size = |group: &usize| state.size(round, *group);
        let lacking = (0..model.groups).find(|group| size(group) < model.least(round, *group));
        let over = (0..model.groups).find(|group| size(group) > model.most(round, *group));
        let donors: Vec<usize> = match (lacking, over) {
            (_, Some(group)) => vec![group],
            (Some(_), None) => {
                (0..model.groups).filter(|group| size(group) > model.least(round, *group)).collect()
            }
            (None, None) => return,
        };
        let takers: Vec<usize> = match lacking {
            Some(group) => vec![group],
            None => {
                (0..model.groups).filter(|group| size(group) < model.most(round, *group)).collect()
            }
        };
        let Some((person, group)) = best_move(state, round, &donors, &takers) else { return };
        state.unseat(round, person);
        state.seat(round, person, group);
    }
}

fn best_move(
    state: &State,
    round: usize,
    donors: &[usize],
    takers: &[usize],
) -> Option<(u16, usize)> {
    let model = state.model;
    let mut best: Option<(i64, u16, usize)> = None;
    for &donor in donors {
        for &person in state.members(round, donor) {
            let at = round * model.n + usize::from(person);
            if model.host[at] != NONE || model.clique[usize::from(person)] != NONE {
                continue;
            }
            for &taker in takers.iter().take(TABLES_LOOKED_AT) {
                if taker == donor {
                    continue;
                }
                // Someone who has left the anchor already moves for free.
                let strays = i64::from(model.anchor[at] == id(donor)) * 1_000_000;
                let size = state.size(round, taker) + 1;
                let cost = strays + i64::from(state.seat_cost(round, person, taker, size))
                    - state.company(round, person);
                if best.is_none_or(|(least, _, _)| cost < least) {
                    best = Some((cost, person, taker));
                }
            }
        }
    }
    best.map(|(_, person, group)| (person, group))
}
