//! A group of batches in one transaction, in a handful of statements.
//!
//! The heads of all logs are locked first, in the order of their keys, and what is known of the operations is read.
//! From there the verdicts follow without asking the database, so that a batch which comes too late or twice costs the others nothing.

use std::collections::{BTreeMap, BTreeSet};

use kernel::ids::{MeetingId, OpId, OrgId};

use crate::access;
use crate::db::{Tx, Value, values};
use crate::log::{AppendError, Appended};
use crate::outbox;
use crate::rows::{self, Statement};
use crate::sums;
use crate::writer::{Batch, Verdict};

#[cfg(test)]
mod tests;

/// Joined to a list rather than searched with `in`, for which SQLite would read the whole table.
const HEADS: Statement = Statement {
    head: "with wanted (org, meeting) as (values",
    columns: 2,
    tail: ") select h.org, h.meeting, h.seq from wanted w \
        join log_head h on h.org = w.org and h.meeting = w.meeting order by h.org, h.meeting",
};
const ANSWERS: Statement = Statement {
    head: "with wanted (org, meeting, id) as (values",
    columns: 3,
    tail: ") select o.org, o.meeting, o.id, o.answer from wanted w \
        join op o on o.org = w.org and o.meeting = w.meeting and o.id = w.id",
};
const ADD_FACTS: Statement = Statement {
    head: "insert into fact (org, meeting, seq, at, body, sum) values",
    columns: 6,
    tail: "",
};
const ADD_OPS: Statement = Statement {
    head: "insert into op (org, meeting, id, answer, at) values",
    columns: 5,
    tail: "",
};
const MOVE_HEADS: Statement = Statement {
    head: "insert into log_head (org, meeting, seq) values",
    columns: 3,
    tail: "on conflict (org, meeting) do update set seq = excluded.seq",
};
const BEAT: &str = "update heartbeat set beats = beats + 1 where id = 1";

/// One log, by organisation and meeting.
type Log<'b> = (&'b OrgId, &'b MeetingId);

/// One operation, by organisation, meeting and id.
type OpKey = (OrgId, MeetingId, OpId);

/// Writes what the batches bring and returns a verdict for each; a refused batch leaves nothing.
pub(super) async fn write(tx: &mut Tx, batches: &[Batch]) -> Result<Vec<Verdict>, sqlx::Error> {
    let mut heads = lock_heads(tx, batches).await?;
    let mut answers = read_answers(tx, batches).await?;
    let mut verdicts = Vec::with_capacity(batches.len());
    let mut accepted = vec![];
    for batch in batches {
        let verdict = judge(batch, &heads, &answers);
        if let Ok(Appended { seq }) = verdict {
            heads.insert(log(batch), seq);
            for op in &batch.1.ops {
                answers.insert(op_key(batch, &op.id), op.answer.clone());
            }
            accepted.push(batch);
        }
        verdicts.push(verdict);
    }
    add(tx, &accepted, &heads).await?;
    Ok(verdicts)
}

/// Writes something, to find out whether writing works.
pub(super) async fn beat(tx: &mut Tx) -> Result<(), sqlx::Error> {
    tx.execute(BEAT, &[]).await.map(|_| ())
}

async fn lock_heads<'b>(
    tx: &mut Tx,
    batches: &'b [Batch],
) -> Result<BTreeMap<Log<'b>, i64>, sqlx::Error> {
    let logs: BTreeSet<Log<'b>> = batches.iter().map(log).collect();
    let keys: Vec<Value<'_>> =
        logs.iter().flat_map(|(org, meeting)| [(*org).into(), (*meeting).into()]).collect();
    let mut found: BTreeMap<(OrgId, MeetingId), i64> = BTreeMap::new();
    for (org, meeting, seq) in rows::lock::<(String, String, i64)>(tx, HEADS, "h", &keys).await? {
        found.insert((org.into(), meeting.into()), seq);
    }
    let head = |log: Log<'b>| {
        let seq = found.get(&(log.0.clone(), log.1.clone()))?;
        Some((log, *seq))
    };
    Ok(logs.into_iter().filter_map(head).collect())
}

