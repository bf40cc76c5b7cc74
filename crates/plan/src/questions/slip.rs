//! Slips of the hand in the word that a question stands on.

const WORDS: &[&str] = &["hvordan", "hvorfor", "hvilke", "hvilken", "hvilket", "korleis", "kvifor"];

/// The question word that a word is one slip from: a letter too many, too few, other or swapped.
///
/// Only words long enough that a slip does not make another word.
pub(super) fn of_question_word(word: &str) -> Option<&'static str> {
    if !word.starts_with(['h', 'k']) || word.len() < 5 {
        return None;
    }
    let meant = WORDS.iter().copied().find(|it| is_one_slip(word, it))?;
    Some(match meant {
        "korleis" => "hvordan",
        "kvifor" => "hvorfor",
        _ => meant,
    })
}

fn is_one_slip(word: &str, meant: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), meant.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let rest = |a: &[char], b: &[char], from: (usize, usize)| a.get(from.0..) == b.get(from.1..);
    let swapped = a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0];
    !(a.is_empty() && b.is_empty())
        && (rest(a, b, (1, 0))
            || rest(a, b, (0, 1))
            || rest(a, b, (1, 1))
            || (swapped && rest(a, b, (2, 2))))
}
