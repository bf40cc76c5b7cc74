//! Names as people write them: kept as they are written, compared as they look.

use std::collections::{BTreeMap, BTreeSet};

use kernel::limits::{BYTES_A_GRAPHEME, NAME_GRAPHEMES_MAX};
use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;
use unicode_segmentation::UnicodeSegmentation;

use crate::decide::clean;

/// Returns a name on one line, cut at a whole grapheme where it is too long; nothing when nobody
/// could see it.
#[must_use]
pub fn short(name: &str) -> Option<String> {
    let line = clean(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short = String::new();
    for sign in line.graphemes(true).take(NAME_GRAPHEMES_MAX) {
        if NAME_GRAPHEMES_MAX * BYTES_A_GRAPHEME < short.len() + sign.len() {
            break;
        }
        short.push_str(sign);
    }
    if key(&short).is_empty() { None } else { Some(short) }
}

/// Returns a name as names are compared: case, spaces and signs that nobody sees do not tell people
/// apart.
#[must_use]
pub fn key(name: &str) -> String {
    seen(name).to_lowercase()
}

/// Returns what a name looks like: two names of one look are told apart by nobody.
fn look(name: &str) -> String {
    skeleton(&seen(name)).collect::<String>().to_lowercase()
}

fn seen(name: &str) -> String {
    let seen: String = clean(name).nfkc().filter(|sign| !is_unseen(*sign)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names that are taken, by their looks.
#[derive(Debug, Default)]
pub struct TakenNames {
    looks: BTreeSet<String>,
    /// The number that the next one of a look tries first.
    next: BTreeMap<String, u32>,
}

impl TakenNames {
    #[must_use]
    pub fn by<'n>(names: impl IntoIterator<Item = &'n str>) -> TakenNames {
        TakenNames { looks: names.into_iter().map(look).collect(), next: BTreeMap::new() }
    }

    /// Takes the name, or the first numbered one that looks like nobody's, so that two called Kari
    /// can be told apart on the table sign.
    pub fn take(&mut self, name: &str) -> String {
        let own = look(name);
        if self.looks.insert(own.clone()) {
            return name.to_owned();
        }
        let next = self.next.entry(own).or_insert(2);
        loop {
            let numbered = format!("{name} {next}");
            *next += 1;
            if self.looks.insert(look(&numbered)) {
                return numbered;
            }
        }
    }
}

/// Signs that are drawn as nothing, or as a space that is none: Unicode's default ignorables, and
/// the blanks of Hangul and braille.
fn is_unseen(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::{TakenNames, key, short};

    #[test]
    fn two_that_look_the_same_are_told_apart() {
        let tricks = [
            "Kari",
            "kari",
            " Kari ",
            "Ka\u{200b}ri",
            "Ka\u{200d}ri",
            "Ka\u{ad}ri",
            "Kari\u{200f}",
            "Kar\u{34f}i",
            "Kari\u{e0041}",
            "Kari\u{fe0f}",
            "Ka\u{2060}ri",
            "Kari\u{3164}",
            "Kari\u{2800}",
            "\u{41a}ari",
            "K\u{430}ri",
            "Ｋari",
            "Kari\u{a0}",
            "\u{202e}Kari",
        ];
        for trick in tricks {
            let name = short(trick).unwrap();
            assert_eq!(
                TakenNames::by(["Kari"]).take(&name),
                format!("{name} 2"),
                "{}",
                trick.escape_unicode()
            );
        }
        assert_eq!(TakenNames::by(["Kåre", "Kari Nes"]).take("Kari"), "Kari");
        assert_eq!(TakenNames::by(["Øst", "Kári"]).take("Ost"), "Ost");
    }

    #[test]
    fn a_name_that_nobody_could_see_is_none() {
        for nothing in ["", " ", "\u{200b}\u{200d}", "\u{3164}", "\u{2800}\u{2800}", "\u{fe0f}"] {
            assert_eq!(short(nothing), None, "{}", nothing.escape_unicode());
        }
    }

    #[test]
    fn a_name_heaped_with_marks_ends_before_them() {
        let heap = format!("Per {}", "\u{301}".repeat(100_000));
        assert!(short(&heap).unwrap().len() <= 240);
        let heaped = format!("Per e{}", "\u{301}".repeat(100_000));
        assert_eq!(short(&heaped).as_deref(), Some("Per "));
        let family = "👨‍👩‍👧‍👦";
        assert_eq!(short(&format!("Kari {family}")).unwrap(), format!("Kari {family}"));
        assert_eq!(key("Ŋilla  ÁHKKU"), "ŋilla áhkku");
    }
}
