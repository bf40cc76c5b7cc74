//! Appends until it is killed, and prints each fact after it was confirmed: `append_forever PLACE RUN`.
//!
//! The kill test reads the lines and looks for every one of them in the store.

use std::io::Write as _;

use anyhow::{Context as _, bail};
use kernel::ids::{MeetingId, OrgId};
use store::log::{Append, Op};
use store::meetings::{CreateError, NewMeeting};
use store::{Location, Options, PostgresDisk, Store};

const MEETINGS: usize = 8;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let place = arguments.next().context("say where")?;
    let run = arguments.next().context("say which run")?;
    let options = Options { postgres_disk: PostgresDisk::ForgetfulForTests, ..Options::default() };
    let store = Store::open_with(&Location::from(place.as_str()), &options).await?;
    store.migrate().await?;
    let mut hosts = tokio::task::JoinSet::new();
    for number in 0..MEETINGS {
        hosts.spawn(append(store.clone(), number, run.clone()));
    }
    while let Some(host) = hosts.join_next().await {
        host??;
    }
    Ok(())
}

async fn append(store: Store, number: usize, run: String) -> anyhow::Result<()> {
    let org = store.org(&OrgId::from("skole"));
    let meeting = MeetingId::from(format!("m{number}"));
    let new = NewMeeting {
        id: meeting.clone(),
        code: format!("{number:06}"),
        title: meeting.to_string(),
        created_at: 0,
        starts_at: 0,
        lobby_until: 0,
        join_token: String::new(),
        plan: "{}".to_owned(),
        access: vec![],
        outbox: vec![],
    };
    match org.create_meeting(new).await {
        Ok(()) | Err(CreateError::Exists) => (),
        Err(why) => bail!(why),
    }
    let mut seq = org.last_seq(&meeting).await?;
    loop {
        let id = format!("{run}-{number}-{seq}");
        let next = Append {
            meeting: meeting.clone(),
            expected_seq: seq,
            at: 0,
            facts: vec![id.clone()],
            ops: vec![Op { id: id.as_str().into(), answer: "ok".to_owned() }],
            access: vec![],
            outbox: vec![],
        };
        seq = org.append(next).await?.seq;
        writeln!(std::io::stdout(), "{meeting} {seq} {id}")?;
    }
}
