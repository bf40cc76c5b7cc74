//! Groups planned before a meeting: drawn, moved by hand, locked, and told about in words.
//!
//! A plan names people by their number on the leader's list. The same list, plan and seed give the
//! same groups.

mod cafe;
mod costs;
mod rotations;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use kernel::ids::PlanVersion;
use kernel::seating::{Drawn, Seating};
use plan::document::Plan;
use seating::anneal::step_budget;
use seating::problem::Problem;
use seating::repair::{Changes, repair};
use seating::rules::{Clash, Rule};
use seating::solve::{Refusal, Solution, solve};
use serde::{Deserialize, Serialize};

use crate::company::{Acquaintance, Company};
use crate::drawing::{Draw, Search, sizes};
use crate::expected::Expected;

pub use costs::{Cost, costs_of_seats, costs_of_swaps};
pub use rotations::rotations;
pub use told::{Reason, reasons};

/// Proposals for the groups, and as many again for the tables of all items together.
const STEPS_MAX: u64 = 300_000;

/// Who has met whom in earlier meetings, by number.
pub type Met = BTreeMap<(u32, u32), Acquaintance>;

/// The plan as it is stored: fields are added, never renamed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupPlan {
    pub seed: u64,
    #[serde(default)]
    pub rules: Rules,
    /// The meeting's groups; table 1 stands first.
    #[serde(default)]
    pub tables: Vec<Vec<u32>>,
    /// The tables of each item that has its own, round by round, by the item's id. Plans from
    /// before items had ids name its position; [`GroupPlan::with_ids_of`] turns it into one.
    #[serde(default)]
    pub rotations: BTreeMap<String, Vec<Vec<Vec<u32>>>>,
    /// The hosts of each café's tables, by the item's id; that of table 1 stands first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub hosts: BTreeMap<String, Vec<u32>>,
    /// Those who stay where they are when the rest is shuffled.
    #[serde(default)]
    pub locked: BTreeSet<u32>,
    #[serde(default)]
    pub together: Vec<[u32; 2]>,
    #[serde(default)]
    pub apart: Vec<[u32; 2]>,
    /// The version that this one was made from.
    #[serde(default)]
    pub before: Option<PlanVersion>,
}

/// Four switches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "they are switches, each on its own")]
pub struct Rules {
    pub mix_units: bool,
    pub meet_new: bool,
    pub leaders_apart: bool,
    pub keep_bonds: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules { mix_units: true, meet_new: true, leaders_apart: true, keep_bonds: true }
    }
}

/// An item of the program that has tables of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The item's id.
    pub item: String,
    pub seating: Seating,
    pub rounds: usize,
}

/// Rules that cannot all be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub people: usize,
    pub tables: usize,
    /// The id of the item whose tables it is about; the groups when there is none.
    pub item: Option<String>,
    pub rules: Vec<Kept>,
    /// Without any one of them the rest can be kept.
    pub smallest: bool,
}

/// A rule in the people's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    Together(Vec<u32>),
    Apart(u32, u32),
    Leader(u32, Vec<u32>),
    /// A person locked to a table, counted from 1.
    Locked(u32, usize),
}

impl GroupPlan {
    /// Returns the plan with its items named by their ids, as they stand in `program`.
    #[must_use]
    pub fn with_ids_of(mut self, program: &Plan) -> GroupPlan {
        let id = |name: String| match name.parse::<usize>() {
            Ok(position) if program.item_at(&name).is_none() => {
                program.items.get(position).map(|item| item.id.clone())
            }
            Ok(_) | Err(_) => Some(name),
        };
        let rotations = std::mem::take(&mut self.rotations).into_iter();
        self.rotations = rotations.filter_map(|(it, rounds)| Some((id(it)?, rounds))).collect();
        self
    }

