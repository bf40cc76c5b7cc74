//! What stands round the program: before, during and after, and when and where.

use maud::{Markup, html};
use plan::document::fields::PlanField;
use plan::document::{Plan, Preparation};

use super::View;
use super::inputs::{Inputs, press};
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
pub fn times(form: &Inputs<'_, Plan>) -> Markup {
    let fields = [
        PlanField::StartsAt,
        PlanField::EndsAt,
        PlanField::Place,
        PlanField::Leader,
        PlanField::Participants,
        PlanField::Kind,
        PlanField::Unit,
        PlanField::Lang,
    ];
    html! {
        @for field in fields { (form.input(field)) }
        div class="ed-ticks" {
            (form.input(PlanField::GroupsWanted))
            (form.input(PlanField::RolesWanted))
        }
    }
}

/// What an imported agenda said that found no place.
#[must_use]
pub fn notes(form: &Inputs<'_, Plan>, plan: &Plan) -> Markup {
    html! {
        @if !plan.notes.is_empty() { (form.input(PlanField::Notes)) }
    }
}

/// The tasks people do before they come.
#[must_use]
pub fn before(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    let form = Inputs::new(f, String::new(), plan);
    html! {
        details id="ed-before" class="ed-fold" {
            summary { (f.t("ed-before-title")) }
            div id="before" class="sl-stack ed-fields-all" {
                @for task in &plan.preparation { (one_task(f, plan, task)) }
                div class="sl-row" {
                    (press(f, "ed-prep-add", "prep-add", "plus", &f.t("prep-add")))
                }
                @if plan.preparation.is_empty() {
                    (form.input(PlanField::NoPreparation))
                }
                (form.input(PlanField::Materials))
            }
        }
    }
}

fn one_task(f: &Frame<'_>, plan: &Plan, task: &Preparation) -> Markup {
    let name = |part: &str| format!("prep-{}-{part}", task.id);
    let form = Inputs::new(f, name(""), task);
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
                (form.input(PlanField::Instruction))
            }
            (form.input(PlanField::TaskMinutes))
            (form.input(PlanField::DueAt))
            div class="ed-wide" {
                (form.input(PlanField::Starters))
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
    let form = Inputs::new(f, String::new(), &view.plan);
    html! {
        details id="ed-after" class="ed-fold" {
            summary { (f.t("ed-after-title")) }
            div id="after" class="ed-fields" {
                (form.input(PlanField::ResultChannel))
                (form.input(PlanField::Spread))
                (form.input(PlanField::Stage))
                div class="ed-ticks" {
                    (form.input(PlanField::Trial))
                    (form.input(PlanField::Evaluate))
                }
            }
        }
    }
}
