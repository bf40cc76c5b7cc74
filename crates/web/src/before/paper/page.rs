//! The meeting on paper: program, the leader's run sheet, role cards, group sheets, table signs and
//! slips to join with. The whole meeting can be held with these and no screen at all.

use std::collections::BTreeSet;

use kernel::role::Role;
use kernel::step::{Capture, Step};
use maud::{Markup, html};
use meeting::screens::TableCard;
use plan::document::{Item, Plan};

use super::program;
use crate::shell::bits;
use crate::shell::frame::{Frame, Sheet, page};

/// What is printed: the plan, the groups as they are, and the steps of each item.
pub struct PrintSet {
    pub plan: Plan,
    pub groups: Vec<TableCard>,
    /// How many are here or expected.
    pub people: u32,
    pub steps: Vec<Vec<Step>>,
    /// Who sits where: the groups, and the tables of items that have their own.
    pub lists: Vec<GroupList>,
}

/// Names at tables, round by round.
pub struct GroupList {
    /// The item; none for the meeting's groups.
    pub title: Option<String>,
    pub rounds: Vec<Vec<Vec<String>>>,
    /// Those who stay at their table in all rounds.
    pub hosts: Vec<String>,
}

/// Parts of a meeting that are printed on their own.
pub const PRINT_PARTS: [&str; 7] =
    ["program", "run", "groups", "roles", "sheets", "signs", "slips"];
const SLIPS: usize = 8;

/// Returns one part of the print pack, or all of them.
#[must_use]
pub fn print_page(f: &Frame<'_>, part: &str, set: &PrintSet) -> Markup {
    let sheet = Sheet::new(&set.plan.title);
    let content = html! {
        nav class="sl-row pr-hide" aria-label=(f.t("print-parts")) {
            @for name in ["all"].into_iter().chain(PRINT_PARTS) {
                a class="ds-link" href=(f.at(&format!("print/{name}")))
                    aria-current=[(name == part).then_some("page")] {
                    (f.t(&format!("print-{name}")))
                }
            }
        }
        p class="pr-hide" { (f.t("print-hint")) }
        @for name in PRINT_PARTS {
            @if part == name || part == "all" {
                section class="pr-break" { (one(f, name, set)) }
            }
        }
    };
    page(f, &sheet, true, &content)
}

fn one(f: &Frame<'_>, name: &str, set: &PrintSet) -> Markup {
    html! {
        h2 class="ds-heading" data-size="sm" { (f.t(&format!("print-{name}"))) }
        @match name {
            "groups" => (groups(f, set)),
            "roles" => (roles(f, set)),
            "sheets" => (sheets(f, set)),
            "signs" => (signs(f, set)),
            "slips" => (slips(f, set)),
            "run" => (program::run_sheet(f, set)),
            _ => (program::program(f, set)),
        }
    }
}

