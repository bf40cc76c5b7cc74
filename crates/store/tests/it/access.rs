use kernel::ids::TokenHash;
use store::Store;
use store::access::{Grant, GrantRow, LinkRow};
use store::meetings::Settled;

use crate::harness::{Home, MEETING, ORG, access_row, new_meeting, on_both_engines};

on_both_engines! {
    a_token_opens_what_it_was_granted_and_nothing_else,
    granting_twice_changes_nothing,
    a_token_is_taken_from_one_meeting_or_from_all,
    a_role_is_taken_whichever_token_holds_it,
    a_grant_is_whole_or_nothing,
    a_new_token_of_a_device_has_what_the_old_one_has,
    whoever_signs_out_takes_it_from_every_token_of_the_device_and_of_no_other,
    what_a_token_opens_says_when_the_meeting_ended,
    a_device_remembers_the_link_it_opened_last,
    a_link_that_was_taken_back_opens_nothing_more,
    a_link_is_taken_back_with_the_devices_that_opened_it,
    a_link_counts_devices_and_not_their_tokens,
    what_does_not_say_its_link_is_one_line_and_is_taken_back_together,
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
    store.sign_out(&"t".into()).await.unwrap();
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

async fn a_new_token_of_a_device_has_what_the_old_one_has(home: Home) {
    let store = home.open().await;
    let rows = [access_row("t", None, "organiser"), access_row("t", Some("m1"), "guest")];
    store.org(&ORG).grant(rows.to_vec()).await.unwrap();
    store.org(&ORG).grant(vec![access_row("u", Some("m1"), "guest")]).await.unwrap();
    store.renew(&"t".into(), &"u".into()).await.unwrap();
    let copied = rows.clone().map(|row| Grant { token: "u".into(), ..row });
    assert_eq!(store.access(&"u".into()).await.unwrap(), copied.map(ours));
    assert_eq!(store.access(&"t".into()).await.unwrap(), rows.map(ours));
    store.renew(&"nobody".into(), &"v".into()).await.unwrap();
    assert!(store.access(&"v".into()).await.unwrap().is_empty());
    assert_eq!(home.number("select count(*) from renewal").await, Some(1));
}

async fn whoever_signs_out_takes_it_from_every_token_of_the_device_and_of_no_other(home: Home) {
    let store = home.open().await;
    let other = access_row("other", Some("m1"), "guest");
    store.org(&ORG).grant(vec![access_row("t1", Some("m1"), "guest"), other]).await.unwrap();
    for (old, fresh) in [("t1", "t2"), ("t2", "t3"), ("t1", "t4"), ("other", "other2")] {
        store.renew(&old.into(), &fresh.into()).await.unwrap();
    }
    store.sign_out(&"t3".into()).await.unwrap();
    for token in ["t1", "t2", "t3", "t4"] {
        assert!(store.access(&token.into()).await.unwrap().is_empty(), "{token}");
    }
    for token in ["other", "other2"] {
        assert_eq!(store.access(&token.into()).await.unwrap().len(), 1, "{token}");
    }
    store.sign_out(&"other".into()).await.unwrap();
    assert!(store.access(&"other2".into()).await.unwrap().is_empty());
    assert_eq!(home.number("select count(*) from renewal").await, Some(0));
}

async fn what_a_token_opens_says_when_the_meeting_ended(home: Home) {
    let store = home.open().await;
    store.org(&ORG).create_meeting(new_meeting("m7", "777777")).await.unwrap();
    store.org(&ORG).grant(vec![access_row("t", Some("m7"), "guest")]).await.unwrap();
    let ended_at =
        || async { store.access(&"t".into()).await.unwrap().first().unwrap().meeting_ended_at };
    assert_eq!(ended_at().await, None);
    let settled = store.org(&ORG).settle_end(&"m7".into(), 0, Some(5000)).await.unwrap();
    assert_eq!((settled, ended_at().await), (Settled::Done, Some(5000)));
}

/// A link to lead a meeting, made at a moment.
fn link(token: &str, at: i64) -> Grant {
    let row = access_row(token, Some("m1"), "leader");
    Grant { link: Some(token.into()), created_at: at, ..row }
}

async fn open(store: &Store, link: &str, device: &str, at: i64) -> bool {
    let (meeting, link, device) = ("m1".into(), link.into(), device.into());
    store.org(&ORG).open_link(&link, (Some(&meeting), "leader"), &device, at).await.unwrap()
}

async fn links(store: &Store, viewer: &str) -> Vec<LinkRow> {
    store.org(&ORG).links(Some(&"m1".into()), &viewer.into()).await.unwrap()
}

async fn revoke(store: &Store, link: Option<&str>, but: Option<&str>) {
    let (link, but) = (link.map(TokenHash::from), but.map(TokenHash::from));
    let (org, meeting) = (store.org(&ORG), "m1".into());
    let done = org.revoke_link(Some(&meeting), "leader", link.as_ref(), but.as_ref());
    done.await.unwrap();
}

async fn a_device_remembers_the_link_it_opened_last(home: Home) {
    let store = home.open().await;
    store.org(&ORG).grant(vec![link("l1", 10), link("l2", 20)]).await.unwrap();
    assert!(open(&store, "l1", "t", 30).await);
    assert!(open(&store, "l2", "t", 40).await);
    let held = store.access(&"t".into()).await.unwrap();
    let expected = Grant { token: "t".into(), created_at: 40, ..link("l2", 20) };
    assert_eq!(held, [ours(expected)]);
    store.renew(&"t".into(), &"u".into()).await.unwrap();
    assert_eq!(store.access(&"u".into()).await.unwrap()[0].grant.link, Some("l2".into()));
}

async fn a_link_that_was_taken_back_opens_nothing_more(home: Home) {
    let store = home.open().await;
    store.org(&ORG).grant(vec![link("l1", 10)]).await.unwrap();
    revoke(&store, Some("l1"), None).await;
    assert!(!open(&store, "l1", "t", 30).await);
    assert!(store.access(&"t".into()).await.unwrap().is_empty());
}

async fn a_link_is_taken_back_with_the_devices_that_opened_it(home: Home) {
    let store = home.open().await;
    let guest = access_row("t1", Some("m1"), "guest");
    let rows = vec![link("l1", 10), link("l2", 20), guest.clone()];
    store.org(&ORG).grant(rows).await.unwrap();
    for (name, device) in [("l1", "t1"), ("l1", "t2"), ("l1", "mine"), ("l2", "t3")] {
        assert!(open(&store, name, device, 30).await);
    }
    store.renew(&"t2".into(), &"t2-new".into()).await.unwrap();
    revoke(&store, Some("l1"), Some("mine")).await;
    assert_eq!(store.access(&"t1".into()).await.unwrap(), [ours(guest)]);
    for token in ["l1", "t2", "t2-new"] {
        assert!(store.access(&token.into()).await.unwrap().is_empty(), "{token}");
    }
    for token in ["mine", "t3", "l2"] {
        assert_eq!(store.access(&token.into()).await.unwrap().len(), 1, "{token}");
    }
    // What is left of the link is the device that took it back.
    let left = links(&store, "mine").await.into_iter().find(|row| row.link == Some("l1".into()));
    let left = left.unwrap();
    assert_eq!((left.made_at, left.devices, left.is_by_viewer), (None, 1, true));
    // Who brings the link itself is taken back with it, whoever asks.
    revoke(&store, Some("l2"), Some("l2")).await;
    assert!(store.access(&"l2".into()).await.unwrap().is_empty());
}

async fn a_link_counts_devices_and_not_their_tokens(home: Home) {
    let store = home.open().await;
    store.org(&ORG).grant(vec![link("l1", 10)]).await.unwrap();
    let row = LinkRow {
        role: "leader".to_owned(),
        subject: "p1".to_owned(),
        link: Some("l1".into()),
        made_at: Some(10),
        devices: 0,
        opened_at: None,
        is_by_viewer: false,
    };
    assert_eq!(links(&store, "l1").await, std::slice::from_ref(&row));
    assert!(open(&store, "l1", "t", 30).await);
    store.renew(&"t".into(), &"t-new".into()).await.unwrap();
    assert!(open(&store, "l1", "t-new", 50).await);
    assert!(open(&store, "l1", "u", 40).await);
    let opened = LinkRow { devices: 2, opened_at: Some(50), ..row };
    assert_eq!(links(&store, "nobody").await, std::slice::from_ref(&opened));
    assert_eq!(links(&store, "u").await, [LinkRow { is_by_viewer: true, ..opened }]);
    assert!(store.org(&ORG).links(None, &"u".into()).await.unwrap().is_empty());
}

async fn what_does_not_say_its_link_is_one_line_and_is_taken_back_together(home: Home) {
    let store = home.open().await;
    let older = ["a", "b", "mine"].map(|token| access_row(token, Some("m1"), "leader"));
    store.org(&ORG).grant(older.to_vec()).await.unwrap();
    store.org(&ORG).grant(vec![link("l1", 10)]).await.unwrap();
    let rows = links(&store, "mine").await;
    let row = rows.iter().find(|row| row.link.is_none()).unwrap();
    assert_eq!((rows.len(), row.devices, row.is_by_viewer, row.made_at), (2, 3, true, None));
    revoke(&store, None, Some("mine")).await;
    for (token, count) in [("a", 0), ("b", 0), ("mine", 1), ("l1", 1)] {
        assert_eq!(store.access(&token.into()).await.unwrap().len(), count, "{token}");
    }
    // A token becomes a link when it is called one.
    store.org(&ORG).call_link(&"mine".into()).await.unwrap();
    assert!(links(&store, "mine").await.iter().all(|row| row.link.is_some()));
}

fn ours(grant: Grant) -> GrantRow {
    GrantRow { org: ORG.clone(), grant, meeting_ended_at: None }
}
