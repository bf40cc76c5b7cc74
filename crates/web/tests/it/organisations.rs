//! Two organisations in one store: what is the other's is not found, whatever the ids are.

use kernel::ids::{MeetingId, OrgId};
use reqwest::StatusCode;
use store::Org;
use store::meetings::NewMeeting;
use web::door::access::AccessRole;
use web::shell::{chance, clock};

use crate::helpers::{Server, client, plan};

/// A meeting of another organisation that has the id of one of ours, with its leader's token.
async fn beside(server: &Server, id: &MeetingId) -> (Org, String) {
    let other = server.app.store.org(&OrgId::from("naboskole"));
    let token = chance::token().unwrap();
    let grant = AccessRole::Leader.grant(&chance::token_hash(&token), Some(id), clock::now());
    let plan = plan::document::Plan { title: "Naboens møte".to_owned(), ..plan() };
    let new = NewMeeting {
        id: id.clone(),
        code: "424242".to_owned(),
        title: plan.title.clone(),
        created_at: clock::now().0,
        starts_at: 0,
        lobby_until: 0,
        join_token: String::new(),
        plan: serde_json::to_string(&plan).unwrap(),
        access: vec![grant],
        outbox: vec![],
    };
    other.create_meeting(new).await.unwrap();
    (other, token)
}

async fn page(server: &Server, token: &str, path: &str) -> String {
    let answer = server.get(token, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    answer.text().await.unwrap()
}

#[tokio::test]
async fn two_meetings_with_one_id_are_each_found_by_their_own() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let (_, neighbour) = beside(&server, &made.meeting).await;
    for what in ["plan", "console", "result"] {
        let path = format!("/meetings/{}/{what}", made.meeting);
        assert!(!page(&server, &made.leader, &path).await.contains("Naboens møte"), "{what}");
        assert!(page(&server, &neighbour, &path).await.contains("Naboens møte"), "{what}");
    }
    let typed = client().get(format!("{}/m/424242", server.origin));
    assert_eq!(typed.send().await.unwrap().status(), StatusCode::OK, "a code tells whose it is");
}

#[tokio::test]
async fn an_organiser_sees_the_meetings_of_one_organisation() {
    let server = Server::start().await;
    let made = server.meeting().await;
    let (other, _) = beside(&server, &"ffffffffffffffff".into()).await;
    let ours = server.organiser().await;
    let theirs = chance::token().unwrap();
    let grant = AccessRole::Organiser.grant(&chance::token_hash(&theirs), None, clock::now());
    other.grant(vec![grant]).await.unwrap();

    let list = page(&server, &ours, "/meetings").await;
    assert!(list.contains(made.meeting.as_str()) && !list.contains("Naboens møte"));
    let list = page(&server, &theirs, "/meetings").await;
    assert!(!list.contains(made.meeting.as_str()) && list.contains("Naboens møte"));
    for (token, foreign) in [(&ours, "ffffffffffffffff"), (&theirs, made.meeting.as_str())] {
        for what in ["plan", "console", "wall", "groups", "invitation", "print"] {
            let path = format!("/meetings/{foreign}/{what}");
            let answer = server.get(token, &path).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        }
    }
}
