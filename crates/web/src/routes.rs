//! Every route, in one table that makes the router and its own documentation.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::routing::{MethodRouter, get, post};
use serde_json::{Value, json};

use crate::App;
use crate::before::{
    editor, groups, importing, invitation, meetings, paper, quick, templates, thresholds,
};
use crate::door::{codes, health, links};
use crate::live::wishes::{self, By, Params, Wisher};
use crate::live::{console, joining, phone, result, screens, stream, waiting, wall};
use crate::shell::failure::Wrong;
use crate::shell::{assets, front, language, middleware};

/// One method of one path.
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    /// Roles that are let in; everybody else is answered 404.
    pub who: &'static [&'static str],
    /// What the route reads or changes.
    pub objects: &'static [&'static str],
    does: Does,
}

enum Does {
    Own(fn() -> MethodRouter<App>),
    Wish(By, Wisher),
}

const ANYONE: &[&str] = &["anyone"];
const LEADER: &[&str] = &["leader", "organiser", "deputy-with-lead"];
const SEAT: &[&str] = &["seat"];
const EITHER: &[&str] = &["leader", "organiser", "deputy-with-lead", "seat"];
const ORGANISER: &[&str] = &["organiser"];
const PLANNER: &[&str] = &["organiser", "leader"];
const WALL: &[&str] = &["wall", "leader", "organiser", "deputy-with-lead"];
const ANY_ROLE: &[&str] = &["leader", "wall", "seat", "claim", "organiser"];

const fn page(
    path: &'static str,
    who: &'static [&'static str],
    objects: &'static [&'static str],
    make: fn() -> MethodRouter<App>,
) -> Route {
    Route { method: "GET", path, who, objects, does: Does::Own(make) }
}

const fn posted(
    path: &'static str,
    who: &'static [&'static str],
    objects: &'static [&'static str],
    make: fn() -> MethodRouter<App>,
) -> Route {
    Route { method: "POST", path, who, objects, does: Does::Own(make) }
}

const fn wished(
    path: &'static str,
    by: By,
    objects: &'static [&'static str],
    wisher: Wisher,
) -> Route {
    let who = match by {
        By::Leader => LEADER,
        By::Seat | By::Promiser => SEAT,
        By::Either | By::NamedSeat | By::Turn | By::Lead => EITHER,
    };
    Route { method: "POST", path, who, objects, does: Does::Wish(by, wisher) }
}

