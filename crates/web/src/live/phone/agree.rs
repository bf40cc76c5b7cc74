//! What a table writes together: points it stands behind, its disagreement, its shared text.

use maud::{Markup, html};
use meeting::screens::phone::{ChoiceCard, FieldCard, PhoneScreen};
use meeting::screens::{Card, NowCard};

use super::fields;
use super::page::at;
use crate::shell::bits::{self, Press};
use crate::shell::frame::Frame;

/// How far a table has come with its points.
pub(super) struct Agreement {
    pub members: usize,
    pub may_deliver: bool,
    pub delivered: bool,
}

pub(super) fn points(
    f: &Frame<'_>,
    s: &PhoneScreen,
    now: &NowCard,
    (lines, disagreement, cards): (&[FieldCard], &FieldCard, &[Card]),
    state: &Agreement,
) -> Markup {
    html! {
        section class="sl-stack" aria-labelledby="points-title" {
            h2 class="ds-heading" data-size="2xs" id="points-title" { (f.t("points-title")) }
            @if !cards.is_empty() {
                ul class="sl-plain sl-stack" {
                    @for it in cards { li class="wl-note" { (fields::card(f, it)) } }
                }
            }
            @if state.delivered { (delivered(f, s, now, lines, disagreement)) }
            @else {
                @for line in lines {
                    (fields::field(f, s, line, &fields::label(f, now, line), cards))
                    (stand(f, s, line, state.members))
                }
                (fields::field(f, s, disagreement, &fields::label(f, now, disagreement), &[]))
                (deliver(f, s, now, state))
            }
        }
    }
}

/// Whether I can stand for a point, and how many of the table can.
fn stand(f: &Frame<'_>, s: &PhoneScreen, line: &FieldCard, members: usize) -> Markup {
    let Some(point) = line.id else { return html! {} };
    let id = format!("stand-{}", point.0);
    let action = at(f, s, "stands");
    let values = [("point", point.0.to_string()), ("stands", (!line.i_stand).to_string())];
    let count = [
        ("n", i64::try_from(line.stands).unwrap_or(i64::MAX).into()),
        ("of", i64::try_from(members).unwrap_or(i64::MAX).into()),
    ];
    let icon = if line.i_stand { "done-fill" } else { "done" };
    html! {
        div class="sl-row" {
            (Press {
                values: &values,
                pressed: Some(line.i_stand),
                ..Press::new(&id, &action, icon, &f.t("stand"))
            }.form(f))
            span class="sl-num" { (f.with("stand-count", &count)) }
        }
    }
}

fn deliver(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard, state: &Agreement) -> Markup {
    let action = at(f, s, "deliveries");
    let values = [("item", now.place.item.to_string()), ("delivered", "true".to_owned())];
    html! {
        @if state.may_deliver {
            (Press {
                values: &values,
                variant: "primary",
                ..Press::new("deliver-form", &action, "send", &f.t("report-submit"))
            }.form(f))
        } @else {
            p class="from" { (bits::icon(f, "info")) " " (f.t("deliver-not-yet")) }
        }
    }
}

fn delivered(
    f: &Frame<'_>,
    s: &PhoneScreen,
    now: &NowCard,
    lines: &[FieldCard],
    disagreement: &FieldCard,
) -> Markup {
    let action = at(f, s, "deliveries");
    let values = [("item", now.place.item.to_string()), ("delivered", "false".to_owned())];
    let written = |line: &&FieldCard| !line.text.trim().is_empty();
    html! {
        p { strong { (bits::icon(f, "done-fill")) (f.t("report-submitted")) } }
        ol { @for line in lines.iter().filter(written) { li { (line.text) } } }
        @if written(&disagreement) {
            p { strong { (f.t("disagreement")) ": " } (disagreement.text) }
        }
        (Press {
            values: &values,
            ..Press::new("deliver-form", &action, "undo", &f.t("deliver-undo"))
        }.form(f))
    }
}

pub(super) fn table_text(
    f: &Frame<'_>,
    s: &PhoneScreen,
    now: &NowCard,
    line: &FieldCard,
) -> Markup {
    html! {
        section class="sl-stack" aria-label=(f.t("table-text-name")) {
            (fields::field(f, s, line, &fields::label(f, now, line), &[]))
        }
    }
}

pub(super) fn found(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard, lines: &[FieldCard]) -> Markup {
    html! {
        section class="sl-stack" aria-labelledby="found-title" {
            h2 class="ds-heading" data-size="2xs" id="found-title" {
                (bits::icon(f, "shared-find")) " " (f.t("date-common"))
            }
            @for line in lines { (fields::field(f, s, line, &fields::label(f, now, line), &[])) }
        }
    }
}

/// The table chooses one of its members' questions or stories.
pub(super) fn choice(f: &Frame<'_>, s: &PhoneScreen, notes: &[ChoiceCard]) -> Markup {
    let action = at(f, s, "choices");
    html! {
        section class="sl-stack" aria-labelledby="choice-title" {
            h2 class="ds-heading" data-size="2xs" id="choice-title" { (f.t("choice-title")) }
            @if notes.is_empty() { p { (f.t("choice-none")) } }
            ul class="sl-plain sl-stack" {
                @for it in notes {
                    @let id = format!("choice-{}", it.card.id.0);
                    @let values = [("note", it.card.id.0.to_string())];
                    @let icon = if it.is_my_choice { "done-fill" } else { "" };
                    li class="wl-note" {
                        p { (fields::card(f, &it.card)) }
                        div class="sl-row" {
                            (Press {
                                values: &values,
                                pressed: Some(it.is_my_choice),
                                ..Press::new(&id, &action, icon, &f.t("choose"))
                            }.form(f))
                            span class="sl-num" { (f.n("votes", it.votes)) }
                        }
                    }
                }
            }
        }
    }
}
