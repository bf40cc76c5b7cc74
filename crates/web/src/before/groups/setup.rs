//! What groups are made from: the list of people, four switches, bonds, and the history.

use maud::{Markup, html};

use super::page::{GroupsPage, icon};
use super::words;
use crate::shell::bits::Press;
use crate::shell::frame::Frame;

/// The list, one person a line. It can be pasted from anywhere.
pub(super) fn people(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let lines: Vec<String> = s.people.iter().map(meeting::expected::Expected::line).collect();
    let is_open = s.people.is_empty();
    html! {
        section class="sl-stack" aria-labelledby="people-title" {
            h2 class="ds-heading" data-size="sm" id="people-title" { (f.n("gr-people", s.people.len())) }
            details class="ds-details" id="people-list" open[is_open] {
                summary { (f.t(if is_open { "gr-people-write" } else { "gr-people-change" })) }
                div class="sl-stack" {
                    form class="sl-stack" id="people-form" method="post" action=(f.at("expected")) {
                        (super::page::version(s))
                        ds-field class="ds-field" {
                            label class="ds-label" for="people-text" { (f.t("gr-people-label")) }
                            div data-field="description" id="people-help" { (f.t("gr-people-help")) }
                            textarea class="ds-input" id="people-text" name="people" rows="12"
                                autocomplete="off" spellcheck="false" aria-describedby="people-help" {
                                (lines.join("\n"))
                            }
                        }
                        div class="sl-row" {
                            button class="ds-button" { (f.t("gr-people-save")) }
                        }
                    }
                    @if !is_open { (removal(f)) }
                }
            }
        }
    }
}

fn removal(f: &Frame<'_>) -> Markup {
    html! {
        details class="ds-details" id="people-removal" {
            summary { (f.t("gr-people-remove")) }
            div class="sl-stack" {
                p { (f.t("gr-people-remove-text")) }
                (forever(f, "remove-people", "expected/removal"))
            }
        }
    }
}

/// A form that deletes for good; it stands behind a heading that must be opened.
fn forever(f: &Frame<'_>, id: &str, action: &str) -> Markup {
    let action = f.at(action);
    Press { is_plain: true, ..Press::new(id, &action, "", &f.t("gr-remove-for-good")) }.form(f)
}

/// The four switches, and the button that shuffles.
pub(super) fn switches(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let rules = s.wanted.rules;
    let has = !s.plan.tables.is_empty();
    html! {
        section aria-labelledby="rules-title" {
            form class="sl-stack" id="draw-form" method="post" action=(f.at("group-plan")) {
                (super::page::version(s))
                input type="hidden" name="at" value="map-title";
                fieldset class="ds-fieldset" {
                    legend class="ds-label" id="rules-title" { (f.t("gr-rules")) }
                    @for (name, on) in [
                        ("mix_units", rules.mix_units),
                        ("meet_new", rules.meet_new),
                        ("leaders_apart", rules.leaders_apart),
                        ("keep_bonds", rules.keep_bonds),
                    ] {
                        @let key = format!("gr-rule-{}", name.replace('_', "-"));
                        @let (id, help) = (format!("rule-{name}"), format!("rule-{name}-help"));
                        ds-field class="ds-field" {
                            input class="ds-input" type="checkbox" role="switch" id=(id) name=(name)
                                value="true" checked[on] aria-describedby=(help);
                            label class="ds-label" for=(id) { (f.t(&key)) }
                            div data-field="description" id=(help) { (f.attr(&key, "help")) }
                        }
                    }
                }
                div class="sl-row" {
                    button class="ds-button" {
                        (icon(f, "group")) (f.t(if has { "groups-again" } else { "groups-make" }))
                    }
                    @if has { span class="cn-said" { (f.t("gr-again-text")) } }
                }
            }
        }
    }
}

