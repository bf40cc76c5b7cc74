//! The way in.

use reqwest::StatusCode;
use serde_json::json;
use web::before::meetings::Made;

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

/// Says that the first seat is one's own, and returns the answer with the device's cookie.
async fn claimed(server: &Server, made: &Made) -> (StatusCode, String) {
    let claim = client().post(format!("{}/m/{}/claims", server.origin, made.code)).body("seat=1");
    let answer = claim.send().await.unwrap();
    let status = answer.status();
    (status, if status == StatusCode::SEE_OTHER { cookie_of(&answer) } else { String::new() })
}

#[tokio::test]
async fn whoever_says_that_a_seat_is_theirs_reads_nothing_before_the_leaders_yes() {
    let server = Server::start().await;
    let made = server.meeting().await;
    server.people(&made, 3).await;
    server.begin(&made).await;
    let (_, cookie) = claimed(&server, &made).await;
    let reads_nothing = async |what: &str| {
        for path in ["state?as=result", "state?as=claim", "state", "result", "wall", "live"] {
            let url = format!("{}/meetings/{}/{path}", server.origin, made.meeting);
            let asked = client().get(url).header("cookie", &cookie);
            let answer = asked.header("accept", "application/json").send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{what}: {path}");
        }
    };
    reads_nothing("while it waits").await;
    let path = format!("/meetings/{}/claims/1", made.meeting);
    server.post(&made.leader, &path, &json!({ "granted": false })).await;
    reads_nothing("after a no").await;
    let door = format!("/meetings/{}/door", made.meeting);
    server.post(&made.leader, &door, &json!({ "locked": true })).await;
    assert_eq!(claimed(&server, &made).await.0, StatusCode::LOCKED);
    let closure = format!("/meetings/{}/closure", made.meeting);
    server.post(&made.leader, &closure, &json!({})).await;
    reads_nothing("after the end").await;
    assert_eq!(claimed(&server, &made).await.0, StatusCode::GONE);
}

