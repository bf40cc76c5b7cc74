//! Histories with a known bug each, so that the checker itself is known to work.

use kernel::ids::{ItemNo, Place};
use kernel::seating::Seating;
use kernel::step::Kind;
use serde_json::json;

use super::findings;
use crate::history::{
    Committed, Delivery, End, FieldKey, History, Outcome, OwnCards, Owner, Promise, Read, Stream,
    Tables, Thread, Viewer, Write,
};

const NOTE: &str = "Vi lytter §000000000001";
const POINT: &str = "Vi begynner med § 4 §000000000002";

#[test]
fn a_sound_history_has_no_findings() {
    assert_eq!(findings(&sound()), Vec::<String>::new());
}

#[test]
fn a_text_acknowledged_before_it_was_stored_is_missed() {
    let mut history = sound();
    history.reads[0].id = None;
    history.reads[0].text.clear();
    history.own_cards[0].texts.clear();
    history.end.contributions = 1;
    caught(&history, "lost: ");
}

#[test]
fn an_older_version_that_wins_by_its_clock_is_seen() {
    let mut history = sound();
    let mut newer = history.writes[0].clone();
    newer.text = "Vi lytter mer §000000000003".to_owned();
    newer.base = 1;
    (newer.sent_at, newer.answered_at) = (7, 8);
    history.writes.push(newer);
    caught(&history, "lost: ");
}

#[test]
fn a_resent_text_that_became_two_is_counted() {
    let mut history = sound();
    history.end.contributions = 3;
    history.own_cards[0].texts.push(NOTE.to_owned());
    caught(&history, "count: ");
    caught(&history, "own notes: ");
}

#[test]
fn a_resent_text_that_met_itself_is_seen() {
    let mut history = sound();
    history.writes[1].outcome = Outcome::Changed { theirs: POINT.to_owned() };
    caught(&history, "doubled: ");
}

#[test]
fn two_who_overwrote_each_other_are_seen() {
    let mut history = sound();
    let mut other = history.writes[1].clone();
    other.text = "Noe annet §000000000004".to_owned();
    history.writes.push(other);
    caught(&history, "overwritten: ");
}

#[test]
fn a_stream_taken_up_at_the_wrong_place_is_seen() {
    let mut history = sound();
    history.streams[0].ids = vec![3, 5, 4, 9];
    caught(&history, "stream: ");
    history.streams[0].ids = vec![3, 5];
    caught(&history, "stream: ");
}

#[test]
fn a_private_note_on_the_wall_is_seen() {
    let mut history = sound();
    history.sights.insert(("§000000000001".to_owned(), Viewer::Wall), 5);
    caught(&history, "private: ");
}

#[test]
fn a_note_its_author_took_along_may_be_seen_afterwards_and_not_before() {
    let mut history = sound();
    let mut carried = history.writes[0].clone();
    carried.field.kind = Kind::Carried;
    carried.is_private = false;
    (carried.sent_at, carried.answered_at) = (5, 6);
    carried.outcome = Outcome::Acked { seq: 5 };
    history.writes.push(carried);
    history.end.contributions = 3;
    history.sights.insert(("§000000000001".to_owned(), Viewer::Seat(2)), 9);
    assert_eq!(findings(&history), Vec::<String>::new());
    history.sights.insert(("§000000000001".to_owned(), Viewer::Seat(2)), 4);
    caught(&history, "private: ");
}

#[test]
fn a_point_that_lost_what_it_grew_from_is_seen() {
    let mut history = sound();
    history.end.threads[0].grew_from.clear();
    caught(&history, "lineage: ");
    history.end.threads.clear();
    caught(&history, "lineage: ");
}

#[test]
fn a_ghost_is_seen() {
    let mut history = sound();
    history.end.threads[0].grew_from[0].text = Some("Ingen skrev dette".to_owned());
    caught(&history, "ghost: ");
}

#[test]
fn a_table_of_two_and_a_seat_without_a_table_are_seen() {
    let mut history = sound();
    history.tables[0].tables = vec![vec![1, 2, 3, 4], vec![5, 6]];
    caught(&history, "tables: ");
}

#[test]
fn a_screen_that_did_not_keep_up_is_seen() {
    let mut history = sound();
    history.end.rooms[1].1["phase"] = json!("running");
    caught(&history, "screens: ");
}

