mod play;

use std::collections::{BTreeMap, BTreeSet};

use kernel::lang::Lang;
use kernel::seating::Seating;
use kernel::step::{Capture, Field, Kind, Mode, Step, TurnOrder};
use kernel::time::{Minutes, Seconds};
use kernel::tool::{RoomSize, Tool};
use texts::{Texts, source};

use self::play::{Play, scenarios_in};
use crate::{ALL, named};

// Names

#[test]
fn a_tool_is_found_by_its_name() {
    for tool in ALL {
        assert_eq!(named(tool.name).map(|found| found.name), Some(tool.name));
    }
    assert!(named("karaoke").is_none());
}

#[test]
fn no_two_tools_share_a_name() {
    let names: BTreeSet<&str> = ALL.iter().map(|tool| tool.name).collect();
    assert_eq!(names.len(), ALL.len());
}

// Minutes

#[test]
fn igp_with_five_groups_takes_34_minutes() {
    assert_eq!(wanted("igp", &room(25)), Minutes(34));
    assert_eq!(total("igp", &room(25), 34), Seconds(34 * 60));
}

#[test]
fn twenty_minutes_hold_two_dates_and_three_when_all_are_prepared() {
    assert_eq!(dates(&room(20), 20), 2);
    assert_eq!(total("speed-date", &room(20), 20), Seconds(16 * 60));
    assert_eq!(dates(&prepared(20), 20), 3);
    assert_eq!(total("speed-date", &prepared(20), 20), Seconds(19 * 60));
}

#[test]
fn there_is_always_time_for_one_date() {
    assert_eq!(dates(&room(20), 1), 1);
}

