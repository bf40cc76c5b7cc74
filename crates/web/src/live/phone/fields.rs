//! A field that saves itself, and works as a form with a button where no script runs.

use kernel::step::Kind;
use maud::{Markup, html};
use meeting::screens::phone::{FieldCard, PhoneScreen};
use meeting::screens::{Card, NowCard};

use super::page::at;
use crate::shell::bits;
use crate::shell::frame::Frame;

/// Returns the id of a field: the same wherever it stands, so that a half-written text finds it.
pub(super) fn id(field: &FieldCard) -> String {
    let (place, kind) = (field.place, field.kind.key());
    format!("t-{}-{}-{kind}-{}", place.item, place.step, field.slot)
}

/// Returns the tool's own label of a field, or what such a text is called anywhere.
pub(super) fn label(f: &Frame<'_>, now: &NowCard, field: &FieldCard) -> String {
    let n = i64::from(field.slot) + 1;
    let key = format!("{}-{}-{}", now.tool, now.step, field.kind.key());
    let own = f.texts.find(f.lang, &key, None, &[("n", n.into())]);
    own.unwrap_or_else(|| f.n(&format!("kind-{}", field.kind.key()), n))
}

/// Who sees what is written, said before it is written.
fn who_sees(f: &Frame<'_>, kind: Kind) -> String {
    if kind.is_of_the_table() {
        f.t("seen-by-table-shared")
    } else if matches!(kind, Kind::Carried | Kind::Picked) {
        f.t("seen-by-table")
    } else {
        f.t("seen-by-me")
    }
}

/// Returns the hidden values that say which field a text belongs to.
pub(super) fn hidden(field: &FieldCard) -> Markup {
    html! {
        input type="hidden" name="item" value=(field.place.item);
        input type="hidden" name="step" value=(field.place.step);
        input type="hidden" name="kind" value=(field.kind.key());
        input type="hidden" name="slot" value=(field.slot);
        input type="hidden" name="base" value=(field.version);
    }
}

/// Returns a field with its form. `cards` are what the text may say that it grew from; without
/// them, what it grew from before is kept.
pub(super) fn field(
    f: &Frame<'_>,
    s: &PhoneScreen,
    field: &FieldCard,
    label: &str,
    cards: &[Card],
) -> Markup {
    let id = id(field);
    let (status, who) = (format!("{id}-status"), format!("{id}-who"));
    let hint = format!("{id}-hint");
    html! {
        form class="sl-stack" id=(format!("form-{id}")) method="post" action=(at(f, s, "texts"))
            data-outbox {
            (hidden(field))
            ds-field class="ds-field" {
                label class="ds-label" for=(id) { (label) }
                textarea class="ds-input" id=(id) name="text" rows="2" autocomplete="off"
                    data-field-key=(id) data-version=(field.version)
                    aria-describedby=(format!("{who} {status} {hint}")) { (field.text) }
                p class="sl-hint" id=(hint) hidden[!field.asks_for_example] {
                    @if field.asks_for_example { (bits::icon(f, "idea")) " " (f.t("example-hint")) }
                }
                p class="from" id=(who) { (who_sees(f, field.kind)) }
                p class="sl-status" id=(status) data-save-status {}
            }
            @if cards.is_empty() {
                @for parent in &field.parents {
                    input type="hidden" name="parents" value=(parent.0);
                }
            } @else { (parents(f, field, &id, cards)) }
            div class="sl-row" {
                button class="ds-button" data-variant="secondary" data-size="sm"
                    aria-label=(format!("{} – {label}", f.t("save"))) { (f.t("save")) }
            }
        }
    }
}

/// Returns the cards as boxes to tick: which of them the text grew from.
fn parents(f: &Frame<'_>, field: &FieldCard, id: &str, cards: &[Card]) -> Markup {
    html! {
        details class="ds-details" id=(format!("{id}-parents")) {
            summary { (f.t("grew-from")) }
            fieldset class="ds-fieldset" {
                legend class="ds-sr-only" { (f.t("grew-from")) }
                @for card in cards {
                    @let box_id = format!("{id}-from-{}", card.id.0);
                    ds-field class="ds-field" {
                        input class="ds-input" type="checkbox" id=(box_id) name="parents"
                            value=(card.id.0) checked[field.parents.contains(&card.id)];
                        label class="ds-label" for=(box_id) { (card.text) }
                    }
                }
            }
        }
    }
}

/// Returns a card with what it says and, at a table, who said it.
pub(super) fn card(f: &Frame<'_>, card: &Card) -> Markup {
    html! {
        span { "«" (card.text) "»" }
        @if let Some(name) = &card.by { " " span class="by" { (name) } }
        @else if card.is_mine { " " span class="by" { (f.t("yours")) } }
    }
}
