//! The program: tid, hva, mål, a row for each item, and how the time is shared.

use kernel::step::{Mode, Seating};
use kernel::time::{Minutes, Seconds};
use kernel::tool::Room;
use maud::{Markup, html};
use plan::document::{Item, ItemKind, Plan};
use plan::questions::{self, Class};
use plan::timetable::timetable;

use super::View;
use super::row;
use crate::pages::Frame;
use crate::pages::bits;

/// How the time is shared, and how much of it people take part in.
#[must_use]
pub fn balance(f: &Frame<'_>, view: &View) -> Markup {
    let shares = shares(&view.plan);
    let all: u32 = shares.iter().map(|(_, minutes)| minutes).sum();
    let active: u32 = shares.iter().filter(|(mode, _)| is_active(*mode)).map(|(_, it)| it).sum();
    let counted: u32 =
        shares.iter().filter(|(mode, _)| *mode != Mode::Break).map(|(_, it)| it).sum();
    let said = shares.iter().map(|(mode, minutes)| {
        f.with("balance-said", &[("n", (*minutes).into()), ("mode", mode_name(f, *mode).into())])
    });
    let said = said.collect::<Vec<_>>().join(", ");
    html! {
        div id="ed-balance" class="ed-bal" {
            @if 0 < all {
                div class="bar" role="img" aria-label=(f.with("balance-label", &[("said", said.into())])) {
                    @for (mode, minutes) in &shares {
                        i class=(format!("sl-{}", colour(*mode))) data-min=((*minutes).min(120)) {
                            (mode_name(f, *mode)) " " (minutes)
                        }
                    }
                }
                span class="ed-kpi" {
                    b { (active * 100 / counted.max(1)) " %" } " " (f.t("balance-active"))
                }
            }
        }
    }
}

/// The rows, and what may be added below them.
#[must_use]
pub fn program(f: &Frame<'_>, view: &View) -> Markup {
    let plan = &view.plan;
    let times = timetable(plan);
    let last = plan.items.last().map_or(String::new(), |item| item.id.clone());
    html! {
        section id="ed-program" aria-labelledby="program" {
            h2 id="program" class="ds-sr-only" { (f.t("program")) }
            @if !plan.items.is_empty() {
                div class="ed-cols" aria-hidden="true" {
                    span {} span { (f.t("col-time")) } span { (f.t("col-what")) } span { (f.t("col-goal")) }
                }
                ol id="ed-rows" class="ed-rows" data-moved=(f.with("ed-moved", &[
                    ("what", "{what}".into()), ("n", "{n}".into()), ("of", "{of}".into()),
                ])) {
                    @for (at, item) in plan.items.iter().enumerate() {
                        @let when = times.rows.get(at).cloned().unwrap_or_default();
                        (row::row(f, plan, at, item, &when))
                    }
                }
            } @else {
                p { (f.t("ed-no-rows")) }
            }
            div id="ed-add" class="ed-add" {
                span { (f.t("ed-add")) ":" }
                @for tool in tools::ALL.iter().take(4).chain([&&tools::pause::TOOL]) {
                    button class="ds-chip" name="do" id=(format!("ed-add-{}", tool.name))
                        value=(format!("add:{}:{last}", tool.name)) { (short_name(f, tool.name)) }
                }
                a class="ds-chip" href=(f.at("plan/tools")) { (f.t("ed-all-tools")) }
            }
            p class="ed-total" { (f.n("plan-total", plan.minutes())) }
            @if 0 < times.over {
                p class="ed-over" {
                    span { (bits::icon(f, "hourglass")) " " (f.n("ed-over", times.over)) }
                    button class="ds-button" data-variant="secondary" id="ed-shorten" name="do" value="shorten" {
                        (f.t("ed-shorten"))
                    }
                }
            }
        }
    }
}

/// The minutes in each way of being together, in the order they first come.
fn shares(plan: &Plan) -> Vec<(Mode, u32)> {
    let mut shares: Vec<(Mode, u32)> = vec![];
    for item in &plan.items {
        let mode = mode_of(item);
        match shares.iter_mut().find(|(is, _)| *is == mode) {
            Some((_, minutes)) => *minutes += item.minutes,
            None => shares.push((mode, item.minutes)),
        }
    }
    shares.retain(|(_, minutes)| 0 < *minutes);
    shares
}

