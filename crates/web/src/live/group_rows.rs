//! What was set up before a meeting, as its draws need to know it: by seat instead of by name.

use std::collections::BTreeMap;

use anyhow::Context as _;
use kernel::ids::{ItemNo, MeetingId, PlanVersion, SeatId};
use meeting::company::{Company, Known};
use meeting::expected::Expected;
use meeting::groups::{GroupPlan, Met};
use meeting::names::key;
use meeting::state::State;
use store::Org;
use store::groups::ExpectedRow;

use crate::live::encounters::{self, History};

/// The rows around a meeting that a draw weighs.
#[derive(Debug, Default)]
pub struct GroupRows {
    pub people: Vec<Expected>,
    pub version: PlanVersion,
    pub plan: GroupPlan,
    pub history: History,
}

/// Reads what was set up before a meeting.
pub async fn load(org: &Org, meeting: &MeetingId) -> anyhow::Result<GroupRows> {
    let people = org.expected(meeting).await?.into_iter().map(expected).collect();
    let (version, plan) = match org.groups(meeting).await? {
        Some((version, body)) => (version, read(&body)?),
        None => (PlanVersion::default(), GroupPlan::default()),
    };
    let history = encounters::before(org, meeting).await?;
    Ok(GroupRows { people, version, plan, history })
}

/// Reads a stored plan of groups.
pub fn read(body: &str) -> anyhow::Result<GroupPlan> {
    serde_json::from_str(body).context("a plan of groups cannot be read")
}

fn expected(row: ExpectedRow) -> Expected {
    let number = u32::try_from(row.number).unwrap_or_default();
    Expected { number, name: row.name, unit: row.unit, work: row.work }
}

/// Returns the rows of a list of people.
#[must_use]
pub fn rows(people: &[Expected]) -> Vec<ExpectedRow> {
    let row = |it: &Expected| ExpectedRow {
        number: i64::from(it.number),
        name: it.name.clone(),
        unit: it.unit.clone(),
        work: it.work.clone(),
    };
    people.iter().map(row).collect()
}

impl GroupRows {
    /// Returns who has met whom on the list.
    pub fn met(&mut self) -> Met {
        let people: Vec<(u32, &str)> =
            self.people.iter().map(|it| (it.number, it.name.as_str())).collect();
        self.history.among(&people)
    }

    /// Returns what is known of those who have a seat, and of one who is `coming`. People take the
    /// seat of their name; somebody who has not come stands in the plan as a seat that nobody
    /// has, so that tables keep their planned size.
    pub fn known(&mut self, state: &State, coming: Option<&str>) -> Known {
        let here = state.seats.iter().map(|(seat, it)| (*seat, it.name.as_str()));
        // Whoever is here keeps the name; a second of the same name is somebody else.
        let coming = coming.filter(|name| here.clone().all(|(_, other)| key(other) != key(name)));
        let named: Vec<(SeatId, &str)> =
            here.chain(coming.map(|name| (state.next_seat(), name))).collect();
        let seats: BTreeMap<String, SeatId> =
            named.iter().map(|(seat, name)| (key(name), *seat)).collect();
        let by_number: BTreeMap<u32, SeatId> = self
            .people
            .iter()
            .map(|it| {
                let nobody = SeatId(u32::MAX - it.number);
                (it.number, seats.get(&key(&it.name)).copied().unwrap_or(nobody))
            })
            .collect();
        let seat = |number: u32| by_number.get(&number).copied();
        let table = |table: &Vec<u32>| table.iter().filter_map(|it| seat(*it)).collect();
        // The program that runs may have its rows in another order than the one that is planned.
        let program = state.plan.clone().unwrap_or_default().with_ids();
        let planned = self.plan.clone().with_ids_of(&program);
        let hosts = planned.hosts.iter().filter_map(|(item, hosts)| {
            Some((
                ItemNo(program.item_at(item)?),
                hosts.iter().filter_map(|it| seat(*it)).collect(),
            ))
        });
        let hosts = hosts.collect();
        let rounds = planned.rotations.into_iter().filter_map(|(item, rounds)| {
            let rounds = rounds.iter().map(|tables| tables.iter().map(table).collect());
            Some((ItemNo(program.item_at(&item)?), rounds.collect()))
        });
        let rotations = rounds.collect();
        let groups = self.plan.tables.iter().map(table).collect();
        let mut company = self.company(seat);
        if self.plan.rules.meet_new {
            company.met = self.history.among(&named);
        }
        Known { groups, rotations, hosts, company }
    }

    fn company(&self, seat: impl Fn(u32) -> Option<SeatId>) -> Company<SeatId> {
        let company = self.plan.company(&self.people, &Met::new());
        let named = |of: BTreeMap<u32, String>| -> BTreeMap<SeatId, String> {
            of.into_iter().filter_map(|(number, name)| Some((seat(number)?, name))).collect()
        };
        let all =
            |people: Vec<u32>| -> Vec<SeatId> { people.into_iter().filter_map(&seat).collect() };
        let leaders = company.leaders.into_iter();
        let apart = company.apart.into_iter();
        Company {
            met: BTreeMap::new(),
            units: named(company.units),
            works: named(company.works),
            mixes_units: company.mixes_units,
            leaders: leaders.filter_map(|(it, staff)| Some((seat(it)?, all(staff)))).collect(),
            together: company.together.into_iter().map(all).collect(),
            apart: apart.filter_map(|[one, other]| Some([seat(one)?, seat(other)?])).collect(),
        }
    }
}
