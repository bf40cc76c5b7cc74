//! Tasks: commands, requests, and statements of what is to be done.

use super::sentence::Sentence;
use super::shape::{is_small_subject, is_verb_first};
use super::words;

/// «Beskriv …», «Å beskrive …», «Beskrive …»
pub(super) fn is_command(it: &Sentence) -> bool {
    let (first, second) = (it.word(0), it.word(1));
    if it.asks && words::PRESENT_OR_COMMAND.contains(&first) && is_verb_first(it) {
        return false;
    }
    if words::COMMANDS.contains(&first) {
        return !(it.asks && is_small_subject(second));
    }
    if first == "å" {
        return words::TASKS.contains(&second) || second.ends_with("ere");
    }
    let infinitive = words::TASKS.contains(&first)
        || (first.ends_with("ere") && first.len() > 5)
        || words::TASK_ENDINGS.iter().any(|it| first.ends_with(it));
    let article = ["en", "ei", "et", "ein", "eit", "to", "tre"].contains(&second);
    let middle = article && (first.ends_with("ast") || first.ends_with("es"));
    if middle && !it.asks {
        return true;
    }
    if infinitive && it.words.len() > 1 && !it.asks {
        return second != "enn" && second != "og" || words::TASKS.contains(&it.word(2));
    }
    let joined = ["to", "gå", "i", "to og to", "individuelt", "først", "deretter", "så"];
    joined.contains(&first) && !it.asks && words::COMMANDS.contains(&second) && second != "ta"
}

/// «Kan du beskrive …», «Vil noen dele …», «Kan hver gruppe skrive …»
pub(super) fn is_request(it: &Sentence) -> bool {
    let polite = ["kan", "kunne", "vil", "ville", "har"];
    if !polite.contains(&it.word(0)) || it.word(0) == "har" || it.has("ikke") {
        return false;
    }
    let asked = [
        "du", "dere", "de", "noen", "nokon", "alle", "hver", "kvar", "gruppa", "gruppene",
        "gruppen", "dei", "én", "ein", "en",
    ];
    if asked.contains(&it.word(1)) {
        let reach = if it.word(2) == "som" { it.words.len() } else { 4 };
        let wanted = it.words.iter().skip(2).take(reach);
        let next = it.words.iter().map(String::as_str).skip(3).chain([""]);
        let mut pairs = wanted.zip(next);
        // «Komme» alone is to be there; «komme med» is to bring something.
        let brings = |word: &str, next: &str| !["komme", "kome"].contains(&word) || next == "med";
        return pairs
            .any(|(word, next)| words::REQUESTED.contains(&word.as_str()) && brings(word, next));
    }
    let together = [
        "forklare",
        "beskrive",
        "skildre",
        "fortelle",
        "fortelje",
        "utdype",
        "reflektere",
        "tenke",
    ];
    let aloud = ["si litt", "seie litt", "gi eksempler", "gje døme", "gi døme"];
    it.word(1) == "vi"
        && (together.contains(&it.word(2)) || aloud.iter().any(|phrase| it.find(phrase) == Some(2)))
}

/// «Hver gruppe velger …», «I par forteller dere …», «… noteres av hver deltaker»
pub(super) fn is_statement_task(it: &Sentence) -> bool {
    let asks_first = words::FINITE.contains(&it.word(0)) && !it.told;
    if it.asks || asks_first && !words::DOERS.contains(&it.word(0)) {
        return false;
    }
    let modal = ["skal", "må", "bør", "får", "kan"];
    let bidden = |at: usize| {
        modal.contains(&it.word(at))
            && it
                .words
                .iter()
                .skip(at + 1)
                .take(4)
                .any(|word| words::TASKS.contains(&word.as_str()))
    };
    let doing = |at: usize| words::DOING.contains(&it.word(at)) || bidden(at);
    let role = words::DOERS.contains(&it.word(1)) && doing(2) && !is_small_subject(it.word(1));
    if role {
        return true;
    }
    if words::DOERS.contains(&it.word(0)) && (1..=4).any(doing) {
        return !["har", "hadde", "var"].contains(&it.word(1));
    }
    // «Alle har med seg …», «alle skal ha med seg …»
    let brings = ["har med seg", "ha med seg", "har med", "ha med"];
    let brought = brings.iter().any(|phrase| it.find(phrase).is_some_and(|at| at < 5));
    if words::DOERS.contains(&it.word(0)) && brought {
        return true;
    }
    // «Bordene skal bli enige om …»
    let others = ["elevene", "elevane", "foreldrene"].contains(&it.word(0));
    let many = it.word(0).ends_with("ene") || it.word(0).ends_with("ane");
    if many && !others && bidden(1) {
        return true;
    }
    let set_out = it.told
        || words::PREPOSITIONS.contains(&it.word(0))
        || ["deretter", "så", "først", "etterpå", "to", "til", "sammen", "saman"]
            .contains(&it.word(0));
    let inverted = |at: usize| doing(at) && is_doer(it.word(at + 1));
    if set_out && (usize::from(!it.told)..=5).any(inverted) {
        return true;
    }
    is_passive_task(it)
}

fn is_doer(word: &str) -> bool {
    words::DOERS.contains(&word) && !["en", "ein", "to", "tre", "én"].contains(&word)
}

fn is_passive_task(it: &Sentence) -> bool {
    if it.words.iter().any(|word| words::DONE.contains(&word.as_str())) {
        return true;
    }
    let becomes = it.words.iter().position(|word| ["blir", "vert"].contains(&word.as_str()));
    let been = |at: usize| {
        it.words.iter().skip(at + 1).take(3).any(|word| words::BEEN.contains(&word.as_str()))
    };
    becomes.is_some_and(been)
}
