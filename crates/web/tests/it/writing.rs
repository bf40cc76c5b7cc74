//! What is written: once, for those who may see it, and for good.

use plan::document::{Item, Plan};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::helpers::{Person, Server, client, plan, read};

const OP: &str = "00112233445566778899aabbccddeeff";

async fn seq(server: &Server, made: &web::before::meetings::Made) -> i64 {
    server.screen(&made.leader, made, "console").await["seq"].as_i64().unwrap()
}

#[tokio::test]
async fn the_same_operation_twice_is_one_fact_and_one_answer() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let mut note = server.note(&people[0], &made, "Vi spør hverandre.").await;
    note["op"] = json!(OP);
    let texts = format!("/meetings/{}/texts", made.meeting);
    let first = read(server.post(&people[0].token, &texts, &note).await).await;
    assert_eq!(first["ok"], true, "{first}");
    let after_first = seq(&server, &made).await;
    let second = read(server.post(&people[0].token, &texts, &note).await).await;
    assert_eq!(first, second);
    assert_eq!(seq(&server, &made).await, after_first);
}

#[tokio::test]
async fn a_form_and_json_say_the_same() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let texts = format!("/meetings/{}/texts", made.meeting);
    let note = server.note(&people[0], &made, "Æ, ø og å & = +").await;
    read(server.post(&people[0].token, &texts, &note).await).await;

    let note = server.note(&people[1], &made, "Æ, ø og å & = +").await;
    let pairs: Vec<(String, String)> = note
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (name.clone(), text)
        })
        .collect();
    let answer = client()
        .post(format!("{}{texts}", server.origin))
        .bearer_auth(&people[1].token)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(serde_urlencoded::to_string(&pairs).unwrap())
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let text = |screen: Value| screen["screen"]["forms"][0]["fields"][0]["text"].clone();
    let one = text(server.screen(&people[0].token, &made, "seat").await);
    let two = text(server.screen(&people[1].token, &made, "seat").await);
    assert_eq!(one, json!("Æ, ø og å & = +"));
    assert_eq!(one, two);
}

#[tokio::test]
async fn an_emptied_field_is_withdrawn() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let texts = format!("/meetings/{}/texts", made.meeting);
    let note = server.note(&people[0], &made, "Feil felt").await;
    read(server.post(&people[0].token, &texts, &note).await).await;
    let empty = server.note(&people[0], &made, " ").await;
    let answer = read(server.post(&people[0].token, &texts, &empty).await).await;
    assert_eq!(answer["ok"], true, "{answer}");
    let screen = server.screen(&people[0].token, &made, "seat").await;
    assert_eq!(screen["screen"]["forms"][0]["fields"][0]["text"], "");
}

#[tokio::test]
async fn a_private_note_is_on_no_other_screen() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let texts = format!("/meetings/{}/texts", made.meeting);
    let note = server.note(&people[0], &made, "KANARIFUGL").await;
    read(server.post(&people[0].token, &texts, &note).await).await;
    let own = server.screen(&people[0].token, &made, "seat").await.to_string();
    assert!(own.contains("KANARIFUGL"));
    for person in &people[1..] {
        let other = server.screen(&person.token, &made, "seat").await.to_string();
        assert!(!other.contains("KANARIFUGL"));
    }
    for viewer in ["console", "wall", "result"] {
        let screen = server.screen(&made.leader, &made, viewer).await.to_string();
        assert!(!screen.contains("KANARIFUGL"), "{viewer}");
    }
}

#[tokio::test]
async fn a_restart_keeps_everything_and_still_knows_old_operations() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let mut note = server.note(&people[0], &made, "Dette står.").await;
    note["op"] = json!(OP);
    let texts = format!("/meetings/{}/texts", made.meeting);
    let first = read(server.post(&people[0].token, &texts, &note).await).await;
    let before = server.screen(&people[0].token, &made, "seat").await;

    let server = server.restart().await;
    let after = server.screen(&people[0].token, &made, "seat").await;
    assert_eq!(before["seq"], after["seq"]);
    assert_eq!(before["screen"], after["screen"]);
    let again = read(server.post(&people[0].token, &texts, &note).await).await;
    assert_eq!(first, again);
}