fn is_active(mode: Mode) -> bool {
    match mode {
        Mode::Alone | Mode::Pair | Mode::Trio | Mode::Group => true,
        Mode::Plenary | Mode::Input | Mode::Break => false,
    }
}

/// The way of being together that most of a row's time goes to.
#[must_use]
pub fn mode_of(item: &Item) -> Mode {
    if item.kind == ItemKind::Pause {
        return Mode::Break;
    }
    let of_parts = item.parts.iter().map(|part| (part.mode, Minutes(part.minutes).seconds()));
    let mut spent: Vec<(Mode, Seconds)> = of_parts.collect();
    if spent.is_empty() {
        spent = steps(item).into_iter().map(|step| (step.mode, step.seconds)).collect();
    }
    let mut longest = (Mode::Plenary, 0);
    for (mode, _) in &spent {
        let here: u32 = spent.iter().filter(|(is, _)| is == mode).map(|(_, it)| it.0).sum();
        if longest.1 < here {
            longest = (*mode, here);
        }
    }
    longest.0
}

fn steps(item: &Item) -> Vec<kernel::step::Step> {
    let room = Room { people: 24, groups: 6, trios: 8, group_size: 4, orders: 3, prepared: false };
    let tool = tools::named(&item.tool);
    tool.map_or(vec![], |tool| (tool.steps)(&room, Minutes(item.minutes.max(1))))
}

/// Tells whether people sit in the groups with the four roles.
#[must_use]
pub fn has_roles(item: &Item) -> bool {
    item.parts.is_empty() && steps(item).iter().any(|step| step.seating == Seating::Groups)
}

/// The colour of a way of being together in the program: input is time people give away.
#[must_use]
pub fn colour(mode: Mode) -> &'static str {
    match mode {
        Mode::Alone | Mode::Pair => "lyng",
        Mode::Trio | Mode::Group => "fjord",
        Mode::Plenary => "mose",
        Mode::Input => "molte",
        Mode::Break => "neutral",
    }
}

#[must_use]
pub fn mode_name(f: &Frame<'_>, mode: Mode) -> String {
    let key = match mode {
        Mode::Alone => "ed-mode-alone",
        Mode::Pair => "ed-mode-pair",
        Mode::Trio => "ed-mode-trio",
        Mode::Group => "ed-mode-group",
        Mode::Plenary => "ed-mode-plenary",
        Mode::Input => "ed-mode-input",
        Mode::Break => "ed-mode-break",
    };
    f.t(key)
}

/// The name of a way of working before its explanation: `IGP` of `IGP – individuelt …`.
#[must_use]
pub fn short_name(f: &Frame<'_>, tool: &str) -> String {
    let name = f.t(tool);
    name.split_once(" – ").map_or(name.clone(), |(short, _)| short.to_owned())
}

/// How open each of a row's questions is. Calm: a word beside each, and no colour of warning.
#[must_use]
pub fn openness(f: &Frame<'_>, item: &Item) -> Markup {
    html! {
        @if !item.questions.is_empty() {
            ul id=(format!("item-{}-openness", item.id)) class="ed-openness sl-plain" {
                @for question in &item.questions {
                    @let class = questions::overall(&questions::classify(question));
                    li { span class="ds-tag" data-color="neutral" data-variant="outline" {
                        (openness_name(f, item, question, class))
                    } " " (question) }
                }
            }
        }
    }
}

fn openness_name(f: &Frame<'_>, item: &Item, question: &str, class: Class) -> String {
    if item.open_enough.iter().any(|it| it == question) {
        return f.t("question-open-enough");
    }
    let key = match class {
        Class::Open => "question-open",
        Class::Task => "question-task",
        Class::Closed => "question-closed",
        Class::Leading => "question-leading",
        Class::Narrow => "question-narrow",
        Class::Unknown => "question-unknown",
    };
    f.t(key)
}

/// Tells whether a question can be answered with yes or no, or carries its answer.
#[must_use]
pub fn is_shut(item: &Item, question: &str) -> bool {
    let class = questions::overall(&questions::classify(question));
    matches!(class, Class::Closed | Class::Leading)
        && !item.open_enough.iter().any(|it| it == question)
}
