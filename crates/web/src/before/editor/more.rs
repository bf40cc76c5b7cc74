//! The fields of a row that few rows need: locks, listening orders, what is collected, own steps.

use kernel::step::Mode;
use maud::{Markup, html};
use plan::document::{Item, Plan};

use super::field::word;
use super::inputs::{Input, area, line, press, select, tick};
use super::program::mode_name;
use crate::shell::frame::Frame;

const MODES: [Mode; 7] =
    [Mode::Alone, Mode::Pair, Mode::Trio, Mode::Group, Mode::Plenary, Mode::Input, Mode::Break];

/// Returns the folded fields.
#[must_use]
pub fn more(f: &Frame<'_>, plan: &Plan, item: &Item) -> Markup {
    let name = |part: &str| format!("item-{}-{part}", item.id);
    let each =
        if item.reporter_minutes == 0 { String::new() } else { item.reporter_minutes.to_string() };
    html! {
        details id=(name("more")) class="ed-wide" {
            summary { (f.t("ed-more")) }
            div class="ed-fields" {
                (line(f, &Input::new(&name("starts_at"), "ed-lock-start", &item.starts_at).kind("time")))
                (line(f, &Input::new(&name("reporter_minutes"), "ed-reporter-minutes", &each).kind("number")))
                (area(f, &Input::new(&name("orders"), "item-orders", &item.orders.join("\n"))))
                (returns(f, plan, item))
                (line(f, &Input::new(&name("capture"), "ed-capture", &item.capture)))
                (line(f, &Input::new(&name("no_capture"), "ed-no-capture", &item.no_capture)))
                div class="ed-ticks" {
                    (tick(&name("minutes_locked"), &f.t("ed-lock-minutes"), item.minutes_locked))
                    (tick(&name("links_previous"), &f.t("ed-links-previous"), item.links_previous))
                    (tick(&name("commitments"), &f.t("ed-commitments"), item.commitments))
                    (tick(&name("evaluation"), &f.t("ed-evaluation"), item.evaluation))
                }
            }
        }
        details id=(name("own")) class="ed-wide" {
            summary { (f.t("ed-put-together")) }
            div class="sl-stack" { (own_steps(f, item)) }
        }
    }
}

/// The row where the listening orders are taken up again: this one, or one that comes later.
fn returns(f: &Frame<'_>, plan: &Plan, item: &Item) -> Markup {
    let rows = plan.items.iter().enumerate().skip_while(|(_, it)| it.id != item.id);
    let rows =
        rows.map(|(at, it)| (it.id.clone(), format!("{} – {}", f.n("block", at + 1), it.title)));
    let rows: Vec<_> = std::iter::once((String::new(), f.t("unsaid"))).chain(rows).collect();
    let name = format!("item-{}-returns_at", item.id);
    select(f, &Input::new(&name, "ed-returns-at", &item.returns_at), &rows)
}

fn own_steps(f: &Frame<'_>, item: &Item) -> Markup {
    let modes = MODES.map(|mode| (word(&mode), mode_name(f, mode)));
    html! {
        p { (f.t(if item.own_steps.is_empty() { "ed-parts-none" } else { "ed-parts-help" })) }
        @for (at, step) in item.own_steps.iter().enumerate() {
            @let name = |of: &str| format!("item-{}-part-{}-{of}", item.id, step.id);
            @let minutes = step.minutes.to_string();
            fieldset id=(name("all")) class="ds-fieldset ed-part" {
                legend class="ds-sr-only" { (f.n("ed-part", at + 1)) }
                (select(f, &Input::new(&name("mode"), "ed-part-mode", &word(&step.mode)), &modes))
                (line(f, &Input::new(&name("minutes"), "item-minutes", &minutes).kind("number")))
                (line(f, &Input::new(&name("says"), "ed-part-says", &step.says)))
                (press(f, &name("remove"), &format!("remove-part:{}:{}", item.id, step.id), "trash", &f.t("block-remove")))
            }
        }
        div class="sl-row" {
            (press(f, &format!("item-{}-part-add", item.id), &format!("add-part:{}:group", item.id), "plus", &f.t("ed-part-add")))
        }
    }
}
