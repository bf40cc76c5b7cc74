//! One row of the program: what it shows, and the fields it opens.

use maud::{Markup, html};
use plan::document::fields::PlanField;
use plan::document::{Item, ItemKind, Plan};
use plan::timetable::Row as When;

use super::View;
use super::inputs::{Inputs, id, label, press, tick};
use super::program::{self, colour, mode_of, openness, short_name};
use crate::shell::frame::Frame;
use crate::shell::{bits, time};

/// Returns a row, with its fields folded away.
#[must_use]
pub fn row(f: &Frame<'_>, view: &View, at: usize, item: &Item, when: &When) -> Markup {
    let plan = &view.plan;
    let name = |part: &str| format!("item-{}-{part}", item.id);
    let called = called(f, at, item);
    html! {
        li id=(format!("row-{}", item.id)) class=(format!("ed-row sl-{}", colour(mode_of(item, plan.participants))))
            data-item=(item.id) data-title=(called) {
            (grip(f, plan, at, item, &called))
            (clock(f, item, when))
            (what(f, view, item))
            div class="goal" {
                @if item.goal.trim().is_empty() {
                    @if item.kind == ItemKind::Development {
                        span class="ed-missing" { (bits::icon(f, "attention")) (f.t("ed-goal-missing")) }
                    }
                } @else {
                    span class="ed-goal-label" { (f.t("col-goal")) ": " } (item.goal)
                }
            }
            details id=(name("fields")) class="ed-open" name="ed-row" {
                summary {
                    (bits::icon(f, "write"))
                    span class="ds-sr-only" { (f.t("ed-change")) " «" (called) "»" }
                }
                (fields(f, plan, item))
            }
        }
    }
}

/// What a row is called aloud: its title, or its number.
fn called(f: &Frame<'_>, at: usize, item: &Item) -> String {
    if item.title.trim().is_empty() { f.n("block", at + 1) } else { item.title.clone() }
}

fn grip(f: &Frame<'_>, plan: &Plan, at: usize, item: &Item, called: &str) -> Markup {
    let button = |way: &str, key: &str, icon: &str, may: bool| {
        html! {
            button id=(format!("item-{}-{way}", item.id)) name="do"
                value=(format!("{way}:{}", item.id)) disabled[!may]
                aria-label=(format!("{}: {called}", f.t(key))) { (bits::icon(f, icon)) }
        }
    };
    html! {
        div class="ed-grip" {
            (button("up", "block-move-up", "up", 0 < at))
            span class="ed-drag" data-drag aria-hidden="true" { (bits::icon(f, "drag")) }
            (button("down", "block-move-down", "down", at + 1 < plan.items.len()))
        }
    }
}

fn clock(f: &Frame<'_>, item: &Item, when: &When) -> Markup {
    let minutes = format!("item-{}-minutes", item.id);
    let value = if item.minutes == 0 { String::new() } else { item.minutes.to_string() };
    let step = |way: &str, act: &str, key: &str, sign: &str| {
        html! {
            button id=(format!("item-{}-{way}", item.id)) name="do"
                value=(format!("{act}:{}:1", item.id)) aria-label=(f.t(key)) { (sign) }
        }
    };
    html! {
        div class="t sl-num" {
            @if let Some(at) = time::row_on_clock(when) { b { (at) } }
            span class="dur" {
                (f.n("minutes-short", item.minutes))
                @if item.minutes_locked { " · " (f.t("ed-locked")) }
            }
            div class="ed-step" {
                (step("shorter", "shorter", "ed-minute-less", "−"))
                label class="ds-sr-only" for=(id(&minutes)) { (label(f, PlanField::Minutes)) }
                input id=(id(&minutes)) name=(minutes) value=(value) inputmode="numeric"
                    autocomplete="off" data-field-key=(minutes) data-merge data-minutes;
                span aria-hidden="true" { (f.t("ed-min")) }
                (step("longer", "longer", "ed-minute-more", "+"))
            }
            @if !item.starts_at.is_empty() {
                span class="dur" { (f.with("ed-start-locked", &[("time", item.starts_at.replace(':', ".").into())])) }
            }
        }
    }
}

