//! Texts in bokmål, nynorsk and English.
//!
//! What is inside a file is Fluent's to read, in `crates/texts`; tidy builds from the standard
//! library alone. So tidy sees to it that there are three files with nothing unwritten in them,
//! and the test here that the three have the same keys.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::tree::{Tree, has_word};

const LANGUAGES: [&str; 3] = ["nb", "nn", "en"];

/// What the scaffolds write where somebody has to find the words.
const UNWRITTEN: &str = "TODO";

/// Every Fluent file has its two sisters.
pub fn texts_in_three_languages(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    let mut families: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (path, _) in tree.ending(&[".ftl"]) {
        match family(path) {
            Some((family, language)) => {
                families.entry(family).or_default().insert(language);
            }
            None => findings.push(format!(
                "{path} does not say its language. Call it nb.ftl, nn.ftl or en.ftl in a folder \
                 of its feature."
            )),
        }
    }
    for (family, has) in families {
        for language in LANGUAGES.iter().filter(|language| !has.contains(*language)) {
            let missing = family.replace('*', language);
            findings.push(format!("{missing} is missing. Every text exists in nb, nn and en."));
        }
    }
    findings
}

/// No text says only that somebody should write it.
pub fn texts_are_written(tree: &Tree) -> Vec<String> {
    let mut findings = vec![];
    for (path, text) in tree.ending(&[".ftl"]) {
        let lines = text.lines().enumerate().filter(|(_, line)| has_word(line, UNWRITTEN));
        findings.extend(lines.map(|(index, _)| {
            format!(
                "{path}:{} has {UNWRITTEN} in a text. Write what people are to read.",
                index + 1
            )
        }));
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use texts::source;

    use super::*;

    /// Says where a file has no text that another language has.
    fn gaps(tree: &Tree) -> Vec<String> {
        let families: BTreeSet<String> =
            tree.ending(&[".ftl"]).filter_map(|(path, _)| Some(family(path)?.0)).collect();
        let mut findings = vec![];
        for family in families {
            let files = LANGUAGES.map(|language| family.replace('*', language));
            let texts = files.each_ref().map(|path| tree.text(path).unwrap_or_default());
            for (lang, key) in source::gaps(texts) {
                let path = lang.pick(files.each_ref());
                findings.push(format!(
                    "{path} has no `{key}`. Write it, or remove it in the other languages."
                ));
            }
        }
        findings
    }

    #[test]
    fn every_text_of_the_repository_is_there_in_every_language() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let findings = gaps(&Tree::of_checkout(root).unwrap());
        assert!(findings.is_empty(), "\n{}", findings.join("\n"));
    }

    #[test]
    fn a_missing_language_and_a_missing_key_are_found() {
        let tree = Tree::of(&[
            ("a/nb.ftl", "title = Hei\nhelp = Hjelp\n    .label = Vis\n"),
            ("a/nn.ftl", "# title = x\nhelp = Hjelp\n"),
        ]);
        let missing = texts_in_three_languages(&tree);
        assert_eq!(missing.len(), 1);
        assert!(missing[0].starts_with("a/en.ftl is missing"));
        let findings = gaps(&tree);
        assert!(findings[0].contains("a/nn.ftl has no `help.label`"));
        assert!(findings[1].contains("a/nn.ftl has no `title`"));
    }

    #[test]
    fn three_files_with_the_same_keys_are_sound() {
        let text = "title = { $count ->\n    [one] x = 1\n   *[other] y\n }\n-term = z\n";
        let tree = Tree::of(&[("a/nb.ftl", text), ("a/nn.ftl", text), ("a/en.ftl", text)]);
        assert!(texts_in_three_languages(&tree).is_empty() && gaps(&tree).is_empty());
    }

    #[test]
    fn a_text_that_nobody_has_written_is_found_with_its_line() {
        let tree = Tree::of(&[("a/nb.ftl", "title = Hei\nhelp = TODO\n"), ("b.rs", "// TODO")]);
        let findings = texts_are_written(&tree);
        assert_eq!(findings.len(), 1);
        assert!(findings[0].starts_with("a/nb.ftl:2 has TODO"));
        assert!(texts_are_written(&Tree::of(&[("a/nb.ftl", "m = METODOLOGI\n")])).is_empty());
    }

    #[test]
    fn the_language_may_be_in_the_name_or_in_the_folder() {
        assert_eq!(family("t/mail.nb.ftl"), Some(("t/mail.*.ftl".to_owned(), "nb")));
        assert_eq!(family("t/nn/mail.ftl"), Some(("t/*/mail.ftl".to_owned(), "nn")));
        assert_eq!(family("t/garden.ftl"), None);
    }
}
