//! Møteråd beside the plan.

use maud::{Markup, html};
use plan::document::Problem;

use super::View;
use crate::pages::Frame;

/// Returns the panel, which is sent again with each new version.
#[must_use]
pub fn panel(f: &Frame<'_>, view: &View) -> Markup {
    let problems = view.plan.problems(|tool| tools::named(tool).is_some());
    html! {
        aside id="advice" class="ed-side" aria-labelledby="advice-title" {
            div class="li-head" { h2 id="advice-title" { (f.t("advice")) } }
            @if problems.is_empty() {
                p { (f.t("advice-may-start")) }
            } @else {
                h3 class="li-sub" { (f.t("plan-flaws")) }
                ul class="li-list" {
                    @for problem in &problems { li class="li" { (flaw(f, view, problem)) } }
                }
            }
        }
    }
}

fn flaw(f: &Frame<'_>, view: &View, problem: &Problem) -> Markup {
    let (key, item) = match problem {
        Problem::TitleMissing => ("problem-title-missing", None),
        Problem::NoItems => ("problem-no-items", None),
        Problem::TooManyItems => ("problem-too-many-items", None),
        Problem::ItemTitleMissing { item } => ("problem-item-title-missing", Some(*item)),
        Problem::MinutesOutside { item } => ("problem-minutes-outside", Some(*item)),
        Problem::ToolUnknown { item } => ("problem-tool-unknown", Some(*item)),
        Problem::LineTooLong { item } => ("problem-line-too-long", *item),
        Problem::StartUnreadable => ("problem-start-unreadable", None),
    };
    let row = item.and_then(|item| Some((item, view.plan.items.get(item)?)));
    html! {
        @if let Some((number, item)) = row {
            a class="ds-link" href=(format!("#row-{}", item.id)) {
                (f.n("block", number + 1)) @if !item.title.is_empty() { ", " (item.title) }
            } ": "
        }
        (f.t(key))
    }
}
