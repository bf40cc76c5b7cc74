//! Whether the rules of a round can be kept at all, by exact search, and which of them clash.
//!
//! Only hard rules are looked at. People whom no rule names are alike here and only counted, so
//! the search stays small: it places sets and people with rules, and asks whether the rest fits.

mod fewest;
mod placing;

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::rng::Rng;
use placing::Search;

/// A hard rule of a problem, by its place in the problem's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    Together(usize),
    Apart(usize),
    Host(usize),
    Leader(usize),
    Room(usize),
}

/// Rules that cannot all be kept in one round. The table sizes of the round always belong to
/// them; with no rule named, the sizes alone are impossible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub round: usize,
    pub rules: Vec<Rule>,
    /// Leaving out any one rule makes the rest possible (true), or the search gave up (false).
    /// Unless there are hundreds of rules, no other set of fewer rules clashes either.
    pub smallest: bool,
}

/// The answer of the exact search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// `(person, table)` for everybody whom a rule names.
    Possible(Vec<(u16, usize)>),
    Impossible,
    Unknown,
}

/// All hard rules of `problem`.
#[must_use]
pub fn all(problem: &Problem) -> Vec<Rule> {
    let together = (0..problem.together.len()).map(Rule::Together);
    let hosts = (0..problem.hosts.len()).map(Rule::Host);
    let apart = (0..problem.apart.len()).map(Rule::Apart);
    let leaders = (0..problem.leaders.len()).map(Rule::Leader);
    together
        .chain(hosts)
        .chain(apart)
        .chain(leaders)
        .chain((0..problem.rooms.len()).map(Rule::Room))
        .collect()
}

/// The first round whose rules clash, with a set of rules as small as could be found.
#[must_use]
pub fn clash(problem: &Problem) -> Option<Clash> {
    let frozen = problem.anchor.as_ref().map_or(0, |anchor| anchor.frozen_rounds);
    let rules = all(problem);
    let mut asked = BTreeSet::new();
    for round in frozen..problem.rounds {
        let same = (problem.absent.get(round), problem.closed.get(round));
        if !asked.insert(same) {
            continue;
        }
        if answer(problem, round, &rules, &mut Rng::new(1)) == Answer::Impossible {
            return Some(fewest::clash_of(problem, round, &rules));
        }
    }
    None
}

/// Whether `round` can be seated with every rule in `rules` kept.
#[must_use]
pub fn answer(problem: &Problem, round: usize, rules: &[Rule], rng: &mut Rng) -> Answer {
    let Some(mut search) = Search::new(problem, round, rules) else { return Answer::Impossible };
    search.shuffle(rng);
    match search.place(0) {
        Some(true) => Answer::Possible(search.seated()),
        Some(false) => Answer::Impossible,
        None => Answer::Unknown,
    }
}

impl Clash {
    /// One plain sentence. People, tables and rounds are counted from 0, as in the file.
    #[must_use]
    pub fn sentence(&self, problem: &Problem) -> String {
        let here = problem.present(self.round).iter().filter(|here| **here).count();
        let least: usize =
            (0..problem.groups.len()).map(|group| problem.bounds(self.round, group)[0]).sum();
        let most: usize =
            (0..problem.groups.len()).map(|group| problem.bounds(self.round, group)[1]).sum();
        if self.rules.is_empty() {
            return format!(
                "round {}: {here} people are present, but the tables take {least} to {most}",
                self.round
            );
        }
        let rules: Vec<String> = self.rules.iter().map(|rule| rule.words(problem)).collect();
        let lead = if self.smallest {
            "cannot all be kept"
        } else {
            "cannot all be kept (perhaps fewer of them clash)"
        };
        format!(
            "round {}: with {here} people at tables for {least} to {most}, these {lead}: {}",
            self.round,
            rules.join("; ")
        )
    }
}

impl Rule {
    fn words(self, problem: &Problem) -> String {
        match self {
            Rule::Together(index) => format!("{:?} sit together", problem.together[index]),
            Rule::Apart(index) => {
                format!("{} and {} sit apart", problem.apart[index][0], problem.apart[index][1])
            }
            Rule::Host(index) => {
                format!("{} hosts table {}", problem.hosts[index][0], problem.hosts[index][1])
            }
            Rule::Leader(index) => {
                let leader = &problem.leaders[index];
                format!("{} does not sit with own staff {:?}", leader.leader, leader.staff)
            }
            Rule::Room(index) => {
                format!(
                    "tables {:?} share {} seats",
                    problem.rooms[index].groups, problem.rooms[index].seats
                )
            }
        }
    }
}
