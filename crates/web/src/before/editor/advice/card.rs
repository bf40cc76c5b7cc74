//! One piece of advice: what, what to do, why, the edits that answer it, and «Ikke nå».

use maud::{Markup, html};
use plan::advice::{Found, label};
use plan::edit::{Around, At, Edit};
use plan::lint::texts::Wording;
use plan::lint::{Severity, Thresholds, rules};

use super::desk;
use crate::before::editor::{View, inputs};
use crate::shell::bits;
use crate::shell::frame::Frame;

/// Returns the cards in a list.
pub(super) fn list(f: &Frame<'_>, view: &View, all: &[Found], id: &str) -> Markup {
    html! {
        ul class="li-list" id=(id) {
            @for (number, found) in all.iter().enumerate() {
                // The same rule may speak twice at one place, of two questions.
                @let same = |it: &&Found| it.finding.rule == found.finding.rule && it.at == found.at;
                @let twin = all[..number].iter().filter(same).count();
                (card(f, view, found, &format!("{}-{}-{twin}", found.finding.rule, found.at)))
            }
        }
    }
}

fn card(f: &Frame<'_>, view: &View, found: &Found, id: &str) -> Markup {
    let texts = Wording::of(f.texts, f.lang);
    let finding = &found.finding;
    let (mark, colour) = face(finding.rule, finding.severity);
    html! {
        li class="li" id=(format!("li-{id}")) data-rule=(finding.rule) data-color=(colour) {
            h3 {
                i { (bits::icon(f, mark)) }
                span {
                    span class="ds-sr-only" { (texts.severity(finding.severity)) ": " }
                    (texts.what(finding))
                }
                (place(f, view, &found.at))
            }
            @if is_about_words(finding.rule) {
                @if let Some(plan::lint::Figure::Text(text)) = finding.figures.get("question") {
                    p { em { "«" (text) "»" } }
                }
            }
            p { (texts.what_to_do(finding)) }
            @if is_about_words(finding.rule) { p class="sl-status" { (f.t("advice-language-rule")) } }
            (buttons(f, view, found, id))
            details id=(format!("why-{id}")) class="li-fold" {
                summary { (f.t("advice-why")) }
                p { (texts.why(finding)) }
                p class="sl-status" { (sources(f, finding.rule)) }
            }
            (not_now(f, finding.rule, id))
        }
    }
}

/// Whether a simple rule of language looked at somebody's words.
fn is_about_words(rule: &str) -> bool {
    rule.starts_with("SPM-") && rule != "SPM-00" && rule != "SPM-06"
}

/// The icon and the colour of a card. What is missing stands out, and nothing is red.
fn face(rule: &str, severity: Severity) -> (&'static str, &'static str) {
    let mark = match rule.split('-').next().unwrap_or_default() {
        "SPM" => "question",
        "TID" | "INN" | "FREK" => "clock",
        "AKT" => "talk",
        "PREP" => "book",
        "GRP" | "ROLL" | "INV" => "group",
        "ETT" | "RT" => "forward",
        "DATA" => "write",
        "PLE" => "plenary",
        "LED" => "person",
        _ => "idea",
    };
    let colour = match severity {
        Severity::Missing => "molte",
        Severity::Consider => "fjord",
        Severity::Tip => "neutral",
    };
    (mark, colour)
}

/// The way to the row or the task that it is about.
fn place(f: &Frame<'_>, view: &View, at: &At) -> Markup {
    let plan = &view.plan;
    let link = match at {
        At::Plan => None,
        At::Item(id) => {
            let number = plan.item_at(id).map(|number| f.n("block", number + 1));
            number.map(|text| (format!("#row-{id}"), text))
        }
        At::Prep(id) => Some((format!("#task-{id}"), f.t("prep-task"))),
    };
    html! { @if let Some((href, text)) = link { a class="ds-link" href=(href) { (text) } } }
}

fn buttons(f: &Frame<'_>, view: &View, found: &Found, id: &str) -> Markup {
    let (thresholds, around) = (Thresholds::default(), Around::default());
    let desk = desk(Wording::of(f.texts, f.lang), &thresholds, &around);
    let is_missing = found.finding.severity == Severity::Missing;
    let open_enough =
        is_about_words(found.finding.rule).then(|| found.open_enough(&view.plan)).flatten();
    html! {
        div class="row" data-color="fjord" {
            @for (number, (remedy, edit)) in found.edits().enumerate() {
                @let is_first = number == 0 && is_missing;
                button class="ds-button" id=(format!("do-{id}-{number}")) name="do" value=(edit)
                    data-size="sm" data-variant=[(!is_first).then_some("secondary")] {
                    (label(&view.plan, remedy, &desk))
                }
            }
            @if let Some(field) = field_of(found) {
                a class="ds-button" data-variant="tertiary" data-size="sm" href=(format!("#{}", inputs::id(field))) {
                    (f.t("advice-write"))
                }
            }
            @if let Some(edit) = open_enough {
                button class="ds-button" id=(format!("enough-{id}")) name="do" value=(edit)
                    data-size="sm" data-variant="tertiary" { (f.t("advice-open-enough")) }
            }
        }
    }
}

/// The field of the plan that a finding about the whole is answered in.
fn field_of(found: &Found) -> Option<&'static str> {
    Some(match found.finding.rule {
        "FOR-01" => "purpose",
        "RES-01" => "result",
        "MAL-01" | "MAL-02" | "INN-02" => "goals",
        "RAM-01" => "decided",
        "TID-02" => "ends_at",
        "DATA-02" => "result_channel",
        "ETT-03" => "spread",
        "VIS-01" => "stage",
        _ => return None,
    })
}

/// A line of why, kept for the series, and the card is set aside.
fn not_now(f: &Frame<'_>, rule: &str, id: &str) -> Markup {
    let field = format!("reason-{id}");
    html! {
        details id=(format!("not-now-{id}")) class="li-fold" {
            summary { (f.t("advice-not-now")) }
            ds-field class="ds-field" {
                label class="ds-label" for=(field) { (f.t("advice-not-now-why")) }
                input class="ds-input" id=(field) name=(format!("reason-{rule}")) autocomplete="off"
                    maxlength="200";
            }
            button class="ds-button" id=(format!("dismiss-{id}")) name="do" data-size="sm"
                data-variant="secondary" value=(Edit::Dismiss(rule.to_owned())) {
                (f.t("advice-set-aside"))
            }
        }
    }
}

/// Where the rule comes from, in words a reader can follow up.
fn sources(f: &Frame<'_>, rule: &str) -> String {
    let known = rules().iter().find(|known| known.id == rule);
    let keys = known.into_iter().flat_map(plan::lint::Rule::sources);
    let said = keys.map(|key| match key.strip_prefix("seed:") {
        Some(lines) => f.with("advice-source-deck", &[("lines", lines.replace('-', "–").into())]),
        None if key == "own" => f.t("advice-source-own"),
        None => key.to_owned(),
    });
    let said: Vec<String> = said.collect();
    f.with("advice-source", &[("rule", rule.into()), ("where", said.join(", ").into())])
}
