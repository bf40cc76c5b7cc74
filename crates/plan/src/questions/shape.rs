//! The shapes a sentence can have. Each asks one thing of the words and their order.

use super::sentence::Sentence;
use super::words;

/// «Når dere ser på planen, …»: what is left when the scene is set aside.
///
/// Only when what follows begins like a question or a task, and the front does not ask itself.
pub(super) fn fronted_scene(it: &Sentence) -> Option<Sentence> {
    let asks_itself = words::OPEN_WORDS.contains(&it.word(0))
        || (words::PREPOSITIONS.contains(&it.word(0)) && words::OPEN_WORDS.contains(&it.word(1)));
    if asks_itself {
        return None;
    }
    let scene = words::SCENE.contains(&it.word(0))
        || ["individuelt", "først", "deretter", "sammen", "saman", "til"].contains(&it.word(0));
    let seam = it.seams.iter().copied().rev().find(|seam| {
        let next = it.word(*seam);
        let begins = words::OPEN_WORDS.contains(&next)
            || ["hvem", "hvor"].contains(&next)
            || (words::FINITE.contains(&next)
                && (is_subject(it.word(seam + 1)) || it.word(seam + 1) == "ikke"))
            || (words::COMMANDS.contains(&next) && *seam < it.words.len())
            || (words::TASKS.contains(&next) && !it.asks);
        let verb_first = words::FINITE.contains(&it.word(0)) && !scene;
        *seam < it.words.len()
            && begins
            && (scene || (it.asks && is_topic(it, *seam) && !verb_first) || heads(it, *seam))
    });
    let seam = seam.or_else(|| unmarked_clause(it))?;
    let mut rest = Sentence {
        words: it.words.clone(),
        seams: it.seams.clone(),
        asks: it.asks,
        told: false,
        calls_someone: false,
    };
    rest.drop_front(seam);
    Some(rest)
}

/// «Dialog i klasserommet: hva …» names its subject before it asks.
fn is_topic(it: &Sentence, seam: usize) -> bool {
    1 < seam
        && seam < 12
        && words::OPEN_WORDS.contains(&it.word(seam))
        && !words::COMMANDS.contains(&it.word(0))
        && !is_declarative(it)
}

/// «Siste sak – trenger vi …?», «To og to: fordel …»: a few words with no verb, then the matter.
fn heads(it: &Sentence, seam: usize) -> bool {
    let next = it.word(seam);
    let asked = it.asks && words::FINITE.contains(&next) && it.words.len() > seam + 3;
    let set = !it.asks && (words::COMMANDS.contains(&next) || words::TASKS.contains(&next));
    let bare = it.words[..seam].iter().all(|word| {
        let word = word.as_str();
        !words::FINITE.contains(&word)
            && !words::COMMANDS.contains(&word)
            && !words::TASKS.contains(&word)
    });
    seam < 5 && bare && (asked || set)
}

/// «Når foreldrene kommer får de …?»: a clause with its own verb and no comma after it.
fn unmarked_clause(it: &Sentence) -> Option<usize> {
    let clause = ["når", "hvis", "viss", "dersom", "om", "etter", "siden", "sidan"];
    let finite = |at: usize| words::FINITE.contains(&it.word(at));
    if !it.asks || !clause.contains(&it.word(0)) || finite(1) {
        return None;
    }
    let own = (2..it.words.len()).find(|at| finite(*at))?;
    let bound = ["som", "at", "der", "og", "å", "om", "når", "hvis", "hva", "hvordan", "hvor"];
    (own + 1..it.words.len()).find(|at| {
        finite(*at) && is_small_subject(it.word(at + 1)) && !bound.contains(&it.word(at - 1))
    })
}

pub(super) fn is_subject(word: &str) -> bool {
    let definite = ["en", "et", "ene", "ane", "rne", "a"];
    let long = word.chars().count() > 3;
    words::SUBJECTS.contains(&word) || (long && definite.iter().any(|it| word.ends_with(it)))
}

/// The finite verb comes first, as in a yes/no question.
pub(super) fn is_verb_first(it: &Sentence) -> bool {
    let (first, second) = (it.word(0), it.word(1));
    if it.told || it.words.len() < 2 || words::QUESTION_WORDS[..8].contains(&first) {
        return false;
    }
    if words::PRESENT_OR_COMMAND.contains(&first) && it.asks {
        return is_subject(second)
            && !["det", "en", "ei", "ein", "et", "eit", "alle", "noe", "noko"].contains(&second)
            || words::FINITE.contains(&first) && is_subject(second);
    }
    if first == "når" {
        // «Når vi måla våre?» is the verb; «Når skal vi møtes?» is the question word.
        return it.asks
            && is_subject(second)
            && !words::FINITE.contains(&it.word(2))
            && it.words.len() < 5;
    }
    let finite = words::FINITE.contains(&first);
    if finite {
        return it.asks || is_subject(second);
    }
    let past = ["te", "de", "dde"].iter().any(|it| first.ends_with(it));
    if past && it.asks && first.chars().count() > 4 && is_small_subject(second) {
        return true;
    }
    let ending = first.ends_with("er")
        || first.ends_with("ar")
        || first.ends_with("es")
        || first.ends_with("ast");
    let looks_finite = ending
        && first.chars().count() >= 4
        && !["felles", "eller", "kvar", "hver", "mer", "bedre", "etter", "under", "over"]
            .contains(&first);
    let no_subject =
        ["eller", "og", "i", "på", "for", "som", "med", "til", "av", "om", "enn", "fra"];
    let with_subject = is_subject(second) || (it.words.len() > 2 && !no_subject.contains(&second));
    looks_finite && it.asks && with_subject
}

