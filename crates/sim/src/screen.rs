//! The screens, as far as a phone, a wall or a console needs to read them to take part.

use anyhow::{Context, Result};
use kernel::ids::Place;
use kernel::seating::Seating;
use kernel::step::{Kind, Source};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

#[derive(Clone, Debug, Deserialize)]
pub struct State {
    pub seq: i64,
    pub screen: Value,
}

impl State {
    pub fn read<Screen: DeserializeOwned>(&self) -> Result<Screen> {
        let context = || format!("a screen could not be read: {}", self.screen);
        Screen::deserialize(&self.screen).with_context(context)
    }
}

#[derive(Clone, Debug, Deserialize)]
pub struct PhoneScreen {
    pub me: u32,
    pub phase: String,
    pub now: Option<Now>,
    pub table: Option<Table>,
    pub sources: Vec<SourceCard>,
    pub forms: Vec<Form>,
    pub table_turn: Option<Turn>,
    pub commitments: Vec<Commitment>,
    pub table_ready: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub struct ConsoleScreen {
    pub phase: String,
    pub now: Option<Now>,
    pub people: Vec<Person>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct WallScreen {
    pub tables: Vec<Table>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Person {
    pub seat: u32,
    pub present: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Now {
    pub place: Place,
    pub tool: String,
    pub step: String,
    pub items: usize,
    pub seating: Seating,
    pub clock: Clock,
    pub steps: Vec<Value>,
    pub turn: Option<Turn>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Clock {
    pub state: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Turn {
    pub turn: u32,
    pub of: u32,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Table {
    pub number: u32,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Member {
    pub seat: u32,
}

#[derive(Clone, Debug, Deserialize)]
pub struct SourceCard {
    pub source: Source,
    pub cards: Vec<CountedCard>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct CountedCard {
    pub card: Card,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Card {
    pub id: u32,
    pub text: String,
    pub is_mine: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Commitment {
    pub number: u32,
    pub owner: u32,
    pub accepted: Option<bool>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "form")]
pub enum Form {
    Notes {
        fields: Vec<Field>,
    },
    Carry {
        field: Field,
        choices: Vec<Card>,
    },
    Pick {
        fields: Vec<Field>,
        choices: Vec<Card>,
    },
    Points {
        fields: Vec<Field>,
        disagreement: Field,
        cards: Vec<Card>,
        may_deliver: bool,
        delivered: bool,
    },
    TableText {
        field: Field,
    },
    Found {
        fields: Vec<Field>,
    },
    Choice {
        notes: Vec<Choice>,
    },
    Commitments,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Field {
    pub place: Place,
    pub kind: Kind,
    pub slot: u8,
    pub id: Option<u32>,
    pub text: String,
    pub version: u32,
    pub parents: Vec<u32>,
    pub i_stand: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Choice {
    pub card: Card,
    pub is_my_choice: bool,
}

impl Form {
    /// Tells whether the table fills it in together.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        match self {
            Form::Points { .. } | Form::TableText { .. } | Form::Found { .. } => true,
            Form::Notes { .. }
            | Form::Carry { .. }
            | Form::Pick { .. }
            | Form::Choice { .. }
            | Form::Commitments => false,
        }
    }

    /// Returns the fields that can be written in the form.
    #[must_use]
    pub fn fields(&self) -> Vec<&Field> {
        match self {
            Form::Notes { fields } | Form::Pick { fields, .. } | Form::Found { fields } => {
                fields.iter().collect()
            }
            Form::Carry { field, .. } | Form::TableText { field } => vec![field],
            Form::Points { fields, disagreement, .. } => {
                fields.iter().chain([disagreement]).collect()
            }
            Form::Choice { .. } | Form::Commitments => vec![],
        }
    }
}
