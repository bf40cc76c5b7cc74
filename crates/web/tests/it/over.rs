//! After the end: what a seat may still read and write.

use reqwest::StatusCode;
use serde_json::{Value, json};
use web::before::meetings::Made;
use web::door::who::Who;
use web::routes::{ROUTES, Route};

use crate::helpers::{Person, Server, client, read};

/// What a seat still writes, and why: what was under its fingers, for ten minutes, and its right to
/// take back what it has shared.
const STILL_WRITTEN: [&str; 3] = [
    "/meetings/{id}/texts",
    "/meetings/{id}/texts/{n}/withdrawal",
    "/meetings/{id}/texts/{n}/restoration",
];

/// Routes where a seat acts only while it leads, or where only the leader may.
const LEADERS: [&str; 2] = ["/meetings/{id}/turns", "/meetings/{id}/lead"];

async fn ended(server: &Server, made: &Made) -> (Vec<Person>, Value) {
    let people = server.people(made, 5).await;
    server.begin(made).await;
    let texts = format!("/meetings/{}/texts", made.meeting);
    let mut note = server.note(&people[0], made, "Bare min tanke").await;
    let written = read(server.post(&people[0].token, &texts, &note).await).await;
    assert_eq!(written["ok"], true, "{written}");
    note["id"] = written["made"]["contribution"].clone();
    let promise =
        json!({ "what": "Prøve", "owner": people[0].seat, "due": "2027-01-15", "sign": "" });
    let path = format!("/meetings/{}/commitments", made.meeting);
    assert_eq!(server.post(&made.leader, &path, &promise).await.status(), StatusCode::OK);
    let path = format!("/meetings/{}/closure", made.meeting);
    assert_eq!(server.post(&made.leader, &path, &json!({})).await.status(), StatusCode::OK);
    (people, note)
}

/// Every field that any of the routes reads, with a value that it can read.
fn everything(note: &Value, seat: u32) -> Value {
    let mut fields = json!({
        "name": "Kari", "shared": true, "out": true, "granted": true, "again": true, "table": null,
        "role": "timekeeper", "take": true, "up": true, "of": note["id"], "point": note["id"],
        "note": note["id"], "stands": true, "delivered": true, "from": 0, "what": "Mer",
        "owner": seat, "due": "2027-01-15", "sign": "", "accepted": true, "answer": "reached",
        "seat": seat, "on": true, "locked": true,
    });
    for key in ["item", "step", "kind", "slot", "text"] {
        fields[key] = note[key].clone();
    }
    fields.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    fields
}

fn is_for_seats(route: &Route) -> bool {
    let takes_seats =
        matches!(route.who, Who::Seat | Who::SeatOrLeader | Who::Viewer | Who::AnyRole);
    route.method == "POST" && takes_seats
}

#[tokio::test]
async fn after_the_end_every_route_refuses_a_seat_in_words_but_those_that_are_written_down() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let (people, note) = ended(&server, &made).await;
    let me = &people[0];
    let routes: Vec<&Route> = ROUTES.iter().filter(|route| is_for_seats(route)).collect();
    assert!(routes.len() > 20, "the table has lost routes");
    for route in routes.iter().filter(|route| !STILL_WRITTEN.contains(&route.path)) {
        let before = server.org().last_seq(&made.meeting).await.unwrap();
        let path = route.path.replace("{id}", made.meeting.as_str()).replace("{n}", "1");
        let path = format!("{path}?seat={}", me.seat);
        let answer = server.post(&me.token, &path, &everything(&note, me.seat)).await;
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        let is_leaders = LEADERS.contains(&route.path) && status == StatusCode::NOT_FOUND;
        let is_told =
            status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("\"code\":\"over\"");
        assert!(is_told || is_leaders, "{}: {status} {text}", route.path);
        assert!(is_leaders || text.contains("Møtet er avsluttet"), "{}: {text}", route.path);
        let after = server.org().last_seq(&made.meeting).await.unwrap();
        assert_eq!(after, before, "{} wrote", route.path);
    }
    // Nobody comes in either.
    let lobby = format!("{}/m/{}", server.origin, made.code);
    for (path, body) in [("seats", "name=Sein"), ("claims", "seat=1")] {
        let late = client().post(format!("{lobby}/{path}")).header("origin", &server.origin);
        assert_eq!(late.body(body).send().await.unwrap().status(), StatusCode::GONE, "{path}");
    }
}

#[tokio::test]
async fn what_is_still_written_after_the_end_is_ones_own() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let (people, mut note) = ended(&server, &made).await;
    note["text"] = json!("Det jeg skrev da møtet sluttet");
    let texts = format!("/meetings/{}/texts", made.meeting);
    let written = read(server.post(&people[0].token, &texts, &note).await).await;
    assert_eq!(written["ok"], true, "{written}");
    let id = note["id"].to_string();
    for (whose, expected) in [(&people[1], false), (&people[0], true)] {
        let path = format!("{texts}/{id}/withdrawal");
        let answer = read(server.post(&whose.token, &path, &json!({})).await).await;
        assert_eq!(answer["ok"] == true, expected, "{answer}");
    }
}

#[tokio::test]
async fn after_the_end_a_seat_reads_the_result_and_its_own_and_nothing_of_who_sat_where() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let (people, _) = ended(&server, &made).await;
    let screen = server.screen(&people[1].token, &made, "seat").await["screen"].clone();
    for nothing in ["now", "table", "group", "question", "table_turn", "speaks_for", "hand"] {
        assert_eq!(screen[nothing], Value::Null, "{nothing}: {screen}");
    }
    for empty in ["forms", "sources", "roles", "opening", "goal_cards"] {
        assert_eq!(screen[empty], json!([]), "{empty}: {screen}");
    }
    let reads = ROUTES.iter().filter(|route| route.method == "GET" && route.path.contains("{id}"));
    for route in reads.filter(|route| !route.path.ends_with("/live")) {
        let path = route.path.replace("{id}", made.meeting.as_str()).replace("{part}", "all");
        let answer = server.get(&people[1].token, &path.replace("{n}", "1")).send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        let is_own = ["/meetings/{id}", "/meetings/{id}/result", "/meetings/{id}/state"];
        assert_eq!(status == StatusCode::OK, is_own.contains(&route.path), "{}", route.path);
        assert!(!text.contains("Bare min tanke") && !text.contains("Person 4"), "{}", route.path);
    }
}
