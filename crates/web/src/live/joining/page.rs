//! The page where one says one's name, or that a seat is one's own.

use kernel::ids::SeatId;
use maud::{Markup, html};

use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, page};

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
            (bits::problem(join.problem.as_deref(), "join-problem"))
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
