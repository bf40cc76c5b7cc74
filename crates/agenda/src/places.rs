//! Titles and places: what names a meeting, and what names a room.

/// What meetings are called.
const MEETINGS: &[&str] = &[
    "møte",
    "møtet",
    "samling",
    "planleggingsdag",
    "plandag",
    "fagdag",
    "utviklingstid",
    "fellestid",
    "nettverk",
    "konferanse",
    "kurs",
    "seminar",
    "workshop",
    "kursdag",
    "studiedag",
    "samlinga",
    "møter",
    "samlingen",
    "utviklingsdag",
    "fagkveld",
    "fellesøkt",
];

/// What rooms are called.
const ROOMS: &[&str] = &[
    "rom",
    "rommet",
    "salen",
    "sal",
    "auditoriet",
    "auditorium",
    "biblioteket",
    "kantina",
    "kantinen",
    "skole",
    "skule",
    "skolen",
    "skulen",
    "huset",
    "stua",
    "basen",
    "hotell",
    "hallen",
    "barnehage",
    "avdelinga",
    "avdelingen",
    "kontor",
    "kontoret",
    "kjøkkenet",
    "lokalet",
    "værelset",
];

pub(super) fn names_a_meeting(text: &str) -> bool {
    words(text).any(|word| MEETINGS.iter().any(|it| word.ends_with(it)))
}

pub(super) fn names_a_room(text: &str) -> bool {
    words(text).any(|word| ROOMS.iter().any(|it| word.ends_with(it)))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase)
}

/// What follows the time in a line, if it reads like a place: «…, rom 204», «… på møterommet».
pub(super) fn after_time(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches([',', '.', ' ', ':', ';', '–', ')']);
    let (named, rest) = ["på ", "i ", "ved ", "at "]
        .iter()
        .find_map(|it| rest.strip_prefix(it))
        .map_or((false, rest), |rest| (true, rest));
    let rest = rest.trim_end_matches(['.', ' ', ',']);
    let goes_on = rest.split(". ").skip(1).any(|it| it.starts_with(char::is_uppercase));
    let short = rest.chars().count() <= 45 && !goes_on;
    let large = rest.starts_with(char::is_uppercase);
    let likely = named || names_a_room(rest) || large;
    (short && likely && rest.chars().any(char::is_alphabetic)).then(|| rest.to_owned())
}

/// «Vi møtes på biblioteket …», «Vi ses på B203.»
pub(super) fn where_we_meet(line: &str, time_from: Option<usize>) -> Option<String> {
    let lower = line.to_lowercase();
    let meets = [
        "møtes på ",
        "møtes i ",
        "møtest på ",
        "møtest i ",
        "ses på ",
        "ses i ",
        "sjåast på ",
        "treffes på ",
        "treffes i ",
        "treffest på ",
    ];
    let from = meets.iter().find_map(|it| lower.find(it).map(|at| at + it.len()))?;
    let until = time_from.filter(|it| from < *it).unwrap_or(line.len());
    let place = line.get(from..until)?.trim().trim_end_matches(['.', ',', '!', ' ']);
    (!place.is_empty() && place.chars().count() <= 45).then(|| place.to_owned())
}
