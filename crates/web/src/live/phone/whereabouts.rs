//! Where to sit and whom to meet, how long it lasts, and whose turn it is.

use kernel::seating::GoesTo;
use kernel::step::Mode;
use maud::{Markup, html};
use meeting::screens::phone::PhoneScreen;
use meeting::screens::{ClockState, NowCard, TableCard};

use super::page::at;
use crate::shell::bits::{self, Press};
use crate::shell::frame::Frame;
use crate::shell::time;

/// The ring, and beside it: where, and whom.
pub(super) fn hero(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard) -> Markup {
    html! {
        section class={ "ph-hero sl-" (bits::mode_colour(now.mode)) } aria-label=(f.t("hero-name")) {
            (bits::ring(f, now.clock, false))
            div class="ph-meet" {
                @match &s.table {
                    Some(table) => (place(f, now, table)),
                    None => {
                        span class="who" { (bits::icon(f, bits::mode_icon(now.mode))) " "
                            (mode(f, now.mode)) }
                    }
                }
                @if !s.roles.is_empty() && s.table.is_some() {
                    span class="ph-roles" {
                        @for role in &s.roles {
                            span class="ds-tag" data-color="fjord" {
                                (bits::icon(f, bits::role_icon(*role))) (bits::role_name(f, *role))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn mode(f: &Frame<'_>, mode: Mode) -> String {
    f.t(match mode {
        Mode::Alone => "mode-alone",
        Mode::Pair => "mode-pair",
        Mode::Trio => "mode-trio",
        Mode::Group => "mode-group",
        Mode::Plenary => "mode-plenary",
        Mode::Input => "mode-input",
        Mode::Break => "mode-break",
    })
}

fn place(f: &Frame<'_>, now: &NowCard, table: &TableCard) -> Markup {
    let is_pair = now.seating.kind().goes_to == GoesTo::Partner;
    let others = || table.members.iter().filter(|it| !it.is_me);
    html! {
        @if is_pair {
            span class="from" { (f.t("date-meet")) }
            span class="who" {
                @for (number, it) in others().enumerate() {
                    @if number > 0 { " " (f.t("and")) " " }
                    (it.name)
                }
            }
            @if others().count() > 1 { span class="from" { (f.t("date-trio")) } }
        } @else {
            ul class="sl-plain" aria-label=(f.t("table-members")) {
                @for it in &table.members { li { (bits::member(f, it)) } }
            }
        }
        span class="ph-table" { (f.t("date-go-table")) " " b class="sl-num" { (table.number.0) } }
    }
}

/// Before the clock runs: the table says that it has found itself.
pub(super) fn ready(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard) -> Markup {
    let action = at(f, s, "readiness");
    html! {
        @if now.clock.state == ClockState::Waiting && s.table.is_some() {
            @if s.table_ready {
                p { strong { (bits::icon(f, "ready")) (f.t("table-is-ready")) } }
            } @else {
                (Press {
                    variant: "primary",
                    ..Press::new("ready-form", &action, "ready", &f.t("date-ready"))
                }.form(f))
            }
        }
    }
}

/// The round of the table, or the table that has the floor.
pub(super) fn turns(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard) -> Markup {
    let table = now.turn.as_ref().and_then(|turn| turn.table);
    html! {
        @if let Some(table) = table {
            p class="ph-do" { (bits::icon(f, "plenary"))
                strong { (f.n("floor-table", table.0)) } }
        }
        @if let (Some(mine), Some(turn)) = (s.speaks_for, &now.turn) {
            @if mine.turn == turn.turn {
                p { (f.n("speak-now", mine.table.0)) }
            } @else if mine.turn > turn.turn {
                p { (f.n("speak-later", mine.table.0)) }
            }
        }
        @if let Some(turn) = &s.table_turn {
            @let here = usize::try_from(turn.turn).unwrap_or(usize::MAX);
            @let action = at(f, s, "turns");
            @let from = [("from", turn.turn.to_string())];
            section class="sl-stack" aria-label=(f.t("turns-name")) {
                @if here < turn.names.len() {
                    ol class="ph-turn sl-plain" {
                        @for (number, name) in turn.names.iter().enumerate().skip(here) {
                            li class=[(number == here).then_some("now")]
                                aria-current=[(number == here).then_some("true")] {
                                b { (name) }
                                @if number == here { span class="sl-num" {
                                    (f.with("turn-now", &[("time", time::countdown(turn.each).into())]))
                                } } @else { span { (f.t("turn-then")) } }
                            }
                        }
                    }
                    div class="sl-row" {
                        (Press { values: &from, variant: "primary", ..Press::new("turn-next", &action, "forward", &f.t("turn-next")) }.form(f))
                        (Press { values: &from, variant: "tertiary", ..Press::new("turn-pass", &action, "", &f.t("turn-pass")) }.form(f))
                    }
                } @else { p { (f.t("turns-done")) } }
            }
        }
    }
}
