//! Every route, in one table that makes the router and its own documentation.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use serde_json::{Value, json};

use crate::App;
use crate::before::{
    editor, groups, importing, invitation, meetings, paper, quick, templates, thresholds,
};
use crate::door::who::{Guarded, Who};
use crate::door::{codes, health, links as doors};
use crate::live::wishes::{self, By, Params, Wisher};
use crate::live::{console, joining, links, phone, result, screens, stream, waiting, wall};
use crate::shell::failure::Wrong;
use crate::shell::{assets, front, language, middleware, notices};

/// One method of one path.
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    /// Who is let in, as the handler's first argument says.
    pub who: Who,
    /// What the route reads or changes.
    pub objects: &'static [&'static str],
    handler: MethodRouter<App>,
}

type Objects = &'static [&'static str];

/// A page or data for those whom the handler's proof lets in.
fn get<H, T>(path: &'static str, objects: Objects, handler: H) -> Route
where
    H: Handler<T, App>,
    T: Guarded + 'static,
{
    Route { method: "GET", path, who: T::WHO, objects, handler: routing::get(handler) }
}

/// A change by those whom the handler's proof lets in.
fn post<H, T>(path: &'static str, objects: Objects, handler: H) -> Route
where
    H: Handler<T, App>,
    T: Guarded + 'static,
{
    Route { method: "POST", path, who: T::WHO, objects, handler: routing::post(handler) }
}

/// What anyone may read: the ways in, assets and health.
fn open_get<H, T>(path: &'static str, objects: Objects, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    Route { method: "GET", path, who: Who::Anyone, objects, handler: routing::get(handler) }
}

/// What anyone may send: a code, a name, a claim, a language.
fn open_post<H, T>(path: &'static str, objects: Objects, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    Route { method: "POST", path, who: Who::Anyone, objects, handler: routing::post(handler) }
}

/// A wish in a meeting that runs; whose it may be, `by` says.
fn wished(path: &'static str, by: By, objects: Objects, wisher: Wisher) -> Route {
    let handler = move |State(app): State<App>, params: Params, request: Request| {
        wishes::wish(app, by, wisher, params, request)
    };
    Route { method: "POST", path, who: by.who(), objects, handler: routing::post(handler) }
}

impl Route {
    /// Takes bodies of so many bytes.
    fn taking(mut self, bytes_max: usize) -> Route {
        self.handler = self.handler.layer(DefaultBodyLimit::max(bytes_max));
        self
    }
}

/// Every route. Those that are not open begin with a proof, or do not compile (`access-first`).
pub static ROUTES: LazyLock<Vec<Route>> = LazyLock::new(|| {
    vec![
        open_get("/", &[], front::front),
        open_get("/healthz", &[], health::healthz),
        open_get("/readyz", &[], health::readyz),
        open_get("/clock", &[], health::clock_now),
        open_get("/assets/{file}", &["asset"], assets::asset),
        open_get("/robots.txt", &[], notices::robots),
        open_get("/.well-known/security.txt", &[], notices::security),
        open_get("/sw.js", &["asset"], assets::service_worker),
        open_post("/language", &[], language::language),
        open_get("/l/{token}", &["link"], doors::leader_link),
        open_get("/w/{token}", &["link"], doors::wall_link),
        open_get("/p/{token}", &["link"], doors::seat_link),
        open_get("/o/{token}", &["link"], doors::organiser_link),
        open_get("/j/{token}", &["link"], doors::join_link),
        open_post("/sign-out", &[], doors::sign_out),
        open_post("/join", &["meeting"], codes::join),
        open_get("/m/{code}", &["meeting", "seat"], joining::lobby),
        open_post("/m/{code}/seats", &["seat"], joining::take_seat),
        open_post("/m/{code}/claims", &["claim"], joining::claim_seat),
        get("/meetings", &["meeting"], meetings::meetings),
        get("/meetings/new", &["plan"], meetings::new_meeting),
        post("/meetings", &["meeting", "plan"], meetings::create),
        get("/meetings/import", &["plan"], importing::page),
        post("/meetings/import", &["meeting", "plan"], importing::import)
            .taking(importing::REQUEST_BYTES_MAX),
        get("/meetings/quick", &["plan"], quick::page),
        post("/meetings/quick", &["meeting", "plan"], quick::make),
        get("/settings/advice", &["setting"], thresholds::page),
        post("/settings/advice", &["setting"], thresholds::save),
        get("/links", &["link"], links::of_organiser),
        post("/links", &["link"], links::make_organisers),
        post("/links/removal", &["link"], links::take_back_organisers),
        post("/templates/{id}/name", &["template"], templates::rename),
        post("/templates/{id}/removal", &["template"], templates::remove),
        get("/meetings/{id}/template", &["plan"], templates::page),
        post("/meetings/{id}/template", &["plan", "template"], templates::keep),
        get("/meetings/{id}/invitation", &["plan"], invitation::page),
        post("/meetings/{id}/invitation", &["plan"], invitation::send),
        get("/meetings/{id}/invitation.ics", &["plan"], invitation::calendar),
        get("/meetings/{id}/plan", &["plan"], editor::save::plan),
        post("/meetings/{id}/plan", &["plan"], editor::save::save),
        post("/meetings/{id}/plan/words", &["plan"], editor::save::words),
        post("/meetings/{id}/plan/undo", &["plan"], editor::save::undo),
        get("/meetings/{id}/plan/questions", &["plan"], editor::questions::questions),
        get("/meetings/{id}/plan/tools", &["plan"], editor::picker::tools),
        get("/meetings/{id}/plan/away", &["plan"], editor::away::choose),
        post("/meetings/{id}/plan/away", &["plan"], editor::away::away),
        get("/meetings/{id}/plan/previous", &["plan"], editor::previous::choose),
        post("/meetings/{id}/plan/previous", &["plan", "result"], editor::previous::fetch),
        get("/meetings/{id}/plan/versions", &["plan"], editor::versions::versions),
        post("/meetings/{id}/plan/versions/{n}", &["plan"], editor::versions::bring),
        get("/meetings/{id}/plan/live", &["plan"], editor::live::live),
        get("/meetings/{id}/links", &["link"], links::of_meeting),
        post("/meetings/{id}/links", &["link"], links::make),
        post("/meetings/{id}/links/removal", &["link"], links::take_back),
        get("/meetings/{id}/groups", &["group-plan"], groups::groups),
        post("/meetings/{id}/expected", &["expected"], groups::expect),
        post("/meetings/{id}/expected/removal", &["expected", "group-plan"], groups::forget_people),
        post("/meetings/{id}/encounters/removal", &["encounter"], groups::forget_encounters),
        post("/meetings/{id}/group-plan", &["group-plan"], groups::draw),
        post("/meetings/{id}/group-plan/moves", &["group-plan"], groups::move_person),
        post("/meetings/{id}/group-plan/locks", &["group-plan"], groups::lock),
        post("/meetings/{id}/group-plan/bonds", &["group-plan"], groups::bond),
        post("/meetings/{id}/group-plan/undo", &["group-plan"], groups::undo),
        get("/meetings/{id}", &["seat"], phone::phone),
        get("/meetings/{id}/waiting", &["claim"], waiting::waiting),
        get("/meetings/{id}/console", &["meeting"], console::console),
        get("/meetings/{id}/wall", &["meeting"], wall::wall),
        get("/meetings/{id}/result", &["result"], result::result),
        get("/meetings/{id}/print", &["plan"], paper::all),
        get("/meetings/{id}/print/{part}", &["plan"], paper::part),
        get("/meetings/{id}/live", &["meeting", "seat"], stream::live),
        get("/meetings/{id}/state", &["meeting", "seat"], screens::state),
        post("/meetings/{id}/seats", &["seat"], joining::add_seat),
        post("/meetings/{id}/detours", &["table"], wishes::detour),
        wished("/meetings/{id}/door", By::Leader, &["meeting"], wishes::door),
        wished("/meetings/{id}/seats/{n}/departure", By::Either, &["seat"], wishes::departure),
        wished("/meetings/{id}/seats/{n}/return", By::Either, &["seat"], wishes::come_back),
        wished("/meetings/{id}/seats/{n}/removal", By::Leader, &["seat"], wishes::removal),
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
        wished(
            "/meetings/{id}/texts/{n}/withdrawal",
            By::Seat,
            &["contribution"],
            wishes::withdrawal,
        ),
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
        wished(
            "/meetings/{id}/commitments",
            By::Either,
            &["commitment", "seat"],
            wishes::commitment,
        ),
        wished(
            "/meetings/{id}/commitments/{n}/answer",
            By::Promiser,
            &["commitment"],
            wishes::commitment_answer,
        ),
        wished("/meetings/{id}/deputy", By::Leader, &["seat"], wishes::deputy),
        wished("/meetings/{id}/lead", By::Lead, &["meeting"], wishes::lead),
    ]
});

/// Returns the routes as data for outside checks.
#[must_use]
pub fn as_json() -> Value {
    let rows = ROUTES.iter().map(|route| {
        json!({
            "method": route.method,
            "path": route.path,
            "who": route.who.words(),
            "objects": route.objects,
        })
    });
    Value::Array(rows.collect())
}

/// Returns the whole service.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for route in ROUTES.iter() {
        router = router.route(route.path, route.handler.clone());
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
