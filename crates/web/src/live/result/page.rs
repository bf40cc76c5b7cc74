//! What came out of the meeting: a dated recipe, with the red thread back to what it grew from.

use kernel::step::Kind;
use maud::{Markup, html};
use meeting::screens::result::{ResultItem, ResultScreen, Thread};
use meeting::screens::{CommitmentCard, PhaseCard};

use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::time;

/// Returns the result as the whole room may see it.
#[must_use]
pub fn result_page(f: &Frame<'_>, s: &ResultScreen) -> Markup {
    let scope = format!("{}-result", f.meeting);
    let sheet = Sheet { scope: &scope, ..Sheet::new(&s.title) };
    let content = html! {
        p { (f.with("recipe-dated", &[("day", time::day(f.lang, s.dated).into())])) }
        @if s.phase == PhaseCard::Running { p { (f.t("result-running")) } }
        @if !s.purpose.is_empty() { p { strong { (f.t("purpose")) ": " } (s.purpose) } }
        @if !s.goal_results.is_empty() {
            h2 class="ds-heading" data-size="sm" { (f.t("goals-asked")) }
            (bits::goal_results(f, &s.goal_results))
        } @else if !s.goals.is_empty() {
            h2 class="ds-heading" data-size="sm" { (f.t("goals")) }
            ul { @for goal in &s.goals { li { (goal) } } }
        }
        @if !s.result.is_empty() { p { strong { (f.t("wall-result")) ": " } (s.result) } }
        div class="rs" {
            @if s.items.is_empty() { p { (f.t("result-empty")) } }
            @for item in &s.items { (one_item(f, item)) }
            (commitments(f, &s.commitments))
            @if !s.parked.is_empty() {
                section {
                    h2 class="ds-heading" data-size="sm" { (f.t("parked")) }
                    ul { @for it in &s.parked { li { (it.text) } } }
                }
            }
        }
        p { (f.n("result-thanks", s.contributions)) }
        @if f.leads {
            div class="sl-row pr-hide" {
                a class="ds-button" data-variant="secondary" href=(f.at("print/all")) {
                    (bits::icon(f, "print")) (f.t("print"))
                }
            }
        }
        p class="from pr-hide" { (f.t("print-hint")) }
    };
    page(f, &sheet, true, &content)
}

/// The points of each table, then what was disagreed on: as good a result, said as such.
fn one_item(f: &Frame<'_>, item: &ResultItem) -> Markup {
    let mut tables: Vec<Option<u32>> = item.points.iter().map(|it| it.table).collect();
    tables.dedup();
    let disagreements: Vec<&Thread> =
        item.points.iter().filter(|it| it.kind == Kind::Disagreement).collect();
    html! {
        section class="rs-card" {
            h2 { (item.title) }
            @for table in tables {
                @let points: Vec<&Thread> = item
                    .points
                    .iter()
                    .filter(|it| it.table == table && it.kind != Kind::Disagreement)
                    .collect();
                @if !points.is_empty() {
                    @if let Some(table) = table { h3 class="ds-heading" data-size="2xs" { (f.n("table", table)) } }
                    ol { @for it in points { li { (point(f, it)) } } }
                }
            }
            @if !disagreements.is_empty() {
                h3 class="ds-heading" data-size="2xs" { (f.t("result-disagree")) }
                ul {
                    @for it in disagreements {
                        li { (it.text.as_deref().unwrap_or_default())
                            @if let Some(table) = it.table { " (" (f.n("table", table)) ")" } }
                    }
                }
            }
        }
    }
}

fn point(f: &Frame<'_>, it: &Thread) -> Markup {
    html! {
        p class="rs-quote" { (it.text.as_deref().unwrap_or_default()) }
        @if it.kind == Kind::Point && it.stands > 0 { p class="from" { (f.n("stand-behind", it.stands)) } }
        @if !it.grew_from.is_empty() {
            details class="ds-details" {
                summary { (f.t("thread-title")) }
                div { (thread(f, &it.grew_from)) }
            }
        }
    }
}

fn thread(f: &Frame<'_>, parents: &[Thread]) -> Markup {
    html! {
        ul {
            @for it in parents {
                li {
                    span class="from" { (f.n(&format!("kind-{}", it.kind.key()), 0)) ": " }
                    @match &it.text {
                        Some(text) => { "«" (text) "»" }
                        None => { em { (f.t("thread-own-note")) } }
                    }
                    @if !it.grew_from.is_empty() { (thread(f, &it.grew_from)) }
                }
            }
        }
    }
}

/// Only what its owner took on bears a name.
fn commitments(f: &Frame<'_>, all: &[CommitmentCard]) -> Markup {
    let taken = || all.iter().filter(|it| it.accepted == Some(true));
    html! {
        @if taken().next().is_some() {
            section {
                h2 class="ds-heading" data-size="sm" { (f.t("nav-actions")) }
                table class="rs-table" {
                    thead { tr {
                        @for key in ["act-who", "act-does-what", "act-when", "act-sign"] {
                            th scope="col" { (f.t(key)) }
                        }
                    } }
                    tbody {
                        @for it in taken() {
                            tr {
                                td data-label=(f.t("act-who")) { (it.owner_name) }
                                td data-label=(f.t("act-does-what")) { (it.what) }
                                td data-label=(f.t("act-when")) { (time::date_in_words(f.lang, &it.due)) }
                                td data-label=(f.t("act-sign")) { (it.sign) }
                            }
                        }
                    }
                }
            }
        }
    }
}
