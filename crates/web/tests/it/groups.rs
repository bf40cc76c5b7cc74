//! Groups set up before a meeting, and what the meeting makes of them.

use std::collections::BTreeSet;

use plan::document::{Item, Plan};
use reqwest::StatusCode;
use serde_json::{Value, json};
use web::before::meetings::Made;

use crate::helpers::{Server, read};

/// «Person 1» to «Person 12» in three teams, the first with a leader.
fn list(people: u32) -> String {
    let line = |number: u32| {
        let work = if number == 1 { "leder" } else { "lærer" };
        format!("Person {number}; Team {}; {work}\n", number % 3)
    };
    (1..=people).map(line).collect()
}

async fn groups(server: &Server, made: &Made) -> Value {
    let path = format!("/meetings/{}/groups", made.meeting);
    let request = server.get(&made.leader, &path).header("accept", "application/json");
    read(request.send().await.unwrap()).await
}

async fn post(server: &Server, made: &Made, path: &str, body: Value) -> (StatusCode, Value) {
    let path = format!("/meetings/{}/{path}", made.meeting);
    let answer = server.post(&made.leader, &path, &body).await;
    (answer.status(), read(answer).await)
}

/// Deletes who has met, as the organiser.
async fn forget(server: &Server, made: &Made) {
    let path = format!("/meetings/{}/encounters/removal", made.meeting);
    let answer = server.post(&server.organiser().await, &path, &json!({})).await;
    assert_eq!(answer.status(), StatusCode::OK);
}

async fn set_up(server: &Server, people: u32) -> Made {
    let made = server.meeting().await;
    let listed = json!({ "version": 0, "people": list(people) });
    assert_eq!(post(server, &made, "expected", listed).await.0, StatusCode::OK);
    let rules = json!({ "version": 1, "mix_units": true, "meet_new": true, "leaders_apart": true });
    assert_eq!(post(server, &made, "group-plan", rules).await.0, StatusCode::OK);
    made
}

/// The groups as sets of names.
async fn planned(server: &Server, made: &Made) -> Vec<BTreeSet<String>> {
    let body = groups(server, made).await;
    named(&body, &body["groups"]["tables"])
}

fn named(body: &Value, tables: &Value) -> Vec<BTreeSet<String>> {
    let people = body["people"].as_array().unwrap().clone();
    let name = |number: &Value| {
        let found = people.iter().find(|it| it["number"] == *number).unwrap();
        found["name"].as_str().unwrap().to_owned()
    };
    let tables = tables.as_array().unwrap();
    tables.iter().map(|table| table.as_array().unwrap().iter().map(name).collect()).collect()
}

async fn standing(server: &Server, made: &Made) -> Vec<BTreeSet<String>> {
    let screen = server.screen(&made.leader, made, "console").await;
    let tables = screen["screen"]["groups"].as_array().unwrap();
    let names = |table: &Value| {
        let members = table["members"].as_array().unwrap();
        members.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
    };
    tables.iter().map(names).collect()
}

async fn come(server: &Server, made: &Made, name: &str) {
    server.join(made, name).await;
}

async fn make_groups(server: &Server, made: &Made) {
    let (status, body) = post(server, made, "groups", json!({})).await;
    assert_eq!(status, StatusCode::OK, "{body}");
}

#[tokio::test]
async fn people_sit_as_planned_when_the_meeting_makes_its_groups() {
    let server = Server::start().await;
    let made = set_up(&server, 12).await;
    server.people(&made, 12).await;
    make_groups(&server, &made).await;
    assert_eq!(standing(&server, &made).await, planned(&server, &made).await);
}

#[tokio::test]
async fn a_late_comer_on_the_list_finds_the_planned_table_and_others_a_free_seat() {
    let server = Server::start().await;
    let made = set_up(&server, 12).await;
    server.people(&made, 11).await;
    make_groups(&server, &made).await;
    let before = standing(&server, &made).await;
    come(&server, &made, "Nils Uventet").await;
    come(&server, &made, "person 12").await;
    let after = standing(&server, &made).await;
    let planned = planned(&server, &made).await;
    let table = |tables: &[BTreeSet<String>], name: &str| {
        tables.iter().position(|table| table.contains(name))
    };
    assert_eq!(table(&after, "person 12"), table(&planned, "Person 12"));
    assert!(table(&after, "Nils Uventet").is_some());
    for (was, is) in before.iter().zip(&after) {
        assert!(was.is_subset(is), "{was:?} {is:?}");
    }
}

