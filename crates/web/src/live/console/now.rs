//! What happens now, the words to say, and the buttons that move the meeting.

use maud::{Markup, html};
use meeting::pace::Pace;
use meeting::screens::console::ConsoleScreen;
use meeting::screens::{ClockState, NowCard, PhaseCard};

use crate::shell::bits::{self, Press};
use crate::shell::frame::Frame;
use crate::shell::time;

pub(super) fn now(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    match (s.phase, &s.now) {
        (PhaseCard::Running, Some(now)) => running(f, s, now),
        (PhaseCard::Ended, _) => ended(f, s),
        (PhaseCard::Lobby | PhaseCard::Running, _) => lobby(f, s),
    }
}

fn lobby(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let action = f.at("start");
    html! {
        section class="sl-stack" {
            h1 class="ph-q" { (f.t("console-lobby")) }
            p { (f.t("console-lobby-text")) }
            @if let Some(at) = s.uses_plan_of {
                div id="older-plan" class="ds-alert" data-color="info" role="status" {
                    p {
                        (f.with("console-older-plan", &[("time", time::clock(at).into())])) " "
                        a class="ds-link" href=(f.at("plan")) { (f.t("console-finish-plan")) }
                    }
                }
            }
            (Press {
                variant: "primary",
                ..Press::new("start-form", &action, "play", &f.t("console-start"))
            }.form(f))
        }
    }
}

fn ended(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let action = f.at("closure");
    let undo = [("undo", "true".to_owned())];
    html! {
        section class="sl-stack" {
            h1 class="ph-q" { (f.t("console-ended")) }
            p { a class="ds-button" href=(f.at("result")) { (f.t("ended-result")) } }
            @if s.may_undo_end {
                (Press {
                    values: &undo,
                    ..Press::new("closure-form", &action, "undo", &f.t("console-undo-end"))
                }.form(f))
            }
        }
    }
}

/// What the leader reads aloud. The last time round has words of its own where the tool has them.
fn script(f: &Frame<'_>, now: &NowCard) -> String {
    if !now.says.is_empty() {
        return now.says.clone();
    }
    let key = format!("{}-{}", now.tool, now.step);
    let is_last = now.round.is_some_and(|round| round.number == round.of);
    let last = is_last.then(|| f.find(&key, Some("script-last"))).flatten();
    last.unwrap_or_else(|| f.attr(&key, "script"))
}

fn running(f: &Frame<'_>, s: &ConsoleScreen, now: &NowCard) -> Markup {
    let key = format!("{}-{}", now.tool, now.step);
    let place = [
        ("n", i64::try_from(now.number).unwrap_or(0).into()),
        ("of", i64::try_from(now.items).unwrap_or(0).into()),
    ];
    html! {
        section class="cn-now" aria-label=(f.t("console-now")) {
            (bits::ring(f, now.clock, false))
            div class="sl-stack" {
                p class="cn-said" { (f.with("item-of", &place)) " · " (now.item_title)
                    @if let Some(round) = now.round { " · " (f.with("date-round", &[
                        ("n", i64::from(round.number).into()), ("of", i64::from(round.of).into()),
                    ])) }
                }
                h1 class="ds-heading" data-size="xs" { (f.attr(&key, "title")) }
                p class="ph-q" { "«" (script(f, now)) "»" }
                @for question in &now.questions {
                    p class="ph-do" { (bits::icon(f, "question")) span { (question) } }
                }
                p class="cn-said" { strong { (f.t("on-phones")) ": " } (f.t(&key)) }
            }
        }
        (bits::opening(f, &s.opening))
        (nudge(f, s))
        (answered(f, s))
        (pace(f, s))
        div class="cn-main" { (moves(f, now)) }
        div class="cn-actions" { (lesser(f, now)) }
        (turns(f, now))
    }
}

/// How the meeting lies against its promised end, and what gives way.
fn pace(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let Some(Pace { ends_at, reckoned_at, behind }) = s.pace else { return html! {} };
    let minutes = behind.abs() / 60;
    let sentence = if behind >= 60 {
        f.n("console-late", minutes)
    } else if behind <= -60 {
        f.n("console-early", minutes)
    } else {
        f.t("console-on-time")
    };
    let times =
        [("planned", time::clock(ends_at).into()), ("reckoned", time::clock(reckoned_at).into())];
    let giver = s.next_minute_from.and_then(|item| s.program.iter().find(|row| row.item == item));
    html! {
        div {
            p class="cn-late" { (bits::icon(f, "clock")) (sentence) }
            p class="cn-said" { (f.with("console-ends", &times)) }
            @if let Some(giver) = giver {
                p class="cn-said" {
                    (f.with("console-takes-from", &[("name", giver.title.as_str().into())]))
                }
            }
        }
    }
}

