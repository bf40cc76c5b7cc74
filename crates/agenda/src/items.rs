//! One program item: its text, its minutes, who leads it, and what kind it seems to be.

use super::{ReadItem, ReadKind};

/// Takes minutes and presenter out of the line; the rest is the text.
pub(super) fn item(text: &str, source: &str) -> ReadItem {
    let (text, minutes) = without_minutes(text);
    let (text, presenter) = without_presenter(&text);
    let text = tidy(&text);
    let kind = kind(&text);
    ReadItem { text, minutes, presenter, kind, kind_guessed: true, source: source.to_owned() }
}

fn tidy(text: &str) -> String {
    let text = text.replace("()", "").replace("( )", "").replace("(, ", "(").replace(", )", ")");
    let text = text.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
    text.trim_end_matches([',', ' ', '–', '-', ':', '|']).replace(" ,", ",").trim().to_owned()
}

/// «(10 min)», «ca. 20 minutter», «1,5 time».
fn without_minutes(text: &str) -> (String, Option<u32>) {
    let words: Vec<&str> = text.split(' ').collect();
    for at in 1..words.len() {
        let unit = words[at].trim_matches(['(', ')', '.', ',', ';', ':', ']']).to_lowercase();
        let per = match unit.as_str() {
            "min" | "minutt" | "minutter" | "m" => 1.0,
            "t" | "time" | "timer" | "timar" => 60.0,
            _ => continue,
        };
        let number = words[at - 1].trim_start_matches(['(', '[']);
        let Some(count) = number_of(number) else { continue };
        // «1 t 15 min»
        let more = words.get(at + 1).and_then(|it| number_of(it)).filter(|_| per > 1.0);
        let more = more.filter(|_| words.get(at + 2).is_some_and(|it| it.starts_with("min")));
        let last = if more.is_some() { at + 2 } else { at };
        let rough = at > 1 && ["ca.", "ca", "(ca.", "(ca", "om", "inntil"].contains(&words[at - 2]);
        let from = at - 1 - usize::from(rough);
        let opens = words[from].starts_with('(');
        let closes = words[last].trim_end_matches([',', '.']).ends_with(')');
        let after = words[last].trim_start_matches(|it: char| it.is_alphabetic() || it == '.');
        let mut kept: Vec<String> = words[..from].iter().map(|it| (*it).to_owned()).collect();
        match (opens, closes) {
            (true, false) => kept.push("(".to_owned()),
            (false, true) => kept.push(")".to_owned()),
            (true, true) | (false, false) => {
                let rest = after.trim_start_matches(')');
                if let Some(last) = kept.last_mut() {
                    last.push_str(rest);
                }
            }
        }
        kept.extend(words[last + 1..].iter().map(|it| (*it).to_owned()));
        let joined = kept.join(" ").replace("( ", "(").replace(" )", ")");
        return (joined.replace(",)", ")"), Some(rounded(count * per + more.unwrap_or(0.0))));
    }
    (text.to_owned(), None)
}

