//! The plan editor: what is written is merged, said, and can be taken back.

use reqwest::StatusCode;
use serde_json::{Value, json};
use web::before::meetings::Made;

use crate::helpers::{Server, client, location_of, read};

const OP: &str = "0f112233445566778899aabbccddee00";

async fn post(server: &Server, made: &Made, rest: &str, body: &Value) -> Value {
    let path = format!("/meetings/{}/plan{rest}", made.meeting);
    read(server.post(&made.leader, &path, body).await).await
}

async fn words(server: &Server, made: &Made, field: &str, before: &str, text: &str) -> Value {
    post(server, made, "/words", &json!({ "field": field, "before": before, "text": text })).await
}

async fn plan(server: &Server, made: &Made) -> Value {
    let request = server.get(&made.leader, &format!("/meetings/{}/plan", made.meeting));
    read(request.header("accept", "application/json").send().await.unwrap()).await
}

fn titles(plan: &Value) -> Vec<&str> {
    let items = plan["plan"]["items"].as_array().unwrap();
    items.iter().map(|item| item["title"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn an_unfinished_plan_is_saved_but_not_run() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let saved = post(&server, &made, "", &json!({ "version": 1, "title": "" })).await;
    assert_eq!(saved["ok"], true, "{saved}");
    let console = server.get(&made.leader, &format!("/meetings/{}/console", made.meeting));
    assert_eq!(console.send().await.unwrap().status(), StatusCode::CONFLICT);
    words(&server, &made, "title", "", "Bedre møter").await;
    let console = server.get(&made.leader, &format!("/meetings/{}/console", made.meeting));
    assert_eq!(console.send().await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn a_phone_number_as_the_number_of_people_prints_as_many_sheets_as_there_are_seats() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let said = words(&server, &made, "participants", "", "91234567").await;
    assert_eq!(said["text"], "2000", "{said}");
    let print = server.get(&made.leader, &format!("/meetings/{}/print", made.meeting));
    let print = print.send().await.unwrap();
    assert_eq!(print.status(), StatusCode::OK);
    assert!(print.bytes().await.unwrap().len() < 1_000_000);
}

#[tokio::test]
async fn a_form_on_an_old_version_is_merged_and_nobody_is_asked() {
    let server = Server::start().await;
    let made = server.meeting().await;
    post(&server, &made, "", &json!({ "version": 1, "purpose": "Lære av hverandre" })).await;
    let late = json!({ "version": 1, "item-i1-goal": "Alle er hørt", "do": "down:i1" });
    let answer = post(&server, &made, "", &late).await;
    assert_eq!(answer["version"], 3, "{answer}");
    assert!(answer["says"].as_str().unwrap().contains('2'), "{answer}");
    let now = plan(&server, &made).await;
    assert_eq!(now["plan"]["purpose"], "Lære av hverandre");
    assert_eq!(titles(&now), ["Veien videre", "Tenk, snakk, hør"]);
    assert_eq!(now["plan"]["items"][1]["goal"], "Alle er hørt");
}

#[tokio::test]
async fn two_who_write_in_one_field_both_keep_their_words() {
    let server = Server::start().await;
    let made = server.meeting().await;
    words(&server, &made, "purpose", "", "Vi møtes for å lære").await;
    let before = "Vi møtes for å lære";
    words(&server, &made, "purpose", before, "Vi alle møtes for å lære").await;
    let second = words(&server, &made, "purpose", before, "Vi møtes for å lære mer").await;
    assert_eq!(second["text"], "Vi alle møtes for å lære mer");
    let now = plan(&server, &made).await;
    assert_eq!(now["plan"]["purpose"], "Vi alle møtes for å lære mer");
}

#[tokio::test]
async fn many_devices_at_once_lose_no_word() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let all = (0..12).map(|number| {
        let (server, made) = (&server, &made);
        async move {
            let field = ["purpose", "result", "item-i1-goal"][number % 3];
            words(server, made, field, "", &format!("ord{number}")).await
        }
    });
    for answer in futures::future::join_all(all).await {
        assert_eq!(answer["ok"], true, "{answer}");
    }
    let now = plan(&server, &made).await["plan"].to_string();
    for number in 0..12 {
        assert!(now.contains(&format!("ord{number}")), "ord{number} is lost in {now}");
    }
}

#[tokio::test]
async fn the_same_words_twice_are_one_version() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let body = json!({ "field": "title", "before": "Bedre møter", "text": "Gode møter", "op": OP });
    let first = post(&server, &made, "/words", &body).await;
    let server = server.restart().await;
    let again = post(&server, &made, "/words", &body).await;
    assert_eq!(first, again);
    assert_eq!(plan(&server, &made).await["version"], 2);
}

#[tokio::test]
async fn undo_takes_back_one_change_and_leaves_later_ones() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let removed = post(&server, &made, "", &json!({ "version": 1, "do": "remove:i1" })).await;
    words(&server, &made, "title", "Bedre møter", "Gode møter").await;
    let undone = post(&server, &made, "/undo", &json!({ "version": removed["undo"] })).await;
    let now = plan(&server, &made).await;
    assert_eq!(now["plan"]["title"], "Gode møter");
    assert_eq!(titles(&now), ["Tenk, snakk, hør", "Veien videre"]);
    post(&server, &made, "/undo", &json!({ "version": undone["undo"] })).await;
    assert_eq!(titles(&plan(&server, &made).await), ["Veien videre"]);
}

