use kernel::ids::{MeetingId, PlanVersion};
use store::Store;
use store::access::Grant;
use store::meetings::{CodeError, CreateError, MeetingRow, NewMeeting, Settled};
use store::text::NulInText;

use crate::harness::{Home, MEETING, ORG, access_row, batch, new_meeting, on_both_engines};

on_both_engines! {
    a_meeting_is_found_by_code_and_by_id,
    a_meeting_comes_with_its_plan_and_access,
    two_open_meetings_never_share_a_code,
    of_two_meetings_made_with_one_code_exactly_one_is,
    making_a_meeting_twice_is_noticed,
    an_ended_meeting_frees_its_code_and_is_still_spoken_of,
    an_end_is_settled_by_the_one_that_has_read_the_newest_fact,
    an_end_that_is_undone_takes_the_code_back_while_it_is_free,
    a_changed_code_is_the_only_one,
    meetings_are_listed_newest_first_and_per_organisation,
    a_title_with_nul_is_refused,
    a_title_can_be_changed,
    a_lobby_is_held_open_and_never_shorter,
    a_token_finds_the_meeting_of_a_code_that_it_opens,
    meetings_that_are_over_are_left_out,
    settings_are_kept_per_organisation,
    the_first_setting_wins,
}

async fn a_meeting_is_found_by_code_and_by_id(home: Home) {
    let store = home.open_with_meeting().await;
    let row = MeetingRow {
        org: ORG.clone(),
        id: MEETING.clone(),
        code: "123456".into(),
        title: "Læringsmøte".into(),
        created_at: 1000,
        ended_at: None,
        starts_at: 0,
        lobby_until: 0,
        join_token: String::new(),
    };
    assert_eq!(store.meeting_by_code("123456").await.unwrap(), Some(row.clone()));
    assert_eq!(store.org(&ORG).meeting(&MEETING).await.unwrap(), Some(row));
    assert_eq!(store.org(&"annen".into()).meeting(&MEETING).await.unwrap(), None);
    assert_eq!(store.meeting_by_code("654321").await.unwrap(), None);
}

async fn a_meeting_comes_with_its_plan_and_access(home: Home) {
    let store = home.open().await;
    let row = access_row("t", Some(MEETING.as_str()), "facilitator");
    let new = NewMeeting { access: vec![row.clone()], ..new_meeting(MEETING.as_str(), "123456") };
    store.org(&ORG).create_meeting(new).await.unwrap();
    assert_eq!(store.org(&ORG).plan(&MEETING).await.unwrap(), Some((PlanVersion(1), "{}".into())));
    assert_eq!(store.access(&"t".into()).await.unwrap()[0].grant, row);
}

async fn two_open_meetings_never_share_a_code(home: Home) {
    let store = home.open_with_meeting().await;
    let same = store.org(&ORG).create_meeting(new_meeting("m2", "123456")).await;
    assert!(matches!(same, Err(CreateError::CodeTaken)), "{same:?}");
    let foreign = new_meeting("m2", "123456");
    let same = store.org(&"annen".into()).create_meeting(foreign).await;
    assert!(matches!(same, Err(CreateError::CodeTaken)), "{same:?}");
    assert_eq!(store.org(&ORG).meeting(&"m2".into()).await.unwrap(), None);
    assert_eq!(store.org(&ORG).plan(&"m2".into()).await.unwrap(), None);
}

async fn of_two_meetings_made_with_one_code_exactly_one_is(home: Home) {
    let here = home.open().await;
    let here_org = here.org(&ORG);
    let there = home.open().await;
    let there_org = there.org(&ORG);
    for number in 0..10 {
        let code = format!("{number:06}");
        let (one, two) = tokio::join!(
            here_org.create_meeting(new_meeting(&format!("one{number}"), &code)),
            there_org.create_meeting(new_meeting(&format!("two{number}"), &code))
        );
        let loser = if one.is_ok() { two } else { one };
        assert!(matches!(loser, Err(CreateError::CodeTaken)), "{loser:?}");
    }
    assert_eq!(here_org.meetings().await.unwrap().len(), 10);
}

