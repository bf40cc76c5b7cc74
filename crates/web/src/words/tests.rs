use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kernel::lang::Lang;
use plan::document::fields::Fielded;
use plan::document::{Item, OwnStep, Plan, Preparation};
use texts::source;

use super::*;

/// Every key and attribute of a language, as `key` and `key.attribute`.
fn names(lang: Lang) -> BTreeSet<String> {
    all().flat_map(|files| source::names(lang.pick(files))).collect()
}

/// The text files and the sources of the pages, with their paths.
fn files(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

fn pages(ending: &str) -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    ["shell", "door", "live", "before"]
        .iter()
        .flat_map(|folder| files(&src.join(folder), ending))
        .collect()
}

#[test]
fn every_language_has_the_same_keys_and_attributes() {
    let nb = names(Lang::Nb);
    for lang in [Lang::Nn, Lang::En] {
        let other = names(lang);
        let differ: Vec<&String> = nb.symmetric_difference(&other).collect();
        assert!(differ.is_empty(), "{}: {differ:?}", lang.tag());
    }
}

#[test]
fn every_key_that_a_page_names_exists() {
    let names = names(Lang::Nb);
    let mut missing = vec![];
    for (path, source) in pages("rs") {
        // A long call stands on several lines.
        let source = source.split("(\n").map(str::trim_start).collect::<Vec<_>>().join("(");
        for call in [".t(\"", ".n(\"", ".with(\""] {
            for after in source.split(call).skip(1) {
                let key = after.split('"').next().unwrap_or("");
                if !names.contains(key) {
                    missing.push(format!("{path}: {key}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_file_of_words_is_gathered() {
    let gathered: BTreeSet<&str> = all().flatten().collect();
    for (path, text) in pages("ftl") {
        assert!(gathered.contains(text.as_str()), "{path} is not in words.rs");
    }
}

#[test]
fn the_words_keep_the_house_rules() {
    for (path, text) in pages("ftl") {
        let low = text.to_lowercase();
        assert!(!low.contains('!'), "{path} shouts");
        if path.ends_with("en.ftl") {
            continue;
        }
        for word in ["ugyldig", " feil", "bruker", "brukar", "vennligst", "venlegst"] {
            assert!(!low.contains(word), "{path} says «{word}»");
        }
    }
}

#[test]
fn nynorsk_falls_back_to_bokmal_and_a_gap_shows_its_key() {
    let texts = load().unwrap();
    assert_eq!(texts.get(Lang::Nn, "no-such-key", &[]), "no-such-key");
    assert_eq!(texts.get(Lang::Nn, "next", &[]), "Neste");
}

#[test]
fn numbers_and_names_are_filled_in_without_marks_around_them() {
    let texts = load().unwrap();
    let one = texts.get(Lang::Nb, "minutes", &[("n", 1.into())]);
    let many = texts.get(Lang::Nn, "minutes", &[("n", 12.into())]);
    assert_eq!((one.as_str(), many.as_str()), ("1 minutt", "12 minutt"));
}

#[test]
fn every_field_of_a_plan_has_a_name() {
    fn keys<T: Fielded>() -> impl Iterator<Item = String> {
        let shown = T::FIELDS.iter().filter(|entry| entry.is_told() || entry.is_in_form());
        shown.map(|entry| format!("field-{}", entry.field.key()))
    }
    let names = names(Lang::Nb);
    let rows = keys::<Item>().chain(keys::<OwnStep>()).chain(keys::<Preparation>());
    let missing: Vec<String> =
        keys::<Plan>().chain(rows).filter(|it| !names.contains(it)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
