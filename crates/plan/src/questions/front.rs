//! What stands before the matter of a sentence, and what is left when it is set aside.

use super::sentence::Sentence;
use super::shape::{is_declarative, is_small_subject, is_subject};
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
    Some(without_front(it, seam))
}

fn without_front(it: &Sentence, count: usize) -> Sentence {
    let mut rest = Sentence {
        words: it.words.clone(),
        seams: it.seams.clone(),
        asks: it.asks,
        told: false,
        calls_someone: false,
    };
    rest.drop_front(count);
    rest
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
    let asked = it.asks && words::FINITE.contains(&next) && it.words.len() > seam + 2;
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

/// «Lurer på om …», «Vi undrer oss på hvordan …»: what is left is the question.
pub(super) fn wondered(it: &Sentence) -> Option<Sentence> {
    let wonders = ["lurer", "lurar", "undrer", "undres", "undrar", "undrast"];
    let at = it.words.iter().take(2).position(|word| wonders.contains(&word.as_str()))?;
    let own = at == 0 || ["jeg", "eg", "vi", "noen", "nokon"].contains(&it.word(0));
    let asked = |word: &str| word == "om" || words::QUESTION_WORDS.contains(&word);
    let from = (at + 1..it.words.len().min(at + 4)).find(|at| asked(it.word(*at)))?;
    own.then(|| without_front(it, from))
}
