//! From an old agenda to an invitation, as programs and browsers without scripts do it.

use reqwest::StatusCode;
use serde_json::{Value, json};
use web::before::thresholds::thresholds;

use crate::helpers::{Server, client, read};

const OLD: &str = "Personalmøte fredag kl. 12.\nSaksliste:\n1. Rektor legger frem resultatene fra \
                   elevundersøkelsen\n2. Diskusjon\n3. Eventuelt";

async fn newest(server: &Server, token: &str, path: &str) -> Value {
    let request = server.get(token, path).header("accept", "application/json");
    read(request.send().await.unwrap()).await
}

#[tokio::test]
async fn a_pasted_agenda_becomes_a_plan_with_its_guesses() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let made = server.post(&token, "/meetings/import", &json!({ "text": OLD })).await;
    let made = read(made).await;
    let plan = newest(&server, &token, made["go"].as_str().unwrap()).await;
    let items = plan["plan"]["items"].as_array().unwrap();
    assert_eq!(items.len(), 3);
    assert!(items.iter().all(|item| item["kind_guessed"] == true));
    assert_eq!(items[1]["title"], "Diskusjon");
}

#[tokio::test]
async fn a_file_is_read_by_its_bytes_and_a_hostile_one_is_refused_in_words() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let send = async |bytes: Vec<u8>| {
        let boundary = "a-boundary-of-our-own";
        let mut body = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nBehold meg\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend(bytes);
        body.extend(format!("\r\n--{boundary}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={boundary}");
        let request = client().post(format!("{}/meetings/import", server.origin));
        let request = request.bearer_auth(&token).header("content-type", kind);
        let request = request.header("accept-language", "nb");
        let answer = request.body(body).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    };
    assert_eq!(send(OLD.as_bytes().to_vec()).await.0, StatusCode::SEE_OTHER);
    let (status, page) = send(b"PK\x03\x04nothing".to_vec()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Behold meg"), "the pasted text stays in its field");
    let (status, page) = send(vec![b'a'; agenda::FILE_BYTES_MAX + 10]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("større enn 10 MB"), "{page}");
    let (status, page) = send(vec![b'a'; 7 * agenda::FILE_BYTES_MAX]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("større enn 10 MB"), "{page}");
}

#[tokio::test]
async fn what_is_missing_asks_for_a_line_and_stops_nothing() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let path = format!("/meetings/{}/invitation", made.meeting);
    let bare = server.post(&made.leader, &path, &json!({ "do": "send" })).await;
    assert_eq!(bare.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let spite = json!({ "do": "send", "reason": "Tida settes i morgen" });
    assert_eq!(server.post(&made.leader, &path, &spite).await.status(), StatusCode::OK);
    let plan_path = format!("/meetings/{}/plan", made.meeting);
    let plan = newest(&server, &made.leader, &plan_path).await;
    assert_eq!(plan["plan"]["standing"]["is"], "sent");
    assert_eq!(plan["plan"]["standing"]["in_spite_of"], "Tida settes i morgen");
    let off = json!({ "do": "call-off", "reason": "Halve kollegiet er sykt" });
    server.post(&made.leader, &path, &off).await;
    let page = server.get(&made.leader, &path).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("Halve kollegiet er sykt"));
    server.post(&made.leader, &path, &json!({ "do": "take-up" })).await;
    let plan = newest(&server, &made.leader, &plan_path).await;
    assert_eq!(plan["plan"]["standing"]["is"], "draft");
}

#[tokio::test]
async fn the_calendar_file_is_there_when_the_hours_are() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let path = format!("/meetings/{}/invitation.ics", made.meeting);
    let none = server.get(&made.leader, &path).send().await.unwrap();
    assert_eq!(none.status(), StatusCode::NOT_FOUND);
    let words = format!("/meetings/{}/plan/words", made.meeting);
    for (field, text) in [("starts_at", "2027-04-26T12:00"), ("ends_at", "2027-04-26T14:00")] {
        let word = json!({ "field": field, "before": "", "text": text });
        assert_eq!(server.post(&made.leader, &words, &word).await.status(), StatusCode::OK);
    }
    let file = server.get(&made.leader, &path).send().await.unwrap();
    let disposition = file.headers().get("content-disposition").unwrap().to_str().unwrap();
    assert!(disposition.starts_with("attachment"));
    assert!(file.text().await.unwrap().contains("DTSTART;TZID=Europe/Oslo:20270426T120000"));
}

#[tokio::test]
async fn the_organisations_own_numbers_count_at_once() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let own = json!({ "lead_days_min": 12, "active_percent_min": "" });
    assert_eq!(server.post(&token, "/settings/advice", &own).await.status(), StatusCode::OK);
    let limits = thresholds(&server.org()).await.unwrap();
    assert_eq!((limits.lead_days_min, limits.active_percent_min), (12, 50));
    let outside = json!({ "lead_days_min": 700 });
    let refused = server.post(&token, "/settings/advice", &outside).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(thresholds(&server.org()).await.unwrap().lead_days_min, 12);
}

