//! Groups before a meeting: the list of those expected, draws, moves, locks and rules.
//!
//! Every change is a new version of the plan of groups, made from the one its author saw.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use meeting::expected;
use meeting::groups::{Conflict, GroupPlan, Met, Rotation, Rules, rotations};
use plan::document::Plan;
use serde_json::json;
use store::groups::{ExpectedRow, GroupsEdit};
use store::log::Op;
use store::plans::Saved;

use crate::access::ORG;
use crate::asked::Asked;
use crate::fields::Fields;
use crate::pages::{self, GroupsPage, GroupsTrouble};
use crate::planner::Planner;
use crate::prepared::{self, Prepared};
use crate::wishes::body;
use crate::wrong::Wrong;
use crate::{App, chance, clock, encounters, show};

/// Pairs that may be kept together or apart in one meeting.
const BONDS_MAX: usize = 200;

/// What a change works on.
struct Desk {
    id: String,
    code: String,
    plan: Plan,
    prepared: Prepared,
    met: Met,
    rotations: Vec<Rotation>,
}

async fn desk(app: &App, asked: &Asked, id: &str) -> Result<Desk, Wrong> {
    app.may_plan(asked, id).await?;
    let row = app.store.meeting(ORG, id).await?.ok_or(Wrong::Missing)?;
    let (_, plan) = app.newest_plan(id).await?;
    let mut prepared = prepared::load(&app.store, id).await?;
    prepared.plan = prepared.plan.with_ids_of(&plan);
    let met = prepared.met();
    let rotations = rotations(&plan, prepared.people.len());
    Ok(Desk { id: id.to_owned(), code: row.code, plan, prepared, met, rotations })
}

