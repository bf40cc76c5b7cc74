//! The program as it stands: what comes when, and what can still be moved or left out.

use maud::{Markup, html};
use meeting::screens::console::ConsoleScreen;
use meeting::screens::{MoveCard, PhaseCard, ProgramRow};

use crate::shell::bits::Press;
use crate::shell::frame::Frame;
use crate::shell::time;

/// Tid, hva, mål – as in the plan, with the times as they are reckoned now.
pub(super) fn program(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    html! {
        section {
            h2 class="ds-heading" data-size="xs" { (f.t("program")) }
            (moved(f, s))
            ol class="cn-run" {
                @for row in &s.program { (program_row(f, s, row)) }
            }
            (nudge(f, s))
        }
    }
}

/// The last move, and the way back.
fn moved(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let Some(moved) = &s.moved else { return html! {} };
    let action = f.at(&format!("items/{}/move", moved.item));
    let values = before(MoveCard { before: moved.before });
    html! {
        div class="sl-row" {
            span { (f.with("item-moved", &[("name", moved.title.as_str().into())])) }
            (Press { values: &values, ..Press::new("undo-move", &action, "undo", &f.t("undo")) }.form(f))
        }
    }
}

fn before(card: MoveCard) -> [(&'static str, String); 1] {
    [("before", card.before.map_or(String::new(), |item| item.to_string()))]
}

fn program_row(f: &Frame<'_>, s: &ConsoleScreen, row: &ProgramRow) -> Markup {
    let id = format!("skip-{}", row.item);
    let action = f.at(&format!("items/{}/skip", row.item));
    let may_skip = s.phase == PhaseCard::Running && !row.is_done && !row.is_skipped && !row.is_now;
    html! {
        li aria-current=[row.is_now.then_some("step")] class=[row.is_done.then_some("done")] {
            span class="sl-num" {
                @if let Some(at) = row.begins_at { (time::clock(at)) }
                @else if row.is_now { (f.t("now")) }
                @else if row.is_skipped { (f.t("skipped")) }
                @else if row.is_done { (f.t("done")) }
                br; (f.n("minutes-short", row.seconds.minutes_up().0))
            }
            span { strong { (row.title) }
                @if !row.tool.is_empty() { " · " (f.t(&row.tool)) }
                @if !row.goal.is_empty() { br; span class="cn-said" { (f.t("col-goal")) ": " (row.goal) } }
            }
            @if may_skip {
                div class="sl-row" {
                    (move_button(f, row, row.earlier, ("earlier", "up", "move-earlier")))
                    (move_button(f, row, row.later, ("later", "down", "move-later")))
                    (Press { variant: "tertiary", of: Some(&row.title), ..Press::new(&id, &action, "", &f.t("console-skip")) }.form(f))
                }
            }
        }
    }
}

fn move_button(
    f: &Frame<'_>,
    row: &ProgramRow,
    card: Option<MoveCard>,
    (name, icon, label): (&str, &str, &str),
) -> Markup {
    let Some(card) = card else { return html! {} };
    let id = format!("{name}-{}", row.item);
    let action = f.at(&format!("items/{}/move", row.item));
    let values = before(card);
    html! {
        (Press {
            values: &values,
            variant: "tertiary",
            of: Some(&row.title),
            ..Press::new(&id, &action, icon, &f.t(label))
        }.form(f))
    }
}

/// Whether the leader wants «Guru-alarm!» when a talk goes on for long.
fn nudge(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let action = f.at("nudge");
    let values = [("on", (!s.nudge).to_string())];
    let minutes = kernel::limits::ONE_WAY_MINUTES;
    html! {
        div class="sl-row" {
            (Press {
                values: &values,
                pressed: Some(s.nudge),
                variant: "tertiary",
                ..Press::new("nudge-form", &action, if s.nudge { "bell" } else { "bell-off" }, &f.t("nudge"))
            }.form(f))
            span class="cn-said" { (f.n("nudge-text", minutes)) }
        }
    }
}
