//! Every route, with every role, before a meeting of somebody else's and before one's own.

use meeting::decide::people::PeopleWish;
use meeting::given::Actor;
use plan::document::Plan;
use reqwest::StatusCode;
use serde_json::json;
use web::before::meetings::Made;
use web::door::who::Who;
use web::routes::{ROUTES, Route};
use web::shell::chance;

use crate::helpers::{Server, client, plan};

/// Words that stand in the other meeting alone.
const FOREIGN: [&str; 3] = ["Bortgjemt", "Ukjente", "Hemmeleg"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Nobody,
    Stranger,
    Seat,
    Leader,
    Wall,
    Join,
    Claim,
}

const ROLES: [Role; 7] =
    [Role::Nobody, Role::Stranger, Role::Seat, Role::Leader, Role::Wall, Role::Join, Role::Claim];

/// Whom the table lets in at a meeting of their own.
fn lets_in(who: Who, role: Role) -> bool {
    match who {
        Who::Anyone => true,
        Who::Organiser => false,
        Who::Planner | Who::Leader => role == Role::Leader,
        Who::Seat => role == Role::Seat,
        Who::SeatOrLeader => matches!(role, Role::Seat | Role::Leader),
        Who::Claim => role == Role::Claim,
        Who::Wall => matches!(role, Role::Wall | Role::Leader),
        Who::Viewer => matches!(role, Role::Wall | Role::Leader | Role::Seat),
        Who::AnyRole => matches!(role, Role::Wall | Role::Leader | Role::Seat | Role::Claim),
    }
}

/// Paths that need something a fresh meeting has not, and so are not found by their own people.
const NEEDS_MORE: [&str; 4] = [
    "/meetings/{id}/invitation.ics",
    "/meetings/{id}/plan/questions",
    "/meetings/{id}/plan/tools",
    "/meetings/{id}/plan/away",
];

async fn claim(server: &Server, made: &Made) -> String {
    let token = chance::token().unwrap();
    let room = server.app.rooms.room(&server.org(), &made.meeting).await.unwrap();
    let device = chance::token_hash(&token);
    let command = PeopleWish::ClaimSeat { seat: kernel::ids::SeatId(1) };
    let op = chance::op().unwrap();
    room.wish(Actor::Newcomer, command, op, Some(device)).await.unwrap();
    token
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
    server.join(&other, "Ukjente Person").await;
    let stranger = server.join(&other, "Hemmeleg").await;
    server.begin(&other).await;
    let note = server.note(&stranger, &other, "Hemmeleg tanke").await;
    let path = format!("/meetings/{}/texts", other.meeting);
    assert_eq!(server.post(&stranger.token, &path, &note).await.status(), StatusCode::OK);
    let claiming = claim(&server, &mine).await;
    let unknown = chance::token().unwrap();
    let token = |role: Role| match role {
        Role::Nobody => "",
        Role::Stranger => unknown.as_str(),
        Role::Seat => people[0].token.as_str(),
        Role::Leader => mine.leader.as_str(),
        Role::Wall => mine.wall.as_str(),
        Role::Join => mine.join.as_str(),
        Role::Claim => claiming.as_str(),
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
            if lets_in(route.who, role) {
                continue;
            }
            let (status, _) = ask(&server, route, mine.meeting.as_str(), token(role)).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{what} of its own meeting");
        }
    }
}

#[tokio::test]
async fn whom_the_table_names_is_let_in() {
    let server = Server::start().await;
    let mine = server.meeting().await;
    let people = server.people(&mine, 5).await;
    let claiming = claim(&server, &mine).await;
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
