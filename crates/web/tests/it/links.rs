//! What was given is listed, ends by itself, and can be taken back.

use std::time::Duration;

use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use store::meetings::Settled;
use web::before::meetings::Made;
use web::door::ends::{ROLE_KEPT, WALL_KEPT};
use web::shell::clock;
use web::shell::limits::Limits;

use crate::helpers::{Server, client, cookie_of, read};
use crate::place;

async fn opened(server: &Server, link: &str) -> String {
    let answer = client().get(format!("{}{link}", server.origin)).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{link}");
    cookie_of(&answer)
}

async fn get(server: &Server, cookie: &str, path: &str) -> Response {
    let request = client().get(format!("{}{path}", server.origin)).header("cookie", cookie);
    request.send().await.unwrap()
}

async fn status(server: &Server, cookie: &str, path: &str) -> StatusCode {
    get(server, cookie, path).await.status()
}

async fn post(server: &Server, cookie: &str, path: &str, body: &Value) -> Response {
    let request = client().post(format!("{}{path}", server.origin)).header("cookie", cookie);
    let request = request.header("origin", &server.origin).header("accept", "application/json");
    let request = request.header("content-type", "application/json");
    request.body(body.to_string()).send().await.unwrap()
}

/// The values of the form that takes back the first link of a kind, and those after it.
async fn links_of(server: &Server, cookie: &str, page: &str, kind: &str) -> Vec<String> {
    let html = get(server, cookie, page).await.text().await.unwrap();
    let before =
        format!("name=\"kind\" value=\"{kind}\"><input type=\"hidden\" name=\"link\" value=\"");
    let found = html.split(&before).skip(1);
    found.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

async fn end_at(server: &Server, made: &Made, at: i64) {
    let org = server.org();
    let seq = org.last_seq(&made.meeting).await.unwrap();
    let settled = org.settle_end(&made.meeting, seq, Some(at)).await.unwrap();
    assert_eq!(settled, Settled::Done);
}

#[tokio::test]
async fn a_link_is_taken_back_with_its_devices_and_the_one_that_presses_keeps_its_own() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let console = format!("/meetings/{}/console", made.meeting);
    let page = format!("/meetings/{}/links", made.meeting);
    let leader = format!("/l/{}", made.leader);
    let (mine, lost) = (opened(&server, &leader).await, opened(&server, &leader).await);
    let wall = opened(&server, &format!("/w/{}", made.wall)).await;
    let link = links_of(&server, &mine, &page, "leader").await;
    assert_eq!(link.len(), 1);
    let html = get(&server, &mine, &page).await.text().await.unwrap();
    assert!(html.contains("2 enheter er kommet inn med den"), "{html}");
    assert!(!html.contains(&made.leader) && !html.contains(&made.wall), "a token is on the page");

    let removal = format!("{page}/removal");
    let wish = json!({ "kind": "leader", "link": link[0] });
    assert_eq!(post(&server, &wall, &removal, &wish).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(post(&server, &mine, &removal, &wish).await.status(), StatusCode::OK);
    assert_eq!(status(&server, &lost, &console).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&server, &mine, &console).await, StatusCode::OK);
    let again = client().get(format!("{}{leader}", server.origin)).send().await.unwrap();
    assert_eq!(again.status(), StatusCode::NOT_FOUND);
    let wall_page = format!("/meetings/{}/wall", made.meeting);
    assert_eq!(status(&server, &wall, &wall_page).await, StatusCode::OK);

    // Another link is made from the device that is left, and opens for the other one.
    let fresh = read(post(&server, &mine, &page, &json!({ "kind": "leader" })).await).await;
    let fresh = fresh["link"].as_str().unwrap().strip_prefix(&server.origin).unwrap().to_owned();
    let other = opened(&server, &fresh).await;
    assert_eq!(status(&server, &other, &console).await, StatusCode::OK);

    // The device says that it gives up its own too.
    let wish = json!({ "kind": "leader", "link": link[0], "here": true });
    assert_eq!(read(post(&server, &mine, &removal, &wish).await).await["go"], "/");
    assert_eq!(status(&server, &mine, &console).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&server, &other, &console).await, StatusCode::OK);
}

