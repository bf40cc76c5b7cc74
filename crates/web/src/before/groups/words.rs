//! Reasons, costs and clashes as sentences.

use maud::{Markup, html};
use meeting::expected::Expected;
use meeting::groups::{Conflict, Cost, Kept, Reason, reasons as reasons_of};

use super::page::{GroupsPage, GroupsTrouble, icon, number};
use crate::shell::frame::Frame;

/// Pairs that are named before the rest is counted.
const PAIRS_NAMED_MAX: usize = 6;

/// Returns the title and one sentence about why a change was not made.
#[must_use]
pub fn groups_trouble(
    f: &Frame<'_>,
    people: &[Expected],
    trouble: &GroupsTrouble,
) -> (String, String) {
    match trouble {
        GroupsTrouble::Changed => (f.t("gr-changed-title"), f.t("gr-changed")),
        GroupsTrouble::Conflict(conflict) => {
            let args =
                [("n", number(conflict.people).into()), ("tables", number(conflict.tables).into())];
            let key = match (conflict.rules.as_slice(), conflict.smallest) {
                ([], _) => "gr-conflict-sizes",
                (_, true) => "gr-conflict",
                (_, false) => "gr-conflict-perhaps",
            };
            let mut text = f.with(key, &args);
            if let [only] = conflict.rules.as_slice() {
                text = f.with(
                    "gr-conflict-one",
                    &[
                        ("rule", kept(f, people, only).into()),
                        ("n", number(conflict.people).into()),
                        ("tables", number(conflict.tables).into()),
                    ],
                );
            }
            (f.t("gr-conflict-title"), text)
        }
    }
}

/// The rules that clash, one a line; a single one stands in the sentence itself.
pub(super) fn clashing(f: &Frame<'_>, people: &[Expected], conflict: &Conflict) -> Markup {
    html! {
        @if conflict.rules.len() > 1 {
            ul { @for rule in &conflict.rules { li { (kept(f, people, rule)) } } }
        }
    }
}

/// What can be said of the groups as they stand.
pub(super) fn reasons(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let reasons = reasons_of(s.plan, s.people, s.met);
    html! {
        ul class="sl-plain gr-reasons" id="reasons" {
            @for reason in &reasons {
                li data-state=[(!is_good(reason)).then_some("note")] {
                    (icon(f, if is_good(reason) { "done" } else { "info" })) " "
                    span { (sentence(f, s.people, reason)) }
                }
            }
        }
    }
}

fn is_good(reason: &Reason) -> bool {
    match reason {
        Reason::AllNew | Reason::EachMeetsNew | Reason::UnitsEven | Reason::Best => true,
        Reason::MetBefore(_) | Reason::NoHistory | Reason::SameUnit { .. } | Reason::Broken(_) => {
            false
        }
    }
}

fn sentence(f: &Frame<'_>, people: &[Expected], reason: &Reason) -> String {
    match reason {
        Reason::AllNew => f.t("gr-all-new"),
        Reason::EachMeetsNew => f.t("gr-each-meets-new"),
        Reason::NoHistory => f.t("gr-no-history"),
        Reason::UnitsEven => f.t("gr-units-even"),
        Reason::Best => f.t("gr-best"),
        Reason::SameUnit { table, people: same } => f.with(
            "gr-same-unit-at",
            &[("table", number(*table).into()), ("names", names(f, people, same).into())],
        ),
        Reason::Broken(rule) => f.with("gr-broken", &[("rule", kept(f, people, rule).into())]),
        Reason::MetBefore(pairs) => {
            let named = pairs.iter().take(PAIRS_NAMED_MAX);
            let named: Vec<String> =
                named.map(|(one, other, _)| names(f, people, &[*one, *other])).collect();
            let rest = pairs.len().saturating_sub(named.len());
            let mut list = named.join("; ");
            if rest > 0 {
                list.push_str("; ");
                list.push_str(&f.n("gr-more-pairs", rest));
            }
            f.with("gr-met-before", &[("n", number(pairs.len()).into()), ("pairs", list.into())])
        }
    }
}

/// What it costs to sit at a table, in words; that it costs nothing, too.
pub(super) fn costs(f: &Frame<'_>, people: &[Expected], costs: &[Cost]) -> String {
    if costs.is_empty() {
        return f.t("gr-cost-free");
    }
    let said: Vec<String> = costs.iter().map(|cost| cost_said(f, people, cost)).collect();
    said.join(" ")
}

fn cost_said(f: &Frame<'_>, people: &[Expected], cost: &Cost) -> String {
    match cost {
        Cost::MetBefore(one, other, times) => f.with(
            "gr-cost-met",
            &[("names", names(f, people, &[*one, *other]).into()), ("n", i64::from(*times).into())],
        ),
        Cost::SameUnit(same) => f.with("gr-cost-unit", &[("names", names(f, people, same).into())]),
        Cost::Broken(rule) => f.with("gr-broken", &[("rule", kept(f, people, rule).into())]),
        Cost::Becomes(size) => f.n("gr-cost-becomes", *size),
        Cost::Leaves { table, left } => f.with(
            "gr-cost-leaves",
            &[("table", number(*table).into()), ("n", number(*left).into())],
        ),
    }
}

/// A rule as a clause that stands alone: «Kari og Per sitter ikke sammen».
fn kept(f: &Frame<'_>, people: &[Expected], rule: &Kept) -> String {
    match rule {
        Kept::Together(set) => {
            f.with("gr-kept-together", &[("names", names(f, people, set).into())])
        }
        Kept::Apart(one, other) => {
            f.with("gr-kept-apart", &[("names", names(f, people, &[*one, *other]).into())])
        }
        Kept::Leader(leader, staff) => f.with(
            "gr-kept-leader",
            &[
                ("leader", names(f, people, &[*leader]).into()),
                ("n", number(staff.len()).into()),
                ("staff", few_names(f, people, staff).into()),
            ],
        ),
        Kept::Locked(person, table) => f.with(
            "gr-kept-locked",
            &[("name", names(f, people, &[*person]).into()), ("table", number(*table).into())],
        ),
    }
}

/// «Kari, Per og Ola».
pub(super) fn names(f: &Frame<'_>, people: &[Expected], numbers: &[u32]) -> String {
    names_with_host(f, people, numbers, &[])
}

/// «Kari (vert), Per og Ola».
pub(super) fn names_with_host(
    f: &Frame<'_>,
    people: &[Expected],
    numbers: &[u32],
    hosts: &[u32],
) -> String {
    let name = |number: &u32| {
        let found = people.iter().find(|it| it.number == *number);
        let name = found.map_or("", |it| it.name.as_str());
        if hosts.contains(number) {
            return f.with("gr-host", &[("name", name.into())]);
        }
        name.to_owned()
    };
    let names: Vec<String> = numbers.iter().map(name).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), f.t("and")),
    }
}

fn few_names(f: &Frame<'_>, people: &[Expected], numbers: &[u32]) -> String {
    if numbers.len() <= 4 {
        return names(f, people, numbers);
    }
    let first = names(f, people, &numbers[..1]);
    f.with("gr-and-others", &[("name", first.into()), ("n", number(numbers.len() - 1).into())])
}
