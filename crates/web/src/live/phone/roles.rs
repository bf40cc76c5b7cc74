//! The role card: what the role is for, and words to say. The focus keeper has two buttons.

use kernel::role::Role;
use maud::{Markup, html};
use meeting::screens::phone::PhoneScreen;

use super::page::at;
use crate::shell::bits::{self, Press};
use crate::shell::frame::Frame;

/// Returns a card for each role I hold at this table.
pub(super) fn cards(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        @if s.table.is_some() { @for role in &s.roles { (card(f, s, *role)) } }
    }
}

fn card(f: &Frame<'_>, s: &PhoneScreen, role: Role) -> Markup {
    let key = format!("role-{}", role.key());
    let action = at(f, s, "roles/passes");
    let id = format!("pass-{}", role.key());
    let values = [("role", role.key().to_owned())];
    html! {
        @if role == Role::FocusKeeper { (watch(f, s)) }
        details class="ds-details" id=(key) {
            summary { (bits::icon(f, bits::role_icon(role))) " "
                (f.with("role-yours", &[("role", f.t(&key).into())])) }
            div class="sl-stack" {
                p { (f.attr(&key, "help")) }
                p { (f.t("role-say")) }
                ul { @for line in f.attr(&key, "say").split(" / ") { li { "«" (line) "»" } } }
                p class="from" { (f.t("role-pass-text")) }
                (Press { values: &values, ..Press::new(&id, &action, "forward", &f.t("role-pass")) }.form(f))
            }
        }
    }
}

/// På sporet asks nothing of anyone; På vidda asks the table.
fn watch(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let action = at(f, s, "detours");
    html! {
        section class="ph-watch" aria-labelledby="watch-title" {
            h2 class="ds-heading" data-size="2xs" id="watch-title" { (f.t("watch-title")) }
            details class="ds-details" id="on-track" {
                summary { (bits::icon(f, "ready")) " " (f.t("watch-on")) }
                div { p { (f.t("watch-on-text")) } }
            }
            (Press::new("detour-form", &action, "viddevakt", &f.t("watch-off")).form(f))
        }
    }
}

/// «Er vi på saken?», to the whole table, with the three ways on.
pub(super) fn detour(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        @if s.detour {
            section class="ph-carry sl-stack" aria-labelledby="detour-title" {
                h2 class="ds-heading" data-size="2xs" id="detour-title" { (f.t("detour-title")) }
                p { (f.t("detour-text")) }
                p { strong { (f.t("detour-back")) ": " } (f.t("detour-back-text")) }
                details class="ds-details" id="detour-park" {
                    summary { (f.t("detour-park")) }
                    form class="sl-stack" id="park-form" method="post" action=(at(f, s, "parked"))
                        data-outbox data-reset {
                        (bits::input("park-text", "text", &f.t("park-label"), "text", ""))
                        button class="ds-button" data-variant="secondary" { (f.t("park-send")) }
                    }
                }
                details class="ds-details" id="detour-question" {
                    summary { (f.t("detour-question")) }
                    form class="sl-stack" id="question-form" method="post"
                        action=(at(f, s, "questions")) data-outbox data-reset {
                        (bits::input("question-text", "text", &f.t("question-label"), "text", ""))
                        button class="ds-button" data-variant="secondary" { (f.t("question-send")) }
                    }
                }
            }
        }
    }
}
