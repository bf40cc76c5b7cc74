//! The body of a request as named fields: a form and JSON say the same thing.

use std::str::FromStr;

use axum::body::Bytes;
use axum::http::{HeaderMap, header};
use kernel::ids::{ItemNo, Place};
use percent_encoding::percent_decode;
use serde_json::Value;

use crate::shell::failure::Wrong;

/// Named values in the order they came. A name may come again, as checkboxes do.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads a body by its content type; one without any is a form.
    pub fn read(headers: &HeaderMap, body: &Bytes) -> Result<Fields, Wrong> {
        let unreadable = Wrong::Unreadable { field: "body" };
        if body.is_empty() {
            return Ok(Fields::default());
        }
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("application/json")) {
            let value = serde_json::from_slice::<Value>(body).map_err(|_| unreadable.clone())?;
            let Value::Object(object) = value else { return Err(unreadable) };
            let fields = object.into_iter().flat_map(|(name, value)| {
                texts(value).into_iter().map(move |text| (name.clone(), text))
            });
            return Ok(Fields(fields.collect()));
        }
        // The reader of forms would put a sign of its own in place of what it cannot read.
        if percent_decode(body).decode_utf8().is_err() {
            return Err(unreadable);
        }
        serde_urlencoded::from_bytes(body).map(Fields).map_err(|_| unreadable)
    }

    /// Returns how long names and values are together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.iter().map(|(name, value)| name.len() + value.len()).sum()
    }

    pub fn push(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Puts what the server itself knows in the place of whatever the body says by that name.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(is, _)| is != name);
        self.push(name, value);
    }

    /// Returns a field, and nothing for one that is empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).find(|value| !value.is_empty())
    }

    /// Returns a field that must be there once. It may be empty, which is to say nothing on purpose.
    pub fn one(&self, field: &'static str) -> Result<&str, Wrong> {
        let mut all = self.all(field);
        match (all.next(), all.next()) {
            (Some(text), None) => Ok(text),
            (Some(_) | None, _) => Err(Wrong::Unreadable { field }),
        }
    }

    /// Returns a field's text, empty when it is not there.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    pub fn all<'f>(&'f self, name: &str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(is, _)| is == name).map(|(_, value)| value.as_str())
    }

    /// Returns a field that must be there and read as a number.
    pub fn number<N: FromStr>(&self, field: &'static str) -> Result<N, Wrong> {
        self.maybe(field)?.ok_or(Wrong::Unreadable { field })
    }

    /// Returns a number that may be left out, but not be anything else.
    pub fn maybe<N: FromStr>(&self, field: &'static str) -> Result<Option<N>, Wrong> {
        let Some(text) = self.get(field) else { return Ok(None) };
        text.trim().parse().map(Some).map_err(|_| Wrong::Unreadable { field })
    }

    /// Returns a yes or a no, as forms and JSON say it.
    pub fn flag(&self, field: &'static str) -> Result<bool, Wrong> {
        self.maybe_flag(field)?.ok_or(Wrong::Unreadable { field })
    }

    pub fn maybe_flag(&self, field: &'static str) -> Result<Option<bool>, Wrong> {
        match self.get(field) {
            None => Ok(None),
            Some("true" | "1" | "on" | "yes") => Ok(Some(true)),
            Some("false" | "0" | "off" | "no") => Ok(Some(false)),
            Some(_) => Err(Wrong::Unreadable { field }),
        }
    }

    pub fn place(&self) -> Result<Place, Wrong> {
        Ok(Place { item: ItemNo(self.number("item")?), step: self.number("step")? })
    }

    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

fn texts(value: Value) -> Vec<String> {
    match value {
        Value::Null => vec![],
        Value::String(text) => vec![text],
        Value::Array(values) => values.into_iter().flat_map(texts).collect(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => vec![value.to_string()],
    }
}
