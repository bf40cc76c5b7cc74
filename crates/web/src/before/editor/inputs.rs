//! The editor's inputs. Each is named as [`super::field`] reads it, has the words of its field, and
//! saves itself where scripts run.

use maud::{Markup, html};
use plan::document::fields::{Fielded, PlanField};
use plan::document::slot::Slot;

use super::choices::choices;
use crate::shell::frame::Frame;

/// The fields of a plan, or of something in it, on their way to the page.
pub struct Inputs<'a, T> {
    f: &'a Frame<'a>,
    /// What the names begin with: `item-i3-`.
    prefix: String,
    of: &'a T,
}

impl<'a, T: Fielded> Inputs<'a, T> {
    #[must_use]
    pub fn new(f: &'a Frame<'a>, prefix: String, of: &'a T) -> Inputs<'a, T> {
        Inputs { f, prefix, of }
    }

    /// Returns the input that the field's kind asks for; nothing for what is written by presses.
    #[must_use]
    pub fn input(&self, field: PlanField) -> Markup {
        self.choose(field, &choices(self.f, field))
    }

    /// Returns the input of a field, where a choice is among these: each its value and its words.
    #[must_use]
    pub fn choose(&self, field: PlanField, options: &[(String, String)]) -> Markup {
        let Some(entry) = T::entry(field) else { return html! {} };
        let input = Input {
            f: self.f,
            name: &format!("{}{}", self.prefix, entry.name),
            field,
            value: &entry.read(self.of),
        };
        match &entry.slot {
            Slot::Line(_) => line(&input, "text"),
            Slot::Text(_) | Slot::Lines(_) => area(&input),
            Slot::Count(..) => line(&input, "number"),
            Slot::Time(_) => line(&input, "datetime-local"),
            Slot::Clock(_) => line(&input, "time"),
            Slot::Switch(at) => tick(input.name, &label(self.f, field), *(at.get)(self.of)),
            Slot::Choice(_) => select(&input, options),
            Slot::Ids(_) | Slot::SetAside(_) | Slot::OwnSteps(_) => html! {},
        }
    }
}

/// Returns what a form asks when it asks for a field: its question, or else its name.
#[must_use]
pub fn label(f: &Frame<'_>, field: PlanField) -> String {
    let key = format!("field-{}", field.key());
    f.find(&key, Some("ask")).unwrap_or_else(|| f.t(&key))
}

struct Input<'a> {
    f: &'a Frame<'a>,
    name: &'a str,
    field: PlanField,
    value: &'a str,
}

impl Input<'_> {
    fn id(&self) -> String {
        id(self.name)
    }

    fn help(&self) -> Option<String> {
        self.f.find(&format!("field-{}", self.field.key()), Some("help"))
    }

    fn describer(&self) -> Option<String> {
        self.help().map(|_| format!("{}-help", self.id()))
    }

    fn label(&self) -> Markup {
        html! {
            label class="ds-label" for=(self.id()) { (label(self.f, self.field)) }
            @if let Some(help) = self.help() {
                div id=(format!("{}-help", self.id())) data-field="description" { (help) }
            }
        }
    }
}

/// Returns the id of a field's input.
#[must_use]
pub fn id(name: &str) -> String {
    format!("f-{name}")
}

/// A line to write on.
fn line(it: &Input<'_>, kind: &str) -> Markup {
    let numeric = (kind == "number").then_some("numeric");
    // A number field loses what it cannot read before anyone sees it.
    let kind = if kind == "number" { "text" } else { kind };
    html! {
        ds-field class="ds-field" {
            (it.label())
            input class="ds-input" id=(it.id()) name=(it.name) type=(kind) value=(it.value)
                inputmode=[numeric] autocomplete="off" aria-describedby=[it.describer()]
                data-field-key=(it.name) data-merge;
        }
    }
}

/// Room for several lines.
fn area(it: &Input<'_>) -> Markup {
    let rows = it.value.lines().count().clamp(2, 8);
    html! {
        ds-field class="ds-field" {
            (it.label())
            textarea class="ds-input" id=(it.id()) name=(it.name) rows=(rows) autocomplete="off"
                aria-describedby=[it.describer()] data-field-key=(it.name) data-merge {
                // A browser drops the first line break of a textarea.
                "\n" (it.value)
            }
        }
    }
}

/// A choice among some, each with its value and its words.
fn select(it: &Input<'_>, options: &[(String, String)]) -> Markup {
    html! {
        ds-field class="ds-field" {
            (it.label())
            select class="ds-input" id=(it.id()) name=(it.name) aria-describedby=[it.describer()]
                data-choice {
                @for (value, words) in options {
                    option value=(value) selected[value == it.value] { (words) }
                }
            }
        }
    }
}

/// A tick. The hidden value before it says no, so that a form without the tick says it too.
#[must_use]
pub fn tick(name: &str, label: &str, is_on: bool) -> Markup {
    html! {
        ds-field class="ds-field" {
            input type="hidden" name=(name) value="false";
            input class="ds-input" type="checkbox" id=(id(name)) name=(name) value="true"
                checked[is_on] data-choice;
            label class="ds-label" for=(id(name)) { (label) }
        }
    }
}

/// A button of the form.
#[must_use]
pub fn press(f: &Frame<'_>, id: &str, act: &str, icon: &str, label: &str) -> Markup {
    html! {
        button class="ds-button" data-variant="tertiary" id=(id) name="do" value=(act) {
            (crate::shell::bits::icon(f, icon)) (label)
        }
    }
}
