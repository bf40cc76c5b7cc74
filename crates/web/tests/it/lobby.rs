//! From when a code means its meeting, and what a scanned square is worth.

use plan::document::Plan;
use reqwest::{Response, StatusCode};
use serde_json::json;
use web::before::meetings::Made;

use crate::helpers::{Server, client, cookie_of, location_of, plan, read};

/// A meeting in a year that nobody here will see.
fn far_off() -> Plan {
    Plan { starts_at: "2199-04-26T14:00".to_owned(), ..plan() }
}

async fn typed(server: &Server, made: &Made) -> (StatusCode, StatusCode) {
    let join = client().post(format!("{}/join", server.origin));
    let join = join.body(format!("code={}", made.code)).send().await.unwrap();
    let page = client().get(format!("{}/m/{}", server.origin, made.code)).send().await.unwrap();
    (join.status(), page.status())
}

async fn scanned(server: &Server, made: &Made) -> Response {
    let square = client().get(format!("{}/j/{}", server.origin, made.join));
    square.header("accept", "application/json").send().await.unwrap()
}

const WRONG: (StatusCode, StatusCode) = (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND);
const RIGHT: (StatusCode, StatusCode) = (StatusCode::SEE_OTHER, StatusCode::OK);

#[tokio::test]
async fn before_its_day_a_typed_code_is_a_wrong_one_and_whoever_scans_is_told_to_come_again() {
    let server = Server::start().await;
    let made = server.planned(&far_off()).await;
    assert_eq!(typed(&server, &made).await, WRONG);
    for path in ["seats", "claims"] {
        let url = format!("{}/m/{}/{path}", server.origin, made.code);
        let sent = client().post(url).header("accept", "application/json").body("name=A&seat=1");
        let answer = sent.send().await.unwrap();
        assert_eq!(read(answer).await["error"]["code"], "no-such-code", "{path}");
    }
    let early = scanned(&server, &made).await;
    assert_eq!(early.status(), StatusCode::CONFLICT);
    assert_eq!(read(early).await["error"]["code"], "not-open-yet");
    let seats = format!("/m/{}/seats", made.code);
    let by_program = server.post(&made.join, &seats, &json!({ "name": "Program" })).await;
    assert_eq!(read(by_program).await["error"]["code"], "not-open-yet");

    // The day is moved to one that has come.
    let words = format!("/meetings/{}/plan/words", made.meeting);
    let moved = json!({ "field": "starts_at", "text": "2026-01-05T14:00" });
    let moved = server.post(&made.leader, &words, &moved).await;
    assert_eq!(moved.status(), StatusCode::OK, "{}", moved.text().await.unwrap());
    assert_eq!(typed(&server, &made).await, RIGHT);
    assert_eq!(scanned(&server, &made).await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn whoever_opens_the_console_or_the_wall_opens_the_lobby() {
    let server = Server::start().await;
    for plan in [far_off(), plan()] {
        for (token, screen) in [("leader", "console"), ("wall", "wall")] {
            let made = server.planned(&plan).await;
            assert_eq!(typed(&server, &made).await, WRONG);
            let token = if token == "leader" { &made.leader } else { &made.wall };
            let path = format!("/meetings/{}/{screen}", made.meeting);
            let opened = server.get(token, &path).send().await.unwrap();
            assert_eq!(opened.status(), StatusCode::OK);
            assert_eq!(typed(&server, &made).await, RIGHT, "after the {screen}");
        }
    }
}

#[tokio::test]
async fn a_meeting_from_before_starts_were_kept_gets_its_start_from_its_plan() {
    let server = Server::start().await;
    let made = server.planned(&far_off()).await;
    server.org().follow_plan(&made.meeting, "Bedre møter", 0).await.unwrap();
    assert_eq!(typed(&server, &made).await, WRONG);
    let row = server.org().meeting(&made.meeting).await.unwrap().unwrap();
    assert!(row.starts_at > 0, "it has been worked out");
}

#[tokio::test]
async fn a_device_that_has_scanned_the_square_is_known_in_that_meeting_alone() {
    let server = Server::start().await;
    let (made, other) = (server.meeting().await, server.meeting().await);
    let square = scanned(&server, &made).await;
    assert_eq!(location_of(&square), format!("/m/{}", made.code));
    let cookie = cookie_of(&square);
    let opens = async |path: &str| {
        let page = client().get(format!("{}{path}", server.origin)).header("cookie", &cookie);
        page.send().await.unwrap().status()
    };
    for path in ["", "/state", "/console", "/wall", "/result", "/live"] {
        let path = format!("/meetings/{}{path}", made.meeting);
        assert_eq!(opens(&path).await, StatusCode::NOT_FOUND, "{path}: the way in is no role");
    }
    let knows = async |made: &Made| {
        let token = cookie.split_once('=').unwrap().1;
        let device = web::shell::device::Device {
            token_hash: Some(web::shell::chance::token_hash(token)),
            by_bearer: false,
        };
        server.app.known_by_code(&device, &made.code).await.unwrap().is_some()
    };
    assert!(knows(&made).await && !knows(&other).await);
    let joined = client()
        .post(format!("{}/m/{}/seats", server.origin, made.code))
        .header("cookie", &cookie)
        .header("origin", &server.origin)
        .body("name=Kari");
    let seated = cookie_of(&joined.send().await.unwrap());
    let phone = format!("{}/meetings/{}", server.origin, made.meeting);
    let phone = client().get(phone).header("cookie", seated).send().await.unwrap();
    assert_eq!(phone.status(), StatusCode::OK);
}

#[tokio::test]
async fn the_square_on_the_wall_is_no_code_to_guess_from() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let invitation = format!("/meetings/{}/invitation", made.meeting);
    let page = server.get(&made.leader, &invitation).send().await.unwrap().text().await.unwrap();
    assert!(page.contains(&format!("/j/{}", made.join)), "the link is the square's");
    assert!(page.contains("Koden virker når møtelederen har åpnet møtet."), "{page}");
}

#[tokio::test]
async fn a_seat_that_writes_too_fast_is_asked_to_wait_and_loses_nothing() {
    let limits = web::shell::limits::Limits {
        seat_rate: web::shell::limits::SeatRate {
            writes_at_once: 3,
            writes_a_second: 2,
            bytes_a_minute: 1_000_000,
        },
        ..web::shell::limits::Limits::default()
    };
    let server = Server::start_with(limits).await;
    let made = server.meeting().await;
    let (kari, ola) = (server.join(&made, "Kari").await, server.join(&made, "Ola").await);
    let parked = format!("/meetings/{}/parked", made.meeting);
    let park =
        async |token: &str, text: &str| server.post(token, &parked, &json!({ "text": text })).await;
    let mut waited = None;
    for number in 0..5 {
        let answer = park(&kari.token, &format!("Sak {number}")).await;
        if answer.status() == StatusCode::TOO_MANY_REQUESTS {
            waited = Some((number, answer));
            break;
        }
        assert_eq!(answer.status(), StatusCode::OK);
    }
    let (number, answer) = waited.expect("the fourth or fifth waits");
    let retry_s: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert_eq!(read(answer).await["error"]["code"], "too-fast");
    assert_eq!(park(&ola.token, "Olas").await.status(), StatusCode::OK, "others write on");
    assert_eq!(park(&made.leader, "Lederens").await.status(), StatusCode::OK);
    tokio::time::sleep(std::time::Duration::from_secs(retry_s)).await;
    let again = park(&kari.token, &format!("Sak {number}")).await;
    assert_eq!(again.status(), StatusCode::OK);
    let console = server.screen(&made.leader, &made, "console").await;
    let text = console.to_string();
    for number in 0..=number {
        assert_eq!(text.matches(&format!("\"Sak {number}\"")).count(), 1, "once: {text}");
    }
}
