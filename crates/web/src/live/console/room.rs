//! The tables' status, and those who wait for an answer.

use maud::{Markup, html};
use meeting::screens::console::ConsoleScreen;

use crate::shell::bits::{self, Press};
use crate::shell::frame::Frame;

/// The tables as they stand: status as a word and an icon.
pub(super) fn groups(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    html! {
        @if !s.tables.is_empty() {
            section {
                h2 class="ds-heading" data-size="xs" { (f.t("tables")) }
                p class="cn-said" { (f.with("console-ready", &[
                    ("n", i64::try_from(s.ready).unwrap_or(0).into()),
                    ("of", i64::try_from(s.tables.len()).unwrap_or(0).into()),
                ])) }
                ul class="cn-groups" {
                    @for table in &s.tables {
                        li data-group=(bits::group_colour(table.number)) data-state=[bits::status_state(table.status)] {
                            strong { (f.n("table", table.number.0)) } br;
                            (bits::icon(f, bits::status_icon(table.status))) " "
                            (bits::status_name(f, table.status))
                            ul class="sl-plain" {
                                @for it in &table.members { li { (bits::member(f, it)) } }
                            }
                        }
                    }
                }
            }
        }
        @if !s.points.is_empty() {
            details class="ds-details" id="points" {
                summary { (f.t("source-room-points")) " (" (s.points.len()) ")" }
                ul { @for it in &s.points { li {
                    (it.card.text)
                    @if let Some(table) = it.table { " (" (f.n("table", table.0)) ")" }
                } } }
            }
        }
    }
}

/// Help, claims and hands: what waits for the leader stands first.
pub(super) fn needs(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    html! {
        section class="sl-stack" {
            h2 class="ds-heading" data-size="xs" { (f.t("needs")) }
            @if s.help.is_empty() && s.claims.is_empty() && s.hands.is_empty() {
                p { (f.t("needs-none")) }
            }
            (help(f, s))
            (claims(f, s))
            (hands(f, s))
        }
    }
}

fn help(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let action = f.at("help");
    html! {
        @for table in &s.help {
            @let id = format!("help-{}", table.0);
            @let values = [("table", table.0.to_string())];
            div class="sl-row" {
                strong { (bits::icon(f, "hand")) " " (f.n("help-table", table.0)) }
                (Press { values: &values, ..Press::new(&id, &action, "ready", &f.t("help-given")) }.form(f))
            }
        }
    }
}

fn claims(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    html! {
        @for claim in &s.claims {
            @let action = f.at(&format!("claims/{}", claim.claim));
            @let ids = (format!("claim-yes-{}", claim.claim), format!("claim-no-{}", claim.claim));
            @let (yes, no) = ([("granted", "true".to_owned())], [("granted", "false".to_owned())]);
            div class="ph-carry" {
                p { (f.with("claim-asks", &[("name", claim.name.as_str().into())])) }
                div class="sl-row" {
                    (Press { values: &yes, variant: "primary", ..Press::new(&ids.0, &action, "ready", &f.t("claim-grant")) }.form(f))
                    (Press { values: &no, ..Press::new(&ids.1, &action, "", &f.t("claim-deny")) }.form(f))
                }
            }
        }
    }
}

fn hands(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    html! {
        @if !s.hands.is_empty() {
            ol class="sl-plain sl-stack" aria-label=(f.t("hands")) {
                @for (number, it) in s.hands.iter().enumerate() {
                    @let action = f.at(&format!("hands/{}/lowering", it.seat.0));
                    @let id = format!("lower-{}", it.seat.0);
                    li class="sl-row" {
                        span { (bits::icon(f, "hand")) " " (number + 1) ". " (it.name) }
                        (Press { variant: "tertiary", ..Press::new(&id, &action, "", &f.t("hand-lower")) }.form(f))
                    }
                }
            }
        }
    }
}
