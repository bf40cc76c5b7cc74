//! A sentence as the rules see it: lower-case words, dialect brought home, commas remembered.

use super::{slip, words};

/// The most words that a phrase at the end has.
const LONGEST_END: usize = 4;

pub(super) struct Sentence {
    pub words: Vec<String>,
    /// Positions after which a comma, colon or dash stood.
    pub seams: Vec<usize>,
    pub asks: bool,
    /// Opens with «så» or «da» and goes on without a mark: told, with the verb in second place.
    pub told: bool,
    /// Names someone first: «Kari, hva tenker du?»
    pub calls_someone: bool,
}

/// Parts a prompt at `?`, `!`, line ends, and full stops that end a sentence.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut sentences = vec![];
    let mut from = 0;
    for (at, letter) in text.char_indices() {
        let next = at + letter.len_utf8();
        let ends = match letter {
            '?' | '!' | '\n' => true,
            '.' => ends_sentence(&text[from..at], &text[next..]),
            _ => false,
        };
        if ends {
            sentences.push(text[from..next].trim());
            from = next;
        }
    }
    sentences.push(text[from..].trim());
    sentences.retain(|it| it.chars().any(char::is_alphanumeric));
    sentences
}

fn ends_sentence(before: &str, after: &str) -> bool {
    let last = before.rsplit([' ', '.', '(']).next().unwrap_or("").to_lowercase();
    let shortened = words::SHORTENED.contains(&last.as_str());
    let numbered = !last.is_empty() && last.chars().all(|it| it.is_ascii_digit());
    let parted = after.is_empty() || after.starts_with(char::is_whitespace);
    parted && (after.trim().is_empty() || !(shortened || numbered))
}

impl Sentence {
    pub fn of(text: &str) -> Self {
        let text =
            text.trim_matches(|it: char| it.is_whitespace() || "\"«»“”*•–—-·([])".contains(it));
        let text = without_number(text);
        let asks = text.trim_end_matches(['»', '"', '”', ')', ' ']).ends_with('?');
        let (mut words, mut seams) = (vec![], vec![]);
        let (mut first_is_name, mut called) = (false, false);
        for piece in text.split_whitespace() {
            let bare = piece.trim_matches(|it: char| !it.is_alphanumeric());
            let seam = piece.ends_with([',', ':', ';']) || ["–", "-", "—"].contains(&piece);
            if bare.is_empty() {
                if seam && !words.is_empty() {
                    seams.push(words.len());
                }
                continue;
            }
            if words.is_empty() {
                first_is_name = bare.starts_with(char::is_uppercase);
            }
            called |= words.is_empty() && piece.ends_with(',');
            words.push(home(bare.to_lowercase()));
            if seam {
                seams.push(words.len());
            }
        }
        if let Some(first) = words.first_mut().filter(|it| !words::is_known(it))
            && let Some(meant) = slip::of_question_word(first)
        {
            meant.clone_into(first);
        }
        let first = words.first().map_or("", String::as_str);
        let ordinary = words::OPENERS.contains(&first) || words::is_known(first);
        let calls_someone = first_is_name && called && !ordinary;
        let mut sentence = Self { words, seams, asks, told: false, calls_someone };
        sentence.drop_opener();
        sentence
    }

    /// «Og», «men», «så» and their like say nothing of the question.
    fn drop_opener(&mut self) {
        while words::OPENERS.contains(&self.word(0))
            && self.words.len() > 1
            && self.word(1) != "eller"
        {
            let goes_on = self.seams.first() != Some(&1);
            let sets_out = ["så", "da", "då", "nå", "no"].contains(&self.word(0));
            self.told = sets_out && goes_on && !self.asks;
            self.drop_front(1);
        }
    }

    pub fn drop_front(&mut self, count: usize) {
        self.words.drain(..count);
        self.seams = self.seams.iter().filter(|it| count < **it).map(|it| it - count).collect();
    }

    pub fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|it| it == word)
    }

    pub fn has_any(&self, words: &[&str]) -> bool {
        self.words.iter().any(|it| words.contains(&it.as_str()))
    }

    /// Where the phrase begins.
    pub fn find(&self, phrase: &str) -> Option<usize> {
        (0..self.words.len()).find(|from| self.end_of(*from, phrase).is_some())
    }

    pub fn starts_with(&self, phrase: &str) -> bool {
        self.end_of(0, phrase).is_some()
    }

    pub fn starts_with_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|it| self.starts_with(it))
    }

    /// Whether the phrase ends the sentence, and is not all of it.
    pub fn ends_with(&self, phrase: &str) -> bool {
        let end = self.words.len();
        (1..end).rev().take(LONGEST_END).any(|from| self.end_of(from, phrase) == Some(end))
    }

    /// Where the phrase ends, if it stands from there. Asked so often that the phrase is not
    /// parted into words first.
    fn end_of(&self, from: usize, phrase: &str) -> Option<usize> {
        let mut rest = phrase;
        for (at, word) in self.words.iter().enumerate().skip(from) {
            rest = rest.strip_prefix(word.as_str())?;
            if rest.is_empty() {
                return Some(at + 1);
            }
            rest = rest.strip_prefix(' ')?;
        }
        None
    }
}

fn without_number(text: &str) -> &str {
    let digits = text.trim_start_matches(|it: char| it.is_ascii_digit());
    match digits.strip_prefix(['.', ')']) {
        Some(rest) if digits.len() < text.len() => rest.trim_start(),
        Some(_) | None => text,
    }
}

/// The written form of a word near speech.
fn home(word: String) -> String {
    let spoken = words::DIALECT.binary_search_by(|(spoken, _)| (*spoken).cmp(word.as_str()));
    spoken.map_or(word, |at| words::DIALECT[at].1.to_owned())
}
