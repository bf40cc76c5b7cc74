//! What a seat answered about the goals is dropped from the log, once it is wanted no more.
//!
//! Answers that were counted go when the meeting ends, and others when its end can no longer be
//! undone. The log decides, so the job may run at any time and more than once.

use std::time::Duration;

use anyhow::Context as _;
use kernel::ids::{MeetingId, OpId};
use kernel::time::Moment;
use meeting::event::Event;
use meeting::evolve::replay;
use meeting::goals::without_answers;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::outbox::{Claimed, OutboxRow};
use store::{Org, Store};

use crate::live::replay;
use crate::shell::clock;
use crate::shell::worker::Job;

pub const JOB: Job =
    Job { kind: KIND, run: |org, work| Box::pin(async move { run(&org, &work).await }) };

const KIND: &str = "goal-answers";
/// How a stored answer is known before it is read.
const STORED_AS: &str = "\"goal-answered\"";
/// How often it is looked for answers whose meeting's end can no longer be undone.
const LOOK_EVERY: Duration = Duration::from_hours(1);

#[derive(Serialize, Deserialize)]
struct Body {
    meeting: MeetingId,
}

/// Returns the row to store with the facts of an operation that ends a meeting.
#[must_use]
pub fn row(meeting: &MeetingId, op: &OpId, events: &[Event], now: Moment) -> Option<OutboxRow> {
    let ends = events.iter().any(|event| matches!(event, Event::Ended { .. }));
    ends.then(|| OutboxRow {
        id: format!("{KIND}/{meeting}/{op}"),
        kind: KIND.to_owned(),
        body: json!(Body { meeting: meeting.clone() }).to_string(),
        created_at: now.0,
        due_at: now.0,
    })
}

async fn run(org: &Org, work: &Claimed) -> anyhow::Result<()> {
    let Body { meeting } = serde_json::from_str(&work.body).context("the row cannot be read")?;
    drop_answers(org, &meeting).await
}

async fn drop_answers(org: &Org, meeting: &MeetingId) -> anyhow::Result<()> {
    let mut facts = vec![];
    for fact in org.facts_after(meeting, 0).await? {
        facts.push((fact.seq, replay::event(meeting, &fact)?));
    }
    let state = replay(facts.iter().map(|(_, fact)| fact));
    let instead = without_answers(&state, &facts, clock::now());
    let stored = instead.into_iter().map(|(seq, fact)| Ok((seq, serde_json::to_string(&fact)?)));
    org.replace_facts(meeting, &stored.collect::<anyhow::Result<Vec<_>>>()?).await?;
    Ok(())
}

/// Drops, for as long as it is asked for, what no end of a meeting asked to drop: answers too few to
/// be counted, when a day has passed, and those of meetings that ended under an earlier version.
pub async fn keep_dropping(store: Store) {
    loop {
        match store.over_with(STORED_AS).await {
            Ok(meetings) => {
                for (org, meeting) in meetings {
                    if let Err(why) = drop_answers(&store.org(&org), &meeting).await {
                        let (meeting, error) = (meeting.as_str(), format!("{why:#}"));
                        tracing::error!(meeting, error, "answers about the goals were not dropped");
                    }
                }
            }
            Err(why) => {
                tracing::error!(error = format!("{why:#}"), "no answers were looked for to drop");
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