fn place(now: &NowCard) -> [(&'static str, String); 2] {
    [("item", now.place.item.to_string()), ("step", now.place.step.to_string())]
}

fn moves(f: &Frame<'_>, now: &NowCard) -> Markup {
    let [(_, item), (_, step)] = place(now);
    let to = |to: &str| {
        [("from_item", item.clone()), ("from_step", step.clone()), ("to", to.to_owned())]
    };
    let clock =
        |act: &str| [("do", act.to_owned()), ("item", item.clone()), ("step", step.clone())];
    let (position, clocks) = (f.at("position"), f.at("clock"));
    let (next, previous) = (to("next"), to("previous"));
    let (start, pause) = (clock("start"), clock("pause"));
    let is_running = now.clock.state == ClockState::Running;
    html! {
        @if is_running {
            (Press { values: &pause, key: Some("p"), ..Press::new("clock-form", &clocks, "pause", &f.t("timer-pause")) }.form(f))
        } @else {
            (Press { values: &start, key: Some("s"), variant: "primary", ..Press::new("clock-form", &clocks, "play", &f.t("timer-start")) }.form(f))
        }
        (Press {
            values: &next,
            key: Some("PageDown ArrowRight Space"),
            variant: if is_running { "primary" } else { "secondary" },
            ..Press::new("next-form", &position, "forward", &f.t("console-next"))
        }.form(f))
        (Press { values: &previous, key: Some("PageUp ArrowLeft"), ..Press::new("previous-form", &position, "backward", &f.t("previous")) }.form(f))
    }
}

fn lesser(f: &Frame<'_>, now: &NowCard) -> Markup {
    let [item, step] = place(now);
    let add = |minutes: u32| {
        [("do", "add".to_owned()), ("minutes", minutes.to_string()), item.clone(), step.clone()]
    };
    let (clock, closure) = (f.at("clock"), f.at("closure"));
    let (one, two) = (add(1), add(2));
    html! {
        (Press { values: &one, key: Some("1"), ..Press::new("add-1-form", &clock, "plus", &f.t("timer-plus")) }.form(f))
        (Press { values: &two, key: Some("2"), ..Press::new("add-2-form", &clock, "plus", &f.t("timer-plus-two")) }.form(f))
        details class="ds-details" id="end" {
            summary { (f.t("console-end")) }
            div class="sl-stack" {
                p { (f.t("console-end-text")) }
                (Press::new("closure-form", &closure, "done", &f.t("console-end-now")).form(f))
            }
        }
        button class="ds-button" type="button" data-variant="tertiary" command="show-modal"
            commandfor="keys" { (bits::icon(f, "info")) (f.t("keys-title")) }
    }
}

/// In a plenary by turns: which table has the floor.
fn turns(f: &Frame<'_>, now: &NowCard) -> Markup {
    let Some(turn) = &now.turn else { return html! {} };
    let action = f.at("turns");
    let from = [("from", turn.turn.to_string())];
    html! {
        div class="sl-row" {
            @match turn.table {
                Some(table) => {
                    strong { (f.n("floor-table", table.0)) }
                    (Press { values: &from, ..Press::new("turn-form", &action, "forward", &f.t("next-table")) }.form(f))
                }
                None => { span { (f.t("turns-done")) } }
            }
        }
    }
}

/// «Guru-alarm!», to the leader alone, while a talk has gone on for long. The client shows it when
/// the time comes.
fn nudge(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    let Some(at) = s.nudge_at else { return html! {} };
    html! {
        sl-clock id="nudge-clock" aria-label=(f.t("nudge")) data-ends=(at.0) data-state="running" {
            p class="ph-carry" data-only="over" { (bits::icon(f, "bell")) " " (f.t("nudge-now")) }
        }
    }
}

fn answered(f: &Frame<'_>, s: &ConsoleScreen) -> Markup {
    html! {
        @if s.goals_asked {
            p class="cn-said" {
                @match s.goals_answered {
                    Some(many) => (f.n("goals-answered", many)),
                    None => (f.t("goals-answered-few")),
                }
            }
        }
    }
}
