//! The way in: the code, the name, and the wait for the leader's yes.

use kernel::ids::SeatId;
use maud::{Markup, html};

use super::frame::{Frame, Sheet, page};

/// What the join page shows.
pub struct Join {
    pub code: String,
    /// Those who are in already, for one who comes back on another device.
    pub names: Vec<(SeatId, String)>,
    /// The names on the leader's list, whether they have come or not: nobody is shown as missing.
    pub expected: Vec<String>,
    /// Why the last try did not go, in words.
    pub problem: Option<String>,
    /// What was typed.
    pub name: String,
}

/// Returns the page where one says one's name.
#[must_use]
pub fn join_page(f: &Frame<'_>, join: &Join) -> Markup {
    let title = f.t("join-title");
    let described = join.problem.as_ref().map(|_| "join-problem");
    let content = html! {
        form class="sl-stack" id="join-form" method="post" action=(format!("/m/{}/seats", join.code)) {
            (problem(join.problem.as_deref(), "join-problem"))
            ds-field class="ds-field" {
                label class="ds-label" for="join-name" { (f.t("join-name")) }
                input class="ds-input" id="join-name" name="name" value=(join.name) required
                    autocomplete="name" aria-describedby=[described]
                    list=[(!join.expected.is_empty()).then_some("join-expected")];
                @if !join.expected.is_empty() {
                    datalist id="join-expected" {
                        @for name in &join.expected { option value=(name) {} }
                    }
                }
            }
            p class="from" { (f.t("join-name-text")) }
            @if !join.expected.is_empty() { p class="from" { (f.t("join-expected")) } }
            button class="ds-button" { (f.t("join-send")) }
        }
        @if !join.names.is_empty() {
            details class="ds-details" id="claim" {
                summary { (f.t("claim-title")) }
                form class="sl-stack" id="claim-form" method="post"
                    action=(format!("/m/{}/claims", join.code)) {
                    p { (f.t("claim-text")) }
                    ds-field class="ds-field" {
                        label class="ds-label" for="claim-seat" { (f.t("claim-label")) }
                        select class="ds-input" id="claim-seat" name="seat" {
                            @for (seat, name) in &join.names { option value=(seat.0) { (name) } }
                        }
                    }
                    button class="ds-button" data-variant="secondary" { (f.t("claim-send")) }
                }
            }
        }
    };
    page(f, &Sheet::new(&title), false, &content)
}

/// Returns the page where one writes the code.
#[must_use]
pub fn code_page(f: &Frame<'_>, trouble: Option<&str>, typed: &str) -> Markup {
    let title = f.t("join-title");
    let described = trouble.map(|_| "code-problem");
    let content = html! {
        form class="sl-stack" id="code-form" method="post" action="/join" {
            (problem(trouble, "code-problem"))
            ds-field class="ds-field" {
                label class="ds-label" for="code" { (f.t("join-code")) }
                input class="ds-input sl-code-field" id="code" name="code" value=(typed) required
                    inputmode="numeric" autocomplete="off" aria-describedby=[described];
            }
            button class="ds-button" { (f.t("join-send")) }
        }
    };
    page(f, &Sheet::new(&title), false, &content)
}

/// Returns the page of one who waits for the leader to say that it is them.
#[must_use]
pub fn waiting_page(f: &Frame<'_>, name: &str) -> Markup {
    let title = f.t("waiting-title");
    let content = html! {
        sl-live src=(f.at("live?as=claim")) data-seq=(f.seq) {}
        (waiting_part(f, name))
    };
    page(f, &Sheet { reload_s: Some(4), ..Sheet::new(&title) }, false, &content)
}

/// Returns the part of the waiting page that is sent again.
#[must_use]
pub fn waiting_part(f: &Frame<'_>, name: &str) -> Markup {
    html! {
        div id="screen" class="sl-stack" {
            p { (f.with("waiting-text", &[("name", name.into())])) }
            p { a class="ds-button" href=(f.path) { (f.t("waiting-again")) } }
        }
    }
}

fn problem(problem: Option<&str>, id: &str) -> Markup {
    html! {
        @if let Some(problem) = problem {
            div class="ds-alert" data-color="warning" id=(id) role="alert" {
                p { (problem) }
            }
        }
    }
}
