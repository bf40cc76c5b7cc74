//! The fields of a row that few rows need: locks, listening orders, what is collected, own steps.

use maud::{Markup, html};
use plan::document::fields::PlanField;
use plan::document::{Item, Plan};

use super::choices::or_none;
use super::inputs::{Inputs, press};
use crate::shell::frame::Frame;

/// Returns the folded fields.
#[must_use]
pub fn more(f: &Frame<'_>, plan: &Plan, item: &Item, form: &Inputs<'_, Item>) -> Markup {
    let name = |part: &str| format!("item-{}-{part}", item.id);
    html! {
        details id=(name("more")) class="ed-wide" {
            summary { (f.t("ed-more")) }
            div class="ed-fields" {
                (form.input(PlanField::LockedStart))
                (form.input(PlanField::ReporterMinutes))
                (form.input(PlanField::Orders))
                (form.choose(PlanField::ReturnsAt, &later_rows(f, plan, item)))
                (form.input(PlanField::Capture))
                (form.input(PlanField::NoCapture))
                div class="ed-ticks" {
                    (form.input(PlanField::MinutesLocked))
                    (form.input(PlanField::LinksPrevious))
                    (form.input(PlanField::Commitments))
                    (form.input(PlanField::Evaluation))
                }
            }
        }
        details id=(name("own")) class="ed-wide" {
            summary { (f.t("ed-put-together")) }
            div class="sl-stack" { (own_steps(f, item)) }
        }
    }
}

/// The rows where listening orders may be taken up again: this one, or one that comes later.
fn later_rows(f: &Frame<'_>, plan: &Plan, item: &Item) -> Vec<(String, String)> {
    let rows = plan.items.iter().enumerate().skip_while(|(_, it)| it.id != item.id);
    let rows =
        rows.map(|(at, it)| (it.id.clone(), format!("{} – {}", f.n("block", at + 1), it.title)));
    or_none(f, "unsaid", rows)
}

fn own_steps(f: &Frame<'_>, item: &Item) -> Markup {
    html! {
        p { (f.t(if item.own_steps.is_empty() { "ed-parts-none" } else { "ed-parts-help" })) }
        @for (at, step) in item.own_steps.iter().enumerate() {
            @let name = |of: &str| format!("item-{}-part-{}-{of}", item.id, step.id);
            @let form = Inputs::new(f, name(""), step);
            fieldset id=(name("all")) class="ds-fieldset ed-part" {
                legend class="ds-sr-only" { (f.n("ed-part", at + 1)) }
                (form.input(PlanField::Mode))
                (form.input(PlanField::Minutes))
                (form.input(PlanField::Says))
                (press(f, &name("remove"), &format!("remove-part:{}:{}", item.id, step.id), "trash", &f.t("block-remove")))
            }
        }
        div class="sl-row" {
            (press(f, &format!("item-{}-part-add", item.id), &format!("add-part:{}:group", item.id), "plus", &f.t("ed-part-add")))
        }
    }
}
