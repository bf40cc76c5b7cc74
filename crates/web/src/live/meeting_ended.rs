//! A meeting has ended, or goes on after all: the list of meetings says so, and who met is kept.
//!
//! The log decides. The job reads it to its newest fact and writes what follows from that, so it
//! does not matter which of an end and its undoing is worked on first, or how often.

use anyhow::{Context as _, bail};
use kernel::ids::{MeetingId, OpId};
use kernel::time::Moment;
use meeting::event::Event;
use meeting::state::Phase;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Org;
use store::meetings::Settled;
use store::outbox::{Claimed, OutboxRow};

use crate::live::encounters;
use crate::live::replay::Replayed;
use crate::shell::worker::Job;

pub const JOB: Job =
    Job { kind: KIND, run: |org, work| Box::pin(async move { run(&org, &work).await }) };

const KIND: &str = "meeting-ended";
/// How often a log that grows meanwhile is read on.
const TRIES_MAX: usize = 8;

#[derive(Serialize, Deserialize)]
struct Body {
    meeting: MeetingId,
}

/// Tells whether the job follows from a fact.
#[must_use]
pub fn follows_from(event: &Event) -> bool {
    matches!(event, Event::Ended { .. } | Event::EndUndone)
}

/// Returns the row to store with the facts of an operation.
#[must_use]
pub fn row(meeting: &MeetingId, op: &OpId, now: Moment) -> OutboxRow {
    OutboxRow {
        id: id(meeting, op),
        kind: KIND.to_owned(),
        body: json!(Body { meeting: meeting.clone() }).to_string(),
        created_at: now.0,
        due_at: now.0,
    }
}

/// Returns the name of the work that follows from an operation.
#[must_use]
pub fn id(meeting: &MeetingId, op: &OpId) -> String {
    format!("{KIND}/{meeting}/{op}")
}

async fn run(org: &Org, work: &Claimed) -> anyhow::Result<()> {
    let Body { meeting } = serde_json::from_str(&work.body).context("the row cannot be read")?;
    if org.meeting(&meeting).await?.is_none() {
        // It has been erased, and what follows from its end with it.
        return Ok(());
    }
    let mut read = Replayed::default();
    for _ in 0..TRIES_MAX {
        read.catch_up(org, &meeting).await?;
        let ended_at = match read.state.phase {
            Phase::Ended { at, .. } => Some(at),
            Phase::Lobby | Phase::Running(_) => None,
        };
        let at = ended_at.map(|at| at.0);
        match org.settle_end(&meeting, read.seq, at).await? {
            Settled::Moved => continue,
            Settled::CodeTaken => {
                tracing::warn!(
                    meeting = meeting.as_str(),
                    "another meeting has the code of a reopened one"
                );
            }
            Settled::Done => (),
        }
        return match ended_at {
            Some(at) => encounters::keep(org, &meeting, &read.state, at).await,
            None => Ok(()),
        };
    }
    bail!("the log of meeting {meeting} grows faster than it is read")
}