#[tokio::test]
async fn whoever_is_put_out_reads_and_writes_no_more_and_does_not_come_back() {
    let server = Server::start().await;
    let made = server.meeting().await;
    server.people(&made, 5).await;
    let lobby = format!("{}/m/{}", server.origin, made.code);
    let joined = client().post(format!("{lobby}/seats")).body("name=Bråk").send().await.unwrap();
    let cookie = cookie_of(&joined);
    server.begin(&made).await;
    let asked = |path: &str| {
        client()
            .get(format!("{}/meetings/{}{path}", server.origin, made.meeting))
            .header("cookie", &cookie)
    };
    assert_eq!(asked("?seat=6").send().await.unwrap().status(), StatusCode::OK);
    let stream = asked("/live?seat=6").header("last-event-id", "0").send().await.unwrap();

    let removal = format!("/meetings/{}/seats/6/removal", made.meeting);
    let by_another = server.post(&made.wall, &removal, &json!({ "out": true })).await;
    assert_eq!(by_another.status(), StatusCode::NOT_FOUND);
    let out = server.post(&made.leader, &removal, &json!({ "out": true })).await;
    assert_eq!(out.status(), StatusCode::OK);
    assert!(stream.text().await.unwrap().ends_with("event: over\ndata: {}\n\n"));
    for path in ["?seat=6", "/state", "/state?as=result", "/result", "/live", "/wall", "/console"] {
        let status = asked(path).send().await.unwrap().status();
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["parked", "seats/6/return", "texts", "hands"] {
        let url = format!("{}/meetings/{}/{path}?seat=6", server.origin, made.meeting);
        let write = client().post(url).header("cookie", &cookie).header("origin", &server.origin);
        let write = write.body("text=hei&up=true&item=0&step=1&kind=note");
        assert_eq!(write.send().await.unwrap().status(), StatusCode::NOT_FOUND, "{path}");
    }
    for (path, body) in [("seats", "name=Bråk igjen"), ("claims", "seat=1"), ("claims", "seat=6")]
    {
        let again = client().post(format!("{lobby}/{path}")).header("cookie", &cookie);
        let again = again.header("origin", &server.origin).body(body).send().await.unwrap();
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path} {body}");
    }
    let (status, _) = claimed(&server, &made).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "others come in as before");

    server.post(&made.leader, &removal, &json!({ "out": false })).await;
    assert_eq!(asked("?seat=6").send().await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn a_planted_cookie_gives_nothing_and_a_device_keeps_what_it_had() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let console = format!("{}/meetings/{}/console", server.origin, made.meeting);
    let opens = async |cookie: &str| {
        client().get(&console).header("cookie", cookie).send().await.unwrap().status()
    };
    let planted = "sl_device=a";
    let link = format!("{}/l/{}", server.origin, made.leader);
    let opened = client().get(link).header("cookie", planted).send().await.unwrap();
    let own = cookie_of(&opened);
    assert_eq!(opens(planted).await, StatusCode::NOT_FOUND);
    assert_eq!(opens(&own).await, StatusCode::OK);

    let joined = client()
        .post(format!("{}/m/{}/seats", server.origin, made.code))
        .header("cookie", &own)
        .header("origin", &server.origin)
        .body("name=Kari");
    let newer = cookie_of(&joined.send().await.unwrap());
    assert!(newer != own && opens(&newer).await == StatusCode::OK);

    let sign_out = client().post(format!("{}/sign-out", server.origin));
    let signed_out = sign_out.header("cookie", &newer).header("origin", &server.origin);
    let signed_out = signed_out.send().await.unwrap();
    assert_eq!(signed_out.status(), StatusCode::SEE_OTHER);
    assert_eq!(signed_out.headers()["clear-site-data"], "\"storage\"");
    assert!(cookie_of(&signed_out).ends_with('='), "the cookie goes");
    assert_eq!(opens(&newer).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_a_phone_of_one_person_may_keep_its_page() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let join = async |cookie: &str, name: &str| {
        let request = client().post(format!("{}/m/{}/seats", server.origin, made.code));
        let request = request.header("cookie", cookie).header("origin", &server.origin);
        cookie_of(&request.body(format!("name={name}")).send().await.unwrap())
    };
    let may_keep = async |cookie: &str, path: &str| {
        let address = format!("{}/meetings/{}{path}", server.origin, made.meeting);
        let page = client().get(address).header("cookie", cookie).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::OK, "{path}");
        page.headers().contains_key("x-sloyfe-offline")
    };
    let own = join("", "Kari").await;
    assert!(may_keep(&own, "").await);
    assert!(!may_keep(&own, "/result").await);
    let shared = join(&own, "Ola").await;
    assert!(!may_keep(&shared, "").await, "two people share it");
    let link = format!("{}/l/{}", server.origin, made.leader);
    let leader = cookie_of(&client().get(link).send().await.unwrap());
    assert!(!may_keep(&leader, "/console").await);
    let leader = join(&leader, "Leder").await;
    assert!(!may_keep(&leader, "").await, "it opens the console too");
}

#[tokio::test]
async fn who_joins_by_the_qr_codes_own_token_gets_a_seat_of_their_own() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let join = format!("/m/{}/seats", made.code);
    let joined = server.post(&made.join, &join, &json!({ "name": "Program" })).await;
    assert_eq!(joined.status(), StatusCode::OK);
    let cookie = cookie_of(&joined);
    let path = format!("/meetings/{}/state?seat=1", made.meeting);
    let by_all = server.get(&made.join, &path).send().await.unwrap();
    assert_eq!(by_all.status(), StatusCode::NOT_FOUND);
    let own = client().get(format!("{}{path}", server.origin)).header("cookie", cookie);
    assert_eq!(own.send().await.unwrap().status(), StatusCode::OK);
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