/// «Ja eller nei», «enig eller uenig».
pub(super) fn says_either_way(it: &Sentence) -> bool {
    let ways = [
        "ja eller nei",
        "enig eller uenig",
        "enige eller uenige",
        "for eller imot",
        "for eller mot",
    ];
    it.asks && ways.iter().any(|way| it.find(way).is_some())
}

/// «Skal vi bruke A eller B?»: the verb first, and two things to choose between.
pub(super) fn is_choice(it: &Sentence) -> bool {
    if !is_verb_first(it) || !words::CHOOSING.contains(&it.word(0)) || says_either_way(it) {
        return false;
    }
    let vague = ["noe", "noko", "noen", "nokon", "flere", "fleire", "spørsmål"];
    let Some(at) = it.words.iter().position(|word| word == "eller") else { return false };
    let few = it.find("noen få").is_some() || it.find("nokre få").is_some();
    if !few && it.words[1..at].iter().any(|word| vague.contains(&word.as_str())) {
        return false;
    }
    let after = it.word(at + 1);
    let clause = words::FINITE.contains(&after) && is_subject(it.word(at + 2));
    !clause && !words::NO_CHOICE.contains(&after) && it.words.len() > at + 1
}

/// «Hva passer best, tirsdag eller torsdag?»
pub(super) fn ends_in_choice(it: &Sentence) -> bool {
    let Some(seam) = it.seams.last().copied().filter(|seam| *seam < it.words.len()) else {
        return false;
    };
    let tail = &it.words[seam..];
    tail.len() <= 6
        && tail.iter().any(|word| word == "eller")
        && !words::FINITE.contains(&it.word(seam))
}

const NARROW: &[&str] = &[
    "i hvilken grad",
    "i hva grad",
    "på en skala",
    "på ein skala",
    "hvilken dag",
    "hvilke dager",
    "hvilken ukedag",
    "hvilken dato",
    "hvilket tidspunkt",
    "hvilket klokkeslett",
    "hvilket rom",
    "hvilken uke",
    "på hvilken dag",
    "i hvilken uke",
    "hva dag",
    "hva dato",
    "hva veke",
    "hva rom",
    "hva for ein dag",
    "hva tid",
    "når tid",
    "hvilken av de to",
    "hvilket av de to",
    "hva heter",
    "hva heiter",
    "fra hvem",
    "av hvem",
    "med hvem",
    "til hvem",
    "for hvem",
    "fra hvor",
    "kvar i",
    "kvar er",
    "kvar skal",
    "kvar på",
    "kvar finn",
    "kvar merkar",
    "kvar ser",
    "kvar bør",
    "kvar kan",
    "kvar har",
    "kvar går",
];

/// A name, a number, a place or a time is answer enough.
pub(super) fn is_narrow(it: &Sentence) -> bool {
    let first = it.word(0);
    let most =
        ["hvilken", "hvilket", "hvilke"].contains(&first) && it.has_any(&["flest", "færrest"]);
    if it.starts_with_any(NARROW) || first == "hvor" || first == "hvem" || most {
        return true;
    }
    if first == "når" {
        let second = it.word(1);
        return it.asks || (words::FINITE.contains(&second) && it.words.len() < 9);
    }
    words::OPEN_WORDS.contains(&first) && it.asks && ends_in_choice(it)
}

pub(super) fn is_open(it: &Sentence) -> bool {
    let first = it.word(0);
    let after_preposition =
        words::PREPOSITIONS.contains(&first) && words::OPEN_WORDS.contains(&it.word(1));
    words::OPEN_WORDS.contains(&first) || after_preposition
}

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
    if infinitive && it.words.len() > 1 && !it.asks {
        return second != "enn" && second != "og" || words::TASKS.contains(&it.word(2));
    }
    let joined = ["to", "gå", "i", "to og to", "individuelt", "først", "deretter", "så"];
    joined.contains(&first) && !it.asks && words::COMMANDS.contains(&second) && second != "ta"
}

fn is_small_subject(word: &str) -> bool {
    ["vi", "dere", "de", "du", "jeg", "eg", "dei", "me", "man"].contains(&word)
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
        let wanted = it.words.iter().skip(2).take(4);
        let mut pairs = wanted.zip(it.words.iter().skip(3));
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

/// Subject first and the verb after, as when something is told.
pub(super) fn is_declarative(it: &Sentence) -> bool {
    let (first, second) = (it.word(0), it.word(1));
    let tells = |word: &str| {
        words::FINITE.contains(&word) && !["så", "når", "var"].contains(&word) || word == "var"
    };
    if words::QUESTION_WORDS.contains(&first) || words::FINITE.contains(&first) && first != "de" {
        return false;
    }
    if first == "kvar" && words::FINITE.contains(&second) {
        return false;
    }
    if is_subject(first) {
        return tells(second)
            || (["her", "på", "i", "med"].contains(&second)
                && (2..=4).any(|at| tells(it.word(at))));
    }
    let scene = ["nå", "no", "her", "hos", "på", "i", "da", "då"].contains(&first);
    let inverted = |at: usize| tells(it.word(at)) && is_subject(it.word(at + 1));
    scene
        && !it.seams.iter().any(|seam| *seam < it.words.len())
        && (1..=4).any(inverted)
        && !words::QUESTION_WORDS.contains(&second)
}
