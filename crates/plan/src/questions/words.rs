//! The words the rules go by, both målformer. First guesses, made to be corrected.
//!
//! The long lists are in `words.txt`, so that a reader of Norwegian can mend them.

use std::sync::LazyLock;

pub(super) type List = LazyLock<Words>;

/// Words in order, so that one is found without asking all.
pub(super) struct Words(Vec<&'static str>);

impl Words {
    pub fn contains(&self, word: &&str) -> bool {
        self.0.binary_search(word).is_ok()
    }

    #[cfg(test)]
    pub fn all(&self) -> &[&'static str] {
        &self.0
    }
}

/// A section of `words.txt`; a test demands that none is empty.
fn list(name: &str) -> Words {
    let sections = include_str!("words.txt").split('[').skip(1);
    let named = sections.filter_map(|it| it.split_once("]\n"));
    let found = named.filter(|(heading, _)| *heading == name);
    let mut words: Vec<&str> = found.flat_map(|(_, words)| words.split_whitespace()).collect();
    words.sort_unstable();
    Words(words)
}

/// Full stops after these do not end a sentence.
pub(super) const SHORTENED: &[&str] = &[
    "kl", "bl", "a", "f", "eks", "t", "d", "ca", "nr", "jf", "dvs", "ev", "evt", "mv", "pkt", "s",
];

pub(super) const OPENERS: &[&str] =
    &["og", "men", "så", "altså", "ja", "nei", "eller", "ok", "nå", "no", "da", "då"];

/// Forms near speech and the words they stand for, in the order of their bytes.
pub(super) const DIALECT: &[(&str, &str)] = &[
    ("au", "også"),
    ("dokke", "dere"),
    ("dokker", "dere"),
    ("dykk", "dere"),
    ("dåkke", "dere"),
    ("dåkker", "dere"),
    ("døkk", "dere"),
    ("e", "er"),
    ("einig", "enig"),
    ("einige", "enige"),
    ("fortæll", "fortell"),
    ("hvilka", "hvilke"),
    ("hvoffor", "hvorfor"),
    ("hvorledes", "hvordan"),
    ("høssen", "hvordan"),
    ("ikkj", "ikke"),
    ("ikkje", "ikke"),
    ("inte", "ikke"),
    ("itj", "ikke"),
    ("itte", "ikke"),
    ("ittj", "ikke"),
    ("ka", "hva"),
    ("ke", "hva"),
    ("kem", "hvem"),
    ("ken", "hvem"),
    ("kje", "ikke"),
    ("koffer", "hvorfor"),
    ("koffor", "hvorfor"),
    ("kofor", "hvorfor"),
    ("kor", "hvor"),
    ("kordan", "hvordan"),
    ("korfor", "hvorfor"),
    ("korleis", "hvordan"),
    ("korsn", "hvordan"),
    ("kosn", "hvordan"),
    ("koss", "hvordan"),
    ("kossen", "hvordan"),
    ("kva", "hva"),
    ("kven", "hvem"),
    ("kvifor", "hvorfor"),
    ("kåffer", "hvorfor"),
    ("kæ", "hva"),
    ("me", "vi"),
    ("mæ", "meg"),
    ("opplagt", "selvsagt"),
    ("samd", "enig"),
    ("samde", "enige"),
    ("selvfølgelig", "selvsagt"),
    ("sjølvfølgeleg", "selvsagt"),
    ("sjølvsagd", "selvsagt"),
    ("sjølvsagt", "selvsagt"),
    ("ska", "skal"),
    ("usamd", "uenig"),
    ("usamde", "uenige"),
    ("va", "hva"),
    ("verkeleg", "virkelig"),
    ("åffer", "hvorfor"),
    ("åpenbart", "selvsagt"),
    ("åssen", "hvordan"),
    ("òg", "også"),
];

/// Who or what a verb-first question is about, when it is a small word.
pub(super) static SUBJECTS: List = LazyLock::new(|| list("subjects"));

/// Finite verbs that begin a yes/no question.
pub(super) static FINITE: List = LazyLock::new(|| list("finite"));

/// Nynorsk presents that read as commands until a subject follows.
pub(super) static PRESENT_OR_COMMAND: List = LazyLock::new(|| list("present_or_command"));

/// Commands that set a task.
pub(super) static COMMANDS: List = LazyLock::new(|| list("commands"));

/// What a task asks for, in the infinitive.
pub(super) static TASKS: List = LazyLock::new(|| list("tasks"));

/// How the infinitive of a task may end, so that compounds are known too.
pub(super) const TASK_ENDINGS: &[&str] = &[
    "arbeide", "arbeida", "utvikle", "veksle", "lyse", "søke", "søkje", "skrive", "finne", "lage",
    "stille", "dele", "velge", "velje", "summere", "legge", "leggje",
];

/// What *kan du* politely asks for.
pub(super) static REQUESTED: List = LazyLock::new(|| list("requested"));

/// What a task asks for, in the present.
pub(super) static DOING: List = LazyLock::new(|| list("doing"));

/// Task words in the passive.
pub(super) static DONE: List = LazyLock::new(|| list("done"));

/// Task words as they stand after *blir* and *vert*.
pub(super) static BEEN: List = LazyLock::new(|| list("been"));

/// Those who are set to a task in a statement.
pub(super) static DOERS: List = LazyLock::new(|| list("doers"));

pub(super) const QUESTION_WORDS: &[&str] =
    &["hva", "hvordan", "hvorfor", "hvilke", "hvilken", "hvilket", "hvilke", "hvem", "hvor", "når"];

/// Question words that leave room for an answer of one's own.
pub(super) const OPEN_WORDS: &[&str] =
    &["hva", "hvordan", "hvorfor", "hvilke", "hvilken", "hvilket"];

/// A part before a comma that only sets the scene.
pub(super) static SCENE: List = LazyLock::new(|| list("scene"));

/// Small words in front of a question word: «i hvilke situasjoner».
pub(super) static PREPOSITIONS: List = LazyLock::new(|| list("prepositions"));

/// Worth that *hvor* takes for granted.
pub(super) static WORTH: List = LazyLock::new(|| list("worth"));

/// What *hvorfor er det* takes for granted.
pub(super) static RIGHT: List = LazyLock::new(|| list("right"));

/// Words that cannot end a choice between two things.
pub(super) static NO_CHOICE: List = LazyLock::new(|| list("no_choice"));

/// Verbs that set up a choice: «Skal vi bruke A eller B?»
pub(super) static CHOOSING: List = LazyLock::new(|| list("choosing"));

pub(super) const TAGS: &[&str] = &[
    "ikke sant",
    "eller hva",
    "eller",
    "sant",
    "vel",
    "er du ikke enig",
    "er dere ikke enige",
    "stemmer det",
    "ikke sant då",
    "ikke sant da",
    "er vi ikke enige",
    "hva",
    "synes dere ikke",
    "ikke",
    "er de ikke enige",
    "er vi enige",
];

pub(super) const SEAMS: &[&str] = &[
    " og hva ",
    " og hvordan ",
    " og hvorfor ",
    " og hvem ",
    " og når ",
    " og kva ",
    " og korleis ",
    " og kvifor ",
    " og kven ",
    " samt hva ",
    " samt hvordan ",
    " samt kva ",
];

/// Whether a word is one the rules go by, and so no name.
pub(super) fn is_known(word: &str) -> bool {
    let lists: [&List; 4] = [&FINITE, &COMMANDS, &SCENE, &SUBJECTS];
    lists.iter().any(|it| it.contains(&word))
        || QUESTION_WORDS.contains(&word)
        || OPENERS.contains(&word)
        || ["individuelt", "først", "deretter", "sammen", "saman"].contains(&word)
}