#[tokio::test]
async fn a_refusal_gives_the_text_back() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let mut note = server.note(&people[0], &made, "Ingen slik linje").await;
    note["slot"] = json!(200);
    let texts = format!("/meetings/{}/texts", made.meeting);
    let answer = server.post(&people[0].token, &texts, &note).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let answer = read(answer).await;
    assert_eq!(answer["error"]["code"], "nothing-to-write");
    assert_eq!(answer["error"]["yours"], "Ingen slik linje");
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_with_the_limit_named() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    let texts = format!("/meetings/{}/texts", made.meeting);
    let big = json!({ "text": "a".repeat(kernel::limits::BODY_BYTES_MAX) });
    let answer = server.post(&people[0].token, &texts, &big).await;
    assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let answer = read(answer).await;
    assert_eq!(answer["error"]["limit"], kernel::limits::BODY_BYTES_MAX);
}

#[tokio::test]
async fn why_a_meeting_refuses_is_said_in_its_own_language() {
    let server = Server::start().await;
    let english = Plan { lang: kernel::lang::Lang::En, ..plan() };
    let made = server.meeting_of(&english).await;
    let people = server.people(&made, 1).await;
    let texts = format!("{}/meetings/{}/texts", server.origin, made.meeting);
    let asked = client().post(texts).bearer_auth(&people[0].token);
    let asked = asked.header("accept", "application/json").header("accept-language", "nb-NO");
    let error = read(asked.body("item=0&step=0&text=a").send().await.unwrap()).await;
    let said = error["error"]["text"].as_str().unwrap();
    let nowhere = client().get(format!("{}/meetings/none", server.origin));
    let nowhere = nowhere.header("accept", "application/json").header("accept-language", "nb-NO");
    let stranger = read(nowhere.send().await.unwrap()).await;
    assert!(!said.is_empty() && !said.contains(['æ', 'ø', 'å']), "{error}");
    assert!(stranger["error"]["title"].as_str().unwrap().contains("Vi finner ikke"), "{stranger}");
}

#[tokio::test]
async fn what_was_taken_back_can_stand_again() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let own = format!("/meetings/{}", made.meeting);
    let note = server.note(&people[0], &made, "Vi spør hverandre om råd.").await;
    let texts = format!("{own}/texts");
    let wrote = read(server.post(&people[0].token, &texts, &note).await).await;
    let number = wrote["made"]["contribution"].as_i64().unwrap();
    let text = async || {
        let screen = server.screen(&people[0].token, &made, "seat").await;
        screen["screen"]["forms"][0]["fields"][0]["text"].as_str().unwrap().to_owned()
    };
    for (path, stands) in [("withdrawal", ""), ("restoration", "Vi spør hverandre om råd.")] {
        let path = format!("{own}/texts/{number}/{path}");
        let answer = server.post(&people[0].token, &path, &json!({})).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(text().await, stands, "{path}");
    }
    let path = format!("{own}/texts/{number}/restoration");
    let answer = server.post(&people[1].token, &path, &json!({})).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(read(answer).await["error"]["code"], "no-such-text");
}

