//! What is asked: people, rounds, tables, rules and wishes, in the format `lm-groups/1`.
//!
//! People, rounds and groups are numbered from 0. Fields that a newer writer adds are ignored,
//! so the format can grow; fields that stand here are never renamed.

use serde::{Deserialize, Serialize};

/// Who sits where: `[round][group][person]`.
pub type Plan = Vec<Vec<Vec<usize>>>;

/// Most people in one problem; the table of pair weights grows with its square (50 MB here).
pub const PEOPLE_MAX: usize = 5_000;
/// Most rounds in one problem.
pub const ROUNDS_MAX: usize = 200;
/// Most seats at one table.
pub const SEATS_MAX: usize = 250;
/// Largest weight of an attribute, a repeat, an earlier meeting or a move.
pub const WEIGHT_MAX: i64 = 2_000;
/// Largest history of one pair, in tenths of a meeting, summed over all earlier meetings.
pub const HISTORY_MAX: i64 = 20_000;

/// One seating problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    #[serde(default)]
    pub format: String,
    #[serde(default)]
    pub name: String,
    /// `plan` (the default), `repair` or `roles`; tells a reader what the file is for.
    #[serde(default)]
    pub kind: String,
    /// How many people there are, present or not.
    pub n: usize,
    pub rounds: usize,
    /// Fewest and most people at each table, the same in all rounds.
    pub groups: Vec<[usize; 2]>,
    /// `[round]`: who is away. Missing rounds have nobody away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<Vec<usize>>,
    /// Meetings held before, each with its weight in tenths of a meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
    /// Rule: each set sits at one table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together: Vec<Vec<usize>>,
    /// Rule: the two never share a table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<[usize; 2]>,
    /// Rule: person, table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<[usize; 2]>,
    /// Rule: a leader never shares a table with own staff.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leaders: Vec<Leader>,
    /// Rule: the tables of a room hold no more people than it has seats.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<Room>,
    /// `[round]`: tables not in use. Their hosts are free in that round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<Vec<usize>>,
    /// Rule for pairs of an odd number: nobody sits in a trio twice before all have once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trios: Option<Trios>,
    #[serde(default = "default_repeat_weight")]
    pub repeat_weight: i64,
    #[serde(default = "default_hard_weight")]
    pub hard_weight: i64,
    /// The plan to stay near: a repair, or groups wanted stable from one gathering to the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// `[person][role]`: how often each has had each role before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_history: Vec<[u32; 4]>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    #[serde(default)]
    pub role_weights: RoleWeights,
    /// A plan that is given, for problems of kind `roles`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan: Plan,
}

/// One earlier meeting: who sat together, and how much it still counts (10 = just now).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    pub weight: i64,
    pub groups: Vec<Vec<usize>>,
}

/// Something to spread evenly over the tables: a unit, a subject, a role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    pub name: String,
    pub weight: i64,
    /// Each person's category from 0; negative when unknown.
    pub values: Vec<i64>,
}

/// A leader and the people who answer to that leader.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leader {
    pub leader: usize,
    pub staff: Vec<usize>,
}

/// Tables that share a room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    pub groups: Vec<usize>,
    pub seats: usize,
}

/// How often each person has sat in a trio in earlier rounds; nobody, when empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trios {
    #[serde(default)]
    pub earlier: Vec<u32>,
}

/// A plan that is to change as little as possible.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// What one person at another table in one round costs.
    pub move_cost: i64,
    /// The first rounds, already held: any change in them breaks a rule.
    #[serde(default)]
    pub frozen_rounds: usize,
    pub groups: Plan,
}

/// What unfair roles cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleWeights {
    /// The same role again for the same person.
    pub same: i64,
    /// Any role again for the same person.
    pub load: i64,
}

impl Default for RoleWeights {
    fn default() -> RoleWeights {
        RoleWeights { same: 10, load: 3 }
    }
}

/// Why a problem or plan cannot be read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The field at fault, as named in the format.
    pub field: &'static str,
    pub what: String,
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "`{}`: {}", self.field, self.what)
    }
}