#[tokio::test]
async fn a_template_leaves_the_day_and_the_standing_behind() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let made = server.meeting().await;
    let keep = format!("/meetings/{}/template", made.meeting);
    let kept =
        read(server.post(&token, &keep, &json!({ "name": " Overgang \n møte " })).await).await;
    let id = kept["made"]["template"].as_str().unwrap();
    let start = json!({ "template": id, "starts_at": "2027-05-03T12:00" });
    let started = read(server.post(&token, "/meetings", &start).await).await;
    let plan = newest(&server, &token, started["go"].as_str().unwrap()).await;
    assert_eq!(plan["plan"]["items"].as_array().unwrap().len(), 2);
    assert_eq!(plan["plan"]["starts_at"], "2027-05-03T12:00");
    let gone = format!("/templates/{id}/removal");
    assert_eq!(server.post(&token, &gone, &json!({})).await.status(), StatusCode::OK);
    let late = server.post(&token, "/meetings", &json!({ "template": id })).await;
    assert_eq!(late.status(), StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_meeting_that_is_made_twice_by_the_same_press_is_one_meeting() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let ways = [
        ("/meetings", json!({ "template": "plain", "title": "Fagdag" })),
        ("/meetings/import", json!({ "text": OLD })),
        ("/meetings/quick", json!({ "wiser": "gode spørsmål", "minutes": 90, "people": 20 })),
    ];
    for (count, (path, mut body)) in ways.into_iter().enumerate() {
        body["op"] = json!(format!("{count:032x}"));
        let first = read(server.post(&token, path, &body).await).await;
        assert_eq!(first["ok"], true, "{path}: {first}");
        let again = read(server.post(&token, path, &body).await).await;
        assert_eq!((&again["go"], &again["made"]), (&first["go"], &first["made"]), "{path}");
        let meetings = server.org().meetings().await.unwrap();
        assert_eq!(meetings.len(), count + 1, "{path}");
        for links in [&first["links"], &again["links"]] {
            let link = links["console"].as_str().unwrap();
            let answer = client().get(link).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::SEE_OTHER, "each answer's link opens it");
        }
    }
}

#[tokio::test]
async fn one_press_sent_many_times_at_once_makes_one_meeting() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let body = json!({ "template": "plain", "op": "a".repeat(32) });
    let all = (0..8).map(|_| server.post(&token, "/meetings", &body));
    for answer in futures::future::join_all(all).await {
        assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
    }
    assert_eq!(server.org().meetings().await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_earlier_meeting_is_copied_without_what_belonged_to_its_day() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let earlier = server.meeting().await;
    let plan = json!({ "version": 1, "purpose": "Lære av hverandre", "place": "Rom 3",
        "ends_at": "2027-04-26T15:00" });
    server.post(&token, &format!("/meetings/{}/plan", earlier.meeting), &plan).await;
    let send = json!({ "do": "send", "reason": "Tida settes i morgen" });
    server.post(&token, &format!("/meetings/{}/invitation", earlier.meeting), &send).await;
    let copy =
        json!({ "copy": earlier.meeting, "title": "Neste", "starts_at": "2027-05-03T13:00" });
    let made = read(server.post(&token, "/meetings", &copy).await).await;
    let plan = &newest(&server, &token, made["go"].as_str().unwrap()).await["plan"];
    assert_eq!(plan["items"].as_array().unwrap().len(), 2);
    assert_eq!((&plan["title"], &plan["purpose"]), (&json!("Neste"), &json!("Lære av hverandre")));
    assert_eq!((&plan["starts_at"], &plan["ends_at"]), (&json!("2027-05-03T13:00"), &json!("")));
    assert_eq!(plan["standing"]["is"], "draft");
    let path = format!("/meetings/{}/plan", earlier.meeting);
    assert_eq!(newest(&server, &token, &path).await["plan"]["title"], "Bedre møter");
}

