//! What an earlier version wrote: it opens, runs on, and shows what it showed.

use kernel::ids::MeetingId;
use plan::document::Plan;
use reqwest::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use web::before::meetings::Made;
use web::shell::clock;

use crate::helpers::{Person, Server, read};
use crate::place;

/// Rows as they were written on one engine, and the words of three pages as they were shown.
pub struct Earlier {
    pub rows: &'static str,
    pub keys: &'static str,
    pub result: &'static str,
    pub phone: &'static str,
    pub meetings: &'static str,
}

#[derive(Deserialize)]
struct Keys {
    organiser: String,
    held: Meeting,
    runs: Meeting,
}

#[derive(Deserialize)]
struct Meeting {
    #[serde(rename = "meeting")]
    id: MeetingId,
    code: String,
    leader: String,
    seats: Vec<String>,
}

impl Meeting {
    fn path(&self, rest: &str) -> String {
        format!("/meetings/{}{rest}", self.id)
    }

    fn made(&self) -> Made {
        let nowhere = String::new;
        Made {
            meeting: self.id.clone(),
            code: self.code.clone(),
            leader: self.leader.clone(),
            wall: nowhere(),
            join: nowhere(),
        }
    }
}

/// The meeting that was held, as if it had ended yesterday: what people have to it lasts a month.
async fn open() -> (Server, Keys) {
    let rows = place::earlier().await;
    let yesterday = clock::now().0 - 24 * 60 * 60 * 1000;
    let recent = format!("update meeting set ended_at = {yesterday} where ended_at is not null");
    place::run(&rows, &recent).await;
    let server = Server::on(rows).await;
    (server, serde_json::from_str(place::EARLIER.keys).unwrap())
}

async fn page(server: &Server, token: &str, path: &str) -> String {
    let answer = server.get(token, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    answer.text().await.unwrap()
}

/// The words between the marks of a page's main part.
fn words_of(page: &str) -> Vec<String> {
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
    let (main, _) = main.expect("the page has a main part");
    let texts = main.split('<').filter_map(|piece| Some(piece.split_once('>')?.1));
    let text = texts.collect::<Vec<_>>().join(" ");
    let text = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&amp;", "&").split_whitespace().map(str::to_owned).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[tokio::test]
async fn a_meeting_that_was_held_shows_what_it_showed() {
    let (server, keys) = open().await;
    let Keys { organiser, held, .. } = &keys;
    let result = page(&server, &held.leader, &held.path("/result")).await;
    assert_eq!(words_of(&result), words(place::EARLIER.result));
    let phone = page(&server, &held.seats[1], &held.path("?seat=2")).await;
    assert_eq!(words_of(&phone), words(place::EARLIER.phone));
    let meetings = page(&server, organiser, "/meetings").await;
    assert_eq!(words_of(&meetings), words(place::EARLIER.meetings));
}

#[tokio::test]
async fn a_meeting_that_ran_runs_on_to_its_end() {
    let (server, keys) = open().await;
    let Keys { organiser, runs, .. } = &keys;
    let (made, me) = (runs.made(), Person { seat: 1, token: runs.seats[0].clone() });
    let note = server.note(&me, &made, "Skrevet i dag").await;
    let answer = read(server.post(&me.token, &runs.path("/texts"), &note).await).await;
    assert_eq!(answer["ok"], true, "{answer}");
    let phone = page(&server, &me.token, &runs.path("?seat=1")).await;
    assert!(phone.contains("Skrevet i dag"), "{phone}");
    let now = server.screen(&runs.leader, &made, "console").await["screen"]["now"].clone();
    let place = &now["place"];
    let on = json!({ "from_item": place["item"], "from_step": place["step"], "to": "next" });
    let moved = read(server.post(&runs.leader, &runs.path("/position"), &on).await).await;
    assert_eq!(moved["ok"], true, "{moved}");
    let parked = json!({ "text": "Parkert i dag" });
    assert_eq!(
        read(server.post(&runs.leader, &runs.path("/parked"), &parked).await).await["ok"],
        true
    );
    let ended = read(server.post(&runs.leader, &runs.path("/closure"), &json!({})).await).await;
    assert_eq!(ended["ok"], true, "{ended}");
    assert!(page(&server, &runs.leader, &runs.path("/result")).await.contains("Parkert i dag"));
    // The held one is undisturbed by what the other wrote.
    let result = page(&server, organiser, &keys.held.path("/result")).await;
    assert_eq!(words_of(&result), words(place::EARLIER.result));
}

#[tokio::test]
async fn every_token_version_and_template_reads() {
    let (server, keys) = open().await;
    let Keys { organiser, held, runs } = &keys;
    for it in [held, runs] {
        for token in it.seats.iter().chain([&it.leader]) {
            page(&server, token, &it.path("/result")).await;
        }
        page(&server, &it.leader, &it.path("/console")).await;
        let versions = server.org().plan_versions(&it.id).await.unwrap();
        assert_eq!(versions.len(), 4);
        for version in versions {
            let body = server.org().plan_at(&it.id, version.version).await.unwrap();
            serde_json::from_str::<Plan>(&body.unwrap()).unwrap();
        }
        page(&server, &it.leader, &it.path("/plan/versions")).await;
        let groups = server.get(&it.leader, &it.path("/groups"));
        let groups = read(groups.header("accept", "application/json").send().await.unwrap()).await;
        assert_eq!(groups["people"].as_array().map(Vec::len), Some(it.seats.len()));
        let tables = groups["groups"]["tables"].as_array().unwrap();
        let seated = tables.iter().filter_map(Value::as_array).map(Vec::len).sum::<usize>();
        assert_eq!(seated, it.seats.len(), "{groups}");
    }
    assert!(
        page(&server, &runs.leader, &runs.path("/plan"))
            .await
            .contains("Se på tallene hver for dere")
    );
    assert!(page(&server, organiser, "/meetings/new").await.contains("Verksted hos oss"));
}

#[tokio::test]
async fn an_end_that_an_earlier_version_left_unsettled_is_settled_once() {
    let rows = place::earlier().await;
    let undone = "update meeting set ended_at = null; delete from encounter";
    place::run(&rows, undone).await;
    let server = Server::on(rows).await;
    server.has_worked().await;
    let keys: Keys = serde_json::from_str(place::EARLIER.keys).unwrap();
    let meetings = page(&server, &keys.organiser, "/meetings").await;
    assert_eq!(words_of(&meetings), words(place::EARLIER.meetings));
    let met = server.org().encounters_before(&keys.runs.id).await.unwrap();
    assert!(!met.is_empty() && met.iter().all(|pair| pair.meeting == keys.held.id));

    // Once is enough: a meeting that is read again repairs nothing.
    let rows = server.stop().await;
    place::run(&rows, undone).await;
    let server = Server::on(rows).await;
    server.has_worked().await;
    page(&server, &keys.held.leader, &keys.held.path("/result")).await;
    let row = server.org().meeting(&keys.held.id).await.unwrap().unwrap();
    assert_eq!(row.ended_at, None);
}