/// One list for each round, to hang on the wall: where each sits, and with whom.
fn groups(f: &Frame<'_>, set: &PrintSet) -> Markup {
    html! {
        @if set.lists.is_empty() { p { (f.t("print-groups-none")) } }
        @for list in &set.lists {
            h3 { (list.title.clone().unwrap_or_else(|| f.t("groups"))) }
            @if !list.hosts.is_empty() { p { (f.t("gr-hosts-text")) } }
            @for (round, tables) in list.rounds.iter().enumerate() {
                section class="pr-round" {
                    @if list.rounds.len() > 1 { h4 { (f.n("gr-round", round + 1)) } }
                    table class="rs-table" {
                        thead { tr {
                            th scope="col" { (f.t("table-word")) }
                            th scope="col" { (f.t("print-who")) }
                        } }
                        tbody {
                            @for (place, names) in tables.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
                                tr {
                                    td data-label=(f.t("table-word")) { (place + 1) }
                                    td data-label=(f.t("print-who")) { (with_host(f, names, &list.hosts)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn with_host(f: &Frame<'_>, names: &[String], hosts: &[String]) -> String {
    let name = |name: &String| {
        if hosts.contains(name) {
            f.with("gr-host", &[("name", name.as_str().into())])
        } else {
            name.clone()
        }
    };
    names.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn roles(f: &Frame<'_>, set: &PrintSet) -> Markup {
    let roles = set.steps.iter().flatten().flat_map(|step| step.seating.kind().roles).copied();
    // The four are on paper whatever is planned: a leader may make groups in any meeting.
    let roles: BTreeSet<Role> = roles.chain(Role::ALL).collect();
    html! {
        div class="pr-slips" {
            @for role in roles {
                @let key = format!("role-{}", role.key());
                div {
                    h3 { (bits::icon(f, bits::role_icon(role))) " " (f.t(&key)) }
                    p { (f.attr(&key, "help")) }
                    ul { @for line in f.attr(&key, "say").split(" / ") { li { "«" (line) "»" } } }
                }
            }
        }
    }
}

/// One sheet for each item that takes something down: the steps on paper, and lines to write on.
fn sheets(f: &Frame<'_>, set: &PrintSet) -> Markup {
    let with_steps = set.plan.items.iter().zip(&set.steps);
    html! {
        @for (item, steps) in with_steps {
            @if steps.iter().any(|step| !step.captures.is_empty()) {
                section class="pr-break" {
                    h3 { (item.title) }
                    @for question in &item.questions { p { strong { (question) } } }
                    @for order in &item.orders { p { (f.t("source-listening-order")) ": " (order) } }
                    ol { @for (step, says) in explained(item, steps) { li { (sheet_step(f, item, step, says)) } } }
                }
            }
        }
    }
}

/// A step that comes again (date 2 of 3) is explained once.
fn once_each(steps: &[Step]) -> Vec<&Step> {
    let mut once: Vec<&Step> = vec![];
    for step in steps {
        if !once.iter().any(|it| it.name == step.name) {
            once.push(step);
        }
    }
    once
}

/// The steps of a way of working, or the planner's own, each with what it says.
fn explained<'a>(item: &'a Item, steps: &'a [Step]) -> Vec<(&'a Step, &'a str)> {
    if item.own_steps.is_empty() {
        return once_each(steps).into_iter().map(|step| (step, "")).collect();
    }
    let says = item.own_steps.iter().map(|step| step.says.as_str());
    steps.iter().zip(says).collect()
}

fn sheet_step(f: &Frame<'_>, item: &Item, step: &Step, says: &str) -> Markup {
    let key = format!("{}-{}", item.steps_are_of(), step.name);
    html! {
        p { strong { (f.attr(&key, "title")) } " (" (f.n("minutes", step.seconds.minutes_up().0)) "). "
            @if says.is_empty() { (f.t(&key)) } @else { (says) } }
        p { (f.attr(&key, "paper")) }
        @for capture in &step.captures {
            @for (label, lines) in lines(f, &key, capture) {
                p { (label) ":" }
                @for _ in 0..lines { br; hr class="ds-divider" aria-hidden="true"; }
            }
        }
    }
}

/// What a capture asks for on paper, and how many lines it wants.
fn lines(f: &Frame<'_>, key: &str, capture: &Capture) -> Vec<(String, u32)> {
    let label = |kind: &str, n: u8| {
        let args = [("n", i64::from(n).into())];
        let own = f.texts.find(f.lang, &format!("{key}-{kind}"), None, &args);
        own.unwrap_or_else(|| f.n(&format!("kind-{kind}"), n))
    };
    match capture {
        Capture::Notes(fields) | Capture::Found(fields) => fields
            .iter()
            .flat_map(|field| (1..=field.count).map(|n| (label(field.kind.key(), n), 1)))
            .collect(),
        Capture::Carry => vec![(label("carried", 1), 1)],
        Capture::Pick { exactly } => (1..=*exactly).map(|n| (label("picked", n), 1)).collect(),
        Capture::Points { most } => {
            let points = (1..=*most).map(|n| (label("point", n), 2));
            points.chain([(label("disagreement", 1), 2)]).collect()
        }
        Capture::TableText => vec![(label("table-text", 1), 5)],
        Capture::Choice => vec![(f.t("choice-title"), 1)],
        Capture::Commitments => vec![
            (f.t("act-who"), 1),
            (f.t("act-does-what"), 1),
            (f.t("act-when"), 1),
            (f.t("act-sign"), 1),
        ],
    }
}

fn signs(f: &Frame<'_>, set: &PrintSet) -> Markup {
    let groups = &set.groups;
    let tables = usize::try_from(set.people.div_ceil(4)).unwrap_or(usize::MAX);
    let count = if groups.is_empty() { tables } else { groups.len() };
    html! {
        @for number in 1..=count {
            div class="pr-sign pr-break" {
                div {
                    p { (f.t("table-word")) }
                    b { (number) }
                    @if let Some(group) = groups.get(number - 1) {
                        p { @for (place, it) in group.members.iter().enumerate() {
                            @if place > 0 { ", " }
                            (it.name)
                        } }
                    }
                }
            }
        }
    }
}

fn slips(f: &Frame<'_>, set: &PrintSet) -> Markup {
    html! {
        div class="pr-slips" {
            @for _ in 0..SLIPS {
                div { (program::way_in(f, &set.plan.starts_at)) }
            }
        }
    }
}
