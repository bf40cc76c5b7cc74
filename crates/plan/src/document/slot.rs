//! What a field of a plan may hold, and what can be done with it whichever field it is.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::fields::PlanField;
use super::{Dismissed, OwnStep};

/// A line of the table of fields.
pub struct FieldLine<T: 'static> {
    pub field: PlanField,
    /// Its name in a form and in the stored document.
    pub name: &'static str,
    pub slot: Slot<T>,
    told: Told,
    whose: Whose,
}

/// What a field holds, and where in a `T`.
pub enum Slot<T: 'static> {
    /// Words on one line.
    Line(Lens<T, String>),
    /// Words on several lines.
    Text(Lens<T, String>),
    /// A list with a line each.
    Lines(Lens<T, Vec<String>>),
    /// A number, and the largest that it may be; 0 when not said.
    Count(Lens<T, u32>, u32),
    Switch(Lens<T, bool>),
    /// One of several, by its name in the document; an empty name for none.
    Choice(Lens<T, dyn Choice>),
    /// A day and a clock time: `2026-04-26T14:00`.
    Time(Lens<T, String>),
    /// A clock time: `14:30`.
    Clock(Lens<T, String>),
    /// Other rows, by their ids.
    Ids(Lens<T, Vec<String>>),
    SetAside(Lens<T, Vec<Dismissed>>),
    OwnSteps(Lens<T, Vec<OwnStep>>),
}

/// The way to a `V` in a `T`.
pub struct Lens<T: 'static, V: ?Sized + 'static> {
    pub get: fn(&T) -> &V,
    pub put: fn(&mut T) -> &mut V,
}

/// The way to a field: `at!(frames.open)`.
macro_rules! at {
    ($($name:ident).+) => {
        crate::document::slot::Lens { get: |it| &it.$($name).+, put: |it| &mut it.$($name).+ }
    };
}
pub(super) use at;

/// A value that is chosen whole, and never mixed of two.
pub trait Choice {
    fn stored(&self) -> Value;

    /// Takes a stored value; returns whether it is one of the choices.
    fn choose(&mut self, stored: Value) -> bool;
}

impl<T: Serialize + DeserializeOwned> Choice for T {
    fn stored(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    fn choose(&mut self, stored: Value) -> bool {
        serde_json::from_value(stored).map(|chosen| *self = chosen).is_ok()
    }
}

/// Who writes a field, and whether people are told that it has changed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Written in the form.
    InForm,
    /// Written by presses alone.
    ByPress,
    /// Follows another field, which is told.
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Plan,
    Meeting,
}

