//! The shapes a sentence can have. Each asks one thing of the words and their order.

use super::sentence::Sentence;
use super::words;

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
    if it.asks && is_unlisted_verb(it) {
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

/// «Stakk foreldrene innom …?», «Hjalp det å …?»: what stands before a subject form, or before a
/// noun in the definite with no determiner, can hardly be but a verb.
fn is_unlisted_verb(it: &Sentence) -> bool {
    let (first, second) = (it.word(0), it.word(1));
    let small = ["eller", "og", "som", "at", "å", "så", "ikke", "kanskje", "både", "enn", "ifølge"];
    let whole = ["hele", "heile", "halve", "begge", "selve", "sjølve", "alle", "bare", "berre"];
    if it.words.len() < 3
        || it.seams.iter().any(|seam| *seam < 3)
        || small.contains(&first)
        || whole.contains(&first)
        || words::SCENE.contains(&first)
        || words::PREPOSITIONS.contains(&first)
        || words::SUBJECTS.contains(&first)
        || words::COMMANDS.contains(&first)
        || is_definite(first)
    {
        return false;
    }
    is_small_subject(second) || second == "det" || is_definite(second)
}

fn is_definite(word: &str) -> bool {
    word.chars().count() > 4 && ["en", "et", "ene", "ane"].iter().any(|it| word.ends_with(it))
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

pub(super) fn is_small_subject(word: &str) -> bool {
    ["vi", "dere", "de", "du", "jeg", "eg", "dei", "me", "man"].contains(&word)
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
        return (tells(second) && !it.seams.contains(&1))
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
