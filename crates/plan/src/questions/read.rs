//! The order of the questions put to a sentence; the first that says yes decides.

use super::Class;
use super::front::{fronted_scene, wondered};
use super::sentence::Sentence;
use super::shape::{
    ends_in_choice, is_choice, is_declarative, is_narrow, is_open, is_verb_first, says_either_way,
};
use super::task::{is_command, is_request, is_statement_task};
use super::words;

pub(super) fn class(sentence: &Sentence) -> Class {
    if sentence.calls_someone || sentence.words.is_empty() {
        return Class::Unknown;
    }
    if let Some(rest) = wondered(sentence) {
        return if rest.word(0) == "om" { Class::Closed } else { class(&rest) };
    }
    let front = fronted_scene(sentence);
    if let Some(rest) = front {
        return class(&rest);
    }
    if is_leading(sentence) {
        return Class::Leading;
    }
    if is_command(sentence) || is_request(sentence) || is_statement_task(sentence) {
        return Class::Task;
    }
    if is_choice(sentence) {
        return Class::Narrow;
    }
    if is_verb_first(sentence) || says_either_way(sentence) {
        return Class::Closed;
    }
    if is_narrow(sentence) {
        return Class::Narrow;
    }
    if is_open(sentence) {
        return Class::Open;
    }
    if sentence.asks && (sentence.has("eller") || ends_in_choice(sentence)) {
        return Class::Narrow;
    }
    Class::Unknown
}

/// The answer is in the question.
fn is_leading(it: &Sentence) -> bool {
    has_tag(it)
        || denies_first(it)
        || wants_agreement(it)
        || presumes_worth(it)
        || is_rhetorical(it)
        || calls_out_dissent(it)
        || is_loaded_statement(it)
}

/// «…, ikke sant?»
fn has_tag(it: &Sentence) -> bool {
    // Tags of more than a word are heard without a mark.
    let tags = |words: usize| {
        words::TAGS.iter().any(|tag| {
            let count = tag.bytes().filter(|it| *it == b' ').count() + 1;
            count == words && (it.asks || 1 < count) && it.ends_with(tag)
        })
    };
    let tagged = it.seams.iter().any(|seam| tags(it.words.len() - seam));
    tagged || it.ends_with("ikke sant") || it.ends_with("ikke sant då")
}

/// «Bør vi ikke …», but not «Er det barn som ikke …» or «… eller ikke».
fn denies_first(it: &Sentence) -> bool {
    if !is_verb_first(it) {
        return is_whom_denied(it);
    }
    let early = it.words.iter().skip(1).take(3).position(|word| word == "ikke").map(|at| at + 1);
    let Some(at) = early else { return false };
    let before = &it.words[1..at];
    let relative = ["som", "noe", "noko", "noen", "nokon", "eller", "at", "hva", "hvem"];
    !before.iter().any(|word| relative.contains(&word.as_str()))
}

/// «Hvem er ikke enig i at …»
fn is_whom_denied(it: &Sentence) -> bool {
    it.word(0) == "hvem" && (it.word(2) == "ikke" || it.word(2) == "vel" || it.word(2) == "kan")
}

/// «Er vi enige om at …», «Synes dere også at …»
fn wants_agreement(it: &Sentence) -> bool {
    const AGREES: &[&str] = &["enig", "enige"];
    if it.starts_with_any(&["er", "da er", "kan"]) && !it.has_any(&["uenig", "uenige"]) {
        let agreed = it.words.iter().take(7).position(|word| AGREES.contains(&word.as_str()));
        let clause = agreed.is_some_and(|at| it.words[at..].iter().take(4).any(|it| it == "at"));
        if clause && !it.has("ikke") {
            return true;
        }
    }
    let holds = ["synes", "synest", "mener", "meiner", "tror", "trur", "føler", "ser", "opplever"];
    if !holds.contains(&it.word(0)) {
        return false;
    }
    let pressed =
        it.words.iter().take(4).any(|it| ["også", "virkelig", "faktisk"].contains(&it.as_str()));
    let bound = ["at vi må", "at vi bør", "at dere bør", "at alle bør", "at alle må"];
    pressed
        || it.words.len() > 3 && bound.iter().any(|phrase| it.find(phrase).is_some_and(|at| at < 4))
}

