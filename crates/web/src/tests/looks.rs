//! What holds for every page: one heading, whole labels, unique ids, no gap in the words.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::routes::ROUTES;

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let needle = format!(" {attribute}=\"");
    html.split(needle.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn for_every_page(check: impl Fn(&str, &str)) {
    for lang in Lang::ALL {
        for (name, html) in every_page(lang) {
            check(&format!("{name} in {}", lang.tag()), &html);
        }
    }
}

#[test]
fn each_page_has_one_main_heading_and_says_its_language() {
    for lang in Lang::ALL {
        for (name, html) in every_page(lang) {
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
            assert_eq!(html.matches("<main").count(), 1, "{name}");
            assert!(html.contains(&format!("<html lang=\"{}\"", lang.tag())), "{name}");
        }
    }
}

#[test]
fn headings_never_skip_a_level() {
    for_every_page(|name, html| {
        let mut before = '1';
        for rest in html.split("<h").skip(1) {
            let Some(level) = rest.chars().next().filter(char::is_ascii_digit) else { continue };
            assert!(u32::from(level) <= u32::from(before) + 1, "{name}: h{before} to h{level}");
            before = level;
        }
    });
}

#[test]
fn ids_are_unique_and_every_reference_finds_its_id() {
    for_every_page(|name, html| {
        let ids = values(html, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: an id stands twice in {ids:?}");
        for attribute in ["for", "aria-describedby", "aria-labelledby", "commandfor"] {
            for id in values(html, attribute).iter().flat_map(|ids| ids.split(' ')) {
                assert!(unique.contains(id), "{name}: {attribute} names {id}");
            }
        }
    });
}

#[test]
fn every_field_has_a_label() {
    for_every_page(|name, html| {
        let labelled: BTreeSet<&str> = values(html, "for").into_iter().collect();
        for tag in ["<input", "<select", "<textarea"] {
            for rest in html.split(tag).skip(1) {
                let field = rest.split('>').next().unwrap();
                if field.contains("type=\"hidden\"") {
                    continue;
                }
                let id = values(field, "id");
                assert!(id.iter().any(|id| labelled.contains(id)), "{name}: {tag}{field}");
            }
        }
    });
}

#[test]
fn every_form_posts_and_has_an_id_and_a_button() {
    for_every_page(|name, html| {
        for rest in html.split("<form").skip(1) {
            let form = rest.split("</form>").next().unwrap();
            let opening = form.split('>').next().unwrap();
            assert!(form.contains("<button"), "{name}: {opening}");
            if !opening.contains("method=\"dialog\"") {
                assert!(opening.contains("method=\"post\""), "{name}: {opening}");
                assert!(opening.contains(" id=\""), "{name}: {opening}");
            }
        }
    });
}

fn is_route(method: &str, address: &str) -> bool {
    let path: Vec<&str> = address.split(['?', '#']).next().unwrap().split('/').collect();
    ROUTES.iter().any(|route| {
        let own: Vec<&str> = route.path.split('/').collect();
        let fits = |(own, part): (&&str, &&str)| own.starts_with('{') || own == part;
        route.method == method && own.len() == path.len() && own.iter().zip(&path).all(fits)
    })
}

#[test]
fn every_form_is_sent_to_a_route_and_every_link_leads_to_one() {
    for_every_page(|name, html| {
        for (attribute, method) in [("action", "POST"), ("formaction", "POST"), ("href", "GET")] {
            for address in values(html, attribute).iter().filter(|it| it.starts_with('/')) {
                assert!(is_route(method, address), "{name}: no route is {method} {address}");
            }
        }
    });
}

/// The sources of a folder, one after another.
fn sources(folder: &Path) -> String {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let text = |path: PathBuf| {
        if path.is_dir() { sources(&path) } else { fs::read_to_string(path).unwrap_or_default() }
    };
    paths.map(text).collect()
}

#[test]
fn every_page_there_is_is_one_of_those_looked_at() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let looked_at =
        fs::read_to_string(src.join("tests.rs")).unwrap() + &sources(&src.join("tests"));
    for floor in ["shell", "door", "live", "before"] {
        let sources = sources(&src.join(floor));
        let names = sources.split("\npub fn ").skip(1).filter_map(|rest| rest.split('(').next());
        for page in names.filter(|name| name.ends_with("page")) {
            assert!(looked_at.contains(page), "{page} is not among the pages in src/tests");
        }
    }
}

#[test]
fn no_word_on_any_page_is_a_bare_key() {
    let is_key = |text: &str| {
        text.contains('-') && text.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'-')
    };
    for_every_page(|name, html| {
        let seen = html.split('>').skip(1).filter_map(|rest| rest.split('<').next());
        for text in seen.chain(values(html, "aria-label")) {
            assert!(!is_key(text.trim()), "{name} shows «{text}»");
        }
    });
}

#[test]
fn what_people_write_is_never_markup() {
    for_every_page(|name, html| {
        assert!(!html.contains("<script>"), "{name}");
        assert!(!html.contains("\" onload"), "{name}");
        assert!(!html.contains("<b>godt</b>"), "{name}");
    });
}

#[test]
fn no_page_needs_a_style_or_a_script_of_its_own() {
    for_every_page(|name, html| {
        assert!(!html.contains(" style=\"") && !html.contains("<style"), "{name}");
        assert!(!html.contains(" onclick="), "{name}");
        assert_eq!(
            html.matches("<script").count(),
            html.matches("src=\"/assets/").count(),
            "{name}"
        );
    });
}

