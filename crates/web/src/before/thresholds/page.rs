//! The page where an organisation sets its own numbers for Møteråd.

use maud::{Markup, html};

use crate::shell::frame::{Frame, Sheet, page};

/// A number that may be set, and between what.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// As in the catalogue's numbers.
    pub name: &'static str,
    pub least: u32,
    pub most: u32,
}

/// A limit with what stands in its field.
pub struct LimitLine {
    pub limit: Limit,
    /// Empty when it is the usual one.
    pub typed: String,
    pub usual: u64,
    pub is_outside: bool,
}

/// Returns the form. Beside each field stands what is usual.
#[must_use]
pub fn thresholds_page(f: &Frame<'_>, lines: &[LimitLine], is_saved: bool) -> Markup {
    let title = f.t("limits-title");
    let content = html! {
        p { (f.t("limits-intro")) }
        @if is_saved { div class="ds-alert" data-color="success" role="status" { p { (f.t("limits-saved")) } } }
        @if lines.iter().any(|line| line.is_outside) {
            div class="ds-alert" data-color="warning" role="alert" { p { (f.t("limits-outside")) } }
        }
        form class="sl-stack" id="limits-form" method="post" action="/settings/advice"
            novalidate {
            @for line in lines { (field(f, line)) }
            button class="ds-button" { (f.t("save")) }
        }
        p { a class="ds-link" href="/meetings" { (f.t("nav-meetings")) } }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

fn field(f: &Frame<'_>, line: &LimitLine) -> Markup {
    let Limit { name, least, most } = line.limit;
    let key = name.replace('_', "-");
    let (id, help) = (format!("limit-{key}"), format!("limit-{key}-help"));
    let between = [("least", least.into()), ("most", most.into()), ("usual", line.usual.into())];
    html! {
        ds-field class="ds-field" {
            label class="ds-label" for=(id) { (f.t(&format!("limit-{key}"))) }
            input class="ds-input sl-number" id=(id) name=(name) type="number" inputmode="numeric"
                min=(least) max=(most) value=(line.typed) placeholder=(line.usual)
                autocomplete="off" aria-describedby=(help) aria-invalid=[line.is_outside.then_some("true")];
            p id=(help) data-field="description" { (f.with("limits-usual", &between)) }
            @if line.is_outside {
                p class="ds-validation-message" data-field="validation" {
                    (f.with("limits-wanted", &between))
                }
            }
        }
    }
}
