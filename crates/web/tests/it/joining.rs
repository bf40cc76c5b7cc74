//! The way in.

use reqwest::StatusCode;
use serde_json::json;

use crate::helpers::{Server, client, cookie_of, location_of, read};

#[tokio::test]
async fn a_code_and_a_name_give_a_seat_without_scripts() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let typed = format!("code={}+{}", &made.code[..3], &made.code[3..]);
    let form = |path: &str, body: String| {
        client()
            .post(format!("{}{path}", server.origin))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body)
    };
    let found = form("/join", typed).send().await.unwrap();
    assert_eq!(found.status(), StatusCode::SEE_OTHER);
    let lobby = location_of(&found);
    assert_eq!(lobby, format!("/m/{}", made.code));
    let page = client().get(format!("{}{lobby}", server.origin)).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);

    let joined = form(&format!("{lobby}/seats"), "name=Kari".to_owned()).send().await.unwrap();
    assert_eq!(joined.status(), StatusCode::SEE_OTHER);
    let phone = location_of(&joined);
    assert_eq!(phone, format!("/meetings/{}?seat=1", made.meeting));
    let cookie = cookie_of(&joined);
    let page = client().get(format!("{}{phone}", server.origin)).header("cookie", &cookie);
    let page = page.send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    assert!(page.text().await.unwrap().contains("Kari"));
}

#[tokio::test]
async fn a_join_whose_answer_was_lost_gives_the_same_seat_again() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let join = || async {
        client()
            .post(format!("{}/m/{}/seats", server.origin, made.code))
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .header("idempotency-key", "0123456789abcdef0123456789abcdef")
            .body(json!({ "name": "Kari" }).to_string())
            .send()
            .await
            .unwrap()
    };
    let lost = join().await;
    assert_eq!(read(lost).await["made"]["seat"], 1);
    let again = join().await;
    let cookie = cookie_of(&again);
    assert_eq!(read(again).await["made"]["seat"], 1);
    let phone = client()
        .get(format!("{}/meetings/{}", server.origin, made.meeting))
        .header("cookie", cookie);
    assert_eq!(phone.send().await.unwrap().status(), StatusCode::OK);
    let console = server.screen(&made.leader, &made, "console").await;
    assert_eq!(console["screen"]["people"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_code_that_no_meeting_has_says_so() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let wrong = if made.code == "000000" { "000001" } else { "000000" };
    let page = client().get(format!("{}/m/{wrong}", server.origin)).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
    let answer = client()
        .post(format!("{}/join", server.origin))
        .header("accept", "application/json")
        .body(format!("code={wrong}"));
    let answer = answer.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert_eq!(read(answer).await["error"]["code"], "no-such-code");
}

#[tokio::test]
async fn a_locked_door_and_an_ended_meeting_are_told_apart() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let lobby = format!("{}/m/{}", server.origin, made.code);
    let status = || async { client().get(&lobby).send().await.unwrap().status() };
    assert_eq!(status().await, StatusCode::OK);

    let people = server.people(&made, 6).await;
    let door = format!("/meetings/{}/door", made.meeting);
    let locked = server.post(&made.leader, &door, &json!({ "locked": true })).await;
    assert_eq!(locked.status(), StatusCode::OK);
    assert_eq!(status().await, StatusCode::LOCKED);
    let answer = client()
        .post(format!("{lobby}/seats"))
        .header("accept", "application/json")
        .body("name=Ola")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::LOCKED);
    assert_eq!(read(answer).await["error"]["code"], "door-locked");

    server.begin(&made).await;
    let closure = format!("/meetings/{}/closure", made.meeting);
    let ended = server.post(&made.leader, &closure, &json!({})).await;
    assert_eq!(ended.status(), StatusCode::OK);
    assert_eq!(status().await, StatusCode::GONE);
    let result = format!("/meetings/{}/result", made.meeting);
    let result = server.get(&people[0].token, &result).send().await.unwrap();
    assert_eq!(result.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_claim_acts_as_the_seat_only_when_the_leader_has_agreed() {
    let server = Server::start().await;
    let made = server.meeting().await;
    server.people(&made, 2).await;
    let claimed = client()
        .post(format!("{}/m/{}/claims", server.origin, made.code))
        .body("seat=2")
        .send()
        .await
        .unwrap();
    assert_eq!(claimed.status(), StatusCode::SEE_OTHER);
    let cookie = cookie_of(&claimed);
    let phone = || async {
        let phone = format!("{}/meetings/{}?seat=2", server.origin, made.meeting);
        client().get(phone).header("cookie", &cookie).send().await.unwrap().status()
    };
    assert_eq!(phone().await, StatusCode::NOT_FOUND);
    let stream = format!("{}/meetings/{}/live?as=claim", server.origin, made.meeting);
    let stream = client().get(&stream).header("cookie", &cookie);
    let stream = stream.header("last-event-id", "0").send().await.unwrap();
    let path = format!("/meetings/{}/claims/1", made.meeting);
    let granted = server.post(&made.leader, &path, &json!({ "granted": true })).await;
    assert_eq!(granted.status(), StatusCode::OK);
    let heard = stream.text().await.unwrap();
    assert!(heard.contains("event: part") && heard.ends_with("event: go\ndata: {}\n\n"), "{heard}");
    assert_eq!(phone().await, StatusCode::OK);
}

#[tokio::test]
async fn links_give_the_device_their_role_and_nothing_more() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let open = |path: String| async { client().get(path).send().await.unwrap() };
    let opened = open(format!("{}/l/{}", server.origin, made.leader)).await;
    assert_eq!(location_of(&opened), format!("/meetings/{}/console", made.meeting));
    let wall = open(format!("{}/w/{}", server.origin, made.wall)).await;
    let cookie = cookie_of(&wall);
    let console = client()
        .get(format!("{}/meetings/{}/console", server.origin, made.meeting))
        .header("cookie", cookie);
    assert_eq!(console.send().await.unwrap().status(), StatusCode::NOT_FOUND);
    let crossed = open(format!("{}/l/{}", server.origin, made.wall)).await;
    assert_eq!(crossed.status(), StatusCode::NOT_FOUND);
}
