//! Three questions, and a program.

use maud::{Markup, html};
use plan::quick::{MINUTES, PEOPLE};

use crate::shell::bits;
use crate::shell::fields::Fields;
use crate::shell::frame::{Frame, Sheet, page};

/// Returns the form with what was typed; `wanting` names the fields that want an answer.
#[must_use]
pub fn quick_page(f: &Frame<'_>, typed: &Fields, wanting: &[&str]) -> Markup {
    let title = f.t("quick-title");
    let range = |(least, most): (u32, u32)| {
        f.with("quick-between", &[("least", least.into()), ("most", most.into())])
    };
    let content = html! {
        p { (f.t("quick-intro")) }
        form class="sl-stack" id="quick-form" method="post" action="/meetings/quick" novalidate {
            ds-field class="ds-field" {
                label class="ds-label" for="quick-wiser" { (f.t("quick-wiser")) }
                textarea class="ds-input" id="quick-wiser" name="wiser" rows="2" required
                    aria-invalid=[wrong(wanting, "wiser")] aria-describedby="quick-wiser-help" {
                    (typed.text("wiser"))
                }
                p id="quick-wiser-help" data-field="description" { (f.t("quick-wiser-help")) }
                (wanted(wanting, "wiser", &f.t("quick-wiser-wanted")))
            }
            (number(f, typed, wanting, "minutes", "90", &range((*MINUTES.start(), *MINUTES.end()))))
            (number(f, typed, wanting, "people", "20", &range((*PEOPLE.start(), *PEOPLE.end()))))
            button class="ds-button" { (bits::icon(f, "forward")) (f.t("quick-make")) }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

fn number(
    f: &Frame<'_>,
    typed: &Fields,
    wanting: &[&str],
    name: &'static str,
    usual: &str,
    range: &str,
) -> Markup {
    let (id, help) = (format!("quick-{name}"), format!("quick-{name}-help"));
    let value = typed.get(name).unwrap_or(usual);
    html! {
        ds-field class="ds-field" {
            label class="ds-label" for=(id) { (f.t(&id)) }
            input class="ds-input sl-number" id=(id) name=(name) inputmode="numeric" required
                autocomplete="off" value=(value) aria-invalid=[wrong(wanting, name)]
                aria-describedby=(help);
            p id=(help) data-field="description" { (range) }
            (wanted(wanting, name, &f.with("quick-number-wanted", &[("range", range.into())])))
        }
    }
}

fn wanted(wanting: &[&str], name: &str, says: &str) -> Markup {
    html! {
        @if wanting.contains(&name) {
            p class="ds-validation-message" data-field="validation" { (says) }
        }
    }
}

fn wrong(wanting: &[&str], name: &str) -> Option<&'static str> {
    wanting.contains(&name).then_some("true")
}
