//! What no plan can beat: lower bounds of the score, cheap enough to compute every time.
//!
//! * *slots*: everybody fills a number of seats beside others; each costs at least that person's
//!   cheapest remaining company, used at most once a price.
//! * *pigeonhole*: a table with more people than there are tables sends two of them to the same
//!   table in the next round.
//! * *balance*: a set that sits together brings more of one category than a table's share.
//!
//! A plan is proved best when its score equals the larger of the first two plus the third.

use serde::{Deserialize, Serialize};

use crate::model::{Model, NONE, even_sizes, pairs};
use crate::problem::{Flaw, Problem};
use crate::width::cost;

/// A lower bound of the score, and the arguments it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    pub total: i64,
    pub slots: i64,
    pub pigeonhole: i64,
    pub balance: i64,
}

/// Bounds the score of every plan of `problem` that keeps the rules.
pub fn lower_bound(problem: &Problem) -> Result<Bound, Flaw> {
    Ok(bound(&Model::new(problem)?))
}

pub(crate) fn bound(model: &Model) -> Bound {
    let mut bound = Bound {
        slots: slots(model),
        pigeonhole: pigeonhole(model),
        balance: balance(model),
        total: 0,
    };
    bound.total = bound.slots.max(bound.pigeonhole) + bound.balance;
    bound
}

/// Seats beside others that one person fills: surely, at most, and beside those of the own set.
struct Filled {
    sure: usize,
    most: usize,
    free: usize,
}

fn slots(model: &Model) -> i64 {
    let Some(all) = all_slots(model) else { return 0 };
    let smallest: Vec<Vec<usize>> =
        (0..model.rounds).map(|round| least_sizes(model, round)).collect();
    let mut sum = 0;
    let mut used = 0;
    let mut rest: Vec<i64> = Vec::new();
    for person in 0..model.n {
        let filled = filled(model, person, &smallest);
        used += filled.sure + filled.free;
        for (index, price) in prices(model, person, filled.most).into_iter().enumerate() {
            if index < filled.sure { sum += price } else { rest.push(price) }
        }
    }
    let more = all.saturating_sub(used);
    rest.sort_unstable();
    sum += rest.iter().take(more).sum::<i64>();
    (sum + 1) / 2
}

/// All seats beside others that must be filled: twice the pairs at the most even sizes.
fn all_slots(model: &Model) -> Option<usize> {
    let mut all = 0;
    for round in 0..model.rounds {
        let sizes = even_sizes(model, round, model.heads(round))?;
        all += usize::try_from(2 * pairs(&sizes)).unwrap_or(0);
    }
    Some(all)
}

/// The smallest size of each table that leaves room for all.
fn least_sizes(model: &Model, round: usize) -> Vec<usize> {
    let all: usize = (0..model.groups).map(|group| model.most(round, group)).sum();
    let heads = model.heads(round);
    let least =
        |group| model.least(round, group).max(heads.saturating_sub(all - model.most(round, group)));
    (0..model.groups).map(least).collect()
}

fn filled(model: &Model, person: usize, smallest: &[Vec<usize>]) -> Filled {
    let clique = model.clique[person];
    let mut filled = Filled { sure: 0, most: 0, free: 0 };
    for (round, smallest) in smallest.iter().enumerate() {
        if !model.here(round, person) {
            continue;
        }
        let own = if clique == NONE { 1 } else { model.party(round, usize::from(clique)).len() };
        let host = model.host[round * model.n + person];
        let open = || (0..model.groups).filter(|group| model.most(round, *group) > 0);
        let least = if host == NONE {
            open().map(|group| smallest[group]).min().unwrap_or(0)
        } else {
            smallest[usize::from(host)]
        };
        filled.sure += least.saturating_sub(own);
        filled.free += own - 1;
        filled.most += model.seats.saturating_sub(1);
    }
    filled
}

/// The cheapest `most` prices of company for `person`, in order: each other person once at the
/// history, then again ten dearer, and so on.
fn prices(model: &Model, person: usize, most: usize) -> Vec<i64> {
    let shares_a_round = |other: usize| {
        (0..model.rounds).any(|round| model.here(round, person) && model.here(round, other))
    };
    let counts = |other: usize| {
        other != person
            && !(model.clique[person] != NONE && model.clique[person] == model.clique[other])
            && model.apart[person].binary_search(&crate::width::id(other)).is_err()
            && shares_a_round(other)
    };
    let known: Vec<i64> = model.history[person]
        .iter()
        .filter(|(other, _)| counts(usize::from(*other)))
        .map(|(_, tenths)| *tenths)
        .collect();
    let met = |other: &usize| {
        model.history[person].binary_search_by_key(other, |(met, _)| usize::from(*met)).is_ok()
    };
    // More strangers than seats need not be counted.
    let strangers = (0..model.n).filter(|other| counts(*other) && !met(other)).take(most).count();
    let mut first: Vec<i64> = vec![0; strangers];
    first.extend(known);
    first.sort_unstable();
    let mut prices = Vec::with_capacity(most);
    for again in 0..cost(model.rounds) {
        prices.extend(
            first.iter().take(most).map(|price| price + again * model.problem.repeat_weight),
        );
        // The next use of anybody costs at least this more.
        if first.first().is_none_or(|least| {
            prices.len() >= most
                && prices
                    .iter()
                    .filter(|price| **price <= least + (again + 1) * model.problem.repeat_weight)
                    .count()
                    >= most
        }) {
            break;
        }
    }
    prices.sort_unstable();
    prices.truncate(most);
    prices
}

/// Pairs that two rounds must share when all tables are full and fixed.
fn pigeonhole(model: &Model) -> i64 {
    let plain = model.problem.absent.iter().all(Vec::is_empty)
        && model.problem.closed.iter().all(Vec::is_empty)
        && model.cliques.is_empty()
        && model.problem.groups.iter().all(|[least, most]| least == most);
    if !plain {
        return 0;
    }
    let shared = |size: usize| {
        let (each, more) = (size / model.groups, size % model.groups);
        let parts = vec![each + 1; more].into_iter().chain(vec![each; model.groups - more]);
        pairs(&parts.collect::<Vec<_>>())
    };
    let two_rounds: i64 = model.problem.groups.iter().map(|[size, _]| shared(*size)).sum();
    two_rounds * cost(model.rounds * (model.rounds - 1) / 2) * model.problem.repeat_weight
}

fn balance(model: &Model) -> i64 {
    let mut sum = 0;
    for round in 0..model.rounds {
        for clique in 0..model.cliques.len() {
            let party = model.party(round, clique);
            for category in 0..model.categories {
                let inside = party.iter().filter(|person| {
                    let first = usize::from(**person) * model.attributes;
                    model.category[first..first + model.attributes]
                        .iter()
                        .any(|own| usize::from(*own) == category)
                });
                let count = crate::width::heads(inside.count());
                // The share only grows with the table.
                let [_, most] = model.share
                    [(round * model.categories + category) * (model.seats + 1) + model.seats];
                sum += i64::from(model.category_weight[category])
                    * i64::from(count.saturating_sub(most));
            }
        }
    }
    sum
}
