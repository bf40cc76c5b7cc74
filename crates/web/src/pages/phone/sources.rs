//! What stands beside the task: what I take along, what the table said, what the room found.

use kernel::step::Source;
use maud::{Markup, html};
use meeting::screens::{CountedCard, SourceCard};

use super::super::frame::Frame;
use super::fields;

/// Returns a source, or nothing where there is nothing to show. The cards of a negotiation stand
/// in its form already.
pub(super) fn source(f: &Frame<'_>, source: &SourceCard, has_points: bool) -> Markup {
    if source.cards.is_empty() && source.order.is_none() {
        return html! {};
    }
    match source.source {
        Source::OwnCarried => carried(f, source),
        Source::ListeningOrder => order(f, source),
        Source::TablePicked if has_points => html! {},
        Source::TableCarried | Source::TablePicked => open(f, source),
        Source::OwnNotes | Source::RoomCarried | Source::RoomPoints | Source::TablePoints => {
            folded(f, source)
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

fn open(f: &Frame<'_>, source: &SourceCard) -> Markup {
    html! {
        section {
            h2 class="ds-heading" data-size="2xs" { (title(f, source.source)) }
            (list(f, &source.cards))
        }
    }
}

fn folded(f: &Frame<'_>, source: &SourceCard) -> Markup {
    let title = title(f, source.source);
    let id = format!("source-{:?}", source.source).to_lowercase();
    html! {
        details class="ds-details" id=(id) {
            summary { (title) " (" (source.cards.len()) ")" }
            div { (list(f, &source.cards)) }
        }
    }
}

fn list(f: &Frame<'_>, cards: &[CountedCard]) -> Markup {
    html! {
        ul class="sl-plain sl-stack" {
            @for it in cards {
                li class="wl-note" {
                    (fields::card(f, &it.card))
                    @if let Some(table) = it.table { " " span class="by" { (f.n("table", table.0)) } }
                    @if it.times > 1 { " " span class="by" { (f.n("times", it.times)) } }
                }
            }
        }
    }
}
