//! Stand-in until the pages are merged.

use kernel::ids::SeatId;
use kernel::lang::Lang;
use kernel::step::Step;
use kernel::time::Moment;
use maud::{DOCTYPE, Markup, html};
use meeting::refusal::Refusal;
use meeting::screens::console::ConsoleScreen;
use meeting::screens::phone::PhoneScreen;
use meeting::screens::result::ResultScreen;
use meeting::screens::wall::WallScreen;
use plan::document::{Plan, Problem};

use crate::assets::Assets;
use crate::texts::Texts;

/// What every page needs to know of the request it answers.
pub struct Frame<'a> {
    pub lang: Lang,
    pub texts: &'a Texts,
    pub assets: &'a Assets,
    /// Empty outside a meeting.
    pub meeting: &'a str,
    pub code: &'a str,
    pub origin: &'a str,
    pub now: Moment,
    pub seq: i64,
    /// The seats that this device acts as.
    pub seats: Vec<(SeatId, String)>,
    pub path: &'a str,
}

pub struct PrintSet {
    pub plan: Plan,
    pub console: ConsoleScreen,
    pub steps: Vec<Vec<Step>>,
}

pub struct Join<'a> {
    pub code: &'a str,
    pub names: Vec<(SeatId, String)>,
    pub problem: Option<&'a str>,
    pub name: &'a str,
}

pub struct MeetingLine {
    pub id: String,
    pub code: String,
    pub title: String,
    pub starts_at: String,
    pub ended: bool,
}

pub struct TemplateLine {
    pub name: String,
    pub title: String,
}

fn page(frame: &Frame, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.lang.tag()) {
            head { meta charset="utf-8"; title { "Sløyfe" } link rel="stylesheet" href=(frame.assets.url("app.css")); }
            body { main id="screen" { (body) } }
        }
    }
}

#[must_use]
pub fn phone_page(frame: &Frame, screen: &PhoneScreen) -> Markup {
    page(frame, &phone_part(frame, screen))
}

#[must_use]
pub fn phone_part(_frame: &Frame, screen: &PhoneScreen) -> Markup {
    html! { h1 { (screen.title) } p { (screen.name) } pre { (format!("{screen:?}")) } }
}

#[must_use]
pub fn console_page(frame: &Frame, screen: &ConsoleScreen) -> Markup {
    page(frame, &console_part(frame, screen))
}

#[must_use]
pub fn console_part(_frame: &Frame, screen: &ConsoleScreen) -> Markup {
    html! { h1 { (screen.title) } pre { (format!("{screen:?}")) } }
}

#[must_use]
pub fn wall_page(frame: &Frame, screen: &WallScreen) -> Markup {
    page(frame, &wall_part(frame, screen))
}

#[must_use]
pub fn wall_part(_frame: &Frame, screen: &WallScreen) -> Markup {
    html! { h1 { (screen.title) } pre { (format!("{screen:?}")) } }
}

#[must_use]
pub fn result_page(frame: &Frame, screen: &ResultScreen) -> Markup {
    page(frame, &html! { h1 { (screen.title) } })
}

#[must_use]
pub fn print_page(frame: &Frame, part: &str, set: &PrintSet) -> Markup {
    page(frame, &html! { h1 { (set.plan.title) } p { (part) } })
}

#[must_use]
pub fn join_page(frame: &Frame, join: &Join) -> Markup {
    page(frame, &html! {
        @if let Some(problem) = join.problem { p role="alert" { (problem) } }
        form method="post" action={ "/m/" (join.code) "/seats" } { input name="name" value=(join.name); button { "join" } }
    })
}

#[must_use]
pub fn code_page(frame: &Frame, problem: Option<&str>, typed: &str) -> Markup {
    page(frame, &html! {
        @if let Some(problem) = problem { p role="alert" { (problem) } }
        form method="post" action="/join" { input name="code" value=(typed); button { "join" } }
    })
}

#[must_use]
pub fn waiting_page(frame: &Frame) -> Markup {
    page(frame, &html! { p { "waiting" } })
}

#[must_use]
pub fn meetings_page(frame: &Frame, meetings: &[MeetingLine]) -> Markup {
    page(frame, &html! { ul { @for it in meetings { li { a href={ "/meetings/" (it.id) "/plan" } { (it.title) } } } } })
}

#[must_use]
pub fn new_meeting_page(frame: &Frame, templates: &[TemplateLine], _problems: &[Problem]) -> Markup {
    page(frame, &html! { form method="post" action="/meetings" { select name="template" { @for it in templates { option value=(it.name) { (it.title) } } } button { "make" } } })
}

#[must_use]
pub fn plan_page(frame: &Frame, plan: &Plan, version: i64, _problems: &[Problem], _conflict: Option<&Plan>) -> Markup {
    page(frame, &html! { form method="post" { input name="title" value=(plan.title); input type="hidden" name="version" value=(version); } })
}

#[must_use]
pub fn message_page(frame: &Frame, title_key: &str, text_key: &str) -> Markup {
    page(frame, &html! { h1 { (title_key) } p { (text_key) } })
}

#[must_use]
pub fn refusal_page(frame: &Frame, refusal: &Refusal, typed: &str) -> Markup {
    page(frame, &html! { h1 { (refusal.key()) } textarea readonly { (typed) } })
}
