//! What a draw weighs: who has met whom, who works where, who is kept together or apart.
//!
//! Comes from rows around the meeting and never from its facts, so that it can be deleted. What
//! a draw came to is a fact: the tables.

use std::collections::BTreeMap;

use kernel::ids::{ItemNo, SeatId};
use seating::problem::{Attribute, Earlier, Leader, Problem};

/// Two of the same unit at a table weigh as much as three repeats; of the same work as one.
const UNIT_WEIGHT: i64 = 30;
const WORK_WEIGHT: i64 = 10;

/// People, by whatever the caller names them by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company<T: Ord> {
    /// Pairs that have shared a table in earlier meetings, lower first.
    pub met: BTreeMap<(T, T), Acquaintance>,
    /// The unit of everybody who has told it, whether units are mixed or not.
    pub units: BTreeMap<T, String>,
    pub works: BTreeMap<T, String>,
    /// Those of the same unit or work are spread over the tables.
    pub mixes_units: bool,
    /// Each leader with own staff, who never share a table.
    pub leaders: Vec<(T, Vec<T>)>,
    pub together: Vec<Vec<T>>,
    pub apart: Vec<[T; 2]>,
}

/// How much two have had to do with each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acquaintance {
    /// In tenths of a meeting just held; older ones weigh less.
    pub tenths: i64,
    /// In how many meetings.
    pub meetings: u32,
}

impl<T: Ord> Default for Company<T> {
    fn default() -> Company<T> {
        Company {
            met: BTreeMap::new(),
            units: BTreeMap::new(),
            works: BTreeMap::new(),
            mixes_units: true,
            leaders: vec![],
            together: vec![],
            apart: vec![],
        }
    }
}

/// What is known before a meeting draws tables, by seat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The meeting's groups as planned; no tables when nothing is.
    pub groups: Vec<Vec<SeatId>>,
    /// The planned tables of an item, by its position in the program that runs, round by round.
    pub rotations: BTreeMap<ItemNo, Vec<Vec<Vec<SeatId>>>>,
    /// The planned hosts of a café's tables, by its position; table 1 stands first.
    pub hosts: BTreeMap<ItemNo, Vec<SeatId>>,
    pub company: Company<SeatId>,
}

/// Returns a pair as it stands in [`Company::met`].
#[must_use]
pub fn pair<T: Ord>(one: T, other: T) -> (T, T) {
    if one <= other { (one, other) } else { (other, one) }
}

impl<T: Ord + Copy> Company<T> {
    /// Tells whether a draw has nothing to weigh.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        let is_mixed = self.mixes_units && !(self.units.is_empty() && self.works.is_empty());
        self.met.is_empty() && !is_mixed && self.is_without_rules()
    }

    fn is_without_rules(&self) -> bool {
        self.leaders.is_empty() && self.together.is_empty() && self.apart.is_empty()
    }

    /// Returns the same company without what must be kept, for a room where it cannot be.
    #[must_use]
    pub fn without_rules(&self) -> Company<T> {
        Company { leaders: vec![], together: vec![], apart: vec![], ..self.clone() }
    }

    /// Returns how much two have had to do with each other.
    #[must_use]
    pub fn between(&self, one: T, other: T) -> Acquaintance {
        self.met.get(&pair(one, other)).copied().unwrap_or_default()
    }

    /// Returns the problem of seating `people` at tables with `bounds`. Those whom a rule names
    /// and who are not among them are left out of it.
    #[must_use]
    pub fn problem(&self, people: &[T], rounds: usize, bounds: Vec<[usize; 2]>) -> Problem {
        let place: BTreeMap<T, usize> =
            people.iter().enumerate().map(|(place, person)| (*person, place)).collect();
        let here = |group: &Vec<T>| -> Vec<usize> {
            group.iter().filter_map(|person| place.get(person).copied()).collect()
        };
        let mut problem = Problem::new(people.len(), rounds, bounds);
        problem.earlier = self.earlier(&place);
        let attributes = [("unit", UNIT_WEIGHT, &self.units), ("work", WORK_WEIGHT, &self.works)];
        problem.attributes = attributes
            .into_iter()
            .filter(|(_, _, of)| self.mixes_units && !of.is_empty())
            .map(|(name, weight, of)| attribute(name, weight, of, people))
            .collect();
        problem.together = self.together.iter().map(here).filter(|set| set.len() > 1).collect();
        problem.apart = self
            .apart
            .iter()
            .filter_map(|[one, other]| Some([*place.get(one)?, *place.get(other)?]))
            .collect();
        problem.leaders = self
            .leaders
            .iter()
            .filter_map(|(leader, staff)| {
                Some(Leader { leader: *place.get(leader)?, staff: here(staff) })
            })
            .collect();
        problem
    }

    fn earlier(&self, place: &BTreeMap<T, usize>) -> Vec<Earlier> {
        let mut by_weight: BTreeMap<i64, Vec<Vec<usize>>> = BTreeMap::new();
        for ((one, other), met) in &self.met {
            if let (Some(one), Some(other)) = (place.get(one), place.get(other)) {
                by_weight.entry(met.tenths).or_default().push(vec![*one, *other]);
            }
        }
        by_weight.into_iter().map(|(weight, groups)| Earlier { weight, groups }).collect()
    }
}

fn attribute<T: Ord>(name: &str, weight: i64, of: &BTreeMap<T, String>, people: &[T]) -> Attribute {
    let mut numbers: BTreeMap<&str, i64> = BTreeMap::new();
    let values = people.iter().map(|person| {
        let Some(category) = of.get(person) else { return -1 };
        let next = i64::try_from(numbers.len()).unwrap_or(i64::MAX);
        *numbers.entry(category).or_insert(next)
    });
    let values = values.collect();
    Attribute { name: name.to_owned(), weight, values }
}
