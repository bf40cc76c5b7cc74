//! What stands beside the task: what I take along, what the table said, what the room found.

use kernel::ids::{ContributionId, TableNumber};
use kernel::step::{Kind, Source};
use maud::{Markup, html};
use meeting::screens::phone::PhoneScreen;
use meeting::screens::{Card, CountedCard, SourceCard};

use super::fields;
use super::page::at;
use crate::shell::bits::Press;
use crate::shell::frame::Frame;

/// Returns a source, or nothing where there is nothing to show. The cards of a negotiation stand
/// in its form already.
pub(super) fn source(
    f: &Frame<'_>,
    s: &PhoneScreen,
    source: &SourceCard,
    has_points: bool,
) -> Markup {
    if source.cards.is_empty() && source.order.is_none() {
        return html! {};
    }
    match source.source {
        // While people change places it stands with where they go.
        Source::OwnCarried if s.change.is_some() => html! {},
        Source::OwnCarried => carried(f, source),
        Source::ListeningOrder => order(f, source),
        Source::TablePicked if has_points => html! {},
        Source::TableCarried | Source::TablePicked | Source::TableText => open(f, s, source),
        Source::OwnNotes | Source::RoomCarried | Source::RoomPoints | Source::TablePoints => {
            folded(f, s, source)
        }
    }
}

fn title(f: &Frame<'_>, source: Source) -> String {
    f.t(match source {
        Source::OwnNotes => "source-own-notes",
        Source::OwnCarried => "date-carry",
        Source::TableCarried => "source-table-carried",
        Source::TablePicked => "source-table-picked",
        Source::ListeningOrder => "source-listening-order",
        Source::RoomCarried => "source-room-carried",
        Source::RoomPoints => "source-room-points",
        Source::TablePoints => "source-table-points",
        Source::TableText => "source-table-text",
    })
}

fn carried(f: &Frame<'_>, source: &SourceCard) -> Markup {
    let title = title(f, source.source);
    html! {
        section class="ph-carry" aria-label=(title) {
            small { (title) }
            @for it in &source.cards { p { (fields::card(f, &it.card)) } }
        }
    }
}

fn order(f: &Frame<'_>, source: &SourceCard) -> Markup {
    let title = title(f, source.source);
    html! {
        @if let Some(order) = &source.order {
            section class="ph-carry" aria-label=(title) {
                small { (title) }
                p { (order) }
            }
        }
    }
}

fn open(f: &Frame<'_>, s: &PhoneScreen, source: &SourceCard) -> Markup {
    html! {
        section {
            h2 class="ds-heading" data-size="2xs" { (title(f, source.source)) }
            (list(f, s, &source.cards))
        }
    }
}

fn folded(f: &Frame<'_>, s: &PhoneScreen, source: &SourceCard) -> Markup {
    let title = title(f, source.source);
    let id = format!("source-{:?}", source.source).to_lowercase();
    html! {
        details class="ds-details" id=(id) {
            summary { (title) " (" (source.cards.len()) ")" }
            div { (list(f, s, &source.cards)) }
        }
    }
}

fn list(f: &Frame<'_>, s: &PhoneScreen, cards: &[CountedCard]) -> Markup {
    html! {
        ul class="sl-plain sl-stack" {
            @for it in cards {
                li class="wl-note" {
                    (fields::card(f, &it.card))
                    @if let Some(table) = it.table { " " span class="by" { (from(f, it.card.kind, table)) } }
                    @else if it.card.kind == Kind::Loan && !it.card.parents.is_empty() {
                        " " span class="by" { (f.t("borrowed-from-room")) }
                    }
                    @if it.times > 1 { " " span class="by" { (f.n("times", it.times)) } }
                    @if let Some(loan) = it.loan { (lend(f, s, &it.card, loan.kept_as)) }
                }
            }
        }
    }
}

/// Where a text is from: a table, and never a person.
fn from(f: &Frame<'_>, kind: Kind, table: TableNumber) -> String {
    if kind == Kind::Loan { f.n("borrowed-from", table.0) } else { f.n("table", table.0) }
}

/// «Lån ideen»: keeps a copy among my own notes, and gives it back when pressed again.
fn lend(f: &Frame<'_>, s: &PhoneScreen, card: &Card, kept_as: Option<ContributionId>) -> Markup {
    let id = format!("borrow-{}", card.id.0);
    let of = [("of", card.id.0.to_string())];
    let (action, values, icon) = match kept_as {
        Some(loan) => (at(f, s, &format!("texts/{}/withdrawal", loan.0)), &[][..], "done-fill"),
        None => (at(f, s, "loans"), &of[..], "idea"),
    };
    html! {
        div class="sl-row" {
            (Press {
                values,
                pressed: Some(kept_as.is_some()),
                variant: "tertiary",
                of: Some(&card.text),
                ..Press::new(&id, &action, icon, &f.t("borrow"))
            }.form(f))
            @if kept_as.is_some() { span class="by" { (f.t("borrowed")) } }
        }
    }
}
