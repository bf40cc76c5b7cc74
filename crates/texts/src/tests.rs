use super::*;
use crate::source::{gaps, messages, names};

const HELLO: [&str; 3] = [
    "hello = Hei, { $name }\nminutes = { $n ->\n    [one] ett minutt\n   *[other] { $n } minutter\n }\nonly = Bare her\n    .title = Tittel\n",
    "hello = Hei på deg, { $name }\nminutes = { $n } minutt\n",
    "hello = Hello, { $name }\nminutes = { $n } min\n",
];

fn hello() -> Texts {
    Texts::new([HELLO]).unwrap()
}

#[test]
fn numbers_and_names_are_filled_in_without_marks_around_them() {
    let texts = hello();
    assert_eq!(texts.get(Lang::En, "hello", &[("name", "Kari".into())]), "Hello, Kari");
    assert_eq!(texts.get(Lang::Nb, "minutes", &[("n", 1.into())]), "ett minutt");
    assert_eq!(texts.get(Lang::Nb, "minutes", &[("n", 12.into())]), "12 minutter");
}

#[test]
fn nynorsk_falls_back_to_bokmal_and_nothing_else_falls_back() {
    let texts = hello();
    assert_eq!(texts.get(Lang::Nn, "only", &[]), "Bare her");
    assert_eq!(texts.attr(Lang::Nn, "only", "title", &[]), "Tittel");
    assert_eq!(texts.find(Lang::En, "only", None, &[]), None);
}

#[test]
fn a_gap_shows_its_key() {
    let texts = hello();
    assert_eq!(texts.words(Lang::En).word("only"), "only");
    assert_eq!(texts.words(Lang::Nb).attr("only", "help", &[]), "only.help");
}

#[test]
fn a_text_with_a_figure_in_it_is_not_plain() {
    let texts = hello();
    let words = texts.words(Lang::Nb);
    assert_eq!((words.plain("only").as_deref(), words.plain("hello")), (Some("Bare her"), None));
}

#[test]
fn what_is_not_fluent_and_a_key_that_stands_twice_are_refused() {
    let broken = Texts::new([["a = A\n", "a = A\nb b\n", "a = A\n"]]);
    assert_eq!(broken.err().map(|it| it.lang), Some(Lang::Nn));
    let twice = Texts::new([HELLO, ["hello = Hei\n", "", ""]]);
    assert_eq!(twice.err().map(|it| it.lang), Some(Lang::Nb));
}

#[test]
fn messages_are_read_as_they_are_written() {
    let file =
        "# A note\na = Hei { $n } der\n    .title = Tittel\n-term = x\nb =\n    .only = ja\n";
    let read = messages(file);
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].text, "Hei { $n } der");
    assert_eq!((read[0].attribute("title"), read[0].attribute("b")), (Some("Tittel"), None));
    assert_eq!((read[1].key.as_str(), read[1].text.as_str()), ("b", ""));
}

#[test]
fn names_are_keys_terms_and_attributes_and_not_what_is_inside_a_text() {
    let text =
        "title = { $count ->\n    [one] x = 1\n   *[other] y\n }\n    .label = z\n-term = z\n";
    let found: Vec<String> = names(text).into_iter().collect();
    assert_eq!(found, ["-term", "title", "title.label"]);
}

#[test]
fn a_gap_is_found_in_the_language_that_has_it() {
    let nb = "title = Hei\nhelp = Hjelp\n    .label = Vis\n";
    let found = gaps([nb, "# title = x\nhelp = Hjelp\n", nb]);
    let missing = |name: &str| (Lang::Nn, name.to_owned());
    assert_eq!(found, [missing("help.label"), missing("title")]);
    assert!(gaps([nb, nb, nb]).is_empty());
}
