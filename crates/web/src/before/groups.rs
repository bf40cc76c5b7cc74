//! Groups before a meeting: the list of those expected, draws, moves, locks and rules.
//!
//! Every change is a new version of the plan of groups, made from the one its author saw.

mod change;
mod chosen;
mod map;
pub mod page;
mod setup;
pub mod words;

use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use kernel::ids::MeetingId;
use meeting::expected;
use meeting::groups::{GroupPlan, Rules, rotations};
use serde_json::json;

use crate::door::organiser::Organiser;
use crate::door::planner::Planner;
use crate::live::{encounters, group_rows};
use crate::shell::failure::Wrong;
use crate::shell::{chance, clock};
use change::{Grouping, GroupsChange};

/// Pairs that may be kept together or apart in one meeting.
const BONDS_MAX: usize = 200;

pub async fn groups(Planner { app, head, org, id, .. }: Planner) -> Result<Response, Wrong> {
    let grouping = Grouping::load(org, &id).await?;
    if head.wants_json {
        let people: Vec<_> = grouping.prepared.people.iter().map(|it| {
            json!({ "number": it.number, "name": it.name, "unit": it.unit, "work": it.work })
        }).collect();
        let plan = &grouping.prepared.plan;
        let body =
            json!({ "version": grouping.prepared.version, "people": people, "groups": plan });
        return Ok((crate::shell::answer::private_headers(), axum::Json(body)).into_response());
    }
    grouping.page(&app, &head, None, None).await
}

/// `POST /meetings/{id}/expected`: the whole list of people, as typed. Groups that stand are
/// changed as little as possible.
pub async fn expect(change: GroupsChange) -> Result<Response, Wrong> {
    let list = change.fields.all("people").next().unwrap_or_default();
    let people = expected::read(list, &change.grouping.prepared.people);
    let rotations = rotations(&change.grouping.plan, people.len());
    let plan = change.plan();
    let (now, met) = (people.clone(), change.grouping.met.clone());
    let plan = change::search(move || plan.fitted(&now, &met, &rotations)).await?;
    change.save(plan, Some(group_rows::rows(&people))).await
}

/// `POST /meetings/{id}/expected/removal`: the list and the groups are deleted.
pub async fn forget_people(Planner { head, org, id, .. }: Planner) -> Result<Response, Wrong> {
    org.forget_groups(&id).await?;
    Ok(head.done(&json!({ "ok": true }), &format!("/meetings/{id}/groups")))
}

/// `POST /meetings/{id}/encounters/removal`: nobody has met anybody, as far as we know. It is about
/// all meetings, so the leader of one of them cannot do it.
pub async fn forget_encounters(
    Organiser { head, org, .. }: Organiser,
    Path(id): Path<MeetingId>,
) -> Result<Response, Wrong> {
    org.meeting(&id).await?.ok_or(Wrong::Missing)?;
    encounters::forget(&org, clock::now()).await?;
    Ok(head.done(&json!({ "ok": true }), &format!("/meetings/{id}/groups#history")))
}

/// `POST /meetings/{id}/group-plan`: draws the groups by the four switches, with a new seed.
pub async fn draw(change: GroupsChange) -> Result<Response, Wrong> {
    let fields = &change.fields;
    let switch = |field: &'static str| fields.maybe_flag(field).map(Option::unwrap_or_default);
    let rules = Rules {
        mix_units: switch("mix_units")?,
        meet_new: switch("meet_new")?,
        leaders_apart: switch("leaders_apart")?,
        keep_bonds: switch("keep_bonds")?,
    };
    let seed = fields.maybe("seed")?.map_or_else(chance::number, Ok)?;
    let wanted = GroupPlan { rules, ..change.plan() };
    let drawn = change
        .grouping
        .search(&wanted, move |it, people, met, rotations| it.drawn(people, met, rotations, seed))
        .await?;
    change.save_if_possible(drawn, &wanted).await
}

/// `POST /meetings/{id}/group-plan/moves`: to a table, or in exchange with somebody.
pub async fn move_person(change: GroupsChange) -> Result<Response, Wrong> {
    let person = change.person("person")?;
    let mut plan = change.plan();
    if change.fields.get("with").is_some() {
        plan.swap(person, change.person("with")?);
    } else {
        let table: usize = change.fields.number("table")?;
        if table == 0 || table > plan.tables.len() {
            return Err(Wrong::Unreadable { field: "table" });
        }
        plan.put(person, table - 1);
    }
    change.save(plan, None).await
}

/// `POST /meetings/{id}/group-plan/locks`: a person, or everybody at a table.
pub async fn lock(change: GroupsChange) -> Result<Response, Wrong> {
    let locked = change.fields.flag("locked")?;
    let mut plan = change.plan();
    let people = match change.fields.maybe::<usize>("table")? {
        Some(table) => {
            let table = table.checked_sub(1).and_then(|place| plan.tables.get(place));
            table.ok_or(Wrong::Unreadable { field: "table" })?.clone()
        }
        None => vec![change.person("person")?],
    };
    for person in people {
        if locked {
            plan.locked.insert(person);
        } else {
            plan.locked.remove(&person);
        }
    }
    change.save(plan, None).await
}

/// `POST /meetings/{id}/group-plan/bonds`: two are kept together or apart, or no longer.
pub async fn bond(change: GroupsChange) -> Result<Response, Wrong> {
    let pair = [change.person("one")?, change.person("other")?];
    if pair[0] == pair[1] {
        return Err(Wrong::Unreadable { field: "other" });
    }
    let mut plan = change.plan();
    let kept = change.fields.flag("kept")?;
    let bonds = match change.fields.text("kind") {
        "together" => &mut plan.together,
        "apart" => &mut plan.apart,
        _ => return Err(Wrong::Unreadable { field: "kind" }),
    };
    bonds.retain(|it| *it != pair && *it != [pair[1], pair[0]]);
    if !kept {
        return change.save(plan, None).await;
    }
    if bonds.len() >= BONDS_MAX {
        return Err(Wrong::refused(meeting::refusal::Refusal::TooMany));
    }
    bonds.push(pair);
    plan.rules.keep_bonds = true;
    let mended = change.grouping.search(&plan, GroupPlan::mended).await?;
    change.save_if_possible(mended, &plan).await
}

/// `POST /meetings/{id}/group-plan/undo`: the groups as they were before the last change.
pub async fn undo(change: GroupsChange) -> Result<Response, Wrong> {
    let before = match change.grouping.prepared.plan.before {
        Some(version) => change.grouping.org.groups_at(&change.grouping.id, version).await?,
        None => None,
    };
    let Some(before) = before else { return Err(Wrong::Missing) };
    let before = group_rows::read(&before)?.with_ids_of(&change.grouping.plan);
    // The list may have changed since, so the groups of then are fitted to the people of now.
    let plan = change.grouping.search(&before, GroupPlan::fitted).await?;
    change.store(GroupPlan { before: before.before, ..plan }, None).await
}