#[tokio::test]
async fn a_template_and_a_copy_leave_the_same_behind() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let made = server.meeting().await;
    let path = format!("/meetings/{}/plan", made.meeting);
    let add = json!({ "version": 1, "do": "prep-add", "place": "Rom 3",
        "starts_at": "2027-04-26T13:00", "item-i1-starts_at": "13:20" });
    server.post(&token, &path, &add).await;
    let id = newest(&server, &token, &path).await["plan"]["preparation"][0]["id"].clone();
    let name = |field: &str| format!("prep-{}-{field}", id.as_str().unwrap());
    let due = json!({ "version": 2, name("instruction"): "Les artikkelen",
        name("due_at"): "2027-04-25T08:00" });
    server.post(&token, &path, &due).await;
    let keep = format!("/meetings/{}/template", made.meeting);
    let kept = read(server.post(&token, &keep, &json!({ "name": "Overgang" })).await).await;
    let mut plans = vec![];
    for body in [
        json!({ "template": kept["made"]["template"], "starts_at": "2027-09-06T08:00" }),
        json!({ "copy": made.meeting, "starts_at": "2027-09-06T08:00" }),
    ] {
        let started = read(server.post(&token, "/meetings", &body).await).await;
        let plan = newest(&server, &token, started["go"].as_str().unwrap()).await["plan"].clone();
        let task = &plan["preparation"][0];
        assert_eq!((&task["due_at"], &task["instruction"]), (&json!(""), &json!("Les artikkelen")));
        assert_eq!((&plan["place"], &plan["items"][0]["starts_at"]), (&json!(""), &json!("")));
        plans.push(plan);
    }
    assert_eq!(plans[0], plans[1]);
}

#[tokio::test]
async fn paper_and_editor_reckon_with_as_many_people() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let made = server.meeting().await;
    let run = server.get(&made.leader, &format!("/meetings/{}/print/run", made.meeting));
    let run = run.send().await.unwrap().text().await.unwrap();
    let row = run.split("<section").find(|it| it.contains("Tenk, snakk, hør")).unwrap();
    let steps = row.split("<tr>").skip(2);
    let on_paper: Vec<u64> = steps.map(minutes_in).collect();
    let path = format!("/meetings/{}/plan", made.meeting);
    let own = json!({ "version": 1, "do": "own-parts:i1" });
    assert_eq!(server.post(&token, &path, &own).await.status(), StatusCode::OK);
    let plan = newest(&server, &token, &path).await;
    let parts = plan["plan"]["items"][0]["parts"].as_array().unwrap();
    let in_editor: Vec<u64> = parts.iter().map(|it| it["minutes"].as_u64().unwrap()).collect();
    assert_eq!(on_paper, in_editor);
}

/// The first length in a piece of a page: «12 minutter».
fn minutes_in(html: &str) -> u64 {
    let before = html.split(" minutt").next().unwrap();
    let digits = before.rsplit(|sign: char| !sign.is_ascii_digit()).next().unwrap();
    digits.parse().unwrap()
}

#[tokio::test]
async fn a_block_with_own_steps_keeps_them_apart_from_those_where_it_comes_to() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let (here, there) = (server.meeting().await, server.meeting().await);
    let [leaves, arrives] = [&here, &there].map(|it| format!("/meetings/{}/plan", it.meeting));
    for path in [&leaves, &arrives] {
        let own = json!({ "version": 1, "do": "own-parts:i1" });
        assert_eq!(server.post(&token, path, &own).await.status(), StatusCode::OK);
    }
    let moved = json!({ "item": "i1", "to": there.meeting });
    assert_eq!(
        server.post(&token, &format!("{leaves}/away"), &moved).await.status(),
        StatusCode::OK
    );
    let plan = newest(&server, &token, &arrives).await;
    let items = plan["plan"]["items"].as_array().unwrap();
    let steps = items.iter().flat_map(|item| item["parts"].as_array().unwrap());
    let ids: Vec<&str> = steps.map(|step| step["id"].as_str().unwrap()).collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!((unique.len(), ids.contains(&"")), (ids.len(), false), "{ids:?}");
}

#[tokio::test]
async fn a_block_that_is_moved_stands_last_in_the_other_meeting_and_once() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let (here, there) = (server.meeting().await, server.meeting().await);
    let [leaves, arrives] = [&here, &there].map(|it| format!("/meetings/{}/plan", it.meeting));
    let choose = server.get(&token, &format!("{leaves}/away?item=i1")).send().await.unwrap();
    assert!(choose.text().await.unwrap().contains(there.meeting.as_str()));
    let body = json!({ "item": "i1", "to": there.meeting, "op": "b".repeat(32) });
    for _ in 0..2 {
        let answer = server.post(&token, &format!("{leaves}/away"), &body).await;
        assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
    }
    let titles = async |path: &str| {
        let plan = newest(&server, &token, path).await;
        let items = plan["plan"]["items"].as_array().unwrap().clone();
        items.iter().map(|it| it["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&leaves).await, ["Veien videre"]);
    assert_eq!(titles(&arrives).await, ["Tenk, snakk, hør", "Veien videre", "Tenk, snakk, hør"]);
    // It can be taken back here, and is then in both.
    let undo = json!({ "version": 2 });
    server.post(&token, &format!("{leaves}/undo"), &undo).await;
    assert_eq!(titles(&leaves).await, ["Tenk, snakk, hør", "Veien videre"]);
}