fn number_of(text: &str) -> Option<f64> {
    let written = match text.to_lowercase().as_str() {
        "¼" => 0.25,
        "½" | "halv" => 0.5,
        "¾" => 0.75,
        "en" | "ein" | "én" => 1.0,
        "to" => 2.0,
        other => {
            return other.replace(',', ".").parse().ok().filter(|it| (0.0..1000.0).contains(it));
        }
    };
    Some(written)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below sixty thousand")]
fn rounded(minutes: f64) -> u32 {
    minutes.round() as u32
}

/// «v/ Kari», «ansvar: rektor», «(Silje)», «foredrag ved Marit Holm».
fn without_presenter(text: &str) -> (String, Option<String>) {
    for mark in [
        " v/ ",
        " v/",
        " V/",
        "Ansvarleg: ",
        "Ansvarlig: ",
        "Ansvar: ",
        "ansvar: ",
        "ansvarlig: ",
        "ansvarleg: ",
    ] {
        if let Some((before, after)) = text.split_once(mark) {
            let end = after.find(['(', ';', '|']).unwrap_or(after.len());
            let name = after[..end].trim().trim_end_matches(['.', ',', ':', ')', ' ']);
            if !name.is_empty() {
                let rest = after[end..].to_owned();
                return (format!("{} {rest}", before.trim_end()), Some(name.to_owned()));
            }
        }
    }
    if let Some((before, after)) = text.rsplit_once(" ved ") {
        let name = after.trim_end_matches(['.', ' ']);
        if is_name(name) {
            return (before.to_owned(), Some(name.to_owned()));
        }
    }
    let Some((before, after)) = text.rsplit_once('(') else { return (text.to_owned(), None) };
    let Some((name, rest)) = after.split_once(')') else { return (text.to_owned(), None) };
    let name = name.trim().trim_end_matches(',');
    if rest.trim().is_empty() && is_name(name) {
        return (before.to_owned(), Some(name.to_owned()));
    }
    (text.to_owned(), None)
}

/// A few words that all begin large, but for «og».
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|it| !it.is_empty()).collect();
    let large = |it: &&str| {
        it.starts_with(char::is_uppercase)
            && it.chars().all(|it| it.is_alphabetic() || it == '-' || it == '.')
    };
    let shouted = words.iter().all(|it| it.chars().all(char::is_uppercase) && it.len() > 2);
    !words.is_empty()
        && words.len() <= 5
        && !shouted
        && words.iter().all(|it| *it == "og" || large(it))
}

const PAUSE: &[&str] = &[
    "pause",
    "lunsj",
    "lunch",
    "mat",
    "matpause",
    "kveldsmat",
    "kaffe",
    "kaffi",
    "kaffepause",
    "beinstrekk",
    "middag",
    "matpakke",
    "mingling",
    "servering",
];

const DRIFT: &[&str] = &[
    "informasjon*",
    "info",
    "orientering*",
    "orienteringer",
    "beskjed*",
    "nytt frå",
    "nytt fra",
    "eventuelt",
    "ymse",
    "evt",
    "status*",
    "praktisk*",
    "*referat*",
    "referat*",
    "godkjen*",
    "budsjett*",
    "ferie*",
    "vakt*",
    "turnus*",
    "vikar*",
    "hms*",
    "*brannøving*",
    "brannøvelse*",
    "inspeksjon*",
    "ukeplan*",
    "vekeplan*",
    "timeplan*",
    "lønn*",
    "*løn*forhandlingar",
    "valg",
    "val av",
    "bemanning*",
    "permisjon*",
    "parkering*",
    "nøkler",
    "nøklar",
    "julebord*",
    "fordeling*",
    "innkjøp*",
    "rydding",
    "*føring",
    "oppmøte*",
    "arbeidstid*",
    "sykefravær*",
    "sjukefråvær*",
    "avspasering*",
    "innmelding*",
    "frist*",
    "datoer",
    "datoar",
    "kalender*",
    "aktivitetsplan*",
    "dugnad*",
    "logistikk*",
    "bestilling*",
    "konstituering*",
    "innkalling*",
    "saksliste*",
];

/// A guess, and always marked as one.
pub(super) fn kind(text: &str) -> ReadKind {
    let first = text.lines().next().unwrap_or_default();
    let words = words_of(first);
    if words.first().is_some_and(|it| PAUSE.contains(&it.as_str())) {
        return ReadKind::Pause;
    }
    let fits = |cue: &&str| {
        let parts: Vec<&str> = cue.split(' ').collect();
        words
            .windows(parts.len())
            .any(|window| window.iter().zip(&parts).all(|(word, it)| matches(word, it)))
    };
    if DRIFT.iter().any(fits) { ReadKind::Drift } else { ReadKind::Utvikling }
}

fn words_of(text: &str) -> Vec<String> {
    let parts = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    parts.map(str::to_lowercase).collect()
}

fn matches(word: &str, cue: &str) -> bool {
    let middle = cue.trim_matches('*');
    match (cue.starts_with('*'), cue.ends_with('*')) {
        (false, false) => word == middle,
        (false, true) => word.starts_with(middle),
        (true, false) => word.ends_with(middle),
        (true, true) => word.contains(middle),
    }
}
