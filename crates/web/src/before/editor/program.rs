//! The program: tid, hva, mål, a row for each item, and how the time is shared.

use kernel::role::Role;
use kernel::step::Mode;
use maud::{Markup, html};
use plan::document::{Item, ItemKind, Plan};
use plan::questions::{self, Class};
use plan::shortlist::shortlist;
use plan::timetable::timetable;
use plan::ways::steps_of_row;

use super::View;
use super::row;
use crate::shell::bits;
use crate::shell::frame::Frame;

/// Ways of working that are at hand below the program, besides a break.
const CHIPS: usize = 4;

/// The rows, and what may be added below them.
#[must_use]
pub fn program(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    let times = timetable(plan);
    let after = plan.items.last().map_or(String::new(), |item| format!(":{}", item.id));
    html! {
        section id="ed-program" aria-labelledby="program" {
            h2 id="program" class="ds-sr-only" { (f.t("program")) }
            @if !plan.items.is_empty() {
                div class="ed-cols" aria-hidden="true" {
                    span {} span { (f.t("col-time")) } span { (f.t("col-what")) } span { (f.t("col-goal")) }
                }
                ol id="ed-rows" class="ed-rows" data-moved=(f.with("ed-moved", &[
                    ("what", "{what}".into()), ("n", "{n}".into()), ("of", "{of}".into()),
                ])) {
                    @for (at, item) in plan.items.iter().enumerate() {
                        @let when = times.rows.get(at).cloned().unwrap_or_default();
                        (row::row(f, view, at, item, &when))
                    }
                }
            } @else {
                p { (f.t("ed-no-rows")) }
            }
            div id="ed-add" class="ed-add" {
                span { (f.t("ed-add")) ":" }
                @for tool in suited(plan) {
                    button class="ds-chip" name="do" id=(format!("ed-add-{tool}"))
                        value=(format!("add:{tool}{after}")) { (short_name(f, tool)) }
                }
                a class="ds-chip" href=(f.at("plan/tools")) { (f.t("ed-all-tools")) }
            }
            p class="ed-total" { (f.n("plan-total", plan.minutes())) }
            @if 0 < times.over {
                p class="ed-over" {
                    span { (bits::icon(f, "hourglass")) " " (f.n("ed-over", times.over)) }
                    button class="ds-button" data-variant="secondary" id="ed-shorten" name="do" value="shorten" {
                        (f.t("ed-shorten"))
                    }
                }
            }
        }
    }
}

/// The ways of working that stand as chips: what suits the room and is easiest, and a break.
fn suited(plan: &Plan) -> Vec<&'static str> {
    let pause = tools::pause::TOOL.name;
    let ways = shortlist(None, plan.participants, tools::ALL);
    let ways = ways.into_iter().filter(|way| way.suits && way.tool != pause);
    ways.take(CHIPS).map(|way| way.tool).chain([pause]).collect()
}

/// The way of being together that most of a row's time goes to, when so many are expected.
#[must_use]
pub fn mode_of(item: &Item, people: u32) -> Mode {
    if item.kind == ItemKind::Pause {
        return Mode::Break;
    }
    let steps = steps_of_row(item, people, tools::ALL);
    let mut longest = (Mode::Plenary, 0);
    for step in &steps {
        let here: u32 = steps.iter().filter(|it| it.mode == step.mode).map(|it| it.seconds.0).sum();
        if longest.1 < here {
            longest = (step.mode, here);
        }
    }
    longest.0
}

/// Returns the roles that people have at the tables of an item, when so many are expected.
#[must_use]
pub fn roles(item: &Item, people: u32) -> &'static [Role] {
    if !item.own_steps.is_empty() {
        return &[];
    }
    let steps = steps_of_row(item, people, tools::ALL).into_iter();
    let mut roles = steps.map(|step| step.seating.kind().roles);
    roles.find(|roles| !roles.is_empty()).unwrap_or_default()
}

/// The colour of a way of being together in the program: input is time people give away.
#[must_use]
pub fn colour(mode: Mode) -> &'static str {
    match mode {
        Mode::Alone | Mode::Pair => "lyng",
        Mode::Trio | Mode::Group => "fjord",
        Mode::Plenary => "mose",
        Mode::Input => "molte",
        Mode::Break => "neutral",
    }
}

#[must_use]
pub fn mode_name(f: &Frame<'_>, mode: Mode) -> String {
    let key = match mode {
        Mode::Alone => "ed-mode-alone",
        Mode::Pair => "ed-mode-pair",
        Mode::Trio => "ed-mode-trio",
        Mode::Group => "ed-mode-group",
        Mode::Plenary => "ed-mode-plenary",
        Mode::Input => "ed-mode-input",
        Mode::Break => "ed-mode-break",
    };
    f.t(key)
}

/// The name of a way of working where there is little room.
#[must_use]
pub fn short_name(f: &Frame<'_>, tool: &str) -> String {
    f.find(&format!("short-{tool}"), None).unwrap_or_else(|| f.t(tool))
}

/// How open each of a row's questions is. Calm: a word beside each, and no colour of warning.
#[must_use]
pub fn openness(f: &Frame<'_>, item: &Item) -> Markup {
    html! {
        @if !item.questions.is_empty() {
            ul id=(format!("item-{}-openness", item.id)) class="ed-openness sl-plain" {
                @for question in &item.questions {
                    @let class = questions::overall(&questions::classify(question));
                    li { span class="ds-tag" data-color="neutral" data-variant="outline" {
                        (openness_name(f, item, question, class))
                    } " " (question) }
                }
            }
        }
    }
}

fn openness_name(f: &Frame<'_>, item: &Item, question: &str, class: Class) -> String {
    if item.open_enough.iter().any(|it| it == question) {
        return f.t("question-open-enough");
    }
    let key = match class {
        Class::Open => "question-open",
        Class::Task => "question-task",
        Class::Closed => "question-closed",
        Class::Leading => "question-leading",
        Class::Narrow => "question-narrow",
        Class::Unknown => "question-unknown",
    };
    f.t(key)
}