async fn read_answers(
    tx: &mut Tx,
    batches: &[Batch],
) -> Result<BTreeMap<OpKey, String>, sqlx::Error> {
    let keys: Vec<Value<'_>> = batches
        .iter()
        .flat_map(|batch| batch.1.ops.iter().map(move |op| (log(batch), op)))
        .flat_map(|((org, meeting), op)| [org.into(), meeting.into(), (&op.id).into()])
        .collect();
    let found = rows::read::<(String, String, String, String)>(tx, ANSWERS, &keys).await?;
    let keyed = |(org, meeting, id, answer): (String, String, String, String)| {
        ((org.into(), meeting.into(), id.into()), answer)
    };
    Ok(found.into_iter().map(keyed).collect())
}

fn judge(
    batch: &Batch,
    heads: &BTreeMap<Log<'_>, i64>,
    answers: &BTreeMap<OpKey, String>,
) -> Verdict {
    let (_, append) = batch;
    let Some(seq) = heads.get(&log(batch)) else {
        return Err(AppendError::Missing);
    };
    // A repeated operation is told its answer even when the meeting has moved on: its sender only missed the first one.
    for op in &append.ops {
        if let Some(answer) = answers.get(&op_key(batch, &op.id)) {
            return Err(AppendError::Repeated { op: op.id.clone(), answer: answer.clone() });
        }
    }
    if *seq != append.expected_seq {
        return Err(AppendError::Moved { seq: *seq });
    }
    Ok(Appended { seq: seq + count(&append.facts) })
}

async fn add(
    tx: &mut Tx,
    accepted: &[&Batch],
    heads: &BTreeMap<Log<'_>, i64>,
) -> Result<(), sqlx::Error> {
    let mut facts: Vec<Value<'_>> = vec![];
    let mut ops: Vec<Value<'_>> = vec![];
    let mut moved: BTreeMap<Log<'_>, i64> = BTreeMap::new();
    for batch in accepted {
        let ((org, meeting), (_, batch)) = (log(batch), *batch);
        for (fact, seq) in batch.facts.iter().zip(batch.expected_seq + 1..) {
            let sum = sums::sum(org.as_str(), meeting.as_str(), seq, batch.at, fact);
            facts.extend(values![org, meeting, seq, batch.at, fact, sum]);
        }
        for op in &batch.ops {
            ops.extend(values![org, meeting, &op.id, &op.answer, batch.at]);
        }
        if let Some(seq) = heads.get(&(org, meeting))
            && !batch.facts.is_empty()
        {
            moved.insert((org, meeting), *seq);
        }
    }
    let moved: Vec<Value<'_>> = moved
        .into_iter()
        .flat_map(|((org, meeting), seq)| [org.into(), meeting.into(), seq.into()])
        .collect();
    rows::write(tx, MOVE_HEADS, &moved).await?;
    rows::write(tx, ADD_FACTS, &facts).await?;
    rows::write(tx, ADD_OPS, &ops).await?;
    let mut granted = vec![];
    let mut wanted = vec![];
    for (org, batch) in accepted {
        granted.extend(batch.access.iter().map(|grant| (org, grant)));
        wanted.extend(batch.outbox.iter().map(|row| (org, row)));
    }
    access::add(tx, &granted).await?;
    outbox::add(tx, &wanted).await
}

fn log((org, batch): &Batch) -> Log<'_> {
    (org, &batch.meeting)
}

fn op_key((org, batch): &Batch, id: &OpId) -> OpKey {
    (org.clone(), batch.meeting.clone(), id.clone())
}

fn count(facts: &[String]) -> i64 {
    i64::try_from(facts.len()).unwrap_or(i64::MAX)
}
