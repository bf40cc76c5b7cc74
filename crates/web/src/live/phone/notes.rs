//! What a person writes, takes along and picks: nobody else's words are changed here.

use maud::{Markup, html};
use meeting::screens::phone::{FieldCard, PhoneScreen};
use meeting::screens::{Card, NowCard};

use super::fields;
use super::page::at;
use crate::shell::bits;
use crate::shell::frame::Frame;

/// Own notes, one field each.
pub(super) fn notes(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard, lines: &[FieldCard]) -> Markup {
    html! {
        section class="sl-stack" aria-label=(f.t("notes-name")) {
            @for line in lines { (fields::field(f, s, line, &fields::label(f, now, line), &[])) }
        }
    }
}

/// One thing to take along: something that stands there, or words of one's own.
pub(super) fn carry(
    f: &Frame<'_>,
    s: &PhoneScreen,
    now: &NowCard,
    line: &FieldCard,
    choices: &[Card],
) -> Markup {
    let word = f.t("carry-taken");
    let taken = choices.iter().find(|it| line.parents.contains(&it.id) && it.text == line.text);
    html! {
        section class="sl-stack" aria-labelledby="carry-title" {
            h2 class="ds-heading" data-size="2xs" id="carry-title" { (f.t("carry-title")) }
            @if !choices.is_empty() {
                ul class="sl-plain sl-stack" {
                    @for it in choices {
                        @let is_taken = taken.is_some_and(|taken| taken.id == it.id);
                        li { (choose(f, s, line, it, is_taken.then_some(word.as_str()))) }
                    }
                }
            }
            (fields::field(f, s, line, &fields::label(f, now, line), &[]))
        }
    }
}

/// A number of things to pick for a negotiation.
pub(super) fn pick(
    f: &Frame<'_>,
    s: &PhoneScreen,
    now: &NowCard,
    lines: &[FieldCard],
    choices: &[Card],
) -> Markup {
    let free = lines.iter().find(|line| line.text.trim().is_empty());
    html! {
        section class="sl-stack" aria-labelledby="pick-title" {
            h2 class="ds-heading" data-size="2xs" id="pick-title" {
                (f.n("pick-title", lines.len()))
            }
            @if !choices.is_empty() {
                ul class="sl-plain sl-stack" {
                    @for it in choices {
                        @let at = lines.iter().find(|line| line.parents.contains(&it.id));
                        li {
                            @if let Some(line) = at {
                                (picked(f, it, line))
                            } @else if let Some(line) = free {
                                (choose(f, s, line, it, None))
                            } @else { p { (fields::card(f, it)) } }
                        }
                    }
                }
                @if free.is_none() { p class="from" { (f.t("pick-full")) } }
            }
            @for line in lines { (fields::field(f, s, line, &fields::label(f, now, line), &[])) }
        }
    }
}

fn picked(f: &Frame<'_>, it: &Card, line: &FieldCard) -> Markup {
    html! {
        p { (fields::card(f, it)) " "
            strong { (bits::icon(f, "ready")) (f.n("picked-as", line.slot + 1)) }
        }
    }
}

/// A card with a button that puts its words into a field and remembers where they came from.
fn choose(
    f: &Frame<'_>,
    s: &PhoneScreen,
    line: &FieldCard,
    it: &Card,
    done: Option<&str>,
) -> Markup {
    let id = format!("choose-{}", it.id.0);
    html! {
        form class="sl-row" id=(id) method="post" action=(at(f, s, "texts")) data-outbox {
            (fields::hidden(line))
            input type="hidden" name="text" value=(it.text);
            input type="hidden" name="parents" value=(it.id.0);
            p id=(format!("{id}-text")) { (fields::card(f, it)) }
            button class="ds-button" data-variant="secondary"
                aria-pressed=(done.is_some().to_string()) aria-describedby=(format!("{id}-text")) {
                @if let Some(done) = done { (bits::icon(f, "ready")) (done) }
                @else { (f.t("choose")) }
            }
        }
    }
}