#[tokio::test]
async fn the_leader_moves_a_coming_item_and_nobody_else_does() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    server.begin(&made).await;
    let order = async || {
        let screen = server.screen(&made.leader, &made, "console").await;
        let rows = screen["screen"]["program"].as_array().unwrap().clone();
        rows.iter().map(|row| row["item"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let before = order().await;
    let last = before.len() - 1;
    let path = format!("/meetings/{}/items/{last}/move", made.meeting);
    let answer = server.post(&people[0].token, &path, &json!({ "before": 1 })).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let answer = server.post(&made.leader, &path, &json!({ "before": 1 })).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(order().await[1], i64::try_from(last).unwrap());
    let answer = server.post(&made.leader, &path, &json!({ "before": "" })).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(order().await, before);
}

/// At a café a table's text stands in the field of the first round, whichever round it is written
/// in, and its version goes back to whoever wrote it.
#[tokio::test]
async fn a_guest_of_the_second_round_writes_on_in_the_tables_text() {
    let server = Server::start().await;
    let cafe = Item {
        title: "Kafé".to_owned(),
        tool: "dialogue-cafe".to_owned(),
        minutes: 47,
        ..Item::default()
    };
    let plan = Plan { title: "Møte".to_owned(), items: vec![cafe], ..Plan::default() };
    let made = server.meeting_of(&plan).await;
    let people = server.people(&made, 12).await;
    server.begin(&made).await;
    for step in [1, 2] {
        let on = json!({ "from_item": 0, "from_step": step, "to": "next" });
        let path = format!("/meetings/{}/position", made.meeting);
        assert_eq!(server.post(&made.leader, &path, &on).await.status(), StatusCode::OK);
    }
    let me = &people[0];
    let field = async || -> Value {
        let screen = server.screen(&me.token, &made, "seat").await;
        let forms = screen["screen"]["forms"].as_array().unwrap().clone();
        let form = forms.into_iter().find(|form| form["form"] == "table-text");
        form.expect("a form for the table's text")["field"].clone()
    };
    let texts = format!("/meetings/{}/texts", made.meeting);
    let write = async |text: &str, base: &Value| -> Value {
        let place = field().await["place"].clone();
        let body = json!({
            "item": place["item"], "step": place["step"], "kind": "table-text", "slot": 0,
            "text": text, "base": base,
        });
        read(server.post(&me.token, &texts, &body).await).await
    };
    let first = write("Vi trenger", &json!(0)).await;
    assert_eq!((&first["ok"], &first["version"]), (&json!(true), &json!(1)), "{first}");
    assert_eq!(first["made"]["contribution"], field().await["id"], "{first}");
    let second = write("Vi trenger mer tid", &first["version"]).await;
    assert_eq!((&second["ok"], &second["version"]), (&json!(true), &json!(2)), "{second}");
    let late = write(" ", &json!(1)).await;
    assert_eq!(late["error"]["code"], "changed", "words that were not seen stay: {late}");
    let emptied = write(" ", &second["version"]).await;
    assert_eq!(emptied["ok"], true, "{emptied}");
    assert_eq!(field().await["text"], "");
}

#[tokio::test]
async fn the_name_of_an_operation_is_its_senders_and_its_texts() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 2).await;
    server.begin(&made).await;
    let send = async |person: &Person, what: &str, body: &str| {
        let request = client().post(format!("{}/meetings/{}/{what}", server.origin, made.meeting));
        let request = request.bearer_auth(&person.token).header("accept", "application/json");
        let request = request.header("idempotency-key", "0123456789abcdef0123456789abcdef");
        read(request.body(body.to_owned()).send().await.unwrap()).await
    };
    let first = send(&people[0], "parked", "text=Leirskole").await;
    let again = send(&people[0], "parked", "text=Leirskole").await;
    assert_eq!(again, first, "the same again is answered the same");
    send(&people[0], "parked", "text=Turplan").await;
    send(&people[0], "hands", "up=true").await;
    send(&people[1], "hands", "up=true").await;
    let screen = server.screen(&made.leader, &made, "console").await["screen"].clone();
    let count = |what: &str| screen[what].as_array().map(Vec::len);
    assert_eq!((count("parked"), count("hands")), (Some(2), Some(2)), "{screen}");
}

#[tokio::test]
async fn a_text_that_is_not_there_or_comes_twice_takes_nothing_back() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    server.begin(&made).await;
    let path = format!("/meetings/{}/texts", made.meeting);
    let note = server.note(&people[0], &made, "Vi lytter").await;
    assert_eq!(server.post(&people[0].token, &path, &note).await.status(), StatusCode::OK);
    for text in [json!(null), json!(["a", "b"])] {
        let mut other = note.clone();
        other["text"] = text;
        let answer = server.post(&people[0].token, &path, &other).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{other}");
    }
    let phone = server.screen(&people[0].token, &made, "seat").await;
    assert!(phone.to_string().contains("Vi lytter"), "{phone}");
    let broken = client().post(format!("{}{path}", server.origin)).bearer_auth(&people[0].token);
    let broken = broken.body(b"text=%C3%28".to_vec()).send().await.unwrap();
    assert_eq!(broken.status(), StatusCode::UNPROCESSABLE_ENTITY);
}
