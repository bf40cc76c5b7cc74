//! The wall while the meeting runs: the ring, the task, the steps, and the tables or the cards.

use kernel::step::Mode;
use maud::{Markup, html};
use meeting::screens::wall::WallScreen;
use meeting::screens::{CountedCard, NowCard, ProgramRow, StepCard, TableCard};

use crate::shell::frame::Frame;
use crate::shell::{bits, time};

pub(super) fn running(f: &Frame<'_>, s: &WallScreen, now: &NowCard) -> Markup {
    html! {
        div class="pj-grid" {
            div {
                (bits::ring(f, now.clock, true))
                (timeline(f, s))
            }
            div {
                div class="pj-task" { h1 { (bits::sentence(f, now)) } }
                @if now.mode != Mode::Break {
                    @for question in &now.questions { p class="pj-lead" { (question) } }
                }
                @if !s.opening.is_empty() {
                    section class="pj-opening" {
                        h2 class="pj-lead" { (f.t("opening-title")) }
                        ul class="pj-lead" { @for line in &s.opening { li { (line) } } }
                    }
                }
                (steps(f, now))
                (body(f, s, now))
            }
        }
    }
}

fn body(f: &Frame<'_>, s: &WallScreen, now: &NowCard) -> Markup {
    html! {
        @if let Some(table) = now.turn.as_ref().and_then(|turn| turn.table) {
            h2 class="pj-lead" { (bits::icon(f, "plenary")) " " (f.n("floor-table", table.0)) }
            (cards(f, &s.presented))
        } @else if !s.tables.is_empty() { (tables(f, &s.tables)) }
        @else if !s.cards.is_empty() { (cards(f, &s.cards)) }
    }
}

/// The steps of the item. Those that come again (date 1, 2, 3) stand once each.
fn steps(f: &Frame<'_>, now: &NowCard) -> Markup {
    let mut shown: Vec<&StepCard> = vec![];
    for step in &now.steps {
        let before = shown.iter().position(|it| it.step == step.step);
        match before {
            Some(before) if step.is_now => shown[before] = step,
            Some(_) => (),
            None => shown.push(step),
        }
    }
    html! {
        ol class="pj-steps" aria-label=(f.t("wall-steps")) {
            @for step in shown {
                @let icon = if step.is_done { "done" } else { bits::mode_icon(step.mode) };
                li aria-current=[step.is_now.then_some("step")] class=[step.is_done.then_some("done")] {
                    (bits::icon(f, icon))
                    span { (f.attr(&format!("{}-{}", now.tool, step.step), "title"))
                        @if step.is_done { span class="ds-sr-only" { ", " (f.t("done")) } }
                        @if step.is_now { @if let Some(round) = now.round { " " span class="sl-num" {
                            (round.number) "/" (round.of)
                        } } }
                    }
                }
            }
        }
    }
}

fn cards(f: &Frame<'_>, cards: &[CountedCard]) -> Markup {
    html! {
        ul class="wl" {
            @for it in cards {
                li class="wl-note" {
                    @if it.card.kind == kernel::step::Kind::Disagreement {
                        strong { (f.t("disagreement")) ": " }
                    }
                    (it.card.text)
                    @if it.times > 1 { span class="by" { (f.n("times", it.times)) } }
                    @if let Some(table) = it.table { span class="by" { (f.n("table", table.0)) } }
                }
            }
        }
    }
}

fn tables(f: &Frame<'_>, tables: &[TableCard]) -> Markup {
    html! {
        ul class="pj-map" data-many[tables.len() > 9] aria-label=(f.t("tables")) {
            @for table in tables {
                li class="pj-grp" data-group=(bits::group_colour(table.number))
                    data-state=[bits::status_state(table.status)] {
                    div class="hd" {
                        b { span class="ds-sr-only" { (f.t("table-word")) " " } (table.number.0) }
                        em { (bits::icon(f, bits::status_icon(table.status))) " "
                            (bits::status_name(f, table.status)) }
                    }
                    ul class="ppl sl-plain" {
                        @for it in &table.members { li { (bits::member(f, it)) } }
                    }
                }
            }
        }
    }
}

/// The day as one bar: done, now and coming, as wide as they are long.
fn timeline(f: &Frame<'_>, s: &WallScreen) -> Markup {
    let rows: Vec<&ProgramRow> = s.program.iter().filter(|row| !row.is_skipped).collect();
    let total: u32 = rows.iter().map(|row| row.seconds.0).sum();
    let now = rows.iter().position(|row| row.is_now);
    let last = rows.last().and_then(|row| Some(row.begins_at? + row.seconds));
    let mut left = 0;
    let bars = rows.iter().map(|row| {
        let width = row.seconds.0 * 1000 / total.max(1);
        let bar = (left, width.saturating_sub(6), *row);
        left += width;
        bar
    });
    let bars: Vec<(u32, u32, &ProgramRow)> = bars.collect();
    let label = f.with(
        "wall-timeline",
        &[
            ("n", i64::try_from(now.map_or(0, |now| now + 1)).unwrap_or(0).into()),
            ("of", i64::try_from(rows.len()).unwrap_or(0).into()),
        ],
    );
    html! {
        svg class="pj-timeline" viewBox="0 -4 1000 28" role="img" aria-label=(label) {
            @for (x, width, row) in bars {
                rect x=(x) y="0" width=(width) height="18" rx="9" fill="currentColor"
                    opacity=(if row.is_now { "1" } else if row.is_done { "0.5" } else { "0.2" }) {}
            }
        }
        div class="pj-line-t" {
            span { @if let Some(now) = now.and_then(|now| rows.get(now)) { (now.title) } }
            @if let Some(end) = last {
                span { (f.with("time-ends", &[("time", time::clock(end).into())])) }
            }
        }
    }
}
