//! What group commit is worth on this disk: `ingest [PLACE] [SECONDS] [ASKERS]`.
//!
//! The same crowd appends twice in one run, first with the usual group and then with one batch in each transaction.
//! One line of JSON comes out, with confirmed batches per second and their ratio, which tells more than either figure on a machine that others use too.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use kernel::ids::{MeetingId, OrgId};
use store::log::{Append, Op};
use store::meetings::NewMeeting;
use store::{GROUP_BATCHES_MAX, Location, Options, Org, PostgresDisk, Store};

const ORG: &str = "skole";
const SECONDS: u64 = 5;
const ASKERS: usize = 256;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let place = arguments.next();
    let seconds = arguments.next().map_or(Ok(SECONDS), |text| text.parse());
    let seconds = seconds.context("the seconds are a number")?;
    let askers = arguments.next().map_or(Ok(ASKERS), |text| text.parse());
    let askers = askers.context("the askers are a number")?;
    let own = PathBuf::from(format!("target/ingest-{}", std::process::id()));
    let location = place.as_deref().map_or(Location::Directory(own.clone()), Location::from);

    let group = confirmed_per_second(&location, GROUP_BATCHES_MAX, seconds, askers, 0).await?;
    let single = confirmed_per_second(&location, 1, seconds, askers, 1).await?;
    if place.is_none() {
        std::fs::remove_dir_all(&own).context("cannot clear up")?;
    }
    let line = serde_json::json!({
        "askers": askers,
        "seconds": seconds,
        "group_batches_max": GROUP_BATCHES_MAX,
        "group_confirmed_per_second": group.round(),
        "single_confirmed_per_second": single.round(),
        "ratio": (group / single * 10.0).round() / 10.0,
    });
    println!("{line}");
    Ok(())
}

async fn confirmed_per_second(
    location: &Location,
    group_batches_max: usize,
    seconds: u64,
    askers: usize,
    run: usize,
) -> anyhow::Result<f64> {
    let options = Options {
        group_batches_max,
        postgres_disk: PostgresDisk::ForgetfulForTests,
        ..Options::default()
    };
    let store = Store::open_with(location, &options).await?;
    store.migrate().await?;
    let org = store.org(&OrgId::from(ORG));
    for asker in 0..askers {
        org.create_meeting(new_meeting(run, asker)).await?;
    }
    let start = Instant::now();
    let until = start + Duration::from_secs(seconds);
    let mut crowd = tokio::task::JoinSet::new();
    for asker in 0..askers {
        crowd.spawn(append(org.clone(), name(run, asker), until));
    }
    let mut confirmed = 0;
    while let Some(asker) = crowd.join_next().await {
        confirmed += asker??;
    }
    let rate = f64::from(confirmed) / start.elapsed().as_secs_f64();
    store.close().await;
    Ok(rate)
}

async fn append(org: Org, meeting: MeetingId, until: Instant) -> anyhow::Result<u32> {
    let note = format!("{{\"note\":\"{}\"}}", "Vi lytter til hverandre. ".repeat(8));
    let mut confirmed = 0;
    let mut seq = 0;
    while Instant::now() < until {
        let next = Append {
            meeting: meeting.clone(),
            expected_seq: seq,
            at: 0,
            facts: vec![note.clone()],
            ops: vec![Op { id: format!("{seq:032x}").into(), answer: "ok".to_owned() }],
            access: vec![],
            outbox: vec![],
        };
        seq = org.append(next).await?.seq;
        confirmed += 1;
    }
    Ok(confirmed)
}

/// Another process id is another set of names, so that a place can be measured again.
fn name(run: usize, asker: usize) -> MeetingId {
    format!("bench-{}-{run}-{asker}", std::process::id()).into()
}

fn new_meeting(run: usize, asker: usize) -> NewMeeting {
    let id = name(run, asker);
    let code =
        format!("{:06}", (std::process::id() as usize * 1009 + run * 500 + asker) % 1_000_000);
    NewMeeting {
        id,
        code,
        title: "Måling".to_owned(),
        created_at: 0,
        starts_at: 0,
        lobby_until: 0,
        join_token: String::new(),
        plan: "{}".to_owned(),
        access: vec![],
        outbox: vec![],
    }
}