#[tokio::test]
async fn a_move_a_lock_and_an_undo_make_versions() {
    let server = Server::start().await;
    let made = set_up(&server, 12).await;
    let first = planned(&server, &made).await;
    let person = groups(&server, &made).await["groups"]["tables"][0][0].clone();
    let moved = json!({ "version": 2, "person": person, "table": 2 });
    assert_eq!(post(&server, &made, "group-plan/moves", moved).await.0, StatusCode::OK);
    assert_ne!(planned(&server, &made).await, first);
    let late = json!({ "version": 2, "person": person, "table": 3 });
    let (status, body) = post(&server, &made, "group-plan/moves", late).await;
    assert_eq!((status, &body["error"]["code"]), (StatusCode::CONFLICT, &json!("changed")));
    let undone = post(&server, &made, "group-plan/undo", json!({ "version": 3 })).await;
    assert_eq!(undone.0, StatusCode::OK, "{}", undone.1);
    assert_eq!(planned(&server, &made).await, first);
    let lock = json!({ "version": 4, "table": 1, "locked": true });
    assert_eq!(post(&server, &made, "group-plan/locks", lock).await.0, StatusCode::OK);
    let again = json!({ "version": 5, "mix_units": true });
    assert_eq!(post(&server, &made, "group-plan", again).await.0, StatusCode::OK);
    assert_eq!(planned(&server, &made).await[0], first[0]);
}

/// Two rows, of which the second is two by two.
fn with_pairs() -> Plan {
    let item = |id: &str, tool: &str| Item {
        id: id.to_owned(),
        title: id.to_owned(),
        tool: tool.to_owned(),
        minutes: 15,
        ..Item::default()
    };
    let pairs = Item { prepared: true, ..item("i2", "speed-date") };
    Plan { title: "Møte".to_owned(), items: vec![item("i1", "igp"), pairs], ..Plan::default() }
}

#[tokio::test]
async fn a_row_that_is_moved_keeps_its_own_planned_pairs() {
    let server = Server::start().await;
    let made = server.meeting_of(&with_pairs()).await;
    post(&server, &made, "expected", json!({ "version": 0, "people": list(12) })).await;
    post(&server, &made, "group-plan", json!({ "version": 1, "mix_units": true })).await;
    let body = groups(&server, &made).await;
    let rotations = body["groups"]["rotations"].as_object().unwrap();
    let planned = named(&body, &rotations.values().next().unwrap()[0]);
    let (status, moved) =
        post(&server, &made, "plan", json!({ "version": 1, "do": "up:i2" })).await;
    assert_eq!(status, StatusCode::OK, "{moved}");

    let people = server.people(&made, 12).await;
    assert_eq!(post(&server, &made, "start", json!({})).await.0, StatusCode::OK);
    let mut sat = BTreeSet::new();
    for person in people {
        let screen = server.screen(&person.token, &made, "seat").await["screen"].clone();
        let members = screen["table"]["members"].as_array().expect("a table").iter();
        let names: BTreeSet<String> =
            members.map(|it| it["name"].as_str().unwrap().to_owned()).collect();
        sat.insert(names);
    }
    assert_eq!(sat, planned.into_iter().collect());
}

#[tokio::test]
async fn a_cafe_seats_the_rounds_that_were_planned_around_the_planned_hosts() {
    let server = Server::start().await;
    let cafe = Item {
        id: "i1".to_owned(),
        title: "Kafé".to_owned(),
        tool: "dialogue-cafe".to_owned(),
        minutes: 47,
        ..Item::default()
    };
    let plan = Plan { title: "Møte".to_owned(), items: vec![cafe], ..Plan::default() };
    let made = server.meeting_of(&plan).await;
    post(&server, &made, "expected", json!({ "version": 0, "people": list(12) })).await;
    post(&server, &made, "group-plan", json!({ "version": 1, "mix_units": true })).await;
    let body = groups(&server, &made).await;
    let rounds = body["groups"]["rotations"]["i1"].as_array().unwrap();
    let hosts = named(&body, &json!([body["groups"]["hosts"]["i1"]]));
    assert_eq!((rounds.len(), hosts[0].len()), (2, 3));

    server.people(&made, 12).await;
    assert_eq!(post(&server, &made, "start", json!({})).await.0, StatusCode::OK);
    // Welcome, and then a change between the two rounds.
    for (round, steps) in [vec![0], vec![1, 2]].into_iter().enumerate() {
        for step in steps {
            let on = json!({ "from_item": 0, "from_step": step, "to": "next" });
            assert_eq!(post(&server, &made, "position", on).await.0, StatusCode::OK);
        }
        let screen = server.screen(&made.leader, &made, "console").await["screen"].clone();
        let tables = screen["tables"].as_array().unwrap().clone();
        let names = |table: &Value, role: Option<&str>| -> BTreeSet<String> {
            let members = table["members"].as_array().unwrap().iter();
            let members = members.filter(|it| role.is_none_or(|role| it["roles"] == json!([role])));
            members.map(|it| it["name"].as_str().unwrap().to_owned()).collect()
        };
        let sat: Vec<_> = tables.iter().map(|table| names(table, None)).collect();
        assert_eq!(sat, named(&body, &rounds[round]));
        let now: BTreeSet<String> =
            tables.iter().flat_map(|table| names(table, Some("cafe-host"))).collect();
        assert_eq!(now, hosts[0]);
    }
}

