//! The editor's page, and the parts of it that are sent again with each new version.

use maud::{Markup, html};
use plan::document::Standing;
use plan::document::fields::PlanField;

use super::inputs::Inputs;
use super::{View, advice, around, picture, previous, program};
use crate::live::rooms::Stage;
use crate::shell::frame::{Frame, Sheet, document, foot};
use crate::shell::{bits, time};

/// Returns the page: one form, with Møteråd beside it.
#[must_use]
pub fn page(f: &Frame<'_>, view: &View) -> Markup {
    let title = title(f, view);
    let scope = format!("{}-plan", f.meeting);
    let sheet = Sheet { desk: true, scope: &scope, size: Some("sm"), ..Sheet::new(&title) };
    let content = html! {
        (top(f))
        section class="ed-lines" aria-label=(f.t("ed-changes")) { (lines(f)) }
        form id="plan-form" class="ed" method="post" action=(f.at("plan"))
            data-words=(f.at("plan/words")) data-undo=(f.at("plan/undo")) {
            main id="content" class="ed-main" tabindex="-1" {
                // Enter in a line presses the first button of a form, and it must be a harmless one.
                button class="ds-sr-only" name="do" value="save" tabindex="-1" aria-hidden="true" {
                    (f.t("save"))
                }
                (head(f, view))
                (about(f, view))
                (around::phases(f, view))
                (around::before(f, view))
                (picture::balance(f, view))
                (program::program(f, view))
                (around::after(f, view))
                (picture::mirror(f, view))
                noscript {
                    p { button class="ds-button" name="do" value="save" { (f.t("save")) } }
                }
            }
            (advice::panel(f, view))
        }
        (foot(f))
    };
    document(f, &sheet, &content)
}

/// Returns every part with its id, in the order of the page.
#[must_use]
pub fn parts(f: &Frame<'_>, view: &View) -> Vec<(&'static str, Markup)> {
    vec![
        ("ed-head", head(f, view)),
        ("ed-about", about(f, view)),
        ("ed-phases", around::phases(f, view)),
        ("ed-before", around::before(f, view)),
        ("ed-balance", picture::balance(f, view)),
        ("ed-program", program::program(f, view)),
        ("ed-after", around::after(f, view)),
        ("ed-mirror", picture::mirror(f, view)),
        ("advice", advice::panel(f, view)),
    ]
}

fn title(f: &Frame<'_>, view: &View) -> String {
    let title = view.plan.title.trim();
    if title.is_empty() { f.t("ed-untitled") } else { title.to_owned() }
}

fn top(f: &Frame<'_>) -> Markup {
    html! {
        header class="ed-top" {
            a class="sl-brand" href="/" { (bits::loop_mark()) (f.t("app-name")) }
            nav aria-label=(f.t("ed-main-menu")) {
                a href="/meetings" aria-current="true" { (f.t("nav-meetings")) }
            }
            div class="right" { (bits::connection(f)) }
        }
    }
}

/// The stream and the outbox, outside everything that is sent again.
fn lines(f: &Frame<'_>) -> Markup {
    html! {
        (bits::stream(f, &f.at("plan/live")))
        section id="ed-undone" class="ed-undone" aria-label=(f.t("ed-undo")) data-own hidden
            data-text=(f.t("ed-regret")) {
            span data-undone-text {}
            " "
            button class="ds-button" data-variant="secondary" data-size="sm" type="button"
                data-undo-now { (bits::icon(f, "undo")) (f.t("ed-undo")) }
        }
    }
}