fn default_repeat_weight() -> i64 {
    10
}

fn default_hard_weight() -> i64 {
    100_000
}

fn flaw(field: &'static str, what: impl Into<String>) -> Result<(), Flaw> {
    Err(Flaw { field, what: what.into() })
}

impl Problem {
    /// A problem without rules, history or wishes: `n` people, the same tables in each round.
    #[must_use]
    pub fn new(n: usize, rounds: usize, groups: Vec<[usize; 2]>) -> Problem {
        Problem {
            format: "lm-groups/1".to_owned(),
            n,
            rounds,
            groups,
            repeat_weight: default_repeat_weight(),
            hard_weight: default_hard_weight(),
            ..Problem::default()
        }
    }

    /// Checks shapes, numbers and limits; says nothing about whether the rules can be kept.
    pub fn check(&self) -> Result<(), Flaw> {
        if !self.format.is_empty() && self.format != "lm-groups/1" {
            return flaw("format", format!("`{}` is not lm-groups/1", self.format));
        }
        if self.n == 0 || self.n > PEOPLE_MAX {
            return flaw("n", format!("{} people; 1 to {PEOPLE_MAX} are possible", self.n));
        }
        if self.rounds == 0 || self.rounds > ROUNDS_MAX {
            return flaw(
                "rounds",
                format!("{} rounds; 1 to {ROUNDS_MAX} are possible", self.rounds),
            );
        }
        if self.groups.is_empty() || self.groups.len() > PEOPLE_MAX {
            return flaw("groups", format!("there must be 1 to {PEOPLE_MAX} tables"));
        }
        if let Some([least, most]) =
            self.groups.iter().find(|[least, most]| least > most || *most > SEATS_MAX)
        {
            return flaw(
                "groups",
                format!("[{least}, {most}] are no bounds within 0..={SEATS_MAX}"),
            );
        }
        self.check_people()?;
        self.check_tables()?;
        self.check_weights()?;
        self.check_plans()
    }