#[tokio::test]
async fn rules_that_clash_change_nothing_and_are_named() {
    let server = Server::start().await;
    let made = set_up(&server, 8).await;
    let first = planned(&server, &made).await;
    for (version, (one, other)) in (2..).zip([(2, 3), (3, 4)]) {
        let apart = json!({
            "version": version, "one": one, "other": other, "kind": "apart", "kept": true
        });
        assert_eq!(post(&server, &made, "group-plan/bonds", apart).await.0, StatusCode::OK);
    }
    let before = planned(&server, &made).await;
    let apart = json!({ "version": 4, "one": 2, "other": 4, "kind": "apart", "kept": true });
    let (status, body) = post(&server, &made, "group-plan/bonds", apart).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(body["error"]["code"], "rules-clash");
    let text = body["error"]["text"].as_str().unwrap();
    assert!(text.contains("8 personer ved 2 bord"), "{text}");
    assert_eq!(planned(&server, &made).await, before);
    assert_eq!(first.len(), 2);
}

#[tokio::test]
async fn only_the_one_who_plans_sees_the_groups_page_and_who_is_kept_apart() {
    let server = Server::start().await;
    let made = set_up(&server, 8).await;
    let apart = json!({ "version": 2, "one": 2, "other": 3, "kind": "apart", "kept": true });
    post(&server, &made, "group-plan/bonds", apart).await;
    let people = server.people(&made, 8).await;
    make_groups(&server, &made).await;
    let path = format!("/meetings/{}/groups", made.meeting);
    for token in [&people[0].token, &made.wall, &made.join] {
        let answer = server.get(token, &path).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }
    for (token, viewer) in [(&people[1].token, "seat"), (&made.wall, "wall")] {
        let screen = server.screen(token, &made, viewer).await.to_string();
        assert!(!screen.contains("apart"), "{screen}");
    }
}

#[tokio::test]
async fn who_met_last_time_is_remembered_and_can_be_forgotten() {
    let server = Server::start().await;
    let first = set_up(&server, 16).await;
    server.people(&first, 16).await;
    let end = async |made: &Made| {
        server.begin(made).await;
        let on = json!({ "from_item": 0, "from_step": 1, "to": "next" });
        assert_eq!(post(&server, made, "position", on).await.0, StatusCode::OK);
        assert_eq!(post(&server, made, "closure", json!({})).await.0, StatusCode::OK);
    };
    end(&first).await;
    let sat: Vec<BTreeSet<String>> = planned(&server, &first).await;
    let second = set_up(&server, 16).await;
    for table in planned(&server, &second).await {
        for before in &sat {
            assert!(table.intersection(before).count() <= 1, "{table:?} {before:?}");
        }
    }
    assert_eq!(server.org().meetings_remembered().await.unwrap(), 1);
    let rows = server.org().encounters_before(&second.meeting).await.unwrap();
    assert_eq!(rows.len(), 4 * 6);
    assert!(rows.iter().all(|it| !it.one.contains("erson") && it.one.len() == 32));
    let refused = post(&server, &second, "encounters/removal", json!({})).await;
    assert_eq!(refused.0, StatusCode::NOT_FOUND, "it is about all meetings, not the leader's own");
    assert_eq!(server.org().meetings_remembered().await.unwrap(), 1);
    forget(&server, &second).await;
    assert_eq!(server.org().meetings_remembered().await.unwrap(), 0);
}

#[tokio::test]
async fn who_met_is_kept_later_when_the_server_stopped_at_the_end() {
    let server = Server::start().await;
    let made = set_up(&server, 8).await;
    server.people(&made, 8).await;
    server.begin(&made).await;
    let on = json!({ "from_item": 0, "from_step": 1, "to": "next" });
    assert_eq!(post(&server, &made, "position", on).await.0, StatusCode::OK);
    assert_eq!(post(&server, &made, "closure", json!({})).await.0, StatusCode::OK);
    let server = server.after_a_crash_at_the_end_of(&made).await;
    let remembered = async |server: &Server| {
        server.screen(&made.leader, &made, "console").await;
        server.org().meetings_remembered().await.unwrap()
    };
    assert_eq!(remembered(&server).await, 1);

    forget(&server, &made).await;
    let server = server.restart().await;
    assert_eq!(remembered(&server).await, 0);
    let server = server.after_a_crash_at_the_end_of(&made).await;
    assert_eq!(remembered(&server).await, 0);
}

#[tokio::test]
async fn a_list_is_deleted_for_good() {
    let server = Server::start().await;
    let made = set_up(&server, 8).await;
    assert_eq!(post(&server, &made, "expected/removal", json!({})).await.0, StatusCode::OK);
    let body = groups(&server, &made).await;
    assert_eq!((&body["version"], &body["people"]), (&json!(0), &json!([])));
}