pub static ROUTES: &[Route] = &[
    page("/", ANYONE, &[], || get(front::front)),
    page("/healthz", ANYONE, &[], || get(health::healthz)),
    page("/readyz", ANYONE, &[], || get(health::readyz)),
    page("/clock", ANYONE, &[], || get(health::clock_now)),
    page("/assets/{file}", ANYONE, &["asset"], || get(assets::asset)),
    page("/sw.js", ANYONE, &["asset"], || get(assets::service_worker)),
    posted("/language", ANYONE, &[], || post(language::language)),
    page("/l/{token}", ANYONE, &["link"], || get(links::leader_link)),
    page("/w/{token}", ANYONE, &["link"], || get(links::wall_link)),
    page("/p/{token}", ANYONE, &["link"], || get(links::seat_link)),
    page("/o/{token}", ANYONE, &["link"], || get(links::organiser_link)),
    page("/j/{token}", ANYONE, &["link"], || get(links::join_link)),
    posted("/join", ANYONE, &["meeting"], || post(codes::join)),
    page("/m/{code}", ANYONE, &["meeting", "seat"], || get(joining::lobby)),
    posted("/m/{code}/seats", ANYONE, &["seat"], || post(joining::take_seat)),
    posted("/m/{code}/claims", ANYONE, &["claim"], || post(joining::claim_seat)),
    page("/meetings", ORGANISER, &["meeting"], || get(meetings::meetings)),
    page("/meetings/new", ORGANISER, &["plan"], || get(meetings::new_meeting)),
    posted("/meetings", ORGANISER, &["meeting", "plan"], || post(meetings::create)),
    page("/meetings/import", ORGANISER, &["plan"], || get(importing::page)),
    posted("/meetings/import", ORGANISER, &["meeting", "plan"], || {
        post(importing::import).layer(DefaultBodyLimit::max(importing::REQUEST_BYTES_MAX))
    }),
    page("/meetings/quick", ORGANISER, &["plan"], || get(quick::page)),
    posted("/meetings/quick", ORGANISER, &["meeting", "plan"], || post(quick::make)),
    page("/settings/advice", ORGANISER, &["setting"], || get(thresholds::page)),
    posted("/settings/advice", ORGANISER, &["setting"], || post(thresholds::save)),
    posted("/templates/{id}/name", ORGANISER, &["template"], || post(templates::rename)),
    posted("/templates/{id}/removal", ORGANISER, &["template"], || post(templates::remove)),
    page("/meetings/{id}/template", PLANNER, &["plan"], || get(templates::page)),
    posted("/meetings/{id}/template", PLANNER, &["plan", "template"], || post(templates::keep)),
    page("/meetings/{id}/invitation", PLANNER, &["plan"], || get(invitation::page)),
    posted("/meetings/{id}/invitation", PLANNER, &["plan"], || post(invitation::send)),
    page("/meetings/{id}/invitation.ics", PLANNER, &["plan"], || get(invitation::calendar)),
    page("/meetings/{id}/plan", PLANNER, &["plan"], || get(editor::save::plan)),
    posted("/meetings/{id}/plan", PLANNER, &["plan"], || post(editor::save::save)),
    posted("/meetings/{id}/plan/words", PLANNER, &["plan"], || post(editor::save::words)),
    posted("/meetings/{id}/plan/undo", PLANNER, &["plan"], || post(editor::save::undo)),
    page("/meetings/{id}/plan/questions", PLANNER, &["plan"], || get(editor::questions::questions)),
    page("/meetings/{id}/plan/tools", PLANNER, &["plan"], || get(editor::picker::tools)),
    page("/meetings/{id}/plan/away", PLANNER, &["plan"], || get(editor::away::choose)),
    posted("/meetings/{id}/plan/away", PLANNER, &["plan"], || post(editor::away::away)),
    page("/meetings/{id}/plan/previous", PLANNER, &["plan"], || get(editor::previous::choose)),
    posted("/meetings/{id}/plan/previous", PLANNER, &["plan", "result"], || {
        post(editor::previous::fetch)
    }),
    page("/meetings/{id}/plan/versions", PLANNER, &["plan"], || get(editor::versions::versions)),
    posted("/meetings/{id}/plan/versions/{n}", PLANNER, &["plan"], || {
        post(editor::versions::bring)
    }),
    page("/meetings/{id}/plan/live", PLANNER, &["plan"], || get(editor::live::live)),
    page("/meetings/{id}/groups", PLANNER, &["group-plan"], || get(groups::groups)),
    posted("/meetings/{id}/expected", PLANNER, &["expected"], || post(groups::expect)),
    posted("/meetings/{id}/expected/removal", PLANNER, &["expected", "group-plan"], || {
        post(groups::forget_people)
    }),
    posted("/meetings/{id}/encounters/removal", PLANNER, &["encounter"], || {
        post(groups::forget_encounters)
    }),
    posted("/meetings/{id}/group-plan", PLANNER, &["group-plan"], || post(groups::draw)),
    posted("/meetings/{id}/group-plan/moves", PLANNER, &["group-plan"], || {
        post(groups::move_person)
    }),
    posted("/meetings/{id}/group-plan/locks", PLANNER, &["group-plan"], || post(groups::lock)),
    posted("/meetings/{id}/group-plan/bonds", PLANNER, &["group-plan"], || post(groups::bond)),
    posted("/meetings/{id}/group-plan/undo", PLANNER, &["group-plan"], || post(groups::undo)),
    page("/meetings/{id}", SEAT, &["seat"], || get(phone::phone)),
    page("/meetings/{id}/waiting", &["claim"], &["claim"], || get(waiting::waiting)),
    page("/meetings/{id}/console", LEADER, &["meeting"], || get(console::console)),
    page("/meetings/{id}/wall", WALL, &["meeting"], || get(wall::wall)),
    page("/meetings/{id}/result", ANY_ROLE, &["result"], || get(result::result)),
    page("/meetings/{id}/print", LEADER, &["plan"], || get(paper::all)),
    page("/meetings/{id}/print/{part}", LEADER, &["plan"], || get(paper::part)),
    page("/meetings/{id}/live", ANY_ROLE, &["meeting", "seat"], || get(stream::live)),
    page("/meetings/{id}/state", ANY_ROLE, &["meeting", "seat"], || get(screens::state)),
    posted("/meetings/{id}/seats", EITHER, &["seat"], || post(joining::add_seat)),
    posted("/meetings/{id}/detours", SEAT, &["table"], || post(wishes::detour)),
    wished("/meetings/{id}/door", By::Leader, &["meeting"], wishes::door),
    wished("/meetings/{id}/seats/{n}/departure", By::Either, &["seat"], wishes::departure),
    wished("/meetings/{id}/seats/{n}/return", By::Either, &["seat"], wishes::come_back),
    wished("/meetings/{id}/seats/{n}/name", By::NamedSeat, &["seat"], wishes::name),
    wished("/meetings/{id}/claims/{n}", By::Leader, &["claim"], wishes::claim_answer),
    wished("/meetings/{id}/groups", By::Leader, &["table"], wishes::groups),
    wished("/meetings/{id}/groups/moves", By::Leader, &["seat", "table"], wishes::group_move),
    wished("/meetings/{id}/roles/passes", By::Seat, &["role"], wishes::role_pass),
    wished("/meetings/{id}/start", By::Leader, &["meeting"], wishes::start),
    wished("/meetings/{id}/position", By::Leader, &["meeting"], wishes::position),
    wished("/meetings/{id}/items/{n}/skip", By::Leader, &["item"], wishes::skip),
    wished("/meetings/{id}/items/{n}/move", By::Leader, &["item"], wishes::item_move),
    wished("/meetings/{id}/nudge", By::Leader, &["meeting"], wishes::nudge),
    wished("/meetings/{id}/clock", By::Leader, &["meeting"], wishes::clock),
    wished("/meetings/{id}/closure", By::Leader, &["meeting"], wishes::closure),
    wished("/meetings/{id}/turns", By::Turn, &["table"], wishes::turn),
    wished("/meetings/{id}/texts", By::Seat, &["contribution"], wishes::text),
    wished("/meetings/{id}/texts/{n}/withdrawal", By::Seat, &["contribution"], wishes::withdrawal),
    wished(
        "/meetings/{id}/texts/{n}/restoration",
        By::Seat,
        &["contribution"],
        wishes::restoration,
    ),
    wished("/meetings/{id}/loans", By::Seat, &["contribution"], wishes::loan),
    wished("/meetings/{id}/goals/{n}", By::Seat, &["goal"], wishes::goal),
    wished("/meetings/{id}/stands", By::Seat, &["contribution"], wishes::stand),
    wished("/meetings/{id}/choices", By::Seat, &["contribution"], wishes::choice),
    wished("/meetings/{id}/deliveries", By::Seat, &["item", "table"], wishes::delivery),
    wished("/meetings/{id}/hands", By::Seat, &["seat"], wishes::hand),
    wished("/meetings/{id}/hands/{n}/lowering", By::Either, &["seat"], wishes::hand_lowering),
    wished("/meetings/{id}/help", By::Either, &["table"], wishes::help),
    wished("/meetings/{id}/readiness", By::Seat, &["table"], wishes::readiness),
    wished("/meetings/{id}/parked", By::Either, &["parked"], wishes::parked),
    wished("/meetings/{id}/questions", By::Seat, &["table"], wishes::question),
    wished("/meetings/{id}/commitments", By::Either, &["commitment", "seat"], wishes::commitment),
    wished(
        "/meetings/{id}/commitments/{n}/answer",
        By::Promiser,
        &["commitment"],
        wishes::commitment_answer,
    ),
    wished("/meetings/{id}/deputy", By::Leader, &["seat"], wishes::deputy),
    wished("/meetings/{id}/lead", By::Lead, &["meeting"], wishes::lead),
];

/// Returns the routes as data for outside checks.
#[must_use]
pub fn as_json() -> Value {
    let rows = ROUTES.iter().map(|route| {
        json!({
            "method": route.method,
            "path": route.path,
            "who": route.who,
            "objects": route.objects,
        })
    });
    Value::Array(rows.collect())
}

/// Returns the whole service.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        router = router.route(route.path, method_router(route));
    }
    router
        .fallback(missing)
        .method_not_allowed_fallback(missing)
        .layer(axum::middleware::from_fn_with_state(app.shell.clone(), middleware::outermost))
        .layer(tower_http::compression::CompressionLayer::new())
        .with_state(app)
}

async fn missing() -> Wrong {
    Wrong::Missing
}

fn method_router(route: &'static Route) -> MethodRouter<App> {
    match route.does {
        Does::Own(make) => make(),
        Does::Wish(by, wisher) => {
            post(move |State(app): State<App>, params: Params, request: Request| {
                wishes::wish(app, by, wisher, params, request)
            })
        }
    }
}
