//! Who may open what.

use reqwest::StatusCode;
use serde_json::json;

use crate::helpers::{Server, client};

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let server = Server::start().await;
    for path in ["/", "/healthz", "/meetings/none", "/m/123", "/assets/none", "/clock"] {
        let answer = client().get(format!("{}{path}", server.origin)).send().await.unwrap();
        let header = |name: &str| {
            let value = answer.headers().get(name);
            value.map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        assert!(header("content-security-policy").starts_with("default-src 'none'"), "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(header("cache-control"), "no-store", "{path}");
        assert!(header("server").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn what_belongs_to_another_meeting_does_not_exist() {
    let server = Server::start().await;
    let (mine, other) = (server.meeting().await, server.meeting().await);
    let people = server.people(&mine, 2).await;
    server.people(&other, 2).await;
    for token in [&people[0].token, &mine.leader, &mine.wall, &mine.join] {
        for path in ["", "?seat=1", "/console", "/wall", "/result", "/print", "/plan", "/state"] {
            let path = format!("/meetings/{}{path}", other.meeting);
            let answer = server.get(token, &path).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        }
        for route in web::routes::ROUTES.iter().filter(|route| route.method == "POST") {
            if route.who == web::door::who::Who::Anyone {
                continue;
            }
            let path = route.path.replace("{id}", other.meeting.as_str()).replace("{n}", "1");
            let answer = server.post(token, &path, &json!({ "take": true })).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn a_seat_cannot_lead_nor_act_as_another_seat() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 6).await;
    let own = format!("/meetings/{}", made.meeting);
    for path in ["start", "door", "closure", "groups", "position", "clock", "deputy", "nudge"] {
        let path = format!("{own}/{path}");
        let answer = server.post(&people[0].token, &path, &json!({ "locked": true })).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let path = format!("{own}/hands?seat={}", people[1].seat);
    let answer = server.post(&people[0].token, &path, &json!({ "up": true })).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let path = format!("{own}/seats/{}/name", people[1].seat);
    let answer = server.post(&people[0].token, &path, &json!({ "name": "Ola" })).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let path = format!("{own}/seats/{}/departure", people[1].seat);
    let answer = server.post(&people[0].token, &path, &json!({})).await;
    assert!(answer.status().is_client_error());
}

#[tokio::test]
async fn a_write_from_another_site_is_refused() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let cookie = format!("sl_device={}", made.leader);
    let write = |name: &'static str, value: String| {
        client()
            .post(format!("{}/meetings/{}/door", server.origin, made.meeting))
            .header("cookie", &cookie)
            .header(name, value)
            .body("locked=true")
            .send()
    };
    let status = |answer: reqwest::Response| answer.status();
    let foreign = write("origin", "https://example.org".to_owned()).await.unwrap();
    assert_eq!(status(foreign), StatusCode::FORBIDDEN);
    let foreign = write("sec-fetch-site", "cross-site".to_owned()).await.unwrap();
    assert_eq!(status(foreign), StatusCode::FORBIDDEN);
    let untold = write("x-nothing", "1".to_owned()).await.unwrap();
    assert_eq!(status(untold), StatusCode::FORBIDDEN);
    let own = write("origin", server.origin.clone()).await.unwrap();
    assert_eq!(status(own), StatusCode::SEE_OTHER);
    let own = write("sec-fetch-site", "same-origin".to_owned()).await.unwrap();
    assert_eq!(status(own), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn several_people_may_share_a_device_up_to_the_limit() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let people = server.people(&made, 1).await;
    let path = format!("/meetings/{}/seats", made.meeting);
    for number in 2..=kernel::limits::SEATS_PER_DEVICE_MAX {
        let body = json!({ "name": format!("Nummer {number}"), "shared": true });
        let answer = server.post(&people[0].token, &path, &body).await;
        assert_eq!(answer.status(), StatusCode::OK);
    }
    let body = json!({ "name": "En til", "shared": true });
    let answer = server.post(&people[0].token, &path, &body).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let phone = format!("/meetings/{}/state?seat=8", made.meeting);
    let phone = server.get(&people[0].token, &phone).send().await.unwrap();
    assert_eq!(phone.status(), StatusCode::OK);
}