fn what(f: &Frame<'_>, view: &View, item: &Item) -> Markup {
    let plan = &view.plan;
    let hints = view.advised.count_on(&item.id);
    let mode = mode_of(item, plan.participants);
    let uses = plan.preparation.iter().any(|task| task.used_by.contains(&item.id));
    html! {
        div class="what" {
            b {
                @if item.title.trim().is_empty() { span class="ed-missing" { (f.t("ed-title-missing")) } }
                @else { (item.title) }
                @if 0 < hints {
                    a class="ed-hint sl-num" href="#advice" aria-label=(f.n("ed-hints", hints)) { (hints) }
                }
            }
            @for question in &item.questions {
                p { @if view.advised.is_flagged(&item.id, question) { span class="flag" { (question) } } @else { (question) } }
            }
            div class="tags" {
                @if !item.own_steps.is_empty() {
                    span class="ds-tag" data-color=(colour(mode)) { (f.t("ed-own-parts")) }
                } @else if tools::named(&item.tool).is_some() {
                    span class="ds-tag" data-color=(colour(mode)) { (short_name(f, &item.tool)) }
                } @else {
                    span class="ds-tag" data-color="neutral" { (f.t("ed-no-tool")) }
                }
                @if item.kind == ItemKind::Administration || item.kind == ItemKind::Notice {
                    span class="ds-tag" data-color="neutral" {
                        (f.t(kind_key(item.kind))) @if item.kind_guessed { " " (f.t("ed-guessed")) }
                    }
                }
                @if uses || item.prepared { (outline(&f.t("ed-uses-preparation"))) }
                @for role in program::roles(item, plan.participants) { (outline(&bits::role_name(f, *role))) }
                @for presenter in &item.presenters { (outline(presenter)) }
                @if !item.audience.trim().is_empty() {
                    (outline(&f.with("ed-audience-is", &[("who", item.audience.as_str().into())])))
                }
            }
        }
    }
}

fn outline(words: &str) -> Markup {
    html! { span class="ds-tag" data-color="neutral" data-variant="outline" { (words) } }
}

fn kind_key(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Development => "item-kind-development",
        ItemKind::Administration => "item-kind-administration",
        ItemKind::Notice => "item-kind-notice",
        ItemKind::Pause => "item-kind-pause",
    }
}

fn fields(f: &Frame<'_>, plan: &Plan, item: &Item) -> Markup {
    let name = |part: &str| format!("item-{}-{part}", item.id);
    let form = Inputs::new(f, name(""), item);
    html! {
        div class="ed-fields" {
            (form.input(PlanField::ItemTitle))
            (form.input(PlanField::Goal))
            (form.input(PlanField::Tool))
            (form.input(PlanField::ItemKind))
            div class="ed-wide" {
                (form.input(PlanField::Questions))
                (openness(f, item))
                a class="ds-link" id=(name("bank")) href=(f.at(&format!("plan/questions?row={}", item.id))) {
                    (f.t("question-find"))
                }
            }
            (form.input(PlanField::Presenters))
            (form.input(PlanField::Audience))
            (uses(f, plan, item, &form))
            (super::more::more(f, plan, item, &form))
            (acts(f, plan, item))
        }
    }
}

fn uses(f: &Frame<'_>, plan: &Plan, item: &Item, form: &Inputs<'_, Item>) -> Markup {
    html! {
        div class="ed-ticks" {
            @for task in &plan.preparation {
                @let what = task.instruction.lines().next().unwrap_or_default();
                (tick(&format!("prep-{}-used-{}", task.id, item.id),
                    &f.with("ed-uses-task", &[("what", what.into())]),
                    task.used_by.contains(&item.id)))
            }
            @if plan.preparation.is_empty() {
                (form.input(PlanField::Prepared))
            }
        }
    }
}

fn acts(f: &Frame<'_>, plan: &Plan, item: &Item) -> Markup {
    let is_last = plan.items.last().is_some_and(|last| last.id == item.id);
    html! {
        div class="ed-wide sl-row" {
            @for (act, icon, key, may) in [
                ("split", "plus", "ed-split", true),
                ("join", "minus", "ed-join", !is_last),
                ("duplicate", "copy", "ed-duplicate", true),
                ("remove", "trash", "block-remove", true),
            ] {
                @if may {
                    (press(f, &format!("item-{}-{act}", item.id), &format!("{act}:{}", item.id), icon, &f.t(key)))
                }
            }
            a class="ds-button" data-variant="tertiary" href=(f.at(&format!("plan/away?item={}", item.id))) {
                (bits::icon(f, "forward")) (f.t("ed-away"))
            }
            a class="ds-button" data-variant="tertiary" href=(f.at(&format!("plan/tools?after={}", item.id))) {
                (bits::icon(f, "search")) (f.t("ed-add-after"))
            }
        }
    }
}