/// The line of tools, the title, and when and where.
fn head(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    let saved = crate::shell::clock::as_clock(view.saved_at);
    html! {
        div id="ed-head" {
            input type="hidden" name="version" id="ed-version" value=(view.version);
            div class="ed-tool" {
                nav class="ds-breadcrumbs" aria-label=(f.t("ed-you-are-here")) {
                    ol {
                        li { a class="ds-link" href="/meetings" { (f.t("nav-meetings")) } }
                        li { a class="ds-link" href=(f.at("plan")) aria-current="page" { (f.t("ed-plan")) } }
                    }
                }
                span class="ds-tag" data-color="neutral" { (standing(f, &plan.standing)) }
                span id="ed-status" class="sl-status" data-save-status {
                    (bits::icon(f, "done"))
                    span data-save-text { (f.with("save-saved-at", &[("time", saved.into())])) }
                }
                div class="ed-actions" {
                    (undo(f))
                    a class="ds-button" data-variant="tertiary" data-color="neutral" data-icon
                        href=(f.at("print/program")) aria-label=(f.t("print")) data-tooltip=(f.t("print")) {
                        (bits::icon(f, "print"))
                    }
                    a class="ds-button" data-variant="tertiary" data-color="neutral"
                        href=(f.at("plan/versions")) { (f.t("ed-versions")) }
                    a class="ds-button" data-variant="secondary" href=(f.at("console")) { (f.t("link-console")) }
                    a class="ds-button" href=(f.at("invitation")) { (bits::icon(f, "send")) (f.t("ed-send")) }
                }
            }
            (runs(f, view))
            div class="ed-head" {
                h1 { (title(f, view)) }
                div class="ed-meta" {
                    @if !plan.starts_at.is_empty() {
                        span { (bits::icon(f, "calendar")) " " (time::span_in_words(f.lang, &plan.starts_at, &plan.ends_at)) }
                    }
                    @if !plan.place.is_empty() {
                        span { (bits::icon(f, "place")) " " (plan.place) }
                    }
                    @if 0 < plan.participants {
                        span { (bits::icon(f, "group")) " " (f.n("ed-participants-count", plan.participants)) }
                    }
                    a class="ds-link" href=(f.at("groups")) { (f.t("link-groups")) }
                    a class="ds-link" href=(f.at("links")) { (f.t("link-links")) }
                }
            }
        }
    }
}

/// That the meeting has a plan of its own by now, which is not this one.
fn runs(f: &Frame<'_>, view: &View) -> Markup {
    let key = match view.stage {
        Stage::Closed | Stage::Lobby(_) => return html! {},
        Stage::Runs => "ed-meeting-runs",
        Stage::Over => "ed-meeting-over",
    };
    html! {
        div id="ed-stage" class="ds-alert" data-color="info" role="status" { p { (f.t(key)) } }
    }
}

fn undo(f: &Frame<'_>) -> Markup {
    let button = |id: &str, key: &str, way: &str, mark: &str, is_hidden: bool| {
        html! {
            button class="ds-button" data-variant="tertiary" data-color="neutral" data-icon id=(id)
                formaction=(f.at("plan/undo")) data-stack=(way) aria-label=(f.t(key))
                data-tooltip=(f.t(key)) hidden[is_hidden] { (bits::icon(f, mark)) }
        }
    };
    html! {
        (button("ed-undo", "ed-undo", "undo", "undo", false))
        (button("ed-redo", "ed-redo", "redo", "redo", true))
    }
}

fn standing(f: &Frame<'_>, standing: &Standing) -> String {
    match standing {
        Standing::Draft => f.t("standing-draft"),
        Standing::Sent { .. } => f.t("standing-sent"),
        Standing::CalledOff { .. } => f.t("standing-called-off"),
        Standing::Notice => f.t("standing-notice"),
    }
}

/// What the meeting is: folded away once it has been said.
fn about(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    let form = Inputs::new(f, String::new(), plan);
    let is_open = plan.title.trim().is_empty() || plan.purpose.trim().is_empty();
    html! {
        details id="ed-about" class="ed-fold" open[is_open] {
            summary { (f.t("ed-about")) }
            div class="ed-fields" {
                (form.input(PlanField::Title))
                (form.input(PlanField::Purpose))
                (form.input(PlanField::Goals))
                (form.input(PlanField::Result))
                (around::times(&form))
                details id="ed-frames" class="ed-wide" {
                    summary { (f.t("plan-frames")) }
                    div class="ed-fields" {
                        (form.input(PlanField::FramesDecided))
                        (form.input(PlanField::FramesOpen))
                        (form.input(PlanField::FramesExpected))
                    }
                }
                (around::notes(&form, plan))
                (previous::field(f, &form))
            }
        }
    }
}
