//! Words that give something away, matched as words and not as letters.
//!
//! A cue is a word or a phrase. `lykk*` matches the beginning of a word, `*undersøkelse*` any
//! part of one. The lists are first guesses; those who use the product will correct them.

/// Lower-case words of a text; everything but letters and digits parts them.
pub(super) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|it: char| !it.is_alphanumeric());
    parts.filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// Whether any of the cues is in the text.
pub(super) fn any(text: &str, cues: &[&str]) -> bool {
    any_in(&words(text), cues)
}

pub(super) fn any_in(words: &[String], cues: &[&str]) -> bool {
    cues.iter().any(|cue| has(words, cue))
}

fn has(words: &[String], cue: &str) -> bool {
    // This is asked of every cue and every text, so a phrase is taken apart only where it may begin.
    if let Some((first, rest)) = cue.split_once(' ') {
        return words.iter().enumerate().any(|(at, word)| {
            let mut after = words[at + 1..].iter();
            word == first && rest.split(' ').all(|it| after.next().is_some_and(|word| word == it))
        });
    }
    if !cue.as_bytes().contains(&b'*') {
        return words.iter().any(|word| word == cue);
    }
    match (cue.strip_prefix('*'), cue.strip_suffix('*')) {
        (None, None) => false,
        (None, Some(start)) => words.iter().any(|word| word.starts_with(start)),
        (Some(end), None) => words.iter().any(|word| word.ends_with(end)),
        (Some(end), Some(_)) => {
            let middle = end.trim_end_matches('*');
            words.iter().any(|word| middle.len() <= word.len() && word.contains(middle))
        }
    }
}

/// Asks for, or names, what works.
pub(super) const STRENGTH: &[&str] = &[
    "lykkes",
    "lykkast",
    "lukkast",
    "lyktes",
    "*styrke*",
    "*kvalitet*",
    "bekreft*",
    "stadfest*",
    "fungerer",
    "verkar",
    "virker",
    "*positiv*",
    "stolt*",
    "stolte",
    "bra",
    "får til",
    "fikk til",
    "fekk til",
    "får vi til",
    "får vi det til",
    "gode erfaringer",
    "gode erfaringar",
    "går godt",
];

/// Asks for, or names, what is hard.
pub(super) const CHALLENGE: &[&str] = &[
    "*utfordr*",
    "*problem*",
    "negativ*",
    "svak*",
    "mangl*",
    "forbedr*",
    "forbetr*",
    "ned",
    "vanskelig*",
    "vanskeleg*",
];

/// Something negative after *why*.
pub(super) const NEGATIVE: &[&str] = &[
    "ikke", "ikkje", "dårlig*", "dårleg*", "lav*", "låg*", "svak*", "ned", "mangler", "manglar",
    "for få", "for lite", "problem*", "feil",
];

/// Touches the practice of those in the room.
pub(super) const PRACTICE: &[&str] = &[
    "praksis*",
    "*praksis",
    "hos oss",
    "på vår",
    "hos dere",
    "hos dykk",
    "barna",
    "elevene",
    "elevane",
    "i morgen",
    "i morgon",
    "min rolle",
    "din rolle",
    "egen rolle",
    "eiga rolle",
    "vår rolle",
    "deres rolle",
    "vår skole",
    "vår skule",
    "skulen vår",
    "skolen vår",
    "vår barnehage",
    "barnehagen vår",
    "egen skole",
    "eigen skule",
    "egen barnehage",
    "eigen barnehage",
    "egen avdeling",
    "eiga avdeling",
    "avdelinga vår",
    "mitt kollegium",
    "vårt kollegium",
    "deres kollegium",
    "egen mentorrolle",
    "*mentorrollen",
];

/// Has the answer in it before anyone has met.
pub(super) const DECIDED: &[&str] = &[
    "vedta",
    "informere om",
    "orientere om",
    "forankre",
    "få aksept for",
    "rulle ut",
    "implementere",
    "informera om",
    "orientera om",
    "vedtaka",
    "implementera",
];

/// Titles of what is only told.
pub(super) const INFORMATION: &[&str] = &[
    "info",
    "informasjon*",
    "orientering*",
    "orientere",
    "orientera",
    "beskjed*",
    "melding",
    "meldingar",
    "meldinger",
    "nytt frå",
    "nytt fra",
];

/// Points at something that should lie beside the task.
pub(super) const ATTACHED: &[&str] = &[
    "*artikkel*",
    "*artikkelen",
    "*skjema*",
    "vedlegg*",
    "vedlagt*",
    "les",
    "rapport*",
    "*rapporten",
    "resultat*",
];

/// Results, surveys and tests.
pub(super) const RESULTS: &[&str] = &[
    "*resultat*",
    "*undersøkelse*",
    "*undersøking*",
    "*kartlegging*",
    "prøve",
    "prøver",
    "prøvar",
    "prøvene",
    "prøvane",
    "ståstedsanalyse*",
    "ståstadsanalyse*",
];

/// Settles, and makes nothing.
pub(super) const VOTE: &[&str] =
    &["stemme", "votere", "høring", "høyring", "ta til orientering", "godkjenne", "røyste"];