    /// Returns what a draw weighs by this plan's switches.
    #[must_use]
    pub fn company(&self, people: &[Expected], met: &Met) -> Company<u32> {
        let named = |of: fn(&Expected) -> &String| -> BTreeMap<u32, String> {
            let known = people.iter().filter(|it| !of(it).is_empty());
            known.map(|it| (it.number, of(it).to_lowercase())).collect()
        };
        let mut company = Company {
            units: named(|it| &it.unit),
            works: named(|it| &it.work),
            mixes_units: self.rules.mix_units,
            ..Company::default()
        };
        if self.rules.meet_new {
            company.met.clone_from(met);
        }
        if self.rules.leaders_apart {
            company.leaders = leaders(people);
        }
        if self.rules.keep_bonds {
            company.together = self.together.iter().map(|pair| pair.to_vec()).collect();
            company.apart.clone_from(&self.apart);
        }
        company
    }

    /// Draws the groups and the tables of each item anew; who is locked stays.
    ///
    /// # Errors
    ///
    /// The rules that cannot all be kept; the plan is as it was.
    pub fn drawn(
        &self,
        people: &[Expected],
        met: &Met,
        rotations: &[Rotation],
        seed: u64,
    ) -> Result<GroupPlan, Conflict> {
        let company = self.company(people, met);
        let numbers: Vec<u32> = people.iter().map(|it| it.number).collect();
        let mut plan = GroupPlan { seed, ..self.clone() };
        plan.locked.retain(|person| self.table_of(*person).is_some());
        plan.tables = plan.groups_drawn(&numbers, &company)?;
        plan.rotations = BTreeMap::new();
        plan.hosts = BTreeMap::new();
        for rotation in rotations {
            plan.draw_rotation(&numbers, &company, rotation, rotations.len())?;
        }
        Ok(plan)
    }

    fn groups_drawn(
        &self,
        numbers: &[u32],
        company: &Company<u32>,
    ) -> Result<Vec<Vec<u32>>, Conflict> {
        if numbers.is_empty() {
            return Ok(vec![]);
        }
        let mut problem = company.problem(numbers, 1, self.bounds(numbers.len()));
        self.host_locked(&mut problem, numbers);
        let solution = solve(&problem, self.seed, &mut step_budget(STEPS_MAX));
        let rounds = named(solution, &problem, numbers)?;
        Ok(rounds.into_iter().next().unwrap_or_default())
    }

    /// A table where everybody is locked keeps its size; the others share the rest evenly.
    fn bounds(&self, people: usize) -> Vec<[usize; 2]> {
        let is_locked = |table: &Vec<u32>| {
            !table.is_empty() && table.iter().all(|person| self.locked.contains(person))
        };
        let whole: Vec<usize> =
            (0..self.tables.len()).filter(|table| is_locked(&self.tables[*table])).collect();
        let sitting: usize = whole.iter().map(|table| self.tables[*table].len()).sum();
        let rest = people.saturating_sub(sitting);
        let last = self.locked.iter().filter_map(|person| self.table_of(*person)).max();
        let count = (whole.len() + sizes(Seating::Groups, rest).len())
            .max(last.map_or(0, |table| table + 1));
        let others = count - whole.len();
        let share = |over: usize| (rest + over).checked_div(others).unwrap_or_default();
        (0..count)
            .map(|table| {
                if whole.contains(&table) {
                    [self.tables[table].len(); 2]
                } else {
                    [share(0), share(others.saturating_sub(1))]
                }
            })
            .collect()
    }

