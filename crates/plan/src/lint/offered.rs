//! What the product itself has offered, known again by the texts it was offered in.
//!
//! A sentence is written in one place, the file of words. Whoever asks whether a planner has gone
//! on from it reads it there, in every language: a plan may have changed its own since.

use std::sync::LazyLock;

use kernel::role::Role;
use texts::source;

use super::texts::{FILES, ROLES};

/// Tells whether a purpose is only the beginning that a remedy writes.
pub(super) fn is_opening_of_purpose(text: &str) -> bool {
    is_one_of(&OFFERED.purposes, text)
}

/// Tells whether a frame is only the beginning that a remedy writes.
pub(super) fn is_opening_of_frame(text: &str) -> bool {
    is_one_of(&OFFERED.frames, text)
}

/// Returns the role of a word in any of the languages, or of its key.
pub(crate) fn role_called(word: &str) -> Option<Role> {
    let word = word.trim().to_lowercase();
    let called = OFFERED.roles.iter().find(|(name, _)| *name == word);
    called.map(|(_, role)| *role).or_else(|| Role::from_key(&word))
}

/// A sentence without the dots that ask to be written on from.
pub(super) fn without_dots(text: &str) -> &str {
    text.trim().trim_end_matches(['…', '.', ' '])
}

struct Offered {
    purposes: Vec<String>,
    frames: Vec<String>,
    /// In small letters.
    roles: Vec<(String, Role)>,
}

static OFFERED: LazyLock<Offered> = LazyLock::new(|| {
    let messages: Vec<source::Message> = FILES.into_iter().flat_map(source::messages).collect();
    let openings = |keys: &[&str]| {
        let own = messages.iter().filter(|message| keys.contains(&message.key.as_str()));
        own.map(|message| without_dots(&message.text).to_owned()).collect()
    };
    let names = messages.iter().filter(|message| message.key == ROLES);
    let name = |role: Role| {
        let name =
            move |message: &source::Message| message.attribute(role.key()).map(str::to_lowercase);
        names.clone().filter_map(name).map(move |name| (name, role))
    };
    Offered {
        purposes: openings(&["purpose-opening"]),
        frames: openings(&["decided-opening", "open-opening"]),
        roles: Role::ALL.into_iter().flat_map(name).collect(),
    }
});

fn is_one_of(openings: &[String], text: &str) -> bool {
    openings.iter().any(|opening| opening == without_dots(text))
}