#[tokio::test]
async fn a_row_that_is_gone_gives_the_words_back() {
    let server = Server::start().await;
    let made = server.meeting().await;
    post(&server, &made, "", &json!({ "version": 1, "do": "remove:i1" })).await;
    let answer = words(&server, &made, "item-i1-goal", "", "Et mål til").await;
    assert_eq!(answer["error"]["code"], "row-gone", "{answer}");
    assert_eq!(answer["error"]["yours"], "Et mål til");
}

#[tokio::test]
async fn words_in_an_own_step_find_it_after_another_has_gone() {
    let server = Server::start().await;
    let made = server.meeting().await;
    post(&server, &made, "", &json!({ "version": 1, "do": "own-parts:i1" })).await;
    let steps = async || plan(&server, &made).await["plan"]["items"][0]["parts"].clone();
    let before = steps().await;
    let [first, second] = [0, 1].map(|at| before[at]["id"].as_str().unwrap());
    let remove = json!({ "version": 2, "do": format!("remove-part:i1:{first}") });
    assert_eq!(post(&server, &made, "", &remove).await["ok"], true);
    let says = before[1]["says"].as_str().unwrap();
    let field = format!("item-i1-part-{second}-says");
    words(&server, &made, &field, says, &format!("{says} Bruk stikkord.")).await;
    let again = post(&server, &made, "", &remove).await;
    assert_eq!(again["error"]["code"], "part-gone", "a second press removes nothing: {again}");
    let mut wanted = before.clone();
    wanted[1]["says"] = json!(format!("{says} Bruk stikkord."));
    wanted.as_array_mut().unwrap().remove(0);
    assert_eq!(steps().await, wanted);
    let page = server.get(&made.leader, &format!("/meetings/{}/plan", made.meeting));
    let page = page.send().await.unwrap().text().await.unwrap();
    assert!(page.contains(&format!("name=\"{field}\"")), "the form names the step by its id");
    assert!(page.contains(&format!("remove-part:i1:{second}")));
}

#[tokio::test]
async fn a_browser_without_a_script_is_led_back_to_the_row() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let answer = client()
        .post(format!("{}/meetings/{}/plan", server.origin, made.meeting))
        .bearer_auth(&made.leader)
        .header("content-type", "application/x-www-form-urlencoded")
        .body("version=1&title=Bedre&item-i1-prepared=false&item-i1-prepared=true&do=up%3Ai2")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(location_of(&answer), format!("/meetings/{}/plan#row-i2", made.meeting));
    let now = plan(&server, &made).await;
    assert_eq!(titles(&now), ["Veien videre", "Tenk, snakk, hør"]);
    assert_eq!(now["plan"]["items"][1]["prepared"], true);
}