    /// Draws the rounds of an item, with its hosts where it has them.
    fn draw_rotation(
        &mut self,
        numbers: &[u32],
        company: &Company<u32>,
        rotation: &Rotation,
        items: usize,
    ) -> Result<(), Conflict> {
        let Rotation { item, seating, rounds } = rotation;
        let earlier = self.tables.iter().chain(self.rotations.values().flatten().flatten());
        let earlier: Vec<Vec<u32>> = earlier.cloned().collect();
        let draw = Draw { seating: *seating, company, today: &earlier, seed: self.seed };
        let steps = STEPS_MAX / u64::try_from(items).unwrap_or(1).max(1);
        let draw = |hosts: &[u32]| {
            let drawn = draw.rounds(numbers, &Search { rounds: *rounds, hosts, steps });
            drawn.map_err(|it| refused(&it.problem, numbers, &it.refusal, Some(item)))
        };
        let rounds = match seating.kind().drawn {
            Drawn::RoundHosts => {
                let (hosts, rounds) =
                    cafe::drawn(*seating, self.seed, numbers, company, &earlier, draw)?;
                self.hosts.insert(item.clone(), hosts);
                rounds
            }
            Drawn::Never | Drawn::InTurn | Drawn::AcrossOrders | Drawn::Weighed => draw(&[])?,
        };
        self.rotations.insert(item.clone(), rounds);
        Ok(())
    }

    /// Returns the plan for a list that has changed: as few as possible move.
    #[must_use]
    pub fn fitted(&self, people: &[Expected], met: &Met, rotations: &[Rotation]) -> GroupPlan {
        let company = self.company(people, met);
        let numbers: Vec<u32> = people.iter().map(|it| it.number).collect();
        let mut plan = self.clone();
        plan.forget_all_but(&numbers);
        let draw = |seating| Draw { seating, company: &company, today: &[], seed: self.seed };
        plan.tables = draw(Seating::Groups).fit(&self.tables, &numbers, &[]);
        plan.rotations = BTreeMap::new();
        plan.hosts = BTreeMap::new();
        for rotation in rotations {
            let Some(rounds) = self.rotations.get(&rotation.item) else { continue };
            let planned = self.hosts.get(&rotation.item);
            let rounds = if let Some(planned) = planned {
                let (hosts, rounds) =
                    cafe::fitted(planned, rounds, &numbers, &draw(rotation.seating));
                plan.hosts.insert(rotation.item.clone(), hosts);
                rounds
            } else {
                let draw = draw(rotation.seating);
                rounds.iter().map(|tables| draw.fit(tables, &numbers, &[])).collect()
            };
            plan.rotations.insert(rotation.item.clone(), rounds);
        }
        plan
    }

    /// Returns the plan with its rules kept by as few moves as possible, after a rule was added.
    ///
    /// # Errors
    ///
    /// The rules that cannot all be kept.
    pub fn mended(
        &self,
        people: &[Expected],
        met: &Met,
        rotations: &[Rotation],
    ) -> Result<GroupPlan, Conflict> {
        let company = self.company(people, met);
        let numbers: Vec<u32> = people.iter().map(|it| it.number).collect();
        let mut plan = self.clone();
        if !self.tables.is_empty() {
            let bounds = self.tables.iter().map(|it| [it.len().min(4), it.len().max(5)]).collect();
            let mut problem = company.problem(&numbers, 1, bounds);
            self.host_locked(&mut problem, &numbers);
            let now = vec![places(self.tables.iter(), &numbers)];
            let budget = &mut step_budget(STEPS_MAX);
            let mended = repair(&problem, &now, &Changes::default(), self.seed, budget);
            let solution = mended.map(|it| it.solution);
            let rounds = named(solution, &problem, &numbers)?;
            plan.tables = rounds.into_iter().next().unwrap_or_default();
        }
        for rotation in rotations.iter().filter(|it| self.rotations.contains_key(&it.item)) {
            plan.rotations.remove(&rotation.item);
            plan.draw_rotation(&numbers, &company, rotation, rotations.len())?;
        }
        Ok(plan)
    }

    fn host_locked(&self, problem: &mut Problem, numbers: &[u32]) {
        for person in &self.locked {
            let place = numbers.iter().position(|number| number == person);
            problem.hosts.extend(place.zip(self.table_of(*person)).map(|(who, at)| [who, at]));
        }
    }

    fn forget_all_but(&mut self, numbers: &[u32]) {
        let is_known = |person: &u32| numbers.contains(person);
        self.locked.retain(is_known);
        self.together.retain(|pair| pair.iter().all(is_known));
        self.apart.retain(|pair| pair.iter().all(is_known));
    }