#[test]
fn only_the_last_date_looks_for_what_is_common() {
    let steps = steps("speed-date", &room(20), 20);
    let found =
        steps.iter().filter(|step| step.name == "date").map(|step| !step.captures.is_empty());
    assert_eq!(found.collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_cafe_has_three_rounds_and_never_more_than_there_are_tables() {
    assert_eq!(wanted("dialogue-cafe", &room(16)), Minutes(63));
    assert_eq!(total("dialogue-cafe", &room(16), 63), Seconds(63 * 60));
    let rounds = |people, minutes| {
        let steps = steps("dialogue-cafe", &room(people), minutes);
        steps.iter().filter(|step| step.name == "talk").count()
    };
    assert_eq!([rounds(16, 63), rounds(16, 62), rounds(16, 30)], [3, 2, 2]);
    assert_eq!([rounds(12, 200), rounds(16, 200), rounds(4, 200)], [3, 4, 1]);
}

#[test]
fn a_cafe_always_ends_with_what_speaks_against() {
    for people in [12, 16, 60] {
        let steps = steps("dialogue-cafe", &room(people), 40);
        let names: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
        assert_eq!(names[names.len() - 3..], ["challenge", "choose", "summary"]);
        let tables = steps.iter().filter(|step| step.mode == Mode::Group);
        assert!(tables.clone().all(|step| step.seating == Seating::Cafe));
        let rounds = tables.filter(|step| step.round.is_some());
        assert!(rounds.clone().count() > 1);
        assert!(rounds.into_iter().all(|step| step.captures == [Capture::TableText]));
    }
}

#[test]
fn trio_negotiation_with_six_trios_takes_24_minutes() {
    assert_eq!(wanted("trio", &room(18)), Minutes(24));
    assert_eq!(total("trio", &room(18), 24), Seconds(24 * 60));
}

#[test]
fn more_than_six_trios_make_a_gallery_of_six_minutes() {
    let steps = steps("trio", &room(21), 30);
    let last = steps.last().unwrap();
    assert_eq!((last.name.as_str(), last.seconds), ("gallery", Seconds(6 * 60)));
    assert!(last.turns.is_none());
    assert_eq!(wanted("trio", &room(90)), Minutes(24));
}

#[test]
fn fixed_totals_are_those_of_the_catalogue() {
    let totals = [
        ("prep-work", 34),
        ("article-exchange", 27),
        ("listening-order", 25),
        ("practice-story", 24),
        ("peer-supervision", 35),
        ("closing", 10),
    ];
    for (name, minutes) in totals {
        assert_eq!(wanted(name, &room(20)), Minutes(minutes), "{name}");
        assert_eq!(total(name, &room(20), minutes), Seconds(minutes * 60), "{name}");
    }
}

#[test]
fn artifact_talk_for_five_takes_about_16_minutes() {
    assert_eq!(total("artifact-talk", &room(25), 17), Seconds(16 * 60 + 15));
    assert_eq!(wanted("artifact-talk", &room(25)), Minutes(17));
}

#[test]
fn three_groups_report_for_five_minutes_each_and_more_share_the_time() {
    assert_eq!(report_turn(&room(15), 25), Seconds(300));
    assert_eq!(report_turn(&room(20), 22), Seconds(180));
    assert_eq!(report_turn(&room(20), 14), Seconds(60));
    assert_eq!(wanted("plenary", &room(15)), Minutes(25));
    assert_eq!(wanted("plenary", &room(40)), Minutes(25));
}

#[test]
fn the_input_of_a_listening_order_gives_way_before_the_return_to_it() {
    let input = |minutes| step("listening-order", &room(20), minutes, "input").seconds;
    let write = |minutes| step("listening-order", &room(20), minutes, "write").seconds;
    assert_eq!((input(18), write(18)), (Seconds(8 * 60), Seconds(2 * 60)));
    assert_eq!((input(60), write(60)), (Seconds(15 * 60), Seconds(2 * 60)));
}

#[test]
fn a_turn_shrinks_with_its_step() {
    let round = step("igp", &room(25), 17, "round");
    assert_eq!(round.seconds, Seconds(4 * 60));
    assert_eq!(round.turns.unwrap().each, Seconds(45));
}

#[test]
fn what_a_tool_wants_is_enough_for_its_steps() {
    for_every_room(|tool, room| {
        let minutes = (tool.minutes)(room);
        let sum: Seconds = (tool.steps)(room, minutes).iter().map(|step| step.seconds).sum();
        let unhurried: Seconds =
            (tool.steps)(room, Minutes(minutes.0 + 1)).iter().map(|step| step.seconds).sum();
        assert!(sum <= minutes.seconds(), "{}: {sum:?} of {minutes:?}", tool.name);
        assert!(unhurried >= sum, "{}: {room:?}", tool.name);
    });
}

#[test]
fn no_program_makes_a_tool_stumble() {
    for_every_room(|tool, room| {
        for minutes in [0, 1, 7, 600, u32::MAX] {
            assert!(!(tool.steps)(room, Minutes(minutes)).is_empty(), "{}", tool.name);
        }
    });
}

#[test]
fn turns_round_a_full_table_fit_in_their_step() {
    for_every_room(|tool, room| {
        for step in (tool.steps)(room, (tool.minutes)(room)) {
            let Some(turns) = step.turns else { continue };
            let turn = turns.each + turns.answer.unwrap_or(Seconds(0));
            let turns = match (turns.order, step.mode) {
                (TurnOrder::Tables, _) => continue,
                (TurnOrder::Members, Mode::Pair) => 2,
                (TurnOrder::Members, Mode::Trio) => 3,
                (TurnOrder::Members, _) => room.group_size,
            };
            assert!(turn.0 * turns <= step.seconds.0, "{} {}: {room:?}", tool.name, step.name);
        }
    });
}

#[test]
fn people_think_alone_before_they_talk_in_groups() {
    for tool in ["igp", "prep-work", "article-exchange", "trio"].map(|name| named(name).unwrap()) {
        let steps = (tool.steps)(&room(20), (tool.minutes)(&room(20)));
        let first = |mode| steps.iter().position(|step| step.mode == mode);
        let together = first(Mode::Group).or(first(Mode::Trio));
        assert!(first(Mode::Alone) < together, "{}", tool.name);
    }
}

// Tables

#[test]
fn an_article_is_talked_about_at_mixed_tables() {
    let steps = steps("article-exchange", &room(20), 27);
    let mut groups = steps.iter().filter(|step| step.mode == Mode::Group);
    assert!(groups.all(|step| step.seating == Seating::Mixed));
}

#[test]
fn neighbours_listened_for_different_things() {
    let neighbours = step("listening-order", &room(20), 25, "neighbours");
    assert_eq!(neighbours.seating, Seating::Neighbours);
}

#[test]
fn only_peer_supervision_stays_at_the_table() {
    let confidential = ALL.iter().filter(|tool| tool.confidential);
    assert_eq!(confidential.map(|tool| tool.name).collect::<Vec<_>>(), ["peer-supervision"]);
}

// Texts

#[test]
fn every_language_has_the_same_keys_and_attributes() {
    for tool in ALL {
        let [nb, nn, en] = Lang::ALL.map(|lang| keys(tool.texts_in(lang)));
        assert_eq!(nb, nn, "{}: nb and nn", tool.name);
        assert_eq!(nb, en, "{}: nb and en", tool.name);
    }
}

#[test]
fn every_step_a_tool_can_produce_has_its_texts() {
    for_every_room(|tool, room| {
        let present = keys(tool.texts_in(Lang::Nb));
        for key in keys_of(tool, room) {
            assert!(present.contains(&key), "{}: {key} is missing in nb.ftl", tool.name);
        }
    });
}

#[test]
fn a_label_counts_when_there_is_more_than_one_line_of_it() {
    for_every_room(|tool, room| {
        let languages = Lang::ALL.map(|lang| texts(tool.texts_in(lang)));
        for step in (tool.steps)(room, (tool.minutes)(room)) {
            for field in step.captures.iter().flat_map(fields_of) {
                let key = format!("{}-{}-{}", tool.name, step.name, field.kind.key());
                for texts in &languages {
                    let counts = texts[&key].contains("{ $n }");
                    assert_eq!(counts, field.count > 1, "{key}: {}", texts[&key]);
                }
            }
        }
    });
}

#[test]
fn no_text_is_without_a_use() {
    let mut used: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for_every_room(|tool, room| used.entry(tool.name).or_default().extend(keys_of(tool, room)));
    for tool in ALL {
        for key in keys(tool.texts_in(Lang::Nb)) {
            // Read aloud after the script when the last round of a step begins.
            let key = key.replace(".script-last", ".script");
            assert!(used[tool.name].contains(&key), "{}: {key} has no use", tool.name);
        }
    }
}

#[test]
fn a_sentence_on_a_phone_has_at_most_twelve_words() {
    for tool in ALL {
        for lang in Lang::ALL {
            let texts = texts(tool.texts_in(lang));
            for step in all_step_names(tool) {
                let sentence = &texts[&format!("{}-{step}", tool.name)];
                let words = sentence.split_whitespace().filter(|word| *word != "–").count();
                assert!(words <= 12, "{} {}: {sentence}", tool.name, lang.tag());
                assert!(sentence.ends_with(['.', '?']), "{} {}: {sentence}", tool.name, lang.tag());
            }
        }
    }
}

#[test]
fn texts_are_written_in_plain_words() {
    let nb = ["vennligst", "ugyldig", "feil", "gruppen", "hånden", "tiden", "tavlen", "siden"];
    let nn = [
        "ikke",
        "hva",
        "hvem",
        "hvordan",
        "hvorfor",
        "hvor",
        "jeg",
        "dere",
        "deres",
        "noe",
        "noen",
        "fra",
        "bare",
        "ennå",
        "nå",
        "velg",
        "flere",
        "mer",
        "sammen",
        "hverandre",
        "en",
        "et",
        "gjør",
        "eller annet",
        "uenig",
        "uenige",
        "enige",
        "videre",
        "hver",
        "hvert",
        "skole",
        "vennligst",
        "ugyldig",
        "feil",
    ];
    for tool in ALL {
        for (lang, banned) in
            [(Lang::Nb, &nb[..]), (Lang::Nn, &nn[..]), (Lang::En, &["please"][..])]
        {
            assert!(!tool.texts_in(lang).contains('!'), "{} {}: !", tool.name, lang.tag());
            for (key, text) in texts(tool.texts_in(lang)) {
                let text = text.to_lowercase();
                let mut words = text.split(|sign: char| !sign.is_alphabetic());
                let found = words.find(|word| banned.contains(word));
                assert_eq!(found, None, "{key} in {}: {text}", lang.tag());
            }
        }
    }
}

// Scenarios

#[test]
fn scenarios() {
    for tool in ALL {
        let scenarios = scenarios_in(tool.scenarios);
        assert!((1..=4).contains(&scenarios.len()), "{}: 1 to 4 scenarios", tool.name);
        for (title, script) in scenarios {
            let mut play = Play::default();
            for line in script.lines() {
                play.line(line)
                    .unwrap_or_else(|why| panic!("{}: {title}\n  {line}\n  {why}", tool.name));
            }
            assert_eq!(play.tool, Some(tool.name), "{title}: the item is another tool's");
        }
    }
}

// Helpers

/// Lays out a room by the group algorithm: groups of at most five, and trios of which one or two
/// may have four.
fn room(people: u32) -> RoomSize {
    let groups = people.div_ceil(5).max(1);
    let trios = if people % 3 == 2 && people < 8 { people.div_ceil(3) } else { people / 3 };
    RoomSize {
        people,
        groups,
        trios: trios.max(1),
        group_size: people.div_ceil(groups),
        orders: 3,
        prepared: false,
    }
}

fn prepared(people: u32) -> RoomSize {
    RoomSize { prepared: true, ..room(people) }
}

fn for_every_room(mut check: impl FnMut(&Tool, &RoomSize)) {
    for tool in ALL {
        for people in [1, 2, 4, 5, 8, 11, 17, 25, 60, 200] {
            check(tool, &room(people));
            check(tool, &prepared(people));
        }
    }
}

fn steps(name: &str, room: &RoomSize, minutes: u32) -> Vec<Step> {
    (named(name).unwrap().steps)(room, Minutes(minutes))
}

fn step(name: &str, room: &RoomSize, minutes: u32, step: &str) -> Step {
    steps(name, room, minutes).into_iter().find(|found| found.name == step).unwrap()
}

fn total(name: &str, room: &RoomSize, minutes: u32) -> Seconds {
    steps(name, room, minutes).iter().map(|step| step.seconds).sum()
}

fn wanted(name: &str, room: &RoomSize) -> Minutes {
    (named(name).unwrap().minutes)(room)
}

fn dates(room: &RoomSize, minutes: u32) -> usize {
    steps("speed-date", room, minutes).iter().filter(|step| step.name == "date").count()
}

fn report_turn(room: &RoomSize, minutes: u32) -> Seconds {
    step("plenary", room, minutes, "report").turns.unwrap().each
}

/// Returns the lines that a capture makes people write.
fn fields_of(capture: &Capture) -> Vec<Field> {
    match capture {
        Capture::Notes(fields) | Capture::Found(fields) => fields.clone(),
        Capture::Carry => vec![Field::new(Kind::Carried, 1)],
        Capture::Pick { exactly } => vec![Field::new(Kind::Picked, *exactly)],
        Capture::Points { most } => {
            vec![Field::new(Kind::Point, *most), Field::new(Kind::Disagreement, 1)]
        }
        Capture::TableText => vec![Field::new(Kind::TableText, 1)],
        Capture::Choice | Capture::Commitments => vec![],
    }
}

fn all_step_names(tool: &Tool) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for people in [5, 60] {
        let steps = (tool.steps)(&room(people), Minutes(60));
        names.extend(steps.into_iter().map(|step| step.name));
    }
    names
}

/// Returns every key that the steps for a room need.
fn keys_of(tool: &Tool, room: &RoomSize) -> BTreeSet<String> {
    let tool_key = tool.name;
    let mut wanted = BTreeSet::from([tool_key.to_owned()]);
    wanted.extend(["purpose", "when", "result"].map(|name| format!("{tool_key}.{name}")));
    let reasons = tool.purposes.iter().map(|(purpose, _)| purpose.reason());
    wanted.extend(reasons.map(|name| format!("{tool_key}.{name}")));
    for step in (tool.steps)(room, (tool.minutes)(room)) {
        let key = format!("{tool_key}-{}", step.name);
        wanted.extend(["title", "script", "paper"].map(|name| format!("{key}.{name}")));
        for field in step.captures.iter().flat_map(fields_of) {
            wanted.insert(format!("{key}-{}", field.kind.key()));
        }
        wanted.insert(key);
    }
    wanted
}

fn keys(file: &'static str) -> BTreeSet<String> {
    texts(file).into_keys().collect()
}

/// Returns the texts of a file by `key` and `key.attribute`. Nothing in it may be empty or
/// unreadable, or stand there twice.
fn texts(file: &'static str) -> BTreeMap<String, String> {
    if let Err(unreadable) = Texts::new([[file; 3]]) {
        panic!("{unreadable}");
    }
    let mut texts = BTreeMap::new();
    for message in source::messages(file) {
        let key = &message.key;
        let attributes =
            message.attributes.iter().map(|(name, text)| (format!("{key}.{name}"), text));
        for (key, text) in attributes.chain([(key.clone(), &message.text)]) {
            assert!(!text.is_empty(), "{key} is empty");
            assert!(texts.insert(key.clone(), text.clone()).is_none(), "{key} is there twice");
        }
    }
    texts
}