#[test]
fn the_phone_says_one_sentence_and_where_to_go_in_each_language() {
    let says = [
        (Lang::Nb, "Bli enige om ett til tre punkter.", "Gå til bord", "Rekk opp"),
        (Lang::Nn, "Bli samde om", "Gå til bord", "Rekk opp"),
        (Lang::En, "Agree on", "Go to table", "Raise hand"),
    ];
    for (lang, sentence, place, hand) in says {
        let screen = PhoneScreen { hand: None, ..phone(every_form()) };
        let html = phone_html(lang, &screen);
        for text in [sentence, place, hand] {
            assert!(html.contains(text), "{}: {text}", lang.tag());
        }
    }
}

#[test]
fn a_field_follows_the_contract_of_the_client() {
    let html = phone_html(Lang::Nb, &phone(every_form()));
    for part in [
        "data-round=\"0-1\"",
        "data-scope=\"7-seat1\"",
        "src=\"/meetings/7/live?as=seat&amp;seat=1\" data-seq=\"12\"",
        "action=\"/meetings/7/texts?seat=1\" data-outbox",
        "id=\"t-0-1-note-0\" name=\"text\"",
        "data-field-key=\"t-0-1-note-0\" data-version=\"3\"",
        "aria-describedby=\"t-0-1-note-0-who t-0-1-note-0-status t-0-1-note-0-hint\"",
        "Bare du ser dette, til du tar det med deg videre.",
        "data-ends=\"1808737658000\" data-total=\"240000\"",
        "data-state=\"running\"",
        "data-saved=\"Lagret {time}\"",
        "data-clock-text>2:38",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn the_console_moves_the_meeting_from_where_it_is() {
    let html = with_frame(Lang::Nb, |f| console_page(f, &console()));
    for part in [
        "Dere ligger 3 minutter etter planen",
        "Neste minutt tas fra «Økt 1».",
        "name=\"from_item\" value=\"0\"",
        "name=\"to\" value=\"next\"",
        "data-key=\"PageDown ArrowRight Space\"",
        "13.20",
        "action=\"/meetings/7/claims/3\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn every_refusal_says_what_happened_and_what_to_do() {
    use meeting::refusal::Refusal as R;
    let all = [
        R::LeaderOnly,
        R::SeatOnly,
        R::NotOpen,
        R::NotStarted,
        R::Over,
        R::DoorLocked,
        R::RoomFull,
        R::PutOut,
        R::TooManyClaims,
        R::NameMissing,
        R::NoSuchSeat,
        R::NoSuchTable,
        R::NoSuchText,
        R::NotYours,
        R::NothingToWrite,
        R::EmptyText,
        R::TextTooLong,
        R::TooMany,
        R::Changed { theirs: String::new(), version: 1 },
        R::NotAllStand,
        R::NothingToDeliver,
        R::NoRoleToPass,
        R::NotDeputy,
        R::LeaderIsHere,
        R::NothingToSkip,
        R::NothingToMove,
        R::FieldTaken,
        R::NotAskedNow,
        R::TooFewPeople,
        R::DateUnreadable,
    ];
    let texts = words::load().unwrap();
    for lang in Lang::ALL {
        for refusal in &all {
            let key = format!("refusal-{}", refusal.key());
            for attribute in ["title", "text"] {
                assert!(texts.find(lang, &key, Some(attribute), &[]).is_some(), "{key}");
            }
        }
    }
    let html = with_frame(Lang::Nb, |f| refusal_page(f, &R::TextTooLong, "Det jeg skrev"));
    assert!(html.contains("readonly>Det jeg skrev</textarea>"));
}

#[test]
fn a_change_of_place_says_where_whom_what_and_when_in_that_order() {
    let html = phone_html(Lang::Nb, &changing(Some(3)));
    let order = [
        "Bytt plass",
        "Gå til bord",
        "aria-label=\"Kart over bordene: du går fra bord 3 til bord 5.\"",
        "Der møter du",
        "Dette tar du med deg",
        "Så har dere 4 minutter.",
        "Vi er klare",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|text| html.find(text)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?}");
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(html.matches("Vi tør å prøve").count(), 1, "what I bring stands once");
    assert_eq!(html.matches("class=\"arr\"").count(), 2);
    let first = phone_html(Lang::Nb, &changing(None));
    assert!(first.contains("Kart over bordene: du går til bord 5."));
    assert!(!first.contains("class=\"arr\""));
}

#[test]
fn what_was_shared_can_be_taken_back_and_brought_again() {
    let html = phone_html(Lang::Nb, &phone(vec![]));
    for part in [
        "action=\"/meetings/7/texts/61/withdrawal?seat=1\"",
        "action=\"/meetings/7/texts/62/restoration?seat=1\"",
        "Trekk tilbake",
        "trukket tilbake, bare du ser det",
        "Angre",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn an_idea_is_borrowed_from_a_table_and_given_back() {
    let html = phone_html(Lang::Nb, &phone(vec![]));
    for part in [
        "id=\"borrow-71\" method=\"post\" action=\"/meetings/7/loans?seat=1\"",
        "name=\"of\" value=\"71\"",
        "id=\"borrow-72\" method=\"post\" action=\"/meetings/7/texts/73/withdrawal?seat=1\"",
        "lånt fra bord 2",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

#[test]
fn a_short_note_is_asked_for_an_example_and_not_stopped() {
    let html = phone_html(Lang::Nn, &phone(every_form()));
    assert!(html.contains("Kan du gi eit døme?"));
    assert!(!html.contains(" required"));
    assert!(!html.contains("minlength"));
}

#[test]
fn a_coming_item_can_be_moved_and_moved_back() {
    let html = with_frame(Lang::Nb, |f| console_page(f, &console()));
    for part in [
        "id=\"earlier-1\" method=\"post\" action=\"/meetings/7/items/1/move\"",
        "name=\"before\" value=\"0\"",
        "id=\"undo-move\"",
        "er flyttet.",
    ] {
        assert!(html.contains(part), "{part}");
    }
}
