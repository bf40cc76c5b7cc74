//! The program on one sheet: tid, hva, mål, and the way into the meeting. And the leader's own:
//! what to say, step by step.

use kernel::step::{Mode, Step};
use kernel::time::Seconds;
use maud::{Markup, html};
use plan::document::{Item, ItemKind, Plan};
use plan::timetable::{self, timetable};

use super::page::PrintSet;
use crate::door::lobby;
use crate::shell::frame::Frame;
use crate::shell::{bits, time};

/// An item of the program, and when it is.
struct Row<'a> {
    number: usize,
    item: &'a Item,
    when: timetable::Row,
}

fn rows(plan: &Plan) -> Vec<Row<'_>> {
    let all = plan.items.iter().zip(timetable(plan).rows).enumerate();
    let all = all.map(|(number, (item, when))| Row { number, item, when });
    // A notice is read before the meeting and has no time in it.
    all.filter(|row| row.item.kind != ItemKind::Notice).collect()
}

fn span(f: &Frame<'_>, row: &Row<'_>) -> Markup {
    let minutes = f.n("minutes", row.item.minutes);
    html! {
        @if let Some(at) = time::row_on_clock(&row.when) { strong { (at) } br; }
        (minutes)
    }
}

/// How people work in an item, in words; a title that says so already is enough.
fn way(f: &Frame<'_>, item: &Item) -> Option<String> {
    let name = f.find(item.worked_with(), None)?;
    (name != item.title && item.own_steps.is_empty()).then_some(name)
}

/// Returns the sheet for the wall and the table.
pub(super) fn program(f: &Frame<'_>, set: &PrintSet) -> Markup {
    let plan = &set.plan;
    html! {
        div class="pr-head" {
            div {
                @if !plan.starts_at.is_empty() { p { (time::start_in_words(f.lang, &plan.starts_at)) } }
                @if !plan.place.is_empty() { p { (plan.place) } }
                @if !plan.purpose.is_empty() { p { strong { (f.t("purpose")) ": " } (plan.purpose) } }
                @if !plan.goals.is_empty() { ul { @for goal in &plan.goals { li { (goal) } } } }
                @for (key, text) in [
                    ("frame-decided", &plan.frames.decided),
                    ("frame-open", &plan.frames.open),
                    ("frame-expected", &plan.frames.expected),
                ] {
                    @if !text.is_empty() { p { strong { (f.t(key)) ": " } (text) } }
                }
            }
            (way_in(f, &plan.starts_at))
        }
        table class="rs-table pr-program" {
            thead { tr {
                th scope="col" { (f.t("col-time")) }
                th scope="col" { (f.t("col-what")) }
                th scope="col" { (f.t("col-goal")) }
            } }
            tbody {
                @for row in rows(plan) {
                    tr {
                        td data-label=(f.t("col-time")) { (span(f, &row)) }
                        td data-label=(f.t("col-what")) {
                            strong { (row.item.title) }
                            @if let Some(way) = way(f, row.item) { br; (way) }
                            @for question in &row.item.questions { br; "«" (question) "»" }
                            @if !row.item.presenters.is_empty() { br; (row.item.presenters.join(", ")) }
                        }
                        td data-label=(f.t("col-goal")) { (row.item.goal) }
                    }
                }
            }
        }
    }
}

/// The square to scan, and the address with the code for those who type.
pub(super) fn way_in(f: &Frame<'_>, starts_at: &str) -> Markup {
    let label = f.with("qr-label", &[("host", f.host().into())]);
    html! {
        div class="pr-join" {
            div class="pj-qr" { (bits::qr(&f.join_address(), &label)) }
            p { (f.t("join-at")) " " strong { (f.host()) } br;
                (f.t("join-with-code")) " " strong { (bits::spoken_code(f.code)) } br;
                (lobby::works_from(f, starts_at)) }
        }
    }
}

