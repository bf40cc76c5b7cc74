//! The editor's inputs. Each is named by [`super::field`], and saves itself where scripts run.

use maud::{Markup, html};

use crate::shell::frame::Frame;

/// A field of the plan on its way to the page.
pub struct Input<'a> {
    /// The name in the form; the id is made from it.
    pub name: &'a str,
    /// The key of its label.
    pub label: &'a str,
    pub value: &'a str,
    pub kind: &'a str,
    /// The key of a line below the label.
    pub help: Option<&'a str>,
}

impl<'a> Input<'a> {
    #[must_use]
    pub fn new(name: &'a str, label: &'a str, value: &'a str) -> Input<'a> {
        Input { name, label, value, kind: "text", help: None }
    }

    #[must_use]
    pub fn kind(self, kind: &'a str) -> Input<'a> {
        Input { kind, ..self }
    }

    #[must_use]
    pub fn help(self, key: &'a str) -> Input<'a> {
        Input { help: Some(key), ..self }
    }

    fn id(&self) -> String {
        id(self.name)
    }

    fn describer(&self) -> Option<String> {
        self.help.map(|_| format!("{}-help", self.id()))
    }

    fn label(&self, f: &Frame<'_>) -> Markup {
        html! {
            label class="ds-label" for=(self.id()) { (f.t(self.label)) }
            @if let Some(help) = self.help {
                div id=(format!("{}-help", self.id())) data-field="description" { (f.t(help)) }
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
#[must_use]
pub fn line(f: &Frame<'_>, it: &Input<'_>) -> Markup {
    let numeric = (it.kind == "number").then_some("numeric");
    // A number field loses what it cannot read before anyone sees it.
    let kind = if it.kind == "number" { "text" } else { it.kind };
    html! {
        ds-field class="ds-field" {
            (it.label(f))
            input class="ds-input" id=(it.id()) name=(it.name) type=(kind) value=(it.value)
                inputmode=[numeric] autocomplete="off" aria-describedby=[it.describer()]
                data-field-key=(it.name) data-merge;
        }
    }
}

/// Room for several lines.
#[must_use]
pub fn area(f: &Frame<'_>, it: &Input<'_>) -> Markup {
    let rows = it.value.lines().count().clamp(2, 8);
    html! {
        ds-field class="ds-field" {
            (it.label(f))
            textarea class="ds-input" id=(it.id()) name=(it.name) rows=(rows) autocomplete="off"
                aria-describedby=[it.describer()] data-field-key=(it.name) data-merge {
                // A browser drops the first line break of a textarea.
                "\n" (it.value)
            }
        }
    }
}

/// A choice among some, each with its value and its words.
#[must_use]
pub fn select(f: &Frame<'_>, it: &Input<'_>, options: &[(String, String)]) -> Markup {
    html! {
        ds-field class="ds-field" {
            (it.label(f))
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