/// Who is kept together or apart.
pub(super) fn bonds(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    let count = s.plan.together.len() + s.plan.apart.len();
    let kinds = [("together", &s.plan.together), ("apart", &s.plan.apart)];
    let tried = tried(s);
    html! {
        details class="ds-details" id="bonds" open[s.shows_bonds] {
            summary { (f.t("gr-bonds")) " (" (count) ")" }
            div class="sl-stack" {
                p { (f.t("gr-bonds-text")) }
                @if count > 0 {
                    ul class="sl-plain sl-stack" {
                        @for (kind, pairs) in kinds {
                            @for [one, other] in pairs { li class="sl-row" { (bond(f, s, kind, *one, *other)) } }
                        }
                    }
                }
                form class="sl-stack" id="bond-form" method="post" action=(f.at("group-plan/bonds")) {
                    (super::page::version(s))
                    input type="hidden" name="kept" value="true";
                    input type="hidden" name="at" value="bonds";
                    div class="gr-two" {
                        (who(f, s, "one", "gr-bond-one", tried.map(|(_, [one, _])| one)))
                        (who(f, s, "other", "gr-bond-other", tried.map(|(_, [_, other])| other)))
                    }
                    fieldset class="ds-fieldset" {
                        legend class="ds-label" { (f.t("gr-bond-kind")) }
                        @for kind in ["together", "apart"] {
                            @let id = format!("bond-{kind}");
                            @let is_chosen = tried.map_or("together", |(kind, _)| kind) == kind;
                            ds-field class="ds-field" {
                                input class="ds-input" type="radio" id=(id) name="kind" value=(kind)
                                    checked[is_chosen];
                                label class="ds-label" for=(id) { (f.t(&format!("gr-bond-{kind}"))) }
                            }
                        }
                    }
                    button class="ds-button" data-variant="secondary" { (f.t("gr-bond-add")) }
                }
            }
        }
    }
}

/// The bond that could not be added, so that it stays in the form.
fn tried(s: &GroupsPage<'_>) -> Option<(&'static str, [u32; 2])> {
    let new = |wanted: &[[u32; 2]], saved: &[[u32; 2]]| {
        wanted.iter().copied().find(|pair| !saved.contains(pair))
    };
    let together = new(&s.wanted.together, &s.plan.together).map(|pair| ("together", pair));
    together.or_else(|| new(&s.wanted.apart, &s.plan.apart).map(|pair| ("apart", pair)))
}

fn bond(f: &Frame<'_>, s: &GroupsPage<'_>, kind: &str, one: u32, other: u32) -> Markup {
    let id = format!("unbind-{kind}-{one}-{other}");
    let action = f.at("group-plan/bonds");
    let pair = words::names(f, s.people, &[one, other]);
    let values = [
        ("version", s.version.to_string()),
        ("one", one.to_string()),
        ("other", other.to_string()),
        ("kind", kind.to_owned()),
        ("kept", "false".to_owned()),
        ("at", "bonds".to_owned()),
    ];
    let label = f.t("gr-bond-remove");
    let press = Press {
        values: &values,
        variant: "tertiary",
        of: Some(&pair),
        is_plain: true,
        ..Press::new(&id, &action, "", &label)
    };
    html! {
        span { (f.with(&format!("gr-kept-{kind}"), &[("names", pair.as_str().into())])) }
        (press.form(f))
    }
}

fn who(f: &Frame<'_>, s: &GroupsPage<'_>, name: &str, label: &str, chosen: Option<u32>) -> Markup {
    let id = format!("bond-{name}");
    html! {
        ds-field class="ds-field" {
            label class="ds-label" for=(id) { (f.t(label)) }
            select class="ds-input" id=(id) name=(name) required {
                option value="" { (f.t("choose-person")) }
                @for it in s.people {
                    option value=(it.number) selected[chosen == Some(it.number)] { (it.name) }
                }
            }
        }
    }
}

/// What is remembered between meetings, in plain words, and how it is forgotten.
pub(super) fn history(f: &Frame<'_>, s: &GroupsPage<'_>) -> Markup {
    html! {
        section class="sl-stack" aria-labelledby="history" {
            h2 class="ds-heading" data-size="sm" id="history" { (f.t("gr-history")) }
            p { (f.n("gr-history-text", s.remembered)) }
            @if s.remembered > 0 && s.organises {
                details class="ds-details" id="history-removal" {
                    summary { (f.t("gr-history-remove")) }
                    div class="sl-stack" {
                        p { (f.t("gr-history-remove-text")) }
                        (forever(f, "remove-history", "encounters/removal"))
                    }
                }
            }
        }
    }
}