/// Returns the leader's run sheet: each step with its clock time and the line that opens it.
pub(super) fn run_sheet(f: &Frame<'_>, set: &PrintSet) -> Markup {
    html! {
        @for row in rows(&set.plan) {
            @let steps = set.steps.get(row.number).map_or(&[][..], Vec::as_slice);
            section class="pr-whole" {
                h3 { @if let Some(starts) = row.when.clock { (time::clock_of_day(starts)) " " }
                    (row.item.title) " (" (f.n("minutes", row.item.minutes)) ")" }
                @if !row.item.goal.is_empty() { p { strong { (f.t("col-goal")) ": " } (row.item.goal) } }
                @if !row.item.presenters.is_empty() { p { (row.item.presenters.join(", ")) } }
                @for question in &row.item.questions { p { "«" (question) "»" } }
                @if row.item.own_steps.is_empty() { (tool_steps(f, &row, steps)) }
                @else { (own_steps(f, &row, steps)) }
            }
        }
    }
}

fn head(f: &Frame<'_>) -> Markup {
    html! {
        thead { tr {
            th scope="col" { (f.t("col-time")) }
            th scope="col" { (f.t("run-step")) }
            th scope="col" { (f.t("run-say")) }
        } }
    }
}

fn tool_steps(f: &Frame<'_>, row: &Row<'_>, steps: &[Step]) -> Markup {
    let offsets = offsets(steps.iter().map(|step| step.seconds));
    html! {
        @if !steps.is_empty() {
            table class="rs-table pr-program pr-run" {
                (head(f))
                tbody {
                    @for (step, gone) in steps.iter().zip(offsets) {
                        @let starts = row.when.clock.map(|starts| starts + gone);
                        @let said = script(f, row.item, step);
                        tr {
                            td data-label=(f.t("col-time")) { (when(f, starts, step.seconds)) }
                            td data-label=(f.t("run-step")) {
                                (f.attr(&format!("{}-{}", row.item.worked_with(), step.name), "title"))
                                @if let Some(round) = step.round {
                                    br; (f.with("date-round",
                                        &[("n", round.number.into()), ("of", round.of.into())]))
                                }
                                br; (mode(f, step.mode))
                            }
                            td data-label=(f.t("run-say")) { @if let Some(said) = said { "«" (said) "»" } }
                        }
                    }
                }
            }
        }
    }
}

/// The steps that the planner has put together.
fn own_steps(f: &Frame<'_>, row: &Row<'_>, steps: &[Step]) -> Markup {
    let offsets = offsets(steps.iter().map(|step| step.seconds));
    html! {
        table class="rs-table pr-program pr-run" {
            (head(f))
            tbody {
                @for ((step, own), gone) in steps.iter().zip(&row.item.own_steps).zip(offsets) {
                    @let starts = row.when.clock.map(|starts| starts + gone);
                    tr {
                        td data-label=(f.t("col-time")) { (when(f, starts, step.seconds)) }
                        td data-label=(f.t("run-step")) { (mode(f, step.mode)) }
                        td data-label=(f.t("run-say")) { (own.says) }
                    }
                }
            }
        }
    }
}

/// How many whole minutes have gone when each step begins.
fn offsets(lengths: impl Iterator<Item = Seconds>) -> Vec<u32> {
    let offsets = lengths.scan(0_u32, |gone, length| {
        let before = *gone;
        *gone = gone.saturating_add(length.0);
        Some(before / 60)
    });
    offsets.collect()
}

fn when(f: &Frame<'_>, starts: Option<u32>, length: Seconds) -> Markup {
    html! {
        @if let Some(starts) = starts { strong { (time::clock_of_day(starts)) } br; }
        (f.n("minutes", length.minutes_up().0))
    }
}

/// A round that comes again is opened with the same words, and they are printed once.
fn script(f: &Frame<'_>, item: &Item, step: &Step) -> Option<String> {
    let again = step.round.is_some_and(|round| round.number > 1);
    let key = format!("{}-{}", item.worked_with(), step.name);
    (!again).then(|| f.find(&key, Some("script"))).flatten()
}

fn mode(f: &Frame<'_>, mode: Mode) -> String {
    f.t(match mode {
        Mode::Alone => "mode-alone",
        Mode::Pair => "mode-pair",
        Mode::Trio => "mode-trio",
        Mode::Group => "mode-group",
        Mode::Plenary => "mode-plenary",
        Mode::Input => "mode-input",
        Mode::Break => "mode-break",
    })
}