#[tokio::test]
async fn each_kind_of_link_is_made_anew_and_opens_its_own_page() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let page = format!("/meetings/{}/links", made.meeting);
    let mine = opened(&server, &format!("/l/{}", made.leader)).await;
    for (kind, letter, opens) in [("leader", 'l', "console"), ("wall", 'w', "wall")] {
        let fresh = read(post(&server, &mine, &page, &json!({ "kind": kind })).await).await;
        let fresh = fresh["link"].as_str().unwrap().to_owned();
        assert!(fresh.starts_with(&format!("{}/{letter}/", server.origin)), "{fresh}");
        let device = opened(&server, fresh.strip_prefix(&server.origin).unwrap()).await;
        let path = format!("/meetings/{}/{opens}", made.meeting);
        assert_eq!(status(&server, &device, &path).await, StatusCode::OK);
    }
    let fresh = read(post(&server, &mine, &page, &json!({ "kind": "join" })).await).await;
    let join = client().get(fresh["link"].as_str().unwrap()).send().await.unwrap();
    assert_eq!(join.headers().get("location").unwrap(), &format!("/m/{}", made.code));
    // A seat is its owner's, and nobody makes a link to what only the owner reads.
    server.people(&made, 1).await;
    for kind in ["seat-1", "claim-1", "organiser", "none", ""] {
        let refused = post(&server, &mine, &page, &json!({ "kind": kind })).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
    }
}

#[tokio::test]
async fn a_seats_link_stands_with_the_name_it_is_for_and_those_who_came_by_the_code_are_counted() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let page = format!("/meetings/{}/links", made.meeting);
    let mine = opened(&server, &format!("/l/{}", made.leader)).await;
    let kari = server.join(&made, "Kari").await;
    let device = opened(&server, &format!("/p/{}", kari.token)).await;
    let joined = client().post(format!("{}/m/{}/seats", server.origin, made.code));
    let joined = joined.header("origin", &server.origin).body("name=Ola").send().await.unwrap();
    let ola = cookie_of(&joined);
    let html = get(&server, &mine, &page).await.text().await.unwrap();
    assert!(html.contains("Plassen til Kari") && !html.contains("Ola"), "{html}");
    assert!(html.contains("1 enhet er kommet inn med koden"), "{html}");

    let link = links_of(&server, &mine, &page, "seat-1").await;
    let removal = format!("{page}/removal");
    let wish = json!({ "kind": "seat-1", "link": link[0] });
    assert_eq!(post(&server, &mine, &removal, &wish).await.status(), StatusCode::OK);
    let phone = format!("/meetings/{}", made.meeting);
    assert_eq!(status(&server, &device, &phone).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&server, &ola, &phone).await, StatusCode::OK);
    // The link alone is taken back, so all who sit there by the code are not named by a mistake.
    let wish = json!({ "kind": "seat-2", "link": "" });
    let refused = post(&server, &mine, &removal, &wish).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(status(&server, &ola, &phone).await, StatusCode::OK);
}

