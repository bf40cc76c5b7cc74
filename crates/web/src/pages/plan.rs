//! The list of meetings, a new meeting, and the plan as a form.

mod form;

use kernel::lang::Lang;
use maud::{Markup, html};
use plan::document::{Item, Plan, Problem};

use super::bits;
use super::frame::{Frame, Sheet, page};
use super::time;

pub use form::plan_from_form;

/// A line of the list of meetings.
pub struct MeetingLine {
    pub id: String,
    pub title: String,
    pub code: String,
    /// Local date and time as in the plan; empty when not set.
    pub starts_at: String,
    pub ended: bool,
}

/// Returns the leader's meetings.
#[must_use]
pub fn meetings_page(f: &Frame<'_>, meetings: &[MeetingLine]) -> Markup {
    let title = f.t("nav-meetings");
    let content = html! {
        p { a class="ds-button" href="/meetings/new" { (bits::icon(f, "plus")) (f.t("plan-new")) } }
        @if meetings.is_empty() { p { (f.t("meetings-none")) } }
        ul class="sl-plain sl-stack" {
            @for it in meetings {
                li class="rs-card" {
                    h2 { a class="ds-link" href=(format!("/meetings/{}/console", it.id)) { (it.title) } }
                    @if !it.starts_at.is_empty() { p { (time::start_in_words(f.lang, &it.starts_at)) } }
                    @if it.ended {
                        p { a class="ds-link" href=(format!("/meetings/{}/result", it.id)) {
                            (f.t("ended-result"))
                        } }
                    } @else {
                        p { (f.t("code-word")) " " span class="pj-code" { (bits::spoken_code(&it.code)) } }
                        p { a class="ds-link" href=(format!("/meetings/{}/plan", it.id)) { (f.t("link-plan")) } }
                    }
                }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

/// Returns the form for a new meeting: a title, and a template to start from.
#[must_use]
pub fn new_meeting_page(
    f: &Frame<'_>,
    templates: &[(String, String)],
    problem: Option<&str>,
) -> Markup {
    let title = f.t("plan-new");
    let content = html! {
        form class="sl-stack" id="new-meeting" method="post" action="/meetings" {
            @if let Some(problem) = problem {
                div class="ds-alert" data-color="warning" role="alert" { p { (problem) } }
            }
            (bits::input("new-title", "title", &f.t("plan-title"), "text", ""))
            (bits::input("new-start", "starts_at", &f.t("plan-starts-at"), "datetime-local", ""))
            fieldset class="ds-fieldset" {
                legend { (f.t("plan-from-template")) }
                @for (number, (key, name)) in templates.iter().enumerate() {
                    @let id = format!("template-{number}");
                    ds-field class="ds-field" {
                        input class="ds-input" type="radio" id=(id) name="template" value=(key)
                            checked[number == 0];
                        label class="ds-label" for=(id) { (name) }
                    }
                }
            }
            button class="ds-button" { (f.t("plan-make")) }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

/// Returns the plan as a form. `conflict` is what somebody else saved meanwhile.
#[must_use]
pub fn plan_page(
    f: &Frame<'_>,
    plan: &Plan,
    version: i64,
    problems: &[Problem],
    conflict: Option<&Plan>,
) -> Markup {
    let title = if plan.title.is_empty() { f.t("plan-new") } else { plan.title.clone() };
    let content = html! {
        (flaws(f, plan, problems))
        @if let Some(other) = conflict { (other_plan(f, other)) }
        form class="sl-stack" id="plan-form" method="post" action=(f.at("plan")) {
            input type="hidden" name="version" value=(version);
            (purpose(f, plan))
            h2 class="ds-heading" data-size="sm" { (f.t("program")) }
            p { (f.n("plan-total", plan.minutes())) }
            @for (number, item) in plan.items.iter().enumerate() {
                (row(f, number, item, plan.items.len()))
            }
            div class="sl-row" {
                button class="ds-button" data-variant="secondary" name="do" value="add" {
                    (bits::icon(f, "plus")) (f.t("block-add"))
                }
                button class="ds-button" name="do" value="save" { (f.t("save")) }
            }
        }
        p { a class="ds-link" href=(f.at("groups")) { (f.t("link-groups")) } }
        p { a class="ds-link" href=(f.at("console")) { (f.t("link-console")) } }
    };
    let scope = format!("{}-leader", f.meeting);
    page(f, &Sheet { desk: true, scope: &scope, ..Sheet::new(&title) }, false, &content)
}

fn other_plan(f: &Frame<'_>, other: &Plan) -> Markup {
    html! {
        section class="ph-carry" aria-labelledby="conflict-title" {
            h2 class="ds-heading" data-size="xs" id="conflict-title" { (f.t("plan-conflict")) }
            p { (f.t("plan-conflict-text")) }
            p { strong { (other.title) } " – " (f.n("minutes", other.minutes())) }
            ol { @for item in &other.items { li { (item.title) " – " (f.n("minutes", item.minutes)) } } }
        }
    }
}

fn flaws(f: &Frame<'_>, plan: &Plan, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            section class="ph-carry" aria-labelledby="flaws-title" {
                h2 class="ds-heading" data-size="xs" id="flaws-title" { (f.t("plan-flaws")) }
                ul { @for problem in problems { li { (flaw(f, plan, problem)) } } }
            }
        }
    }
}

fn flaw(f: &Frame<'_>, plan: &Plan, problem: &Problem) -> Markup {
    let (key, item) = match problem {
        Problem::TitleMissing => ("problem-title-missing", None),
        Problem::NoItems => ("problem-no-items", None),
        Problem::TooManyItems => ("problem-too-many-items", None),
        Problem::ItemTitleMissing { item } => ("problem-item-title-missing", Some(*item)),
        Problem::MinutesOutside { item } => ("problem-minutes-outside", Some(*item)),
        Problem::ToolUnknown { item } => ("problem-tool-unknown", Some(*item)),
        Problem::LineTooLong { item } => ("problem-line-too-long", *item),
        Problem::StartUnreadable => ("problem-start-unreadable", None),
    };
    let name = item.and_then(|item| plan.items.get(item)).map(|item| item.title.as_str());
    html! {
        @if let Some(item) = item {
            a class="ds-link" href=(format!("#item-{item}-title")) {
                (f.n("block", item + 1)) @if let Some(name) = name { @if !name.is_empty() { ", " (name) } }
            } ": "
        }
        (f.t(key))
    }
}

fn purpose(f: &Frame<'_>, plan: &Plan) -> Markup {
    html! {
        (bits::input("plan-title", "title", &f.t("plan-title"), "text", &plan.title))
        (area("plan-purpose", "purpose", &f.t("plan-purpose"), &plan.purpose))
        (area("plan-goals", "goals", &f.t("plan-goals"), &plan.goals.join("\n")))
        (area("plan-result", "result", &f.t("plan-result"), &plan.result))
        (bits::input("plan-starts-at", "starts_at", &f.t("plan-starts-at"), "datetime-local", &plan.starts_at))
        (bits::input("plan-place", "place", &f.t("plan-place"), "text", &plan.place))
        (bits::input("plan-leader", "leader", &f.t("plan-leader"), "text", &plan.leader))
        ds-field class="ds-field" {
            label class="ds-label" for="plan-lang" { (f.t("language")) }
            select class="ds-input" id="plan-lang" name="lang" {
                @for (lang, name) in [(Lang::Nb, "Bokmål"), (Lang::Nn, "Nynorsk"), (Lang::En, "English")] {
                    option value=(lang.tag()) selected[lang == plan.lang] { (name) }
                }
            }
        }
        details class="ds-details" id="plan-frames" {
            summary { (f.t("plan-frames")) }
            div class="sl-stack" {
                (area("plan-decided", "decided", &f.t("frame-decided"), &plan.frames.decided))
                (area("plan-open", "open", &f.t("frame-open"), &plan.frames.open))
                (area("plan-expected", "expected", &f.t("frame-expected"), &plan.frames.expected))
            }
        }
    }
}

fn area(id: &str, name: &str, label: &str, text: &str) -> Markup {
    html! {
        ds-field class="ds-field" {
            label class="ds-label" for=(id) { (label) }
            textarea class="ds-input" id=(id) name=(name) rows="2" { (text) }
        }
    }
}

fn row(f: &Frame<'_>, number: usize, item: &Item, items: usize) -> Markup {
    let id = |part: &str| format!("item-{number}-{part}");
    let field = |part: &str, key: &str, kind: &str, text: &str| {
        bits::input(&id(part), &id(part), &f.t(key), kind, text)
    };
    let lines = |part: &str, key: &str, lines: &[String]| {
        area(&id(part), &id(part), &f.t(key), &lines.join("\n"))
    };
    html! {
        fieldset class="ds-fieldset rs-card" {
            legend { (f.n("block", number + 1)) }
            (field("title", "item-title", "text", &item.title))
            (field("goal", "item-goal", "text", &item.goal))
            (field("minutes", "item-minutes", "number", &item.minutes.to_string()))
            ds-field class="ds-field" {
                label class="ds-label" for=(id("tool")) { (f.t("item-tool")) }
                select class="ds-input" id=(id("tool")) name=(id("tool")) {
                    @for tool in tools::ALL {
                        option value=(tool.name) selected[tool.name == item.tool] { (f.t(tool.name)) }
                    }
                }
            }
            details class="ds-details" id=(id("more")) {
                summary { (f.t("item-more")) }
                div class="sl-stack" {
                    (lines("questions", "item-questions", &item.questions))
                    (lines("orders", "item-orders", &item.orders))
                    (lines("presenters", "item-presenters", &item.presenters))
                    ds-field class="ds-field" {
                        input class="ds-input" type="checkbox" id=(id("prepared")) name=(id("prepared"))
                            value="true" checked[item.prepared];
                        label class="ds-label" for=(id("prepared")) { (f.t("item-prepared")) }
                    }
                }
            }
            div class="sl-row" {
                @for (act, key, may) in [
                    ("up", "block-move-up", number > 0),
                    ("down", "block-move-down", number + 1 < items),
                    ("remove", "block-remove", true),
                ] {
                    @if may {
                        button class="ds-button" data-variant="tertiary" name="do"
                            value=(format!("{act}-{number}"))
                            aria-label=(format!("{}: {}", f.t(key), item.title)) { (f.t(key)) }
                    }
                }
            }
        }
    }
}
