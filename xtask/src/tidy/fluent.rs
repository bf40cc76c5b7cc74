//! Texts in bokmål, nynorsk and English, with the same keys.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::tree::Tree;

const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// Every Fluent file has its two sisters, and all three have the same keys.
pub fn texts_in_three_languages(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    let mut families: BTreeMap<String, BTreeMap<&str, (&str, &str)>> = BTreeMap::new();
    for (path, text) in tree.ending(&[".ftl"]) {
        match family(path) {
            Some((family, language)) => {
                families.entry(family).or_default().insert(language, (path, text));
            }
            None => findings.push(format!(
                "{path} does not say its language. Call it nb.ftl, nn.ftl or en.ftl in a folder \
                 of its feature."
            )),
        }
    }
    for (family, files) in families {
        for language in LANGUAGES.iter().filter(|language| !files.contains_key(*language)) {
            let missing = family.replace('*', language);
            findings.push(format!("{missing} is missing. Every text exists in nb, nn and en."));
        }
        let all: BTreeSet<String> = files.values().flat_map(|(_, text)| keys(text)).collect();
        for (path, text) in files.values() {
            for key in all.difference(&keys(text)) {
                findings.push(format!(
                    "{path} has no `{key}`. Write it, or remove it in the other languages."
                ));
            }
        }
    }
    findings
}

/// Returns a path with `*` for its language: in the file's name, or else a folder's.
fn family(path: &str) -> Option<(String, &'static str)> {
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    let stem = parts.pop()?.strip_suffix(".ftl")?.to_owned();
    for language in LANGUAGES {
        let front = stem.strip_suffix(language);
        if let Some(front) = front.filter(|front| front.is_empty() || front.ends_with('.')) {
            parts.push(format!("{front}*.ftl"));
            return Some((parts.join("/"), language));
        }
    }
    let language =
        LANGUAGES.into_iter().find(|language| parts.iter().any(|part| part == language))?;
    let parts = parts.iter().map(|part| if part == language { "*" } else { part.as_str() });
    let folders = parts.collect::<Vec<_>>().join("/");
    Some((format!("{folders}/{stem}.ftl"), language))
}

/// Returns the messages, terms and attributes (`message.attribute`) of a Fluent file.
fn keys(text: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut message = "";
    for line in text.lines() {
        let Some((name, _)) = line.split_once('=') else {
            continue;
        };
        let is_indented = name.starts_with(' ');
        let name = name.trim();
        let is_name = |name: &str| {
            let name = name.strip_prefix('-').unwrap_or(name);
            name.starts_with(|first: char| first.is_ascii_alphabetic())
                && name
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))
        };
        if !is_indented && is_name(name) {
            message = name;
            keys.insert(name.to_owned());
        } else if let Some(attribute) = name.strip_prefix('.').filter(|name| is_name(name)) {
            keys.insert(format!("{message}.{attribute}"));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_and_a_missing_key_are_found() {
        let tree = Tree::of(&[
            ("a/nb.ftl", "title = Hei\nhelp = Hjelp\n    .label = Vis\n"),
            ("a/nn.ftl", "# title = x\nhelp = Hjelp\n"),
        ]);
        let findings = texts_in_three_languages(&tree);
        assert_eq!(findings.len(), 3);
        assert!(findings[0].starts_with("a/en.ftl is missing"));
        assert!(findings[1].contains("a/nn.ftl has no `help.label`"));
        assert!(findings[2].contains("a/nn.ftl has no `title`"));
    }

    #[test]
    fn three_files_with_the_same_keys_are_sound() {
        let text = "title = { $count ->\n    [one] x = 1\n   *[other] y\n }\n-term = z\n";
        let tree = Tree::of(&[("a/nb.ftl", text), ("a/nn.ftl", text), ("a/en.ftl", text)]);
        assert!(texts_in_three_languages(&tree).is_empty());
    }

    #[test]
    fn the_language_may_be_in_the_name_or_in_the_folder() {
        assert_eq!(family("t/mail.nb.ftl"), Some(("t/mail.*.ftl".to_owned(), "nb")));
        assert_eq!(family("t/nn/mail.ftl"), Some(("t/*/mail.ftl".to_owned(), "nn")));
        assert_eq!(family("t/garden.ftl"), None);
    }
}