async fn making_a_meeting_twice_is_noticed(home: Home) {
    let store = home.open_with_meeting().await;
    let again = store.org(&ORG).create_meeting(new_meeting(MEETING.as_str(), "999999")).await;
    assert!(matches!(again, Err(CreateError::Exists)), "{again:?}");
    assert_eq!(store.meeting_by_code("999999").await.unwrap(), None);
}

async fn an_ended_meeting_frees_its_code_and_is_still_spoken_of(home: Home) {
    let store = home.open_with_meeting().await;
    assert_eq!(end(&store, MEETING.as_str(), 5000).await, Settled::Done);
    assert_eq!(end(&store, MEETING.as_str(), 5000).await, Settled::Done);
    let ended = store.meeting_by_code("123456").await.unwrap().unwrap();
    assert_eq!((ended.id.as_str(), ended.ended_at), (MEETING.as_str(), Some(5000)));
    store.org(&ORG).create_meeting(new_meeting("m2", "123456")).await.unwrap();
    assert_eq!(store.meeting_by_code("123456").await.unwrap().unwrap().id.as_str(), "m2");
    end(&store, "m2", 7000).await;
    assert_eq!(store.meeting_by_code("123456").await.unwrap().unwrap().id.as_str(), "m2");
}

async fn an_end_is_settled_by_the_one_that_has_read_the_newest_fact(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).append(batch(0, "ended")).await.unwrap();
    store.org(&ORG).append(batch(1, "undone")).await.unwrap();
    assert_eq!(store.org(&ORG).settle_end(&MEETING, 1, Some(5000)).await.unwrap(), Settled::Moved);
    assert_eq!(store.org(&ORG).settle_end(&MEETING, 2, None).await.unwrap(), Settled::Done);
    assert_eq!(store.org(&ORG).meeting(&MEETING).await.unwrap().unwrap().ended_at, None);
    assert_eq!(store.org(&ORG).settle_end(&"m9".into(), 0, None).await.unwrap(), Settled::Moved);
}

async fn an_end_that_is_undone_takes_the_code_back_while_it_is_free(home: Home) {
    let store = home.open_with_meeting().await;
    end(&store, MEETING.as_str(), 5000).await;
    assert_eq!(store.org(&ORG).settle_end(&MEETING, 0, None).await.unwrap(), Settled::Done);
    let open = store.meeting_by_code("123456").await.unwrap().unwrap();
    assert_eq!((open.id.as_str(), open.ended_at), (MEETING.as_str(), None));
    end(&store, MEETING.as_str(), 6000).await;
    store.org(&ORG).create_meeting(new_meeting("m2", "123456")).await.unwrap();
    assert_eq!(store.org(&ORG).settle_end(&MEETING, 0, None).await.unwrap(), Settled::CodeTaken);
    assert_eq!(store.org(&ORG).meeting(&MEETING).await.unwrap().unwrap().ended_at, Some(6000));
}

async fn a_changed_code_is_the_only_one(home: Home) {
    let store = home.open_with_meeting().await;
    store.org(&ORG).create_meeting(new_meeting("m2", "222222")).await.unwrap();
    let taken = store.org(&ORG).change_code(&MEETING, "222222").await;
    assert!(matches!(taken, Err(CodeError::Taken)), "{taken:?}");
    store.org(&ORG).change_code(&MEETING, "333333").await.unwrap();
    assert_eq!(store.meeting_by_code("123456").await.unwrap(), None);
    assert_eq!(store.meeting_by_code("333333").await.unwrap().unwrap().id, *MEETING);
    let missing = store.org(&ORG).change_code(&"m9".into(), "444444").await;
    assert!(matches!(missing, Err(CodeError::Missing)), "{missing:?}");
    end(&store, "m2", 1).await;
    let ended = store.org(&ORG).change_code(&"m2".into(), "444444").await;
    assert!(matches!(ended, Err(CodeError::Missing)), "{ended:?}");
}

async fn meetings_are_listed_newest_first_and_per_organisation(home: Home) {
    let store = home.open().await;
    for (id, created_at) in [("b", 2), ("a", 1), ("c", 3)] {
        let code = format!("00000{created_at}");
        let new = NewMeeting { created_at, ..new_meeting(id, &code) };
        store.org(&ORG).create_meeting(new).await.unwrap();
    }
    let ids: Vec<MeetingId> =
        store.org(&ORG).meetings().await.unwrap().into_iter().map(|meeting| meeting.id).collect();
    assert_eq!(ids, ["c", "b", "a"].map(MeetingId::from));
    assert!(store.org(&"annen".into()).meetings().await.unwrap().is_empty());
}

