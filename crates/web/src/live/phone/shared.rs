//! What I have handed on, with a way to take it back and to let it stand again.

use maud::{Markup, html};
use meeting::screens::phone::{PhoneScreen, SharedCard};

use super::page::at;
use crate::shell::bits::Press;
use crate::shell::frame::Frame;

pub(super) fn shared(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    html! {
        @if !s.shared.is_empty() {
            section class="sl-stack" aria-labelledby="shared-title" {
                h2 class="ds-heading" data-size="2xs" id="shared-title" { (f.t("shared-title")) }
                ul class="sl-plain sl-stack" {
                    @for it in &s.shared { li class="wl-note" { (one(f, s, it)) } }
                }
            }
        }
    }
}

fn one(f: &Frame<'_>, s: &PhoneScreen, it: &SharedCard) -> Markup {
    let number = it.id.0;
    let (take, stand) = (format!("take-back-{number}"), format!("restore-{number}"));
    let withdrawal = at(f, s, &format!("texts/{number}/withdrawal"));
    let restoration = at(f, s, &format!("texts/{number}/restoration"));
    html! {
        @if it.is_withdrawn {
            p { "«" (it.text) "» " span class="by" { (f.t("shared-taken-back")) } }
            (Press {
                of: Some(&it.text),
                ..Press::new(&stand, &restoration, "undo", &f.t("undo"))
            }.form(f))
        } @else {
            p { "«" (it.text) "» " span class="by" { (f.n(&format!("kind-{}", it.kind.key()), 0)) } }
            (Press {
                of: Some(&it.text),
                variant: "tertiary",
                ..Press::new(&take, &withdrawal, "hide", &f.t("shared-take-back"))
            }.form(f))
        }
    }
}
