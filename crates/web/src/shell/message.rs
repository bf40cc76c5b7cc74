//! A plain message, and a wish that was not granted: what happened, and what to do.

use maud::{Markup, html};
use meeting::refusal::Refusal;

use crate::shell::frame::{Frame, Sheet, page};

/// Returns a page that says one thing.
#[must_use]
pub fn message_page(f: &Frame<'_>, title: &str, text: &str) -> Markup {
    let content = html! {
        p { (text) }
        p { a class="ds-link" href="/" { (f.t("to-start")) } }
    };
    page(f, &Sheet::new(title), false, &content)
}

/// A form that was sent and may be sent once more as it was.
pub struct Again<'a> {
    pub address: &'a str,
    pub fields: &'a [(String, String)],
}

/// Returns why nothing was stored, with a button that sends the same once more.
#[must_use]
pub fn again_page(f: &Frame<'_>, title: &str, text: &str, again: &Again<'_>) -> Markup {
    let content = html! {
        p { (text) }
        form id="again" method="post" action=(again.address) {
            @for (name, value) in again.fields {
                input type="hidden" name=(name) value=(value);
            }
            button class="ds-button" { (f.t("send-again")) }
        }
    };
    page(f, &Sheet::new(title), false, &content)
}

/// Returns why a wish was not granted, with what was typed, so that nothing is lost.
#[must_use]
pub fn refusal_page(f: &Frame<'_>, refusal: &Refusal, typed: &str) -> Markup {
    let key = format!("refusal-{}", refusal.key());
    let title = f.attr(&key, "title");
    let content = html! {
        p { (f.attr(&key, "text")) }
        @if let Refusal::Changed { theirs, .. } = refusal {
            h2 class="ds-heading" data-size="xs" { (f.t("outbox-theirs")) }
            p class="sl-question__text" { (theirs) }
        }
        @if !typed.trim().is_empty() {
            ds-field class="ds-field" {
                label class="ds-label" for="typed" { (f.t("outbox-yours")) }
                textarea class="ds-input" id="typed" rows="6" readonly { (typed) }
            }
            p { (f.t("copy-text-hint")) }
        }
        p { a class="ds-button" href=(f.path) { (f.t("back")) } }
    };
    page(f, &Sheet::new(&title), false, &content)
}
