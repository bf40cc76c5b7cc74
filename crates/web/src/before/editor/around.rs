//! What stands round the program: before, during and after, and when and where.

use kernel::lang::Lang;
use maud::{Markup, html};
use plan::document::{MeetingKind, Plan, Preparation, Unit};

use super::View;
use super::field::word;
use super::inputs::{Input, area, line, press, select, tick};
use crate::shell::frame::Frame;
use crate::shell::{bits, time};

/// Før, under, etter: what each of them has so far.
#[must_use]
pub fn phases(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    let before = match plan.preparation.iter().find(|task| !task.due_at.is_empty()) {
        Some(task) => {
            let day = time::day_in_words(f.lang, &task.due_at);
            f.with("ed-before-due", &[("day", day.into())])
        }
        None if !plan.preparation.is_empty() => f.n("ed-before-tasks", plan.preparation.len()),
        None if !plan.no_preparation.is_empty() => f.t("ed-before-skipped"),
        None => f.t("ed-before-none"),
    };
    let after = if plan.result_channel.is_empty() && plan.spread.is_empty() && !plan.trial {
        f.t("ed-after-none")
    } else {
        f.t("ed-after-some")
    };
    let during = f.n("ed-during-items", plan.items.len());
    html! {
        nav id="ed-phases" class="ed-phases" aria-label=(f.t("ed-loop")) {
            @for (to, colour, icon, name, says, is_here) in [
                ("#before", "lyng", "book", "ed-before", &before, false),
                ("#program", "fjord", "group", "ed-during", &during, true),
                ("#after", "mose", "tasks", "ed-after", &after, false),
            ] {
                a class="ed-phase" href=(to) data-color=(colour)
                    aria-current=[is_here.then_some("step")] {
                    (bits::icon(f, icon)) span { b { (f.t(name)) } (says) }
                }
            }
        }
    }
}

/// When, where, how many, and what kind of meeting.
#[must_use]
pub fn times(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    let count = if plan.participants == 0 { String::new() } else { plan.participants.to_string() };
    let kinds = [
        (MeetingKind::Development, "kind-development"),
        (MeetingKind::Mixed, "kind-mixed"),
        (MeetingKind::Administration, "kind-administration"),
    ]
    .map(|(kind, key)| (word(&kind), f.t(key)));
    let units = [
        (Unit::School, "unit-school"),
        (Unit::Kindergarten, "unit-kindergarten"),
        (Unit::AfterSchool, "unit-after-school"),
        (Unit::Network, "unit-network"),
    ]
    .map(|(unit, key)| (word(&unit), f.t(key)));
    let units: Vec<_> = std::iter::once((String::new(), f.t("unsaid"))).chain(units).collect();
    let langs = [(Lang::Nb, "Bokmål"), (Lang::Nn, "Nynorsk"), (Lang::En, "English")]
        .map(|(lang, name)| (lang.tag().to_owned(), name.to_owned()));
    let unit = plan.unit.map_or(String::new(), |unit| word(&unit));
    html! {
        (line(f, &Input::new("starts_at", "plan-starts-at", &plan.starts_at).kind("datetime-local")))
        (line(f, &Input::new("ends_at", "ed-ends-at", &plan.ends_at).kind("datetime-local")))
        (line(f, &Input::new("place", "plan-place", &plan.place)))
        (line(f, &Input::new("leader", "plan-leader", &plan.leader)))
        (line(f, &Input::new("participants", "ed-participants", &count).kind("number")))
        (select(f, &Input::new("kind", "ed-kind", &word(&plan.kind)), &kinds))
        (select(f, &Input::new("unit", "ed-unit", &unit), &units))
        (select(f, &Input::new("lang", "language", plan.lang.tag()), &langs))
        div class="ed-ticks" {
            (tick("groups_wanted", &f.t("ed-groups-wanted"), plan.groups_wanted))
            (tick("roles_wanted", &f.t("ed-roles-wanted"), plan.roles_wanted))
        }
    }
}

/// What an imported agenda said that found no place.
#[must_use]
pub fn notes(f: &Frame<'_>, plan: &Plan) -> Markup {
    html! {
        @if !plan.notes.is_empty() {
            (area(f, &Input::new("notes", "ed-notes", &plan.notes.join("\n"))))
        }
    }
}

/// The tasks people do before they come.
#[must_use]
pub fn before(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    html! {
        details id="ed-before" class="ed-fold" {
            summary { (f.t("ed-before-title")) }
            div id="before" class="sl-stack ed-fields-all" {
                @for task in &plan.preparation { (one_task(f, plan, task)) }
                div class="sl-row" {
                    (press(f, "ed-prep-add", "prep-add", "plus", &f.t("prep-add")))
                }
                @if plan.preparation.is_empty() {
                    (line(f, &Input::new("no_preparation", "ed-no-preparation", &plan.no_preparation)))
                }
                (area(f, &Input::new("materials", "ed-materials", &plan.materials.join("\n"))))
            }
        }
    }
}

fn one_task(f: &Frame<'_>, plan: &Plan, task: &Preparation) -> Markup {
    let name = |part: &str| format!("prep-{}-{part}", task.id);
    let minutes = if task.minutes == 0 { String::new() } else { task.minutes.to_string() };
    let users: Vec<String> = plan
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| task.used_by.contains(&item.id))
        .map(|(at, _)| f.n("block", at + 1))
        .collect();
    html! {
        fieldset id=(format!("task-{}", task.id)) class="ds-fieldset ed-fields ed-task" {
            legend class="ds-sr-only" { (f.t("prep-task")) }
            div class="ed-wide" {
                (area(f, &Input::new(&name("instruction"), "prep-instruction", &task.instruction)))
            }
            (line(f, &Input::new(&name("minutes"), "prep-minutes", &minutes).kind("number")))
            (line(f, &Input::new(&name("due_at"), "prep-due", &task.due_at).kind("datetime-local")))
            div class="ed-wide" {
                (area(f, &Input::new(&name("starters"), "prep-starters", &task.starters.join("\n"))))
            }
            p class="ed-wide sl-row" {
                @if users.is_empty() { span { (f.t("prep-unused")) } }
                @else { span { (f.t("prep-used-in")) " " (users.join(", ")) } }
                (press(f, &name("remove"), &format!("prep-remove:{}", task.id), "trash", &f.t("prep-remove")))
            }
        }
    }
}

/// What becomes of the result.
#[must_use]
pub fn after(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    html! {
        details id="ed-after" class="ed-fold" {
            summary { (f.t("ed-after-title")) }
            div id="after" class="ed-fields" {
                (line(f, &Input::new("result_channel", "ed-result-channel", &plan.result_channel)))
                (line(f, &Input::new("spread", "ed-spread", &plan.spread)))
                (line(f, &Input::new("stage", "ed-stage", &plan.stage)))
                div class="ed-ticks" {
                    (tick("trial", &f.t("ed-trial"), plan.trial))
                    (tick("evaluate", &f.t("ed-evaluate"), plan.evaluate))
                }
            }
        }
    }
}
