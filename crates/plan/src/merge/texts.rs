//! Words within a text, and lines within a list.

use super::sequence;

/// Returns the text with what both sides did to it since `before`, word by word.
///
/// Every word that either side put in is there; where both wrote in the same place, mine comes
/// after theirs.
#[must_use]
pub fn words(before: &str, mine: &str, theirs: &str) -> String {
    if mine == before || mine == theirs {
        return theirs.to_owned();
    }
    if theirs == before {
        return mine.to_owned();
    }
    let merged = sequence::merge(&pieces(before), &pieces(mine), &pieces(theirs), |_| None);
    joined(&merged)
}

/// The same for a list: line by line, and word by word where both changed the same lines.
pub(super) fn lines(before: &[String], mine: &[String], theirs: &[String]) -> Vec<String> {
    sequence::merge(before, mine, theirs, |both| {
        let alike = both.base.len() == both.mine.len() && both.base.len() == both.theirs.len();
        alike.then(|| {
            let changed = both.mine.iter().zip(both.theirs);
            both.base
                .iter()
                .zip(changed)
                .map(|(it, (mine, theirs))| words(it, mine, theirs))
                .collect()
        })
    })
}

/// Words, the spaces between them, and each line's end.
pub(crate) fn pieces(text: &str) -> Vec<&str> {
    let kind = |sign: char| (sign.is_whitespace(), sign == '\n');
    let mut pieces = vec![];
    let mut start = 0;
    let mut last = None;
    for (at, sign) in text.char_indices() {
        let is = kind(sign);
        if last.is_some_and(|last| last != is || is.1) {
            pieces.push(&text[start..at]);
            start = at;
        }
        last = Some(is);
    }
    if start < text.len() {
        pieces.push(&text[start..]);
    }
    pieces
}

/// Two words never become one: a space parts those that the merge has put together.
fn joined(pieces: &[&str]) -> String {
    let mut text = String::new();
    for piece in pieces {
        let ends_in_word = text.chars().next_back().is_some_and(|it| !it.is_whitespace());
        if ends_in_word && !piece.starts_with(char::is_whitespace) {
            text.push(' ');
        }
        text.push_str(piece);
    }
    text
}