    fn check_people(&self) -> Result<(), Flaw> {
        let apart = self.apart.iter().flatten();
        let leaders =
            self.leaders.iter().flat_map(|leader| leader.staff.iter().chain([&leader.leader]));
        let lists: [(&'static str, Vec<&usize>); 6] = [
            ("absent", self.absent.iter().flatten().collect()),
            (
                "earlier",
                self.earlier.iter().flat_map(|meeting| meeting.groups.iter().flatten()).collect(),
            ),
            ("together", self.together.iter().flatten().collect()),
            ("apart", apart.collect()),
            ("hosts", self.hosts.iter().map(|[person, _]| person).collect()),
            ("leaders", leaders.collect()),
        ];
        for (field, people) in lists {
            if let Some(person) = people.into_iter().find(|person| **person >= self.n) {
                return flaw(field, format!("there is no person {person} among {}", self.n));
            }
        }
        if let Some([person, _]) = self.apart.iter().find(|[one, other]| one == other) {
            return flaw("apart", format!("person {person} cannot be apart from themselves"));
        }
        if let Some(leader) =
            self.leaders.iter().find(|leader| leader.staff.contains(&leader.leader))
        {
            return flaw("leaders", format!("person {} is their own staff", leader.leader));
        }
        Ok(())
    }

    fn check_tables(&self) -> Result<(), Flaw> {
        let tables = self.groups.len();
        if let Some([_, group]) = self.hosts.iter().find(|[_, group]| *group >= tables) {
            return flaw("hosts", format!("there is no table {group} among {tables}"));
        }
        if let Some(group) = self.closed.iter().flatten().find(|group| **group >= tables) {
            return flaw("closed", format!("there is no table {group} among {tables}"));
        }
        let mut roomed = vec![false; tables];
        for &group in self.rooms.iter().flat_map(|room| &room.groups) {
            match roomed.get_mut(group) {
                Some(seen) if !*seen => *seen = true,
                Some(_) => return flaw("rooms", format!("table {group} stands in two rooms")),
                None => return flaw("rooms", format!("there is no table {group} among {tables}")),
            }
        }
        Ok(())
    }

    fn check_weights(&self) -> Result<(), Flaw> {
        let within = |weight: i64| (0..=WEIGHT_MAX).contains(&weight);
        if !within(self.repeat_weight) || self.repeat_weight == 0 {
            return flaw("repeat_weight", format!("must be 1 to {WEIGHT_MAX}"));
        }
        if self.hard_weight < 1 {
            return flaw("hard_weight", "must be positive");
        }
        if !self.earlier.iter().all(|meeting| within(meeting.weight)) {
            return flaw("earlier", format!("weights are 0 to {WEIGHT_MAX}"));
        }
        for attribute in &self.attributes {
            if !within(attribute.weight) {
                return flaw("attributes", format!("weights are 0 to {WEIGHT_MAX}"));
            }
            if attribute.values.len() != self.n {
                return flaw(
                    "attributes",
                    format!(
                        "`{}` has {} values for {} people",
                        attribute.name,
                        attribute.values.len(),
                        self.n
                    ),
                );
            }
            if attribute
                .values
                .iter()
                .any(|value| usize::try_from(*value).is_ok_and(|value| value >= self.n.max(256)))
            {
                return flaw(
                    "attributes",
                    format!("`{}` has a category number that is too large", attribute.name),
                );
            }
        }
        Ok(())
    }

    fn check_plans(&self) -> Result<(), Flaw> {
        if let Some(anchor) = &self.anchor {
            if !(0..=WEIGHT_MAX).contains(&anchor.move_cost) {
                return flaw("anchor", format!("the move cost is 0 to {WEIGHT_MAX}"));
            }
            self.check_plan("anchor", &anchor.groups)?;
        }
        if let Some(trios) = &self.trios
            && !trios.earlier.is_empty()
            && trios.earlier.len() != self.n
        {
            return flaw("trios", "one count a person");
        }
        if !self.role_history.is_empty() && self.role_history.len() != self.n {
            return flaw("role_history", "one row a person");
        }
        if self.plan.is_empty() { Ok(()) } else { self.check_plan("plan", &self.plan) }
    }

    /// Checks that `plan` has this problem's rounds, at most its tables, and only its people.
    pub fn check_plan(&self, field: &'static str, plan: &Plan) -> Result<(), Flaw> {
        if plan.len() != self.rounds {
            return flaw(field, format!("{} rounds where {} are asked", plan.len(), self.rounds));
        }
        if plan.iter().any(|round| round.len() > self.groups.len()) {
            return flaw(field, format!("more than {} tables", self.groups.len()));
        }
        if let Some(person) = plan.iter().flatten().flatten().find(|person| **person >= self.n) {
            return flaw(field, format!("there is no person {person} among {}", self.n));
        }
        Ok(())
    }

    /// Who is present in `round`, `[person]`.
    #[must_use]
    pub fn present(&self, round: usize) -> Vec<bool> {
        let mut present = vec![true; self.n];
        for &person in self.absent.get(round).into_iter().flatten() {
            present[person] = false;
        }
        present
    }

    /// Whether `group` is in use in `round`.
    #[must_use]
    pub fn open(&self, round: usize, group: usize) -> bool {
        !self.closed.get(round).is_some_and(|closed| closed.contains(&group))
    }

    /// Fewest and most people at `group` in `round`; none at a closed table.
    #[must_use]
    pub fn bounds(&self, round: usize, group: usize) -> [usize; 2] {
        if self.open(round, group) { self.groups[group] } else { [0, 0] }
    }

    /// Every pair that may not share a table: those named apart, and leaders with own staff.
    #[must_use]
    pub fn all_apart(&self) -> Vec<[usize; 2]> {
        let staff = |leader: &Leader| {
            leader.staff.iter().map(|&person| [leader.leader, person]).collect::<Vec<_>>()
        };
        self.apart.iter().copied().chain(self.leaders.iter().flat_map(staff)).collect()
    }
}
