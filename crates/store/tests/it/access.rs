use kernel::ids::OrgId;
use store::access::Grant;

use crate::harness::{Home, MEETING, ORG, access_row, on_both_engines};

on_both_engines! {
    a_token_opens_what_it_was_granted_and_nothing_else,
    granting_twice_changes_nothing,
    a_token_is_taken_from_one_meeting_or_from_all,
    a_role_is_taken_whichever_token_holds_it,
    a_grant_is_whole_or_nothing,
    a_token_may_be_given_what_another_has,
}

async fn a_token_opens_what_it_was_granted_and_nothing_else(home: Home) {
    let store = home.open().await;
    let whole = access_row("t", None, "organiser");
    let one =
        Grant { expires_at: Some(9), ..access_row("t", Some(MEETING.as_str()), "facilitator") };
    let other = access_row("u", Some(MEETING.as_str()), "guest");
    store.org(&ORG).grant(vec![whole.clone(), one.clone(), other.clone()]).await.unwrap();
    assert_eq!(store.access(&"t".into()).await.unwrap(), [whole, one].map(ours));
    assert_eq!(store.access(&"u".into()).await.unwrap(), [other].map(ours));
    assert!(store.access(&"v".into()).await.unwrap().is_empty());
}

async fn granting_twice_changes_nothing(home: Home) {
    let store = home.open().await;
    let row = access_row("t", Some(MEETING.as_str()), "guest");
    store.org(&ORG).grant(vec![row.clone(), row.clone()]).await.unwrap();
    let later = Grant { created_at: 9999, ..row.clone() };
    store.org(&ORG).grant(vec![later]).await.unwrap();
    assert_eq!(store.access(&"t".into()).await.unwrap(), [ours(row)]);
}

async fn a_token_is_taken_from_one_meeting_or_from_all(home: Home) {
    let store = home.open().await;
    let rows = [None, Some("m1"), Some("m2")].map(|meeting| access_row("t", meeting, "guest"));
    let other = access_row("u", Some("m1"), "guest");
    store.org(&ORG).grant(rows.to_vec()).await.unwrap();
    store.org(&ORG).grant(vec![other.clone()]).await.unwrap();
    store.org(&ORG).revoke(&"t".into(), &"m1".into()).await.unwrap();
    assert_eq!(
        store.access(&"t".into()).await.unwrap(),
        [rows[0].clone(), rows[2].clone()].map(ours)
    );
    store.revoke_everywhere(&"t".into()).await.unwrap();
    assert!(store.access(&"t".into()).await.unwrap().is_empty());
    assert_eq!(store.access(&"u".into()).await.unwrap(), [other].map(ours));
}

async fn a_role_is_taken_whichever_token_holds_it(home: Home) {
    let store = home.open().await;
    let guest = access_row("t", Some("m1"), "guest");
    let rows = vec![
        access_row("t", Some("m1"), "facilitator"),
        access_row("u", Some("m1"), "facilitator"),
        guest.clone(),
        Grant { subject: "p2".into(), ..access_row("v", Some("m1"), "facilitator") },
        access_row("w", Some("m2"), "facilitator"),
    ];
    store.org(&ORG).grant(rows).await.unwrap();
    store.org(&ORG).revoke_role(Some(&"m1".into()), "facilitator", "p1").await.unwrap();
    assert_eq!(store.access(&"t".into()).await.unwrap(), [guest].map(ours));
    assert!(store.access(&"u".into()).await.unwrap().is_empty());
    assert_eq!(store.access(&"v".into()).await.unwrap().len(), 1);
    assert_eq!(store.access(&"w".into()).await.unwrap().len(), 1);
}

async fn a_grant_is_whole_or_nothing(home: Home) {
    let store = home.open().await;
    let rows = vec![access_row("t", None, "guest"), access_row("t", None, "")];
    assert!(store.org(&ORG).grant(rows).await.is_err());
    assert!(store.access(&"t".into()).await.unwrap().is_empty());
}

async fn a_token_may_be_given_what_another_has(home: Home) {
    let store = home.open().await;
    let rows = [access_row("t", None, "organiser"), access_row("t", Some("m1"), "guest")];
    store.org(&ORG).grant(rows.to_vec()).await.unwrap();
    store.org(&ORG).grant(vec![access_row("u", Some("m1"), "guest")]).await.unwrap();
    store.copy_access(&"t".into(), &"u".into()).await.unwrap();
    let copied = rows.clone().map(|row| Grant { token: "u".into(), ..row });
    assert_eq!(store.access(&"u".into()).await.unwrap(), copied.map(ours));
    assert_eq!(store.access(&"t".into()).await.unwrap(), rows.map(ours));
    store.copy_access(&"nobody".into(), &"v".into()).await.unwrap();
    assert!(store.access(&"v".into()).await.unwrap().is_empty());
}

fn ours(grant: Grant) -> (OrgId, Grant) {
    (ORG.clone(), grant)
}
