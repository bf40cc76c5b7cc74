//! A group of batches in one transaction, in a handful of statements.
//!
//! The heads of all logs are locked first, in the order of their keys, and what is known of the operations is read.
//! From there the verdicts follow without asking the database, so that a batch which comes too late or twice costs the others nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::access;
use crate::db::{Tx, Value, values};
use crate::log::{Append, AppendError, Appended};
use crate::outbox;
use crate::rows::{self, Statement};
use crate::writer::Verdict;

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
    head: "insert into fact (org, meeting, seq, at, body) values",
    columns: 5,
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
type Log<'b> = (&'b str, &'b str);

/// One operation, by organisation, meeting and id.
type OpKey = (String, String, String);

/// Writes what the batches bring and returns a verdict for each; a refused batch leaves nothing.
pub(super) async fn write(tx: &mut Tx, batches: &[Append]) -> Result<Vec<Verdict>, sqlx::Error> {
    let mut heads = lock_heads(tx, batches).await?;
    let mut answers = read_answers(tx, batches).await?;
    let mut verdicts = Vec::with_capacity(batches.len());
    let mut accepted = vec![];
    for batch in batches {
        let verdict = judge(batch, &heads, &answers);
        if let Ok(Appended { seq }) = verdict {
            heads.insert((&batch.org, &batch.meeting), seq);
            for op in &batch.ops {
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
    batches: &'b [Append],
) -> Result<BTreeMap<Log<'b>, i64>, sqlx::Error> {
    let logs: BTreeSet<Log<'b>> = batches.iter().map(log).collect();
    let keys: Vec<Value<'_>> =
        logs.iter().flat_map(|(org, meeting)| [(*org).into(), (*meeting).into()]).collect();
    let mut found: BTreeMap<(String, String), i64> = BTreeMap::new();
    for (org, meeting, seq) in rows::lock::<(String, String, i64)>(tx, HEADS, "h", &keys).await? {
        found.insert((org, meeting), seq);
    }
    let head = |log: Log<'b>| {
        let seq = found.get(&(log.0.to_owned(), log.1.to_owned()))?;
        Some((log, *seq))
    };
    Ok(logs.into_iter().filter_map(head).collect())
}

async fn read_answers(
    tx: &mut Tx,
    batches: &[Append],
) -> Result<BTreeMap<OpKey, String>, sqlx::Error> {
    let keys: Vec<Value<'_>> = batches
        .iter()
        .flat_map(|batch| batch.ops.iter().map(move |op| (batch, op)))
        .flat_map(|(batch, op)| [(&batch.org).into(), (&batch.meeting).into(), (&op.id).into()])
        .collect();
    let found = rows::read::<(String, String, String, String)>(tx, ANSWERS, &keys).await?;
    Ok(found.into_iter().map(|(org, meeting, id, answer)| ((org, meeting, id), answer)).collect())
}

fn judge(
    batch: &Append,
    heads: &BTreeMap<Log<'_>, i64>,
    answers: &BTreeMap<OpKey, String>,
) -> Verdict {
    let Some(seq) = heads.get(&log(batch)) else {
        return Err(AppendError::Missing);
    };
    // A repeated operation is told its answer even when the meeting has moved on: its sender only missed the first one.
    for op in &batch.ops {
        if let Some(answer) = answers.get(&op_key(batch, &op.id)) {
            return Err(AppendError::Repeated { op: op.id.clone(), answer: answer.clone() });
        }
    }
    if *seq != batch.expected_seq {
        return Err(AppendError::Moved { seq: *seq });
    }
    Ok(Appended { seq: seq + count(&batch.facts) })
}

async fn add(
    tx: &mut Tx,
    accepted: &[&Append],
    heads: &BTreeMap<Log<'_>, i64>,
) -> Result<(), sqlx::Error> {
    let mut facts: Vec<Value<'_>> = vec![];
    let mut ops: Vec<Value<'_>> = vec![];
    let mut moved: BTreeMap<Log<'_>, i64> = BTreeMap::new();
    for batch in accepted {
        let (org, meeting) = log(batch);
        for (fact, seq) in batch.facts.iter().zip(batch.expected_seq + 1..) {
            facts.extend(values![org, meeting, seq, batch.at, fact]);
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
    access::add(tx, accepted.iter().flat_map(|batch| &batch.access)).await?;
    outbox::add(tx, accepted.iter().flat_map(|batch| &batch.outbox)).await
}

fn log(batch: &Append) -> Log<'_> {
    (&batch.org, &batch.meeting)
}

fn op_key(batch: &Append, id: &str) -> OpKey {
    (batch.org.clone(), batch.meeting.clone(), id.to_owned())
}

fn count(facts: &[String]) -> i64 {
    i64::try_from(facts.len()).unwrap_or(i64::MAX)
}
