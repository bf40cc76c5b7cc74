//! The bar of three buttons, and the seats that share the phone.

use maud::{Markup, html};
use meeting::screens::PhaseCard;
use meeting::screens::phone::PhoneScreen;

use super::page::at;
use crate::shell::bits;
use crate::shell::frame::Frame;

/// Always the same three, always in the same place.
pub(super) fn bar(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let hand = match s.hand {
        Some(place) => f.n("hand-place", place),
        None => f.t("hand-raise"),
    };
    let help = if s.help_asked { f.t("help-asked") } else { f.t("help-ask") };
    html! {
        nav class="ph-bar" aria-label=(f.t("shortcuts")) {
            form id="hand-form" method="post" action=(at(f, s, "hands")) data-outbox {
                input type="hidden" name="up" value=(s.hand.is_none());
                button aria-pressed=(s.hand.is_some().to_string()) {
                    (bits::icon(f, "hand")) (hand)
                }
            }
            @if s.table.is_some() {
                form id="help-form" method="post" action=(at(f, s, "help")) data-outbox {
                    button aria-pressed=(s.help_asked.to_string()) {
                        (bits::icon(f, "help")) (help)
                    }
                }
            }
            @if s.present {
                form id="leave-form" method="post"
                    action=(at(f, s, &format!("seats/{}/departure", s.me.0))) data-outbox {
                    button { (bits::icon(f, "leave")) (f.t("leave")) }
                }
            }
        }
    }
}

/// Who writes on this phone, and how one more can.
pub(super) fn device(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let path = f.path.split('?').next().unwrap_or(f.path);
    let others = f.seats.iter().filter(|(seat, _)| *seat != s.me);
    html! {
        @if f.seats.len() > 1 {
            nav aria-label=(f.t("seats-name")) class="sl-row" {
                span { (f.with("seats-now", &[("name", s.name.as_str().into())])) }
                @for (seat, name) in others {
                    a class="ds-button" data-variant="secondary" href=(format!("{path}?seat={}", seat.0)) {
                        (bits::icon(f, "person")) (f.with("seats-switch", &[("name", name.as_str().into())]))
                    }
                }
            }
        }
        details class="ds-details" id="more" {
            summary { (f.t("more")) }
            div class="sl-stack" {
                button class="ds-button" type="button" data-variant="secondary" data-awake hidden
                    data-on=(f.t("awake-on")) data-off=(f.t("awake-off"))
                    data-unsupported=(f.t("awake-unsupported")) {
                    (bits::icon(f, "phone")) span data-awake-text {}
                }
                @if s.phase != PhaseCard::Ended { (names(f, s)) }
                (bits::sign_out(f))
                @if !s.goals.is_empty() {
                    p { strong { (f.t("goals")) } }
                    ul { @for goal in &s.goals { li { (goal) } } }
                }
            }
        }
    }
}

/// The name that stands on the seat, and one more who writes on this phone.
fn names(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        form class="sl-stack" id="rename-form" method="post"
            action=(at(f, s, &format!("seats/{}/name", s.me.0))) data-outbox {
            (bits::input("rename", "name", &f.t("join-name"), "text", &s.name))
            button class="ds-button" data-variant="secondary" { (f.t("rename")) }
        }
        form class="sl-stack" id="share-form" method="post" action=(f.at("seats")) {
            input type="hidden" name="shared" value="true";
            (bits::input("share", "name", &f.t("share-label"), "text", ""))
            button class="ds-button" data-variant="secondary" {
                (bits::icon(f, "person-add")) (f.t("share-add"))
            }
        }
    }
}