    /// Returns the place of somebody's table, counted from 0.
    #[must_use]
    pub fn table_of(&self, person: u32) -> Option<usize> {
        self.tables.iter().position(|table| table.contains(&person))
    }

    /// Moves somebody to another table, if both are there.
    pub fn put(&mut self, person: u32, table: usize) {
        if table < self.tables.len() && self.table_of(person).is_some() {
            for table in &mut self.tables {
                table.retain(|it| *it != person);
            }
            self.tables[table].push(person);
        }
    }

    /// Lets two at different tables change places.
    pub fn swap(&mut self, one: u32, other: u32) {
        if let (Some(here), Some(there)) = (self.table_of(one), self.table_of(other)) {
            self.put(one, there);
            self.put(other, here);
        }
    }
}

/// Each leader with those of the same unit who do not lead it.
fn leaders(people: &[Expected]) -> Vec<(u32, Vec<u32>)> {
    let unit = |it: &Expected| it.unit.to_lowercase();
    let staff = |leader: &Expected| -> Vec<u32> {
        let own = people.iter().filter(|it| !it.leads() && unit(it) == unit(leader));
        own.map(|it| it.number).collect()
    };
    let leaders = people.iter().filter(|it| it.leads());
    let leaders = leaders.map(|it| (it.number, staff(it)));
    leaders.filter(|(_, staff)| !staff.is_empty()).collect()
}

fn places<'t>(tables: impl Iterator<Item = &'t Vec<u32>>, numbers: &[u32]) -> Vec<Vec<usize>> {
    let place: BTreeMap<u32, usize> =
        numbers.iter().enumerate().map(|(place, number)| (*number, place)).collect();
    let table = |table: &Vec<u32>| table.iter().filter_map(|it| place.get(it).copied()).collect();
    tables.map(table).collect()
}

fn named(
    solution: Result<Solution, Refusal>,
    problem: &Problem,
    numbers: &[u32],
) -> Result<Vec<Vec<Vec<u32>>>, Conflict> {
    let name = |table: Vec<usize>| table.into_iter().map(|place| numbers[place]).collect();
    let solution = solution.map_err(|refusal| refused(problem, numbers, &refusal, None))?;
    let rounds = solution.plan.into_iter();
    Ok(rounds.map(|round| round.into_iter().map(name).collect()).collect())
}

fn refused(problem: &Problem, numbers: &[u32], refusal: &Refusal, item: Option<&str>) -> Conflict {
    match refusal {
        Refusal::Clashing(clash) => conflict(problem, numbers, clash, item),
        Refusal::Flawed(_) => Conflict {
            people: numbers.len(),
            tables: problem.groups.len(),
            item: item.map(str::to_owned),
            rules: vec![],
            smallest: false,
        },
    }
}

fn conflict(problem: &Problem, numbers: &[u32], clash: &Clash, item: Option<&str>) -> Conflict {
    let named = |places: &[usize]| -> Vec<u32> { places.iter().map(|it| numbers[*it]).collect() };
    let rules = clash.rules.iter().filter_map(|rule| match *rule {
        Rule::Together(at) => Some(Kept::Together(named(&problem.together[at]))),
        Rule::Apart(at) => {
            let [one, other] = problem.apart[at];
            Some(Kept::Apart(numbers[one], numbers[other]))
        }
        Rule::Host(at) => {
            let [person, table] = problem.hosts[at];
            Some(Kept::Locked(numbers[person], table + 1))
        }
        Rule::Leader(at) => {
            let leader = &problem.leaders[at];
            Some(Kept::Leader(numbers[leader.leader], named(&leader.staff)))
        }
        Rule::Room(_) => None,
    });
    Conflict {
        people: numbers.len(),
        tables: problem.groups.len(),
        item: item.map(str::to_owned),
        rules: rules.collect(),
        smallest: clash.smallest,
    }
}

#[cfg(test)]
mod tests;