#[tokio::test]
async fn what_was_given_before_links_were_remembered_is_taken_back_together() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let page = format!("/meetings/{}/links", made.meeting);
    let leader = format!("/l/{}", made.leader);
    let (mine, lost) = (opened(&server, &leader).await, opened(&server, &leader).await);
    place::run(&server.location, "update access set link = ''").await;
    assert_eq!(links_of(&server, &mine, &page, "leader").await, [String::new()]);
    let html = get(&server, &mine, &page).await.text().await.unwrap();
    assert!(html.contains("3 lenker og enheter"), "{html}");
    let wish = json!({ "kind": "leader", "link": "" });
    let removal = format!("{page}/removal");
    assert_eq!(post(&server, &mine, &removal, &wish).await.status(), StatusCode::OK);
    let console = format!("/meetings/{}/console", made.meeting);
    assert_eq!(status(&server, &mine, &console).await, StatusCode::OK);
    assert_eq!(status(&server, &lost, &console).await, StatusCode::NOT_FOUND);
    let again = client().get(format!("{}{leader}", server.origin)).send().await.unwrap();
    assert_eq!(again.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_organiser_takes_back_the_links_to_all_meetings() {
    let server = Server::start().await;
    let link = format!("/o/{}", server.organiser().await);
    let (mine, lost) = (opened(&server, &link).await, opened(&server, &link).await);
    let other = opened(&server, &format!("/o/{}", server.organiser().await)).await;
    let listed = links_of(&server, &mine, "/links", "organiser").await;
    assert_eq!(listed.len(), 2);
    let html = get(&server, &mine, "/links").await.text().await.unwrap();
    assert!(html.contains("2 enheter er kommet inn med den"), "{html}");
    let card = html.split("rs-card").find(|card| card.contains("2 enheter")).unwrap();
    let own = listed.iter().find(|link| card.contains(*link)).unwrap();
    let wish = json!({ "kind": "organiser", "link": own });
    assert_eq!(post(&server, &mine, "/links/removal", &wish).await.status(), StatusCode::OK);
    for (device, expected) in
        [(&mine, StatusCode::OK), (&lost, StatusCode::NOT_FOUND), (&other, StatusCode::OK)]
    {
        assert_eq!(status(&server, device, "/meetings").await, expected);
    }
    let fresh = read(post(&server, &mine, "/links", &json!({ "kind": "organiser" })).await).await;
    let fresh = fresh["link"].as_str().unwrap().strip_prefix(&server.origin).unwrap().to_owned();
    assert_eq!(status(&server, &opened(&server, &fresh).await, "/meetings").await, StatusCode::OK);
}

#[tokio::test]
async fn roles_in_a_meeting_end_by_themselves_and_never_before_it_has_ended() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let organiser = server.organiser().await;
    let person = server.join(&made, "Kari").await;
    let result = format!("/meetings/{}/result", made.meeting);
    let wall = format!("/meetings/{}/wall", made.meeting);
    let status =
        async |token: &str, path: &str| server.get(token, path).send().await.unwrap().status();
    let (open, gone) = (StatusCode::OK, StatusCode::NOT_FOUND);
    assert_eq!(status(&person.token, &result).await, open);
    let ago = |kept: Duration, more_ms: i64| {
        clock::now().0 - i64::try_from(kept.as_millis()).unwrap() - more_ms
    };
    let minute = 60_000;
    end_at(&server, &made, ago(WALL_KEPT, -minute)).await;
    assert_eq!(status(&made.wall, &wall).await, open);
    end_at(&server, &made, ago(WALL_KEPT, minute)).await;
    assert_eq!(status(&made.wall, &wall).await, gone);
    end_at(&server, &made, ago(ROLE_KEPT, -minute)).await;
    for token in [&person.token, &made.leader, &organiser] {
        assert_eq!(status(token, &result).await, open);
    }
    end_at(&server, &made, ago(ROLE_KEPT, minute)).await;
    for token in [&person.token, &made.leader] {
        assert_eq!(status(token, &result).await, gone);
    }
    assert_eq!(status(&organiser, &result).await, open);
    let link = client().get(format!("{}/l/{}", server.origin, made.leader)).send().await.unwrap();
    assert_eq!(link.status(), gone);
}

