//! One piece of advice: what, what to do, why, the edits that answer it, and «Ikke nå».

use maud::{Markup, html};
use plan::advice::tap::Tap;
use plan::advice::{Found, label};
use plan::edit::{At, Desk};
use plan::lint::texts::Wording;
use plan::lint::{Rule, Severity, Subject, rule};

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
    let about = rule(finding.rule);
    let colour = colour(finding.severity);
    let reads_words = about.is_some_and(|rule| rule.reads_words);
    html! {
        li class="li" id=(format!("li-{id}")) data-rule=(finding.rule) data-color=(colour) {
            h3 {
                i { (bits::icon(f, about.map_or("idea", |rule| mark(rule.about)))) }
                span {
                    span class="ds-sr-only" { (texts.severity(finding.severity)) ": " }
                    (texts.what(finding))
                }
                (place(f, view, &found.at))
            }
            @if reads_words {
                @if let Some(plan::lint::Figure::Text(text)) = finding.figures.get("question") {
                    p { em { "«" (text) "»" } }
                }
            }
            p { (texts.what_to_do(finding)) }
            @if reads_words { p class="sl-status" { (f.t("advice-language-rule")) } }
            (buttons(f, view, found, id))
            details id=(format!("why-{id}")) class="li-fold" {
                summary { (f.t("advice-why")) }
                p { (texts.why(finding)) }
                @if let Some(rule) = about { p class="sl-status" { (sources(f, rule)) } }
            }
            (not_now(f, finding.rule, id))
        }
    }
}

const fn mark(about: Subject) -> &'static str {
    match about {
        Subject::Idea => "idea",
        Subject::Question => "question",
        Subject::Time => "clock",
        Subject::Talk => "talk",
        Subject::Preparation => "book",
        Subject::Group => "group",
        Subject::Leader => "person",
        Subject::Plenary => "plenary",
        Subject::Record => "write",
        Subject::Thread => "forward",
    }
}

/// What is missing stands out, and nothing is red.
const fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Missing => "molte",
        Severity::Consider => "fjord",
        Severity::Tip => "neutral",
    }
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
    let desk = Desk { ways: tools::ALL, texts: Wording::of(f.texts, f.lang), reason: "" };
    let is_missing = found.finding.severity == Severity::Missing;
    let rule = rule(found.finding.rule);
    let reads_words = rule.is_some_and(|rule| rule.reads_words);
    let open_enough = reads_words.then(|| found.open_enough(&view.plan)).flatten();
    html! {
        div class="row" data-color="fjord" {
            @for (number, (remedy, press)) in found.presses().enumerate() {
                @let is_first = number == 0 && is_missing;
                button class="ds-button" id=(format!("do-{id}-{number}")) name="do" value=(press)
                    data-size="sm" data-variant=[(!is_first).then_some("secondary")] {
                    (label(&view.plan, remedy, &desk))
                }
            }
            @if let Some(field) = rule.and_then(|rule| rule.answered_in) {
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
                data-variant="secondary" value=(Tap::Dismiss(rule.to_owned())) {
                (f.t("advice-set-aside"))
            }
        }
    }
}

/// Where the rule comes from, in words a reader can follow up.
fn sources(f: &Frame<'_>, rule: &Rule) -> String {
    let said = rule.sources().map(|key| match key.strip_prefix("seed:") {
        Some(lines) => f.with("advice-source-deck", &[("lines", lines.replace('-', "–").into())]),
        None if key == "own" => f.t("advice-source-own"),
        None => key.to_owned(),
    });
    let said: Vec<String> = said.collect();
    f.with("advice-source", &[("rule", rule.id.into()), ("where", said.join(", ").into())])
}