impl<T: 'static> FieldLine<T> {
    pub(super) const fn new(field: PlanField, name: &'static str, slot: Slot<T>) -> FieldLine<T> {
        FieldLine { field, name, slot, told: Told::InForm, whose: Whose::Plan }
    }

    pub(super) const fn by_press(mut self) -> FieldLine<T> {
        self.told = Told::ByPress;
        self
    }

    pub(super) const fn untold(mut self) -> FieldLine<T> {
        self.told = Told::Never;
        self
    }

    pub(super) const fn of_the_meeting(mut self) -> FieldLine<T> {
        self.whose = Whose::Meeting;
        self
    }

    /// Tells whether a form writes the field.
    #[must_use]
    pub fn is_in_form(&self) -> bool {
        self.told == Told::InForm
    }

    /// Tells whether people are told that the field has changed.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.told != Told::Never
    }

    /// Tells whether the field belongs to the one meeting, and is left behind when a plan begins
    /// another.
    #[must_use]
    pub fn is_of_the_meeting(&self) -> bool {
        self.whose == Whose::Meeting
    }

    /// Tells whether the field is words, in which two may write at the same time and both be kept.
    #[must_use]
    pub fn is_words(&self) -> bool {
        match &self.slot {
            Slot::Line(_) | Slot::Text(_) | Slot::Lines(_) => true,
            Slot::Count(..)
            | Slot::Switch(_)
            | Slot::Choice(_)
            | Slot::Time(_)
            | Slot::Clock(_)
            | Slot::Ids(_)
            | Slot::SetAside(_)
            | Slot::OwnSteps(_) => false,
        }
    }

    /// Returns what stands in the field, as an input shows it and a form sends it.
    #[must_use]
    pub fn read(&self, of: &T) -> String {
        match &self.slot {
            Slot::Line(at) | Slot::Text(at) | Slot::Time(at) | Slot::Clock(at) => {
                (at.get)(of).clone()
            }
            Slot::Lines(at) | Slot::Ids(at) => (at.get)(of).join("\n"),
            Slot::Count(at, _) => match (at.get)(of) {
                0 => String::new(),
                number => number.to_string(),
            },
            Slot::Switch(at) => (at.get)(of).to_string(),
            Slot::Choice(at) => name((at.get)(of)),
            Slot::SetAside(at) => {
                let lines = (at.get)(of).iter().map(|it| format!("{} {}", it.rule, it.reason));
                lines.collect::<Vec<_>>().join("\n")
            }
            Slot::OwnSteps(_) => String::new(),
        }
    }

    /// Writes what a form sends. A number that cannot be read becomes 0, a choice that is not
    /// among the choices is left as it was, and what no form writes is left alone.
    pub fn write(&self, of: &mut T, text: &str) {
        match &self.slot {
            Slot::Line(at) | Slot::Text(at) | Slot::Time(at) | Slot::Clock(at) => {
                text.clone_into((at.put)(of));
            }
            Slot::Lines(at) => *(at.put)(of) = lines(text),
            Slot::Count(at, most) => *(at.put)(of) = count(text).min(*most),
            Slot::Switch(at) => *(at.put)(of) = is_yes(text),
            Slot::Choice(at) => {
                let choice = (at.put)(of);
                if !choice.choose(Value::String(text.to_owned())) && text.is_empty() {
                    choice.choose(Value::Null);
                }
            }
            Slot::Ids(_) | Slot::SetAside(_) | Slot::OwnSteps(_) => {}
        }
    }

    /// Brings a number that is too large down to the largest that it may be.
    pub(super) fn clamp(&self, of: &mut T) {
        if let Slot::Count(at, most) = &self.slot {
            let number = (at.put)(of);
            *number = (*number).min(*most);
        }
    }

    /// Writes in `to` what stands in `from`.
    pub(crate) fn copy(&self, from: &T, to: &mut T) {
        match &self.slot {
            Slot::Line(at) | Slot::Text(at) | Slot::Time(at) | Slot::Clock(at) => {
                (at.put)(to).clone_from((at.get)(from));
            }
            Slot::Lines(at) | Slot::Ids(at) => (at.put)(to).clone_from((at.get)(from)),
            Slot::Count(at, _) => *(at.put)(to) = *(at.get)(from),
            Slot::Switch(at) => *(at.put)(to) = *(at.get)(from),
            Slot::Choice(at) => {
                (at.put)(to).choose((at.get)(from).stored());
            }
            Slot::SetAside(at) => (at.put)(to).clone_from((at.get)(from)),
            Slot::OwnSteps(at) => (at.put)(to).clone_from((at.get)(from)),
        }
    }

    /// Tells whether the same stands in the field of both.
    pub(crate) fn is_same(&self, one: &T, other: &T) -> bool {
        match &self.slot {
            Slot::Line(at) | Slot::Text(at) | Slot::Time(at) | Slot::Clock(at) => {
                (at.get)(one) == (at.get)(other)
            }
            Slot::Lines(at) | Slot::Ids(at) => (at.get)(one) == (at.get)(other),
            Slot::Count(at, _) => (at.get)(one) == (at.get)(other),
            Slot::Switch(at) => (at.get)(one) == (at.get)(other),
            Slot::Choice(at) => (at.get)(one).stored() == (at.get)(other).stored(),
            Slot::SetAside(at) => (at.get)(one) == (at.get)(other),
            Slot::OwnSteps(at) => (at.get)(one) == (at.get)(other),
        }
    }
}

/// The name of a choice in the document; empty for none.
fn name(choice: &dyn Choice) -> String {
    match choice.stored() {
        Value::String(name) => name,
        Value::Object(fields) => {
            fields.get("is").and_then(|is| is.as_str()).unwrap_or_default().to_owned()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => String::new(),
    }
}

/// A number as people type it: `45`, `45 min`. What is no number is 0, *not said*.
fn count(text: &str) -> u32 {
    let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn is_yes(value: &str) -> bool {
    matches!(value, "true" | "on" | "1")
}