#[test]
fn a_promise_made_twice_and_a_restart_that_forgot_are_seen() {
    let mut history = sound();
    let again = Committed { number: 2, ..history.end.commitments[0].clone() };
    history.end.commitments.push(again);
    caught(&history, "commitment: ");
    history.end.seq_after_restart = 8;
    caught(&history, "restart: ");
}

#[test]
fn a_refusal_on_the_wall_is_seen() {
    let mut history = sound();
    history.end.rooms[0].1["commitments"] = json!([]);
    caught(&history, "commitment: seat 1 sees");
    let mut history = sound();
    let refused = json!({ "number": 2, "what": "Lese", "owner": 3, "accepted": false });
    history.end.commitments.push(serde_json::from_value(refused.clone()).unwrap());
    history.promises.push(Promise { what: "Lese".to_owned(), owner: 3, by: 1 });
    history.answers.insert(2, false);
    assert_eq!(findings(&history), Vec::<String>::new());
    let shown = history.end.rooms[1].1["commitments"].as_array_mut().unwrap();
    shown.push(refused);
    caught(&history, "commitment: wall sees");
}

fn caught(history: &History, wanted: &str) {
    let found = findings(history);
    assert!(found.iter().any(|it| it.starts_with(wanted)), "no `{wanted}` among {found:?}");
}

fn sound() -> History {
    let note = FieldKey { owner: Owner::Seat(1), place: at(0), kind: Kind::Note, slot: 0 };
    let point = FieldKey { owner: Owner::Table(1), place: at(1), kind: Kind::Point, slot: 0 };
    let taken = json!([{ "number": 1, "what": "Prøve", "owner": 2, "accepted": true }]);
    let wall = json!({ "phase": "ended", "here": 8, "title": "Møte", "commitments": taken });
    History {
        writes: vec![write(note, NOTE, vec![], 1), write(point, POINT, vec![1], 3)],
        reads: vec![read(note, 1, NOTE, vec![]), read(point, 2, POINT, vec![1])],
        own_cards: vec![OwnCards { seat: 1, at: 10, texts: vec![NOTE.to_owned()] }],
        sights: [(("§000000000001".to_owned(), Viewer::Seat(1)), 4)].into(),
        tables: vec![Tables {
            place: at(1),
            seating: Seating::Groups,
            tables: vec![vec![1, 2, 3, 4], vec![5, 6, 7, 8]],
            present: (1..=8).collect(),
            is_disturbed: false,
        }],
        deliveries: vec![Delivery { place: at(1), table: 1, points: vec![(2, POINT.to_owned())] }],
        promises: vec![Promise { what: "Prøve".to_owned(), owner: 2, by: 1 }],
        answers: [(1, true)].into(),
        streams: vec![Stream { who: "seat 1".to_owned(), ids: vec![3, 5, 5, 9], reconnects: 1 }],
        oddities: vec![],
        end: End {
            ended_seq: 9,
            seq: 9,
            seq_after_restart: 9,
            rooms: vec![("seat 1".to_owned(), wall.clone()), ("wall".to_owned(), wall.clone())],
            walls: vec![wall.clone(), wall.clone()],
            walls_after_restart: vec![wall],
            threads: vec![Thread {
                id: 2,
                text: Some(POINT.to_owned()),
                grew_from: vec![Thread { id: 1, text: None, grew_from: vec![] }],
            }],
            contributions: 2,
            commitments: vec![Committed {
                number: 1,
                what: "Prøve".to_owned(),
                owner: 2,
                accepted: Some(true),
            }],
            ..End::default()
        },
    }
}

fn at(step: usize) -> Place {
    Place { item: ItemNo(0), step }
}

fn write(field: FieldKey, text: &str, parents: Vec<u32>, sent_at: u64) -> Write {
    Write {
        op: format!("{sent_at:032x}"),
        by: 1,
        field,
        text: text.to_owned(),
        parents,
        base: 0,
        is_private: field.kind == Kind::Note,
        is_late: false,
        sent_at,
        answered_at: sent_at + 1,
        outcome: Outcome::Acked { seq: i64::try_from(sent_at).unwrap() },
    }
}

fn read(field: FieldKey, id: u32, text: &str, parents: Vec<u32>) -> Read {
    let text = text.to_owned();
    Read { viewer: 1, at: 10, field, id: Some(id), text, version: 1, parents }
}
