//! Every route, with every role, before a meeting of somebody else's and before one's own.

use meeting::decide::people::PeopleWish;
use meeting::given::Actor;
use plan::document::Plan;
use reqwest::StatusCode;
use serde_json::{Value, json};
use store::access::Grant;
use web::before::meetings::Made;
use web::door::access::AccessRole;
use web::door::who::Who;
use web::routes::{ROUTES, Route};
use web::shell::{chance, clock};

use crate::helpers::{Server, client, cookie_of, plan};

/// Words that stand in the other meeting alone.
const FOREIGN: [&str; 3] = ["Bortgjemt", "Ukjente", "Hemmeleg"];

/// What those who are in a meeting of their own may read there, and nobody else.
const OWN: [&str; 4] = ["Bare for oss", "Person 2", "Hva virker hos oss?", "Tenk, snakk, hør"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Nobody,
    Stranger,
    Seat,
    Leader,
    Wall,
    Join,
    Claim,
    /// Asked for a seat, and the leader said no.
    Refused,
    /// Had a seat, until the leader put them out.
    PutOut,
    /// Led the meeting, until the device was signed out.
    SignedOut,
    /// Led the meeting, until the link was taken back.
    TakenBack,
    /// Has a link whose time is over.
    Expired,
    /// Put a token of their own into the browser that then opened the leader's link.
    Planted,
}

const ROLES: [Role; 13] = [
    Role::Nobody,
    Role::Stranger,
    Role::Seat,
    Role::Leader,
    Role::Wall,
    Role::Join,
    Role::Claim,
    Role::Refused,
    Role::PutOut,
    Role::SignedOut,
    Role::TakenBack,
    Role::Expired,
    Role::Planted,
];

/// Those whom a meeting of their own tells nothing, wherever they are let in.
const TOLD_NOTHING: [Role; 2] = [Role::Claim, Role::Refused];

/// Whom the table lets in at a meeting of their own.
fn lets_in(who: Who, role: Role) -> bool {
    match who {
        Who::Anyone => true,
        Who::Organiser => false,
        Who::Planner | Who::Leader => role == Role::Leader,
        Who::Seat => role == Role::Seat,
        Who::SeatOrLeader => matches!(role, Role::Seat | Role::Leader),
        // Both are told what became of what they asked for.
        Who::Claim => matches!(role, Role::Claim | Role::Refused),
        Who::Wall => matches!(role, Role::Wall | Role::Leader),
        Who::Viewer => matches!(role, Role::Wall | Role::Leader | Role::Seat),
        Who::AnyRole => {
            matches!(role, Role::Wall | Role::Leader | Role::Seat | Role::Claim | Role::Refused)
        }
    }
}

/// Paths that need something a fresh meeting has not, and so are not found by their own people.
const NEEDS_MORE: [&str; 4] = [
    "/meetings/{id}/invitation.ics",
    "/meetings/{id}/plan/questions",
    "/meetings/{id}/plan/tools",
    "/meetings/{id}/plan/away",
];

/// Asks for the first seat, and returns the device's token with the number of the claim.
async fn claim(server: &Server, made: &Made) -> (String, i64) {
    let token = chance::token().unwrap();
    let room = server.app.rooms.room(&server.org(), &made.meeting).await.unwrap();
    let device = chance::token_hash(&token);
    let command = PeopleWish::ClaimSeat { seat: kernel::ids::SeatId(1) };
    let op = chance::op().unwrap();
    let answer = room.wish(Actor::Newcomer, command, op, Some(device)).await.unwrap();
    let answer: Value = serde_json::from_str(&answer.0).unwrap();
    (token, answer["made"]["claim"].as_i64().unwrap())
}

/// Opens a link in a browser that has a cookie, and returns the token that it has from then on.
async fn opened(server: &Server, link: &str, cookie: &str) -> String {
    let link = client().get(format!("{}/l/{link}", server.origin)).header("cookie", cookie);
    let cookie = cookie_of(&link.send().await.unwrap());
    cookie.split_once('=').unwrap().1.to_owned()
}

async fn leaders_link(server: &Server, made: &Made, expires_at: Option<i64>) -> String {
    let token = chance::token().unwrap();
    let hash = chance::token_hash(&token);
    let link = AccessRole::Leader.link(&hash, Some(&made.meeting), clock::now());
    server.org().grant(vec![Grant { expires_at, ..link }]).await.unwrap();
    token
}

/// Returns the tokens of those who were let in once, or never: by their roles.
async fn those_outside(server: &Server, made: &Made) -> Vec<(Role, String)> {
    let (refused, number) = claim(server, made).await;
    let path = format!("/meetings/{}/claims/{number}", made.meeting);
    let answer = server.post(&made.leader, &path, &json!({ "granted": false })).await;
    assert_eq!(answer.status(), StatusCode::OK);

    let put_out = server.join(made, "Uteligger").await;
    let path = format!("/meetings/{}/seats/{}/removal", made.meeting, put_out.seat);
    let answer = server.post(&made.leader, &path, &json!({ "out": true })).await;
    assert_eq!(answer.status(), StatusCode::OK);

    let signed_out = opened(server, &made.leader, "").await;
    let answer = client().post(format!("{}/sign-out", server.origin));
    let answer = answer.header("cookie", format!("sl_device={signed_out}"));
    let answer = answer.header("origin", &server.origin).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);

    let link = leaders_link(server, made, None).await;
    let taken_back = opened(server, &link, "").await;
    let path = format!("/meetings/{}/links/removal", made.meeting);
    let wish = json!({ "kind": "leader", "link": chance::token_hash(&link).as_str() });
    assert_eq!(server.post(&made.leader, &path, &wish).await.status(), StatusCode::OK);

    let expired = leaders_link(server, made, Some(clock::now().0 - 1)).await;
    let planted = chance::token().unwrap();
    opened(server, &made.leader, &format!("sl_device={planted}")).await;
    vec![
        (Role::Refused, refused),
        (Role::PutOut, put_out.token),
        (Role::SignedOut, signed_out),
        (Role::TakenBack, taken_back),
        (Role::Expired, expired),
        (Role::Planted, planted),
    ]
}