async fn a_title_with_nul_is_refused(home: Home) {
    let store = home.open_with_meeting().await;
    let bad = NewMeeting { title: "a\0".into(), ..new_meeting("m2", "222222") };
    let refused = store.org(&ORG).create_meeting(bad).await;
    assert!(matches!(refused, Err(CreateError::NulInText)), "{refused:?}");
    let refused = store.org(&ORG).follow_plan(&MEETING, "\0", 0).await.unwrap_err();
    assert!(NulInText::is_in(&refused), "{refused:?}");
}

async fn a_title_can_be_changed(home: Home) {
    let store = home.open_with_meeting().await;
    assert!(store.org(&ORG).follow_plan(&MEETING, "Nytt 🎈", 7).await.unwrap());
    assert!(!store.org(&ORG).follow_plan(&"m9".into(), "Nytt", 7).await.unwrap());
    assert_eq!(store.org(&ORG).meeting(&MEETING).await.unwrap().unwrap().title, "Nytt 🎈");
}

async fn a_lobby_is_held_open_and_never_shorter(home: Home) {
    let store = home.open_with_meeting().await;
    let until = async || store.org(&ORG).meeting(&MEETING).await.unwrap().unwrap().lobby_until;
    assert_eq!(until().await, 0);
    for (held, expected) in [(50, 50), (20, 50), (i64::MAX, i64::MAX), (60, i64::MAX)] {
        store.org(&ORG).hold_lobby(&MEETING, held).await.unwrap();
        assert_eq!(until().await, expected);
    }
}

async fn a_token_finds_the_meeting_of_a_code_that_it_opens(home: Home) {
    let store = home.open_with_meeting().await;
    let grant = Grant { expires_at: Some(9), ..access_row("t", Some(MEETING.as_str()), "join") };
    store.org(&ORG).grant(vec![grant, access_row("u", Some("m2"), "join")]).await.unwrap();
    let finds = async |code: &str, token: &str, now: i64| {
        store.meeting_by_code_of(code, &token.into(), now).await.unwrap().is_some()
    };
    assert!(finds("123456", "t", 8).await);
    assert!(!finds("123456", "t", 9).await, "it has expired");
    assert!(!finds("123457", "t", 8).await);
    assert!(!finds("123456", "u", 8).await, "another meeting's");
}

async fn meetings_that_are_over_are_left_out(home: Home) {
    let store = home.open_with_meeting().await;
    let count = async |after: i64| store.meetings_not_over(after).await.unwrap().len();
    assert_eq!(count(1000).await, 1);
    store.org(&ORG).settle_end(&MEETING, 0, Some(500)).await.unwrap();
    assert_eq!((count(499).await, count(500).await), (1, 0));
}

async fn settings_are_kept_per_organisation(home: Home) {
    let store = home.open().await;
    assert_eq!(store.org(&ORG).setting("språk").await.unwrap(), None);
    store.org(&ORG).put_setting("språk", "nb").await.unwrap();
    store.org(&ORG).put_setting("språk", "nn").await.unwrap();
    assert_eq!(store.org(&ORG).setting("språk").await.unwrap().as_deref(), Some("nn"));
    assert_eq!(store.org(&"annen".into()).setting("språk").await.unwrap(), None);
}

async fn the_first_setting_wins(home: Home) {
    let store = home.open().await;
    assert!(store.org(&ORG).put_first_setting("organiser", "a").await.unwrap());
    assert!(!store.org(&ORG).put_first_setting("organiser", "b").await.unwrap());
    assert_eq!(store.org(&ORG).setting("organiser").await.unwrap().as_deref(), Some("a"));
}

/// Ends a meeting in whose log nothing stands.
async fn end(store: &Store, meeting: &str, at: i64) -> Settled {
    store.org(&ORG).settle_end(&meeting.into(), 0, Some(at)).await.unwrap()
}