#[tokio::test]
async fn hostile_input_is_refused_and_changes_nothing() {
    let server = Server::start().await;
    let made = server.meeting().await;
    for (rest, body) in [
        ("", json!({ "title": "X" })),
        ("", json!({ "version": 99, "title": "X" })),
        ("", json!({ "version": -1, "title": "X" })),
        ("", json!({ "version": 1, "title": "X", "do": "remove" })),
        ("", json!({ "version": 1, "title": "X", "do": "explode:i1" })),
        ("", json!({ "version": 1, "title": "X", "do": "longer:i1:4000000000" })),
        ("", json!({ "version": 1, "plan": "[]" })),
        ("/words", json!({ "before": "", "text": "X" })),
        ("/words", json!({ "field": "no-such-field", "before": "", "text": "X" })),
        ("/undo", json!({ "version": 99 })),
        ("/undo", json!({})),
        ("/away", json!({ "item": "i1", "to": made.meeting })),
    ] {
        let answer = post(&server, &made, rest, &body).await;
        assert!(answer["error"]["code"].is_string(), "{rest} {body}: {answer}");
    }
    assert_eq!(plan(&server, &made).await["version"], 1);
    let script = "<script>alert(1)</script>";
    words(&server, &made, "title", "Bedre møter", script).await;
    let page = server.get(&made.leader, &format!("/meetings/{}/plan", made.meeting));
    let page = page.send().await.unwrap().text().await.unwrap();
    assert!(!page.contains(script));
}

#[tokio::test]
async fn a_plan_is_not_found_by_those_it_is_not_for() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let other = server.meeting().await;
    let people = server.people(&made, 1).await;
    for token in [&other.leader, &made.wall, &people[0].token, &"x".to_owned()] {
        for rest in ["", "/live", "/tools", "/versions", "/away?item=i1", "/previous"] {
            let path = format!("/meetings/{}/plan{rest}", made.meeting);
            let answer = server.get(token, &path).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{rest}");
        }
        for rest in ["", "/words", "/undo", "/away", "/previous", "/versions/1"] {
            let path = format!("/meetings/{}/plan{rest}", made.meeting);
            let answer = server.post(token, &path, &json!({ "version": 1, "title": "X" })).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{rest}");
        }
    }
    assert_eq!(plan(&server, &made).await["version"], 1);
    let to_another = json!({ "item": "i1", "to": other.meeting });
    let answer = post(&server, &made, "/away", &to_another).await;
    assert_eq!(answer["error"]["code"], "missing", "{answer}");
}

#[tokio::test]
async fn an_old_version_is_brought_forth_as_a_new_one() {
    let server = Server::start().await;
    let made = server.meeting().await;
    words(&server, &made, "title", "Bedre møter", "Gode møter").await;
    let answer = post(&server, &made, "/versions/1", &json!({})).await;
    assert_eq!(answer["version"], 3, "{answer}");
    assert_eq!(plan(&server, &made).await["plan"]["title"], "Bedre møter");
}

#[tokio::test]
async fn a_new_version_reaches_an_open_editor_as_parts() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let path = format!("/meetings/{}/plan/live", made.meeting);
    let open = server.get(&made.leader, &path).header("last-event-id", "1");
    let mut stream = open.send().await.unwrap();
    let hello = stream.chunk().await.unwrap().unwrap();
    assert!(String::from_utf8_lossy(&hello).contains("nothing new"), "{hello:?}");
    words(&server, &made, "item-i1-goal", "", "Alle er hørt").await;
    let mut got = String::new();
    while !got.contains("ed-program") {
        let chunk = stream.chunk().await.unwrap().expect("the stream goes on");
        got.push_str(&String::from_utf8_lossy(&chunk));
    }
    assert!(got.contains("id: 2\nevent: part"), "{got}");
}