pub async fn groups(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Wrong> {
    let desk = desk(&app, &asked, &id).await?;
    if asked.wants_json {
        let people: Vec<_> = desk.prepared.people.iter().map(|it| {
            json!({ "number": it.number, "name": it.name, "unit": it.unit, "work": it.work })
        }).collect();
        let plan = &desk.prepared.plan;
        let body = json!({ "version": desk.prepared.version, "people": people, "groups": plan });
        return Ok((crate::asked::private_headers(), axum::Json(body)).into_response());
    }
    show_page(&app, &asked, &desk, None, None).await
}

/// Returns the page; `trouble` is why the last change was not made.
async fn show_page(
    app: &App,
    asked: &Asked,
    desk: &Desk,
    trouble: Option<GroupsTrouble>,
    wanted: Option<&GroupPlan>,
) -> Result<Response, Wrong> {
    let remembered = app.store.meetings_remembered(ORG).await?;
    let started = app.store.last_seq(ORG, &desk.id).await? > 0
        && app.rooms.room(&desk.id).await?.read(|at| at.state.running().is_some());
    let mut frame = asked.frame(app);
    frame.lang = asked.lang(Some(desk.plan.lang));
    frame.meeting = &desk.id;
    frame.code = &desk.code;
    let number = |name: &str| asked.query(name).and_then(|it| it.parse().ok());
    let path = format!("/meetings/{}/groups", desk.id);
    frame.path = &path;
    let page = GroupsPage {
        title: &desk.plan.title,
        items: desk.plan.items.iter().map(|it| (it.id.as_str(), it.title.as_str())).collect(),
        people: &desk.prepared.people,
        plan: &desk.prepared.plan,
        wanted: wanted.unwrap_or(&desk.prepared.plan),
        version: desk.prepared.version,
        met: &desk.met,
        remembered,
        chosen: number("person"),
        moved: number("moved"),
        shows_bonds: trouble.is_some() || asked.query("bonds").is_some(),
        is_running: started,
        trouble,
    };
    Ok(show::private(&pages::groups_page(&frame, &page)))
}

/// `POST /meetings/{id}/expected`: the whole list of people, as typed. Groups that stand are
/// changed as little as possible.
pub async fn expect(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let desk = desk(&app, &asked, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let list = fields.all("people").next().unwrap_or_default();
    let people = expected::read(list, &desk.prepared.people);
    let rotations = rotations(&desk.plan, people.len());
    let plan = desk.prepared.plan.clone();
    let (now, met) = (people.clone(), desk.met.clone());
    let plan = search(move || plan.fitted(&now, &met, &rotations)).await?;
    save(&app, &asked, desk, &fields, op, plan, Some(prepared::rows(&people))).await
}

/// `POST /meetings/{id}/expected/removal`: the list and the groups are deleted.
pub async fn forget_people(Planner { app, asked, id }: Planner) -> Result<Response, Wrong> {
    app.store.forget_groups(ORG, &id).await?;
    Ok(asked.done(&json!({ "ok": true }), &format!("/meetings/{id}/groups")))
}

/// `POST /meetings/{id}/encounters/removal`: nobody has met anybody, as far as we know.
pub async fn forget_encounters(Planner { app, asked, id }: Planner) -> Result<Response, Wrong> {
    encounters::forget(&app.store, clock::now()).await?;
    Ok(asked.done(&json!({ "ok": true }), &format!("/meetings/{id}/groups#history")))
}

/// `POST /meetings/{id}/group-plan`: draws the groups by the four switches, with a new seed.
pub async fn draw(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let desk = desk(&app, &asked, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let switch = |field: &'static str| fields.maybe_flag(field).map(Option::unwrap_or_default);
    let rules = Rules {
        mix_units: switch("mix_units")?,
        meet_new: switch("meet_new")?,
        leaders_apart: switch("leaders_apart")?,
        keep_bonds: switch("keep_bonds")?,
    };
    let plan = GroupPlan { rules, ..desk.prepared.plan.clone() };
    let seed = fields.maybe("seed")?.map_or_else(chance::number, Ok)?;
    let (people, met) = (desk.prepared.people.clone(), desk.met.clone());
    let (rotations, wanted) = (desk.rotations.clone(), plan.clone());
    let drawn = search(move || plan.drawn(&people, &met, &rotations, seed)).await?;
    save_if_possible(&app, &asked, desk, &fields, op, drawn, &wanted).await
}

/// `POST /meetings/{id}/group-plan/moves`: to a table, or in exchange with somebody.
pub async fn move_person(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let desk = desk(&app, &asked, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let person = person(&desk, &fields, "person")?;
    let mut plan = desk.prepared.plan.clone();
    if fields.get("with").is_some() {
        plan.swap(person, self::person(&desk, &fields, "with")?);
    } else {
        let table: usize = fields.number("table")?;
        if table == 0 || table > plan.tables.len() {
            return Err(Wrong::Unreadable { field: "table" });
        }
        plan.put(person, table - 1);
    }
    save(&app, &asked, desk, &fields, op, plan, None).await
}

/// `POST /meetings/{id}/group-plan/locks`: a person, or everybody at a table.
pub async fn lock(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let desk = desk(&app, &asked, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let locked = fields.flag("locked")?;
    let mut plan = desk.prepared.plan.clone();
    let people = match fields.maybe::<usize>("table")? {
        Some(table) => {
            let table = table.checked_sub(1).and_then(|place| plan.tables.get(place));
            table.ok_or(Wrong::Unreadable { field: "table" })?.clone()
        }
        None => vec![person(&desk, &fields, "person")?],
    };
    for person in people {
        if locked {
            plan.locked.insert(person);
        } else {
            plan.locked.remove(&person);
        }
    }
    save(&app, &asked, desk, &fields, op, plan, None).await
}

/// `POST /meetings/{id}/group-plan/bonds`: two are kept together or apart, or no longer.
pub async fn bond(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let desk = desk(&app, &asked, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let pair = [person(&desk, &fields, "one")?, person(&desk, &fields, "other")?];
    if pair[0] == pair[1] {
        return Err(Wrong::Unreadable { field: "other" });
    }
    let mut plan = desk.prepared.plan.clone();
    let kept = fields.flag("kept")?;
    let bonds = match fields.text("kind") {
        "together" => &mut plan.together,
        "apart" => &mut plan.apart,
        _ => return Err(Wrong::Unreadable { field: "kind" }),
    };
    bonds.retain(|it| *it != pair && *it != [pair[1], pair[0]]);
    if !kept {
        return save(&app, &asked, desk, &fields, op, plan, None).await;
    }
    if bonds.len() >= BONDS_MAX {
        return Err(Wrong::refused(meeting::refusal::Refusal::TooMany));
    }
    bonds.push(pair);
    plan.rules.keep_bonds = true;
    let (people, met) = (desk.prepared.people.clone(), desk.met.clone());
    let (rotations, wanted) = (desk.rotations.clone(), plan.clone());
    let mended = search(move || plan.mended(&people, &met, &rotations)).await?;
    save_if_possible(&app, &asked, desk, &fields, op, mended, &wanted).await
}

/// `POST /meetings/{id}/group-plan/undo`: the groups as they were before the last change.
pub async fn undo(
    State(app): State<App>,
    Path(id): Path<String>,
    asked: Asked,
    request: Request,
) -> Result<Response, Wrong> {
    let desk = desk(&app, &asked, &id).await?;
    let (fields, op) = body(&asked, request).await?;
    let before = match desk.prepared.plan.before {
        Some(version) => app.store.groups_at(ORG, &id, version).await?,
        None => None,
    };
    let Some(before) = before else { return Err(Wrong::Missing) };
    let before = prepared::read(&before)?.with_ids_of(&desk.plan);
    // The list may have changed since, so the groups of then are fitted to the people of now.
    let (people, met, rotations) =
        (desk.prepared.people.clone(), desk.met.clone(), desk.rotations.clone());
    let chain = before.before;
    let plan = search(move || before.fitted(&people, &met, &rotations)).await?;
    store(&app, &asked, desk, &fields, op, GroupPlan { before: chain, ..plan }, None).await
}

fn person(desk: &Desk, fields: &Fields, field: &'static str) -> Result<u32, Wrong> {
    let number = fields.number(field)?;
    let known = desk.prepared.people.iter().any(|it| it.number == number);
    if known { Ok(number) } else { Err(Wrong::Unreadable { field }) }
}

/// Runs a search beside the tasks that answer others. Its budget is steps, so that a seed gives
/// the same groups on every machine.
async fn search<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Wrong> {
    tokio::task::spawn_blocking(work).await.map_err(|why| Wrong::from(anyhow::Error::from(why)))
}

async fn save_if_possible(
    app: &App,
    asked: &Asked,
    desk: Desk,
    fields: &Fields,
    op: String,
    drawn: Result<GroupPlan, Conflict>,
    wanted: &GroupPlan,
) -> Result<Response, Wrong> {
    match drawn {
        Ok(plan) => save(app, asked, desk, fields, op, plan, None).await,
        Err(conflict) => {
            let trouble = GroupsTrouble::Conflict(conflict);
            refused(app, asked, &desk, trouble, StatusCode::UNPROCESSABLE_ENTITY, wanted).await
        }
    }
}

async fn refused(
    app: &App,
    asked: &Asked,
    desk: &Desk,
    trouble: GroupsTrouble,
    status: StatusCode,
    wanted: &GroupPlan,
) -> Result<Response, Wrong> {
    let mut response = if asked.wants_json {
        let mut frame = asked.frame(app);
        frame.lang = asked.lang(Some(desk.plan.lang));
        let (title, text) = pages::groups_trouble(&frame, &desk.prepared.people, &trouble);
        let code = trouble.code();
        axum::Json(json!({ "error": { "code": code, "title": title, "text": text } }))
            .into_response()
    } else {
        show_page(app, asked, desk, Some(trouble), Some(wanted)).await?
    };
    *response.status_mut() = status;
    Ok(response)
}

/// Saves a change, so that it can be undone.
async fn save(
    app: &App,
    asked: &Asked,
    desk: Desk,
    fields: &Fields,
    op: String,
    plan: GroupPlan,
    people: Option<Vec<ExpectedRow>>,
) -> Result<Response, Wrong> {
    let before = Some(desk.prepared.version).filter(|version| *version > 0);
    store(app, asked, desk, fields, op, GroupPlan { before, ..plan }, people).await
}

async fn store(
    app: &App,
    asked: &Asked,
    desk: Desk,
    fields: &Fields,
    op: String,
    plan: GroupPlan,
    people: Option<Vec<ExpectedRow>>,
) -> Result<Response, Wrong> {
    let expected_version: i64 = fields.number("version")?;
    let body = serde_json::to_string(&plan).map_err(anyhow::Error::from)?;
    let now = clock::now();
    let answer = json!({
        "ok": true,
        "saved_at": clock::as_clock(now),
        "version": expected_version + 1,
    });
    let edit = GroupsEdit {
        org: ORG.to_owned(),
        meeting: desk.id.clone(),
        expected_version,
        body,
        people,
        at: now.0,
        op: Some(Op { id: op, answer: answer.to_string() }),
    };
    match app.store.save_groups(edit).await? {
        Saved::New { .. } => Ok(asked.done(&answer, &back(&desk.id, fields))),
        Saved::Repeated { answer } => {
            let answer = serde_json::from_str(&answer).map_err(anyhow::Error::from)?;
            Ok(asked.done(&answer, &back(&desk.id, fields)))
        }
        Saved::Moved { .. } => {
            let desk = self::desk(app, asked, &desk.id).await?;
            let (trouble, status) = (GroupsTrouble::Changed, StatusCode::CONFLICT);
            refused(app, asked, &desk, trouble, status, &plan).await
        }
    }
}

/// After a move the page says who was moved; otherwise it opens where the change was made.
fn back(id: &str, fields: &Fields) -> String {
    let own = format!("/meetings/{id}/groups");
    let person = fields.maybe::<u32>("person").ok().flatten();
    let moves = fields.get("with").or(fields.get("table"));
    match (person, moves, fields.get("at")) {
        (Some(person), Some(_), _) => format!("{own}?moved={person}#said"),
        (Some(person), None, Some("chosen")) => format!("{own}?person={person}#chosen"),
        (_, _, Some("bonds")) => format!("{own}?bonds=open#bonds"),
        (_, _, Some(at)) if at.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-') => {
            format!("{own}#{at}")
        }
        (_, _, Some(_) | None) => own,
    }
}
