//! Files of words as they are written, for documents and for the checks that compare languages.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Attribute, Entry, Identifier, Message as Written, Pattern, Resource};
use fluent_syntax::{parser, serializer};
use kernel::lang::Lang;

/// One message of a file. A figure stands in its text as it is written: `{ $n }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub key: String,
    /// Empty where a message has nothing but attributes.
    pub text: String,
    /// Names and texts, in their order.
    pub attributes: Vec<(String, String)>,
}

impl Message {
    /// Returns the text of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find(|(it, _)| it == name).map(|(_, text)| text.as_str())
    }
}

/// Returns the messages of a file in their order. What is not Fluent is left out; [`crate::Texts`]
/// refuses a file that has any.
#[must_use]
pub fn messages(file: &str) -> Vec<Message> {
    parsed(file).body.into_iter().filter_map(message).collect()
}

/// Returns the keys and attributes of a file, as `key`, `key.attribute` and, for a term, `-key`.
#[must_use]
pub fn names(file: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in parsed(file).body {
        let (key, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), term.attributes),
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => continue,
        };
        names.extend(attributes.iter().map(|it| format!("{key}.{}", it.id.name)));
        names.insert(key);
    }
    names
}

/// Returns what a language lacks of what another has: the language and the name of the text.
#[must_use]
pub fn gaps(files: [&str; 3]) -> Vec<(Lang, String)> {
    let names = files.map(names);
    let all: BTreeSet<&String> = names.iter().flatten().collect();
    let lacks = |(lang, own): (Lang, &BTreeSet<String>)| {
        let missing = all.iter().filter(|name| !own.contains(**name));
        missing.map(|name| (lang, (*name).clone())).collect::<Vec<_>>()
    };
    Lang::ALL.into_iter().zip(&names).flat_map(lacks).collect()
}

fn parsed(file: &str) -> Resource<&str> {
    match parser::parse_runtime(file) {
        Ok(resource) | Err((resource, _)) => resource,
    }
}

fn message(entry: Entry<&str>) -> Option<Message> {
    let Entry::Message(Written { id, value, attributes, .. }) = entry else { return None };
    let attribute = |it: Attribute<&str>| (it.id.name.to_owned(), written(it.value));
    Some(Message {
        key: id.name.to_owned(),
        text: value.map(written).unwrap_or_default(),
        attributes: attributes.into_iter().map(attribute).collect(),
    })
}

/// Fluent writes whole files, so the pattern is written as the only message of one.
fn written(pattern: Pattern<&str>) -> String {
    let message = Written {
        id: Identifier { name: "x" },
        value: Some(pattern),
        attributes: vec![],
        comment: None,
    };
    let file = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
    file.strip_prefix("x =").unwrap_or(&file).trim().to_owned()
}