/// Asks for a path, at `meeting`; returns the status and what came in the first moment.
async fn ask(server: &Server, route: &Route, meeting: &str, token: &str) -> (StatusCode, String) {
    let path = route.path.replace("{id}", meeting).replace("{n}", "1").replace("{part}", "all");
    let url = format!("{}{path}", server.origin);
    let request = if route.method == "GET" {
        client().get(url)
    } else {
        client().post(url).header("content-type", "application/json").body(
            json!({ "take": true, "name": "Kari", "text": "Vi lytter", "version": 0 }).to_string(),
        )
    };
    let request = if token.is_empty() { request } else { request.bearer_auth(token) };
    let mut answer = request.send().await.unwrap();
    let status = answer.status();
    // A stream never ends, so only its beginning is read.
    let wait = std::time::Duration::from_millis(300);
    let mut body = vec![];
    while let Ok(Ok(Some(bytes))) = tokio::time::timeout(wait, answer.chunk()).await {
        body.extend_from_slice(&bytes);
    }
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn no_role_opens_a_route_of_another_meeting_or_one_that_is_not_its_own() {
    let server = Server::start().await;
    let mine = server.meeting().await;
    let hidden = Plan { title: "Bortgjemt sak".to_owned(), ..plan() };
    let other = server.meeting_of(&hidden).await;
    let people = server.people(&mine, 5).await;
    server.begin(&mine).await;
    let own = server.note(&people[0], &mine, "Bare for oss").await;
    let path = format!("/meetings/{}/texts", mine.meeting);
    assert_eq!(server.post(&people[0].token, &path, &own).await.status(), StatusCode::OK);
    server.join(&other, "Ukjente Person").await;
    let stranger = server.join(&other, "Hemmeleg").await;
    server.begin(&other).await;
    let note = server.note(&stranger, &other, "Hemmeleg tanke").await;
    let path = format!("/meetings/{}/texts", other.meeting);
    assert_eq!(server.post(&stranger.token, &path, &note).await.status(), StatusCode::OK);
    let (claiming, _) = claim(&server, &mine).await;
    let outside = those_outside(&server, &mine).await;
    let unknown = chance::token().unwrap();
    let token = |role: Role| match role {
        Role::Nobody => "",
        Role::Stranger => unknown.as_str(),
        Role::Seat => people[0].token.as_str(),
        Role::Leader => mine.leader.as_str(),
        Role::Wall => mine.wall.as_str(),
        Role::Join => mine.join.as_str(),
        Role::Claim => claiming.as_str(),
        Role::Refused
        | Role::PutOut
        | Role::SignedOut
        | Role::TakenBack
        | Role::Expired
        | Role::Planted => outside.iter().find(|(is, _)| *is == role).unwrap().1.as_str(),
    };
    let guarded: Vec<&Route> = ROUTES.iter().filter(|it| it.who != Who::Anyone).collect();
    assert!(guarded.len() > 70, "the table has lost routes");
    for route in guarded {
        for role in ROLES {
            let (status, body) = ask(&server, route, other.meeting.as_str(), token(role)).await;
            let what = format!("{role:?} {} {}", route.method, route.path);
            assert_eq!(status, StatusCode::NOT_FOUND, "{what} of another meeting");
            for word in FOREIGN {
                assert!(!body.contains(word), "{what} tells «{word}»: {body}");
            }
            let is_in = lets_in(route.who, role);
            if is_in && !TOLD_NOTHING.contains(&role) {
                continue;
            }
            let (status, body) = ask(&server, route, mine.meeting.as_str(), token(role)).await;
            assert!(
                is_in || status == StatusCode::NOT_FOUND,
                "{what} of its own meeting: {status}"
            );
            for word in OWN {
                assert!(!body.contains(word), "{what} tells «{word}» of its own: {body}");
            }
        }
    }
}

#[tokio::test]
async fn whom_the_table_names_is_let_in() {
    let server = Server::start().await;
    let mine = server.meeting().await;
    let people = server.people(&mine, 5).await;
    let (claiming, _) = claim(&server, &mine).await;
    let pages = ROUTES.iter().filter(|it| it.method == "GET" && it.path.contains("{id}"));
    let mut opened = 0;
    for route in pages.filter(|it| !NEEDS_MORE.contains(&it.path)) {
        let roles = [
            (Role::Seat, people[0].token.as_str()),
            (Role::Leader, mine.leader.as_str()),
            (Role::Wall, mine.wall.as_str()),
            (Role::Claim, claiming.as_str()),
        ];
        for (role, token) in roles.into_iter().filter(|(role, _)| lets_in(route.who, *role)) {
            let (status, _) = ask(&server, route, mine.meeting.as_str(), token).await;
            let is_in = status.is_success() || status.is_redirection();
            // A stream and the state are those of a screen, and a claim has none as data.
            let is_data_of_claim = role == Role::Claim && route.path.ends_with("/state");
            let needs_screen = role == Role::Claim && route.path.ends_with("/live");
            assert!(is_in || is_data_of_claim || needs_screen, "{role:?} {}: {status}", route.path);
            opened += u32::from(is_in);
        }
    }
    assert!(opened > 20, "only {opened} pages were opened");
}
