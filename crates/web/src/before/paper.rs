//! The print pack: the newest plan before the meeting, and the plan it ran by afterwards.

pub mod page;
mod program;

use crate::door::planner::newest_plan;
use axum::extract::Path;
use axum::response::Response;
use kernel::ids::ItemNo;
use kernel::step::Step;
use meeting::screens::console;
use meeting::state::{Phase, State as Meeting};
use plan::document::{Item, Plan};
use plan::ways;

use crate::before::paper::page::print_page;
use crate::before::paper::page::{GroupList, PRINT_PARTS, PrintSet};
use crate::live::entry::{In, Leading};
use crate::live::group_rows::{self, GroupRows};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;

pub async fn all(leading: In<Leading>) -> Result<Response, Wrong> {
    print(leading, "all").await
}

pub async fn part(
    leading: In<Leading>,
    Path((_, part)): Path<(String, String)>,
) -> Result<Response, Wrong> {
    let known = ["all"].into_iter().chain(PRINT_PARTS).find(|known| *known == part);
    print(leading, known.ok_or(Wrong::Missing)?).await
}

/// Does not open the lobby: paper is printed while the plan may still change.
async fn print(In { app, head, entry, .. }: In<Leading>, part: &str) -> Result<Response, Wrong> {
    let id = entry.room.id();
    let ran = entry.room.read(|at| match at.state.phase {
        Phase::Lobby => None,
        Phase::Running(_) | Phase::Ended { .. } => at.state.plan.clone(),
    });
    let plan = match ran {
        Some(plan) => plan.with_ids(),
        None => newest_plan(entry.room.org(), id).await?.1,
    };
    let live = entry.room.live();
    let frame = head.frame_in(&app, &entry);
    let mut prepared = group_rows::load(entry.room.org(), id).await?;
    prepared.plan = prepared.plan.with_ids_of(&plan);
    let set = entry.room.read(|at| {
        let expected = ways::people(plan.participants);
        let people = u32::try_from(at.state.present().len()).unwrap_or(u32::MAX).max(expected);
        let steps = plan.items.iter().enumerate();
        let steps =
            steps.map(|(item, row)| steps_of(at.state, ItemNo(item), row, people)).collect();
        let groups = console::console(at.scene(), frame.now, &live).map(|it| it.groups);
        let lists = group_lists(at.state, &plan, &prepared);
        let groups = groups.unwrap_or_default();
        PrintSet { steps, groups, people, lists, plan: plan.clone() }
    });
    Ok(private(&print_page(&frame, part, &set)))
}

/// The groups as they stand in the meeting, or as planned, and the planned tables of items.
fn group_lists(state: &Meeting, plan: &Plan, prepared: &GroupRows) -> Vec<GroupList> {
    let name = |number: &u32| {
        let found = prepared.people.iter().find(|it| it.number == *number);
        found.map(|it| it.name.clone())
    };
    let planned = |tables: &Vec<Vec<u32>>| -> Vec<Vec<String>> {
        tables.iter().map(|table| table.iter().filter_map(name).collect()).collect()
    };
    let groups = match state.groups() {
        Some((_, seated)) => {
            let names = |table: &meeting::event::Table| {
                table.seats.iter().map(|seat| state.name(*seat).to_owned()).collect()
            };
            let last = seated.tables.iter().map(|it| it.number.0).max().unwrap_or_default();
            let find = |number| seated.tables.iter().find(|it| it.number.0 == number);
            (1..=last).map(|number| find(number).map(names).unwrap_or_default()).collect()
        }
        None => planned(&prepared.plan.tables),
    };
    let own = plan.items.iter().filter_map(|row| {
        let rounds = prepared.plan.rotations.get(&row.id)?;
        let rounds = rounds.iter().map(planned).collect();
        let hosts = prepared.plan.hosts.get(&row.id).into_iter().flatten();
        let hosts = hosts.filter_map(name).collect();
        Some(GroupList { title: Some(row.title.clone()), rounds, hosts })
    });
    let groups = GroupList { title: None, rounds: vec![groups], hosts: vec![] };
    let is_filled = |list: &GroupList| list.rounds.iter().flatten().any(|it| !it.is_empty());
    std::iter::once(groups).chain(own).filter(is_filled).collect()
}

/// The steps of an item as they ran, or as they would run with so many people.
fn steps_of(state: &Meeting, item: ItemNo, row: &Item, people: u32) -> Vec<Step> {
    let ran = state.item(item).map(|progress| progress.steps.clone()).unwrap_or_default();
    if !ran.is_empty() {
        return ran;
    }
    ways::steps_of_row(row, people, tools::ALL)
}