#[tokio::test]
async fn the_page_says_when_each_link_ends() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let organiser = server.organiser().await;
    let page = format!("/meetings/{}/links", made.meeting);
    let html = async || server.get(&organiser, &page).send().await.unwrap().text().await.unwrap();
    let before = html().await;
    assert!(before.contains("Virker til 30 dager etter at møtet er avsluttet"), "{before}");
    assert!(before.contains("Virker til én dag etter at møtet er avsluttet"), "{before}");
    assert!(before.contains("Virker like lenge som koden"), "{before}");
    end_at(&server, &made, clock::now().0 - 2 * 24 * 60 * 60 * 1000).await;
    let after = html().await;
    assert!(after.contains("Virket til ") && after.contains("Virker til "), "{after}");
    let own = server.get(&organiser, "/links").send().await.unwrap().text().await.unwrap();
    assert!(own.contains("400 dager"), "{own}");
}

#[tokio::test]
async fn a_stream_ends_soon_after_its_link_was_taken_back_however_often_it_is_rung() {
    let access_again = Duration::from_millis(700);
    assert!(Limits::default().access_again < Duration::from_mins(1));
    let server = Server::start_with(Limits { access_again, ..Limits::default() }).await;
    let made = server.meeting().await;
    let people = server.people(&made, 2).await;
    let page = format!("/meetings/{}/links", made.meeting);
    let mine = opened(&server, &format!("/l/{}", made.leader)).await;
    let wall = opened(&server, &format!("/w/{}", made.wall)).await;
    let live = format!("/meetings/{}/live?as=wall", made.meeting);
    let mut stream = get(&server, &wall, &live).await;
    let link = links_of(&server, &mine, &page, "wall").await;
    let wish = json!({ "kind": "wall", "link": link[0] });
    let taken = post(&server, &mine, &format!("{page}/removal"), &wish).await;
    assert_eq!(taken.status(), StatusCode::OK);
    let over = async {
        let mut heard = String::new();
        while let Ok(Some(bytes)) = stream.chunk().await {
            heard.push_str(&String::from_utf8_lossy(&bytes));
        }
        heard
    };
    let rings = async {
        loop {
            for up in [true, false] {
                let path = format!("/meetings/{}/hands", made.meeting);
                server.post(&people[0].token, &path, &json!({ "up": up })).await;
                tokio::time::sleep(Duration::from_millis(150)).await;
            }
        }
    };
    let heard = tokio::select! {
        heard = over => heard,
        () = rings => String::new(),
        () = tokio::time::sleep(Duration::from_secs(10)) => String::new(),
    };
    assert!(heard.ends_with("event: over\ndata: {}\n\n"), "{heard}");
}

#[tokio::test]
async fn whoever_signs_out_is_out_by_every_cookie_the_device_has_had() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let console = format!("/meetings/{}/console", made.meeting);
    let first = opened(&server, &format!("/l/{}", made.leader)).await;
    let again = client().get(format!("{}/w/{}", server.origin, made.wall));
    let second = cookie_of(&again.header("cookie", &first).send().await.unwrap());
    assert_eq!(status(&server, &first, &console).await, StatusCode::OK);
    assert_eq!(status(&server, &second, &console).await, StatusCode::OK);
    assert_eq!(post(&server, &second, "/sign-out", &json!({})).await.status(), StatusCode::OK);
    assert_eq!(status(&server, &first, &console).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&server, &second, &console).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_way_out_of_a_device_is_on_the_phone_the_console_and_the_list_of_meetings() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let organiser = server.organiser().await;
    let person = server.join(&made, "Kari").await;
    let own = format!("/meetings/{}", made.meeting);
    for (token, path) in [
        (&person.token, own.clone()),
        (&made.leader, format!("{own}/console")),
        (&made.leader, format!("{own}/links")),
        (&organiser, "/meetings".to_owned()),
        (&organiser, "/links".to_owned()),
    ] {
        let html = server.get(token, &path).send().await.unwrap().text().await.unwrap();
        assert_eq!(html.matches("data-clears-device").count(), 1, "{path}");
        assert!(html.contains("Logg av denne enheten"), "{path}");
    }
}
