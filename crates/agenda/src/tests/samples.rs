//! Each file in `samples/` beside the reading we expect of it.

use proptest::prelude::*;

use crate::{Read, ReadKind, calendar, read_bytes, read_text};
use kernel::local::Day;

macro_rules! sample {
    ($name:literal, $ending:literal) => {
        (
            concat!($name, ".", $ending),
            include_bytes!(concat!("../samples/", $name, ".", $ending)).as_slice(),
            include_str!(concat!("../samples/", $name, ".read")),
        )
    };
}

type Sample = (&'static str, &'static [u8], &'static str);

const SAMPLES: &[Sample] = &[
    sample!("01-personalmote-fredag", "txt"),
    sample!("02-en-linje", "txt"),
    sample!("03-barnehage-kveld", "txt"),
    sample!("04-teammote-nn", "txt"),
    sample!("05-klokkeslett", "txt"),
    sample!("06-bare-starttider", "txt"),
    sample!("07-tirs-skraastrek", "txt"),
    sample!("08-april", "txt"),
    sample!("09-innkalling-sak-nr", "txt"),
    sample!("10-avdelingsmote-nn", "txt"),
    sample!("11-epost-med-avsnitt", "txt"),
    sample!("12-underpunkter", "txt"),
    sample!("13-i-morgen", "txt"),
    sample!("14-uke-45", "txt"),
    sample!("15-tabell-tab", "txt"),
    sample!("16-sfo-nn", "txt"),
    sample!("17-uten-overskrift", "txt"),
    sample!("18-fortellende", "txt"),
    sample!("19-fire-siffer", "txt"),
    sample!("20-timer", "txt"),
    sample!("21-markdown", "md"),
    sample!("22-tabell", "md"),
    sample!("23-sjekkliste-nn", "md"),
    sample!("24-romertall", "txt"),
    sample!("25-vedlegg-i-tekst", "txt"),
    sample!("26-komma-liste", "txt"),
    sample!("27-nynorsk-program", "txt"),
    sample!("28-ansvar", "txt"),
    sample!("29-kalender", "ics"),
    sample!("30-kalender-utc", "ics"),
    sample!("31-heldag", "ics"),
    sample!("32-personalmote", "docx"),
    sample!("33-program-tabell", "docx"),
    sample!("34-avdelingsmote-nn", "docx"),
    sample!("35-tre-kolonner-nn", "docx"),
    sample!("36-personalmote", "odt"),
    sample!("37-tabell-nn", "odt"),
    sample!("38-innkalling", "pdf"),
    sample!("39-program-nn", "pdf"),
    sample!("40-lang-linje", "pdf"),
    sample!("41-dialogkonferanse", "txt"),
    sample!("42-forberedelse-nn", "txt"),
    sample!("43-tekstflyt", "txt"),
    sample!("44-tabell-minutter", "txt"),
    sample!("45-halv-tre", "txt"),
    sample!("46-outlook-paaminning", "ics"),
    sample!("47-uten-slutt", "ics"),
    sample!("48-serie-html", "ics"),
    sample!("49-teams", "ics"),
    sample!("50-to-moter", "ics"),
    sample!("51-outlook-sone", "ics"),
    sample!("52-delt-bokstav", "ics"),
    sample!("53-innkalling-svar", "ics"),
    sample!("54-feed", "ics"),
];

/// The day the samples are read: a Thursday.
fn today() -> Day {
    "2026-10-01".parse().unwrap()
}

#[test]
fn every_sample_reads_as_expected() {
    let mut wrong = vec![];
    for (name, bytes, wanted) in SAMPLES {
        let got = match read_bytes(bytes, Some(today())) {
            Ok(read) => differences(&read, wanted),
            Err(refusal) => vec![format!("refused: {refusal}")],
        };
        if !got.is_empty() {
            wrong.push(format!("{name}\n  {}", got.join("\n  ")));
        }
    }
    let right = SAMPLES.len() - wrong.len();
    println!("{right} of {} samples read as expected", SAMPLES.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn differences(read: &Read, wanted: &str) -> Vec<String> {
    let mut differences = vec![];
    let mut field = |name: &str, got: String| {
        let line = wanted.lines().find_map(|it| it.strip_prefix(&format!("{name} = ")));
        let want = line.unwrap_or_default();
        if want != got {
            differences.push(format!("{name}: wanted «{want}», got «{got}»"));
        }
    };
    field("title", read.title.clone().unwrap_or_default());
    field("start", read.start.map(|it| it.to_string()).unwrap_or_default());
    field("end", read.end.map(|it| it.to_string()).unwrap_or_default());
    field("place", read.place.clone().unwrap_or_default());
    let listed = |name: &str| -> Vec<String> {
        let prefix = format!("{name} = ");
        wanted
            .lines()
            .filter_map(|it| it.strip_prefix(prefix.as_str()))
            .map(str::to_owned)
            .collect()
    };
    let items: Vec<String> = read.items.iter().map(item_line).collect();
    if listed("item") != items {
        differences.push(format!("items:\n    {}", items.join("\n    ")));
    }
    if listed("attachment") != read.attachments {
        differences.push(format!("attachments: {:?}", read.attachments));
    }
    let notes = read.notes.join("\n");
    for note in listed("note") {
        if !notes.contains(&note) {
            differences.push(format!("no note «{note}» in {:?}", read.notes));
        }
    }
    let sources = read.sources.join("\n");
    for source in listed("source") {
        if !sources.contains(&source) {
            differences.push(format!("no source «{source}» in {:?}", read.sources));
        }
    }
    differences
}

fn item_line(item: &crate::ReadItem) -> String {
    let kind = match item.kind {
        ReadKind::Utvikling => "utvikling",
        ReadKind::Drift => "drift",
        ReadKind::Pause => "pause",
    };
    let minutes = item.minutes.map_or("-".to_owned(), |it| it.to_string());
    let presenter = item.presenter.as_deref().unwrap_or("-");
    format!("{kind} | {minutes} | {presenter} | {}", item.text.replace('\n', " / "))
}

/// Every word of the text that is nowhere in the reading.
fn lost(text: &str, read: &Read) -> Vec<String> {
    let kept = serde_json::to_value(read).unwrap();
    let kept = strings_in(&kept).join("\n");
    text.split_whitespace().filter(|it| !kept.contains(*it)).map(str::to_owned).collect()
}

fn strings_in(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(values) => values.iter().flat_map(strings_in).collect(),
        serde_json::Value::Object(fields) => fields.values().flat_map(strings_in).collect(),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {
            vec![]
        }
    }
}

#[test]
fn no_word_of_a_calendar_file_is_lost() {
    for (name, bytes, _) in SAMPLES.iter().filter(|it| it.0.ends_with("ics")) {
        let text = String::from_utf8(calendar::unfolded(bytes)).unwrap();
        let read = read_bytes(bytes, Some(today())).unwrap();
        assert_eq!(lost(&text, &read), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn no_word_of_a_sample_is_lost() {
    for (name, bytes, _) in
        SAMPLES.iter().filter(|it| it.0.ends_with("txt") || it.0.ends_with("md"))
    {
        let text = std::str::from_utf8(bytes).unwrap();
        assert_eq!(
            lost(text, &read_text(text, Some(today())).unwrap()),
            Vec::<String>::new(),
            "{name}"
        );
    }
}

/// Lines made of the pieces that agendas are made of, in any order.
fn any_agenda() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Personalmøte"),
        Just("fredag"),
        Just("kl."),
        Just("12"),
        Just("14.00–16.00"),
        Just("26."),
        Just("april"),
        Just("Sted:"),
        Just("Tid:"),
        Just("Saksliste:"),
        Just("1."),
        Just("2."),
        Just("-"),
        Just("•"),
        Just("a)"),
        Just("v/"),
        Just("Kari"),
        Just("(10"),
        Just("min)"),
        Just("Pause"),
        Just("Vedlegg:"),
        Just("plan.pdf"),
        Just("|"),
        Just("\t"),
        Just("#"),
        Just("**Viktig**"),
        Just(">"),
        Just("Rektor"),
        Just("hva"),
        Just("lykkes"),
        Just("vi"),
        Just("med?"),
        Just("og"),
        Just(","),
        Just("3/11"),
        Just("Sak"),
        Just("14/26"),
        Just("Ansvar:"),
        Just("(Silje)"),
        Just("9.00"),
        Just("ved"),
        Just("uke"),
        Just("45"),
        Just("  "),
        Just("Emne:"),
        Just("Tema:"),
        Just("|---|---|"),
        Just("½"),
        Just("time"),
    ];
    let line = prop::collection::vec(piece, 0..9).prop_map(|it| it.join(" "));
    prop::collection::vec(line, 0..14).prop_map(|it| it.join("\n"))
}

proptest! {
    #[test]
    fn no_word_of_any_agenda_is_lost(text in any_agenda()) {
        prop_assert_eq!(lost(&text, &read_text(&text, Some(today())).unwrap()), Vec::<String>::new());
    }

    #[test]
    fn no_word_of_any_text_is_lost(text in "[^\\x00-\\x08\\x0e-\\x1f]{0,200}") {
        prop_assert_eq!(lost(&text, &read_text(&text, None).unwrap()), Vec::<String>::new());
    }
}