/// «Hvor viktig er …», «Hvorfor er det viktig at …», «Ser dere hvor nyttig …»
fn presumes_worth(it: &Sentence) -> bool {
    let worth = |at: usize| {
        let much = usize::from(["mye", "mykje", "veldig", "så", "svært"].contains(&it.word(at)));
        words::WORTH.contains(&it.word(at + much))
    };
    if it.word(0) == "hvor" {
        return worth(1);
    }
    if it.starts_with("hvorfor er det") {
        let so = usize::from(["så", "ikke", "egentlig"].contains(&it.word(3)));
        return words::RIGHT.contains(&it.word(3 + so));
    }
    if it.word(0) == "hvorfor" && ["bør", "må", "burde"].contains(&it.word(1)) {
        return true;
    }
    let sees = [
        "ser",
        "forstår",
        "skjønner",
        "skjønar",
        "innser",
        "merker",
        "merkar",
        "veit",
        "vet",
        "kjenner",
    ];
    let much =
        ["mye", "mykje"].contains(&it.word(3)) && !["av", "tid", "penger"].contains(&it.word(4));
    sees.contains(&it.word(0)) && it.word(2) == "hvor" && (worth(3) || much)
}

/// «Er det noen som er uenig i at …», «Hvem er uenig i at …»
fn calls_out_dissent(it: &Sentence) -> bool {
    let anyone = ["er det noen", "er det nokon", "er noen", "er nokon", "er det en", "hvem er"];
    it.starts_with_any(&anyone)
        && it.words.windows(3).any(|three| {
            ["uenig", "uenige"].contains(&three[0].as_str())
                && (three[1] == "at" || three[2] == "at")
        })
}

const RHETORICAL: &[&str] = &[
    "er det noen grunn til å",
    "er det noen grunn til at",
    "er det nokon grunn til å",
    "er det grunn til å tvile",
    "er det greit at vi",
    "er det greitt at vi",
    "er det ok at vi",
    "er det i orden at vi",
    "er alle med på at",
    "er det noen som har noe imot",
    "er det nokon som har noko imot",
    "er det noen som er imot",
    "er det noen som fortsatt",
    "er det nokon som framleis",
    "har noen noe imot",
    "har nokon noko imot",
    "kan vi bare",
    "kan vi berre",
    "kan vi slå fast",
    "kan vi enes om",
    "skal vi bare",
    "skal vi berre",
    "har vi råd til å la",
    "hvem vil vel",
    "hvem kan være uenig",
    "hvem kan vere uenig",
    "hvor lenge skal vi finne oss",
    "da er alle enige",
    "da er vi enige",
];

const INTENSE: &[&str] = &["virkelig", "seriøst", "oppriktig"];

fn is_rhetorical(it: &Sentence) -> bool {
    let fixed = it.starts_with_any(RHETORICAL);
    let really =
        is_verb_first(it) && it.words.iter().take(5).any(|it| INTENSE.contains(&it.as_str()));
    let at_last = it.word(0) == "når" && it.has_any(&["endelig", "endeleg"]);
    fixed || really || at_last
}

/// «Vi følger jo planen?», «Dere er fornøyde med opplegget?»
fn is_loaded_statement(it: &Sentence) -> bool {
    let open = words::QUESTION_WORDS.contains(&it.word(0)) || asks_after_preposition(it);
    if open || it.word(0) == "vel" {
        return false;
    }
    if words::FINITE.contains(&it.word(0)) && is_verb_first(it) {
        let at = it.words.iter().position(|word| word == "vel" || word == "jo");
        let measured = at.is_some_and(|at| it.word(at + 1) == "så");
        return at.is_some()
            && !measured
            && it.words.iter().take(4).any(|it| it == "vel" || it == "jo");
    }
    let at = it.words.iter().position(|word| ["jo", "vel", "selvsagt"].contains(&word.as_str()));
    let cue = at.is_some_and(|at| at > 0 && it.word(at + 1) != "så");
    let alike = it.has_any(&["enig", "enige", "alle"]);
    (it.asks && cue) || (cue && alike && is_declarative(it)) || (it.asks && is_declarative(it))
}

fn asks_after_preposition(it: &Sentence) -> bool {
    words::PREPOSITIONS.contains(&it.word(0)) && words::QUESTION_WORDS.contains(&it.word(1))
}
